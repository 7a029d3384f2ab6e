// The training workspace: networks that differ only in their activation learn side by side. Owns the session that trains
// them, takes its snapshots at its own frame clock and hands them to the plots. GUI thread.
#pragma once

#include "core/engine/backend.h"
#include "core/training/training_session.h"
#include "ui/base/theme.h"
#include "ui/charts/model_style.h"
#include "ui/training/controls/awaited_answer.h"

#include <QTimer>
#include <QVariantMap>
#include <QWidget>

#include <memory>
#include <optional>

class QSplitter;

namespace actiscope {

class ActivationColors;
class BoundaryGrid;
class ExperimentPanel;
class ExportSource;
class LossPlot;
class MessageBanner;
class RunControls;

class TrainingWorkspace : public QWidget {
    Q_OBJECT

public:
    /** Both live longer than the workspace. Shows the default experiment, which is made by begin(). */
    TrainingWorkspace(const BackendCatalog &catalog, ActivationColors &colors, QWidget *parent = nullptr);
    ~TrainingWorkspace() override;

    /** Makes data and weights and builds what the device needs, in the background. Happens when the workspace is first
     *  shown; earlier, it spares the user that wait. */
    void begin();
    const Experiment &experiment() const;
    void setExperiment(const Experiment &experiment);
    /** Experiment, pace and loss scale, to be kept between sessions. */
    QVariantMap saveState() const;
    /** What cannot be restored stays as it is. */
    void restoreState(const QVariantMap &state);
    std::size_t backend() const { return m_backend; }
    /** The newest one that was taken, or null. */
    std::shared_ptr<const Snapshot> snapshot() const { return m_snapshot; }
    /** The figure of the run as it is; null before the first. */
    std::unique_ptr<ExportSource> exportSource() const;
    /** The sentence of the message line, or nothing. */
    QString message() const;

    ExperimentPanel *experimentPanel() const { return m_panel; }
    RunControls *controls() const { return m_controls; }
    BoundaryGrid *boundaries() const { return m_boundaries; }
    LossPlot *lossPlot() const { return m_loss; }

public slots:
    void setBackend(std::size_t choice);
    /** The catalog has other entries; what computes is this one of them. */
    void catalogChanged(std::size_t backend);
    void setTheme(const actiscope::Theme &theme);
    void setSidePanelsVisible(bool left, bool right);
    void playOrPause();
    void step();
    void reset();
    /** Figures of a model of the run; they come in a later snapshot, also while the workspace is hidden. */
    void requestDiagnostics(std::size_t model, const actiscope::DiagnosticsSettings &settings);

signals:
    /** What computes, as the backend describes itself. */
    void deviceChanged(const QString &device);
    /** "9,100 steps/s · 190 GFLOP/s" while training, else empty. */
    void statusChanged(const QString &status);
    /** The workspace itself changed to another entry of the catalog. */
    void backendChanged(std::size_t choice);
    /** The user asks for the figure of the run. */
    void exportRequested();
    /** A snapshot has been shown. */
    void snapshotShown();

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setupLayout();
    void setupConnections();
    void setupKeys();
    void takeTypedNumber();
    void startRun(const Experiment &experiment);
    void takeFrame();
    void showSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void beginRun(const Snapshot &snapshot);
    bool canChangeToEigen() const;
    void recover();
    void emitStatus(const Snapshot &snapshot);
    void updateColors();
    void updateView();
    void updateClock();
    void await(AwaitedAnswer::Wish wish);
    void showBusy();

    const BackendCatalog &m_catalog;
    ActivationColors &m_colors;
    std::size_t m_backend;
    Theme m_theme;
    TrainingSession m_session;
    std::shared_ptr<const Snapshot> m_snapshot;
    RunState m_state = RunState::Preparing;
    AwaitedAnswer m_awaited;
    bool m_begun = false;
    bool m_awaitsDiagnostics = false;
    std::uint64_t m_newestRun = 0;
    std::uint64_t m_shownRun = 0;
    std::optional<GridSpec> m_view;
    QString m_device;
    QString m_status;
    QTimer m_clock;
    QTimer m_viewTimer;

    ExperimentPanel *m_panel = nullptr;
    QWidget *m_centre = nullptr;
    RunControls *m_controls = nullptr;
    MessageBanner *m_banner = nullptr;
    QSplitter *m_splitter = nullptr;
    BoundaryGrid *m_boundaries = nullptr;
    LossPlot *m_loss = nullptr;
};

} // namespace actiscope
