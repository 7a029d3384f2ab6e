#include "core/analysis/asymptote.h"

#include "core/base/real.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

std::optional<double> whereReached(const Activation &activation, std::span<const double> parameters, const Asymptote &line, double side)
{
    constexpr double step = 0.5;
    constexpr double approach = 1e-3; ///< closer than this a step before, f did not come to the line at once
    const auto distance = [&](double x) { return std::abs(activation.value(x, parameters) - line.at(x)); };
    std::optional<double> reached;
    for (double outwards = 100; outwards >= 0 && closeTo(activation.value(side * outwards, parameters), line.at(side * outwards));
         outwards -= step)
        reached = side * outwards;
    if (!reached)
        return std::nullopt;
    const double before = distance(*reached - side * step);
    return before > 0 && before < approach ? std::nullopt : reached;
}

} // namespace

std::optional<Asymptote> asymptote(const Activation &activation, std::span<const double> parameters, int direction)
{
    const double side = direction < 0 ? -1 : 1;
    Asymptote line;
    line.slope = activation.derivative(side * infinity, parameters);
    if (!std::isfinite(line.slope))
        return std::nullopt;
    const auto rest = [&](double x) { return activation.value(x, parameters) - line.slope * x; };
    // A line without slope is the limit itself, however slowly it is reached; otherwise the rest has to settle.
    if (std::abs(line.slope) < 1e-30) {
        line.slope = 0;
        line.intercept = activation.value(side * infinity, parameters);
        if (!std::isfinite(line.intercept))
            return std::nullopt;
    } else {
        bool settled = false;
        for (int power = 5; power < 40 && !settled; ++power) {
            const double x = side * std::ldexp(1.0, power);
            const double noise = 4e-16 * std::abs(line.slope * x);
            line.intercept = rest(2 * x);
            settled = std::abs(rest(x) - line.intercept) + std::abs(line.intercept - rest(4 * x)) <= 1e-12 + 4 * noise;
        }
        if (!settled)
            return std::nullopt;
    }
    if (std::abs(line.intercept) < 1e-12)
        line.intercept = 0;
    line.reachedAt = whereReached(activation, parameters, line, side);
    return line;
}

} // namespace actiscope
