// A task with its record: what is changed is written down, keyframes are kept, and any epoch that the run came to can be gone back to. Belongs to one
// thread at a time.
#pragma once

#include "core/training/run_record.h"
#include "core/training/training_task.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace actiscope {

class RecordedRun {
public:
    /** A task at its beginning, and the record of a run that begins or that has been: it then goes as it went. */
    RecordedRun(std::unique_ptr<TrainingTask> task, RunRecord record);

    TrainingTask &task() { return *m_task; }
    const TrainingTask &task() const { return *m_task; }
    const RunRecord &record() const { return m_record; }
    std::int64_t epoch() const { return m_task->epoch(); }
    bool isFinished() const { return m_task->isFinished(); }
    /** Whether it stands at an epoch before the last one that it came to. */
    bool isRewound() const { return epoch() < m_record.furthest; }

    /** Trains this many more epochs, or fewer where it ends before. Up to the furthest epoch it repeats itself, with what was changed. Throws Interrupted
     *  where the backend is to leave; it then stands at an epoch on the way. */
    void advance(int epochs);
    /** Now, and kept. Where it is rewound, what came after would not be true any more: the caller has to branch. */
    void apply(Change change);
    /** Goes to the nearest place from which advance() leads to this epoch, one that it came to, in the fewest steps. */
    void rewind(std::int64_t epoch);
    /** To this epoch, however long it takes. */
    void seek(std::int64_t epoch);
    /** From a keyframe of this run, which may be a later one than all of its timeline. */
    void resume(const Keyframe &frame);

    /** As the task's; histories are as far as the run came. */
    Snapshot snapshot(const std::optional<PlaneWish> &planes);

private:
    void restore(const Keyframe &frame);
    void arrive();
    std::int64_t nextStop() const;
    void keepRows();

    std::unique_ptr<TrainingTask> m_task;
    RunRecord m_record; ///< its histories have the rows of the furthest epoch, too, while it is rewound
};

} // namespace actiscope
