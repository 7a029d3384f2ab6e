// The Functions workspace: the list of activations, their plots with a read-out, and the notes on the one in focus. What a
// training run says of itself comes in as snapshots. GUI thread.
#pragma once

#include "ui/window/workspace.h"

#include <memory>
#include <optional>
#include <string>

class QLabel;
class QScrollArea;
class QSplitter;

namespace actiscope {

class ActivationColors;
class ActivationList;
class DeviceChoice;
class FocusRing;
class FunctionPlot;
class FunctionsHistory;
class FunctionsState;
class CustomActivationBar;
class CustomActivationList;
class NotesPanel;
class ParameterSweep;
class ReadOut;
class TrainButton;
class TrainingController;
class ViewBar;
struct DiagnosticsSettings;
struct Snapshot;

class FunctionsWorkspace : public Workspace {
    Q_OBJECT

public:
    explicit FunctionsWorkspace(ActivationColors &colors, QWidget *parent = nullptr);

    FunctionsState &state() const { return *m_state; }
    FunctionPlot *plot() const { return m_plot; }
    ActivationList *list() const { return m_list; }
    CustomActivationBar *customActivationBar() const { return m_customBar; }
    NotesPanel *notes() const { return m_notes; }
    ReadOut *readOut() const { return m_readOut; }
    ViewBar *viewBar() const { return m_viewBar; }
    /** The kinks of the focused function and the convention, in words. */
    QLabel *kinkNote() const { return m_kinkNote; }
    /** What a picture of this workspace shows. */
    QWidget *view() const { return m_view; }

    /** Looks into the networks that are trained there, and shares parameters with its experiment. */
    void lookInto(TrainingController &training);
    /** Checks the activations on what the window computes on, too. */
    void checkOn(DeviceChoice &devices);

    void setTheme(const Theme &theme) override;
    void setSidePanelsVisible(bool left, bool right) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;
    void takeOver(Workspace &former) override;
    ActionGroup actionGroup() const override;
    QUndoStack *undoStack() const override;
    std::unique_ptr<ExportSource> exportSource() const override;
    QList<QWidget *> plots() const override;
    void setPresenting(bool presents) override;
    Presentation presentation() const override;
    /** Sweeps the first parameter of the activation in focus, or stops it. */
    void playOrPause() override;
    QMimeData *copiedView() override;

public slots:
    /** Makes the experiment one of the shown activations, a model each, trains it and asks for its workspace; one step to undo. */
    void trainShown();
    /** The newest of the run that is open, or null. */
    void showRun(std::shared_ptr<const actiscope::Snapshot> snapshot);

signals:
    /** To look inside, figures of a model of the run are needed; they are expected in a later snapshot. */
    void diagnosticsWanted(std::size_t model, const actiscope::DiagnosticsSettings &settings);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setupLayout();
    void setupConnections();
    void setupInside();
    void setupActions();
    void checkOnDevice();
    void fitPanels();
    void fitPlot();
    void showPanels();
    ParameterSweep *sweep() const;
    void showKinks();
    void shareColors();
    void read(std::optional<double> x);

    ActivationColors &m_colors;
    Theme m_theme = Theme::light();
    FunctionsState *m_state;
    CustomActivationList *m_customActivations;
    FunctionsHistory *m_history = nullptr;
    ActivationList *m_list = nullptr;
    CustomActivationBar *m_customBar = nullptr;
    TrainButton *m_trainButton = nullptr;
    TrainingController *m_training = nullptr;
    FunctionPlot *m_plot = nullptr;
    ReadOut *m_readOut = nullptr;
    std::optional<double> m_lastX; ///< that was pointed at
    bool m_leftVisible = true;
    bool m_rightVisible = true;
    bool m_presents = false;
    bool m_isLow = false;          ///< there is no room for the kinks and the figures both
    QString m_readOutTip;
    NotesPanel *m_notes = nullptr;
    ViewBar *m_viewBar = nullptr;
    QLabel *m_kinkNote = nullptr;
    QWidget *m_view = nullptr;
    QScrollArea *m_plotScroll = nullptr;
    QSplitter *m_splitter = nullptr;
    FocusRing *m_plotRing = nullptr;
    QList<QAction *> m_actions;
    DeviceChoice *m_devices = nullptr;
    std::optional<std::string> m_checkedDevice; ///< on which activations are checked
};

} // namespace actiscope
