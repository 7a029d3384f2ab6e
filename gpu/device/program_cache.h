// Built OpenCL programs of one context and device, kept by options and source; built beforehand, if they can be had so.
#pragma once

#include "gpu/device/prepared_programs.h"

#include <map>
#include <string>
#include <utility>

namespace actiscope {

class ProgramCache {
public:
    ProgramCache(cl::Context context, cl::Device device, PreparedPrograms prepared);

    /** Whether program() can give this one without building it from its source. */
    bool isAtHand(const std::string &source, const std::string &options);

    /** The program, built now or before. Throws BackendError with the build log. */
    const cl::Program &program(const std::string &source, const std::string &options);

private:
    cl::Context m_context;
    cl::Device m_device;
    PreparedPrograms m_prepared;
    std::map<std::pair<std::string, std::string>, cl::Program> m_programs; ///< by options and source
};

} // namespace actiscope
