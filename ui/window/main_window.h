// The window: the rail of workspaces, the workspaces themselves, the menus and the status bar that names the device. Knows of workspaces only what
// ui/window/workspace.h says. Keeps its state in the settings it is given. GUI thread.
#pragma once

#include "core/engine/backend.h"
#include "ui/base/spoken_description.h"
#include "ui/base/theme.h"

#include <QMainWindow>
#include <QSettings>

#include <functional>
#include <memory>
#include <vector>

class QActionGroup;
class QMenu;
class QStackedWidget;
class QToolButton;
class QUndoGroup;

namespace actiscope {

class ActionRegistry;
class ElidedToolButton;
class ExperimentDocument;
class FocusFrame;
class MenuCorner;
class MessageBanner;
class PresenterBar;
class SavedState;
class SessionFiles;
class SettingsKeeper;
class Workspace;
class WorkspaceRail;
struct ActionGroup;
struct ReadyExperiment;
struct Services;
struct Session;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /** `settings`: where the state is read now and written when it changes; null for the user's own. */
    explicit MainWindow(BackendCatalog catalog, std::unique_ptr<QSettings> settings = nullptr, QWidget *parent = nullptr);
    ~MainWindow() override;

    /** What the search for devices has found, instead of the catalog that the window began with. */
    void setCatalog(const BackendCatalog &catalog);
    Services &services() const { return *m_services; }
    ActionRegistry &actionRegistry() const { return *m_actions; }
    SessionFiles &sessionFiles() const { return *m_files; }
    ColorScheme colorScheme() const { return m_scheme; }
    const Theme &theme() const { return m_theme; }
    /** Of text, lines and controls: 1 as they come, at most largestTextScale. */
    double textScale() const { return m_textScale; }
    /** As languages() names it. */
    QString language() const { return m_language; }
    /** The name of the current one, as in workspaces(). */
    QString workspace() const;
    Workspace *currentWorkspace() const;
    /** By its name, as in workspaces(); null for an unknown one. */
    Workspace *workspaceOf(const QString &name) const;
    /** The first one of this class. */
    template <class Class>
    Class *page() const
    {
        for (Workspace *each : m_workspaces) {
            if (auto *found = qobject_cast<Class *>(each))
                return found;
        }
        return nullptr;
    }
    std::size_t device() const;
    QToolButton *deviceButton() const;
    /** What is slow and will be needed is begun now, by all workspaces. */
    void begin();
    /** Experiment, views and the figures of runs that were kept: what a file holds. */
    Session session() const;
    void showSession(const Session &session);
    /** Writes what is not written yet, at once: settings, and unsaved work where it survives. */
    void saveState();
    /** Why the state cannot be saved, or nothing; the window shows it. */
    QString savingProblem() const;

public slots:
    void setColorScheme(actiscope::ColorScheme scheme);
    void setTextScale(double scale);
    /** One of languages(), and what is shown with it: at once, but for what a dialog holds. */
    void setLanguage(const QString &name);
    /** Plots only, larger; in the window as it is. */
    void setPresenting(bool presents);
    bool isPresenting() const { return m_presents; }
    /** By its name; an unknown one changes nothing. */
    void setWorkspace(const QString &name);
    /** An entry of the catalog. */
    void setDevice(std::size_t choice);
    void setLeftPanelVisible(bool visible);
    void setRightPanelVisible(bool visible);
    void copyView();
    void exportView();
    void showKeys();
    void showPalette();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void makeParts();
    void makePartsAgain();
    void replaceParts();
    void dropParts();
    void setupWorkspaces();
    void setupLayout();
    void setupMenus();
    QMenu *addMenu(const QString &title, const QList<QAction *> &actions);
    QAction *newAction(const QString &id, const QString &text, const QString &help, const QList<QKeySequence> &keys,
                       std::function<void()> run);
    QList<QAction *> fileActions();
    QList<QAction *> editActions();
    void fillRecentMenu();
    QList<QAction *> viewActions();
    QList<QAction *> workspaceActions();
    QList<QAction *> schemeActions();
    QList<QAction *> textActions();
    QAction *languageAction();
    ActionGroup offeredLanguages(QObject &owner);
    QList<QAction *> panelActions();
    QList<QAction *> helpActions();
    void setupPresenter();
    void present(bool presents);
    void switchPresenting(bool presents);
    void showPresentation();
    void announce(const QString &sentence);
    void speak(const QString &sentence);
    void applySizes();
    void fitRail();
    void setupOffers();
    void setupExperimentMenu();
    ActionGroup offeredExperiments(QObject &owner);
    ActionGroup offeredFiles(QObject &owner);
    ActionGroup offeredDevices(QObject &owner);
    void openReadyExperiment(const ReadyExperiment &ready);
    ExperimentDocument &currentDocument() const;
    void setupDeviceMenu();
    void fillDeviceMenu();
    void setupNews();
    void setupSaving();
    void setupFiles();
    void showFile();
    void takeDropped(const QString &path);
    void showFileProblem(const QString &text);
    SavedState collectState() const;
    void readLook();
    void readState();
    void showSavingProblem(const QString &problem);
    void takeTheme();
    void enlargeText(int steps);
    void showPanels();
    void showWorkspace(int index);
    void openMenu();
    void showDevice();
    void toggleFullScreen(bool full);
    void about();

    std::unique_ptr<QSettings> m_settings;
    SettingsKeeper *m_keeper;
    std::unique_ptr<Services> m_services; ///< outlives the workspaces
    ActionRegistry *m_actions;
    SessionFiles *m_files;
    QString m_language;
    QString m_writtenLanguage; ///< of the texts that are there
    ColorScheme m_scheme = ColorScheme::System;
    Theme m_theme = Theme::light();
    double m_textScale = 1;
    bool m_leftVisible = true;
    bool m_rightVisible = true;
    bool m_wasMaximized = false;
    bool m_presents = false;
    bool m_wasFullScreen = false; ///< before it presented

    std::vector<Workspace *> m_workspaces; ///< as in workspaces()
    QUndoGroup *m_undo; ///< of the workspace that is shown
    WorkspaceRail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    PresenterBar *m_presenterBar = nullptr;
    FocusFrame *m_focusFrame = nullptr;
    MessageBanner *m_savingBanner = nullptr;
    MessageBanner *m_fileBanner = nullptr;
    QMenu *m_recentMenu = nullptr;
    MenuCorner *m_corner = nullptr;
    std::unique_ptr<SpokenDescription> m_spokenStatus; ///< of the corner's label
    ElidedToolButton *m_deviceButton = nullptr;
    QActionGroup *m_schemeActions = nullptr;
    QActionGroup *m_languageActions = nullptr;
    QActionGroup *m_deviceActions = nullptr;
    QMenu *m_deviceMenu = nullptr;
    QAction *m_leftAction = nullptr;
    QAction *m_rightAction = nullptr;
    QAction *m_fullScreenAction = nullptr;
    QAction *m_presentAction = nullptr;
};

} // namespace actiscope
