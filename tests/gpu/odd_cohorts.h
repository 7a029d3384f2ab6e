// Cohorts that a mapping divides in odd pieces, and what becomes of them: for tests of what work-groups share.
#pragma once

#include "core/engine/initialization.h"
#include "core/training/experiment.h"
#include "tests/gpu/mapped_backend.h"

#include <cmath>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace actiscope::test {

struct Trained {
    std::vector<std::vector<EpochFigures>> rows;
    std::vector<ModelState> models;
    std::vector<EpochFigures> evaluation;
};

inline const std::vector<int> usualLaunches = {1, 12, 5};

/** What becomes of a cohort's models in launches of so many epochs; `trainer` is what has it on a device, or a backend that has loaded it. */
template <class Trainer>
Trained trained(Trainer &trainer, std::size_t models, const std::vector<int> &launches = usualLaunches)
{
    Trained result;
    result.rows.resize(models);
    for (const int epochs : launches) {
        const auto reports = trainer.advance(epochs);
        for (std::size_t m = 0; m < reports.size(); ++m)
            result.rows[m].insert(result.rows[m].end(), reports[m].rows.begin(), reports[m].rows.end());
    }
    result.models = trainer.state().models;
    result.evaluation = trainer.evaluate(MeasuredSets::Both);
    return result;
}

inline Trained trained(Backend &backend, const Cohort &cohort, const std::vector<int> &launches = usualLaunches)
{
    backend.load(cohort);
    return trained(backend, cohort.models.size(), launches);
}

/** Whether model `m` of a run is model `n` of another, bit for bit. */
inline bool isSame(const Trained &a, std::size_t m, const Trained &b, std::size_t n)
{
    const ModelState &x = a.models[m], &y = b.models[n];
    return a.rows[m] == b.rows[n] && x == y && a.evaluation[m] == b.evaluation[n];
}

/** Steps as they come, those that need the norm of the whole gradient first, and those with a penalty. */
inline void varyOptimizers(Cohort &cohort)
{
    for (std::size_t m = 0; m < cohort.models.size(); ++m) {
        OptimizerSettings &optimizer = cohort.models[m].optimizer;
        if (m % 3 == 1)
            optimizer.clipNorm = 0.05;
        if (m % 3 != 0)
            optimizer.l1 = 1e-4;
        if (m % 3 == 2)
            optimizer.method = OptimizerMethod::Sgd;
    }
}

/** Odd sizes, of several panels where units are divided, and units that are tracked; one model for each activation. */
inline Cohort oddCohort(std::vector<ActivationSpec> models, int batchSize)
{
    Experiment experiment;
    generated(experiment.data).samples = 437;
    experiment.hidden = mappingUnderTest == KernelMapping::Vectors ? std::vector{133, 70} : std::vector{33, 17};
    experiment.batchSize = batchSize;
    experiment.tracksUnits = true;
    setActivations(experiment, models);
    Cohort cohort = makeCohort(experiment);
    varyOptimizers(cohort);
    return cohort;
}

/** The same with one activation for all; rrelu draws its slopes. */
inline Cohort oddCohort(std::size_t models, int batchSize, const char *activation = "rrelu")
{
    return oddCohort(std::vector(models, parseActivationSpec(activation)), batchSize);
}

/** Classes in blobs with `features` coordinates, to leave two inputs and two outputs behind. */
inline std::shared_ptr<const Dataset> blobs(std::size_t features, int classes, std::size_t trainCount, std::size_t testCount)
{
    auto data = std::make_shared<Dataset>();
    data->classes = classes;
    for (LabelledPoints *part : {&data->train, &data->test}) {
        part->features = features;
        const std::size_t count = part == &data->train ? trainCount : testCount;
        for (std::size_t i = 0; i < count; ++i) {
            const int label = static_cast<int>(i % static_cast<std::size_t>(classes));
            part->labels.push_back(label);
            for (std::size_t f = 0; f < features; ++f)
                part->coordinates.push_back(std::sin(static_cast<double>(label * 7 + static_cast<int>(f) * 3))
                                            + 0.3 * std::cos(static_cast<double>(i * features + f) * 1.7));
        }
    }
    data->all = data->train;
    return data;
}

/** One model of this shape that learns them. */
inline Cohort blobCohort(NetworkShape shape, const char *spec, std::size_t trainCount, std::size_t testCount)
{
    Cohort cohort;
    cohort.data = blobs(static_cast<std::size_t>(shape.inputs), shape.outputs, trainCount, testCount);
    cohort.shape = shape;
    const ActivationSpec activation = parseActivationSpec(spec);
    ModelSetup setup;
    setup.activations = {activation};
    setup.initial = initialParameters(shape, 5, activation.parameters);
    cohort.models.push_back(std::move(setup));
    return cohort;
}

} // namespace actiscope::test
