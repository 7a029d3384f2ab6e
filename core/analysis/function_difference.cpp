#include "core/analysis/function_difference.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace actiscope {

namespace {

constexpr std::size_t searchSamples = 4097;
constexpr double equalWithin = 1e-12; ///< relative: maxima that differ by less are the same one

double difference(const ActivationSpec &f, const ActivationSpec &g, double x)
{
    return f.value(x) - g.value(x);
}

/** The x of the largest |f - g| in [a, b], where it has one maximum. */
double refined(const ActivationSpec &f, const ActivationSpec &g, double a, double b)
{
    constexpr double golden = std::numbers::phi - 1;
    const auto size = [&](double x) { return std::abs(difference(f, g, x)); };
    double left = b - golden * (b - a);
    double right = a + golden * (b - a);
    double atLeft = size(left);
    double atRight = size(right);
    while (b - a > 1e-10 * std::max(1.0, std::abs(a))) {
        if (atLeft < atRight) {
            a = left;
            left = right;
            atLeft = atRight;
            right = a + golden * (b - a);
            atRight = size(right);
        } else {
            b = right;
            right = left;
            atRight = atLeft;
            left = b - golden * (b - a);
            atLeft = size(left);
        }
    }
    return (a + b) / 2;
}

} // namespace

SampledLine sampleDifference(const ActivationSpec &f, const ActivationSpec &g, double from, double to, std::size_t samples)
{
    SampledLine line;
    for (std::size_t i = 0; i < samples; ++i)
        line.x.push_back(i + 1 == samples ? to : from + (to - from) * double(i) / double(samples - 1));
    for (const ActivationSpec *spec : {&f, &g}) {
        for (const double kink : spec->activation->kinksAt(spec->parameters)) {
            if (kink > from && kink < to)
                line.x.push_back(kink);
        }
    }
    std::ranges::sort(line.x);
    line.x.erase(std::unique(line.x.begin(), line.x.end()), line.x.end());
    for (const double x : line.x)
        line.y.push_back(difference(f, g, x));
    return line;
}

LargestDifference largestDifference(const ActivationSpec &f, const ActivationSpec &g, double from, double to)
{
    const SampledLine line = sampleDifference(f, g, from, to, searchSamples);
    const std::vector<double> &x = line.x;
    const std::vector<double> &y = line.y;
    LargestDifference largest{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    const auto size = [&y](std::size_t i) { return std::abs(y[i]); };
    double highest = 0;
    for (std::size_t i = 0; i < y.size(); ++i)
        highest = std::isfinite(y[i]) ? std::max(highest, size(i)) : highest;
    const auto consider = [&](double at) {
        const double here = difference(f, g, at);
        if (std::isfinite(here) && !(std::abs(here) < std::abs(largest.difference) * (1 - equalWithin)))
            largest = {at, here};
    };
    for (std::size_t i = 0; i < y.size(); ++i) {
        const std::size_t before = i == 0 ? i : i - 1;
        const std::size_t after = i + 1 == y.size() ? i : i + 1;
        if (!std::isfinite(y[i]) || size(i) < 0.9 * highest || size(before) > size(i) || size(after) > size(i))
            continue;
        consider(x[i]);
        if (size(before) == size(i) && size(after) == size(i))
            continue; // flat: nothing to look for in between
        const double at = refined(f, g, x[before], x[after]);
        if (std::abs(difference(f, g, at)) > size(i))
            consider(at);
    }
    return largest;
}

} // namespace actiscope
