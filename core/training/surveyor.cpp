#include "core/training/surveyor.h"

#include "core/training/run_event.h"
#include "core/base/background_thread.h"
#include "core/base/errors.h"

#include <algorithm>
#include <bit>
#include <exception>
#include <utility>

namespace actiscope {
namespace {

using Clock = std::chrono::steady_clock;

/** Of a moment: the greater, the earlier it is measured. Every second one comes after those between which it is. */
int coarseness(std::int64_t epoch)
{
    return epoch == 0 ? 64 : std::countr_zero(static_cast<std::uint64_t>(epoch));
}

constexpr std::chrono::milliseconds shortestRest(100);
constexpr int coarsenessOfNow = 3; ///< of the moments that a run stands at and came to: soon, but not before there is a picture

} // namespace

Surveyor::Surveyor() : m_thread([this](std::stop_token stop) { loop(stop); }) {}

Surveyor::~Surveyor()
{
    m_thread.request_stop();
    m_wake.notify_all();
}

void Surveyor::watch(std::shared_ptr<const Snapshot> snapshot)
{
    {
        const std::lock_guard lock(m_mutex);
        const bool isNewRun = !m_snapshot || m_snapshot->run != snapshot->run;
        if (isNewRun) {
            m_furthest = nullptr;
            m_newest = nullptr;
        }
        m_wantsEvents = m_wantsEvents || isNewRun || m_snapshot->furthest != snapshot->furthest;
        m_snapshot = std::move(snapshot);
        if (m_snapshot->epoch == m_snapshot->furthest)
            m_furthest = m_snapshot->moment;
        m_places = placesOf(*m_snapshot, !isNewRun);
    }
    m_wake.notify_one();
}

/** Those of the timeline, with what is known of them; at rest also that of now and the furthest one, which while training are soon others. */
Surveyor::Places Surveyor::placesOf(const Snapshot &snapshot, bool isSameRun) const
{
    std::map<const TrainingState *, std::shared_ptr<const MeasuredMoment>> known; // a branch shares moments with its parent
    for (const auto &[epoch, place] : m_places)
        known[place.moment.get()] = place.measured;
    Places places;
    const auto add = [&](const Moment &moment, bool isOfTimeline) {
        if (!moment)
            return;
        Place place{moment, nullptr, isOfTimeline};
        if (const auto found = known.find(moment.get()); found != known.end())
            place.measured = found->second;
        else if (const auto same = m_places.find(moment->epoch); isSameRun && same != m_places.end())
            place.measured = same->second.measured;
        places.try_emplace(moment->epoch, std::move(place));
    };
    if (snapshot.record) {
        for (std::size_t i = 0; i < snapshot.record->timeline.size(); ++i)
            add(snapshot.record->timeline[i].moment, true);
    }
    if (snapshot.state != RunState::Running) {
        add(m_furthest, false);
        add(snapshot.moment, false);
    }
    return places;
}

std::shared_ptr<const RunSurvey> Surveyor::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_isNew, false) ? m_newest : nullptr;
}

std::shared_ptr<const RunSurvey> Surveyor::newest() const
{
    const std::lock_guard lock(m_mutex);
    return m_newest;
}

bool Surveyor::isBusy() const
{
    const std::lock_guard lock(m_mutex);
    return m_isNew || m_isWorking || hasWork();
}

bool Surveyor::hasWork() const
{
    const auto isUnknown = [](const auto &place) { return !place.second.measured; };
    return m_snapshot && m_snapshot->cohort && (m_wantsEvents || std::ranges::any_of(m_places, isUnknown));
}

Surveyor::Work Surveyor::nextWork() const
{
    Work work{m_snapshot, nullptr};
    int best = -1;
    for (const auto &[epoch, place] : m_places) {
        const int here = place.isOfTimeline ? coarseness(epoch) : coarsenessOfNow;
        if (!place.measured && here > best) {
            best = here;
            work.moment = place.moment;
        }
    }
    return work;
}

void Surveyor::finish(const Work &work, std::shared_ptr<const MeasuredMoment> measured)
{
    const std::lock_guard lock(m_mutex);
    if (m_snapshot->run != work.snapshot->run)
        return;
    if (const auto place = m_places.find(measured->epoch); place != m_places.end())
        place->second.measured = std::move(measured);
}

/** Makes the survey. Events are looked for without the lock: a history may have a million rows. */
void Surveyor::lookFor(const Work &work)
{
    auto survey = std::make_shared<RunSurvey>();
    survey->run = work.snapshot->run;
    survey->furthest = work.snapshot->furthest;
    {
        const std::lock_guard lock(m_mutex);
        if (m_snapshot->run != work.snapshot->run)
            return;
        m_wantsEvents = m_snapshot != work.snapshot;
        survey->isComplete = survey->isEachEpoch = true;
        std::int64_t next = 0;
        for (const auto &[epoch, place] : m_places) {
            survey->isComplete = survey->isComplete && place.measured;
            survey->isEachEpoch = survey->isEachEpoch && epoch == next++;
            if (place.measured)
                survey->moments.push_back(place.measured);
        }
    }
    survey->events = findEvents(*work.snapshot, *survey);
    const std::lock_guard lock(m_mutex);
    if (m_snapshot->run != survey->run)
        return;
    m_newest = std::move(survey);
    m_isNew = true;
}

/** While somebody trains, two thirds of the time are not used at all, and nobody sees more than some surveys a second. */
void Surveyor::rest(const std::stop_token &stop, Clock::duration took)
{
    std::unique_lock lock(m_mutex);
    if (m_snapshot->state == RunState::Running)
        m_wake.wait_for(lock, stop, std::max<Clock::duration>(2 * took, shortestRest), [] { return false; });
}

void Surveyor::loop(const std::stop_token &stop)
{
    yieldToOthers();
    while (true) {
        Work work;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return hasWork(); });
            if (stop.stop_requested())
                return;
            work = nextWork();
            m_isWorking = true;
        }
        const auto start = Clock::now();
        if (work.moment) {
            std::shared_ptr<MeasuredMoment> measured;
            try {
                measured = std::make_shared<MeasuredMoment>(measure(*work.snapshot->cohort, *work.moment));
            } catch (const std::exception &) { // too little memory, say: it is not known, and not asked for again
                measured = std::make_shared<MeasuredMoment>();
                measured->epoch = work.moment->epoch;
                measured->models.resize(work.moment->models.size());
            }
            finish(work, std::move(measured));
        }
        lookFor(work);
        {
            const std::lock_guard lock(m_mutex);
            m_isWorking = false;
        }
        rest(stop, Clock::now() - start);
    }
}

} // namespace actiscope
