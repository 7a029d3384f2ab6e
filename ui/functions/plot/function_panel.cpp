#include "ui/functions/plot/function_panel.h"

#include "ui/base/theme.h"
#include "ui/functions/plot/curve_graph.h"
#include "ui/functions/plot/curve_names.h"
#include "ui/functions/plot/pointer_marks.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr int rightMargin = 16; ///< pixels: half of the last figure of the x axis

} // namespace

FunctionPanel::FunctionPanel(QCustomPlot &plot, const QString &title, const QString &emptyText)
    : QObject(&plot), m_title(new QCPTextElement(&plot, title, plotFont(plot))), m_rect(new QCPAxisRect(&plot)),
      m_names(new CurveNames(plot, movingLayer(), *m_rect)), m_pointer(new PointerMarks(plot, pointerLayer(), *m_rect)),
      m_emptyText(new QCPItemText(&plot))
{
    m_title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_title->setMargins(QMargins(16, 8, 0, 0));
    m_rect->setAutoMargins(QCP::msLeft | QCP::msBottom | QCP::msTop);
    m_rect->setMinimumMargins(QMargins(16, 8, 0, 8));
    m_rect->setMargins(QMargins(0, 0, rightMargin, 0));
    m_rect->setRangeDrag(Qt::Horizontal | Qt::Vertical);
    m_rect->setRangeZoom(Qt::Horizontal | Qt::Vertical);
    // In an order of their own: axes() has another one in every process, and drawings should be the same, byte for byte.
    for (const auto type : {QCPAxis::atLeft, QCPAxis::atBottom, QCPAxis::atRight, QCPAxis::atTop})
        m_rect->axis(type)->setLayer(QStringLiteral("axes"));
    for (QCPAxis *axis : {x(), y()})
        axis->grid()->setLayer(QStringLiteral("grid"));
    m_emptyText->setText(emptyText);
    m_emptyText->setLayer(movingLayer());
    m_emptyText->setClipToAxisRect(false);
    m_emptyText->position->setAxisRect(m_rect);
    m_emptyText->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_emptyText->position->setCoords(0.5, 0.4);
    m_emptyText->setVisible(false);
    m_rect->setVisible(false);
    m_title->setVisible(false);
}

void FunctionPanel::setTheme(const Theme &theme)
{
    const QCustomPlot &plot = *m_rect->parentPlot();
    QFont titleFont = plotFont(plot);
    titleFont.setPointSizeF(titleFont.pointSizeF() * theme.titleShare);
    titleFont.setItalic(true);
    m_title->setFont(titleFont);
    m_title->setTextColor(theme.text);
    m_title->setMinimumSize(1, QFontMetrics(titleFont).height()); // a long one does not widen the plot
    QFont axisFont = plotFont(plot);
    axisFont.setItalic(true);
    for (QCPAxis *axis : m_rect->axes()) {
        axis->setVisible(axis == x() || axis == y());
        styleAxis(*axis, theme);
        setLogarithmic(*axis, axis->scaleType() == QCPAxis::stLogarithmic);
    }
    x()->setLabelFont(axisFont);
    m_pointer->setColors(theme.mutedText, theme.plotBackground);
    m_pointer->setScale(theme.scale);
    m_emptyText->setFont(plotFont(plot));
    m_emptyText->setColor(theme.mutedText);
    m_names->setRestText(tr("and %1 more"), theme.mutedText);
    m_names->setGround(theme.plotBackground);
}

void FunctionPanel::show(int row)
{
    QCPLayoutGrid *layout = m_rect->parentPlot()->plotLayout();
    layout->addElement(row, 0, m_title);
    layout->addElement(row + 1, 0, m_rect);
    m_rect->setVisible(true);
    m_title->setVisible(true);
    m_shown = true;
}

void FunctionPanel::hide()
{
    QCPLayoutGrid *layout = m_rect->parentPlot()->plotLayout();
    for (QCPLayoutElement *element : {static_cast<QCPLayoutElement *>(m_title), static_cast<QCPLayoutElement *>(m_rect)}) {
        if (element->layout())
            layout->take(element);
        element->setVisible(false);
    }
    m_emptyText->setVisible(false);
    m_shown = false;
}

void FunctionPanel::setLowest(bool lowest)
{
    x()->setTickLabels(lowest);
    x()->setLabel(lowest ? tr("x") : QString());
}

void FunctionPanel::setEmpty(bool empty)
{
    m_emptyText->setVisible(empty && m_shown);
}

QCPGraph *FunctionPanel::addLine()
{
    return new CurveGraph(x(), y());
}

bool FunctionPanel::fitTicks()
{
    const int textHeight = QFontMetrics(y()->tickLabelFont()).height();
    const int pixelsDown = std::max(36, textHeight * 3 / 2);
    const int fewest = m_rect->height() < 2 * textHeight ? 1 : 2; // figures do not run into one another
    constexpr int pixelsAcross = 48;
    const int down = std::clamp(m_rect->height() / pixelsDown, fewest, 5);
    const int across = std::clamp(m_rect->width() / pixelsAcross, 2, 5);
    if (y()->ticker()->tickCount() == down && x()->ticker()->tickCount() == across)
        return false;
    y()->ticker()->setTickCount(down);
    x()->ticker()->setTickCount(across);
    return true;
}

bool FunctionPanel::equalizeScale(const QCPRange &wanted, bool keepsZero)
{
    if (m_rect->width() <= 0 || m_rect->height() <= 0)
        return false;
    const double span = x()->range().size() * m_rect->height() / m_rect->width();
    const double center = keepsZero ? std::clamp(wanted.center(), -0.3 * span, 0.3 * span) : wanted.center();
    const QCPRange before = y()->range();
    y()->setRange(center - span / 2, center + span / 2);
    return std::abs(before.lower - y()->range().lower) + std::abs(before.upper - y()->range().upper) > 1e-9 * span;
}

} // namespace actiscope
