#include "ui/functions/function_plot.h"

#include "ui/base/activation_colors.h"
#include "ui/functions/curve_end_labels.h"
#include "ui/functions/functions_state.h"
#include "ui/functions/pointer_marks.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double defaultXLimit = 5;
constexpr double yMargin = 0.08;
constexpr double smallestXRange = 1e-4;
constexpr double largestXRange = 2e4;
constexpr double markSize = 9;

QString overlayLayer()
{
    return QStringLiteral("pointer");
}

QVector<double> toVector(const std::vector<double> &values)
{
    return {values.begin(), values.end()};
}

} // namespace

FunctionPlot::FunctionPlot(const FunctionsState &state, const ActivationColors &colors, QWidget *parent)
    : QCustomPlot(parent), m_state(state), m_colors(colors)
{
    setMinimumSize(320, 280);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Plots of the activations and their derivatives"));
    setObjectName(QStringLiteral("functionPlot"));
    plotLayout()->clear();
    plotLayout()->setRowSpacing(0);
    addLayer(overlayLayer(), layer(QStringLiteral("overlay")), limBelow);
    // Its own buffer: moving the line does not draw the curves again.
    layer(overlayLayer())->setMode(QCPLayer::lmBuffered);
    setupHalf(m_value, 0, tr("f(x)"));
    setupHalf(m_derivative, 2, tr("f′(x)"));
    m_value.rect->axis(QCPAxis::atBottom)->setTickLabels(false);
    m_derivative.rect->axis(QCPAxis::atBottom)->setLabel(tr("x"));
    auto *leftMargins = new QCPMarginGroup(this);
    m_value.rect->setMarginGroup(QCP::msLeft, leftMargins);
    m_derivative.rect->setMarginGroup(QCP::msLeft, leftMargins);
    linkAxes();
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setTheme(m_theme);

    connect(this, &QCustomPlot::beforeReplot, this, [this] {
        if (m_samplesAreOld || m_value.rect->axis(QCPAxis::atBottom)->range() != m_sampledRange)
            sample();
        placeLabels();
        markPointer();
    });
    refresh();
    resetView();
}

void FunctionPlot::setupHalf(Half &half, int row, const QString &title)
{
    half.title = new QCPTextElement(this, title, plotFont());
    half.title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    half.title->setMargins(QMargins(16, 8, 0, 0));
    half.rect = new QCPAxisRect(this);
    half.rect->setAutoMargins(QCP::msLeft | QCP::msBottom | QCP::msTop);
    half.rect->setMinimumMargins(QMargins(16, 8, 0, 8));
    half.rect->setRangeDrag(Qt::Horizontal | Qt::Vertical);
    half.rect->setRangeZoom(Qt::Horizontal | Qt::Vertical);
    plotLayout()->addElement(row, 0, half.title);
    plotLayout()->addElement(row + 1, 0, half.rect);
    for (QCPAxis *axis : half.rect->axes())
        axis->setLayer(QStringLiteral("axes"));
    for (QCPAxis *axis : {half.rect->axis(QCPAxis::atBottom), half.rect->axis(QCPAxis::atLeft)})
        axis->grid()->setLayer(QStringLiteral("grid"));

    half.labels = new CurveEndLabels(*this, *half.rect);
    half.pointer = new PointerMarks(*this, overlayLayer(), *half.rect);
    half.emptyText = new QCPItemText(this);
    half.emptyText->setText(tr("Tick an activation in the list to draw it here"));
    half.emptyText->setClipToAxisRect(false);
    half.emptyText->position->setAxisRect(half.rect);
    half.emptyText->position->setType(QCPItemPosition::ptAxisRectRatio);
    half.emptyText->position->setCoords(0.5, 0.4);
}

void FunctionPlot::linkAxes()
{
    QCPAxis *above = m_value.rect->axis(QCPAxis::atBottom);
    QCPAxis *below = m_derivative.rect->axis(QCPAxis::atBottom);
    const auto changed = qOverload<const QCPRange &>(&QCPAxis::rangeChanged);
    connect(above, changed, this, &FunctionPlot::limitXRange);
    connect(below, changed, this, &FunctionPlot::limitXRange);
}

/** Keeps both x axes equal and within what can be sampled sensibly. */
void FunctionPlot::limitXRange(const QCPRange &range)
{
    const double width = std::clamp(range.size(), smallestXRange, largestXRange);
    const double center = std::clamp(range.center(), -largestXRange, largestXRange);
    const QCPRange limited = width == range.size() && center == range.center()
                                 ? range
                                 : QCPRange(center - width / 2, center + width / 2);
    for (const Half *half : {&m_value, &m_derivative})
        half->rect->axis(QCPAxis::atBottom)->setRange(limited);
}

void FunctionPlot::setTheme(const Theme &theme)
{
    m_theme = theme;
    stylePlot(*this, theme);
    styleHalf(m_value);
    styleHalf(m_derivative);
    for (const Curve &curve : m_curves)
        styleCurve(curve);
    replot(rpQueuedReplot);
}

void FunctionPlot::styleHalf(Half &half)
{
    QFont titleFont = plotFont();
    titleFont.setPointSizeF(titleFont.pointSizeF() + 2);
    titleFont.setItalic(true);
    half.title->setFont(titleFont);
    half.title->setTextColor(m_theme.text);
    QFont axisFont = plotFont();
    axisFont.setItalic(true);
    half.rect->axis(QCPAxis::atBottom)->setLabelFont(axisFont);
    half.pointer->setColors(m_theme.mutedText, m_theme.plotBackground);
    half.emptyText->setFont(plotFont());
    half.emptyText->setColor(m_theme.mutedText);
    half.labels->setRestText(tr("and %1 more"), m_theme.mutedText);
}

QCPGraph *FunctionPlot::valueGraph(const Activation &activation) const
{
    const auto found = std::ranges::find(m_curves, &activation, &Curve::activation);
    return found == m_curves.end() ? nullptr : found->value;
}

QCPGraph *FunctionPlot::derivativeGraph(const Activation &activation) const
{
    const auto found = std::ranges::find(m_curves, &activation, &Curve::activation);
    return found == m_curves.end() ? nullptr : found->derivative;
}

int FunctionPlot::xDecimals() const
{
    const int width = std::max(1, m_value.rect->width());
    return decimalsOfResolution(m_value.rect->axis(QCPAxis::atBottom)->range().size() / width);
}

void FunctionPlot::refresh()
{
    std::vector<const Activation *> drawn;
    for (const Curve &curve : m_curves)
        drawn.push_back(curve.activation);
    const bool setChanged = drawn != m_state.shown();
    if (setChanged)
        rebuildGraphs();
    for (const Curve &curve : m_curves)
        styleCurve(curve);
    sample();
    for (const Half *half : {&m_value, &m_derivative})
        half->emptyText->setVisible(m_curves.empty());
    if (m_followsCurves && setChanged)
        resetView();
    else if (m_followsCurves)
        growRanges();
    replot(rpQueuedReplot);
}

void FunctionPlot::rebuildGraphs()
{
    removeGraphs();
    for (const Activation *activation : m_state.shown()) {
        Curve curve;
        curve.activation = activation;
        curve.value = addLine(m_value);
        curve.derivative = addLine(m_derivative);
        m_curves.push_back(std::move(curve));
    }
    // After all lines, so that no curve crosses a mark.
    for (Curve &curve : m_curves) {
        for (QCPGraph **marks : {&curve.otherMarks, &curve.usedMarks}) {
            *marks = addLine(m_derivative);
            (*marks)->setLineStyle(QCPGraph::lsNone);
        }
    }
}

QCPGraph *FunctionPlot::addLine(const Half &half)
{
    QCPGraph *graph = addGraph(half.rect->axis(QCPAxis::atBottom), half.rect->axis(QCPAxis::atLeft));
    graph->setAdaptiveSampling(false); // would drop the breaks
    graph->setSelectable(QCP::stNone);
    return graph;
}

void FunctionPlot::removeGraphs()
{
    m_curves.clear();
    clearGraphs();
    m_labelWidth = 0;
}

void FunctionPlot::sample()
{
    const QCPRange range = m_value.rect->axis(QCPAxis::atBottom)->range();
    const auto samples = std::size_t(std::clamp(m_value.rect->width(), 200, 4000)) + 1;
    for (Curve &curve : m_curves) {
        const std::vector<double> &parameters = m_state.parameters(*curve.activation);
        curve.samples = sampleCurve(*curve.activation, parameters, range.lower, range.upper, samples);
        const auto &[value, derivative, kinks] = curve.samples;
        curve.value->setData(toVector(value.x), toVector(value.y), true);
        curve.derivative->setData(toVector(derivative.x), toVector(derivative.y), true);
        fillMarks(curve);
    }
    m_sampledRange = range;
    m_samplesAreOld = false;
}

void FunctionPlot::fillMarks(const Curve &curve)
{
    QVector<double> usedX, usedY, otherX, otherY;
    for (const auto &[x, derivative] : curve.samples.kinks) {
        usedX.append(x);
        usedY.append(derivative.at);
        for (const double side : {derivative.left, derivative.right}) {
            if (std::abs(side - derivative.at) <= 1e-9)
                continue;
            otherX.append(x);
            otherY.append(side);
        }
    }
    curve.usedMarks->setData(usedX, usedY, true);
    curve.otherMarks->setData(otherX, otherY, true);
}

void FunctionPlot::styleCurve(const Curve &curve)
{
    const QPen pen = m_colors.pen(curve.activation->id, m_theme);
    curve.value->setPen(pen);
    curve.derivative->setPen(pen);
    const QPen outline(pen.color(), 2);
    curve.usedMarks->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, outline, QBrush(pen.color()), markSize));
    curve.otherMarks->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, outline, QBrush(m_theme.plotBackground), markSize));
}

void FunctionPlot::placeLabels()
{
    std::vector<CurveEndLabels::Label> values, derivatives;
    for (const Curve &curve : m_curves) {
        const QPen pen = m_colors.pen(curve.activation->id, m_theme);
        CurveEndLabels::Label label{m_state.label(*curve.activation), pen, m_theme.readable(pen.color()), 0,
                                    curve.activation == &m_state.focus()};
        label.y = curve.samples.value.y.empty() ? 0 : curve.samples.value.y.back();
        values.push_back(label);
        label.y = curve.samples.derivative.y.empty() ? 0 : curve.samples.derivative.y.back();
        derivatives.push_back(label);
    }
    m_value.labels->setLabels(std::move(values));
    m_derivative.labels->setLabels(std::move(derivatives));
    m_labelWidth = std::max(m_labelWidth, m_value.labels->neededWidth());
    for (const Half *half : {&m_value, &m_derivative}) {
        QMargins margins = half->rect->margins();
        margins.setRight(m_labelWidth);
        half->rect->setMargins(margins);
    }
}

void FunctionPlot::showPartOf(const FunctionPlot &other)
{
    m_followsCurves = false;
    for (const Half FunctionPlot::*half : {&FunctionPlot::m_value, &FunctionPlot::m_derivative}) {
        for (const QCPAxis::AxisType type : {QCPAxis::atBottom, QCPAxis::atLeft})
            (this->*half).rect->axis(type)->setRange((other.*half).rect->axis(type)->range());
    }
}

void FunctionPlot::resetView()
{
    showXRange(-defaultXLimit, defaultXLimit);
}

void FunctionPlot::showXRange(double from, double to)
{
    m_followsCurves = true;
    m_value.rect->axis(QCPAxis::atBottom)->setRange(from, to);
    sample();
    for (const Half *half : {&m_value, &m_derivative})
        half->rect->axis(QCPAxis::atLeft)->setRange(0, 0.5);
    growRanges();
    replot(rpQueuedReplot);
}

/** Grows, but does not shrink: a range that jumped to and fro under the slider would hide what the slider does. */
void FunctionPlot::growRanges()
{
    std::vector<const SampledLine *> values, derivatives;
    for (const Curve &curve : m_curves) {
        values.push_back(&curve.samples.value);
        derivatives.push_back(&curve.samples.derivative);
    }
    const auto grow = [](const Half &half, std::span<const SampledLine *const> lines) {
        QCPAxis *axis = half.rect->axis(QCPAxis::atLeft);
        const Interval grown = united({axis->range().lower, axis->range().upper}, rangeOf(lines, yMargin));
        axis->setRange(grown.minimum, grown.maximum);
    };
    grow(m_value, values);
    grow(m_derivative, derivatives);
}

void FunctionPlot::setPointedX(std::optional<double> x)
{
    if (x == m_pointedX)
        return;
    m_pointedX = x;
    markPointer();
    layer(overlayLayer())->replot();
    emit pointedXChanged(x);
}

void FunctionPlot::markPointer()
{
    std::vector<PointerMarks::Dot> values, derivatives;
    for (const Curve &curve : m_curves) {
        if (!m_pointedX)
            break;
        const std::vector<double> &parameters = m_state.parameters(*curve.activation);
        const QColor color = m_colors.color(curve.activation->id, m_theme);
        values.push_back({curve.activation->value(*m_pointedX, parameters), color});
        derivatives.push_back({curve.activation->derivative(*m_pointedX, parameters), color});
    }
    m_value.pointer->setMarks(m_pointedX, std::move(values));
    m_derivative.pointer->setMarks(m_pointedX, std::move(derivatives));
}

void FunctionPlot::mouseMoveEvent(QMouseEvent *event)
{
    QCustomPlot::mouseMoveEvent(event);
    if (event->buttons().testFlag(Qt::LeftButton))
        m_followsCurves = false;
    const QCPAxis *axis = m_value.rect->axis(QCPAxis::atBottom);
    const QRect rect = m_value.rect->rect();
    const double pixel = event->position().x();
    if (pixel < rect.left() || pixel > rect.right()) {
        setPointedX(std::nullopt);
        return;
    }
    setPointedX(roundToResolution(axis->pixelToCoord(pixel), axis->range().size() / std::max(1, rect.width())));
}

void FunctionPlot::mouseDoubleClickEvent(QMouseEvent *)
{
    resetView();
}

void FunctionPlot::wheelEvent(QWheelEvent *event)
{
    m_followsCurves = false;
    QCustomPlot::wheelEvent(event);
}

void FunctionPlot::leaveEvent(QEvent *event)
{
    setPointedX(std::nullopt);
    QCustomPlot::leaveEvent(event);
}

void FunctionPlot::keyPressEvent(QKeyEvent *event)
{
    const double step = std::pow(10.0, -xDecimals()) * (event->modifiers().testFlag(Qt::ControlModifier) ? 1 : 10);
    const double from = m_pointedX.value_or(0);
    switch (event->key()) {
    case Qt::Key_Left:
        setPointedX(roundToResolution(from - step, step));
        break;
    case Qt::Key_Right:
        setPointedX(roundToResolution(from + step, step));
        break;
    case Qt::Key_Home:
        resetView();
        break;
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

} // namespace actiscope
