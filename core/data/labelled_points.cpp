#include "core/data/labelled_points.h"

namespace actiscope {

LabelledPoints LabelledPoints::at(const std::vector<std::size_t> &indices) const
{
    LabelledPoints result;
    result.features = features;
    result.targetCount = targetCount;
    result.coordinates.reserve(indices.size() * features);
    result.labels.reserve(labels.empty() ? 0 : indices.size());
    result.targets.reserve(indices.size() * targetCount);
    for (const std::size_t i : indices) {
        result.coordinates.insert(result.coordinates.end(), point(i), point(i) + features);
        if (!labels.empty())
            result.labels.push_back(labels[i]);
        for (std::size_t k = 0; k < targetCount; ++k)
            result.targets.push_back(targets[i * targetCount + k]);
    }
    return result;
}

} // namespace actiscope
