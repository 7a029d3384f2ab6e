#include "ui/functions/difference_panel.h"

#include "ui/base/number_format.h"
#include "ui/base/theme.h"
#include "ui/functions/function_curves.h"
#include "ui/functions/function_panel.h"

#include <cmath>
#include <limits>

namespace actiscope {

namespace {

constexpr double decades = 6; ///< that a logarithmic plot reaches down from the largest difference

} // namespace

DifferencePanel::DifferencePanel(QCustomPlot &plot)
    : QObject(&plot), m_panel(new FunctionPanel(plot, QString(), tr("Choose two different functions to see their difference here"))),
      m_line(m_panel->addLine()), m_mark(m_panel->addLine()), m_markText(new QCPItemText(&plot))
{
    m_line->setLayer(FunctionPanel::movingLayer());
    m_mark->setLayer(FunctionPanel::movingLayer());
    m_mark->setLineStyle(QCPGraph::lsNone);
    m_markText->setLayer(FunctionPanel::movingLayer());
    m_markText->setVisible(false);
    m_markText->setClipToAxisRect(false);
    m_markText->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_markText->position->setAxisRect(m_panel->rect());
    m_markText->position->setCoords(1, 0);
    m_markText->setPositionAlignment(Qt::AlignRight | Qt::AlignTop);
    m_markText->setPadding(QMargins(4, 2, 4, 2));
}

void DifferencePanel::setTheme(const Theme &theme)
{
    m_panel->setTheme(theme);
    m_line->setPen(QPen(theme.text, 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    m_mark->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme.text, 1.5), QBrush(theme.plotBackground), 11));
    m_markText->setFont(plotFont());
    m_markText->setColor(theme.text);
    m_markText->setBrush(theme.plotBackground);
}

void DifferencePanel::setFunctions(const ActivationSpec &minuend, const ActivationSpec &subtrahend)
{
    const bool same = m_minuend == minuend && m_subtrahend == subtrahend;
    if (same)
        return;
    m_minuend = minuend;
    m_subtrahend = subtrahend;
    const bool isNone = minuend == subtrahend;
    const QString both = QStringLiteral("%1 − %2").arg(QString::fromStdString(minuend.label()), QString::fromStdString(subtrahend.label()));
    m_panel->title()->setText(isNone ? tr("Difference") : both);
    m_isOld = true;
}

void DifferencePanel::setLogarithmic(bool logarithmic)
{
    if (m_logarithmic == logarithmic)
        return;
    m_logarithmic = logarithmic;
    actiscope::setLogarithmic(*m_panel->y(), logarithmic);
    m_isOld = true;
}

void DifferencePanel::hide()
{
    m_panel->hide();
    m_markText->setVisible(false);
    m_isOld = true;
}

bool DifferencePanel::update(const QCPRange &range)
{
    if ((!m_isOld && range == m_range) || !m_minuend)
        return false;
    m_range = range;
    m_isOld = false;
    m_largest.reset();
    QVector<QCPGraphData> points;
    if (*m_minuend != *m_subtrahend) {
        const SampledLine line = sampleDifference(*m_minuend, *m_subtrahend, range.lower, range.upper, FunctionCurves::samples);
        for (std::size_t i = 0; i < line.x.size(); ++i) {
            const double size = std::abs(line.y[i]);
            const double logarithmic = size > 0 ? size : std::numeric_limits<double>::quiet_NaN();
            points.append({line.x[i], m_logarithmic ? logarithmic : line.y[i]});
        }
        const LargestDifference largest = largestDifference(*m_minuend, *m_subtrahend, range.lower, range.upper);
        if (std::isfinite(largest.difference))
            m_largest = largest;
    }
    m_line->data()->set(points, true);
    m_panel->setEmpty(points.isEmpty());
    fitRange();
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
    bool foundRange = false;
    const QCPRange found = m_line->getValueRange(foundRange);
    const double low = foundRange ? std::min(found.lower, 0.0) : 0;
    const double high = foundRange ? std::max(found.upper, 0.0) : 0;
    m_panel->y()->setRange(low - 0.12 * size, high + 0.3 * size); // room for the figure above
}

void DifferencePanel::mark()
{
    QVector<QCPGraphData> points;
    if (m_largest && m_largest->difference != 0)
        points.append({m_largest->x, m_logarithmic ? std::abs(m_largest->difference) : m_largest->difference});
    m_mark->data()->set(points, true);
    m_markText->setText(largestText());
    m_markText->setVisible(m_panel->isShown() && m_largest);
}

QString DifferencePanel::largestText() const
{
    if (!m_largest)
        return {};
    return tr("largest |difference| %1 at x = %2").arg(formatNumber(std::abs(m_largest->difference), 4), formatNumber(m_largest->x, 4));
}

} // namespace actiscope
