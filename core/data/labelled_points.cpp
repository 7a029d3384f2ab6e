#include "core/data/labelled_points.h"

#include <algorithm>

namespace actiscope {

bool Pixels::operator==(const Pixels &other) const
{
    return (all == other.all && begin == other.begin && size == other.size) || std::ranges::equal(bytes(), other.bytes());
}

LabelledPoints LabelledPoints::at(const std::vector<std::size_t> &indices) const
{
    LabelledPoints result;
    result.features = features;
    result.targetCount = targetCount;
    result.coordinates.resize(indices.size() * features);
    double *to = result.coordinates.data();
    result.labels.reserve(labels.empty() ? 0 : indices.size());
    result.targets.reserve(indices.size() * targetCount);
    for (const std::size_t i : indices) {
        copyPoint(i, to);
        to += features;
        if (!labels.empty())
            result.labels.push_back(labels[i]);
        for (std::size_t k = 0; k < targetCount; ++k)
            result.targets.push_back(targets[i * targetCount + k]);
    }
    return result;
}

} // namespace actiscope
