#include "ui/training/document/training_controller.h"

#include "core/base/errors.h"
#include "ui/base/device_choice.h"
#include "ui/training/document/experiment_document.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace actiscope {

namespace {

constexpr std::chrono::milliseconds framePeriod(16); ///< of a screen of 60 Hz
constexpr std::size_t maxKeptRows = 20'000;          ///< of all runs that are kept: a session is written in a moment
constexpr std::size_t maxKeptRuns = 32;

bool areSameActivations(const Experiment &a, const Experiment &b)
{
    return std::ranges::equal(a.models, b.models, {}, &ModelConfiguration::activations, &ModelConfiguration::activations);
}

/** What leads from one to the other while training goes on; nothing where only a new run does. */
std::optional<std::vector<Change>> liveChanges(const Experiment &before, const Experiment &after)
{
    std::vector<Change> changes = changesBetween(before, after);
    Experiment changed = before;
    try {
        for (const Change &change : changes)
            applyChange(changed, change);
    } catch (const ConfigurationError &) { // another activation, say
        return std::nullopt;
    }
    return changed == after ? std::optional(std::move(changes)) : std::nullopt;
}

std::size_t rowsOf(const RunRecord &record)
{
    std::size_t rows = 0;
    for (const History &history : record.histories)
        rows += history.size();
    return rows;
}

void forgetOldest(RunStore &store)
{
    const std::vector<KeptRun> runs = store.runs();
    std::size_t rows = 0;
    for (std::size_t i = runs.size(); i-- > 0;) {
        rows += rowsOf(*runs[i].record);
        if (rows > maxKeptRows || runs.size() - i > maxKeptRuns)
            store.remove(runs[i].record->id);
    }
}

} // namespace

TrainingController::TrainingController(DeviceChoice &devices, ExperimentDocument &document, QObject *parent)
    : QObject(parent), m_devices(devices), m_document(document), m_session(devices.current().create)
{
    m_clock.setInterval(framePeriod);
    m_clock.setTimerType(Qt::PreciseTimer);
    connect(&m_clock, &QTimer::timeout, this, &TrainingController::takeFrame);
    connect(&m_awaited, &AwaitedAnswer::overdue, this, &TrainingController::overdue);
    connect(&m_document, &ExperimentDocument::changed, this, &TrainingController::takeChange);
    connect(&m_document, &ExperimentDocument::loaded, this, &TrainingController::startRun);
    connect(&m_devices, &DeviceChoice::changed, this, &TrainingController::changeDevice);
}

TrainingController::~TrainingController() = default;

void TrainingController::begin()
{
    if (m_begun)
        return;
    m_begun = true;
    startRun();
}

/** What can change while training does; for anything else there is a new run. */
void TrainingController::takeChange(const Experiment &before, const Experiment &after)
{
    if (!m_begun)
        return;
    // Before the first step a new run is what the change means: weights may depend on it.
    const bool isUntouched = !m_awaited.isComputing() && (!m_snapshot || m_snapshot->epoch == 0);
    const std::optional<std::vector<Change>> changes = liveChanges(before, after);
    if (!changes || (isUntouched && !areSameActivations(before, after))) {
        startRun();
        return;
    }
    for (const Change &change : *changes)
        m_session.apply(change);
}

void TrainingController::applyToRun(Change change)
{
    m_session.apply(std::move(change));
    m_clock.start();
}

/** One that is going on is followed by one that goes on. */
void TrainingController::startRun()
{
    if (!m_begun)
        return;
    const bool goesOn = m_awaited.isTraining();
    m_session.setExperiment(m_document.experiment());
    if (goesOn)
        m_session.play();
    await(goesOn ? AwaitedAnswer::Wish::Train : AwaitedAnswer::Wish::NewRun);
}

void TrainingController::changeDevice(bool chosen)
{
    if (!chosen)
        return;
    m_session.setBackend(m_devices.current().create);
    if (m_begun)
        await(AwaitedAnswer::Wish::NewRun);
}

void TrainingController::recover()
{
    if (const auto other = m_devices.fallback())
        m_devices.moveTo(*other);
    m_session.continueOn(m_devices.current().create);
    await(AwaitedAnswer::Wish::NewRun);
}

void TrainingController::playOrPause()
{
    begin();
    if (m_awaited.isTraining()) {
        m_session.pause();
        await(AwaitedAnswer::Wish::Pause);
        return;
    }
    // As with any player: play at the end begins again.
    if (m_state == RunState::Finished)
        m_session.reset();
    m_session.play();
    await(AwaitedAnswer::Wish::Train);
}

void TrainingController::step()
{
    begin();
    m_session.step();
    await(AwaitedAnswer::Wish::Step);
}

void TrainingController::reset()
{
    begin();
    m_session.reset();
    await(AwaitedAnswer::Wish::NewRun);
}

void TrainingController::requestDiagnostics(std::size_t model, const DiagnosticsSettings &settings)
{
    if (!m_snapshot)
        return;
    m_examiner.ask(m_asker, *m_snapshot, model, settings);
    m_awaitsDiagnostics = true;
    updateClock();
}

void TrainingController::takeFrame()
{
    if (const std::shared_ptr<const DiagnosticsAnswer> answer = m_examiner.take(m_asker)) {
        m_awaitsDiagnostics = false;
        updateClock();
        emit diagnosed(answer);
    }
    const std::shared_ptr<const Snapshot> snapshot = m_session.takeSnapshot();
    if (!snapshot || snapshot->run < m_newestRun)
        return;
    m_newestRun = snapshot->run;
    m_state = snapshot->state;
    m_awaited.take(*snapshot);
    m_devices.setDescription(QString::fromStdString(snapshot->device));
    // While a run is being prepared, or after it failed, the last picture stays.
    if (!snapshot->models.empty()) {
        if (m_snapshot && m_snapshot->run != snapshot->run)
            keepRun(*m_snapshot);
        m_snapshot = snapshot;
    }
    updateClock();
    emit snapshotTaken(snapshot);
}

/** A run that trained nothing says nothing. Moments are left out: they are large, and follow from the rest. */
void TrainingController::keepRun(const Snapshot &run)
{
    if (run.furthest == 0 || !run.record)
        return;
    RunRecord kept = *run.record;
    kept.timeline = Timeline();
    kept.histories.clear();
    for (const ModelSnapshot &model : run.models)
        kept.histories.push_back(model.history);
    RunStore &store = m_session.runs();
    store.keep(std::make_shared<const RunRecord>(std::move(kept)), tr("Run %1").arg(run.run).toStdString());
    forgetOldest(store);
}

void TrainingController::setKeptRuns(const std::vector<KeptRun> &runs)
{
    RunStore &store = m_session.runs();
    for (const KeptRun &run : store.runs())
        store.remove(run.record->id);
    for (const KeptRun &run : runs)
        store.keep(run.record, run.name);
}

/** The hand sees that it was understood, however long the session takes. */
void TrainingController::await(AwaitedAnswer::Wish wish)
{
    m_awaited.await(wish, m_session.lastCommand());
    emit asked();
    m_clock.start(); // also while nobody watches: what comes of it has to be seen
}

void TrainingController::setWatched(bool watched)
{
    m_watched = watched;
    updateClock();
}

void TrainingController::updateClock()
{
    const bool needed = m_begun && (m_watched || m_awaitsDiagnostics || m_state == RunState::Running || m_state == RunState::Preparing);
    if (needed && !m_clock.isActive())
        m_clock.start();
    else if (!needed)
        m_clock.stop();
}

} // namespace actiscope
