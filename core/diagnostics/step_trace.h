// A training step of a model, the next one or a later one of its epoch, in numbers: forward, loss, backward and update, for one sample and one unit. In double, as the reference does it.
#pragma once

#include "core/engine/cohort.h"
#include "core/engine/training_state.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace actiscope {

/** What is looked at. The layer after the hidden ones is the output. */
struct StepPlace {
    std::size_t sample = 0; ///< of the training set
    std::size_t layer = 0;
    std::size_t unit = 0;
    std::size_t batch = 0; ///< which step of the epoch, where it has several

    bool operator==(const StepPlace &) const = default;
};

/** One weight of the unit, or its bias: its share of the sum, its gradient, and what the optimiser makes of it. */
struct StepWeight {
    double input = 1; ///< what it is multiplied with; 1 for the bias
    double value = 0;
    double product = 0;
    double sampleGradient = 0; ///< of this sample's loss: δ · input
    double batchGradient = 0;  ///< of the mean loss of the batch
    double gradient = 0;       ///< what the optimiser takes: with L1, clipping and L2
    double firstBefore = 0;    ///< Adam's m, SGD's velocity
    double first = 0;          ///< after the step
    double secondBefore = 0;   ///< Adam's and RMSprop's v
    double second = 0;
    double after = 0; ///< its new value
};

/** A unit of the layer above: what it passes down. */
struct StepAbove {
    double weight = 0; ///< from the unit that is looked at
    double delta = 0;  ///< its dLoss/dz
    double product = 0;
};

struct StepTrace {
    StepPlace place;
    std::size_t batch = 0;   ///< samples in the step
    std::size_t batches = 1; ///< steps of the epoch
    bool isInBatch = true;   ///< whether this sample is one of them
    // Forward.
    std::vector<double> coordinates; ///< of the sample, as the network gets it
    std::vector<StepWeight> weights; ///< of the unit, the bias last
    double sum = 0;                  ///< z: all products
    double value = 0;                ///< f(z); of an output z itself
    double slope = 1;                ///< f′(z); of an output 1
    // Loss.
    std::vector<double> outputs; ///< of the network; logits under cross-entropy
    std::vector<double> answer;  ///< what it says: probabilities under cross-entropy
    std::vector<double> wanted;  ///< one-hot, or the targets
    double loss = 0;             ///< of this sample
    // Backward, of this sample's loss.
    std::vector<StepAbove> above; ///< none for an output
    double valueGradient = 0;     ///< dLoss/df: the sum of what is passed down
    double delta = 0;             ///< dLoss/dz
    // Update.
    std::int64_t step = 1; ///< which one it is, counted from 1
    OptimizerSettings optimizer;
};

/** A step of the epoch that begins at the moment; those before it are taken first. `optimizer` is the model's in this epoch. Throws ConfigurationError for a
 *  model, sample, layer, unit or batch that is not there. */
StepTrace traceStep(const Cohort &cohort, const TrainingState &moment, std::size_t model, const OptimizerSettings &optimizer,
                    const StepPlace &place);

} // namespace actiscope
