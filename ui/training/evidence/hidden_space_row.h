// Evidence: where the last hidden layer puts the training points, by its first two principal components. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_row.h"
#include "ui/training/evidence/panel_plot.h"

#include <QCoreApplication>
#include <QImage>

#include <vector>

namespace actiscope {

class HiddenSpaceRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::HiddenSpaceRow)

public:
    using EvidenceRow::EvidenceRow;

    static double heightOf(const Snapshot &run, double width);

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;
    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
    std::vector<AxisNumber> axisNumbers(QSizeF panel) const override;

    /** Null before it is known, or where there is none. */
    const HiddenSpace *space(std::size_t model) const;
    /** Of one scale for all models and both axes. */
    PanelPlot plotOf(const QRectF &panel) const;

protected:
    void fit() override;

private:
    Interval m_x{-1, 1}, m_y{-1, 1}; ///< where the points of all models are
};

class HiddenSpacePanel : public EvidencePanel {
    Q_OBJECT

public:
    HiddenSpacePanel(HiddenSpaceRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    bool changesWithEpoch() const override { return false; }
    QString description() const override;
    EvidenceTable table() const override;

private:
    void drawPoints(QPainter &painter, const PanelPlot &plot, const HiddenSpace &space) const;
    QString sharesText() const;

    HiddenSpaceRow &m_hidden;
};

} // namespace actiscope
