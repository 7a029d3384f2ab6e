// The window: the rail of workspaces, the workspaces themselves, the menus and the status bar that names the device. Keeps
// its state in the settings it is given. GUI thread.
#pragma once

#include "core/engine/backend.h"
#include "ui/base/theme.h"

#include <QMainWindow>
#include <QSettings>

#include <memory>
#include <optional>

class QActionGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace actiscope {

class ActivationColors;
class ElidedToolButton;
class FocusRing;
class FunctionsWorkspace;
class MessageBanner;
class SavedState;
class SettingsKeeper;
class TrainingWorkspace;
class WorkspaceRail;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /** `settings`: where the state is read now and written when it changes; null for the user's own. */
    explicit MainWindow(BackendCatalog catalog, std::unique_ptr<QSettings> settings = nullptr, QWidget *parent = nullptr);
    ~MainWindow() override;

    /** What the search for devices has found: takes the place of the catalog that the window began with. Whoever chose something goes on
     *  with it; else the default computes, which is what an entry of the old catalog that is not in the new one stood for. */
    void setCatalog(const BackendCatalog &catalog);
    FunctionsWorkspace *functions() const { return m_functions; }
    TrainingWorkspace *training() const { return m_training; }
    ColorScheme colorScheme() const { return m_scheme; }
    const Theme &theme() const { return m_theme; }
    /** "functions" or "training". */
    QString workspace() const;
    std::size_t device() const { return m_device; }
    QToolButton *deviceButton() const;
    /** Writes what is not written yet, at once. */
    void saveState();
    /** Why the state cannot be saved, or nothing; the window shows it. */
    QString savingProblem() const;

public slots:
    void setColorScheme(actiscope::ColorScheme scheme);
    /** By its name; an unknown one changes nothing. */
    void setWorkspace(const QString &name);
    /** An entry of the catalog. */
    void setDevice(std::size_t choice);
    void setLeftPanelVisible(bool visible);
    void setRightPanelVisible(bool visible);
    void copyView();
    void exportView();
    void showKeys();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setupWorkspaces();
    void setupFileMenu();
    void setupViewMenu();
    void setupDeviceMenu();
    void fillDeviceMenu();
    void setupHelpMenu();
    void setupStatusBar();
    void setupSaving();
    SavedState collectState() const;
    void readState();
    void takeWantedDevice();
    void showSavingProblem(const QString &problem);
    void takeTheme();
    void showPanels();
    void openMenu();
    void showDevice(const QString &description);
    void checkOnDevice();
    void toggleFullScreen(bool full);
    void about();

    BackendCatalog m_catalog;
    std::unique_ptr<QSettings> m_settings;
    SettingsKeeper *m_keeper;
    ColorScheme m_scheme = ColorScheme::System;
    Theme m_theme = Theme::light();
    std::size_t m_device;
    QString m_wantedDevice;                     ///< of the settings, while it has not been found
    std::optional<std::size_t> m_checkedDevice; ///< on which activations are checked
    bool m_leftVisible = true;
    bool m_rightVisible = true;
    bool m_wasMaximized = false;

    ActivationColors *m_colors = nullptr; ///< before the workspaces, which use it
    WorkspaceRail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    FunctionsWorkspace *m_functions = nullptr;
    TrainingWorkspace *m_training = nullptr;
    FocusRing *m_plotRing = nullptr;
    MessageBanner *m_savingBanner = nullptr;
    QLabel *m_status = nullptr;
    ElidedToolButton *m_deviceButton = nullptr;
    QActionGroup *m_schemeActions = nullptr;
    QActionGroup *m_deviceActions = nullptr;
    QMenu *m_deviceMenu = nullptr;
    QAction *m_leftAction = nullptr;
    QAction *m_rightAction = nullptr;
    QAction *m_fullScreenAction = nullptr;
};

} // namespace actiscope
