#include "core/engine/loss.h"

#include "core/base/names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace actiscope {
namespace {

constexpr std::array<std::pair<Loss, std::string_view>, 2> losses = {
    {{Loss::CrossEntropy, "cross-entropy"}, {Loss::MeanSquaredError, "mse"}}};

} // namespace

std::string_view lossName(Loss loss)
{
    return std::ranges::find(losses, loss, &std::pair<Loss, std::string_view>::first)->second;
}

Loss parseLoss(std::string_view name)
{
    const std::string_view names[] = {losses[0].second, losses[1].second};
    return losses[chooseName("loss", name, names)].first;
}

} // namespace actiscope
