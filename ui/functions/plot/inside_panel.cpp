#include "ui/functions/plot/inside_panel.h"

#include "ui/base/theme.h"
#include "ui/functions/plot/function_panel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actiscope {

namespace {

/** 1, 2 or 5 times a power of ten, not below `share` and a little. */
double stepAbove(double share)
{
    if (!(share > 0))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(share * 1.05)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= share * 1.05)
            return factor * power;
    }
    return 10 * power;
}

} // namespace

InsidePanel::InsidePanel(QCustomPlot &plot)
    : QObject(&plot), m_panel(new FunctionPanel(plot, tr("Inside the network"), waitingText())),
      m_bars(new QCPBars(m_panel->x(), m_panel->y()))
{
    m_bars->setLayer(FunctionPanel::movingLayer());
    m_panel->title()->setLayer(FunctionPanel::movingLayer());
    m_bars->setWidthType(QCPBars::wtPlotCoords);
    m_bars->setSelectable(QCP::stNone);
    m_panel->rect()->setRangeZoom(Qt::Horizontal);
    m_panel->rect()->setRangeDrag(Qt::Horizontal);
}

void InsidePanel::setTheme(const Theme &theme)
{
    m_panel->setTheme(theme);
}

void InsidePanel::setColor(const QColor &color)
{
    QColor inside = color;
    inside.setAlpha(150);
    m_bars->setPen(QPen(color, 1));
    m_bars->setBrush(inside);
}

bool InsidePanel::setHistogram(const Histogram &histogram, const Activation &activation, const QString &title)
{
    m_activation = &activation;
    const auto &[range, counts, below, above, nan] = histogram;
    const double all = double(std::accumulate(counts.begin(), counts.end(), below + above));
    const double width = (range.high - range.low) / double(counts.size());
    QVector<QCPBarsData> bars;
    double highest = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double share = all > 0 ? double(counts[i]) / all : 0;
        highest = std::max(highest, share);
        bars.append({range.low + (double(i) + 0.5) * width, share});
    }
    m_bars->setWidth(width);
    m_bars->data()->set(bars, true);
    m_panel->title()->setText(title);
    m_panel->setEmpty(all == 0); // of a network that diverged
    const QCPRange before = m_panel->y()->range();
    const QCPRange needed(0, stepAbove(highest));
    // Smaller only when much is left over: what trembles at a step would make the axis jump.
    if (needed.upper <= before.upper && before.lower == 0 && highest > 0.3 * before.upper)
        return false;
    m_panel->y()->setRange(needed);
    return needed != before;
}

void InsidePanel::showSameAs(const InsidePanel &other)
{
    m_activation = other.m_activation;
    m_bars->setWidth(other.m_bars->width());
    m_bars->setData(other.m_bars->data());
    m_panel->y()->setRange(other.m_panel->y()->range());
    m_panel->title()->setText(other.m_panel->title()->text());
    m_panel->setEmpty(m_bars->data()->isEmpty());
}

void InsidePanel::clear()
{
    m_activation = nullptr;
    m_bars->data()->clear();
    m_panel->title()->setText(tr("Inside the network"));
    m_panel->setEmpty(true);
}

void InsidePanel::setAbsent(const QString &why)
{
    m_panel->setEmptyText(why.isEmpty() ? waitingText() : why);
}

QString InsidePanel::waitingText()
{
    return tr("Waiting for the network's next answer…");
}

} // namespace actiscope
