#include "ui/window/actions/action_registry.h"

#include <QActionGroup>

#include <algorithm>

namespace actiscope {

void ActionRegistry::add(const ActionGroup &group, int workspace)
{
    Group added{group, workspace};
    if (workspace != everywhere) {
        added.gate = new QActionGroup(this);
        added.gate->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
        for (QAction *action : group.actions)
            added.gate->addAction(action);
        added.gate->setEnabled(workspace == m_current);
    }
    m_groups.push_back(std::move(added));
}

void ActionRegistry::setCurrent(int workspace)
{
    m_current = workspace;
    for (const Group &group : m_groups) {
        if (group.gate)
            group.gate->setEnabled(group.workspace == workspace);
    }
}

QList<QAction *> ActionRegistry::all() const
{
    QList<QAction *> actions;
    for (const Group &group : m_groups)
        actions += group.group.actions;
    return actions;
}

QAction *ActionRegistry::find(const QString &id) const
{
    const QList<QAction *> actions = all();
    const auto found = std::ranges::find(actions, id, &QAction::objectName);
    return found == actions.end() ? nullptr : *found;
}

std::vector<ActionGroup> ActionRegistry::offers(QObject &owner) const
{
    std::vector<ActionGroup> groups;
    for (const auto &make : m_offers)
        groups.push_back(make(owner));
    return groups;
}

void ActionRegistry::run(QAction &action)
{
    const auto group = std::ranges::find_if(m_groups, [&action](const Group &each) { return each.group.actions.contains(&action); });
    if (group != m_groups.end() && group->workspace != everywhere && group->workspace != m_current)
        emit workspaceWanted(group->workspace);
    action.trigger();
}

} // namespace actiscope
