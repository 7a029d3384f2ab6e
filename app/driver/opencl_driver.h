// The machine's OpenCL drivers as something that may end a process: whatever a driver is asked for first, finding its devices or building and
// running a program, a child does beforehand. What went well is kept beside the driver's cache and counts until anything that it depends on
// changes: so a start costs no more, and a damaged cache is found before it is used. Any thread.
#pragma once

#include "app/process/interruption.h"
#include "app/process/trial_process.h"
#include "core/base/message.h"
#include "gpu/device/driver_cache.h"
#include "gpu/engine/opencl_backend.h"

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
        require(task);
        const Use use(*this);
        return work();
    }

    const std::filesystem::path &programs() const { return m_preparedPrograms; }

private:
    /** While the driver does what it is asked for; afterwards, what it has added to its cache is known. */
    class Use {
    public:
        explicit Use(OpenClDriver &driver) : m_driver(driver), m_loading(driver.m_cache.loading()) {}
        ~Use() { m_driver.settle(); }
        Use(const Use &) = delete;
        Use &operator=(const Use &) = delete;

    private:
        OpenClDriver &m_driver;
        CacheLock m_loading;
    };

    void require(const std::string &task);
    TrialResult tried(const std::string &task) const;
    void settle();
    void readNotes();
    void writeNotes() const;

    std::mutex m_mutex;
    DriverCache m_cache;
    std::optional<RemovedAtTheEnd> m_temporary; // m_cache's folder, where it does not stay
    std::filesystem::path m_preparedPrograms;
    std::string m_surroundings;              // what else decides about what a driver does
    std::uint64_t m_state = 0;               // of the cache, when m_survived was true
    bool m_isInDoubt = false;                // whether the cache was found in another state and not emptied since
    std::set<std::string> m_survived;        // tasks
    std::map<std::string, Message> m_deadly; // tasks, and what came of them
};

} // namespace actiscope
