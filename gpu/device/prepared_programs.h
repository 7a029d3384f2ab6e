// OpenCL programs that were built before anyone waits for them: PoCL takes seconds for one. They lie in a folder, each for one source, its
// options and one device with its driver; for anything else, programs are built from source as ever.
#pragma once

#include "gpu/device/opencl_errors.h"

#include <filesystem>
#include <string>
#include <vector>

namespace actiscope {

class PreparedPrograms {
public:
    /** Those in this folder; none where there is no such folder. */
    explicit PreparedPrograms(std::filesystem::path folder);

    /** What clGetProgramInfo gave for this source when it was prepared; empty where it was not, or where the file is damaged. */
    std::vector<unsigned char> binary(const cl::Device &device, const std::string &source, const std::string &options) const;

    /** Keeps the binary of a program that was built for `device`, whole or not at all. Throws std::runtime_error with the file's
     *  name, or cl::Error. */
    void add(const cl::Device &device, const std::string &source, const std::string &options, const cl::Program &built) const;

    /** Where add() puts it. */
    std::filesystem::path file(const cl::Device &device, const std::string &source, const std::string &options) const;

private:
    std::filesystem::path m_folder;
};

} // namespace actiscope
