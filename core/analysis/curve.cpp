#include "core/analysis/curve.h"

#include "core/analysis/line_breaks.h"
#include "core/analysis/second_derivative.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {

namespace {

constexpr double broken = std::numeric_limits<double>::quiet_NaN();

void append(SampledLine &line, double x, double y)
{
    line.x.push_back(x);
    line.y.push_back(y);
}

void appendPoint(ActivationCurve &curve, const Activation &activation, std::span<const double> parameters, double x)
{
    append(curve.value, x, activation.value(x, parameters));
    append(curve.derivative, x, activation.derivative(x, parameters));
}

/** f on both sides of a place where it jumps; where it does not, at the place. */
void appendValueAtKink(ActivationCurve &curve, const Activation &activation, std::span<const double> parameters, double x)
{
    const OneSidedValues value = activation.oneSidedValues(x, parameters);
    if (!value.isJump()) {
        append(curve.value, x, value.at);
        return;
    }
    append(curve.value, x, value.left);
    append(curve.value, x, broken);
    append(curve.value, x, value.right);
}

/** Both sides agree, but what is used at the point itself is another slope, as hardshrink's at 0 with lambd = 0. */
bool isPointApart(const OneSidedDerivatives &derivative)
{
    return OneSidedDerivatives{derivative.left, derivative.left, derivative.at}.isKink();
}

void appendKink(ActivationCurve &curve, const Activation &activation, std::span<const double> parameters, double x)
{
    appendValueAtKink(curve, activation, parameters, x);
    const OneSidedDerivatives derivative = activation.oneSidedDerivatives(x, parameters);
    if (!derivative.isKink() && !isPointApart(derivative)) {
        append(curve.derivative, x, derivative.at);
        return;
    }
    append(curve.derivative, x, derivative.left);
    append(curve.derivative, x, broken);
    append(curve.derivative, x, derivative.right);
    if (derivative.isKink())
        curve.kinks.push_back({x, derivative});
}

} // namespace

ActivationCurve sampleCurve(const Activation &activation, std::span<const double> parameters, double from, double to, std::size_t samples)
{
    ActivationCurve curve;
    const std::vector<double> kinks = activation.kinksAt(parameters);
    auto kink = std::ranges::lower_bound(kinks, from);
    for (std::size_t i = 0; i < samples; ++i) {
        const double x = i + 1 == samples ? to : from + (to - from) * static_cast<double>(i) / static_cast<double>(samples - 1);
        bool isKink = false;
        for (; kink != kinks.end() && *kink <= x; ++kink) {
            appendKink(curve, activation, parameters, *kink);
            isKink = *kink == x;
        }
        if (!isKink)
            appendPoint(curve, activation, parameters, x);
    }
    curve.value = brokenWhereItJumps(curve.value, [&](double x) { return activation.value(x, parameters); });
    curve.derivative = brokenWhereItJumps(curve.derivative, [&](double x) { return activation.derivative(x, parameters); });
    return curve;
}

SampledLine sampleSecondDerivative(const Activation &activation, std::span<const double> parameters, std::span<const double> x)
{
    SampledLine line;
    for (const double at : x) {
        if (!line.x.empty() && line.x.back() == at)
            continue;
        const SecondDerivative second = secondDerivative(activation, at, parameters);
        const bool isKnown = second.error <= 1e-3 * std::max(1.0, std::abs(second.value));
        append(line, at, isKnown ? second.value : broken);
    }
    return line;
}

Interval rangeOf(std::span<const SampledLine *const> lines, double margin)
{
    Interval range;
    for (const SampledLine *line : lines)
        range = united(range, line->range ? *line->range : shownRange(*line));
    if (range.size() == 0)
        return {-1, 1};
    const double space = margin * range.size();
    return {range.minimum - space, range.maximum + space};
}

Interval united(const Interval &a, const Interval &b)
{
    return {std::min(a.minimum, b.minimum), std::max(a.maximum, b.maximum)};
}

int decimalsOfResolution(double resolution)
{
    if (!(resolution > 0) || !std::isfinite(resolution))
        return 0;
    return std::clamp(-static_cast<int>(std::floor(std::log10(resolution))), 0, 12);
}

double roundToResolution(double x, double resolution)
{
    // Dividing by a power of ten gives the double that is nearest to the decimal number, multiplying by 0.01 does not.
    const double unitsInOne = std::pow(10.0, decimalsOfResolution(resolution));
    return std::round(x * unitsInOne) / unitsInOne;
}

} // namespace actiscope
