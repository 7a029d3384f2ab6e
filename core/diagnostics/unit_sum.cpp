#include "core/diagnostics/unit_sum.h"

#include "core/base/errors.h"
#include "core/diagnostics/forward_pass.h"

#include <algorithm>
#include <string>

namespace actiscope {
namespace {

/** The point with its features, as networks get it. */
LabelledPoints inputOf(const Cohort &cohort, std::size_t point)
{
    const Dataset &data = *cohort.data;
    const auto among = [point](const std::vector<std::size_t> &indices) { return std::ranges::find(indices, point) - indices.begin(); };
    const auto train = static_cast<std::size_t>(among(data.trainIndices));
    if (train < data.trainIndices.size())
        return data.train.at({train});
    const auto test = static_cast<std::size_t>(among(data.testIndices));
    if (test < data.testIndices.size())
        return data.test.at({test});
    throw ConfigurationError("point", std::to_string(point), {ACTISCOPE_TR("core", "below %1, the number of points"), {std::to_string(data.all.count())}});
}

} // namespace

UnitSum unitSum(const Cohort &cohort, const TrainingState &moment, std::size_t model, const HiddenUnit &unit, std::size_t point)
{
    validate(DiagnosticsSettings{.units = {unit}}, cohort.shape.hidden);
    requireModel(model, moment.models.size());
    const LabelledPoints input = inputOf(cohort, point);
    const ModelParameters parameters = moment.models[model].parameters();
    const ReferenceModel<double> network = forwardPass(cohort, model, parameters, input);
    const LinearParameters &linear = parameters.layers[unit.layer];
    const auto column = static_cast<Eigen::Index>(unit.unit);
    UnitSum sum{.bias = linear.bias[unit.unit],
                .z = network.preActivations(unit.layer)(0, column),
                .value = network.values(unit.layer)(0, column),
                .slope = network.slopes(unit.layer)(0, column)};
    const auto inputs = static_cast<std::size_t>(linear.inputs);
    for (std::size_t i = 0; i < inputs; ++i) {
        const double value = unit.layer == 0 ? input.coordinates[i] : network.values(unit.layer - 1)(0, static_cast<Eigen::Index>(i));
        sum.products.push_back(linear.weight[unit.unit * inputs + i] * value);
    }
    return sum;
}

} // namespace actiscope
