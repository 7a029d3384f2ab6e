#include "core/engine/reference_batch.h"

#include "core/engine/reference_loss.h"

#include <numeric>

namespace actiscope {

template <class Real>
Batch<Real>::Batch(const LabelledPoints &points, Loss loss, int outputs)
    : x(static_cast<Eigen::Index>(points.count()), static_cast<Eigen::Index>(points.features)),
      labels(points.labels), indices(points.count())
{
    for (std::size_t i = 0; i < points.count(); ++i)
        points.copyPoint(i, x.data() + i * points.features);
    if (points.targetCount > 0)
        targets = matrixOf<Matrix>(points.targets, x.rows(), static_cast<Eigen::Index>(points.targetCount));
    else if (!rowOf(loss).isOfLogits)
        targets = oneHot<Matrix>(labels, outputs);
    std::iota(indices.begin(), indices.end(), 0u);
}

template <class Real>
Batch<Real>::Batch(const LabelledPoints &points, Loss loss, int outputs, std::span<const std::uint32_t> chosen)
    : x(static_cast<Eigen::Index>(chosen.size()), static_cast<Eigen::Index>(points.features)), indices(chosen.begin(), chosen.end())
{
    const std::size_t targetCount = points.targetCount;
    std::vector<double> values;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const std::size_t sample = indices[i];
        points.copyPoint(sample, x.data() + i * points.features);
        if (!points.labels.empty())
            labels.push_back(points.labels[sample]);
        for (std::size_t k = 0; k < targetCount; ++k)
            values.push_back(points.targets[sample * targetCount + k]);
    }
    if (targetCount > 0)
        targets = matrixOf<Matrix>(values, x.rows(), static_cast<Eigen::Index>(targetCount));
    else if (!rowOf(loss).isOfLogits)
        targets = oneHot<Matrix>(labels, outputs);
}

template <class Real>
Batch<Real>::Batch(const Batch &all, const std::vector<std::uint32_t> &order, std::size_t first, std::size_t count)
    : x(static_cast<Eigen::Index>(count), all.x.cols()),
      targets(all.targets.rows() > 0 ? static_cast<Eigen::Index>(count) : 0, all.targets.cols()),
      indices(order.begin() + static_cast<std::ptrdiff_t>(first), order.begin() + static_cast<std::ptrdiff_t>(first + count))
{
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t sample = indices[i];
        x.row(static_cast<Eigen::Index>(i)) = all.x.row(sample);
        if (targets.rows() > 0)
            targets.row(static_cast<Eigen::Index>(i)) = all.targets.row(sample);
        if (!all.labels.empty())
            labels.push_back(all.labels[sample]);
    }
}

template struct Batch<double>;
template struct Batch<float>;

} // namespace actiscope
