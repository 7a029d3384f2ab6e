#include "ui/functions/plot/difference_panel.h"

#include "core/analysis/line_breaks.h"
#include "ui/base/number_format.h"
#include "ui/base/theme.h"
#include "ui/functions/plot/function_curves.h"
#include "ui/functions/plot/function_panel.h"

#include <cmath>
#include <limits>

namespace actiscope {

namespace {

constexpr double decades = 6; ///< that a logarithmic plot reaches down from the largest difference

} // namespace

DifferencePanel::DifferencePanel(QCustomPlot &plot)
    : QObject(&plot), m_panel(new FunctionPanel(plot, QString(), tr("Choose two different functions to see their difference here"))),
      m_line(m_panel->addLine()), m_mark(m_panel->addLine())
{
    m_line->setLayer(FunctionPanel::movingLayer());
    m_mark->setLayer(FunctionPanel::movingLayer());
    m_mark->setLineStyle(QCPGraph::lsNone);
    m_panel->title()->setLayer(FunctionPanel::movingLayer());
}

void DifferencePanel::setTheme(const Theme &theme)
{
    m_panel->setTheme(theme);
    m_line->setPen(QPen(theme.text, 2 * theme.scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    m_mark->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme.text, 1.5 * theme.scale), QBrush(theme.plotBackground), 11 * theme.scale));
}

void DifferencePanel::setFunctions(const ActivationSpec &minuend, const ActivationSpec &subtrahend)
{
    const bool same = m_minuend == minuend && m_subtrahend == subtrahend;
    if (same)
        return;
    m_hasScale =
        m_hasScale && m_minuend && m_minuend->activation == minuend.activation && m_subtrahend->activation == subtrahend.activation;
    m_minuend = minuend;
    m_subtrahend = subtrahend;
    m_isOld = true;
}

void DifferencePanel::setLogarithmic(bool logarithmic)
{
    if (m_logarithmic == logarithmic)
        return;
    m_logarithmic = logarithmic;
    actiscope::setLogarithmic(*m_panel->y(), logarithmic);
    m_hasScale = false;
    m_isOld = true;
}

void DifferencePanel::hide()
{
    m_panel->hide();
    m_isOld = true;
}

bool DifferencePanel::update(const QCPRange &range, bool standsStill)
{
    const bool isOld = m_isOld || range != m_range || (m_scaleIsOld && !standsStill);
    if (!isOld || !m_minuend)
        return false;
    const bool keepsScale = standsStill && m_hasScale && range == m_range;
    m_range = range;
    m_isOld = false;
    m_largest.reset();
    m_shown = {};
    QVector<QCPGraphData> points;
    if (*m_minuend != *m_subtrahend) {
        const SampledLine samples = sampleDifference(*m_minuend, *m_subtrahend, range.lower, range.upper, FunctionCurves::samples);
        const SampledLine line = brokenWhereItJumps(samples, [this](double x) { return m_minuend->value(x) - m_subtrahend->value(x); });
        for (std::size_t i = 0; i < line.x.size(); ++i) {
            const double size = std::abs(line.y[i]);
            const double logarithmic = size > 0 ? size : std::numeric_limits<double>::quiet_NaN();
            const double linear = std::isfinite(size) ? line.y[i] : std::numeric_limits<double>::quiet_NaN();
            points.append({line.x[i], m_logarithmic && std::isfinite(size) ? logarithmic : linear});
        }
        m_shown = line.range.value_or(Interval());
        const LargestDifference largest = largestDifference(*m_minuend, *m_subtrahend, range.lower, range.upper);
        if (std::isfinite(largest.difference))
            m_largest = largest;
    }
    m_line->data()->set(points, true);
    m_panel->setEmpty(points.isEmpty());
    if (!keepsScale)
        fitRange();
    m_hasScale = true;
    m_scaleIsOld = keepsScale;
    mark();
    return true;
}

void DifferencePanel::fitRange()
{
    const double largest = m_largest ? std::abs(m_largest->difference) : 0;
    const double size = largest > 0 ? largest : 1;
    if (m_logarithmic) {
        m_panel->y()->setRange(size * std::pow(10, -decades), size * 3);
        return;
    }
    const auto &[low, high] = m_shown;
    const double room = 0.15 * std::min(size, high - low > 0 ? high - low : size); // for the mark
    m_panel->y()->setRange(low - room, high + room);
}

void DifferencePanel::mark()
{
    QVector<QCPGraphData> points;
    if (m_largest && m_largest->difference != 0)
        points.append({m_largest->x, m_logarithmic ? std::abs(m_largest->difference) : m_largest->difference});
    m_mark->data()->set(points, true);
    m_panel->title()->setText(fittingTitle());
}

/** What is subtracted from what, and the largest difference and where; the place, then the names are left out where there is no room. */
QString DifferencePanel::fittingTitle() const
{
    const QFontMetricsF metrics(m_panel->title()->font());
    const double room = m_panel->rect()->parentPlot()->viewport().width() - m_panel->title()->margins().left();
    const QString most = m_largest ? tr("at most %1").arg(formatNumber(std::abs(m_largest->difference), 4)) : QString();
    const QStringList shorter{namesText() + tr(", ") + most, most};
    QString title = titleText();
    for (const QString &text : shorter) {
        if (m_largest && metrics.horizontalAdvance(title) > room)
            title = text;
    }
    return title;
}

QString DifferencePanel::namesText() const
{
    const auto name = [](const ActivationSpec &spec) { return QString::fromStdString(spec.activation->name); };
    const QString both = m_logarithmic ? QStringLiteral("|%1 − %2|") : QStringLiteral("%1 − %2");
    return both.arg(name(*m_minuend), name(*m_subtrahend));
}

QString DifferencePanel::titleText() const
{
    if (*m_minuend == *m_subtrahend)
        return tr("Difference");
    return namesText() + (m_largest ? tr(", ") + largestText() : QString());
}

QString DifferencePanel::largestText() const
{
    if (!m_largest)
        return {};
    return tr("at most %1, at x = %2").arg(formatNumber(std::abs(m_largest->difference), 4), formatNumber(m_largest->x, 4));
}

} // namespace actiscope
