#include "ui/window/menu_corner.h"

#include "ui/base/elided_label.h"
#include "ui/base/scale.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QResizeEvent>

#include <algorithm>

namespace actiscope {

MenuCorner::MenuCorner(QMenuBar &menus, QAbstractButton &button) : QWidget(&menus), m_menus(menus), m_button(button), m_label(new ElidedLabel(this))
{
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label, 1);
    layout->addWidget(&button);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_label->setFullText({}); });
}

void MenuCorner::showMessage(const QString &text, int readFor)
{
    m_label->setFullText(text);
    m_timer.start(readFor);
}

/** Measured, since the menus say nothing of their width that the corner is not in. */
int MenuCorner::menusWidth() const
{
    constexpr int aroundAWord = 16; // pixels at the usual size
    int width = scaled(aroundAWord);
    for (const QAction *menu : m_menus.actions())
        width += m_menus.fontMetrics().size(Qt::TextShowMnemonic, menu->text()).width() + scaled(aroundAWord);
    return width;
}

/** A menu bar gives its corner another width only when it changes itself: here it is made to when the button wants more. */
bool MenuCorner::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && width() != sizeHint().width()) {
        QResizeEvent asIfResized(m_menus.size(), m_menus.size());
        QCoreApplication::sendEvent(&m_menus, &asIfResized);
    }
    return QWidget::event(event);
}

/** All that is left, so that a message has room and the button stays where it is. */
QSize MenuCorner::sizeHint() const
{
    const int least = m_button.minimumSizeHint().width() + layout()->spacing() + 4;
    const int lineHeight = fontMetrics().height() + 4;
    return {std::max(least, m_menus.width() - menusWidth()), lineHeight};
}

} // namespace actiscope
