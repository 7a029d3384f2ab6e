// Evidence: how the outputs f(z) of each layer spread, mean ± standard deviation by depth, and how many of them are 0. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_row.h"
#include "ui/training/evidence/panel_plot.h"

#include <QCoreApplication>

#include <vector>

namespace actiscope {

class OutputsRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::OutputsRow)

public:
    using EvidenceRow::EvidenceRow;

    static double heightOf(const Snapshot &run, double width);

    void ask(InspectionQuestion &question, const EvidenceMoment &moment) const override;
    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
    std::vector<AxisNumber> axisNumbers(QSizeF panel) const override;

    /** Of a hidden layer: mean − σ to mean + σ, and the share of zeros. */
    struct Spread {
        double mean = 0;
        double deviation = 0;
        double sparsity = 0;
    };
    std::vector<Spread> spreads(std::size_t model) const;
    PanelPlot plotOf(const QRectF &panel) const;
    DepthAxis depthOf(const QRectF &panel) const;
    /** "σ from 0.82 to 0.03". */
    QString sentence(std::size_t model) const;

protected:
    void fit() override;

private:
    Interval m_y{0, 1};
};

class OutputsPanel : public EvidencePanel {
    Q_OBJECT

public:
    OutputsPanel(OutputsRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    bool changesWithEpoch() const override { return false; }
    QString description() const override;
    EvidenceTable table() const override;

private:
    void drawBands(QPainter &painter, const QRectF &area) const;
    void drawFirstModel(QPainter &painter, const QRectF &area) const;
    void drawZeros(QPainter &painter, const QRectF &area) const;

    OutputsRow &m_outputs;
};

} // namespace actiscope
