#include "gpu/engine/entry_point.h"

#include "gpu/device/opencl_device.h"

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace actiscope {
namespace {

/** In the order of the enumerators. */
constexpr std::array entryNames = {"whole", "batches", "units", "predict"};

} // namespace

std::vector<EntryPoint> entryPoints(const KernelTuning &tuning)
{
    std::vector<EntryPoint> all = {EntryPoint::TrainWhole, EntryPoint::TrainBatches, EntryPoint::Predict};
    if (tuning.hasPhaseBarrier)
        all.push_back(EntryPoint::TrainUnits);
    return all;
}

EntryPoint entryOfDivision(kernels::Division division)
{
    switch (division) {
    case kernels::DIVISION_BATCH:
        return EntryPoint::TrainBatches;
    case kernels::DIVISION_UNITS:
        return EntryPoint::TrainUnits;
    case kernels::DIVISION_WHOLE:
        break;
    }
    return EntryPoint::TrainWhole;
}

const char *entryName(EntryPoint entry)
{
    return entryNames.at(static_cast<std::size_t>(entry));
}

EntryPoint entryNamed(std::string_view name)
{
    for (std::size_t i = 0; i < entryNames.size(); ++i) {
        if (entryNames[i] == name)
            return static_cast<EntryPoint>(i);
    }
    throw std::invalid_argument("there is no entry point " + std::string(name));
}

std::vector<const char *> kernelNames(EntryPoint entry, const KernelTuning &tuning)
{
    switch (entry) {
    case EntryPoint::TrainBatches:
        if (tuning.groupsMeet())
            return {"trainMeetingBatches"};
        return tuning.hasPhaseBarrier ? std::vector{"trainDividedBatches"} : std::vector{"trainShards", "finishStep"};
    case EntryPoint::TrainUnits:
        return {"trainDividedLayers"};
    case EntryPoint::Predict:
        return {"predictNetwork"};
    case EntryPoint::TrainWhole:
        break;
    }
    return {"trainWholeModels"};
}

} // namespace actiscope
