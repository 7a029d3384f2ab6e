// What training minimises.
#pragma once

#include <string_view>

namespace actiscope {

/** What is minimised. */
enum class Loss {
    CrossEntropy,     ///< of the softmax of the logits; with one output, of its sigmoid (BCEWithLogitsLoss) for class 1
    MeanSquaredError, ///< over all outputs; labels become one-hot targets (0 or 1 with one output)
};

/** "cross-entropy" or "mse". */
std::string_view lossName(Loss loss);
/** Throws ConfigurationError("loss", …). */
Loss parseLoss(std::string_view name);

} // namespace actiscope
