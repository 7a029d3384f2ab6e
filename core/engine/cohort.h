// Models that share data, and what backends accept of them.
#pragma once

#include "core/activations/activation_spec.h"
#include "core/data/dataset.h"
#include "core/engine/loss.h"
#include "core/engine/network.h"
#include "core/engine/optimizer.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace actiscope {

/** One model of a cohort. */
struct ModelSetup {
    std::vector<ActivationSpec> activations; ///< of each hidden layer, or one for all of them
    ModelParameters initial;
    OptimizerSettings optimizer;
    std::uint32_t batchSeed = 42; ///< of the order in which samples come (core/engine/batch_order.h)
    std::uint32_t drawSeed = 42;  ///< for activations that draw while training (core/base/counter_random.h)

    const ActivationSpec &activation(std::size_t hiddenLayer) const { return activations[activations.size() == 1 ? 0 : hiddenLayer]; }
};

/** Models of one shape that share a data set. */
struct Cohort {
    std::shared_ptr<const Dataset> data;
    NetworkShape shape;
    std::vector<ModelSetup> models;
    Loss loss = Loss::CrossEntropy;
    /** Samples in a training step; 0 for all. They are reshuffled every epoch; what remains at its end is a smaller batch. */
    std::size_t batchSize = 0;
    /** Whether Backend::lastAlive() is wanted. */
    bool tracksUnits = false;
    /** Into so many parts of equally many batches, or nearly, an epoch is divided whose training figures are wanted as well; 0: none are. At most one a
     *  batch. */
    std::size_t parts = 0;

    /** Steps in an epoch. */
    std::size_t batches() const;
    /** Samples of an epoch up to the end of its first `done` parts. */
    std::size_t samplesOfParts(std::size_t done) const;
    /** Whether a run's training figures are means over the batches of an epoch: with several batches (see History). */
    bool measuresByBatch() const { return batches() > 1; }
};

/** Throws ConfigurationError for a cohort that no backend accepts: sizes that do not fit one another or the limits of DESIGN,
 *  labels beyond the outputs, cross-entropy of real-valued targets. */
void validate(const Cohort &cohort);

inline constexpr std::size_t maxHiddenLayers = 8;
inline constexpr int maxHiddenWidth = 512;
inline constexpr int maxInputs = 1024;
inline constexpr int maxOutputs = 16;
inline constexpr std::size_t maxCohort = 4096;

/** The first epochs of a run that are told in parts: of later ones, nobody could see them apart. */
inline constexpr std::int64_t epochsInParts = 128;
/** So many parts an epoch has, or one a batch where those are fewer. */
inline constexpr std::size_t mostParts = 32;

} // namespace actiscope
