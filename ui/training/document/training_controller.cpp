#include "ui/training/document/training_controller.h"

#include "core/base/errors.h"
#include "core/training/coming_epoch.h"
#include "core/training/series.h"
#include "ui/base/device_choice.h"
#include "ui/training/document/experiment_document.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace actiscope {

namespace {

constexpr std::chrono::milliseconds framePeriod(12); ///< with what a frame takes itself, nearly all come within the 16.7 of 60 Hz
constexpr std::chrono::milliseconds latePeriod(3);   ///< until figures that are not there at the frame have come, for a frame at most
constexpr std::size_t maxWrittenRows = 20'000;      ///< of all runs: a session is written in a moment
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

using RowCount = std::size_t (History::*)() const;

/** A row has four numbers; what was measured at an epoch are two. */
std::size_t rowsOf(const RunRecord &record, RowCount count)
{
    std::size_t rows = 0;
    for (const History &history : record.histories)
        rows += (history.*count)();
    for (const NamedSeries &series : record.series)
        rows += (series.values.size() + 1) / 2;
    return rows;
}

/** Where the newest ones begin that have not more rows than that, nor are too many. */
std::size_t firstOfNewest(const std::vector<KeptRun> &runs, std::size_t mostRows, RowCount count)
{
    std::size_t rows = 0, first = runs.size();
    while (first > 0 && runs.size() - first < maxKeptRuns && (rows += rowsOf(*runs[first - 1].record, count)) <= mostRows)
        --first;
    return first;
}

void forgetOldest(RunStore &store)
{
    const std::vector<KeptRun> runs = store.runs();
    const std::size_t first = firstOfNewest(runs, TrainingController::maxFigureBytes / sizeof(EpochFigures), &History::keptRows);
    for (std::size_t i = 0; i < first; ++i)
        store.remove(runs[i].record->id);
    store.boundMoments(TrainingController::maxMomentBytes);
}

} // namespace

TrainingController::TrainingController(DeviceChoice &devices, ExperimentDocument &document, QObject *parent)
    : QObject(parent), m_devices(devices), m_document(document), m_session(devices.current().create, standIn())
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
    if (m_followsRun)
        return;
    const bool isUntouched = !m_awaited.isComputing() && (!m_snapshot || m_snapshot->furthest == 0);
    // A rewound run stands where it may have been set otherwise: it branches with all that is set now.
    const std::optional<std::vector<Change>> changes = liveChanges(isRewound() ? m_snapshot->experiment : before, after);
    if (!changes || m_startsAnew || (isUntouched && !areSameActivations(before, after))) {
        startRun();
        return;
    }
    for (const Change &change : *changes)
        m_session.apply(change);
    updateClock();
}

void TrainingController::setPace(double epochsPerSecond)
{
    m_session.setPace(epochsPerSecond);
    m_awaited.setPace(epochsPerSecond);
    updateClock();
}

void TrainingController::setGrid(const GridSpec &whileRunning, const GridSpec &atRest)
{
    m_session.setGrid(whileRunning, atRest);
    updateClock();
}

/** One that is going on is followed by one that goes on. */
void TrainingController::startRun()
{
    if (!m_begun)
        return;
    ++m_begunRuns;
    const bool goesOn = m_awaited.isTraining() || m_startsAnew;
    m_session.setExperiment(m_document.experiment());
    if (goesOn)
        m_session.play();
    await(goesOn ? AwaitedAnswer::Wish::Train : AwaitedAnswer::Wish::NewRun);
}

bool TrainingController::isOver() const
{
    return m_state == RunState::Failed || (m_state == RunState::Finished && m_snapshot && !m_snapshot->standsIn);
}

bool TrainingController::needsKernels() const
{
    return m_devices.fallback().has_value();
}

/** The reference, while a device's driver builds programs. */
BackendFactory TrainingController::standIn() const
{
    const auto reference = m_devices.fallback();
    return reference ? m_devices.catalog().choices[*reference].create : BackendFactory();
}

void TrainingController::changeDevice(bool chosen)
{
    if (!chosen)
        return;
    ++m_begunRuns;
    m_session.setBackend(m_devices.current().create, standIn());
    if (m_begun)
        await(AwaitedAnswer::Wish::NewRun);
}

void TrainingController::recover()
{
    if (const auto other = m_devices.fallback())
        m_devices.moveTo(*other);
    m_session.continueOn(m_devices.current().create, standIn());
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
    if (m_state == RunState::Finished) {
        ++m_begunRuns;
        m_session.reset();
    }
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
    ++m_begunRuns;
    m_session.reset();
    await(AwaitedAnswer::Wish::NewRun);
}

void TrainingController::seek(std::int64_t epoch, bool isPassing)
{
    if (!m_snapshot)
        return;
    epoch = std::clamp<std::int64_t>(epoch, 0, m_snapshot->furthest);
    const Keyframe *near = isPassing && m_snapshot->record ? m_snapshot->record->timeline.before(epoch) : nullptr;
    m_session.seek(near ? near->epoch() : epoch, isPassing);
    await(AwaitedAnswer::Wish::Seek);
}

void TrainingController::tryOut(const Experiment &experiment)
{
    begin();
    if (experiment == m_document.experiment()) {
        ++m_begunRuns;
        m_session.reset();
        m_session.play();
        await(AwaitedAnswer::Wish::Train);
        return;
    }
    m_startsAnew = true;
    m_document.apply(experiment);
    m_startsAnew = false;
}

bool TrainingController::isAtBranch() const
{
    if (!m_snapshot || !m_snapshot->record || !m_snapshot->record->parent || m_snapshot->furthest > m_snapshot->record->parent->epoch)
        return false;
    return std::ranges::any_of(m_snapshot->record->changes, [this](const Change &change) {
        return change.epoch == m_snapshot->furthest && changesFigures(change.setting);
    });
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
        emit diagnosed(answer);
    }
    takeSurvey();
    const std::shared_ptr<const Snapshot> snapshot = m_session.takeSnapshot();
    if (snapshot)
        takeSnapshot(snapshot);
    if (const std::shared_ptr<const ComingEpoch> coming = m_session.takeComing();
        coming && m_snapshot && coming->run == m_snapshot->run && coming->epoch == m_snapshot->epoch)
        emit epochComes(coming);
    m_lateFor = snapshot || m_state != RunState::Running ? std::chrono::milliseconds(0) : m_lateFor + m_clock.intervalAsDuration();
    const bool isJustLate = m_lateFor.count() > 0 && m_lateFor < 2 * framePeriod; // figures that are late wait for no other frame
    if (const std::chrono::milliseconds period = isJustLate ? latePeriod : framePeriod; period != m_clock.intervalAsDuration())
        m_clock.setInterval(period);
    updateClock();
}

void TrainingController::takeSnapshot(const std::shared_ptr<const Snapshot> &snapshot)
{
    m_answered = snapshot->command;
    if (snapshot->run < m_newestRun)
        return;
    m_newestRun = snapshot->run;
    m_state = snapshot->state;
    m_awaited.take(*snapshot);
    m_devices.setDescription(snapshot->device);
    // While a run is being prepared, or after it failed, the last picture stays.
    if (!snapshot->models.empty()) {
        if (m_snapshot && m_snapshot->run != snapshot->run)
            keepRun(*m_snapshot);
        if (!m_snapshot || m_snapshot->run != snapshot->run)
            m_survey = nullptr;
        m_snapshot = snapshot;
        m_surveyor.watch(snapshot);
    }
    emit snapshotTaken(snapshot);
}

std::vector<KeptRun> TrainingController::keptRuns()
{
    std::vector<KeptRun> all = runs();
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(firstOfNewest(all, maxWrittenRows, &History::size)));
    return all;
}

void TrainingController::takeSurvey()
{
    const std::shared_ptr<const RunSurvey> survey = m_surveyor.take();
    if (!survey || !m_snapshot || survey->run != m_snapshot->run)
        return;
    m_survey = survey;
    emit surveyed();
}

/** A run that trained nothing says nothing, one of a stand-in is followed by itself, nor does what a hand changed where nothing was trained since. What the session kept itself may be newer than what was seen last. */
void TrainingController::keepRun(const Snapshot &run)
{
    RunStore &store = m_session.runs();
    if (run.furthest == 0 || run.standsIn || !run.record || isAtBranch()) {
        store.remove(run.run);
        return;
    }
    const auto known = store.find(run.run);
    RunRecord kept = known && known->furthest > run.furthest ? *known : *run.record;
    if (m_survey && m_survey->run == run.run)
        kept.series = measuredSeries(*m_survey);
    store.keep(std::make_shared<const RunRecord>(std::move(kept)));
    forgetOldest(store);
    emit runsChanged();
}

/** The hand sees that it was understood, however long the session takes. */
void TrainingController::await(AwaitedAnswer::Wish wish)
{
    m_expected = m_session.lastCommand(); // also while nobody watches: what comes of it has to be seen
    m_awaited.await(wish, m_expected);
    emit asked();
    updateClock();
}

void TrainingController::setWatched(bool watched)
{
    m_watched = watched;
    updateClock();
}

/** A snapshot comes after each command, whether it changed anything or not. */
bool TrainingController::isAnswerDue() const
{
    return m_answered < (m_watched ? m_session.lastCommand() : m_expected);
}

/** A window at rest does not wake up for nothing. */
void TrainingController::updateClock()
{
    const bool moves = m_state == RunState::Running || m_state == RunState::Preparing;
    const bool isReplaced = m_snapshot && m_snapshot->standsIn && m_state != RunState::Failed; // by the device's run, which nobody asks for when it is there
    const bool needed = m_begun && (m_awaitsDiagnostics || moves || isReplaced || isAnswerDue() || (m_watched && m_surveyor.isBusy()));
    if (needed && !m_clock.isActive())
        m_clock.start();
    else if (!needed)
        m_clock.stop();
}

} // namespace actiscope
