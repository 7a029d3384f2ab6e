#include "ui/charts/loss_chart.h"

#include "ui/base/translation.h"
#include "ui/charts/boundary_chart.h"
#include "ui/charts/curve_labels.h"
#include "ui/charts/loss_axis_ticker.h"
#include "ui/charts/parts_graph.h"
#include "ui/charts/series_graph.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace actiscope {

namespace {

constexpr double usualWidth = 480; ///< of the chart, in pixels: it is not laid out yet where rows come to it

const QString cursorLayer = QStringLiteral("loss cursor");

/** A gap in the curve instead of a line to infinity. */
double drawable(double loss)
{
    return std::isfinite(loss) ? loss : std::numeric_limits<double>::quiet_NaN();
}

/** Where the curve of a figure ends: a curve that diverged has no finite rows from then on, and with mini-batches the first has no training loss. */
std::optional<std::size_t> lastFinite(const History &history, double EpochFigures::*figure)
{
    std::size_t end = history.size();
    while (end > 0 && !std::isfinite(history[end - 1].*figure))
        --end;
    return end > 0 ? std::optional(end - 1) : std::nullopt;
}

} // namespace

LossChart::LossChart(QCustomPlot &plot, QCPLayoutGrid &layout, int row, int column) : m_plot(plot)
{
    plot.setLocale(QLocale::c());
    plot.setAntialiasedElements(QCP::aeAll);
    if (!plot.layer(cursorLayer)) {
        plot.addLayer(cursorLayer, plot.layer(QStringLiteral("axes")));
        plot.layer(cursorLayer)->setMode(QCPLayer::lmBuffered);
    }
    m_axisRect = new QCPAxisRect(&plot);
    layout.addElement(row, column, m_axisRect);
    QCPAxis *x = m_axisRect->axis(QCPAxis::atBottom);
    QCPAxis *y = m_axisRect->axis(QCPAxis::atLeft);
    m_axisRect->axis(QCPAxis::atTop)->setVisible(false);
    m_axisRect->axis(QCPAxis::atRight)->setVisible(false);
    actiscope::setLogarithmic(*x, false);
    x->setLabel(tr("epoch"));
    y->setLabel(tr("cross-entropy loss"));
    x->setRange(0, 1);
    m_axisRect->setAutoMargins(QCP::msLeft | QCP::msBottom | QCP::msTop);

    m_labels = new CurveLabels(m_axisRect, QStringLiteral("axes"));
    m_labels->setKey(tr("training"), tr("test"));
    m_cursorLine = plot.addGraph(x, y);
    m_cursorDots = plot.addGraph(x, y);
    for (QCPGraph *graph : {m_cursorLine, m_cursorDots})
        graph->setLayer(cursorLayer);
    m_cursorDots->setLineStyle(QCPGraph::lsNone);
    setLogarithmic(false);
}

void LossChart::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_labels->setTheme(theme);
    for (QCPAxis *axis : m_axisRect->axes())
        styleAxis(*axis, theme);
    m_axisRect->setBackground(QBrush(theme.plotBackground));
    m_axisRect->setMinimumMargins(QMargins(0, m_labels->keyHeight(), 0, 0));
    m_cursorLine->setPen(QPen(theme.zeroLine, theme.scale));
    m_cursorDots->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(theme.text, theme.scale), theme.text, 7 * theme.scale));
}

void LossChart::setModels(const std::vector<ModelStyle> &styles)
{
    for (const Curve &curve : m_curves) {
        for (QCPGraph *graph : {curve.train, curve.test, curve.leaving, curve.within})
            m_plot.removeGraph(graph);
    }
    m_curves.clear();
    m_labels->labels().clear();
    for (std::size_t i = 0; i < styles.size(); ++i) {
        Curve curve;
        for (QCPGraph **graph : {&curve.within, &curve.test, &curve.train}) {
            *graph = m_plot.addGraph(m_axisRect->axis(QCPAxis::atBottom), m_axisRect->axis(QCPAxis::atLeft));
            (*graph)->setAdaptiveSampling(true);
        }
        curve.leaving = m_plot.addGraph(m_axisRect->axis(QCPAxis::atBottom), m_axisRect->axis(QCPAxis::atLeft));
        curve.leaving->setLineStyle(QCPGraph::lsNone);
        m_curves.push_back(curve);
    }
    m_labels->labels().resize(styles.size());
    setStyles(styles);
    setCursor(std::nullopt);
}

void LossChart::setStyles(const std::vector<ModelStyle> &styles)
{
    for (std::size_t i = 0; i < std::min(styles.size(), m_curves.size()); ++i) {
        QPen pen = styles[i].pen;
        m_curves[i].train->setPen(pen);
        m_curves[i].leaving->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssTriangle, QPen(pen.color(), m_theme.scale), pen.color(), 7 * m_theme.scale));
        m_curves[i].within->setPen(penWithinEpochs(pen));
        pen.setDashPattern({4, 2.5});
        pen.setWidthF(1.6 * m_theme.scale);
        m_curves[i].test->setPen(pen);
        m_labels->labels()[i].text = styles[i].name;
        m_labels->labels()[i].color = styles[i].pen.color();
    }
    fitMargin();
}

bool LossChart::fitMargin()
{
    QMargins margins = m_axisRect->margins(); // the others are the layout's
    const int wanted = m_labels->wantedMargin();
    if (margins.right() == wanted)
        return false;
    margins.setRight(wanted);
    m_axisRect->setMargins(margins);
    return true;
}

void LossChart::fitLabels()
{
    constexpr int pixelsAcross = 70;
    constexpr int pixelsDown = 36;
    fitMargin();
    m_axisRect->axis(QCPAxis::atBottom)->ticker()->setTickCount(std::clamp(m_axisRect->width() / pixelsAcross, 2, 5));
    QCPAxis *y = m_axisRect->axis(QCPAxis::atLeft);
    y->ticker()->setTickCount(std::clamp(m_axisRect->height() / pixelsDown, 2, 5));
    fitLossLabel(20); // above is the key to the lines, below are the axis and its name: neither is where the name of this axis stands
}

bool LossChart::fitLossLabel(double overhang)
{
    QCPAxis *y = m_axisRect->axis(QCPAxis::atLeft);
    const QString whole = translated(std::string(rowOf(m_loss).axis));
    const double height = m_axisRect->height();
    const bool fits = height <= 0 || QFontMetricsF(y->labelFont()).horizontalAdvance(whole) <= height + 2 * overhang;
    const QString before = y->label();
    y->setLabel(fits ? whole : tr("loss"));
    return y->label() != before;
}

void LossChart::append(const Snapshot &run)
{
    for (std::size_t i = 0; i < std::min(run.models.size(), m_curves.size()); ++i) {
        appendRows(m_curves[i], run.models[i].history);
        m_curves[i].diverged = run.models[i].divergedAt.has_value();
        placeLabel(i, run.models[i]);
    }
    m_loss = run.experiment.loss;
    fitLossLabel();
    const std::int64_t trained = std::max(run.furthest, run.epoch);
    const double epochs = std::max(1.0, double(trained > 0 ? trained : run.experiment.stop.epochs));
    m_axisRect->axis(QCPAxis::atBottom)->setRange(0, epochs);
    for (Curve &curve : m_curves) {
        curve.within->setVisible(hasRoomWithinEpochs(epochs, usualWidth));
        showParts(*curve.within, curve.history, &PartFigures::loss);
    }
    fitLossAxis();
}

void LossChart::appendRows(Curve &curve, const History &history)
{
    const std::size_t before = curve.trainLosses.size();
    if (history.size() <= before)
        return;
    for (std::size_t row = before; row < history.size(); ++row) {
        const EpochFigures &figures = history[row];
        curve.trainLosses.append(drawable(figures.trainLoss));
        curve.testLosses.append(drawable(figures.testLoss));
        curve.range.include(figures.trainLoss);
        curve.range.include(figures.testLoss);
    }
    curve.history = history;
    showSeries(*curve.train, curve.trainLosses, before, maxRowsDrawn);
    showSeries(*curve.test, curve.testLosses, before, maxRowsDrawn);
}

void LossChart::placeLabel(std::size_t model, const ModelSnapshot &snapshot)
{
    CurveLabels::Label &label = m_labels->labels()[model];
    label.isPlaced = false;
    for (const auto figure : {&EpochFigures::trainLoss, &EpochFigures::testLoss}) {
        const auto row = label.isPlaced ? std::nullopt : lastFinite(snapshot.history, figure);
        if (!row)
            continue;
        label.isPlaced = true;
        label.epoch = static_cast<double>(*row);
        label.loss = snapshot.history[*row].*figure;
    }
    label.note = snapshot.divergedAt ? divergedText(*snapshot.divergedAt) : QString();
}

/** As in the window: one spike does not set the scale, and where curves leave it there are marks. Nor do curves that diverged while there are others. */
AxisRange LossChart::linearRange() const
{
    constexpr std::size_t sampled = 512; // parts of a curve
    const bool allDiverged = std::ranges::all_of(m_curves, &Curve::diverged);
    std::vector<double> values;
    double start = 0;
    for (const Curve &curve : m_curves) {
        if (curve.diverged && !allDiverged)
            continue;
        for (const DecimatedSeries *losses : {&curve.trainLosses, &curve.testLosses}) {
            const std::size_t rows = losses->size();
            for (std::size_t row = 0; row < std::min<std::size_t>(2, rows); ++row) // with mini-batches the first has no training loss
                start = std::isfinite((*losses)[row]) ? std::max(start, (*losses)[row]) : start;
            for (const SeriesBucket &bucket : rows > 0 ? losses->buckets(0, rows - 1, sampled) : std::vector<SeriesBucket>()) {
                values.push_back(bucket.least);
                values.push_back(bucket.greatest);
            }
        }
    }
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    AxisRange range = robustRange(values, start);
    if (!values.empty() && std::ranges::min(values) < 0)
        range.lower = 1.08 * std::ranges::min(values);
    return range;
}

void LossChart::markLeaving()
{
    constexpr std::size_t sampled = 64; // no more marks than have room beside one another
    constexpr double below = 0.02;      // of the range: a mark is inside
    const QCPRange range = m_axisRect->axis(QCPAxis::atLeft)->range();
    for (const Curve &curve : m_curves) {
        curve.leaving->data()->clear();
        for (const DecimatedSeries *losses : {&curve.trainLosses, &curve.testLosses}) {
            const std::size_t rows = losses->size();
            for (const SeriesBucket &bucket : rows > 0 ? losses->buckets(0, rows - 1, sampled) : std::vector<SeriesBucket>()) {
                if (bucket.greatest > range.upper)
                    curve.leaving->addData(static_cast<double>(bucket.greatestAt), range.upper - below * range.size());
            }
        }
    }
}

/** Curves that diverged do not set the scale while there are others. */
void LossChart::fitLossAxis()
{
    LossRange range;
    for (const Curve &curve : m_curves) {
        if (!curve.diverged)
            range.include(curve.range);
    }
    if (range.isEmpty()) {
        for (const Curve &curve : m_curves)
            range.include(curve.range);
    }
    const AxisRange axis = m_logarithmic ? range.logarithmic() : linearRange();
    m_axisRect->axis(QCPAxis::atLeft)->setRange(axis.lower, axis.upper);
    markLeaving();
}

void LossChart::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    QCPAxis *y = m_axisRect->axis(QCPAxis::atLeft);
    actiscope::setLogarithmic(*y, logarithmic);
    if (logarithmic)
        y->setTicker(QSharedPointer<QCPAxisTicker>(new LossAxisTicker));
    fitLossAxis();
    drawCursor();
}

void LossChart::setCursor(std::optional<std::int64_t> epoch)
{
    if (epoch)
        epoch = std::clamp<std::int64_t>(*epoch, 0, std::max<std::int64_t>(0, lastEpoch()));
    m_cursor = epoch;
    drawCursor();
}

void LossChart::drawCursor()
{
    m_cursorLine->data()->clear();
    m_cursorDots->data()->clear();
    if (!m_cursor || m_curves.empty())
        return;
    const auto epoch = static_cast<double>(*m_cursor);
    const QCPRange range = m_axisRect->axis(QCPAxis::atLeft)->range();
    m_cursorLine->setData({epoch, epoch}, {range.lower, range.upper}, true);
    for (const double loss : lossesAt(*m_cursor))
        m_cursorDots->addData(epoch, loss);
}

std::vector<double> LossChart::lossesAt(std::int64_t epoch) const
{
    std::vector<double> losses;
    for (const Curve &curve : m_curves) {
        if (epoch < 0 || static_cast<std::size_t>(epoch) >= curve.history.size())
            continue;
        const EpochFigures &row = curve.history[static_cast<std::size_t>(epoch)]; // what is drawn is thinner
        losses.push_back(drawable(row.trainLoss));
        losses.push_back(drawable(row.testLoss));
    }
    return losses;
}

void LossChart::replotCursor()
{
    m_plot.layer(cursorLayer)->replot();
}

std::int64_t LossChart::lastEpoch() const
{
    std::size_t rows = 0;
    for (const Curve &curve : m_curves)
        rows = std::max(rows, curve.trainLosses.size());
    return static_cast<std::int64_t>(rows) - 1;
}

} // namespace actiscope
