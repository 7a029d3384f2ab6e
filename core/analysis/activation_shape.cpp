#include "core/analysis/activation_shape.h"

#include "core/base/real.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace actiscope {
namespace {

constexpr double smallestReach = 10;
constexpr double largestReach = 100; ///< kinks beyond are looked at by themselves
constexpr double gridStep = 1.0 / 64;
/** A kink is where an edge or a zero was found to lie when they are as close as this. */
constexpr double sameInput = 1e-9;

/** One function to look at, with its parameters. */
class Subject {
public:
    Subject(const Activation &activation, std::span<const double> parameters) : m_activation(activation), m_parameters(parameters)
    {
        for (const double kink : activation.kinksAt(parameters)) {
            m_farthest = std::max(m_farthest, std::abs(kink));
            if (activation.oneSidedDerivatives(kink, parameters).isKink())
                m_kinks.push_back(kink);
            if (const OneSidedValues beside = activation.oneSidedValues(kink, parameters); beside.isJump())
                m_jumps.emplace_back(kink, beside);
        }
        m_reach = std::clamp(std::ceil(1.5 * m_farthest), smallestReach, largestReach);
    }

    double value(double x) const { return m_activation.value(x, m_parameters); }
    double slope(double x) const { return m_activation.derivative(x, m_parameters); }
    const std::vector<double> &kinks() const { return m_kinks; }
    /** Where f jumps, and what it is beside that. */
    const std::vector<std::pair<double, OneSidedValues>> &jumps() const { return m_jumps; }

    /** Far out by the measure of the kinks, 1 at least. */
    double farOut() const { return std::max(1.0, m_farthest); }

    /** Equally spaced over the interval, all kinks among them, those beyond it with neighbours on both sides; ascending. */
    std::vector<double> grid() const
    {
        std::vector<double> xs = m_kinks;
        for (const double kink : m_kinks) {
            const double beside = std::max(gridStep, 1e-3 * std::abs(kink));
            if (std::abs(kink) >= m_reach)
                xs.insert(xs.end(), {kink - beside, kink + beside});
        }
        const auto half = static_cast<int>(m_reach / gridStep);
        for (int i = -half; i <= half; ++i)
            xs.push_back(i * gridStep);
        std::ranges::sort(xs);
        xs.erase(std::ranges::unique(xs).begin(), xs.end());
        return xs;
    }

    /** A kink within `distance`. */
    std::optional<double> kinkNear(double x, double distance) const
    {
        const auto near = std::ranges::find_if(m_kinks, [=](double kink) { return std::abs(kink - x) <= distance; });
        return near == m_kinks.end() ? std::nullopt : std::optional(*near);
    }

private:
    const Activation &m_activation;
    std::span<const double> m_parameters;
    std::vector<double> m_kinks;
    std::vector<std::pair<double, OneSidedValues>> m_jumps;
    double m_farthest = 0; ///< of the places where there may be kinks
    double m_reach = 0;
};

int signOf(double number)
{
    return (number > 0) - (number < 0);
}

/** Where between a and b `holds` (true at a, false at b) ceases to. */
template <class Condition>
double boundary(double a, double b, Condition holds)
{
    for (int i = 0; i < 60 && a != b; ++i) {
        const double middle = a + (b - a) / 2;
        (holds(middle) ? a : b) = middle;
    }
    return a;
}

/** The edge of an interval of zero slope, between a point inside and one outside: the place, and whether it belongs to it. */
std::pair<double, bool> zeroEdge(const Subject &f, double inside, double outside)
{
    const double edge = boundary(inside, outside, [&](double x) { return f.slope(x) == 0; });
    const auto kink = f.kinkNear(edge, sameInput);
    return kink ? std::pair(*kink, f.slope(*kink) == 0) : std::pair(edge, true);
}

/** Where |f'| is least between a and b (golden sections). */
double leastSlope(const Subject &f, double a, double b)
{
    constexpr double ratio = 0.6180339887498949;
    for (int i = 0; i < 80; ++i) {
        const double left = b - ratio * (b - a);
        const double right = a + ratio * (b - a);
        (std::abs(f.slope(left)) < std::abs(f.slope(right)) ? b : a) = std::abs(f.slope(left)) < std::abs(f.slope(right)) ? right : left;
    }
    return (a + b) / 2;
}

/** The slopes over the grid, and what they tell. */
class SlopeScan {
public:
    explicit SlopeScan(const Subject &f) : m_f(f)
    {
        for (const double x : f.grid()) {
            const double slope = f.slope(x);
            if (!std::isfinite(slope))
                continue;
            m_x.push_back(x);
            m_slope.push_back(slope);
            m_largest = std::max(m_largest, std::abs(slope));
        }
    }

    void fill(ActivationShape &shape) const
    {
        for (std::size_t i = 0; i < m_x.size();) {
            const std::size_t end = endOfZeros(i);
            if (end > i)
                shape.zeroSlope.push_back(zeros(i, end));
            else if (i > 0)
                lookBetween(i, shape);
            i = std::max(end, i + 1);
        }
        std::ranges::sort(shape.zeroSlope, {}, &InputInterval::from);
        shape.turns = turns(shape.zeroSlope);
        addTurnsAtJumps(shape.turns);
        shape.trend = trend(shape);
    }

private:
    /** One beyond the last of the grid points from i on whose slope is 0; i when there is none. */
    std::size_t endOfZeros(std::size_t i) const
    {
        while (i < m_x.size() && m_slope[i] == 0)
            ++i;
        return i;
    }

    InputInterval zeros(std::size_t begin, std::size_t end) const
    {
        const std::size_t last = end - 1;
        InputInterval interval{m_x[begin], m_x[last], true, true};
        if (end - begin == 1)
            return interval;
        if (begin == 0)
            std::tie(interval.from, interval.includesFrom) = std::pair(-infinity, false);
        else
            std::tie(interval.from, interval.includesFrom) = zeroEdge(m_f, m_x[begin], m_x[begin - 1]);
        if (end == m_x.size())
            std::tie(interval.to, interval.includesTo) = std::pair(infinity, false);
        else
            std::tie(interval.to, interval.includesTo) = zeroEdge(m_f, m_x[last], m_x[end]);
        return interval;
    }

    /** A zero that no grid point meets: a change of sign just before point i, or a touch around it. */
    void lookBetween(std::size_t i, ActivationShape &shape) const
    {
        const auto isZero = [&](double x) { return std::abs(m_f.slope(x)) <= 1e-9 * m_largest && !m_f.kinkNear(x, sameInput); };
        const int sign = signOf(m_slope[i]);
        if (signOf(m_slope[i - 1]) == -sign) {
            const double x = boundary(m_x[i - 1], m_x[i], [&](double at) { return signOf(m_f.slope(at)) == -sign; });
            if (isZero(x))
                shape.zeroSlope.push_back({x, x, true, true});
            return;
        }
        const bool isLeast = i + 1 < m_x.size() && signOf(m_slope[i - 1]) == sign && signOf(m_slope[i + 1]) == sign
                             && std::abs(m_slope[i]) < std::abs(m_slope[i - 1]) && std::abs(m_slope[i]) < std::abs(m_slope[i + 1]);
        if (!isLeast || std::abs(m_slope[i]) > 1e-2 * m_largest)
            return;
        const double x = leastSlope(m_f, m_x[i - 1], m_x[i + 1]);
        if (isZero(x))
            shape.zeroSlope.push_back({x, x, true, true});
    }

    /** Between two grid points of opposite sign (zeros in between apart): at the zero, the end of the zeros or the kink there. */
    std::vector<double> turns(const std::vector<InputInterval> &zeros) const
    {
        std::vector<double> places;
        std::size_t before = m_x.size();
        for (std::size_t i = 0; i < m_x.size(); ++i) {
            if (m_slope[i] == 0)
                continue;
            if (before < m_x.size() && signOf(m_slope[before]) != signOf(m_slope[i])) {
                const auto zero =
                    std::ranges::find_if(zeros, [&](const InputInterval &z) { return z.from >= m_x[before] && z.to <= m_x[i]; });
                const int sign = signOf(m_slope[before]);
                places.push_back(zero != zeros.end() ? zero->from : boundary(m_x[before], m_x[i], [&](double x) {
                    return signOf(m_f.slope(x)) == sign;
                }));
            }
            before = i;
        }
        return places;
    }

    /** Whether f rises (sign 1) or falls (-1) somewhere by its slope. */
    bool slopes(int sign) const
    {
        return std::ranges::any_of(m_slope, [sign](double slope) { return sign * slope > 0; });
    }

    bool jumps(int sign) const
    {
        return std::ranges::any_of(m_f.jumps(), [sign](const auto &jump) { return sign * (jump.second.right - jump.second.left) > 0; });
    }

    /** Jumps against the slope, or, where f is a staircase, against other jumps. */
    void addTurnsAtJumps(std::vector<double> &places) const
    {
        for (const auto &[x, beside] : m_f.jumps()) {
            const int sign = signOf(beside.right - beside.left);
            if ((slopes(-sign) && !slopes(sign)) || (!slopes(1) && !slopes(-1) && sign < 0 && jumps(1)))
                places.push_back(x);
        }
        std::ranges::sort(places);
    }

    Trend trend(const ActivationShape &shape) const
    {
        const bool rises = slopes(1) || jumps(1);
        const bool falls = slopes(-1) || jumps(-1);
        const bool rests = std::ranges::any_of(shape.zeroSlope, [](const InputInterval &zeros) { return !zeros.isPoint(); });
        if (rises && falls)
            return Trend::Turning;
        if (rises)
            return rests ? Trend::NeverFalling : Trend::Rising;
        if (falls)
            return rests ? Trend::NeverRising : Trend::Falling;
        return Trend::Constant;
    }

    const Subject &m_f;
    std::vector<double> m_x;
    std::vector<double> m_slope;
    double m_largest = 0;
};

/** f at ±∞ (see function_limit.h), or nothing where it has no limit or none can be told. */
std::optional<double> limitTowards(const Subject &f, double side)
{
    const double limit = f.value(side * infinity);
    return std::isnan(limit) ? std::nullopt : std::optional(limit);
}

/** `sign` 1: the highest value; -1: the lowest. */
RangeEnd endOf(const Subject &f, double sign, std::span<const double> inputs, std::span<const double> limits)
{
    RangeEnd end{-sign * infinity, false};
    for (const double x : inputs) {
        const double y = f.value(x);
        if (sign * y > sign * end.value)
            end = {y, true};
    }
    for (const double limit : limits) {
        // Far out f may be equal to its limit by rounding alone; where it really is, it is flat.
        const auto isFlatThere = [&](double x) { return f.value(x) == limit && f.slope(x) == 0; };
        if (sign * limit > sign * end.value || (limit == end.value && std::ranges::none_of(inputs, isFlatThere)))
            end = {limit, false};
    }
    return end;
}

std::optional<ValueRange> rangeOf(const Subject &f, const std::vector<InputInterval> &zeroSlope)
{
    const auto left = limitTowards(f, -1);
    const auto right = limitTowards(f, 1);
    if (!left || !right)
        return std::nullopt;
    std::vector<double> inputs = f.grid();
    for (const auto &[x, beside] : f.jumps())
        inputs.push_back(x);
    for (const InputInterval &zeros : zeroSlope) {
        if (zeros.isPoint())
            inputs.push_back(zeros.from);
    }
    std::vector<double> limits = {*left, *right};
    for (const auto &[x, beside] : f.jumps())
        limits.insert(limits.end(), {beside.left, beside.right});
    return ValueRange{endOf(f, -1, inputs, limits), endOf(f, 1, inputs, limits)};
}

/** |f'(x + h) - 2 f'(x) + f'(x - h)| / h: goes to 0 with h where f'' is continuous, and to its jump where it is not. */
double bending(const Subject &f, double x, double h)
{
    return std::abs(f.slope(x + h) - 2 * f.slope(x) + f.slope(x - h)) / h;
}

/** Follows the strongest bending within h of x down to very small h. */
std::optional<double> bendNear(const Subject &f, double x, double h)
{
    constexpr int parts = 16;
    constexpr double smallestJump = 1e-3; // of f''; 1e-7 times f''' is far less, and so is rounding
    while (h > 1e-7) {
        const double fine = h / (parts / 2);
        double best = x;
        for (int i = 0; i <= parts; ++i) {
            const double at = x - h + i * fine;
            if (bending(f, at, fine) > bending(f, best, fine))
                best = at;
        }
        x = best;
        h = fine;
    }
    return bending(f, x, h) > smallestJump ? std::optional(std::round(x * 1e6) / 1e6) : std::nullopt;
}

std::vector<double> bendsOf(const Subject &f)
{
    const std::vector<double> xs = f.grid();
    std::vector<double> strength;
    for (const double x : xs)
        strength.push_back(f.kinkNear(x, 2 * gridStep) ? 0 : bending(f, x, gridStep));
    std::vector<double> places;
    for (std::size_t i = 1; i + 1 < xs.size(); ++i) {
        const bool isStrongest = strength[i] > 1e-5 && strength[i] >= strength[i - 1] && strength[i] > strength[i + 1];
        const auto place = isStrongest ? bendNear(f, xs[i], gridStep) : std::nullopt;
        if (place && (places.empty() || *place > places.back()))
            places.push_back(*place + 0.0); // no -0
    }
    return places;
}

bool isStraight(const Subject &f)
{
    return f.kinks().empty() && f.jumps().empty()
           && std::ranges::all_of(f.grid(), [&](double x) { return closeTo(f.slope(x), f.slope(0)); });
}

bool isOdd(const Subject &f)
{
    return std::ranges::all_of(f.grid(), [&](double x) { return closeTo(f.value(-x), -f.value(x)); });
}

} // namespace

bool ActivationShape::isBoundedBelow() const
{
    return range && std::isfinite(range->low.value);
}

bool ActivationShape::isBoundedAbove() const
{
    return range && std::isfinite(range->high.value);
}

std::optional<ActivationShape> shapeOf(const Activation &activation, std::span<const double> parameters)
{
    const Subject f(activation, parameters);
    if (std::ranges::any_of(f.grid(), [&](double x) { return std::isnan(f.value(x)); }))
        return std::nullopt;
    ActivationShape shape;
    SlopeScan(f).fill(shape);
    shape.range = rangeOf(f, shape.zeroSlope);
    shape.kinks = f.kinks();
    for (const auto &[x, beside] : f.jumps())
        shape.jumps.push_back(x);
    shape.bends = bendsOf(f);
    shape.slopeFarLeft = activation.derivative(-infinity, parameters);
    shape.slopeFarRight = activation.derivative(infinity, parameters);
    shape.isLinear = isStraight(f);
    shape.isOdd = isOdd(f);
    return shape;
}

} // namespace actiscope
