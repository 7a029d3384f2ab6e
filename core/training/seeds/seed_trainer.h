// Trains many seeds on a thread of its own, for the window. All members may be called from the owner's thread at any time; none waits for training.
#pragma once

#include "core/training/seeds/seed_summary.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace actiscope {

/** How far a study has come; immutable. */
struct SeedProgress {
    std::uint64_t study = 0; ///< what begin() gave
    SeedStudy seeds = {};
    SeedSummary summary = {}; ///< of the seeds that are there, with an entry for each model; nothing is final before all are
    bool isRunning = true;
    Message error = {}; ///< one line, where it could not go on
};

class SeedTrainer {
public:
    SeedTrainer();
    /** Leaves the training within a tenth of a second or so, and joins the thread. */
    ~SeedTrainer();
    SeedTrainer(const SeedTrainer &) = delete;
    SeedTrainer &operator=(const SeedTrainer &) = delete;

    /** Begins a study instead of the one that goes on, and gives its number. The factory is called on the trainer's thread. */
    std::uint64_t begin(const Experiment &experiment, const SeedPlan &plan, BackendFactory factory, const std::optional<GridSpec> &grid);
    /** Ends it where it is; nothing of it is published any more. */
    void cancel();

    /** The newest of the study that goes on, or null when nothing changed since the last call. */
    std::shared_ptr<const SeedProgress> take();

private:
    class Watch;
    struct Task {
        std::uint64_t number = 0;
        Experiment experiment;
        SeedPlan plan;
        BackendFactory factory;
        std::optional<GridSpec> grid;
    };

    void loop(const std::stop_token &stop);
    void carryOut(const Task &task, const std::stop_token &stop);
    void publish(SeedProgress progress);
    bool isWanted(std::uint64_t study) const;
    bool isAwaited() const;

    mutable std::mutex m_mutex; // guards all but the thread
    std::condition_variable_any m_wake;
    std::uint64_t m_studies = 0;
    std::uint64_t m_wanted = 0; ///< 0: none
    std::optional<Task> m_task;
    std::shared_ptr<const SeedProgress> m_slot;

    std::jthread m_thread; // last: everything above exists when it starts, and still does when it is joined
};

} // namespace actiscope
