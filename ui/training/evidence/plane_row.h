// Evidence: the data plane with what each model says of it. GUI thread.
#pragma once

#include "ui/charts/plane_painter.h"
#include "ui/training/evidence/evidence_row.h"
#include "ui/training/evidence/unit_map_painter.h"

#include <QCoreApplication>

namespace actiscope {

class PlaneRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::PlaneRow)

public:
    using EvidenceRow::EvidenceRow;

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;
    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
    void drawLegend(QPainter &painter, const QRectF &area) const override;
    std::vector<AxisNumber> axisNumbers(QSizeF panel) const override;

    /** Of a panel of this size: what lies above the numbers of its axis, and what of the plane is seen there. */
    PlaneView viewOf(const QRectF &panel) const;
    /** Where the plane is to be known for panels of this size: while running, and finer at rest. Nothing before there are data. */
    struct Grids {
        GridSpec running, atRest;
    };
    std::optional<Grids> gridsOf(QSizeF panel) const;
    /** Of the maps of the unit that is pointed at; nothing while there is none. */
    const std::optional<UnitScale> &unitScale() const { return m_unitScale; }

protected:
    void fit() override;

private:
    void drawUnitLegend(QPainter &painter, const QRectF &area) const;
    double drawMarks(QPainter &painter, const QRectF &area) const;

    std::optional<UnitScale> m_unitScale;
};

class PlanePanel : public EvidencePanel {
    Q_OBJECT

public:
    PlanePanel(PlaneRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    bool changesWithEpoch() const override;
    QString description() const override;
    /** Each point with its class or target, and whether the network takes it for another class. */
    EvidenceTable table() const override;
    void refresh() override;
    const PlanePainter &plane() const { return m_plane; }
    PlaneView view() const { return m_planeRow.viewOf(rect()); }

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void drawAxis(QPainter &painter, const PlaneView &view) const;
    void drawPointer(QPainter &painter, const PlaneView &view) const;
    void drawPoint(QPainter &painter, const PlaneView &view) const;
    void refreshUnit();
    /** What the unit says is known. */
    bool showsUnit() const { return m_unitOf != nullptr; }

    PlaneRow &m_planeRow;
    PlanePainter m_plane;
    UnitMapPainter m_unit;
    std::shared_ptr<const Inspection> m_unitOf; ///< what m_unit was made of
    UnitScale m_unitScale;
    std::uint64_t m_run = 0;
    bool m_isDark = false;
};

} // namespace actiscope
