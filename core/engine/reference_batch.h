// Samples as matrices: rows are samples, columns their features. What the reference works on.
#pragma once

#include "core/data/dataset.h"
#include "core/engine/loss.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace actiscope {

/** Numbers that lie row by row, as a matrix of this kind. */
template <class Matrix>
Matrix matrixOf(const std::vector<double> &values, Eigen::Index rows, Eigen::Index columns)
{
    using Doubles = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Eigen::Map<const Doubles>(values.data(), rows, columns).template cast<typename Matrix::Scalar>();
}

/** Samples that are worked on together. */
template <class Real>
struct Batch {
    using Matrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

    Matrix x;                           ///< samples × inputs
    std::vector<int> labels;            ///< empty for regression
    Matrix targets;                     ///< samples × outputs under the squared error, else empty
    std::vector<std::uint32_t> indices; ///< place of each sample in its set

    /** All points of a set. Labels become one-hot targets under the squared error. */
    Batch(const LabelledPoints &points, Loss loss, int outputs);
    /** Points of a set, made when they are worked on: a set of bytes is many times as large as numbers. */
    Batch(const LabelledPoints &points, Loss loss, int outputs, std::span<const std::uint32_t> chosen);
    /** Samples order[first] … order[first + count − 1] of a set. */
    Batch(const Batch &all, const std::vector<std::uint32_t> &order, std::size_t first, std::size_t count);
};

} // namespace actiscope
