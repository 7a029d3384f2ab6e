// What MainWindow keeps from one start to the next.
#include "ui/window/main_window.h"

#include "ui/base/language.h"
#include "ui/base/message_banner.h"
#include "ui/base/scale.h"
#include "ui/functions/state/custom_activation_list.h"
#include "ui/training/document/experiment_state.h"
#include "ui/window/services.h"
#include "ui/window/session_files.h"
#include "ui/window/settings_keeper.h"
#include "ui/window/workspace.h"
#include "ui/window/workspaces.h"

#include <QApplication>

#include <algorithm>

namespace actiscope {

namespace {

/** That of points has the name that it had when there was no other one. */
QString experimentKey(const Subject &subject)
{
    return &subject == &pointSubject() ? QStringLiteral("experiment") : QStringLiteral("window/experiment-") + QLatin1String(subject.id);
}

/** Where versions up to 0.1 kept what is a workspace's now. */
void takeOld(SavedState &state)
{
    const auto move = [&state](const QVariant &old, const char *key) {
        if (old.isValid() && !state.contains(QLatin1String(key)))
            state.setValue(QLatin1String(key), old);
    };
    const QVariantMap training = state.value(QStringLiteral("training")).toMap();
    move(state.value(QStringLiteral("inventions")), "functions/inventions");
    move(training.value(QStringLiteral("experiment")), "experiment");
    move(training.value(QStringLiteral("pace")), "training/pace");
    move(training.value(QStringLiteral("logarithmicLoss")), "training/logarithmicLoss");
}

/** Ours first, and what another window opened. */
QVariant mergedRecent(const QVariant &, const QVariant &ours, const QVariant &theirs)
{
    QStringList joined = ours.toStringList() + theirs.toStringList();
    joined.removeDuplicates();
    return joined;
}

} // namespace

void MainWindow::setupSaving()
{
    m_keeper->setMerge(QStringLiteral("functions/") + CustomActivationList::savedKey(), &CustomActivationList::merged);
    m_keeper->setMerge(QStringLiteral("window/recentFiles"), &mergedRecent);
    for (const char *key : {"functions/parameters", "window/curveColors"})
        m_keeper->setMerge(QLatin1String(key), &mergedMap);
    connect(m_keeper, &SettingsKeeper::problemChanged, this, &MainWindow::showSavingProblem);
    m_keeper->keep([this] { return collectState(); });
}

void MainWindow::saveState()
{
    m_files->keep();
    m_keeper->save();
}

QString MainWindow::savingProblem() const
{
    return m_keeper->problem();
}

void MainWindow::showSavingProblem(const QString &problem)
{
    if (problem.isEmpty())
        m_savingBanner->hide();
    else
        m_savingBanner->showMessage(problem);
}

SavedState MainWindow::collectState() const
{
    SavedState state;
    state.setValue(QStringLiteral("window/geometry"), savedBytes(saveGeometry()));
    state.setValue(QStringLiteral("window/workspace"), workspace());
    state.setValue(QStringLiteral("window/colorScheme"), int(m_scheme));
    state.setValue(QStringLiteral("window/textScale"), m_textScale);
    state.setValue(QStringLiteral("window/language"), m_language);
    state.setValue(QStringLiteral("window/leftPanel"), m_leftVisible);
    state.setValue(QStringLiteral("window/rightPanel"), m_rightVisible);
    if (const QString device = m_services->devices.saved(); !device.isEmpty())
        state.setValue(QStringLiteral("window/device"), device);
    state.setValue(QStringLiteral("window/recentFiles"), m_files->recent());
    state.setValue(QStringLiteral("window/curveColors"), m_services->colors.saveState());
    for (const TrainingController *each : m_services->controllers())
        state.setValue(experimentKey(each->document().subject()), savedExperiment(each->document().experiment()));
    for (std::size_t i = 0; i < m_workspaces.size(); ++i)
        state.setPart(QLatin1String(workspaces()[i].id), m_workspaces[i]->saveState());
    return state;
}

/** What the parts are made in, measures from the font, too: later it would be for all of them anew. */
void MainWindow::readLook()
{
    const SavedState state = m_keeper->read();
    m_language = state.value(QStringLiteral("window/language"), QStringLiteral("system")).toString();
    useLanguage(m_language);
    const int scheme = state.value(QStringLiteral("window/colorScheme"), int(m_scheme)).toInt();
    m_scheme = ColorScheme(std::clamp(scheme, int(ColorScheme::System), int(ColorScheme::Dark)));
    m_textScale = limitedTextScale(state.value(QStringLiteral("window/textScale"), m_textScale).toDouble());
    applyTextScale(*qApp, m_textScale);
    applyTheme(*qApp, themeFor(m_scheme));
}

void MainWindow::readState()
{
    SavedState state = m_keeper->read();
    takeOld(state);
    const QVariant geometry = state.value(QStringLiteral("window/geometry"));
    if (geometry.isValid())
        restoreGeometry(bytesOf(geometry));
    const QVariant colors = state.value(QStringLiteral("window/curveColors"));
    if (colors.isValid())
        m_services->colors.restoreState(colors);
    for (TrainingController *each : m_services->controllers()) {
        const Subject &subject = each->document().subject();
        const auto experiment = restoredExperiment(state.value(experimentKey(subject)));
        if (experiment && subject.has(*experiment))
            each->document().load(*experiment);
    }
    for (std::size_t i = 0; i < m_workspaces.size(); ++i)
        m_workspaces[i]->restoreState(state.part(QLatin1String(workspaces()[i].id)));
    m_files->setRecent(state.value(QStringLiteral("window/recentFiles")).toStringList());
    setWorkspace(state.value(QStringLiteral("window/workspace")).toString());
    setLeftPanelVisible(state.value(QStringLiteral("window/leftPanel"), true).toBool());
    setRightPanelVisible(state.value(QStringLiteral("window/rightPanel"), true).toBool());
    m_services->devices.restore(state.value(QStringLiteral("window/device")).toString());
}

} // namespace actiscope
