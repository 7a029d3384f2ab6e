// A task that is made on a thread of its own, since its backend may take seconds for it: a device's driver builds programs when they are first asked for.
#pragma once

#include "core/training/comparison.h"

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <thread>

namespace actiscope {

class ArrivingTask {
public:
    /** What there is in the end; the task is on that backend. */
    struct Arrived {
        std::unique_ptr<Backend> backend;
        std::unique_ptr<Comparison> task;
    };

    /** Of an experiment at its beginning, with all that training and a first picture need; on this backend or, without one, on one that the
     *  factory makes. `arrived` is called on the thread when it is there or has failed. */
    ArrivingTask(std::unique_ptr<Backend> backend, BackendFactory factory, RunId run, Experiment experiment, std::function<void()> arrived);

    /** Whether it is there, or has failed. */
    bool isThere() const { return waitFor(std::chrono::milliseconds(0)); }
    /** The same, after this time at most. */
    bool waitFor(std::chrono::milliseconds time) const { return m_future.wait_for(time) == std::future_status::ready; }
    /** Waits for it; once. Throws what the making of it threw. */
    Arrived take() { return m_future.get(); }

private:
    std::promise<Arrived> m_promise;
    std::future<Arrived> m_future;
    std::jthread m_thread; // last: joined before the others go
};

} // namespace actiscope
