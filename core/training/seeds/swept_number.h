// The number that a comparison is about, where its models differ in nothing else: α of a Leaky ReLU, a learning rate.
#pragma once

#include "core/training/experiment.h"

#include <optional>
#include <string>
#include <vector>

namespace actiscope {

struct SweptNumber {
    std::string symbol;         ///< "α"
    std::vector<double> values; ///< of each model; all are different
};

/** Nothing unless three models or more differ in one number alone: what is drawn over it would be no curve. */
std::optional<SweptNumber> sweptNumber(const Experiment &experiment);

} // namespace actiscope
