#include "core/base/function_limit.h"

#include "core/base/real.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {
namespace {

constexpr int firstExponent = 4; ///< of the places
constexpr double notTold = std::numeric_limits<double>::quiet_NaN();

bool isNear(double a, double b, double relative)
{
    return a == b || std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

/** Whether |v| never falls, with one sign. */
bool climbs(std::span<const double> values)
{
    const auto falls = [](double a, double b) { return std::signbit(a) != std::signbit(b) || std::abs(b) < std::abs(a); };
    return std::ranges::adjacent_find(values, falls) == values.end();
}

double largest(std::span<const double> values)
{
    double most = 0;
    for (const double v : values)
        most = std::max(most, std::abs(v));
    return most;
}

/** Whether somewhere on the way the values stayed the same for so many octaves, and not what they are in the end. */
bool hadSettledElsewhere(std::span<const double> values, double end, std::size_t octaves)
{
    constexpr double same = 1e-3;
    std::size_t begin = 0;
    for (std::size_t k = 1; k <= values.size(); ++k) {
        if (k < values.size() && isNear(values[k], values[begin], same))
            continue;
        if (k - begin >= octaves && values[begin] != 0 && !isNear(values[begin], end, same))
            return true;
        begin = k;
    }
    return false;
}

/** From which value on they all are `end`. */
std::size_t constantFrom(std::span<const double> values, double end, const FloatKind &kind)
{
    std::size_t from = values.size();
    while (from > 0 && isNear(values[from - 1], end, kind.rounding))
        --from;
    return from;
}

/** Whether the values, the last ones before they are `end`, neither come nearer to it step by step (the same distance for long, then a step, counts as
 *  that) nor at least shrink towards it. */
bool leapAbout(std::span<const double> values, double end)
{
    constexpr std::size_t octaves = 10;
    std::vector<double> distances;
    for (const double v : values.last(std::min(octaves, values.size())))
        distances.push_back(std::abs(v - end));
    if (std::ranges::is_sorted(distances, [](double a, double b) { return a > b * (1 + 1e-9); }))
        return false;
    const std::span all(distances);
    return largest(all.subspan(all.size() / 2)) > 0.5 * largest(all.first(all.size() / 2));
}

/** Whether it is rounding that makes the values constant: they leap about until the digits behind the point are used up, or after they had settled
 *  elsewhere. */
bool isMadeByRounding(std::span<const double> values, double end, const FloatKind &kind)
{
    constexpr std::size_t fewOctaves = 6; // enough where they leap about after that
    const std::size_t from = constantFrom(values, end, kind);
    if (!std::isfinite(end) || from == values.size() || !leapAbout(values.first(from), end))
        return false;
    const int beside = kind.digits / 4; // x may be multiplied by a number
    const bool isWhereDigitsEnd = std::abs(firstExponent + static_cast<int>(from) - kind.digits) <= beside;
    return isWhereDigitsEnd || hadSettledElsewhere(values.first(from), end, fewOctaves);
}

/** How many values there are before one is NaN, or an infinity that is none at infinity and follows on a value which does not grow towards it: a part of
 *  the function overflowed. Even exp(x^3) is from octave to octave at most the eighth power of itself. */
std::size_t countBeforeFault(std::span<const double> values, double atInfinity, const FloatKind &kind)
{
    const double large = std::ldexp(1.0, kind.largestExponent / 8);
    for (std::size_t k = 0; k < values.size(); ++k) {
        const bool isSudden = k > 0 && std::isinf(values[k]) && values[k] != atInfinity && std::abs(values[k - 1]) < large;
        if (std::isnan(values[k]) || isSudden)
            return k;
    }
    return values.size();
}

/** What the values `far` tend to, `atInfinity` being what arithmetic gives there. */
double tendency(std::span<const double> far, double atInfinity, double rounding)
{
    const double end = far.back();
    const std::size_t half = far.size() / 2;
    if (std::ranges::all_of(far, [&](double v) { return isNear(v, end, rounding); }))
        return end;
    if (climbs(far)) {
        const bool isFast = std::abs(end) > 2 * std::abs(far.front()) && std::abs(end) > 1.1 * std::abs(far[half]);
        const double limit = std::copysign(infinity, end);
        if (isFast || atInfinity == limit)
            return limit;
    }
    const double before = largest(far.first(half)), after = largest(far.subspan(half));
    if (after <= 0.5 * before || (atInfinity == 0 && after <= before))
        return 0;
    return notTold;
}

} // namespace

std::vector<double> placesTowards(double towards, const FloatKind &kind)
{
    constexpr double goldenRatio = 0.6180339887498949;
    std::vector<double> places;
    for (int exponent = firstExponent; exponent <= kind.largestExponent; ++exponent) {
        const double turn = exponent * goldenRatio;
        places.push_back(std::copysign(std::ldexp(1 + 0.99 * (turn - std::floor(turn)), exponent), towards));
    }
    places.push_back(std::copysign(infinity, towards));
    return places;
}

double limitOf(std::span<const double> values, const FloatKind &kind)
{
    constexpr std::size_t fewest = 3;
    const double atInfinity = values.back();
    values = values.first(values.size() - 1);
    values = values.first(countBeforeFault(values, atInfinity, kind));
    if (values.size() < fewest)
        return notTold;
    const double limit = tendency(values.last(std::max(fewest, values.size() / 3)), atInfinity, kind.rounding);
    constexpr std::size_t manyOctaves = 12;
    if (std::isnan(atInfinity) && hadSettledElsewhere(values, limit, manyOctaves))
        return notTold;
    if (isMadeByRounding(values, limit, kind))
        return notTold;
    return limit + 0.0; // no -0
}

} // namespace actiscope
