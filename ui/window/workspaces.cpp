#include "ui/window/workspaces.h"

#include "ui/functions/functions_workspace.h"
#include "ui/training/training_workspace.h"
#include "ui/window/services.h"

#include <QCoreApplication>

namespace actiscope {

namespace {

Workspace *makeFunctions(Services &services, QWidget *parent)
{
    auto *workspace = new FunctionsWorkspace(services.colors, parent);
    workspace->lookInto(services.training);
    workspace->checkOn(services.devices);
    return workspace;
}

Workspace *makeTraining(Services &services, QWidget *parent)
{
    return new TrainingWorkspace(services.training, services.colors, parent);
}

Workspace *makeImages(Services &services, QWidget *parent)
{
    return new TrainingWorkspace(services.images, services.colors, parent);
}

constexpr const char *workspaceContext = "actiscope::Workspace";

constexpr WorkspaceEntry workspaceEntries[] = {
    {"functions", QT_TRANSLATE_NOOP("actiscope::Workspace", "Functions"),
     QT_TRANSLATE_NOOP("actiscope::Workspace", "Activations and their derivatives"), makeFunctions},
    {"training", QT_TRANSLATE_NOOP("actiscope::Workspace", "Training"),
     QT_TRANSLATE_NOOP("actiscope::Workspace", "Networks that differ only in their activation"), makeTraining},
    {"images", QT_TRANSLATE_NOOP("actiscope::Workspace", "Images"),
     QT_TRANSLATE_NOOP("actiscope::Workspace", "Networks that differ only in their activation, and tell images apart"), makeImages},
};

} // namespace

QString WorkspaceEntry::translatedName() const
{
    return QCoreApplication::translate(workspaceContext, name);
}

QString WorkspaceEntry::translatedSentence() const
{
    return QCoreApplication::translate(workspaceContext, sentence);
}

std::span<const WorkspaceEntry> workspaces()
{
    return workspaceEntries;
}

} // namespace actiscope
