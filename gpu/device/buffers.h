// Small helpers for buffers on an OpenCL device.
#pragma once

#include "gpu/device/opencl_device.h"

#include <cstddef>
#include <vector>

namespace actiscope {

/** A buffer with these values, at least one element long (OpenCL has no empty buffers). */
template <class T>
cl::Buffer bufferOf(const cl::Context &context, std::vector<T> values)
{
    if (values.empty())
        values.resize(1);
    return {context, CL_MEM_READ_WRITE | CL_MEM_COPY_HOST_PTR, values.size() * sizeof(T), values.data()};
}

inline std::size_t roundedUp(std::size_t value, std::size_t step)
{
    return (value + step - 1) / step * step;
}

} // namespace actiscope
