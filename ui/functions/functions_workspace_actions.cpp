// What can be done in FunctionsWorkspace, and what it has to do with the rest of the window.
#include "ui/functions/functions_workspace.h"

#include "core/training/snapshot.h"
#include "ui/base/device_choice.h"
#include "ui/base/language.h"
#include "ui/functions/bars/inside_row.h"
#include "ui/functions/bars/view_bar.h"
#include "ui/functions/functions_export.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/list/custom_activation_bar.h"
#include "ui/functions/list/train_button.h"
#include "ui/functions/notes/activation_checker.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/functions/notes/parameter_panel.h"
#include "ui/functions/notes/parameter_sweep.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/state/functions_history.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/shared_parameters.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/training_controller.h"

#include <QLineEdit>
#include <QMimeData>
#include <QTimer>

#include <chrono>
#include <utility>

namespace actiscope {

void FunctionsWorkspace::setupActions()
{
    const auto find = [this] {
        m_list->searchField()->setFocus(Qt::ShortcutFocusReason);
        m_list->searchField()->selectAll();
    };
    m_actions = {
        makeAction(this,
                   {QStringLiteral("functions.search"), tr("&Search the list"), tr("By name, formula or property"), {QKeySequence::Find}},
                   find),
        makeAction(this,
                   {QStringLiteral("functions.new"), tr("&New activation…"), tr("A custom activation from a formula"), {QKeySequence::New}},
                   [this] { m_customBar->addNew(); }),
        makeAction(this, {QStringLiteral("functions.train"), tr("&Train these"), tr("A network of each ticked activation, side by side")},
                   [this] { trainShown(); }),
        makeAction(
            this, {QStringLiteral("functions.everything"), tr("Show &everything again"), tr("All of x and y that the plots show at first")},
            [this] { m_plot->resetView(); })};
    m_actions += m_viewBar->optionActions();
    addActions(m_actions); // their keys work here, also while the panel with the button is hidden
}

ActionGroup FunctionsWorkspace::actionGroup() const
{
    return {tr("F&unctions"),
            m_actions,
            {{tr("Letters"), tr("in the list: search it")},
             {tr("Space"), tr("in the list: draw the activation or not")},
             {tr("Wheel, drag"), tr("zoom and pan the plots")},
             {tr("+ −, Shift+← →"), tr("in the plots: zoom and pan x")},
             {tr("Double click, Home"), tr("show everything again")},
             {QStringLiteral("← →"), tr("in the plots: move the read-out, with Ctrl finely")}}};
}

QUndoStack *FunctionsWorkspace::undoStack() const
{
    return &m_history->undo();
}

std::unique_ptr<ExportSource> FunctionsWorkspace::exportSource() const
{
    return std::make_unique<FunctionsExport>(*m_state, m_colors, *m_plot, m_theme.forFigure());
}

QList<QWidget *> FunctionsWorkspace::plots() const
{
    return {m_plot};
}

void FunctionsWorkspace::setPresenting(bool presents)
{
    m_presents = presents;
    showPanels();
}

/** Of the first parameter, or null. */
ParameterSweep *FunctionsWorkspace::sweep() const
{
    const std::vector<ParameterSweep *> &sweeps = m_notes->parameters()->sweeps();
    return sweeps.empty() ? nullptr : sweeps.front();
}

Presentation FunctionsWorkspace::presentation() const
{
    const Activation &focus = m_state->focus();
    const QString about = m_notes->sentence();
    Presentation shown{about.isEmpty() ? m_state->label(focus) : tr("%1: %2").arg(m_state->label(focus), about)};
    if (const ParameterSweep *playing = sweep()) {
        const QString symbol = QString::fromStdString(focus.parameters.front().symbol);
        shown.isPlaying = playing->isPlaying();
        shown.playWords = shown.isPlaying ? tr("Stop %1").arg(symbol) : tr("Move %1 to and fro").arg(symbol);
    }
    return shown;
}

void FunctionsWorkspace::playOrPause()
{
    if (ParameterSweep *playing = sweep())
        playing->toggle();
    emit presentationChanged();
}

QMimeData *FunctionsWorkspace::copiedView()
{
    return FunctionsExport(*m_state, m_colors, *m_plot, m_theme.forFigure()).forClipboard();
}

void FunctionsWorkspace::trainShown()
{
    if (!m_training || !m_trainButton->isEnabled())
        return;
    m_state->endBend();
    std::vector<ActivationSpec> shown;
    QStringList names;
    for (const Activation *activation : m_state->shown()) {
        shown.push_back(makeSpec(*activation, m_state->parameters(*activation)));
        names << m_state->label(*activation);
    }
    Experiment next = m_training->document().experiment();
    setActivations(next, shown);
    m_training->document().apply(next, [names] { return tr("Train %1").arg(localeOfTexts().createSeparatedList(names)); });
    emit workspaceWanted(QStringLiteral("training"));
    if (!m_training->awaited().isTraining())
        m_training->playOrPause();
}

void FunctionsWorkspace::lookInto(TrainingController &training)
{
    m_training = &training;
    m_trainButton->show();
    new SharedParameters(*m_state, training.document(), this);
    connect(&training, &TrainingController::snapshotTaken, this, [this, &training] { showRun(training.snapshot()); });
    if (training.snapshot())
        showRun(training.snapshot());
    connect(this, &FunctionsWorkspace::diagnosticsWanted, &training, &TrainingController::requestDiagnostics);
    connect(&training, &TrainingController::diagnosed, this, [this](const auto &answer) { m_viewBar->inside()->takeAnswer(*answer); });
}

void FunctionsWorkspace::checkOn(DeviceChoice &devices)
{
    m_devices = &devices;
    const auto again = [this] {
        if (m_checkedDevice)
            checkOnDevice();
    };
    connect(&devices, &DeviceChoice::changed, this, again);
    connect(&devices, &DeviceChoice::catalogChanged, this, [this, again] {
        if (m_checkedDevice)
            m_checkedDevice = std::string(); // another device may have this name now
        again();
    });
    connect(&devices, &DeviceChoice::described, this, &FunctionsWorkspace::checkOnDevice);
}

void FunctionsWorkspace::checkOnDevice()
{
    const BackendChoice &choice = m_devices->current();
    if (std::exchange(m_checkedDevice, choice.id) == choice.id)
        return;
    m_notes->checker()->setSinglePrecision(QString::fromStdString(choice.singlePrecision),
                                           choice.singlePrecision.empty() ? BackendFactory() : choice.create);
}

/** What is looked at first is drawn first: kernels are built for the checks when the window has settled. */
void FunctionsWorkspace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitPanels(); // before that panels have no sizes that mean something
    constexpr auto settled = std::chrono::milliseconds(800);
    if (m_devices && !m_checkedDevice)
        QTimer::singleShot(settled, this, &FunctionsWorkspace::checkOnDevice);
}

} // namespace actiscope
