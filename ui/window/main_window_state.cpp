// What MainWindow keeps from one start to the next.
#include "ui/window/main_window.h"

#include "ui/base/activation_colors.h"
#include "ui/base/backend_choices.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/state/inventions.h"
#include "ui/training/controls/message_banner.h"
#include "ui/training/training_workspace.h"
#include "ui/window/settings_keeper.h"

#include <QActionGroup>

#include <algorithm>
#include <string>

namespace actiscope {

void MainWindow::setupSaving()
{
    m_keeper->setMerge(Inventions::savedKey(), &Inventions::merged);
    for (const char *key : {"training", "functions/parameters", "window/curveColors"})
        m_keeper->setMerge(QLatin1String(key), &mergedMap);
    connect(m_keeper, &SettingsKeeper::problemChanged, this, &MainWindow::showSavingProblem);
    m_keeper->keep([this] { return collectState(); });
}

void MainWindow::saveState()
{
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
    state.setValue(QStringLiteral("window/geometry"), saveGeometry());
    state.setValue(QStringLiteral("window/workspace"), workspace());
    state.setValue(QStringLiteral("window/colorScheme"), int(m_scheme));
    state.setValue(QStringLiteral("window/leftPanel"), m_leftVisible);
    state.setValue(QStringLiteral("window/rightPanel"), m_rightVisible);
    if (!m_wantedDevice.isEmpty())
        state.setValue(QStringLiteral("window/device"), m_wantedDevice);
    else if (m_device != m_catalog.defaultIndex) // the best one is found anew at each start
        state.setValue(QStringLiteral("window/device"), QString::fromStdString(m_catalog.choices[m_device].id));
    state.setValue(QStringLiteral("window/curveColors"), m_colors->saveState());
    m_functions->save(state);
    state.setValue(QStringLiteral("training"), m_training->saveState());
    return state;
}

/** If it is there; it may yet be found, or be back at the next start. */
void MainWindow::takeWantedDevice()
{
    const auto device = indexOf(m_catalog, m_wantedDevice.toStdString());
    if (!device)
        return;
    m_wantedDevice.clear();
    setDevice(*device);
}

void MainWindow::readState()
{
    const SavedState state = m_keeper->read();
    const QVariant geometry = state.value(QStringLiteral("window/geometry"));
    if (geometry.isValid())
        restoreGeometry(geometry.toByteArray());
    const int scheme = state.value(QStringLiteral("window/colorScheme"), int(m_scheme)).toInt();
    m_scheme = ColorScheme(std::clamp(scheme, int(ColorScheme::System), int(ColorScheme::Dark)));
    for (QAction *action : m_schemeActions->actions())
        action->setChecked(action->data().toInt() == int(m_scheme));
    const QVariant colors = state.value(QStringLiteral("window/curveColors"));
    if (colors.isValid())
        m_colors->restoreState(colors);
    m_functions->restore(state);
    m_training->restoreState(state.value(QStringLiteral("training")).toMap());
    setWorkspace(state.value(QStringLiteral("window/workspace")).toString());
    setLeftPanelVisible(state.value(QStringLiteral("window/leftPanel"), true).toBool());
    setRightPanelVisible(state.value(QStringLiteral("window/rightPanel"), true).toBool());
    m_wantedDevice = state.value(QStringLiteral("window/device")).toString();
    takeWantedDevice();
}

} // namespace actiscope
