#include "ui/training/settings/panel_edge.h"

#include <QMouseEvent>
#include <QPainter>

namespace actiscope {

PanelEdge::PanelEdge(QWidget *parent) : QWidget(parent), m_theme(Theme::light())
{
    setCursor(Qt::SplitHCursor);
    setToolTip(tr("Drag to make the panel wider; a double click puts it back"));
    hide();
}

void PanelEdge::setTheme(const Theme &theme)
{
    m_theme = theme;
    update();
}

void PanelEdge::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(line, 0, 1, height()), underMouse() ? m_theme.outline() : m_theme.border);
}

void PanelEdge::mousePressEvent(QMouseEvent *event)
{
    m_grip = qRound(event->position().x()) - line;
}

void PanelEdge::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        emit dragged(mapToParent(event->position().toPoint()).x() - m_grip);
}

void PanelEdge::mouseDoubleClickEvent(QMouseEvent *)
{
    emit resetWanted();
}

} // namespace actiscope
