// Built OpenCL programs of one context and device, kept by options and source; built beforehand, if they can be had so. Any thread: who asks for
// what another one builds waits for it, others do not.
#pragma once

#include "gpu/device/prepared_programs.h"

#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace actiscope {

class ProgramCache {
public:
    ProgramCache(cl::Context context, cl::Device device, PreparedPrograms prepared);

    /** Whether program() can give this one without building it from its source. */
    bool isAtHand(const std::string &source, const std::string &options);

    /** The program, built now or before. Throws BackendError with the build log. */
    cl::Program program(const std::string &source, const std::string &options);

private:
    using Key = std::pair<std::string, std::string>; ///< options and source

    std::optional<cl::Program> prepared(const Key &key) const;
    cl::Program built(const Key &key) const;

    cl::Context m_context;
    cl::Device m_device;
    PreparedPrograms m_prepared;
    std::mutex m_mutex; ///< guards m_programs
    std::map<Key, std::shared_future<cl::Program>> m_programs;
};

} // namespace actiscope
