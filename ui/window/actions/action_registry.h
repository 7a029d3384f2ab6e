// Every action of the window, in one list: of the window itself and of its workspaces. The menus, the keys page and the palette are made from it. GUI
// thread.
#pragma once

#include "ui/window/actions/action_group.h"

#include <QObject>

#include <functional>
#include <utility>
#include <vector>

class QActionGroup;
class QMenu;
class QWidget;

namespace actiscope {

class ActionRegistry : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    struct Group {
        ActionGroup group;
        int workspace = everywhere; ///< where the actions apply: its number
        QActionGroup *gate = nullptr;
    };
    static constexpr int everywhere = -1;

    /** Actions of a workspace are enabled while it is the current one. */
    void add(const ActionGroup &group, int workspace = everywhere);
    /** Which workspace is shown. */
    void setCurrent(int workspace);

    /** In the order of the menus. */
    const std::vector<Group> &groups() const { return m_groups; }
    QList<QAction *> all() const;
    /** By its name, or null. */
    QAction *find(const QString &id) const;
    /** What is found and chosen like an action, but is another list each time: devices, files, experiments. `make` gives it, of actions that belong to
     *  the object it is given. */
    void addOffers(std::function<ActionGroup(QObject &owner)> make) { m_offers.push_back(std::move(make)); }
    std::vector<ActionGroup> offers(QObject &owner) const;
    /** Shows the workspace of an action, if it has one, and does it there. */
    void run(QAction &action);

signals:
    /** This workspace is to be shown. */
    void workspaceWanted(int workspace);

private:
    std::vector<Group> m_groups;
    std::vector<std::function<ActionGroup(QObject &)>> m_offers;
    int m_current = 0;
};

} // namespace actiscope
