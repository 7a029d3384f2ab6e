#include "core/activations/activation.h"

#include "core/base/function_limit.h"
#include "core/base/real.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace actiscope {
namespace {

using ParameterView = ActivationKernels<double>::ParameterView;

double valueAt(const Activation &activation, double x, std::span<const double> p)
{
    double y = 0;
    activation.doubleKernels.value(1, &x, ParameterView::of(p), &y);
    return y;
}

double derivativeAt(const Activation &activation, double x, std::span<const double> p)
{
    const double y = valueAt(activation, x, p);
    double dydx = 0;
    activation.doubleKernels.derivative(1, &x, &y, ParameterView::of(p), &dydx);
    return dydx;
}

/** From x to what is beside it: far below what a plot shows, far above rounding. */
double besideStep(double x)
{
    return 1e-12 * std::max(1.0, std::abs(x));
}

/** f or f' at x, `at` being the one that computes it; at infinity the limit. */
double atOrTowards(double x, const Activation &activation, std::span<const double> p, decltype(valueAt) *at)
{
    if (!std::isinf(x))
        return at(activation, x, p);
    std::vector<double> places = placesTowards(x, doubleKind);
    std::ranges::transform(places, places.begin(), [&](double place) { return at(activation, place, p); });
    return limitOf(places, doubleKind);
}

} // namespace

bool OneSidedDerivatives::isKink() const
{
    return std::abs(left - right) > 1e-9 * std::max({1.0, std::abs(left), std::abs(right)});
}

bool OneSidedValues::isJump() const
{
    return std::abs(left - right) > 1e-6 * std::max({1.0, std::abs(left), std::abs(right)});
}

std::vector<double> Activation::defaultParameters() const
{
    std::vector<double> values;
    for (const ActivationParameter &parameter : parameters)
        values.push_back(parameter.defaultValue);
    return values;
}

double Activation::value(double x, std::span<const double> p) const
{
    return atOrTowards(x, *this, p, valueAt);
}

double Activation::derivative(double x, std::span<const double> p) const
{
    return std::isnan(x) ? x : atOrTowards(x, *this, p, derivativeAt);
}

OneSidedDerivatives Activation::oneSidedDerivatives(double x, std::span<const double> p) const
{
    const double step = besideStep(x);
    return {derivative(x - step, p), derivative(x, p), derivative(x + step, p)};
}

OneSidedValues Activation::oneSidedValues(double x, std::span<const double> p) const
{
    const double step = besideStep(x);
    return {value(x - step, p), value(x, p), value(x + step, p)};
}

} // namespace actiscope
