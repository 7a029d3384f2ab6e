// The two ways in which kernels use a device.
#pragma once

namespace actiscope {

/** How kernels use a device. */
enum class KernelMapping {
    Vectors, ///< a work-group is one work-item that computes with vectors: for a CPU
    Lanes,   ///< a work-group is many work-items side by side, with local memory in common: for a GPU and whatever else there is
};

} // namespace actiscope
