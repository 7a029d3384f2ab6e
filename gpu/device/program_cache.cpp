#include "gpu/device/program_cache.h"

#include "core/base/errors.h"

namespace actiscope {

ProgramCache::ProgramCache(cl::Context context, cl::Device device, PreparedPrograms prepared)
    : m_context(std::move(context)), m_device(std::move(device)), m_prepared(std::move(prepared))
{
}

bool ProgramCache::isAtHand(const std::string &source, const std::string &options)
{
    const auto key = std::make_pair(options, source);
    if (m_programs.contains(key))
        return true;
    const std::vector<unsigned char> binary = m_prepared.binary(m_device, source, options);
    if (binary.empty())
        return false;
    try {
        cl::Program program(m_context, {m_device}, cl::Program::Binaries{binary});
        program.build({m_device}, options.c_str());
        m_programs.emplace(key, std::move(program));
    } catch (const cl::Error &) {
        return false; // a driver may refuse what another build of it made; the source is there
    }
    return true;
}

const cl::Program &ProgramCache::program(const std::string &source, const std::string &options)
{
    const auto key = std::make_pair(options, source);
    if (isAtHand(source, options))
        return m_programs.at(key);
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
        throwBackendError(error, log);
    }
    return m_programs.emplace(key, std::move(program)).first->second;
}

} // namespace actiscope
