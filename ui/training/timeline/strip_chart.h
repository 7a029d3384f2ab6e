// A strip of the chart below the panels: one series of all models over the epochs, with thin lines of earlier runs. All strips have one time axis.
// Owned by whoever owns the plot, and never outlives it. GUI thread.
#pragma once

#include "core/drawing/decimated_series.h"
#include "core/training/coming_epoch.h"
#include "core/training/run_store.h"
#include "core/training/series.h"
#include "core/training/snapshot.h"
#include "ui/base/plot.h"
#include "ui/base/theme.h"
#include "ui/charts/model_style.h"

#include <QCoreApplication>

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace actiscope {

/** How hands want all strips. */
struct StripOptions {
    bool isLogarithmic = false; ///< where a series can be drawn either way
    bool isDifference = false;  ///< to the first model

    bool operator==(const StripOptions &) const = default;
};

class StripChart {
    Q_DECLARE_TR_FUNCTIONS(actiscope::StripChart)

public:
    /** One of a model's curves: solid, dashed, or of a later layer. */
    struct Curve {
        std::size_t model = 0;
        std::size_t place = 0; ///< among its model's
        QCPGraph *graph = nullptr;
        QCPGraph *within = nullptr; ///< what training figures are within epochs; null for other figures
        DecimatedSeries rows = {};       ///< a value an epoch; NaN where there is nothing to draw
        std::vector<double> epochs = {}; ///< of what is measured now and then
        std::vector<double> values = {};
        std::int64_t shown = -1; ///< the epoch at which the run stands …
        double atShown = 0;      ///< … and the value there, also where a long run has no row of it any more

        bool isEmpty() const { return rows.size() == 0 && values.empty(); }
        /** Whether there is anything within epochs, and room for it. */
        bool isSeenWithin() const { return within && within->visible() && !within->data()->isEmpty(); }
        /** Of the part of an epoch that ends there. */
        double withinAt(double epoch) const;
        /** The last value at or before an epoch; NaN for none. */
        double at(std::int64_t epoch) const;
        /** The epoch that this is the value of, where there is a value an epoch: of a long run not all are kept. */
        std::int64_t kept(std::int64_t epoch) const;
    };
    /** Where values leave the range. */
    struct Leaving {
        double epoch = 0;
        std::size_t model = 0;
        bool isAbove = true;
    };
    /** Where an earlier run's line ends, or leaves the plot at its right. */
    struct KeptEnd {
        QString name;
        double epoch = 0;
        double value = 0;
    };

    /** Adds itself to the layout, in a row of its own. */
    StripChart(QCustomPlot &plot, QCPLayoutGrid &layout, int row, const SeriesKind &kind);
    ~StripChart();
    StripChart(const StripChart &) = delete;
    StripChart &operator=(const StripChart &) = delete;

    void setTheme(const Theme &theme, const QFont &numbers);
    /** A run from its beginning. */
    void setRun(const Snapshot &run, const std::vector<ModelStyle> &styles, StripOptions options);
    void setStyles(const std::vector<ModelStyle> &styles);
    /** The rows that are new. */
    void append(const Snapshot &run);
    /** The epoch after the last one has come so far. */
    void showComing(const Snapshot &run, const ComingEpoch &epoch);
    /** It stands at another epoch. */
    void showCurrent(const Snapshot &run);
    /** Whatever was measured. */
    void showSurvey(const RunSurvey &survey);
    /** Thin lines below the curves. */
    void setKept(const std::vector<KeptRun> &runs);
    /** The value axis takes its range from what there is. */
    void fit(const Experiment &experiment);

    const SeriesKind &kind() const { return m_kind; }
    bool isLogarithmic() const;
    /** Training images that were looked at for what is measured; 0 where data are no images. */
    std::size_t measuredImages() const { return m_measuredImages; }
    QCPAxisRect *axisRect() const { return m_axisRect; }
    const std::vector<Curve> &curves() const { return m_curves; }
    /** Null where there is none. */
    const Curve *curve(std::size_t model, std::size_t place = 0) const;
    const std::vector<Leaving> &leaving() const { return m_leaving; }
    std::vector<KeptEnd> keptEnds() const;
    /** The end of a part of an epoch that is nearest, where parts are seen; it may be an epoch's. */
    std::optional<double> nearestPart(double epoch) const;
    std::size_t keptCount() const { return m_kept.size(); }

    /** More rows than this are drawn as the extremes of their parts: more than one a pixel, and no more lines than a frame has time for. */
    static constexpr std::size_t maxRows = 2048;

private:
    void removeCurves();
    void addCurve(std::size_t model, std::size_t place);
    QCPGraph *addGraph();
    void appendRows(Curve &curve, const Snapshot &run);
    void keepLine(const KeptRun &run, std::size_t model);
    std::vector<double> sample() const;
    double start() const;
    AxisRange rangeOf(const Experiment &experiment) const;
    void findLeaving();

    const SeriesKind &m_kind;
    QCustomPlot &m_plot;
    QCPAxisRect *m_axisRect = nullptr;
    Theme m_theme;
    StripOptions m_options;
    std::size_t m_measuredImages = 0;
    std::vector<Curve> m_curves;
    std::vector<QCPGraph *> m_kept;
    std::vector<Leaving> m_leaving;
    std::vector<std::pair<QString, QCPGraph *>> m_keptNames; ///< of the first line of each run
};

/** "99.5", "0.053", "70": as it stands beside a curve. */
QString stripNumber(double value);

} // namespace actiscope
