#include "app/driver/opencl_tasks.h"

#include "core/activations/activation_catalog.h"
#include "gpu/engine/kernel_trial.h"

#include <nlohmann/json.hpp>

#include <array>

namespace actiscope {
namespace {

using Json = nlohmann::ordered_json;

std::string lineOf(const Json &task)
{
    return task.dump(-1, ' ', true, Json::error_handler_t::replace);
}

const char *nameOf(KernelMapping mapping)
{
    return mapping == KernelMapping::Vectors ? "cpu" : "gpu";
}

KernelMapping mappingOf(const Json &task)
{
    return task.at("kernel") == "cpu" ? KernelMapping::Vectors : KernelMapping::Lanes;
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

std::string networkTask(std::size_t device, KernelMapping mapping, EntryPoint entry, const Cohort &cohort)
{
    const Cohort little = cohortToTry(cohort, shapeToTry(device, mapping, cohort));
    Json models = Json::array();
    for (const ModelSetup &model : little.models) {
        Json &sequence = models.emplace_back(Json::array());
        for (const ActivationSpec &spec : model.activations)
            sequence.push_back(spec.activation->id);
    }
    return lineOf({{"do", "run"},
                   {"entry", entryName(entry)},
                   {"device", device},
                   {"kernel", nameOf(mapping)},
                   {"inputs", little.shape.inputs},
                   {"hidden", little.shape.hidden},
                   {"outputs", little.shape.outputs},
                   {"regression", little.data->isRegression()},
                   {"loss", lossName(little.loss)},
                   {"models", std::move(models)}});
}

std::string evaluationTask(std::size_t device, KernelMapping mapping, const Activation &activation)
{
    return lineOf({{"do", "evaluate"}, {"device", device}, {"kernel", nameOf(mapping)}, {"activation", activation.id}});
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
    if (what == "evaluate")
        makeOpenClBackend(device, mappingOf(task), programs)->evaluateActivation(specOf(task.at("activation")), std::array{0.0});
    else
        tryKernels(device, mappingOf(task), entryNamed(task.at("entry").get<std::string>()), cohortOf(task), programs);
}

} // namespace actiscope
