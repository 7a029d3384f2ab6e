#include "core/saturation.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

std::vector<Interval> saturatedIntervals(const Activation &activation, std::span<const double> parameters, double threshold, double from,
                                         double to)
{
    const auto isFlat = [&](double x) { return std::abs(activation.derivative(x, parameters)) < threshold; };
    // Where it changes between a and b, of which the first is flat or not as `flatAtA` says.
    const auto edge = [&](double a, double b, bool flatAtA) {
        const double precision = 1e-9 * (to - from);
        for (int i = 0; i < 60 && b - a > precision; ++i) { // far out neighbouring numbers may be farther apart than that
            const double middle = a + (b - a) / 2;
            (isFlat(middle) == flatAtA ? a : b) = middle;
        }
        return a + (b - a) / 2;
    };
    std::vector<double> xs;
    constexpr int steps = 1000;
    for (int i = 0; i <= steps; ++i)
        xs.push_back(from + (to - from) * i / steps);
    const double beside = 1e-9 * (to - from);
    for (const double kink : activation.kinksAt(parameters)) {
        for (const double x : {kink - beside, kink + beside}) {
            if (x > from && x < to)
                xs.push_back(x);
        }
    }
    std::ranges::sort(xs);
    std::vector<Interval> intervals;
    bool wasFlat = false;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        const bool flat = isFlat(xs[i]);
        if (flat && !wasFlat)
            intervals.push_back({i == 0 ? from : edge(xs[i - 1], xs[i], false), to});
        else if (!flat && wasFlat)
            intervals.back().maximum = edge(xs[i - 1], xs[i], true);
        wasFlat = flat;
    }
    return intervals;
}

} // namespace actiscope
