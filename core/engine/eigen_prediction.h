// Predictions of a reference model, in the layout that backends answer in.
#pragma once

#include "core/engine/reference_model.h"

#include <algorithm>
#include <span>
#include <vector>

namespace actiscope {

/** As Backend::predict(); in blocks, so that a fine grid needs no more memory than the training set does. */
template <class Real>
std::vector<float> predictInBlocks(const ReferenceModel<Real> &model, const NetworkShape &shape, std::span<const float> points,
                                   const StopWish &stop = {})
{
    constexpr Eigen::Index blockRows = 1024;
    using Matrix = typename ReferenceModel<Real>::Matrix;
    using Floats = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const auto features = static_cast<Eigen::Index>(shape.inputs);
    const auto rows = static_cast<Eigen::Index>(points.size()) / features;
    const Eigen::Map<const Floats> all(points.data(), rows, features);
    Floats outputs(shape.outputs, rows);
    for (Eigen::Index first = 0; first < rows; first += blockRows) {
        leaveIfWished(stop);
        const Matrix block = all.middleRows(first, std::min(blockRows, rows - first)).template cast<Real>();
        outputs.middleCols(first, block.rows()) = model.predict(block, stop).transpose().template cast<float>();
    }
    return {outputs.data(), outputs.data() + outputs.size()};
}

} // namespace actiscope
