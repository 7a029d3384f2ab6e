// Evidence: what the units of the first hidden layer look for, a weight a pixel, on one scale for all models; dead ones are crossed out. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_row.h"

#include <QCoreApplication>
#include <QImage>

#include <memory>

namespace actiscope {

/** Where pictures of units are in a panel. */
struct PictureGrid {
    QRectF area;    ///< of all of them
    int count = 0;
    int perLine = 1;
    double pitch = 8; ///< from picture to picture

    /** As large as so many fit into the area. */
    static PictureGrid of(const QRectF &area, int count);
    QRectF picture(std::size_t unit) const;
    std::optional<std::size_t> at(QPointF place) const;
};

class UnitPicturesRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::UnitPicturesRow)

public:
    using EvidenceRow::EvidenceRow;

    static double heightOf(const Snapshot &run, double width);

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;
    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;

    /** Null before they are known, and where there are none. */
    const UnitPictures *pictures(std::size_t model) const;
    /** The weight that has the full colour: 99 % of all models' are below. */
    double fullScale() const { return m_full; }
    QColor colorOf(double weight) const;

protected:
    void fit() override;

private:
    double m_full = 1;
};

class UnitPicturesPanel : public EvidencePanel {
    Q_OBJECT

public:
    UnitPicturesPanel(UnitPicturesRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    QString description() const override;
    EvidenceTable table() const override;

    PictureGrid grid(const QRectF &area) const;
    bool isDead(std::size_t unit) const;
    std::optional<HiddenUnit> unitAt(QPointF place) const;

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void drawUnit(QPainter &painter, const PictureGrid &grid, std::size_t unit) const;
    void drawLarge(QPainter &painter, const QRectF &area, std::size_t unit) const;
    void drawScale(QPainter &painter, const QRectF &area) const;
    const QImage &imageOf(std::size_t unit) const;
    QString numbersOf(std::size_t unit) const;
    std::size_t deadUnits() const;

    UnitPicturesRow &m_pictures;
    mutable std::vector<QImage> m_images;                    ///< of the pictures that are shown
    mutable std::shared_ptr<const Inspection> m_imagesOf;    ///< and of what they were made
    mutable double m_imagesScale = 0;
    mutable bool m_imagesDark = false;
};

} // namespace actiscope
