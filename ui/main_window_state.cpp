// What MainWindow keeps from one start to the next.
#include "ui/main_window.h"

#include "ui/base/activation_colors.h"
#include "ui/functions/functions_workspace.h"
#include "ui/training/training_workspace.h"

#include <QActionGroup>

#include <algorithm>
#include <string>

namespace actiscope {

void MainWindow::writeState()
{
    m_settings->setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings->setValue(QStringLiteral("window/workspace"), workspace());
    m_settings->setValue(QStringLiteral("window/colorScheme"), int(m_scheme));
    m_settings->setValue(QStringLiteral("window/leftPanel"), m_leftVisible);
    m_settings->setValue(QStringLiteral("window/rightPanel"), m_rightVisible);
    if (m_device == m_catalog.defaultIndex)
        m_settings->remove(QStringLiteral("window/device")); // the best one is found anew at each start
    else
        m_settings->setValue(QStringLiteral("window/device"), QString::fromStdString(m_catalog.choices[m_device].id));
    m_settings->setValue(QStringLiteral("window/curveColors"), m_colors->saveState());
    m_functions->save(*m_settings);
    m_settings->setValue(QStringLiteral("training"), m_training->saveState());
    m_settings->sync();
}

void MainWindow::readState()
{
    const QVariant geometry = m_settings->value(QStringLiteral("window/geometry"));
    if (geometry.isValid())
        restoreGeometry(geometry.toByteArray());
    const int scheme = m_settings->value(QStringLiteral("window/colorScheme"), int(m_scheme)).toInt();
    m_scheme = ColorScheme(std::clamp(scheme, int(ColorScheme::System), int(ColorScheme::Dark)));
    for (QAction *action : m_schemeActions->actions())
        action->setChecked(action->data().toInt() == int(m_scheme));
    const QVariant colors = m_settings->value(QStringLiteral("window/curveColors"));
    if (colors.isValid())
        m_colors->restoreState(colors.toStringList());
    m_functions->restore(*m_settings);
    m_training->restoreState(m_settings->value(QStringLiteral("training")).toMap());
    setWorkspace(m_settings->value(QStringLiteral("window/workspace")).toString());
    setLeftPanelVisible(m_settings->value(QStringLiteral("window/leftPanel"), true).toBool());
    setRightPanelVisible(m_settings->value(QStringLiteral("window/rightPanel"), true).toBool());
    // Only if it is still there.
    const std::string device = m_settings->value(QStringLiteral("window/device")).toString().toStdString();
    for (std::size_t i = 0; i < m_catalog.choices.size(); ++i) {
        if (m_catalog.choices[i].id == device)
            setDevice(i);
    }
}

} // namespace actiscope
