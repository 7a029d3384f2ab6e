#include "core/diagnostics/forward_pass.h"

#include "core/base/errors.h"

#include <string>
#include <utility>

namespace actiscope {

void requireModel(std::size_t model, std::size_t count)
{
    if (model >= count)
        throw ConfigurationError("model", std::to_string(model),
                                 {ACTISCOPE_TR("core", "below %1, the number of models"), {std::to_string(count)}});
}

Cohort cohortOf(const Cohort &cohort, std::size_t model, const ModelParameters &parameters)
{
    requireModel(model, cohort.models.size());
    Cohort single{.data = cohort.data, .shape = cohort.shape, .models = {cohort.models[model]}, .loss = cohort.loss};
    single.models.front().initial = parameters;
    validate(single);
    return single;
}

LabelledPoints unlabelledPoints(const Cohort &cohort, std::vector<double> coordinates)
{
    const LabelledPoints &known = cohort.data->train;
    LabelledPoints points{.features = known.features, .coordinates = std::move(coordinates), .targetCount = known.targetCount};
    if (known.targetCount == 0)
        points.labels.resize(points.count());
    points.targets.resize(points.count() * known.targetCount);
    return points;
}

ReferenceModel<double> forwardPass(const Cohort &cohort, std::size_t model, const ModelParameters &parameters, const LabelledPoints &points)
{
    const Cohort single = cohortOf(cohort, model, parameters);
    ReferenceModel<double> network(single.models.front(), single.loss);
    network.forwardInEvaluation(Batch<double>(points, single.loss, single.shape.outputs));
    return network;
}

} // namespace actiscope
