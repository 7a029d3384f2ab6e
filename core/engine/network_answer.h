// What a network says, from its outputs.
#pragma once

#include "core/engine/loss.h"

#include <span>

namespace actiscope {

/** 1 / (1 + exp(−x)) of each; NaN stays. Many values at a time. */
void logisticOf(std::span<float> values);

/** In place of a network's outputs (output 0 of all points, then output 1), class probabilities where the loss is of logits: of a single output, the
 *  probability of class 1. Otherwise the outputs are what it says. */
void answerOf(Loss loss, int outputCount, std::span<float> outputs);

} // namespace actiscope
