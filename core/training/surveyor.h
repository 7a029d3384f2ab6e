// Surveys a run on a thread of its own, which yields to the one that trains: measures its moments, the coarse picture first, and looks for events.
// Bounded: of the moments that the run's timeline keeps it keeps what was measured, some numbers a unit.
#pragma once

#include "core/training/run_survey.h"
#include "core/training/snapshot.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace actiscope {

/** All members may be called from any thread; none waits for a measurement, nor for the thread that measures to get its turn: it yields, and so it holds
 *  the lock only to take what it was given and to hand over what it found. */
class Surveyor {
public:
    Surveyor();
    /** Waits for the moment that is being measured, at most. */
    ~Surveyor();
    Surveyor(const Surveyor &) = delete;
    Surveyor &operator=(const Surveyor &) = delete;

    /** The newest snapshot of the run that is looked at. Of a branch, moments of before it are known already. */
    void watch(std::shared_ptr<const Snapshot> snapshot);
    /** The newest survey that was not taken yet, or null. */
    std::shared_ptr<const RunSurvey> take();
    /** Whether there is a survey to take, or will be one without another snapshot. */
    bool isBusy() const;

private:
    struct Place {
        Moment moment;
        std::shared_ptr<const MeasuredMoment> measured; ///< null before
        bool isOfTimeline = false;
    };
    using Places = std::map<std::int64_t, Place>;
    /** What is to be looked at. */
    struct Subject {
        std::shared_ptr<const Snapshot> snapshot;
        Moment furthest; ///< of the last epoch that the run came to; null where no snapshot had it
    };

    void loop(const std::stop_token &stop);
    void receive(const std::stop_token &stop);
    bool hasWork() const;
    Moment nextMoment() const;
    void measureAt(const Moment &moment);
    void lookForEvents();
    void rest(const std::stop_token &stop, std::chrono::steady_clock::duration took);
    Places placesOf(const Subject &subject, bool isSameRun) const;

    mutable std::mutex m_mutex; // guards the next four
    std::optional<Subject> m_given;
    std::shared_ptr<const RunSurvey> m_found;
    bool m_isWorking = false;
    std::condition_variable_any m_wake;

    // The thread's own.
    Subject m_subject;
    Places m_places;
    bool m_wantsEvents = false;

    std::jthread m_thread; // last: everything above exists when it starts, and still does when it is joined
};

} // namespace actiscope
