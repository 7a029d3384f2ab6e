// The bar above the plots: play and pause, one epoch, reset, the pace, and how far the run is. GUI thread.
#pragma once

#include "core/training/snapshot.h"
#include "ui/base/theme.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QSlider;
class QToolButton;
class QUndoStack;

namespace actiscope {

class FocusRing;
class ProgressLine;

class RunControls : public QWidget {
    Q_OBJECT

public:
    explicit RunControls(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void showState(const Snapshot &run);
    /** Whether the play button offers to pause. */
    void setTraining(bool training);
    /** Whether training parts from another run, with what was changed. */
    void setBranching(bool branching);
    /** Where nothing has come of the run for a while: what is being done, "computing…". */
    void showBusy(const QString &words);
    /** Epochs a second, 0 for as fast as it goes. */
    double pace() const;
    void setPace(double epochsPerSecond);
    /** So many positions of its slider faster. */
    void changePace(int steps);

    /** Before all others. */
    void setFirst(QWidget *widget);
    QToolButton *playButton() const { return m_play; }
    QSlider *paceSlider() const { return m_pace; }
    QString epochText() const;
    QString paceText() const;
    QToolButton *seedsButton() const { return m_seeds; }
    QSize minimumSizeHint() const override;
    /** What the buttons do, and what they are called. */
    void setActions(QAction &play, QAction &step, QAction &reset);
    void setSeeds(QAction &seeds);
    /** The ways back and forth; they outlive this. */
    void setUndo(QUndoStack &changes);
    QToolButton *undoButton() const { return m_undo; }
    QToolButton *redoButton() const { return m_redo; }
    /** Whether many seeds are shown. */
    void showSeeds(bool shown);

signals:
    void exportRequested();
    void paceChanged(double epochsPerSecond);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *makeButton();
    void fitButton(QToolButton &button) const;
    void setupPace();
    void setupEpoch();
    void setupLayout();
    int buttonsWidth() const;
    int waysWidth() const;
    int lineWidth() const;
    bool fitsOneLine(bool withPace) const;
    bool fitsFirstLine() const;
    void arrange();
    void arrangeParts(bool isOneLine);
    void setCompact(bool compact);
    void fixWidths();
    void fixEpochWidth();
    void updateIcons();
    void updatePace();

    QWidget *m_first = nullptr;
    QToolButton *m_play = nullptr;
    FocusRing *m_playRing = nullptr;
    QToolButton *m_step = nullptr;
    QToolButton *m_reset = nullptr;
    QToolButton *m_undo = nullptr;
    QToolButton *m_redo = nullptr;
    QToolButton *m_seeds = nullptr; ///< trains many seeds
    QToolButton *m_save = nullptr;
    QSlider *m_pace = nullptr;
    QLabel *m_paceWord = nullptr;
    QLabel *m_paceText = nullptr;
    QLabel *m_epoch = nullptr;
    ProgressLine *m_progress = nullptr;
    QHBoxLayout *m_actions = nullptr;
    QHBoxLayout *m_state = nullptr;
    QBoxLayout *m_lines = nullptr;
    QString m_epochWords; ///< how far the run is
    bool m_training = false;
    bool m_branching = false;
    bool m_isCompact = false;
    qsizetype m_epochDigits = 5;
    Theme m_theme;
};

} // namespace actiscope
