// What the palette of MainWindow finds beside its actions: ready experiments, files and devices.
#include "ui/window/main_window.h"

#include "core/base/message.h"
#include "core/io/ready_experiments.h"
#include "ui/base/translation.h"
#include "ui/training/document/experiment_state.h"
#include "ui/window/actions/action_registry.h"
#include "ui/window/services.h"
#include "ui/window/session_files.h"

#include <QDir>
#include <QFileInfo>

namespace actiscope {

namespace {

QString titleOf(const ReadyExperiment &ready)
{
    return translated(ready.notes.title);
}

} // namespace

void MainWindow::setupOffers()
{
    m_actions->addOffers([this](QObject &owner) { return offeredExperiments(owner); });
    m_actions->addOffers([this](QObject &owner) { return offeredFiles(owner); });
    m_actions->addOffers([this](QObject &owner) { return offeredDevices(owner); });
    m_actions->addOffers([this](QObject &owner) { return offeredLanguages(owner); });
}

ActionGroup MainWindow::offeredExperiments(QObject &owner)
{
    ActionGroup group{tr("Ready experiments")};
    for (const ReadyExperiment *each : shownReadyExperiments()) {
        const ReadyExperiment &ready = *each;
        const QString id = QStringLiteral("experiment.") + QString::fromStdString(ready.name);
        group.actions.append(makeAction(&owner, {id, tr("Open %1").arg(actionText(titleOf(ready))), translated(ready.notes.about)},
                                        [this, &ready] { openReadyExperiment(ready); }));
    }
    return group;
}

/** A change like any other: it can be undone. */
void MainWindow::openReadyExperiment(const ReadyExperiment &ready)
{
    const Subject &subject = subjectOf(ready.experiment);
    setWorkspace(QLatin1String(subject.id));
    m_services->controllerOf(subject).document().take(ready, [&ready] { return titleOf(ready); });
}

ActionGroup MainWindow::offeredFiles(QObject &owner)
{
    ActionGroup group{tr("Recent files")};
    for (const QString &path : m_files->recent()) {
        const QString name = actionText(QFileInfo(path).fileName());
        group.actions.append(makeAction(&owner, {QStringLiteral("recent.") + path, tr("Open %1").arg(name), QDir::toNativeSeparators(path)},
                                        [this, path] { m_files->open(path); }));
    }
    return group;
}

ActionGroup MainWindow::offeredDevices(QObject &owner)
{
    ActionGroup group{tr("Device")};
    const std::vector<BackendChoice> &choices = m_services->devices.catalog().choices;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        QAction *action = makeAction(&owner,
                                     {QStringLiteral("device.") + QString::fromStdString(choices[i].id),
                                      actionText(translated(choices[i].name)), translated(choices[i].description)},
                                     [this, i] { setDevice(i); });
        action->setCheckable(true);
        action->setChecked(i == device());
        group.actions.append(action);
    }
    return group;
}

} // namespace actiscope
