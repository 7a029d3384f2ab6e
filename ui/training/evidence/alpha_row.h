// Evidence: parameters of the activations over epochs, learned or as they were set. GUI thread.
#pragma once

#include "ui/training/evidence/evidence_row.h"
#include "ui/training/evidence/panel_plot.h"

#include <QCoreApplication>

#include <vector>

namespace actiscope {

class AlphaRow : public EvidenceRow {
    Q_DECLARE_TR_FUNCTIONS(actiscope::AlphaRow)

public:
    using EvidenceRow::EvidenceRow;

    static double heightOf(const Snapshot &run, double width);

    EvidencePanel *makePanel(std::size_t model, QWidget *parent) override;
    QString legend() const override;
    std::vector<AxisNumber> axisNumbers(QSizeF panel) const override;

    /** A parameter of a layer's activation at the moments that are kept of the run, by epoch, and now. */
    struct Series {
        std::size_t layer = 0;
        std::size_t parameter = 0;
        bool isLearned = false;
        SampledLine line = {}; ///< x: epochs
    };
    const std::vector<Series> &series(std::size_t model) const;
    PanelPlot plotOf(const QRectF &panel) const;
    /** "fixed at 0.01", "learned, starts at 0.25", "has no parameter". */
    QString sentence(std::size_t model) const;

protected:
    void fit() override;

private:
    std::vector<std::vector<Series>> m_series; ///< of each model
    Interval m_y{0, 1};
};

class AlphaPanel : public EvidencePanel {
    Q_OBJECT

public:
    AlphaPanel(AlphaRow &row, std::size_t model, QWidget *parent);

    void draw(QPainter &painter, const QRectF &area) const override;
    QString description() const override;
    EvidenceTable table() const override;

private:
    AlphaRow &m_alphas;
};

} // namespace actiscope
