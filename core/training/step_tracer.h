// Traces steps on a thread of its own, for the window: the newest question is answered. All members may be called from the owner's thread at any time.
#pragma once

#include "core/diagnostics/step_trace.h"
#include "core/training/snapshot.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace actiscope {

/** The optimiser of a model in the step that begins at this epoch: with the learning rate that its schedule says. */
OptimizerSettings optimizerAt(const ModelConfiguration &model, std::int64_t epoch);

struct StepAnswer {
    std::uint64_t run = 0;
    std::int64_t epoch = 0;
    std::size_t model = 0;
    std::optional<StepTrace> trace = {};
    Message error = {}; ///< one line, where the question does not fit the run
};

class StepTracer {
public:
    StepTracer();
    /** Waits for the step that is being traced, at most. */
    ~StepTracer();
    StepTracer(const StepTracer &) = delete;
    StepTracer &operator=(const StepTracer &) = delete;

    /** The step that a snapshot's moment would take next. What was asked before and nobody has begun to find out is forgotten. */
    void ask(std::shared_ptr<const Snapshot> snapshot, std::size_t model, const StepPlace &place);
    /** The newest answer that was not taken yet, or null. */
    std::shared_ptr<const StepAnswer> take();

private:
    struct Question {
        std::shared_ptr<const Snapshot> snapshot;
        std::size_t model = 0;
        StepPlace place;
    };

    void loop(const std::stop_token &stop);

    std::mutex m_mutex; // guards all but the thread
    std::condition_variable_any m_wake;
    std::optional<Question> m_question;
    std::shared_ptr<const StepAnswer> m_answer;

    std::jthread m_thread; // last: everything above exists when it starts, and still does when it is joined
};

} // namespace actiscope
