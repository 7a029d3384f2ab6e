// Training on an OpenCL device: fused kernels, one work-group per model, many epochs a launch. There are two mappings of the kernels to a
// device, with the same results but for rounding.
#pragma once

#include "core/engine/backend.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace actiscope {

/** How kernels use a device. */
enum class KernelMapping {
    Vectors, ///< a work-group is one work-item that computes with vectors: for a CPU
    Lanes,   ///< a work-group is many work-items side by side, with local memory in common: for a GPU and whatever else there is
};

/** An OpenCL device of this machine. */
struct OpenClDevice {
    std::size_t index = 0; ///< place in openClDevices(), the N of "opencl:N"
    std::string platform;  ///< "Portable Computing Language"
    std::string name;      ///< "pthread-AMD EPYC"
    std::string version;   ///< "OpenCL 3.0 PoCL …"
    unsigned computeUnits = 0;
    bool isCpu = false;
    KernelMapping mapping = KernelMapping::Lanes; ///< the one that suits it

    /** For people: "PoCL · pthread-AMD EPYC · 2 cores". */
    std::string label() const;
};

/** All devices of all platforms; empty when there is no OpenCL platform. Never throws for that. */
std::vector<OpenClDevice> openClDevices();

/** A backend on that device (index into openClDevices()), with the mapping that suits it or the given one. `programs` is a folder that
 *  actiscope_prepare_programs filled; without, or for a device that it was not filled for, programs are built when they are needed.
 *  Throws BackendError. */
std::unique_ptr<Backend> makeOpenClBackend(std::size_t index, std::optional<KernelMapping> mapping = std::nullopt,
                                           const std::filesystem::path &programs = {});

} // namespace actiscope
