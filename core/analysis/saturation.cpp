#include "core/analysis/saturation.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

namespace actiscope {

namespace {

/** A place between a and b where `slope`, which falls and then rises there, is below `threshold`, by golden sections. */
std::optional<double> flatPlaceBetween(double a, double b, double threshold, const std::function<double(double)> &slope)
{
    constexpr int steps = 60; // each leaves 0.618 of the interval
    constexpr double golden = 0.6180339887498949;
    double left = b - golden * (b - a), right = a + golden * (b - a);
    double atLeft = slope(left), atRight = slope(right);
    for (int i = 0; i < steps && atLeft >= threshold && atRight >= threshold; ++i) {
        if (atLeft < atRight) {
            b = std::exchange(right, left);
            atRight = atLeft;
            left = b - golden * (b - a);
            atLeft = slope(left);
        } else {
            a = std::exchange(left, right);
            atLeft = atRight;
            right = a + golden * (b - a);
            atRight = slope(right);
        }
    }
    if (atLeft < threshold)
        return left;
    return atRight < threshold ? std::optional(right) : std::nullopt;
}

/** Adds to the sorted places one in each dip of |f'| below `threshold` between them: around a zero of f' it is often narrower than the way from one to
 *  the next. */
void addPlacesInDips(std::vector<double> &xs, double threshold, const std::function<double(double)> &slope)
{
    std::vector<double> slopes;
    for (const double x : xs)
        slopes.push_back(slope(x));
    std::vector<double> found;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        const std::size_t before = i == 0 ? 0 : i - 1, after = std::min(i + 1, xs.size() - 1);
        const bool isLowest = slopes[i] <= slopes[before] && slopes[i] <= slopes[after];
        const bool isLevel = slopes[i] == slopes[before] && slopes[i] == slopes[after];
        if (slopes[i] < threshold || !isLowest || isLevel)
            continue;
        if (const std::optional<double> flat = flatPlaceBetween(xs[before], xs[after], threshold, slope))
            found.push_back(*flat);
    }
    xs.insert(xs.end(), found.begin(), found.end());
    std::ranges::sort(xs);
}

} // namespace

std::vector<Interval> saturatedIntervals(const Activation &activation, std::span<const double> parameters, double threshold, double from,
                                         double to)
{
    const auto slope = [&](double x) { return std::abs(activation.derivative(x, parameters)); };
    const auto isFlat = [&](double x) { return slope(x) < threshold; };
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
    addPlacesInDips(xs, threshold, slope);
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
