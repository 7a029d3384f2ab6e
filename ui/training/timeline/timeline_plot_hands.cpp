// What hands do in TimelinePlot, and what it tells them: values under the pointer, the cursor, keys.
#include "ui/training/timeline/timeline_plot.h"

#include "ui/base/number_format.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr int cursorReach = 8; ///< pixels beside the axis that still are its ends

/** Values of a model's curves, solid first, as they stand beside one another. */
QString joined(const std::vector<double> &values, int digits)
{
    QStringList texts;
    for (const double value : values) {
        const QString text = digits > 0 ? formatNumber(value, digits) : stripNumber(value);
        texts << (std::isnan(value) ? QStringLiteral("–") : text);
    }
    return texts.join(QStringLiteral(" · "));
}

/** Of each curve of a model at an epoch. */
std::vector<double> valuesOf(const StripChart &strip, std::size_t model, std::int64_t epoch)
{
    std::vector<double> values;
    for (const StripChart::Curve &curve : strip.curves()) {
        if (curve.model == model)
            values.insert(values.begin(), curve.at(epoch)); // the solid one is drawn last
    }
    return values;
}

/** Where a curve ends: a model that diverged has no finite rows from then on. */
std::optional<std::int64_t> endOf(const StripChart::Curve &curve)
{
    if (curve.rows.size() > 0) {
        std::size_t end = curve.rows.size();
        while (end > 0 && std::isnan(curve.rows[end - 1]))
            --end;
        return end > 0 ? std::optional(static_cast<std::int64_t>(end) - 1) : std::nullopt;
    }
    std::size_t end = curve.values.size();
    while (end > 0 && std::isnan(curve.values[end - 1]))
        --end;
    return end > 0 ? std::optional(static_cast<std::int64_t>(curve.epochs[end - 1])) : std::nullopt;
}

} // namespace

/** `isPassing`: training goes on, and soon there are others. */
void TimelinePlot::updateLabels(bool isPassing)
{
    for (const Strip &strip : m_strips) {
        std::vector<StripTexts::Label> labels(m_run ? std::min(m_run->models.size(), m_styles.size()) : 0);
        for (const StripChart::Curve &curve : strip.chart->curves()) {
            if (curve.model >= labels.size())
                continue;
            StripTexts::Label &label = labels[curve.model];
            const std::optional<std::int64_t> end = endOf(curve);
            if (!end || (curve.place > 0 && !label.value.isEmpty()))
                continue;
            label.name = labelName(curve.model);
            label.color = m_styles[curve.model].pen.color();
            label.level = curve.at(*end);
            label.end = static_cast<double>(*end);
            const bool isDiverged = m_run->models[curve.model].divergedAt.has_value();
            label.hasCross = isDiverged;
            const bool hasLayers = strip.chart->kind().measured;
            const std::vector<double> all = valuesAtPointer(*strip.chart, curve.model, m_pointer.value_or(*end));
            label.value = m_pointer || hasLayers ? joined(all, 0) : isDiverged ? tr("diverged") : stripNumber(label.level);
        }
        strip.texts->setLabels(std::move(labels));
    }
    if (!isPassing || m_spoken.maySayInPassing())
        m_spoken.say(readout());
}

QString TimelinePlot::readout() const
{
    constexpr int digits = 6;
    if (!m_run)
        return {};
    const std::int64_t epoch = m_pointer.value_or(m_cursor);
    const std::int64_t kept = keptEpoch(epoch); // another one only while a hand is on its way
    QString text = kept != epoch ? tr("≈ epoch %1").arg(kept) : tr("epoch %1").arg(epochText(m_within.value_or(static_cast<double>(epoch))));
    for (std::size_t model = 0; model < std::min(m_run->models.size(), m_styles.size()); ++model) {
        QStringList parts;
        for (const Strip &strip : m_strips) {
            const std::vector<double> values = valuesAtPointer(*strip.chart, model, epoch);
            if (!values.empty())
                parts << QStringLiteral("%1 %2").arg(strip.texts->title(), joined(values, digits));
        }
        text += QStringLiteral("\n%1: %2").arg(m_styles[model].name, parts.join(QStringLiteral(", ")));
    }
    return text;
}

/** Of each curve of a model, solid first; within an epoch of those that have values there. */
std::vector<double> TimelinePlot::valuesAtPointer(const StripChart &strip, std::size_t model, std::int64_t epoch) const
{
    const auto isTold = [model](const StripChart::Curve &curve) { return curve.model == model && curve.isSeenWithin(); };
    if (!m_within || std::ranges::none_of(strip.curves(), isTold))
        return valuesOf(strip, model, epoch);
    std::vector<double> values;
    for (const StripChart::Curve &curve : strip.curves()) {
        if (curve.model == model)
            values.insert(values.begin(), curve.withinAt(*m_within));
    }
    return values;
}

/** The nearest epoch up to this one of which all strips have values: of a long run less than a pixel away. */
std::int64_t TimelinePlot::keptEpoch(std::int64_t epoch) const
{
    for (const Strip &strip : m_strips) {
        for (const StripChart::Curve &curve : strip.chart->curves())
            epoch = std::min(epoch, curve.kept(epoch));
    }
    return epoch;
}

void TimelinePlot::updatePointer()
{
    std::vector<TimelineMarks::Dot> dots;
    for (const Strip &strip : m_strips) {
        for (const StripChart::Curve &curve : strip.chart->curves()) {
            const double none = std::numeric_limits<double>::quiet_NaN();
            const double value = m_within ? curve.withinAt(*m_within) : m_pointer ? curve.at(*m_pointer) : none;
            if (!std::isnan(value) && curve.model < m_styles.size())
                dots.push_back({strip.chart->axisRect(), value, m_styles[curve.model].pen.color()});
        }
    }
    const std::optional<double> epoch = m_pointer ? std::optional(static_cast<double>(*m_pointer)) : std::nullopt;
    m_marks->setPointer(m_within ? m_within : epoch, std::move(dots));
}

void TimelinePlot::setPointer(std::optional<std::int64_t> epoch)
{
    if (epoch && (!m_run || m_run->furthest == 0))
        epoch.reset();
    if (epoch)
        epoch = keptEpoch(std::clamp<std::int64_t>(*epoch, 0, m_run->furthest));
    if (epoch == m_pointer && !m_within)
        return;
    m_pointer = epoch;
    m_within.reset();
    updatePointer();
    updateLabels();
    replotMarks();
}

void TimelinePlot::setPointerAt(std::optional<double> place)
{
    std::optional<double> within;
    for (const Strip &strip : m_strips) {
        if (!within && place && !m_isDragging)
            within = strip.chart->nearestPart(*place);
    }
    if (!within || *within == std::round(*within))
        return setPointer(place ? std::optional(std::llround(*place)) : std::nullopt);
    if (within == m_within)
        return;
    m_within = within;
    m_pointer = std::llround(*within);
    updatePointer();
    updateLabels();
    replotMarks();
}

void TimelinePlot::replotMarks()
{
    layer(QStringLiteral("timeline words"))->replot();
}

void TimelinePlot::moveCursor(std::int64_t epoch)
{
    const bool isOther = m_cursor != epoch;
    m_cursor = epoch;
    m_marks->setCursor(m_run && m_run->furthest > 0 ? std::optional(epoch) : std::nullopt);
    if (isOther)
        emit cursorMoved(epoch);
}

void TimelinePlot::requestEpoch(std::int64_t epoch, bool isPassing)
{
    if (!m_run || m_run->furthest == 0)
        return;
    epoch = std::clamp<std::int64_t>(epoch, 0, m_run->furthest);
    if (isPassing && m_wanted == epoch)
        return;
    m_wanted = epoch;
    moveCursor(epoch);
    m_spoken.say(readout());
    replotMarks();
    emit seekRequested(epoch, isPassing);
}

double TimelinePlot::placeAt(double x) const
{
    return m_strips.front().chart->axisRect()->axis(QCPAxis::atBottom)->pixelToCoord(x);
}

std::int64_t TimelinePlot::epochAt(double x) const
{
    return std::llround(placeAt(x));
}

void TimelinePlot::mousePressEvent(QMouseEvent *event)
{
    const QRect area = m_strips.front().chart->axisRect()->rect();
    const double x = event->position().x();
    if (event->button() != Qt::LeftButton || !m_run || m_run->furthest == 0 || x < area.left() - cursorReach || x > area.right() + cursorReach)
        return QCustomPlot::mousePressEvent(event);
    event->accept();
    if (const TimelineMarks::Event *mark = m_marks->eventAt(event->position()))
        return requestEpoch(mark->epoch, false);
    m_isDragging = true;
    setPointer(std::nullopt);
    requestEpoch(epochAt(x), true);
}

void TimelinePlot::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
    if (m_strips.empty())
        return;
    const QRect area = m_strips.front().chart->axisRect()->rect();
    if (m_isDragging)
        return requestEpoch(epochAt(event->position().x()), true);
    const bool isInside = event->position().x() >= area.left() - cursorReach && event->position().x() <= area.right() + cursorReach;
    setPointerAt(isInside ? std::optional(placeAt(event->position().x())) : std::nullopt);
    const bool isHandle = m_marks->handle().contains(event->position()) || m_marks->eventAt(event->position());
    setCursor(isHandle ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TimelinePlot::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isDragging)
        return QCustomPlot::mouseReleaseEvent(event);
    event->accept();
    m_isDragging = false;
    requestEpoch(epochAt(event->position().x()), false);
}

void TimelinePlot::leaveEvent(QEvent *event)
{
    QCustomPlot::leaveEvent(event);
    setPointer(std::nullopt);
}

void TimelinePlot::keyPressEvent(QKeyEvent *event)
{
    constexpr std::int64_t page = 10;
    const std::int64_t furthest = m_run ? m_run->furthest : 0;
    const std::int64_t stride = event->modifiers().testFlag(Qt::ShiftModifier) ? page : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return requestEpoch(m_cursor - stride, false);
    case Qt::Key_Right:
        return requestEpoch(m_cursor + stride, false);
    case Qt::Key_PageUp:
        return requestEpoch(m_cursor - page, false);
    case Qt::Key_PageDown:
        return requestEpoch(m_cursor + page, false);
    case Qt::Key_Home:
        return requestEpoch(0, false);
    case Qt::Key_End:
        return requestEpoch(furthest, false);
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

void TimelinePlot::focusOutEvent(QFocusEvent *event)
{
    QCustomPlot::focusOutEvent(event);
    setPointer(std::nullopt);
}

void TimelinePlot::resizeEvent(QResizeEvent *event)
{
    QCustomPlot::resizeEvent(event);
    if (fittingStrips() != m_strips.size())
        return rebuild();
    layOut();
    if (m_run)
        fitValues();
    updatePointer();
}

bool TimelinePlot::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const TimelineMarks::Event *mark = m_marks->eventAt(help->pos()))
            QToolTip::showText(help->globalPos(), tr("Epoch %1: %2").arg(mark->epoch).arg(mark->title), this);
        else
            QToolTip::hideText(); // it would cover what is pointed at
        return true;
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        const bool result = QCustomPlot::event(event);
        setTheme(m_theme);
        updateGeometry();
        return result;
    }
    return QCustomPlot::event(event);
}

} // namespace actiscope
