// The machine's OpenCL drivers as something that may end a process: whatever a driver is asked for first, finding its devices or building and
// running a program, a child does beforehand. What went well is kept beside the driver's cache and counts until anything that it depends on
// changes: so a start costs no more, and a damaged cache is found before it is used. Any thread.
#pragma once

#include "app/process/interruption.h"
#include "app/process/trial_process.h"
#include "core/base/message.h"
#include "gpu/device/driver_cache.h"
#include "gpu/engine/opencl_backend.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace actiscope {

class OpenClDriver {
public:
    /** To be made before the first OpenCL call, see DriverCache. `programs`: those that were built with the program. */
    explicit OpenClDriver(std::filesystem::path programs);

    /** All devices. Throws BackendError where looking for them would end the program, or no folder serves. */
    std::vector<OpenClDevice> devices();

    /** Calls `work`, which asks the driver for what `task` (opencl_tasks.h) says, once a child has survived the same; returns its result.
     *  Throws BackendError where no child does. */
    template <class Work>
    auto after(const std::string &task, Work &&work)
    {
        const std::lock_guard lock(m_mutex);
        const bool isNew = require(task);
        const Use use(*this, isNew);
        return work();
    }

    const std::filesystem::path &programs() const { return m_preparedPrograms; }

private:
    using Clock = std::chrono::steady_clock;

    /** While the driver does what it is asked for; afterwards, what it has added to its cache for something new is known. */
    class Use {
    public:
        Use(OpenClDriver &driver, bool isNew) : m_driver(driver), m_isNew(isNew), m_loading(driver.m_cache.loading()) {}
        ~Use() { m_driver.settle(m_isNew); }
        Use(const Use &) = delete;
        Use &operator=(const Use &) = delete;

    private:
        OpenClDriver &m_driver;
        bool m_isNew;
        CacheLock m_loading;
    };

    /** Returns whether a child had to try it. */
    bool require(const std::string &task);
    bool isAsLeft();
    TrialResult tried(const std::string &task) const;
    void settle(bool hasNew);
    void readNotes();
    void writeNotes() const;

    std::mutex m_mutex;
    DriverCache m_cache;
    std::optional<RemovedAtTheEnd> m_temporary; // m_cache's folder, where it does not stay
    std::filesystem::path m_preparedPrograms;
    std::string m_surroundings;              // what else decides about what a driver does
    std::uint64_t m_state = 0;               // of the cache, when m_survived was true
    Clock::time_point m_looked;              // at the cache, when it was found in that state
    bool m_isInDoubt = false;                // whether the cache was found in another state and not emptied since
    std::set<std::string> m_survived;        // tasks
    std::map<std::string, Message> m_deadly; // tasks, and what came of them
};

} // namespace actiscope
