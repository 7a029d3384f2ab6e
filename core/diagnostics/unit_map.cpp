#include "core/diagnostics/unit_map.h"

#include "core/base/errors.h"
#include "core/diagnostics/forward_pass.h"

#include <cmath>
#include <limits>
#include <string>

namespace actiscope {
namespace {

ReferenceModel<double> onGrid(const Cohort &cohort, const TrainingState &moment, std::size_t model, const GridSpec &grid)
{
    requireModel(model, moment.models.size());
    if (cohort.shape.inputs != 2 + static_cast<int>(cohort.data->features.size()))
        throw ConfigurationError("inputs", std::to_string(cohort.shape.inputs), ACTISCOPE_TR("core", "2, as the data of a plane have"));
    const std::vector<float> points = cohort.data->inputs(gridPoints(grid));
    return forwardPass(cohort, model, moment.models[model].parameters(), unlabelledPoints(cohort, {points.begin(), points.end()}));
}

UnitMap mapOf(const ReferenceModel<double> &network, std::size_t layer, Eigen::Index unit)
{
    const auto sums = network.preActivations(layer).col(unit);
    const auto values = network.values(layer).col(unit);
    UnitMap map;
    for (Eigen::Index i = 0; i < sums.size(); ++i) {
        map.preActivations.push_back(static_cast<float>(sums[i]));
        map.outputs.push_back(std::isnan(sums[i]) ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(values[i]));
    }
    return map;
}

} // namespace

std::vector<std::vector<UnitMap>> unitMaps(const Cohort &cohort, const TrainingState &moment, std::size_t model, const GridSpec &grid)
{
    const ReferenceModel<double> network = onGrid(cohort, moment, model, grid);
    std::vector<std::vector<UnitMap>> maps(network.hiddenLayers());
    for (std::size_t layer = 0; layer < maps.size(); ++layer) {
        for (Eigen::Index unit = 0; unit < network.values(layer).cols(); ++unit)
            maps[layer].push_back(mapOf(network, layer, unit));
    }
    return maps;
}

UnitMap unitMap(const Cohort &cohort, const TrainingState &moment, std::size_t model, const HiddenUnit &unit, const GridSpec &grid)
{
    validate(DiagnosticsSettings{.units = {unit}}, cohort.shape.hidden);
    return mapOf(onGrid(cohort, moment, model, grid), unit.layer, static_cast<Eigen::Index>(unit.unit));
}

} // namespace actiscope
