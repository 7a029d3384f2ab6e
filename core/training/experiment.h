// Everything that defines a run: which models are compared, on which data, with which network, and when it ends.
// The defaults are the comparison of ReLU with Leaky ReLU on the two moons.
#pragma once

#include "core/activations/activation_spec.h"
#include "core/data/data_source.h"
#include "core/engine/backend.h"
#include "core/engine/initialization.h"
#include "core/training/schedule.h"
#include "core/training/stop_rule.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace actiscope {

/** Of what is random in a model. */
struct Seeds {
    std::uint32_t weights = 42;
    std::uint32_t batches = 42; ///< of the order in which samples come
    std::uint32_t draws = 42;   ///< of what activations draw while training

    bool operator==(const Seeds &) const = default;
};

/** What is a model's own. */
struct ModelConfiguration {
    std::vector<ActivationSpec> activations; ///< of each hidden layer, first layer first, or one for all of them
    OptimizerSettings optimizer = {};
    ScheduleSettings schedule = {}; ///< of the optimizer's learning rate
    InitializationSettings initialization = {};
    Seeds seeds = {};

    const ActivationSpec &activation(std::size_t hiddenLayer = 0) const { return activations[activations.size() == 1 ? 0 : hiddenLayer]; }
    bool operator==(const ModelConfiguration &) const = default;
};

struct Experiment {
    DataSource data = {};
    Split split = {};
    Preparation preparation = {};
    std::vector<int> hidden = {64, 64};
    Loss loss = Loss::CrossEntropy;
    int batchSize = 0;                           ///< samples in a training step, 0 for all
    std::vector<ModelConfiguration> models = {}; ///< 1 to maxCohort; several may have one activation
    StopRule stop = {};
    bool tracksUnits = false; ///< note while training when units die, for diagnostics

    static constexpr int maxBatchSize = 1'000'000;
    static constexpr std::size_t maxModels = 6; ///< that the window shows; the command line has no such limit

    bool operator==(const Experiment &) const = default;
};

/** ReLU against Leaky ReLU (α 0.01), 1000 moons. */
Experiment defaultExperiment();

/** Compares these activations, a model each, which has the other settings of the experiment's first model, or the default ones where it has none. */
void setActivations(Experiment &experiment, std::span<const ActivationSpec> activations);

/** "leaky_relu:alpha=0.2"; of a model whose layers differ "relu; tanh". */
std::string activationText(const ModelConfiguration &model);

/** Throws ConfigurationError at the first setting of a model that is out of range, or does not fit the hidden layers. */
void validate(const ModelConfiguration &model, const std::vector<int> &hidden);

/** Throws ConfigurationError at the first setting that is out of range. */
void validate(const Experiment &experiment);

/** "64,64", or "none": what parseHidden() reads. */
std::string hiddenText(const std::vector<int> &hidden);

/** Reads "64,64", or "none" for a network without hidden layers. Throws ConfigurationError("hidden", …) unless it is that or a list of
 *  1 to 8 widths from 1 to 512. */
std::vector<int> parseHidden(std::string_view text);

/** Data and initial weights of an experiment; models of equal seeds and initialisations start from equal weights. Validates first. */
Cohort makeCohort(const Experiment &experiment);

/** 6 · weights · training samples of one model: what a training step of it counts as. */
double flopsPerStep(const Cohort &cohort);

} // namespace actiscope
