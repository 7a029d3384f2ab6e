// What a run says of itself in sentences: beside the plots in presenter mode, and to those who listen instead of looking. GUI thread.
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace actiscope {

struct Snapshot;

/** Where the run is and what the models reached there, in one sentence. */
QString trainingSentence(const Snapshot &snapshot);

/** Tells of each change that matters once: paused, finished, diverged, rewound, stopped. */
class RunAnnouncer {
public:
    /** The sentence that is to be said now, or nothing. */
    QString take(const Snapshot &snapshot);

private:
    QString change(const Snapshot &snapshot);

    std::uint64_t m_run = 0;
    int m_state = 0;
    std::int64_t m_epoch = 0;
    std::vector<bool> m_diverged;
};

} // namespace actiscope
