// Everything that defines a run: which activations are compared, on which data, with which network and settings.
// The defaults are the comparison of ReLU with Leaky ReLU on the two moons.
#pragma once

#include "core/activations/activation_spec.h"
#include "core/data/data_configuration.h"
#include "core/data/dataset.h"
#include "core/engine/backend.h"
#include "core/engine/initialization.h"

#include <cstdint>
#include <string>
#include <vector>

namespace actiscope {

struct Experiment {
    std::vector<ActivationSpec> activations; ///< one model each, 1 to maxModels
    DataConfiguration data;
    std::vector<int> hidden = {64, 64};
    InitializationSettings initialization;
    std::uint32_t initSeed = 42; ///< of the weights, of the order of batches and of what activations draw
    Loss loss = Loss::CrossEntropy;
    OptimizerSettings optimizer;
    int batchSize = 0;        ///< samples in a training step, 0 for all
    int epochs = 100;         ///< the run stops after this many
    bool tracksUnits = false; ///< note while training when units die, for diagnostics

    static constexpr int maxEpochs = 1'000'000;
    static constexpr int maxBatchSize = 1'000'000;
    static constexpr std::size_t maxModels = 6; ///< that the window shows; the command line has no such limit

    bool operator==(const Experiment &) const = default;
};

/** ReLU against Leaky ReLU (α 0.01), 1000 moons. */
Experiment defaultExperiment();

/** Throws ConfigurationError at the first setting that is out of range. */
void validate(const Experiment &experiment);

/** "64,64", or "none": what parseHidden() reads. */
std::string hiddenText(const std::vector<int> &hidden);

/** Reads "64,64", or "none" for a network without hidden layers. Throws ConfigurationError("hidden", …) unless it is that or a list of
 *  1 to 8 widths from 1 to 512. */
std::vector<int> parseHidden(std::string_view text);

/** Data and initial weights of an experiment: the same data and weights for every model. Validates first. */
Cohort makeCohort(const Experiment &experiment);

/** 6 · weights · training samples of one model: what a training step of it counts as. */
double flopsPerStep(const Cohort &cohort);

} // namespace actiscope
