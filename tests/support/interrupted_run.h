// A cohort that is trained in two parts, the second by a backend that takes over the state of the first.
#pragma once

#include "core/activations/activation_catalog.h"
#include "core/engine/backend.h"
#include "core/training/experiment.h"

#include <initializer_list>

namespace actiscope::test {

inline constexpr int epochsBefore = 7;
inline constexpr int epochsAfter = 5;

/** Every optimiser with an activation that is learned, one that draws, and one that is neither; with clipping and penalties in
 *  some; the last model diverges at once. The order of batches depends on the epoch unless `batchSize` is 0. */
inline Cohort cohortToInterrupt(std::size_t batchSize)
{
    Experiment experiment = defaultExperiment();
    generated(experiment.data).samples = 90;
    experiment.hidden = {9, 5};
    experiment.tracksUnits = true;
    experiment.models.clear();
    for (std::size_t i = 0; i < optimizerChoices().size(); ++i)
        for (const char *id : {"prelu", "rrelu", "relu"})
            experiment.models.push_back({.activations = {defaultSpec(*findActivation(id))}});
    experiment.models.push_back({.activations = {defaultSpec(*findActivation("relu"))}});
    Cohort cohort = makeCohort(experiment);
    cohort.batchSize = batchSize;
    for (std::size_t m = 0; m + 1 < cohort.models.size(); ++m) {
        OptimizerSettings &optimizer = cohort.models[m].optimizer;
        optimizer = optimizerChoices()[m / 3].settings;
        optimizer.learningRate = 0.01;
        optimizer.l2 = m % 2 == 0 ? 0.01 : 0;
        optimizer.clipNorm = m % 4 == 0 ? 0.5 : 0;
        cohort.models[m].batchSeed = static_cast<std::uint32_t>(m % 2);
    }
    cohort.models.back().optimizer.learningRate = 1e9;
    return cohort;
}

/** What the second part says, in one call or after a change of backends. */
struct SecondPart {
    std::vector<ModelReport> reports;
    std::vector<EpochFigures> evaluation;
    TrainingState state;
};

inline SecondPart finish(Backend &backend)
{
    SecondPart part{backend.advance(epochsAfter), backend.evaluate(), backend.state()};
    return part;
}

/** As one backend does it alone. */
inline SecondPart uninterrupted(Backend &backend, const Cohort &cohort)
{
    backend.load(cohort);
    backend.advance(epochsBefore);
    return finish(backend);
}

inline SecondPart handedOver(Backend &first, Backend &second, const Cohort &cohort)
{
    first.load(cohort);
    first.advance(epochsBefore);
    const TrainingState state = first.state();
    second.load(cohort);
    second.advance(2); // must be forgotten
    second.restore(state);
    return finish(second);
}

} // namespace actiscope::test
