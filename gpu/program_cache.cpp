#include "gpu/program_cache.h"

#include "core/errors.h"

namespace actiscope {

ProgramCache::ProgramCache(cl::Context context, cl::Device device)
    : m_context(std::move(context))
    , m_device(std::move(device))
{
}

const cl::Program &ProgramCache::program(const std::string &source, const std::string &options)
{
    const auto key = std::make_pair(options, source);
    if (const auto found = m_programs.find(key); found != m_programs.end())
        return found->second;
    cl::Program program = guarded([&] { return cl::Program(m_context, source); });
    try {
        program.build({m_device}, options.c_str());
    } catch (const cl::Error &error) {
        std::string log;
        try {
            log = program.getBuildInfo<CL_PROGRAM_BUILD_LOG>(m_device);
        } catch (const cl::Error &) {
            log = "(the device gave no log)";
        }
        throw BackendError("clBuildProgram", openClErrorName(error.err()), log);
    }
    return m_programs.emplace(key, std::move(program)).first->second;
}

} // namespace actiscope
