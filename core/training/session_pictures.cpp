// What a session shows of a run, and how much of the time it takes while it trains.
#include "core/base/interrupted.h"
#include "core/training/comparison.h"
#include "core/training/session_worker.h"
#include "core/training/wish_scope.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace actiscope {

namespace {

/** Of the time while training, at most: for the figures of a snapshot, which take a third of an epoch and so hardly ever as much, and for the plane of one
 *  model. The rest is the trainer's. */
constexpr double figuresShare = 1.0 / 2.0, planesShare = 1.0 / 10.0;

/** Whether something that took so long may be done again after so much training, so that it takes that share of all. */
bool isAffordable(Seconds took, Seconds trained, double share)
{
    return trained.count() * share >= took.count() * (1 - share);
}

} // namespace

bool SessionWorker::maySnapshot() const
{
    if (!m_changed || isSeeking())
        return false;
    // At full speed training comes first; with a pace there is time between the epochs.
    const bool idle = !isRunning() || m_pacer.due() > PacingClock::now();
    const bool hasTrained = m_trainedSinceSnapshot.count() > 0;
    const bool isAsked = isLongEpoch() && m_command != m_answered; // before the next one is over
    if (!idle && !hasTrained && !isAsked)
        return false;
    if (!idle && !isAsked && !isAffordable(m_figuresTook, m_trainedSinceSnapshot, figuresShare))
        return false;
    const std::lock_guard lock(m_mutex);
    return !m_slot;
}

std::optional<GridSpec> SessionWorker::grid() const
{
    const bool isCoarse = isRunning() || m_isPassing;
    std::optional<GridSpec> grid = isCoarse ? m_gridWhileRunning : m_gridAtRest;
    if (!grid && liesInPlane(*m_run->task().cohort()))
        grid = gridAround(m_run->task().cohort()->data->all, 0.5, isCoarse ? 0.03 : 0.01);
    return grid && isCoarse ? m_planesPace.fitted(*grid) : grid;
}

/** While it trains as fast as it goes curves do not wait for the planes of all models: there is one at a time, whose turn it is, and for some epochs none. */
std::optional<PlaneWish> SessionWorker::wishedPlanes()
{
    const std::optional<GridSpec> wanted = grid();
    const bool isFirst = m_planesTook.count() == 0; // of this run, or since it was let run: all are seen to begin
    const bool isBusy = isRunning() && m_pacer.due() <= PacingClock::now();
    if (!wanted || !isBusy || isFirst)
        return wanted;
    if (!isAffordable(m_planesTook, m_trainedSincePlanes, planesShare))
        return std::nullopt;
    m_planeOf = (m_planeOf + 1) % m_run->task().experiment().models.size();
    return PlaneWish(*wanted, m_planeOf);
}

/** The fine planes of a run at rest, and the figures of a large one, may take seconds: who wants it to train, or another one, does not wait for them. */
bool SessionWorker::isPictureUnwanted() const
{
    const auto leaves = [this](const Posted &posted) {
        const auto *control = std::get_if<session::Control>(&posted.command);
        return session::endsRun(posted.command) || (!isRunning() && control && control->action == session::Control::Play);
    };
    const std::lock_guard lock(m_mutex);
    return m_stop.stop_requested() || std::ranges::any_of(m_commands, leaves);
}

/** Whether there is one: it is given up when it is not wanted any more. */
bool SessionWorker::takePicture(Snapshot &picture)
{
    const WishScope scope(*m_backend, [this] { return isPictureUnwanted(); });
    const auto start = PacingClock::now();
    const std::optional<PlaneWish> planes = wishedPlanes();
    try {
        picture = m_run->snapshot(planes);
    } catch (const Interrupted &) {
        return false;
    }
    if (const Seconds took = PacingClock::now() - start; !planes) {
        m_figuresTook = took;
    } else if (isRunning()) {
        m_planesTook = std::max(took - m_figuresTook, Seconds{0});
        m_trainedSincePlanes = Seconds{0};
        m_planesPace.took(planes->grid, planes->model ? m_planesTook * picture.models.size() : m_planesTook);
    }
    picture.evaluator = m_evaluator;
    m_lastRecord = picture.record;
    m_lastFrame = m_run->task().keyframe();
    return true;
}

void SessionWorker::publish()
{
    auto picture = std::make_shared<Snapshot>();
    picture->run = m_runId;
    if (m_experiment)
        picture->experiment = *m_experiment;
    if (isAlive() && !takePicture(*picture))
        return; // what is wanted now is pictured next
    picture->command = m_answered = m_command;
    picture->standsIn = m_standsIn;
    picture->state = m_state;
    picture->message = m_message;
    picture->log = m_log;
    if (isRunning() && m_run) {
        picture->stepsPerSecond = m_rate.rate();
        picture->flopsPerSecond = m_rate.rate() * flopsPerStep(*m_run->task().cohort());
    }
    m_changed = false;
    m_trainedSinceSnapshot = Seconds{0};
    const std::lock_guard lock(m_mutex);
    m_slot = std::move(picture);
}

} // namespace actiscope
