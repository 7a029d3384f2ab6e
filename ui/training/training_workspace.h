// The workspaces of networks that differ only in their activation and learn side by side, on points or on images (ui/training/document/subject.h). Shows the run of a controller (which trains
// it) and the experiment of its document, and hands on what hands ask for. GUI thread.
#pragma once

#include "core/training/snapshot.h"
#include "ui/base/live_text.h"
#include "ui/training/controls/training_words.h"
#include "ui/window/workspace.h"

#include <memory>
#include <optional>

namespace actiscope {

class ActivationColors;
class ElidedToolButton;
class EvidenceView;
class ExperimentPanel;
class ExportSource;
class FootSplitter;
class MessageBanner;
class PanelDrawer;
class RunControls;
class SeedsMode;
class SeedsPage;
class StepMode;
class StepPage;
class TimelineView;
class TrainingController;
struct ReadyExperiment;
struct Subject;

class TrainingWorkspace : public Workspace {
    Q_OBJECT

public:
    /** Both live longer than the workspace. */
    TrainingWorkspace(TrainingController &controller, ActivationColors &colors, QWidget *parent = nullptr);
    ~TrainingWorkspace() override;

    TrainingController &controller() const { return m_controller; }
    const Experiment &experiment() const;
    /** Instead of the present one, as from a file. */
    void setExperiment(const Experiment &experiment);
    /** The newest one with models that was taken, or null. */
    std::shared_ptr<const Snapshot> snapshot() const;
    /** The sentence of the message line, or nothing. */
    QString message() const;

    ExperimentPanel *experimentPanel() const { return m_panel; }
    PanelDrawer *drawer() const { return m_drawer; }
    RunControls *controls() const { return m_controls; }
    EvidenceView *evidence() const { return m_evidence; }
    SeedsMode *seedsMode() const { return m_seedsMode; }
    SeedsPage *seedsPage() const { return m_seeds; }
    StepPage *stepPage() const { return m_steps; }
    TimelineView *timeline() const { return m_timeline; }

    /** Without the panel, which becomes a drawer where it has no room beside. */
    QSize minimumSizeHint() const override;
    void setTheme(const Theme &theme) override;
    void setSidePanelsVisible(bool left, bool right) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    void takeOver(Workspace &former) override;
    ActionGroup actionGroup() const override;
    QUndoStack *undoStack() const override;
    /** The figure of the run as it is; null before the first. */
    std::unique_ptr<ExportSource> exportSource() const override;
    /** Of what it is about: a CSV file of points, or a folder of images. */
    bool takeFile(const QString &path) override;
    QList<QWidget *> plots() const override;
    void setPresenting(bool presents) override;
    Presentation presentation() const override;
    void playOrPause() override;
    void moveTo(int place) override;
    void begin() override;
    void preparePicture() override;
    bool isPictureReady() const override;

signals:
    /** A snapshot has been shown. */
    void snapshotShown();

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setupLayout();
    void setupConnections();
    void setupActions();
    bool takeImages(const QString &path);
    void connectButtons();
    void takeTypedNumber();
    void showExperiment();
    void showView(const ReadyExperiment &ready);
    void showSnapshot(const std::shared_ptr<const Snapshot> &snapshot);
    void showRun(const std::shared_ptr<const Snapshot> &snapshot);
    void showAsked();
    void showBusy();
    void updateColors();
    bool leavesChart() const;

    TrainingController &m_controller;
    const Subject &m_subject;
    ActivationColors &m_colors;
    Theme m_theme;
    std::uint64_t m_shownRun = 0;
    Experiment m_shownExperiment; ///< that names and titles tell of
    QString m_status;
    LiveText m_refusal; ///< what the banner says, where it says why an experiment was not taken
    RunAnnouncer m_announcer;
    bool m_presents = false;
    QList<QAction *> m_actions;

    ExperimentPanel *m_panel = nullptr;
    ElidedToolButton *m_drawerButton = nullptr;
    PanelDrawer *m_drawer = nullptr;
    QWidget *m_centre = nullptr;
    RunControls *m_controls = nullptr;
    MessageBanner *m_banner = nullptr;
    FootSplitter *m_splitter = nullptr;
    EvidenceView *m_evidence = nullptr;
    SeedsPage *m_seeds = nullptr;
    SeedsMode *m_seedsMode = nullptr;
    StepPage *m_steps = nullptr;
    StepMode *m_stepMode = nullptr;
    TimelineView *m_timeline = nullptr;
};

} // namespace actiscope
