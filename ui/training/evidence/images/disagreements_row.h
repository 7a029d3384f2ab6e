// Evidence: test images that models take for different classes, most different first. GUI thread.
#pragma once

#include "ui/training/evidence/images/image_list.h"

#include <QCoreApplication>
#include <QPointer>

class QSpinBox;

namespace actiscope {

class DisagreementsRow : public ImageListRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::DisagreementsRow)

public:
    using ImageListRow::ImageListRow;

    static double heightOf(const Snapshot &run, double width);

    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
    QWidget *makeControl(QWidget *parent) override;

    /** Empty before they are known. */
    std::vector<Disagreement> disagreements() const;

protected:
    std::vector<std::size_t> wanted() const override;
    std::size_t slotCount() const override { return 4; }
    void listChanged() override;

private:
    QPointer<QSpinBox> m_control;
};

class DisagreementsPanel : public ImageListPanel {
    Q_OBJECT

public:
    using ImageListPanel::ImageListPanel;

    EvidenceTable table() const override;

protected:
    void drawSlot(QPainter &painter, const QRectF &slot, std::size_t image, bool isChosen) const override;
    QString emptyText() const override;
    QString slotText(std::size_t image) const override;
};

} // namespace actiscope
