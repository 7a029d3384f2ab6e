#include "core/formula_check.h"

#include <algorithm>
#include <cmath>

namespace actiscope {
namespace {

constexpr double reach = 8;
constexpr int steps = 320;
constexpr double step = 1e-3;

/** The error of order four: step⁴ f⁗′ / 30. */
double centralDifference(const Activation &activation, std::span<const double> parameters, double x, double h)
{
    const auto f = [&](double at) { return activation.value(at, parameters); };
    return (8 * (f(x + h) - f(x - h)) - f(x + 2 * h) + f(x - 2 * h)) / (12 * h);
}

} // namespace

FormulaCheck checkDerivative(const Activation &activation, std::span<const double> parameters)
{
    const std::vector<double> kinks = activation.kinksAt(parameters);
    FormulaCheck check;
    for (int i = 0; i <= steps; ++i) {
        const double x = 2 * reach * i / steps - reach;
        if (std::ranges::any_of(kinks, [x](double kink) { return std::abs(x - kink) < 5 * step; }))
            continue;
        const double slope = activation.derivative(x, parameters);
        const double fine = centralDifference(activation, parameters, x, step);
        const double coarse = centralDifference(activation, parameters, x, 2 * step);
        const double size = std::max(1.0, std::abs(fine));
        if (!std::isfinite(slope) || !(std::abs(fine - coarse) < 1e-3 * size))
            continue;
        ++check.points;
        const double error = std::abs(slope - fine) / size;
        if (error > check.largestError)
            check = {error, x, check.points};
    }
    return check;
}

} // namespace actiscope
