#include "gpu/device/prepared_programs.h"

#include <fstream>
#include <functional>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace actiscope {
namespace {

// A file is a line "Actiscope program, LENGTH HASH", the key, then the binary, of which LENGTH and HASH are.
constexpr std::string_view fileMark = "Actiscope program, ";

/** All that a binary depends on. */
std::string keyOf(const cl::Device &device, const std::string &source, const std::string &options)
{
    const cl::Platform platform(device.getInfo<CL_DEVICE_PLATFORM>());
    std::string key;
    for (const std::string &part : {platform.getInfo<CL_PLATFORM_VERSION>(), device.getInfo<CL_DEVICE_NAME>(),
                                    device.getInfo<CL_DEVICE_VERSION>(), device.getInfo<CL_DRIVER_VERSION>(), options, source})
        key += part + '\n';
    return key;
}

std::size_t hashOf(std::string_view text)
{
    return std::hash<std::string_view>()(text);
}

std::string headOf(const std::string &key, std::string_view binary)
{
    std::ostringstream head;
    head << fileMark << binary.size() << ' ' << hashOf(binary) << '\n' << key;
    return head.str();
}

std::string contentsOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file || !std::filesystem::is_regular_file(path))
        return {};
    std::string contents(static_cast<std::size_t>(file.tellg()), '\0');
    file.seekg(0).read(contents.data(), static_cast<std::streamsize>(contents.size()));
    return file ? contents : std::string();
}

} // namespace

PreparedPrograms::PreparedPrograms(std::filesystem::path folder) : m_folder(std::move(folder)) {}

std::filesystem::path PreparedPrograms::file(const cl::Device &device, const std::string &source, const std::string &options) const
{
    std::ostringstream name;
    name << std::hex << hashOf(keyOf(device, source, options)) << ".program";
    return m_folder / name.str();
}

std::vector<unsigned char> PreparedPrograms::binary(const cl::Device &device, const std::string &source, const std::string &options) const
{
    const std::string key = keyOf(device, source, options);
    const std::string contents = contentsOf(file(device, source, options));
    // A driver may not survive a damaged binary, so that it gets none.
    const std::size_t headEnd = contents.find('\n');
    if (headEnd == std::string::npos || contents.size() < headEnd + 1 + key.size())
        return {};
    const std::string_view binary = std::string_view(contents).substr(headEnd + 1 + key.size());
    if (!contents.starts_with(headOf(key, binary)))
        return {};
    return {binary.begin(), binary.end()};
}

void PreparedPrograms::add(const cl::Device &device, const std::string &source, const std::string &options, const cl::Program &built) const
{
    const std::vector<unsigned char> bytes = built.getInfo<CL_PROGRAM_BINARIES>().at(0);
    const std::string binary(bytes.begin(), bytes.end());
    const std::string key = keyOf(device, source, options);
    const std::filesystem::path path = file(device, source, options);
    std::filesystem::create_directories(m_folder);
    const std::filesystem::path unfinished = path.string() + ".part";
    std::ofstream out(unfinished, std::ios::binary);
    out << headOf(key, binary) << binary;
    out.close();
    if (!out)
        throw std::runtime_error(unfinished.string() + ": cannot be written");
    std::filesystem::rename(unfinished, path);
}

} // namespace actiscope
