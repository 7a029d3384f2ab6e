// The OpenCL devices of this machine, for whoever chooses one: no OpenCL headers here.
#pragma once

#include "core/base/message.h"
#include "gpu/device/kernel_mapping.h"

#include <cstddef>
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
    KernelMapping mapping = KernelMapping::Lanes; ///< the one that suits it
    bool saysTensorCores = false;                 ///< whether it is of a kind that has some: NVIDIA's from compute capability 8 on, warps of 32

    /** For people: "PoCL · pthread-AMD EPYC · 2 cores". */
    Message label() const;
};

/** All devices of all platforms; empty when there is no OpenCL platform. Never throws for that. */
std::vector<OpenClDevice> openClDevices();

} // namespace actiscope
