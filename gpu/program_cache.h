// Built OpenCL programs of one context and device, kept by options and source.
#pragma once

#include "gpu/opencl_errors.h"

#include <map>
#include <string>
#include <utility>

namespace actiscope {

class ProgramCache {
public:
    ProgramCache(cl::Context context, cl::Device device);

    /** The program, built now or before. Throws BackendError with the build log. */
    const cl::Program &program(const std::string &source, const std::string &options);

private:
    cl::Context m_context;
    cl::Device m_device;
    std::map<std::pair<std::string, std::string>, cl::Program> m_programs; ///< by options and source
};

} // namespace actiscope
