// Runs that are kept, by name: to compare, to go back to, to branch from. Any thread may ask.
#pragma once

#include "core/training/run_record.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

struct KeptRun {
    std::string name; ///< empty where nobody named it: then it goes by its number
    std::shared_ptr<const RunRecord> record;
    std::string note = {}; ///< what somebody wrote about it
    std::uint64_t number = 0;
};

class RunStore {
public:
    /** Adds a run, or puts a newer record of one that is there in its place. Without a name it keeps the one that it has, if any. */
    void keep(std::shared_ptr<const RunRecord> record, std::string_view name = {});
    /** False where there is no such run. */
    bool rename(RunId id, std::string_view name);
    bool setNote(RunId id, std::string_view note);
    bool remove(RunId id);
    /** Again where it was, or at the end. */
    void insert(std::size_t place, KeptRun run);
    /** Moments of all runs together are this large at most: those of the oldest are dropped first. Figures and changes stay, from which a run can be
     *  trained again. */
    void boundMoments(std::size_t bytes);
    /** Null where there is no such run. */
    std::shared_ptr<const RunRecord> find(RunId id) const;
    /** In the order in which they were first kept. */
    std::vector<KeptRun> runs() const;

private:
    std::vector<KeptRun>::iterator place(RunId id);

    mutable std::mutex m_mutex;
    std::vector<KeptRun> m_runs;
};

} // namespace actiscope
