#include "core/engine/backend.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace actiscope {

double divergedLossOf(const Dataset &data)
{
    const std::vector<double> &targets = data.train.targets;
    if (!data.isRegression() || targets.empty())
        return divergedLoss;
    const double squares = std::inner_product(targets.begin(), targets.end(), targets.begin(), 0.0);
    const double limit = divergedLoss * std::max(1.0, squares / static_cast<double>(targets.size()));
    return std::min<double>(limit, std::numeric_limits<float>::max());
}

} // namespace actiscope
