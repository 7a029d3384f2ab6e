// What a run says of itself in sentences: beside the plots in presenter mode, and to those who listen instead of looking. GUI thread.
#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace actiscope {

struct EventKind;
struct RunSurvey;
struct Snapshot;

/** Where the run is and what the models reached there, in one sentence. */
QString trainingSentence(const Snapshot &snapshot);

/** Tells of each change that matters once: begun, paused, finished, diverged, rewound, stopped, and what else happens in a run; and now and then, while
 *  it goes on, how far it is. */
class RunAnnouncer {
public:
    using Clock = std::chrono::steady_clock;

    /** Between two sentences that only say how far it is. */
    static constexpr std::chrono::seconds pause{10};

    struct News {
        QString sentence;     ///< that is to be said now, or nothing
        bool isSeen = false;  ///< whoever looks sees it anyway
    };

    /** `survey` may be null. */
    News take(const Snapshot &snapshot, const RunSurvey *survey, Clock::time_point now = Clock::now());

private:
    QString change(const Snapshot &snapshot) const;
    QString event(const Snapshot &snapshot, const RunSurvey *survey);
    QString progress(const Snapshot &snapshot, Clock::time_point now);

    std::uint64_t m_run = 0;
    int m_state = 0;
    std::int64_t m_epoch = 0;
    std::vector<bool> m_diverged;
    std::set<std::pair<const EventKind *, std::size_t>> m_told; ///< of which model, in this run
    Clock::time_point m_saidAt;
};

} // namespace actiscope
