// Small helpers for buffers on an OpenCL device.
#pragma once

#include "gpu/device/opencl_device.h"

#include <cstddef>
#include <memory>
#include <span>
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

/** Memory of this program that a device writes and that can be looked at and written to meanwhile, where the device is the processor. It goes with the last who
 *  uses it: after a call that failed, a launch may still be running when nobody wants its answer any more. */
template <class T>
class WatchedBuffer {
public:
    WatchedBuffer(const cl::Context &context, std::size_t count)
    {
        auto memory = std::make_unique<std::vector<T>>(count);
        m_buffer = cl::Buffer(context, CL_MEM_READ_WRITE | CL_MEM_USE_HOST_PTR, count * sizeof(T), memory->data());
        m_buffer.setDestructorCallback(&WatchedBuffer::release, memory.get());
        m_values = *memory.release(); // release() has it now
    }

    const cl::Buffer &buffer() const { return m_buffer; }
    /** As long as this object lives. */
    std::span<T> values() const { return m_values; }

private:
    static void CL_CALLBACK release(cl_mem, void *memory) { delete static_cast<std::vector<T> *>(memory); }

    cl::Buffer m_buffer;
    std::span<T> m_values;
};

inline std::size_t roundedUp(std::size_t value, std::size_t step)
{
    return (value + step - 1) / step * step;
}

} // namespace actiscope
