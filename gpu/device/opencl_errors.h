// OpenCL's C++ bindings as this program uses them (with exceptions), and their errors as BackendError.
#pragma once

#define CL_HPP_TARGET_OPENCL_VERSION 120
#define CL_HPP_MINIMUM_OPENCL_VERSION 120
#define CL_HPP_ENABLE_EXCEPTIONS
#if defined(__GNUC__)
#pragma GCC system_header // the bindings do not pass our warnings
#endif
#include <CL/opencl.hpp>

#include <string>
#include <string_view>

namespace actiscope {

/** "CL_OUT_OF_RESOURCES (-5)". */
std::string openClErrorName(int code);

/** Throws the error as a BackendError that names the failing call; `log` is a failed build's. */
[[noreturn]] void throwBackendError(const cl::Error &error, std::string_view log = {});

/** Calls `work`; an OpenCL error leaves as a BackendError. */
template <class Work>
auto guarded(Work &&work)
{
    try {
        return work();
    } catch (const cl::Error &error) {
        throwBackendError(error);
    }
}

} // namespace actiscope
