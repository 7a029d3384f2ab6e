// Training on an OpenCL device: fused kernels, one work-group per model, many epochs a launch.
#pragma once

#include "core/backend.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace actiscope {

/** An OpenCL device of this machine. */
struct OpenClDevice {
    std::size_t index = 0; ///< place in openClDevices(), the N of "opencl:N"
    std::string platform;  ///< "Portable Computing Language"
    std::string name;      ///< "pthread-AMD EPYC"
    std::string version;   ///< "OpenCL 3.0 PoCL …"
    unsigned computeUnits = 0;
    bool isCpu = false;

    /** For people: "PoCL · pthread-AMD EPYC · 2 cores". */
    std::string label() const;
};

/** All devices of all platforms; empty when there is no OpenCL platform. Never throws for that. */
std::vector<OpenClDevice> openClDevices();

/** A backend on that device (index into openClDevices()). Throws BackendError. */
std::unique_ptr<Backend> makeOpenClBackend(std::size_t index);

} // namespace actiscope
