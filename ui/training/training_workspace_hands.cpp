// What hands do in TrainingWorkspace: its actions, and what is told at once.
#include "ui/training/training_workspace.h"

#include "ui/base/space_key.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/controls/training_status.h"
#include "ui/training/data/data_section.h"
#include "ui/training/data/image_section.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/subject.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/run_export.h"
#include "ui/training/seeds_mode.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/settings/model_list.h"
#include "ui/training/step_mode.h"
#include "ui/training/timeline/timeline_view.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <utility>

namespace actiscope {

void TrainingWorkspace::setupActions()
{
    const QString prefix = QLatin1String(m_subject.id) + QLatin1Char('.');
    const auto add = [this, &prefix](ActionText text, std::function<void()> run) {
        text.id.prepend(prefix);
        m_actions.append(makeAction(this, text, [this, run = std::move(run)] {
            takeTypedNumber();
            run();
        }));
    };
    add({QStringLiteral("play"), tr("Train or pause"), tr("Train and pause"), {Qt::Key_Space}},
        [this] { m_controller.playOrPause(); });
    add({QStringLiteral("step"), tr("One epoch"), tr("One epoch: one pass over the training data"), {Qt::Key_S}},
        [this] { m_controller.step(); });
    add({QStringLiteral("reset"), tr("Reset"), tr("Back to epoch 0 with the same initial weights"), {Qt::Key_R}},
        [this] { m_controller.reset(); });
    add({QStringLiteral("slower"), tr("Slower"), tr("Fewer epochs a second"), {Qt::Key_BracketLeft}}, [this] { m_controls->changePace(-1); });
    add({QStringLiteral("faster"), tr("Faster"), tr("More epochs a second"), {Qt::Key_BracketRight}}, [this] { m_controls->changePace(1); });
    add({QStringLiteral("log-loss"), tr("Logarithmic loss"), tr("Equal factors of the loss are equally far apart"), {Qt::Key_L}},
        [this] { m_timeline->setLogarithmic(!m_timeline->isLogarithmic()); });
    add({QStringLiteral("difference"),
         tr("Difference to the first model"),
         tr("Curves of the chart minus those of the first model"),
         {Qt::Key_D}},
        [this] { m_timeline->setDifference(!m_timeline->isDifference()); });
    add({QStringLiteral("chart"), tr("Chart"), tr("Which figures are drawn over the epochs, and how"), {Qt::Key_C}},
        [this] { m_timeline->showChartMenu(); });
    add({QStringLiteral("runs"), tr("Earlier runs"), tr("Their names and notes, and ways back to them"), {Qt::Key_H}},
        [this] { m_timeline->showRuns(); });
    for (std::size_t i = 0; i < Experiment::maxModels; ++i) {
        const QString number = QString::number(i + 1);
        add({QStringLiteral("enlarge-") + number,
             tr("Enlarge panel %1").arg(number),
             tr("Or all panels again"),
             {QKeySequence(number)}},
            [this, i] { m_evidence->toggleEnlarged(i); });
    }
    add({QStringLiteral("all-panels"), tr("Show all panels"), {}, {Qt::Key_Escape}}, [this] {
        if (m_seedsMode->isShown())
            m_seedsMode->leave();
        else if (m_stepMode->isShown())
            m_stepMode->leave();
        else
            m_evidence->escape();
    });
    const QToolButton &kill = *m_panel->models()->killButton();
    add({QStringLiteral("make-it-die"), kill.text(), kill.toolTip(), {}}, [this] {
        m_panel->makeItDie();
        if (const QLabel &line = *m_panel->models()->line(); line.visibleRegion().isEmpty()) // in a drawer that is closed
            emit announced(line.text());
    });
    if (m_subject.form == DataForm::Images) {
        add({QStringLiteral("open-folder"), tr("Open images…"), tr("Train on the images of a folder, in MNIST's four files"), {Qt::Key_P}},
            [this] { m_panel->images()->chooseFolder(); });
    } else {
        add({QStringLiteral("draw-points"),
             tr("Draw points…"),
             tr("Add, erase and move points by hand, or divide them by a curve"),
             {Qt::Key_P}},
            [this] { m_panel->data()->drawPoints(); });
        add({QStringLiteral("open-csv"), tr("Open CSV…"), tr("Train on the points of a file, with any separator"), {}},
            [this] { m_panel->data()->chooseCsv(); });
        add({QStringLiteral("save-csv"), tr("Save CSV…"), tr("Write the points to a file, with their classes and their part"), {}},
            [this] { m_panel->data()->saveCsv(); });
        add({QStringLiteral("step-by-step"),
             tr("Step by step"),
             tr("The next step in numbers: forward, loss, backward and update of one sample and unit; again: back to the panels"),
             {Qt::Key_T}},
            [this] {
                m_seedsMode->leave();
                m_stepMode->toggle();
            });
    }
    add({QStringLiteral("seeds"),
         tr("%1 seeds").arg(SeedsMode::seeds),
         tr("Train the comparison with %1 seeds of data and weights, and see what they say; again: back to one run").arg(SeedsMode::seeds),
         {Qt::Key_N}},
        [this] {
            m_stepMode->leave();
            m_seedsMode->toggle();
        });
    addActions(m_actions); // their keys work whatever has the focus, unless that takes the key itself
    connectButtons();
}

/** Buttons say what the actions are called, and do it. */
void TrainingWorkspace::connectButtons()
{
    m_controls->setActions(*m_actions[0], *m_actions[1], *m_actions[2]);
    m_controls->setSeeds(*m_actions.back());
    m_controls->setUndo(m_controller.document().undo());
    connect(m_seedsMode, &SeedsMode::shownChanged, m_controls, &RunControls::showSeeds);
    connect(m_controls, &RunControls::exportRequested, this, &TrainingWorkspace::exportRequested);
}

ActionGroup TrainingWorkspace::actionGroup() const
{
    return {m_subject.menuText(),
            m_actions,
            {{QStringLiteral("← → ↑ ↓"), tr("on a slider: one step, with Ctrl a tenth of it; on the chart: one epoch")},
             {tr("PgUp, PgDn"), tr("on a slider: ten steps; on the chart: ten epochs")},
             {tr("Home, End"), tr("on the chart: to the start and the end of the run")},
             {tr("Drag on the chart"), tr("rewind every panel to that epoch")}}};
}

QUndoStack *TrainingWorkspace::undoStack() const
{
    return &m_controller.document().undo();
}

std::unique_ptr<ExportSource> TrainingWorkspace::exportSource() const
{
    if (m_seedsMode->isShown())
        return m_seedsMode->exportSource();
    if (!m_controller.snapshot())
        return nullptr;
    return std::make_unique<RunExport>(m_controller.snapshot(), m_colors, m_theme.forFigure(), m_evidence->shownRows(), m_timeline->figureChart(),
                                       m_evidence->choices());
}

bool TrainingWorkspace::takeFile(const QString &path)
{
    if (m_subject.form == DataForm::Images)
        return takeImages(path);
    const QStringList endings = {QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"), QStringLiteral("dat")};
    if (!endings.contains(QFileInfo(path).suffix().toLower()))
        return false;
    // Not before the window has shown the workspace.
    QMetaObject::invokeMethod(
        this, [this, path] { m_panel->data()->openCsv(path); }, Qt::QueuedConnection);
    return true;
}

/** A folder, whatever is in it, or one of the files that images are given out in. */
bool TrainingWorkspace::takeImages(const QString &path)
{
    const QFileInfo info(path);
    const bool isImages = info.isDir() || std::ranges::any_of(imageFileNames, [&](const char *name) { return info.fileName().startsWith(QLatin1String(name)); });
    if (isImages)
        QMetaObject::invokeMethod(
            this, [this, path] { m_panel->images()->openFolder(path); }, Qt::QueuedConnection);
    return isImages;
}

/** A picture shows the run at its end. */
void TrainingWorkspace::preparePicture()
{
    m_controller.begin();
    m_controller.playOrPause();
}

bool TrainingWorkspace::isPictureReady() const
{
    return m_controller.isOver();
}

/** The hand sees that it was understood, however long the session takes. */
void TrainingWorkspace::showAsked()
{
    m_controls->setTraining(m_controller.awaited().isTraining());
    if (m_controller.awaited().isComputing())
        m_timeline->setHint({});
}

void TrainingWorkspace::showBusy()
{
    m_controls->showBusy(m_controller.awaited().words());
    if (m_controller.awaited().isPreparing())
        m_timeline->setHint(trainingHint(RunState::Preparing, false, m_controller.needsKernels()));
}

/** What was typed in a field applies before the key that ends it does its work. */
void TrainingWorkspace::takeTypedNumber()
{
    auto *number = qobject_cast<QAbstractSpinBox *>(focusWidget());
    if (number)
        number->interpretText();
    if (number || qobject_cast<QLineEdit *>(focusWidget()))
        setFocus(Qt::ShortcutFocusReason);
}

bool TrainingWorkspace::event(QEvent *event)
{
    leaveSpaceToTheFocus(event);
    return QWidget::event(event);
}

/** Enter presses a focused button; in a field it takes the value and gives the focus back, so that Space trains. */
void TrainingWorkspace::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    QWidget *focus = focusWidget();
    auto *button = qobject_cast<QAbstractButton *>(focus);
    const bool isField = qobject_cast<QAbstractSpinBox *>(focus) || qobject_cast<QLineEdit *>(focus);
    if (isEnter && button)
        button->animateClick();
    else if (isEnter && isField && m_panel->acceptsAll())
        setFocus(Qt::OtherFocusReason);
    else
        QWidget::keyPressEvent(event);
}

} // namespace actiscope
