#include "ui/training/controls/run_controls.h"

#include "ui/base/focus_ring.h"
#include "ui/base/quiet_label.h"
#include "ui/base/scale.h"
#include "ui/base/svg_icon.h"
#include "ui/training/controls/progress_line.h"
#include "ui/window/actions/action_group.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace actiscope {

namespace {

constexpr double asFastAsItGoes = 0;
/** The positions of the pace slider, in epochs a second. */
constexpr std::array<double, 11> paces = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, asFastAsItGoes};
constexpr qsizetype fewestEpochDigits = 5; ///< of a number of epochs: shorter ones have their room, too

QString stateText(const Snapshot &run)
{
    switch (run.state) {
    case RunState::Failed:
        return RunControls::tr("stopped");
    case RunState::Finished:
        return RunControls::tr("finished");
    case RunState::Ready:
    case RunState::Paused:
        return run.epoch < run.furthest ? RunControls::tr("rewound") : QString();
    default:
        return {};
    }
}

} // namespace

RunControls::RunControls(QWidget *parent) : QWidget(parent)
{
    m_play = makeButton();
    m_play->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_playRing = new FocusRing(m_play, 2);
    m_step = makeButton();
    m_reset = makeButton();
    m_undo = makeButton();
    m_redo = makeButton();
    setupPace();
    setupEpoch();
    m_seeds = makeButton();
    m_seeds->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_seeds->setCheckable(true);
    m_save = makeButton();
    m_save->setText(tr("Export"));
    m_save->setAccessibleName(tr("Export"));
    m_save->setToolTip(tr("Loss curves and boundaries as a PNG, SVG or PDF file (Ctrl+E)"));
    connect(m_save, &QToolButton::clicked, this, &RunControls::exportRequested);
    setupLayout();
}

void RunControls::setupEpoch()
{
    m_epoch = new QuietLabel(tr("Where the run is"), this);
    m_epoch->setToolTip(tr("An epoch is one pass over the training data"));
    m_progress = new ProgressLine(this);
    m_progress->setAccessibleName(tr("Epochs trained"));
}

void RunControls::setFirst(QWidget *widget)
{
    m_first = widget;
    widget->setMinimumHeight(40);
    m_actions->insertWidget(0, widget);
}

void RunControls::setActions(QAction &play, QAction &step, QAction &reset)
{
    const std::pair<QToolButton *, QAction *> pairs[] = {{m_play, &play}, {m_step, &step}, {m_reset, &reset}};
    for (const auto &[button, action] : pairs) {
        button->setToolTip(actionToolTip(*action));
        button->setAccessibleName(actionWords(*action));
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
    }
    m_step->setText(actionWords(step));
    m_reset->setText(actionWords(reset));
    updateIcons(); // the name of the first is what it offers
}

void RunControls::setUndo(QUndoStack &changes)
{
    const auto follow = [this](QToolButton *button, const QString &name, const QString &keys, bool can, const QString &what) {
        button->setEnabled(can);
        button->setText(name);
        button->setAccessibleName(name);
        button->setToolTip(what.isEmpty() ? tr("%1 (%2)").arg(name, keys) : tr("%1: %2 (%3)").arg(name, what, keys));
    };
    const auto update = [this, &changes, follow] {
        follow(m_undo, tr("Undo"), QStringLiteral("Ctrl+Z"), changes.canUndo(), changes.undoText());
        follow(m_redo, tr("Redo"), QStringLiteral("Ctrl+Y"), changes.canRedo(), changes.redoText());
    };
    connect(m_undo, &QToolButton::clicked, &changes, &QUndoStack::undo);
    connect(m_redo, &QToolButton::clicked, &changes, &QUndoStack::redo);
    for (const auto signal : {&QUndoStack::canUndoChanged, &QUndoStack::canRedoChanged})
        connect(&changes, signal, this, update);
    connect(&changes, &QUndoStack::indexChanged, this, update);
    update();
}

void RunControls::setSeeds(QAction &seeds)
{
    m_seeds->setText(actionWords(seeds));
    fitButton(*m_seeds);
    m_seeds->setAccessibleName(actionWords(seeds));
    m_seeds->setToolTip(actionToolTip(seeds));
    connect(m_seeds, &QToolButton::clicked, this, [this, &seeds] {
        m_seeds->setChecked(!m_seeds->isChecked()); // what is shown says it
        seeds.trigger();
    });
}

void RunControls::showSeeds(bool shown)
{
    m_seeds->setChecked(shown);
}

void RunControls::setupPace()
{
    m_pace = new QSlider(Qt::Horizontal, this);
    m_pace->setRange(0, static_cast<int>(paces.size()) - 1);
    m_pace->setPageStep(2);
    followScale(*m_pace, [this] {
        m_pace->setMinimumWidth(scaled(56));
        m_pace->setMaximumWidth(scaled(120));
    });
    m_pace->setToolTip(tr("How many epochs are trained in a second"));
    m_pace->setAccessibleName(tr("Pace"));
    m_paceText = new QLabel(this);
    followScale(*m_paceText, [this] {
        const QFontMetrics metrics(m_paceText->font());
        m_paceText->setFixedWidth(
            std::max(metrics.horizontalAdvance(tr("as fast as it goes")), metrics.horizontalAdvance(tr("%1 epochs/s").arg(1000))) + 4);
    });
    connect(m_pace, &QSlider::valueChanged, this, [this] {
        updatePace();
        emit paceChanged(pace());
    });
    setPace(20);
    updatePace();
}

double RunControls::pace() const
{
    return paces[static_cast<std::size_t>(m_pace->value())];
}

void RunControls::setPace(double epochsPerSecond)
{
    std::size_t nearest = paces.size() - 1;
    for (std::size_t i = 0; epochsPerSecond > 0 && i + 1 < paces.size(); ++i) {
        if (nearest == paces.size() - 1 || std::abs(paces[i] - epochsPerSecond) < std::abs(paces[nearest] - epochsPerSecond))
            nearest = i;
    }
    m_pace->setValue(static_cast<int>(nearest));
}

void RunControls::changePace(int steps)
{
    m_pace->setValue(m_pace->value() + steps);
}

void RunControls::updatePace()
{
    const double now = pace();
    m_paceText->setText(now == asFastAsItGoes ? tr("as fast as it goes") : now == 1 ? tr("1 epoch/s") : tr("%1 epochs/s").arg(now));
    m_pace->setAccessibleDescription(m_paceText->text());
}

QString RunControls::epochText() const
{
    return m_epoch->text();
}

QString RunControls::paceText() const
{
    return m_paceText->text();
}

void RunControls::showState(const Snapshot &run)
{
    if (run.state == RunState::Preparing) // most runs are ready at once: nothing flickers while a parameter is turned
        return;
    const QString last = QString::number(run.experiment.stop.epochs);
    if (const qsizetype digits = std::max(last.size(), fewestEpochDigits); std::exchange(m_epochDigits, digits) != digits) {
        fixEpochWidth();
        arrange();
    }
    QString text = m_epochWords = tr("epoch %1 / %2").arg(run.epoch).arg(last);
    const QString state = stateText(run);
    // Without a run there is no epoch to speak of.
    const bool hasRun = run.state != RunState::Failed;
    if (!state.isEmpty())
        text = hasRun ? tr("%1 · %2").arg(state, text) : state;
    m_epoch->setText(text);
    if (hasRun)
        m_progress->setShare(double(run.epoch) / std::max(1, run.experiment.stop.epochs));
    m_play->setEnabled(hasRun);
    m_step->setEnabled(hasRun && run.state != RunState::Finished);
}

void RunControls::showBusy(const QString &words)
{
    const QString both = tr("%1 · %2").arg(words, m_epochWords);
    const bool fits = !m_epochWords.isEmpty() && m_epoch->fontMetrics().horizontalAdvance(both) <= m_epoch->width();
    m_epoch->setText(fits ? both : words);
}

void RunControls::setTraining(bool training)
{
    if (std::exchange(m_training, training) != training)
        updateIcons();
}

void RunControls::setBranching(bool branching)
{
    if (std::exchange(m_branching, branching) != branching)
        updateIcons();
}

void RunControls::updateIcons()
{
    m_play->setText(m_training ? tr("Pause") : m_branching ? tr("Branch") : tr("Train"));
    m_play->setAccessibleName(m_play->text());
    m_play->setIcon(svgIcon(m_training ? QStringLiteral("training_pause") : QStringLiteral("training_play"), m_theme.accentText));
    m_step->setIcon(svgIcon(QStringLiteral("training_step"), m_theme.text));
    m_reset->setIcon(svgIcon(QStringLiteral("training_reset"), m_theme.text));
    m_undo->setIcon(svgIcon(QStringLiteral("training_undo"), m_theme.text));
    m_redo->setIcon(svgIcon(QStringLiteral("training_redo"), m_theme.text));
    m_save->setIcon(svgIcon(QStringLiteral("training_save"), m_theme.text));
}

void RunControls::setTheme(const Theme &theme)
{
    m_theme = theme;
    setStyleSheet(scaledSheet(QStringLiteral("QToolButton { border: 2dp solid transparent; border-radius: 4dp; padding: 2dp; }"
                                             "QToolButton:hover { background: %1; }"
                                             "QToolButton:checked { background: %3; border-color: %2; }"
                                             "QToolButton:focus { border-color: %2; }"))
                      .arg(theme.background.name(), theme.accent.name(), theme.selection.name()));
    m_play->setStyleSheet(
        scaledSheet(QStringLiteral("QToolButton { background: %1; color: %2; border: none; border-radius: 4dp; padding: 4dp 16dp 4dp 8dp; }"
                                   "QToolButton:hover { background: %3; }"
                                   "QToolButton:disabled { background: %4; color: %5; }"))
            .arg(theme.accent.name(), theme.accentText.name(), theme.accentHover().name(), theme.border.name(), theme.mutedText.name()));
    m_playRing->setColor(theme.accentText);
    fixWidths();
    m_progress->setColors(theme.accent, theme.border);
    updateIcons();
}

} // namespace actiscope
