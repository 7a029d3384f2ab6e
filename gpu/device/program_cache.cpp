#include "gpu/device/program_cache.h"

#include "core/base/errors.h"

namespace actiscope {

ProgramCache::ProgramCache(cl::Context context, cl::Device device, PreparedPrograms prepared)
    : m_context(std::move(context)), m_device(std::move(device)), m_prepared(std::move(prepared))
{
}

std::optional<cl::Program> ProgramCache::prepared(const Key &key) const
{
    const auto &[options, source] = key;
    const std::vector<unsigned char> binary = m_prepared.binary(m_device, source, options);
    if (binary.empty())
        return std::nullopt;
    try {
        cl::Program program(m_context, {m_device}, cl::Program::Binaries{binary});
        program.build({m_device}, options.c_str());
        return program;
    } catch (const cl::Error &) {
        return std::nullopt; // a driver may refuse what another build of it made; the source is there
    }
}

cl::Program ProgramCache::built(const Key &key) const
{
    const auto &[options, source] = key;
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
    return program;
}

bool ProgramCache::isAtHand(const std::string &source, const std::string &options)
{
    const Key key(options, source);
    {
        const std::lock_guard lock(m_mutex);
        if (m_programs.contains(key))
            return true;
    }
    std::optional<cl::Program> program = prepared(key);
    if (!program)
        return false;
    std::promise<cl::Program> promise;
    promise.set_value(std::move(*program));
    const std::lock_guard lock(m_mutex);
    m_programs.try_emplace(key, promise.get_future());
    return true;
}

cl::Program ProgramCache::program(const std::string &source, const std::string &options)
{
    const Key key(options, source);
    std::promise<cl::Program> promise;
    std::shared_future<cl::Program> others;
    {
        const std::lock_guard lock(m_mutex);
        const auto [place, isNew] = m_programs.try_emplace(key);
        if (isNew)
            place->second = promise.get_future().share();
        else
            others = place->second;
    }
    if (others.valid())
        return others.get();
    try {
        std::optional<cl::Program> program = prepared(key);
        if (!program)
            program = built(key);
        promise.set_value(*program);
        return *program;
    } catch (...) {
        promise.set_exception(std::current_exception());
        const std::lock_guard lock(m_mutex);
        m_programs.erase(key); // whoever asks again has it built again
        throw;
    }
}

} // namespace actiscope
