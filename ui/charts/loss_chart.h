// Draws the loss curves of all models of a run into a cell of a QCustomPlot, training solid and test dashed. The window
// and the figures draw with it. Rows are only ever appended while a run goes on. Owned by whoever owns the plot, and
// never outlives it. GUI thread.
#pragma once

#include "core/drawing/decimated_series.h"
#include "core/drawing/loss_range.h"
#include "core/training/snapshot.h"
#include "ui/base/plot.h"
#include "ui/base/theme.h"
#include "ui/charts/model_style.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

namespace actiscope {

class CurveLabels;

class LossChart {
    Q_DECLARE_TR_FUNCTIONS(actiscope::LossChart)

public:
    /** Adds itself to the layout at (row, column). Colours and fonts come with setTheme(). */
    LossChart(QCustomPlot &plot, QCPLayoutGrid &layout, int row, int column);

    void setTheme(const Theme &theme);
    /** A new run: empty curves. */
    void setModels(const std::vector<ModelStyle> &styles);
    /** Names and pens of the same models, curves kept. */
    void setStyles(const std::vector<ModelStyle> &styles);
    /** Appends the rows that are new, and fits the axes. */
    void append(const Snapshot &run);
    /** Gives the labels their room, and the axes as many ticks as they have room for, once the chart is laid out. */
    void fitLabels();
    /** Gives the labels their room, a third of the chart at most, as it was laid out last. True if it is another one now. */
    bool fitMargin();
    /** The axis' label in short where it is more than `overhang` pixels longer at each end than the axis. True if it is another one now. */
    bool fitLossLabel(double overhang = 24);
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }

    /** A line at this epoch with a dot on every curve, or none. */
    void setCursor(std::optional<std::int64_t> epoch);
    /** Draws the cursor anew, and nothing else. */
    void replotCursor();
    std::optional<std::int64_t> cursor() const { return m_cursor; }
    /** The losses of all curves at an epoch, of those that come to it. */
    std::vector<double> lossesAt(std::int64_t epoch) const;
    /** The last epoch that has figures. */
    std::int64_t lastEpoch() const;

    /** More rows than this are drawn as the least and greatest losses of their parts, which are at least half as many and look the same. */
    static constexpr std::size_t maxRowsDrawn = 8192;

    QCPAxisRect *axisRect() const { return m_axisRect; }
    QCPGraph *trainGraph(std::size_t model) const { return m_curves[model].train; }
    QCPGraph *testGraph(std::size_t model) const { return m_curves[model].test; }
    QCPGraph *leavingMarks(std::size_t model) const { return m_curves[model].leaving; }
    /** The training loss within epochs. */
    QCPGraph *withinGraph(std::size_t model) const { return m_curves[model].within; }
    std::size_t modelCount() const { return m_curves.size(); }
    const CurveLabels *labels() const { return m_labels; }

private:
    struct Curve {
        QCPGraph *train = nullptr;
        QCPGraph *test = nullptr;
        QCPGraph *leaving = nullptr; ///< marks where a loss is above the axis
        QCPGraph *within = nullptr;
        History history; ///< shares its rows with the run
        DecimatedSeries trainLosses; ///< NaN where there is nothing to draw
        DecimatedSeries testLosses;
        LossRange range;
        bool diverged = false;
    };
    void appendRows(Curve &curve, const History &history);
    void placeLabel(std::size_t model, const ModelSnapshot &snapshot);
    void fitLossAxis();
    AxisRange linearRange() const;
    void markLeaving();
    void drawCursor();

    QCustomPlot &m_plot;
    QCPAxisRect *m_axisRect = nullptr;
    CurveLabels *m_labels = nullptr;
    QCPGraph *m_cursorLine = nullptr;
    QCPGraph *m_cursorDots = nullptr;
    std::vector<Curve> m_curves;
    Theme m_theme;
    bool m_logarithmic = false;
    Loss m_loss = Loss::CrossEntropy;
    std::optional<std::int64_t> m_cursor;
};

} // namespace actiscope
