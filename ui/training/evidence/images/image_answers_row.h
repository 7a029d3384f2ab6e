// Evidence: test images that hands choose, and how probable each model holds each class. GUI thread.
#pragma once

#include "ui/training/evidence/images/image_list.h"

#include <QCoreApplication>
#include <QPointer>

class QComboBox;

namespace actiscope {

class ImageAnswersRow : public ImageListRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::ImageAnswersRow)

public:
    /** Which images: `classes` and up are those of class 0, 1, … */
    enum Choice { InOrder, OneAClass, Mistaken, OfClass };

    using ImageListRow::ImageListRow;

    static double heightOf(const Snapshot &run, double width);

    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
    QWidget *makeControl(QWidget *parent) override;

    QJsonObject choices() const override;
    void restoreChoices(const QJsonObject &choices) override;

    int choice() const { return m_choice; }
    void setChoice(int choice);

protected:
    std::vector<std::size_t> wanted() const override;
    std::size_t slotCount() const override { return 3; }
    void listChanged() override;

private:
    int m_choice = InOrder;
    QPointer<QComboBox> m_control;
};

class ImageAnswersPanel : public ImageListPanel {
    Q_OBJECT

public:
    using ImageListPanel::ImageListPanel;

    EvidenceTable table() const override;
    /** Of an image in this slot: where the bars of its classes are. */
    QRectF bars(const QRectF &slot) const;

protected:
    void drawSlot(QPainter &painter, const QRectF &slot, std::size_t image, bool isChosen) const override;
    QString emptyText() const override;
    QString slotText(std::size_t image) const override;

private:
    double pictureSide(const QRectF &slot) const;
};

} // namespace actiscope
