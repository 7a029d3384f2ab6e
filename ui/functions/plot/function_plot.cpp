#include "ui/functions/plot/function_plot.h"

#include "core/analysis/asymptote.h"
#include "core/analysis/saturation.h"
#include "ui/base/activation_colors.h"
#include "ui/functions/plot/curve_names.h"
#include "ui/functions/plot/difference_panel.h"
#include "ui/functions/plot/focus_marks.h"
#include "ui/functions/plot/inside_panel.h"
#include "ui/functions/plot/pointer_marks.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double defaultXLimit = 5;
constexpr double yMargin = 0.12; ///< a name finds room below the lowest line
constexpr int shadeOpacity = 30; ///< of 255, over the plot's ground

} // namespace

FunctionPlot::FunctionPlot(const FunctionsState &state, const ActivationColors &colors, QWidget *parent)
    : QCustomPlot(parent), m_state(state), m_colors(colors), m_stack(new PanelStack(*this)), m_curves(*this, m_stack->panels())
{
    setMinimumSize(320, 160);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Plots of the activations and their derivatives"));
    setObjectName(QStringLiteral("functionPlot"));
    setupMarks();
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_update.setSingleShot(true);
    m_update.setInterval(0);
    connect(&m_update, &QTimer::timeout, this, &FunctionPlot::updateNow);
    connect(this, &QCustomPlot::beforeReplot, this, &FunctionPlot::prepare);
    connect(this, &QCustomPlot::afterLayout, this, &FunctionPlot::fitAxes);
    setTheme(m_theme);
    resetView();
    updateNow();
}

void FunctionPlot::setupMarks()
{
    for (std::size_t order = 0; order < orders; ++order)
        m_marks[order] = new FocusMarks(*this, FunctionPanel::movingLayer(), *panel(order).rect());
    m_kinkLabels = new KinkLabels(*this, FunctionPanel::movingLayer(), *derivativeRect());
    panel(0).names()->setTaken([this] { return m_marks[0]->wordPlaces(); });
    panel(1).names()->setTaken([this] {
        std::vector<QRectF> places;
        for (const KinkLabels::Label &label : m_kinkLabels->labels())
            places.push_back(label.place);
        return places;
    });
}

/** Stacks the plots that are asked for. True when that changed anything. */
bool FunctionPlot::arrange()
{
    if (!m_stack->arrange(m_state))
        return false;
    m_curves.setSecondDerivative(panel(2).isShown());
    emit panelsChanged();
    return true;
}

int FunctionPlot::leastHeight() const
{
    constexpr double linesOfPanel = 4.6; // of figures at the axis, with what is between them
    constexpr int around = 24;           // pixels: margins of title and plot
    const double line = QFontMetricsF(plotFont(*this)).height();
    const double title = QFontMetricsF(panel(0).title()->font()).height();
    const double panels = static_cast<double>(m_stack->shown().size());
    return qRound(panels * (title + linesOfPanel * line + around) + 2.5 * line); // below the lowest one its figures and its x
}

void FunctionPlot::setTheme(const Theme &theme)
{
    m_theme = theme;
    stylePlot(*this, theme);
    m_stack->setTheme(theme);
    m_kinkLabels->setTheme(theme);
    m_choicesAreOld = true;
    m_framed = {};
    emit panelsChanged();
    refresh();
}

QCPGraph *FunctionPlot::valueGraph(const Activation &activation) const
{
    const FunctionCurves::Curve *curve = m_curves.functionCurve(activation);
    return curve ? curve->graphs[0] : nullptr;
}

QCPGraph *FunctionPlot::derivativeGraph(const Activation &activation) const
{
    const FunctionCurves::Curve *curve = m_curves.functionCurve(activation);
    return curve ? curve->graphs[1] : nullptr;
}

int FunctionPlot::xDecimals() const
{
    return decimalsOfResolution(m_stack->xRange().size() / std::max(1, valueRect()->width()));
}

void FunctionPlot::refresh()
{
    m_choicesAreOld = true;
    if (!m_update.isActive())
        m_update.start();
}

void FunctionPlot::updateNow()
{
    m_update.stop();
    if (prepare()) {
        replot();
        return;
    }
    layer(FunctionPanel::movingLayer())->replot();
    layer(FunctionPanel::pointerLayer())->replot();
}

void FunctionPlot::setInside(const Histogram &histogram, const Activation &activation, const QString &title)
{
    const bool withAxes = inside().setHistogram(histogram, activation, title);
    colorInside();
    refreshInside(withAxes);
}

void FunctionPlot::clearInside()
{
    inside().clear();
    refreshInside(false);
}

void FunctionPlot::setInsideAbsent(const QString &why)
{
    inside().setAbsent(why);
    refreshInside(false);
}

void FunctionPlot::colorInside()
{
    if (inside().activation())
        inside().setColor(m_colors.color(inside().activation()->id, m_theme));
}

/** Draws the histogram again, `withAxes`: with what it is measured by. */
void FunctionPlot::refreshInside(bool withAxes)
{
    m_axesAreOld = m_axesAreOld || withAxes;
    if (inside().panel().isShown() && !m_update.isActive())
        m_update.start();
}

/** Computes what is old. True when more than the moving layers has to be drawn again. */
bool FunctionPlot::prepare()
{
    bool anew = arrange();
    anew = std::exchange(m_axesAreOld, false) || anew;
    anew = takeScale() || anew;
    anew = takeChoices() || anew;
    if (m_stack->xRange() != m_sampledRange) {
        m_sampledRange = m_stack->xRange();
        m_marksAreOld = true;
        emit xRangeChanged(m_sampledRange.lower, m_sampledRange.upper);
    }
    m_curves.sample(m_sampledRange);
    anew = fitRanges() || anew;
    anew = updateDifference() || anew;
    nameCurves();
    if (m_marksAreOld)
        markFocus();
    m_marksAreOld = false;
    markPointer();
    return anew;
}

/** Equal scales are made after a layout, so there has to be one; without them the curves say how high the plots are. */
bool FunctionPlot::takeScale()
{
    const bool isEqual = m_state.view().options().equalScale;
    if (std::exchange(m_isEqual, isEqual) == isEqual)
        return false;
    m_followsCurves = m_followsCurves || !isEqual;
    return true;
}

bool FunctionPlot::takeChoices()
{
    if (!m_choicesAreOld)
        return false;
    m_choicesAreOld = false;
    m_marksAreOld = true;
    const FunctionCurves::Change change = m_curves.setChoices(chooseCurves(m_state, m_colors, m_theme), m_theme);
    if (change == FunctionCurves::Change::OfAll)
        m_kinkLabels->setLayer(FunctionPanel::movingLayer()); // above the new graphs
    for (FunctionPanel *each : m_stack->panels())
        each->setEmpty(m_curves.curves().empty());
    return change == FunctionCurves::Change::OfAll;
}

void FunctionPlot::resetView()
{
    showXRange(-defaultXLimit, defaultXLimit);
}

void FunctionPlot::showXRange(double from, double to)
{
    m_followsCurves = true;
    m_framed = {};
    m_stack->setXRange({from, to});
    refresh();
}

std::optional<std::array<QCPRange, FunctionPlot::orders>> FunctionPlot::chosenYRanges() const
{
    if (m_followsCurves)
        return std::nullopt;
    std::array<QCPRange, orders> ranges;
    for (std::size_t order = 0; order < orders; ++order)
        ranges[order] = panel(order).y()->range();
    return ranges;
}

void FunctionPlot::chooseYRanges(const std::array<QCPRange, orders> &ranges)
{
    m_followsCurves = false;
    for (std::size_t order = 0; order < orders; ++order)
        panel(order).y()->setRange(ranges[order]);
    refresh();
}

void FunctionPlot::showPartOf(const FunctionPlot &other)
{
    m_followsCurves = false;
    m_stack->setXRange(other.m_stack->xRange());
    for (std::size_t order = 0; order < orders; ++order)
        panel(order).y()->setRange(other.panel(order).y()->range());
    inside().showSameAs(other.inside());
    colorInside();
    updateNow();
}

void FunctionPlot::showOnly(PanelStack::Place place)
{
    m_stack->setOnly(place);
    updateNow();
}

std::vector<PanelStack::Place> FunctionPlot::shownPlaces() const
{
    std::vector<PanelStack::Place> places;
    const std::vector<FunctionPanel *> all = m_stack->all();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i]->isShown())
            places.push_back(static_cast<PanelStack::Place>(i));
    }
    return places;
}

/** True when a y range changed. */
bool FunctionPlot::fitRanges()
{
    const bool isFamily = m_state.showsFamily();
    const Activation &focus = m_state.focus();
    Framed framed{m_state.shown(), m_state.preview(),
                  isFamily ? m_state.view().familyValues(focus, m_state.view().familyParameter(focus)) : std::vector<double>()};
    if (!m_followsCurves)
        return false;
    const bool begins = framed != m_framed;
    // While a parameter moves the axes stand still, so that what bends is the curve.
    if (!begins && m_state.isBending())
        return false;
    m_framed = std::move(framed);
    bool changed = begins;
    for (std::size_t order = 0; order < orders; ++order) {
        FunctionPanel &each = panel(order);
        const QCPRange before = begins ? QCPRange(0, 0.5) : m_wantedY[order];
        // Grows, but does not shrink: a range that jumped to and fro with every bend could not be compared with the one before.
        const Interval grown = united({before.lower, before.upper}, rangeOf(m_curves.lines(order), yMargin));
        m_wantedY[order] = QCPRange(grown.minimum, grown.maximum);
        changed = changed || m_wantedY[order] != before;
        if (!m_state.view().options().equalScale)
            each.y()->setRange(m_wantedY[order]);
    }
    return changed;
}

/** After the layout, which says how long the axes are. */
void FunctionPlot::fitAxes()
{
    bool isOld = m_stack->fitTicks(); // those of this time are placed already
    if (m_state.view().options().equalScale) {
        for (std::size_t order = 0; order < orders; ++order) {
            FunctionPanel &each = panel(order);
            isOld = each.equalizeScale(m_followsCurves ? m_wantedY[order] : each.y()->range(), m_followsCurves) || isOld;
        }
    }
    if (isOld)
        QTimer::singleShot(0, this, [this] { replot(rpQueuedReplot); });
}

bool FunctionPlot::updateDifference()
{
    if (!difference().panel().isShown())
        return false;
    difference().setFunctions(m_state.minuend(), m_state.subtrahend());
    difference().setLogarithmic(m_state.view().options().logarithmicDifference);
    return difference().update(m_sampledRange, m_state.isBending());
}

/** Every line is handed over: names keep clear also of those that have none. */
void FunctionPlot::nameCurves()
{
    for (std::size_t order = 0; order < orders; ++order) {
        std::vector<CurveNames::Entry> entries;
        for (const FunctionCurves::Curve &curve : m_curves.curves()) {
            const bool bold = curve.choice.isFocus && curve.choice.kind == CurveChoice::Kind::Function;
            // The focused one first: it has the choice of places.
            entries.insert(bold ? entries.begin() : entries.end(),
                           {curve.choice.label, curve.choice.textColor, bold, curve.graphs[order]->data()});
        }
        panel(order).names()->setEntries(std::move(entries));
    }
}

/** Saturation, asymptotes and kinks of the focused function, where it is shown. */
void FunctionPlot::markFocus()
{
    const ViewOptions &options = m_state.view().options();
    const Activation &focus = m_state.focus();
    const std::vector<double> &parameters = m_state.parameters(focus);
    const bool isShown = m_state.isDrawn(focus);
    std::vector<Interval> saturated;
    if (isShown && options.saturation)
        saturated = saturatedIntervals(focus, parameters, options.saturationThreshold, m_sampledRange.lower, m_sampledRange.upper);
    std::vector<Asymptote> asymptotes;
    for (const int direction : {-1, 1}) {
        const auto line = isShown && options.asymptotes ? asymptote(focus, parameters, direction) : std::nullopt;
        if (line && !line->reachedAt && std::ranges::find(asymptotes, *line) == asymptotes.end())
            asymptotes.push_back(*line);
    }
    QColor shade = m_theme.mutedText;
    shade.setAlpha(shadeOpacity);
    for (FocusMarks *marks : m_marks)
        marks->setSaturated(saturated, shade);
    const bool isAlone = m_state.shown().size() + (m_state.preview() ? 1 : 0) < 2;
    m_marks[0]->setWord(isAlone ? tr("saturated") : tr("%1 is saturated").arg(QString::fromStdString(focus.name)), m_theme.mutedText);
    const FunctionCurves::Curve *curve = m_curves.focusCurve();
    m_marks[0]->setAsymptotes(std::move(asymptotes), curve ? curve->choice.pen.color() : m_theme.mutedText);
    m_kinkLabels->setKinks(curve ? curve->lines.kinks : std::vector<KinkMark>());
    colorInside();
}

void FunctionPlot::setPointedX(std::optional<double> x)
{
    if (x == m_pointedX)
        return;
    m_pointedX = x;
    markPointer();
    layer(FunctionPanel::pointerLayer())->replot();
    emit pointedXChanged(x);
}

void FunctionPlot::markPointer()
{
    std::vector<PointerMarks::Dot> values, derivatives;
    std::optional<PointerMarks::Tangent> tangent;
    for (const FunctionCurves::Curve &curve : m_curves.curves()) {
        const auto &[kind, activation, parameters, pen, textColor, label, isFocus] = curve.choice;
        if (!m_pointedX || label.isEmpty())
            continue;
        values.push_back({activation->value(*m_pointedX, parameters), pen.color()});
        derivatives.push_back({activation->derivative(*m_pointedX, parameters), pen.color()});
        const bool isWhole = kind == CurveChoice::Kind::Function || kind == CurveChoice::Kind::Preview;
        if (isFocus && isWhole && m_state.view().options().tangent)
            tangent = {values.back().y, activation->oneSidedDerivatives(*m_pointedX, parameters), textColor};
    }
    panel(0).pointer()->setMarks(m_pointedX, std::move(values));
    panel(0).pointer()->setTangent(tangent);
    panel(1).pointer()->setMarks(m_pointedX, std::move(derivatives));
    for (FunctionPanel *other : {&panel(2), &inside().panel(), &difference().panel()})
        other->pointer()->setMarks(m_pointedX, {});
}

} // namespace actiscope
