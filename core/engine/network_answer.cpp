#include "core/engine/network_answer.h"

#include "core/engine/reference_loss.h"

#include <Eigen/Core>

#include <algorithm>
#include <cstddef>

namespace actiscope {

void logisticOf(std::span<float> values)
{
    constexpr std::size_t portion = 256; // stays in the first cache
    Eigen::ArrayXf shares;
    for (std::size_t first = 0; first < values.size(); first += portion) {
        Eigen::Map<Eigen::ArrayXf> part(values.data() + first, static_cast<Eigen::Index>(std::min(portion, values.size() - first)));
        shares = ((-part).exp() + 1).inverse();
        part = part.isNaN().select(part, shares); // Eigen's exponential need not keep it
    }
}

void answerOf(Loss loss, int outputCount, std::span<float> outputs)
{
    Eigen::Map<LossMatrix<float>> all(outputs.data(), outputCount, static_cast<Eigen::Index>(outputs.size()) / outputCount);
    all = formulasOf<LossMatrix<float>>(loss).answer(all.transpose()).transpose();
}

} // namespace actiscope
