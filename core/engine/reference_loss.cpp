#include "core/engine/reference_loss.h"

namespace actiscope {
namespace {

template <class Matrix>
constexpr LossFormulas<Matrix> crossEntropyFormulas = {
    .mean = [](const Matrix &outputs, const std::vector<int> &labels,
               const Matrix &) { return crossEntropy(outputs, labels) / static_cast<double>(outputs.rows()); },
    .gradient =
        [](const Matrix &outputs, const std::vector<int> &labels, const Matrix &) {
            return Matrix((probabilityOf(outputs) - oneHot<Matrix>(labels, static_cast<int>(outputs.cols())))
                          / static_cast<typename Matrix::Scalar>(outputs.rows()));
        },
    .answer = [](const Matrix &outputs) { return probabilityOf(outputs); },
};

template <class Matrix>
constexpr LossFormulas<Matrix> squaredErrorFormulas = {
    .mean =
        [](const Matrix &outputs, const std::vector<int> &, const Matrix &targets) {
            return (outputs - targets).template cast<double>().squaredNorm() / static_cast<double>(outputs.size());
        },
    .gradient =
        [](const Matrix &outputs, const std::vector<int> &, const Matrix &targets) {
            using Scalar = typename Matrix::Scalar;
            return Matrix((outputs - targets) * (Scalar{2} / static_cast<Scalar>(outputs.size())));
        },
    .answer = [](const Matrix &outputs) { return outputs; },
};

} // namespace

constexpr ReferenceLoss crossEntropyReference{crossEntropyFormulas<LossMatrix<double>>, crossEntropyFormulas<LossMatrix<float>>};
constexpr ReferenceLoss squaredErrorReference{squaredErrorFormulas<LossMatrix<double>>, squaredErrorFormulas<LossMatrix<float>>};

} // namespace actiscope
