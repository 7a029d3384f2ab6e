#include "tests/bench/cohorts.h"

#include "core/engine/initialization.h"

#include <memory>
#include <random>
#include <utility>

namespace actiscope::bench {

Experiment experimentWith(std::vector<ActivationSpec> activations)
{
    Experiment experiment = defaultExperiment();
    setActivations(experiment, activations);
    return experiment;
}

Cohort cohortOf(const Experiment &experiment, std::size_t models)
{
    Cohort cohort = makeCohort(experiment);
    const std::vector<ModelSetup> setups = cohort.models;
    while (cohort.models.size() < models)
        cohort.models.push_back(setups[cohort.models.size() % setups.size()]);
    return cohort;
}

Cohort noiseCohort(NetworkShape shape, std::vector<std::string_view> activations, std::size_t trainCount, std::size_t testCount)
{
    std::mt19937 random(1);
    auto data = std::make_shared<Dataset>();
    data->classes = shape.outputs;
    for (const auto &[part, count] : {std::pair{&data->train, trainCount}, std::pair{&data->test, testCount}}) {
        part->features = static_cast<std::size_t>(shape.inputs);
        part->coordinates.resize(count * part->features);
        for (double &value : part->coordinates)
            value = static_cast<double>(random()) / 4294967296.0;
        for (std::size_t i = 0; i < count; ++i)
            part->labels.push_back(static_cast<int>(random() % static_cast<unsigned>(shape.outputs)));
    }
    Cohort cohort;
    cohort.data = std::move(data);
    cohort.shape = std::move(shape);
    for (const std::string_view activation : activations) {
        ModelSetup setup;
        setup.activations = {parseActivationSpec(activation)};
        setup.initial = initialParameters(cohort.shape, 42, setup.activations.front().parameters);
        setup.optimizer.learningRate = 1e-4;
        cohort.models.push_back(std::move(setup));
    }
    return cohort;
}

} // namespace actiscope::bench
