// The steps of torch.optim's optimisers on Eigen, which the rows of core/engine/optimizer.cpp name.
#pragma once

#include "core/engine/optimizer_formula.h"
#include "core/engine/optimizer_settings.h"

#include <Eigen/Core>

#include <cstdint>
#include <type_traits>

namespace actiscope {

/** What a step works on: an array of parameters, the gradient, and the two sums that optimisers keep. */
template <class Real>
struct StepArray {
    using Matrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

    Matrix &value;
    const Matrix &gradient;
    Matrix &first;
    Matrix &second;
    double decay = 0;       ///< OptimizerSettings::l2, or 0 for what is exempt from it
    std::int64_t steps = 0; ///< up to this one
};

/** One rule in both precisions, and in words. */
struct ReferenceRule {
    void (*inDouble)(const OptimizerSettings &, const StepArray<double> &);
    void (*inSingle)(const OptimizerSettings &, const StepArray<float> &);
    UpdateFormula formula; ///< with values put in

    template <class Real>
    void step(const OptimizerSettings &settings, const StepArray<Real> &array) const
    {
        if constexpr (std::is_same_v<Real, double>)
            inDouble(settings, array);
        else
            inSingle(settings, array);
    }
};

extern const ReferenceRule sgdReference;
extern const ReferenceRule rmsPropReference;
extern const ReferenceRule adamReference;
extern const ReferenceRule adamWReference;

} // namespace actiscope
