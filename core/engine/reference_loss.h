// The losses of the reference model, on matrices of samples × outputs, which the rows of core/engine/loss.cpp name.
#pragma once

#include "core/engine/loss.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <vector>

namespace actiscope {

/** Each row becomes its log-softmax. */
template <class Matrix>
Matrix logSoftmax(const Matrix &logits)
{
    Matrix shifted = logits.colwise() - logits.rowwise().maxCoeff();
    return shifted.colwise() - shifted.array().exp().rowwise().sum().log().matrix();
}

template <class Matrix>
Matrix sigmoid(const Matrix &logits)
{
    return logits.unaryExpr([](auto z) {
        const auto e = std::exp(-std::abs(z));
        return z < 0 ? e / (1 + e) : 1 / (1 + e);
    });
}

/** One-hot rows; with a single output the labels themselves. */
template <class Matrix>
Matrix oneHot(const std::vector<int> &labels, int outputs)
{
    Matrix result = Matrix::Zero(static_cast<Eigen::Index>(labels.size()), outputs);
    for (Eigen::Index i = 0; i < result.rows(); ++i) {
        const int label = labels[static_cast<std::size_t>(i)];
        if (outputs == 1)
            result(i, 0) = static_cast<typename Matrix::Scalar>(label);
        else
            result(i, label) = 1;
    }
    return result;
}

template <class Matrix>
double crossEntropy(const Matrix &logits, const std::vector<int> &labels)
{
    double sum = 0;
    if (logits.cols() == 1) {
        for (Eigen::Index i = 0; i < logits.rows(); ++i) {
            const auto z = logits(i, 0);
            const auto label = static_cast<typename Matrix::Scalar>(labels[static_cast<std::size_t>(i)]);
            sum += static_cast<double>(std::max(z, typename Matrix::Scalar{0}) - label * z + std::log1p(std::exp(-std::abs(z))));
        }
        return sum;
    }
    const Matrix logProbability = logSoftmax(logits);
    for (Eigen::Index i = 0; i < logits.rows(); ++i)
        sum -= static_cast<double>(logProbability(i, labels[static_cast<std::size_t>(i)]));
    return sum;
}

template <class Matrix>
double countCorrect(const Matrix &outputs, const std::vector<int> &labels, Loss loss)
{
    const double middle = rowOf(loss).threshold();
    double correct = 0;
    for (Eigen::Index i = 0; i < outputs.rows(); ++i) {
        Eigen::Index predicted = 0;
        if (outputs.cols() == 1)
            predicted = outputs(i, 0) > middle ? 1 : 0;
        else
            outputs.row(i).maxCoeff(&predicted);
        correct += predicted == labels[static_cast<std::size_t>(i)] ? 1 : 0;
    }
    return correct;
}

/** How one loss computes. Targets are there where Batch makes them: for real values, and for losses that are not of logits. */
template <class Matrix>
struct LossFormulas {
    double (*mean)(const Matrix &outputs, const std::vector<int> &labels, const Matrix &targets);
    /** Of the mean over the samples, by the outputs. */
    Matrix (*gradient)(const Matrix &outputs, const std::vector<int> &labels, const Matrix &targets);
    /** What the network says. */
    Matrix (*answer)(const Matrix &outputs);
};

template <class Matrix>
Matrix probabilityOf(const Matrix &logits)
{
    return logits.cols() == 1 ? sigmoid(logits) : Matrix(logSoftmax(logits).array().exp());
}

template <class Real>
using LossMatrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/** One loss in both precisions. */
struct ReferenceLoss {
    LossFormulas<LossMatrix<double>> inDouble;
    LossFormulas<LossMatrix<float>> inSingle;
};

template <class Matrix>
const LossFormulas<Matrix> &formulasOf(Loss loss)
{
    const ReferenceLoss &reference = *rowOf(loss).reference;
    if constexpr (std::is_same_v<Matrix, LossMatrix<double>>)
        return reference.inDouble;
    else
        return reference.inSingle;
}

} // namespace actiscope
