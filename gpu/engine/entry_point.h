// What an OpenCL program of networks is called for. Each entry point is a program of its own, made when it is first used, so that nobody
// waits for kernels that are not called: a GPU's driver takes seconds for what trains.
#pragma once

#include "gpu/kernels/common/shared_layout.h"

#include <string_view>
#include <vector>

namespace actiscope {

struct KernelTuning;

enum class EntryPoint {
    TrainWhole,   ///< a model on one work-group; measures as well
    TrainBatches, ///< on several, which have shards of each batch
    TrainUnits,   ///< on several, which have units of each layer
    Predict,
};

/** Those that a device with this tuning can be asked for. */
std::vector<EntryPoint> entryPoints(const KernelTuning &tuning);

/** The one that trains and measures models that are divided so. */
EntryPoint entryOfDivision(kernels::Division division);

/** "whole", "batches", "units", "predict". */
const char *entryName(EntryPoint entry);
/** The one that is called so. Throws std::invalid_argument. */
EntryPoint entryNamed(std::string_view name);

/** The kernels of its program, in the order in which they are called. */
std::vector<const char *> kernelNames(EntryPoint entry, const KernelTuning &tuning);

} // namespace actiscope
