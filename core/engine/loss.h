// What training minimises: one row each (loss.cpp). A new one is its enumerator, its row, how it computes on Eigen (reference_loss.cpp), and its
// function in gpu/kernels/common/loss.cl.
#pragma once

#include <span>
#include <string_view>

namespace actiscope {

/** What is minimised. */
enum class Loss {
    CrossEntropy,     ///< of the softmax of the logits; with one output, of its sigmoid (BCEWithLogitsLoss) for class 1
    MeanSquaredError, ///< over all outputs; labels become one-hot targets (0 or 1 with one output)
};

struct ReferenceLoss; // core/engine/reference_loss.h
extern const ReferenceLoss crossEntropyReference;
extern const ReferenceLoss squaredErrorReference;

/** One loss, as the command line and files name it, and how it computes. */
struct LossRow {
    Loss loss;
    std::string_view name;        ///< "cross-entropy"
    std::string_view description; ///< one sentence
    std::string_view axis;        ///< of a plot of it, for people: "cross-entropy loss"
    bool acceptsLabels = true;
    bool acceptsValues = false; ///< real-valued targets
    /** Outputs are logits: of classes, the network says probabilities, and a single output decides at 0. Otherwise it says its outputs as they are, and
     *  a single one decides at 0.5. */
    bool isOfLogits = false;
    std::string_view kernel = {};               ///< its function in gpu/kernels/common/loss.cl
    std::string_view kernelOfSingleOutput = {}; ///< where a network with one output of logits has another
    const ReferenceLoss *reference = nullptr;   ///< the same on Eigen

    bool accepts(bool realValues) const { return realValues ? acceptsValues : acceptsLabels; }
    double threshold() const { return isOfLogits ? 0.0 : 0.5; }
};

/** Every loss once, in the order of the enumeration. */
std::span<const LossRow> losses();

const LossRow &rowOf(Loss loss);

/** The first that accepts real-valued targets, or labels. */
Loss lossFor(bool realValues);

/** "cross-entropy" or "mse". */
std::string_view lossName(Loss loss);
/** Throws ConfigurationError("loss", …). */
Loss parseLoss(std::string_view name);

} // namespace actiscope
