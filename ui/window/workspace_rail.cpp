#include "ui/window/workspace_rail.h"

#include "ui/base/scale.h"
#include "ui/base/svg_icon.h"
#include "ui/base/theme.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace actiscope {

WorkspaceRail::WorkspaceRail(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("workspaceRail"));
    setAttribute(Qt::WA_StyledBackground);
    m_layout->setContentsMargins(2, 8, 2, 8);
    m_layout->setSpacing(4);
    m_layout->addStretch(1);
}

void WorkspaceRail::addWorkspace(const QString &iconName, const QString &word, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setText(word);
    button->setToolTip(toolTip);
    button->setAccessibleName(word);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    followScale(*button, [button] { button->setIconSize(QSize(scaled(28), scaled(28))); });
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const int index = int(m_entries.size());
    connect(button, &QToolButton::toggled, this, [this, index](bool on) { // screen readers toggle it without a click
        if (on)
            setCurrent(index);
    });
    m_layout->insertWidget(index, button);
    m_entries.push_back({iconName, button});
    button->setChecked(index == m_current);
}

void WorkspaceRail::setTheme(const Theme &theme)
{
    for (const Entry &entry : m_entries)
        entry.button->setIcon(svgIcon(entry.iconName, theme.text));
    setStyleSheet(scaledSheet(QStringLiteral("#workspaceRail { background: %1; border-right: 1px solid %2; }"
                                             "QToolButton { color: %3; border: 2dp solid transparent; border-radius: 6dp; padding: 6dp 0; font-size: 12dp; }"
                                             "QToolButton:hover { background: %4; }"
                                             "QToolButton:checked { color: %5; background: %6; }"
                                             "QToolButton:focus { border-color: %7; }"))
                      .arg(theme.panel.name(), theme.border.name(), theme.mutedText.name(), theme.background.name(), theme.text.name(),
                           theme.selection.name(), theme.accent.name()));
}

void WorkspaceRail::setWordsShown(bool shown)
{
    for (const Entry &entry : m_entries)
        entry.button->setToolButtonStyle(shown ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonIconOnly);
}

void WorkspaceRail::setCurrent(int index)
{
    if (index < 0 || index >= int(m_entries.size()))
        return;
    m_entries[std::size_t(index)].button->setChecked(true);
    if (index == m_current)
        return;
    m_current = index;
    emit currentChanged(index);
}

} // namespace actiscope
