#include "app/driver/opencl_tasks.h"

#include "core/activations/activation_catalog.h"
#include "gpu/engine/kernel_trial.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <stdexcept>

namespace actiscope {
namespace {

using Json = nlohmann::ordered_json;

std::string lineOf(const Json &task)
{
    return task.dump(-1, ' ', true, Json::error_handler_t::replace);
}

KernelChoice kernelOf(const Json &task)
{
    const std::string name = task.at("kernel");
    const std::optional<KernelChoice> choice = kernelNamed(name);
    if (!choice)
        throw std::runtime_error("there are no kernels " + name);
    return *choice;
}

ActivationSpec specOf(const std::string &id)
{
    const Activation *activation = findActivation(id);
    if (!activation)
        throw std::runtime_error("there is no activation " + id);
    return defaultSpec(*activation);
}

/** As far as tryKernels() looks at it. */
Cohort cohortOf(const Json &task)
{
    Cohort cohort;
    auto data = std::make_shared<Dataset>();
    data->classes = task.at("regression").get<bool>() ? 0 : 2;
    cohort.data = std::move(data);
    cohort.shape = {task.at("inputs").get<int>(), task.at("hidden").get<std::vector<int>>(), task.at("outputs").get<int>()};
    cohort.loss = parseLoss(task.at("loss").get<std::string>());
    for (const Json &sequence : task.at("models")) {
        ModelSetup &model = cohort.models.emplace_back();
        for (const Json &id : sequence)
            model.activations.push_back(specOf(id.get<std::string>()));
    }
    return cohort;
}

} // namespace

std::string findTask()
{
    return lineOf({{"do", "find"}});
}

std::string tensorCoresTask(std::size_t device)
{
    return lineOf({{"do", "tensor cores"}, {"device", device}});
}

std::string networkTask(std::size_t device, KernelChoice kernel, EntryPoint entry, const Cohort &cohort)
{
    const Cohort little = cohortToTry(cohort, shapeToTry(device, kernel, cohort));
    Json models = Json::array();
    for (const ModelSetup &model : little.models) {
        Json &sequence = models.emplace_back(Json::array());
        for (const ActivationSpec &spec : model.activations)
            sequence.push_back(spec.activation->id);
    }
    return lineOf({{"do", "run"},
                   {"entry", entryName(entry)},
                   {"device", device},
                   {"kernel", kernelName(kernel)},
                   {"inputs", little.shape.inputs},
                   {"hidden", little.shape.hidden},
                   {"outputs", little.shape.outputs},
                   {"regression", little.data->isRegression()},
                   {"loss", lossName(little.loss)},
                   {"models", std::move(models)}});
}

std::string evaluationTask(std::size_t device, KernelChoice kernel, const Activation &activation)
{
    return lineOf({{"do", "evaluate"}, {"device", device}, {"kernel", kernelName(kernel)}, {"activation", activation.id}});
}

void carryOutTask(const std::string &text, const std::filesystem::path &programs)
{
    const Json task = Json::parse(text);
    const std::string what = task.at("do");
    if (what == "find") {
        openClDevices();
        return;
    }
    const auto device = task.at("device").get<std::size_t>();
    if (what == "tensor cores")
        makeOpenClBackend(device, KernelMapping::Lanes, programs);
    else if (what == "evaluate")
        makeOpenClBackend(device, kernelOf(task), programs)->evaluateActivation(specOf(task.at("activation")), std::array{0.0});
    else
        tryKernels(device, kernelOf(task), entryNamed(task.at("entry").get<std::string>()), cohortOf(task), programs);
}

} // namespace actiscope
