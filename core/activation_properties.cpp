#include "core/activation_properties.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {

namespace {

constexpr double nearby = 30;     ///< where activations do what they do
constexpr double farAway = 1e6;
constexpr int samplesEach = 1000; ///< near and far, on either side of 0
constexpr double infinity = std::numeric_limits<double>::infinity();

/** Ascending: -farAway … -nearby in equal ratios, -nearby … nearby in equal steps, and up again; kinks with both sides. */
std::vector<double> probes(const Activation &activation, std::span<const double> parameters)
{
    std::vector<double> xs{0};
    for (int i = 1; i <= samplesEach; ++i) {
        const double share = double(i) / samplesEach;
        for (const double x : {nearby * share, nearby * std::pow(farAway / nearby, share)}) {
            xs.push_back(x);
            xs.push_back(-x);
        }
    }
    for (const double kink : activation.kinksAt(parameters))
        xs.insert(xs.end(), {kink - 1e-9, kink, kink + 1e-9});
    std::ranges::sort(xs);
    return xs;
}

bool closeTo(double a, double b)
{
    return std::abs(a - b) <= 1e-12 * std::max({1.0, std::abs(a), std::abs(b)});
}

/** Whether a sign of the slope counts: what is smaller than rounding of f leaves does not. */
int signOf(double slope)
{
    return slope > 1e-12 ? 1 : slope < -1e-12 ? -1 : 0;
}

} // namespace

ActivationProperties propertiesOf(const Activation &activation, std::span<const double> parameters)
{
    ActivationProperties properties{true, true, true, true, true, true};
    for (const double kink : activation.kinksAt(parameters))
        properties.isSmooth = properties.isSmooth && !activation.oneSidedDerivatives(kink, parameters).isKink();
    const double slopeAtZero = activation.derivative(0, parameters);
    const double valueAtZero = activation.value(0, parameters);
    int sign = 0;
    for (const double x : probes(activation, parameters)) {
        const double slope = activation.derivative(x, parameters);
        const double value = activation.value(x, parameters);
        if (std::isnan(slope) || std::isnan(value))
            continue;
        const int here = signOf(slope);
        properties.isMonotonic = properties.isMonotonic && here * sign >= 0;
        sign = here == 0 ? sign : here;
        properties.isLinear = properties.isLinear && closeTo(value, valueAtZero + slopeAtZero * x);
        properties.isOdd = properties.isOdd && closeTo(activation.value(-x, parameters), -value);
    }
    for (const double end : {-infinity, infinity}) {
        const double limit = activation.value(end, parameters);
        properties.isBoundedBelow = properties.isBoundedBelow && limit != -infinity;
        properties.isBoundedAbove = properties.isBoundedAbove && limit != infinity;
    }
    return properties;
}

namespace {

std::optional<double> whereReached(const Activation &activation, std::span<const double> parameters, const Asymptote &line, double side)
{
    constexpr double step = 0.5;
    constexpr double approach = 1e-3; ///< closer than this a step before, f did not come to the line at once
    const auto distance = [&](double x) { return std::abs(activation.value(x, parameters) - line.at(x)); };
    std::optional<double> reached;
    for (double outwards = 100; outwards >= 0 && closeTo(activation.value(side * outwards, parameters), line.at(side * outwards)); outwards -= step)
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

std::vector<Interval> saturatedIntervals(const Activation &activation, std::span<const double> parameters, double threshold, double from,
                                         double to)
{
    const auto isFlat = [&](double x) { return std::abs(activation.derivative(x, parameters)) < threshold; };
    // Where it changes between a and b, of which the first is flat or not as `flatAtA` says.
    const auto edge = [&](double a, double b, bool flatAtA) {
        for (const double precision = 1e-9 * (to - from); b - a > precision;) {
            const double middle = a + (b - a) / 2;
            (isFlat(middle) == flatAtA ? a : b) = middle;
        }
        return a + (b - a) / 2;
    };
    std::vector<double> xs;
    for (int i = 0; i <= samplesEach; ++i)
        xs.push_back(from + (to - from) * i / samplesEach);
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
