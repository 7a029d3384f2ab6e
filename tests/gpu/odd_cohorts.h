// Cohorts that a mapping divides in odd pieces, and what becomes of them: for tests of what work-groups share.
#pragma once

#include "core/training/experiment.h"
#include "tests/gpu/mapped_backend.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace actiscope::test {

struct Trained {
    std::vector<std::vector<EpochFigures>> rows;
    std::vector<ModelState> models;
    std::vector<EpochFigures> evaluation;
};

/** What a backend makes of the cohort, in launches of different lengths. */
inline Trained trained(Backend &backend, const Cohort &cohort)
{
    Trained result;
    backend.load(cohort);
    result.rows.resize(cohort.models.size());
    for (const int epochs : {1, 12, 5}) {
        const auto reports = backend.advance(epochs);
        for (std::size_t m = 0; m < reports.size(); ++m)
            result.rows[m].insert(result.rows[m].end(), reports[m].rows.begin(), reports[m].rows.end());
    }
    result.models = backend.state().models;
    result.evaluation = backend.evaluate();
    return result;
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

} // namespace actiscope::test
