#include "ui/training/settings/panel_drawer.h"

#include "ui/base/elided_tool_button.h"
#include "ui/base/scale.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/settings/panel_edge.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace actiscope {

namespace {

constexpr double narrowRatio = 3.75; ///< a workspace that is less than so many panels wide is narrow
constexpr int wideWorkspace = 1600;
constexpr int widePanel = 304;

} // namespace

PanelDrawer::PanelDrawer(ExperimentPanel *panel, QHBoxLayout *layout, ElidedToolButton *button)
    : QObject(panel->parentWidget()), m_panel(panel), m_layout(layout), m_button(button), m_edge(new PanelEdge(panel->parentWidget()))
{
    panel->parentWidget()->installEventFilter(this);
    panel->widget()->installEventFilter(this);
    connect(button, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    connect(m_edge, &PanelEdge::dragged, this, [this](int x) { setChosenWidth(qRound(x / interfaceScale())); });
    connect(m_edge, &PanelEdge::resetWanted, this, [this] { setChosenWidth(0); });
    place();
}

void PanelDrawer::setChosenWidth(int width)
{
    m_chosenWidth = std::max(0, width);
    place();
}

void PanelDrawer::setPresenting(bool presents)
{
    m_presents = presents;
    setOpen(false);
    place();
}

void PanelDrawer::setWanted(bool wanted)
{
    const bool isChange = m_wanted != wanted;
    m_wanted = wanted;
    if (m_isDrawer && isChange && m_panel->parentWidget()->isVisible())
        setOpen(!m_open);
    else
        place();
}

void PanelDrawer::setOpen(bool open)
{
    if (m_open == open)
        return;
    m_open = open;
    // Whoever clicks elsewhere or presses Esc is seen by the application alone.
    if (open)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
    place();
    if (isOpen())
        m_panel->setFocus(Qt::OtherFocusReason);
    else if (m_isDrawer)
        m_panel->parentWidget()->setFocus(Qt::OtherFocusReason); // Space trains
}

void PanelDrawer::place()
{
    const QSize room = m_panel->parentWidget()->size();
    const int least = m_panel->minimumSizeHint().width();
    m_isDrawer = room.width() < narrowRatio * m_panel->sizeHint().width();
    m_button->setVisible(m_isDrawer);
    if (!m_isDrawer) {
        placeBeside(least, room);
        return;
    }
    m_edge->hide();
    m_layout->removeWidget(m_panel);
    m_panel->setGeometry(0, 0, least, room.height());
    m_panel->setVisible(m_open);
    m_panel->raise();
}

void PanelDrawer::placeBeside(int least, const QSize &room)
{
    const int usual = room.width() >= wideWorkspace ? scaled(widePanel) : m_panel->sizeHint().width();
    const int width = std::clamp(m_chosenWidth > 0 ? scaled(m_chosenWidth) : usual, least, std::max(least, room.width() / 3));
    m_panel->setFixedWidth(width);
    if (m_layout->indexOf(m_panel) < 0)
        m_layout->insertWidget(0, m_panel);
    m_panel->setVisible(m_wanted && !m_presents);
    m_edge->setVisible(m_wanted && !m_presents);
    m_edge->setGeometry(width - PanelEdge::line, 0, PanelEdge::width, room.height());
    m_edge->raise();
}

/** A press outside, but not in what belongs to the panel: its menus and lists. Widgets above the panel hear of presses in it, too. */
bool PanelDrawer::closesBy(QObject *watched, const QEvent &event) const
{
    if (event.type() != QEvent::MouseButtonPress || !watched->isWidgetType() || QApplication::activePopupWidget())
        return false;
    const QPoint place = static_cast<const QMouseEvent &>(event).globalPosition().toPoint();
    const auto isOver = [&](const QWidget *widget) { return widget->rect().contains(widget->mapFromGlobal(place)); };
    return !isOver(m_panel) && !isOver(m_button);
}

bool PanelDrawer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_panel->parentWidget() && event->type() == QEvent::Resize)
        place();
    else if (watched == m_panel->widget() && event->type() == QEvent::LayoutRequest
             && m_panel->width() < m_panel->minimumSizeHint().width())
        place(); // something wider is shown now
    if (!isOpen())
        return QObject::eventFilter(watched, event);
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && watched->isWidgetType()
        && !QApplication::activePopupWidget()) {
        event->accept();
        if (event->type() == QEvent::KeyPress)
            setOpen(false);
        return true;
    }
    if (closesBy(watched, *event))
        setOpen(false);
    return QObject::eventFilter(watched, event);
}

} // namespace actiscope
