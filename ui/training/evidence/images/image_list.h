// A column of test images, the same in the panels of all models, that hands choose from: what the rows of answers and of disagreements have in common.
// GUI thread.
#pragma once

#include "ui/training/evidence/evidence_row.h"

#include <QImage>

#include <map>
#include <vector>

namespace actiscope {

/** Rows of a list: places in ImageAnswers, of which a few are shown from one on. */
class ImageListRow : public EvidenceRow {
public:
    using EvidenceRow::EvidenceRow;

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;

    QJsonObject choices() const override;
    void restoreChoices(const QJsonObject &choices) override;

    /** Those that a panel shows, places in ImageAnswers; none before they are known. */
    std::vector<std::size_t> shown() const;
    /** All that there are to be shown. */
    const std::vector<std::size_t> &list() const { return m_list; }
    std::size_t first() const { return m_first; }
    void showFrom(std::size_t first);
    /** Of an image that is shown: its place in a panel. */
    QRectF slot(std::size_t place, const QRectF &panel) const;
    /** Of the data; kept, since the same are painted again and again. */
    const QImage &picture(std::size_t place) const;
    /** Null before there are any. */
    const ImageAnswers *anyAnswers() const;

protected:
    void fit() override;
    virtual std::vector<std::size_t> wanted() const = 0;
    virtual std::size_t slotCount() const = 0;
    virtual void listChanged() {}

private:
    std::vector<std::size_t> m_list;
    std::size_t m_first = 0;
    mutable std::map<std::size_t, QImage> m_pictures;
    mutable const void *m_picturesOf = nullptr; ///< the data
};

/** Draws a slot after the other; a click on one, or Return, chooses its image for all rows; keys go through the list. */
class ImageListPanel : public EvidencePanel {
    Q_OBJECT

public:
    ImageListPanel(ImageListRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    QString description() const override;

protected:
    virtual void drawSlot(QPainter &painter, const QRectF &slot, std::size_t image, bool isChosen) const = 0;
    /** What stands there where no image is to be shown. */
    virtual QString emptyText() const { return {}; }
    virtual QString slotText(std::size_t image) const = 0;
    const ImageListRow &images() const { return m_list; }

    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void choose(std::size_t place);

    ImageListRow &m_list;
};

} // namespace actiscope
