// The workspaces that there are. One more is a class (ui/window/workspace.h) and a row in workspaces.cpp: the rail, the menus, the keys, what is kept
// between sessions and the names on the command line follow.
#pragma once

#include <QString>

#include <span>

class QWidget;

namespace actiscope {

class Workspace;
struct Services;

struct WorkspaceEntry {
    const char *id;       ///< in the settings and on the command line, and of its icon
    const char *name;     ///< in the rail; to be translated
    const char *sentence; ///< what one does there; to be translated
    Workspace *(*make)(Services &services, QWidget *parent);

    QString translatedName() const;
    QString translatedSentence() const;
};

/** In the order of the rail. */
std::span<const WorkspaceEntry> workspaces();

} // namespace actiscope
