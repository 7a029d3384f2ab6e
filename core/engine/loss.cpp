#include "core/engine/loss.h"

#include "core/base/message.h"
#include "core/base/names.h"

#include <algorithm>
#include <array>

namespace actiscope {
namespace {

constexpr std::array lossRows = {
    LossRow{.loss = Loss::CrossEntropy,
            .name = "cross-entropy",
            .description = ACTISCOPE_TR("core", "Cross-entropy of the softmax of the outputs, or of the sigmoid of a single one."),
            .axis = ACTISCOPE_TR("core", "cross-entropy loss"),
            .isOfLogits = true,
            .kernel = "crossEntropy",
            .kernelOfSingleOutput = "logisticLoss",
            .reference = &crossEntropyReference},
    LossRow{.loss = Loss::MeanSquaredError,
            .name = "mse",
            .description = ACTISCOPE_TR("core", "Mean squared error over all outputs, for labels (as one-hot targets) and real-valued targets."),
            .axis = ACTISCOPE_TR("core", "mean squared error"),
            .acceptsValues = true,
            .kernel = "squaredError",
            .reference = &squaredErrorReference},
};

static_assert(std::ranges::is_sorted(lossRows, {}, &LossRow::loss));

} // namespace

std::span<const LossRow> losses()
{
    return lossRows;
}

const LossRow &rowOf(Loss loss)
{
    return lossRows.at(static_cast<std::size_t>(loss));
}

Loss lossFor(bool realValues)
{
    return std::ranges::find_if(lossRows, [=](const LossRow &row) { return row.accepts(realValues); })->loss;
}

std::string_view lossName(Loss loss)
{
    return rowOf(loss).name;
}

Loss parseLoss(std::string_view name)
{
    return lossRows[chooseName("loss", name, namesOfRows(lossRows))].loss;
}

} // namespace actiscope
