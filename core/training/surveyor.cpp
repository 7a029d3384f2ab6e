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
    Subject subject{snapshot, snapshot->epoch == snapshot->furthest ? snapshot->moment : nullptr};
    std::shared_ptr<const RunSurvey> former; // goes without the lock, like the former snapshot
    {
        const std::lock_guard lock(m_mutex);
        if (m_found && m_found->run != snapshot->run)
            former.swap(m_found);
        if (!subject.furthest && m_given && m_given->snapshot->run == snapshot->run)
            subject.furthest = m_given->furthest;
        if (m_given)
            std::swap(*m_given, subject);
        else
            m_given = std::move(subject);
    }
    m_wake.notify_one();
}

/** Waits for work, and takes the newest snapshot if there is one. */
void Surveyor::receive(const std::stop_token &stop)
{
    std::optional<Subject> given;
    const bool goesOn = hasWork();
    {
        std::unique_lock lock(m_mutex);
        m_isWorking = goesOn;
        m_wake.wait(lock, stop, [this] { return m_isWorking || m_given; });
        given = std::exchange(m_given, std::nullopt);
        m_isWorking = true;
    }
    if (!given || stop.stop_requested())
        return;
    const std::shared_ptr<const Snapshot> before = m_subject.snapshot;
    const bool isSameRun = before && before->run == given->snapshot->run;
    m_wantsEvents = m_wantsEvents || !isSameRun || before->furthest != given->snapshot->furthest;
    if (isSameRun && !given->furthest)
        given->furthest = m_subject.furthest;
    m_subject = *std::move(given);
    m_places = placesOf(m_subject, isSameRun);
}

/** Those of the timeline, with what is known of them; at rest also that of now and the furthest one, which while training are soon others. */
Surveyor::Places Surveyor::placesOf(const Subject &subject, bool isSameRun) const
{
    const Snapshot &snapshot = *subject.snapshot;
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
        add(subject.furthest, false);
        add(snapshot.moment, false);
    }
    return places;
}

std::shared_ptr<const RunSurvey> Surveyor::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_found, nullptr);
}

bool Surveyor::isBusy() const
{
    const std::lock_guard lock(m_mutex);
    return m_found || m_isWorking || m_given;
}

bool Surveyor::hasWork() const
{
    const auto isUnknown = [](const auto &place) { return !place.second.measured; };
    return m_subject.snapshot && m_subject.snapshot->cohort && (m_wantsEvents || std::ranges::any_of(m_places, isUnknown));
}

/** Null where only events are to be looked for. */
Moment Surveyor::nextMoment() const
{
    Moment next;
    int best = -1;
    for (const auto &[epoch, place] : m_places) {
        const int here = place.isOfTimeline ? coarseness(epoch) : coarsenessOfNow;
        if (!place.measured && here > best) {
            best = here;
            next = place.moment;
        }
    }
    return next;
}

void Surveyor::measureAt(const Moment &moment)
{
    std::shared_ptr<MeasuredMoment> measured;
    try {
        measured = std::make_shared<MeasuredMoment>(measure(*m_subject.snapshot->cohort, *moment));
    } catch (const std::exception &) { // too little memory, say: it is not known, and not asked for again
        measured = std::make_shared<MeasuredMoment>();
        measured->epoch = moment->epoch;
        measured->models.resize(moment->models.size());
    }
    m_places.at(moment->epoch).measured = std::move(measured);
}

/** Makes the survey. */
void Surveyor::lookForEvents()
{
    auto survey = std::make_shared<RunSurvey>();
    survey->run = m_subject.snapshot->run;
    survey->furthest = m_subject.snapshot->furthest;
    survey->isComplete = survey->isEachEpoch = true;
    std::int64_t next = 0;
    for (const auto &[epoch, place] : m_places) {
        survey->isComplete = survey->isComplete && place.measured;
        survey->isEachEpoch = survey->isEachEpoch && epoch == next++;
        if (place.measured)
            survey->moments.push_back(place.measured);
    }
    survey->events = findEvents(*m_subject.snapshot, *survey);
    m_wantsEvents = false;
    std::shared_ptr<const RunSurvey> found = std::move(survey);
    const std::lock_guard lock(m_mutex);
    if (!m_given || m_given->snapshot->run == found->run)
        m_found.swap(found);
}

/** While somebody trains, two thirds of the time are not used at all, and nobody sees more than some surveys a second. */
void Surveyor::rest(const std::stop_token &stop, Clock::duration took)
{
    if (m_subject.snapshot->state != RunState::Running)
        return;
    const Clock::time_point end = Clock::now() + std::max<Clock::duration>(2 * took, shortestRest);
    std::unique_lock lock(m_mutex);
    m_wake.wait_until(lock, stop, end, [this] { return m_given && m_given->snapshot->state != RunState::Running; });
}

void Surveyor::loop(const std::stop_token &stop)
{
    yieldToOthers();
    while (true) {
        receive(stop);
        if (stop.stop_requested())
            return;
        if (!hasWork())
            continue;
        const auto start = Clock::now();
        if (const Moment moment = nextMoment())
            measureAt(moment);
        lookForEvents();
        rest(stop, Clock::now() - start);
    }
}

} // namespace actiscope
