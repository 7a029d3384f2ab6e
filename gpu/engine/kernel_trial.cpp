#include "gpu/engine/kernel_trial.h"

#include "core/engine/initialization.h"
#include "gpu/device/opencl_device.h"
#include "gpu/engine/memory_layout.h"
#include "gpu/engine/tuned_backend.h"
#include "gpu/engine/work_division.h"
#include "gpu/kernels/common/shared_layout.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace actiscope {
namespace {

/** Enough for two tiles of the largest kernel. */
constexpr std::size_t samplesToTry = 256;

ModelSetup modelToTry(const ModelSetup &model, const NetworkShape &shape)
{
    ModelSetup setup;
    std::vector<std::vector<double>> parameters;
    for (std::size_t layer = 0; layer < shape.hidden.size(); ++layer) {
        setup.activations.push_back(defaultSpec(*model.activation(layer).activation));
        parameters.push_back(setup.activations.back().parameters);
    }
    setup.initial = initialParameters(shape, 0, parameters);
    return setup;
}

std::vector<std::string> sequenceOfIds(const ModelSetup &model, std::size_t layers)
{
    std::vector<std::string> ids;
    for (std::size_t layer = 0; layer < layers; ++layer)
        ids.push_back(model.activation(layer).activation->id);
    return ids;
}

} // namespace

std::shared_ptr<const Dataset> pointsToTry(bool isRegression, const NetworkShape &shape)
{
    auto data = std::make_shared<Dataset>();
    data->classes = isRegression ? 0 : 2;
    for (LabelledPoints *part : {&data->train, &data->test}) {
        part->features = static_cast<std::size_t>(shape.inputs);
        part->coordinates.resize(samplesToTry * part->features);
        if (isRegression) {
            part->targetCount = static_cast<std::size_t>(shape.outputs);
            part->targets.resize(samplesToTry * part->targetCount);
        } else {
            part->labels.resize(samplesToTry);
        }
    }
    return data;
}

void runEntryPoint(std::size_t device, const KernelTuning &usual, EntryPoint entry, const Cohort &cohort, const std::filesystem::path &programs)
{
    KernelTuning tuning = usual;
    const bool isDivided = entry == EntryPoint::TrainBatches || entry == EntryPoint::TrainUnits;
    tuning.buildsLate = true;
    tuning.divisionFlops = isDivided ? 0 : 1e300;
    tuning.shardRows = entry == EntryPoint::TrainUnits ? std::numeric_limits<int>::max() : tuning.tile;
    tuning.phaseFlops = entry == EntryPoint::TrainUnits ? 0 : 1e300;
    const auto backend = makeOpenClBackend(device, tuning, programs);
    backend->load(cohort);
    if (entry == EntryPoint::Predict)
        backend->predict(0, std::vector<float>(static_cast<std::size_t>(cohort.shape.inputs)));
    else
        backend->advance(1);
}

EntryPoint trainingEntryPoint(std::size_t device, std::optional<KernelChoice> kernel, const Cohort &cohort, std::size_t models)
{
    return guarded([&] {
        const cl::Device chosen = allOpenClDevices().at(device);
        const KernelTuning tuning = MemoryLayout::fit(cohort, KernelTuning::forDevice(chosen, kernel));
        const auto units = static_cast<std::size_t>(chosen.getInfo<CL_DEVICE_MAX_COMPUTE_UNITS>());
        return entryOfDivision(chooseDivision(MemoryLayout(cohort, tuning).plan, tuning, models, units).division);
    });
}

Cohort cohortToTry(const Cohort &cohort, const NetworkShape &shape)
{
    Cohort little;
    little.shape = shape;
    little.data = pointsToTry(cohort.data->isRegression(), shape);
    little.loss = cohort.loss;
    std::set<std::vector<std::string>> seen;
    for (const ModelSetup &model : cohort.models) {
        if (seen.insert(sequenceOfIds(model, shape.hidden.size())).second)
            little.models.push_back(modelToTry(model, shape));
    }
    return little;
}

NetworkShape shapeToTry(std::size_t device, std::optional<KernelChoice> kernel, const Cohort &cohort)
{
    constexpr int smallWidth = 8;
    const NetworkShape small = {2, std::vector<int>(cohort.shape.hidden.size(), smallWidth), std::min(cohort.shape.outputs, 2)};
    return guarded([&] {
        const KernelTuning tuning = KernelTuning::forDevice(allOpenClDevices().at(device), kernel);
        const auto options = [&](const Cohort &of) { return MemoryLayout::fit(of, tuning).buildOptions(); };
        return options(cohortToTry(cohort, small)) == options(cohort) ? small : cohort.shape;
    });
}

void tryKernels(std::size_t device, std::optional<KernelChoice> kernel, EntryPoint entry, const Cohort &cohort,
                const std::filesystem::path &programs)
{
    guarded([&] {
        const std::vector<cl::Device> devices = allOpenClDevices();
        if (device >= devices.size())
            return;
        runEntryPoint(device, KernelTuning::forDevice(devices[device], kernel), entry, cohortToTry(cohort, cohort.shape), programs);
    });
}

} // namespace actiscope
