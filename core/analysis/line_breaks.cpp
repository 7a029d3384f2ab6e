#include "core/analysis/line_breaks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace actiscope {

namespace {

constexpr double noLine = std::numeric_limits<double>::quiet_NaN();

/** A share of the absolute values is at most this; infinite ones count, those that are not a number do not. */
double quantile(const SampledLine &line, double share)
{
    std::vector<double> sizes;
    for (const double y : line.y) {
        if (!std::isnan(y))
            sizes.push_back(std::abs(y));
    }
    if (sizes.empty())
        return 0;
    const auto place = sizes.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sizes.size() - 1));
    std::ranges::nth_element(sizes, place);
    return *place;
}

/** How far from 0 the interval of x reaches. */
double reach(const SampledLine &line)
{
    return line.x.empty() ? 0 : std::max(std::abs(line.x.front()), std::abs(line.x.back()));
}

/** What most of the line takes, or as much as there is of x. */
double usualSize(const SampledLine &line)
{
    constexpr double most = 1e4; // times as high as wide: nothing would be seen of what is near zero
    const double size = 2 * quantile(line, 0.75);
    return size <= most * reach(line) ? std::max(reach(line), size) : reach(line);
}

/** Finds the breaks of one line and writes the line with them. */
class Breaker {
public:
    Breaker(const SampledLine &line, const std::function<double(double)> &f) : m_line(line), m_f(f)
    {
        const Interval all = shownRange(line);
        m_visible = usualSize(line);
        m_suspicious = 0.02 * std::min(all.size(), 2 * m_visible);
    }

    SampledLine withBreaks()
    {
        for (std::size_t i = 0; i < m_line.x.size(); ++i) {
            if (i > 0)
                fillBetween(i - 1, i);
            append(m_line.x[i], m_line.y[i]);
        }
        m_result.range = shownRange(m_forRange);
        return std::move(m_result);
    }

private:
    struct Point {
        double x;
        double y;
    };

    /** How many times f may be asked for in all: a line that jumps everywhere is left as it is. */
    static constexpr int budget = 40000;

    void append(double x, double y, bool countsForRange = true)
    {
        m_result.x.push_back(x);
        m_result.y.push_back(y);
        if (!countsForRange)
            return;
        m_forRange.x.push_back(x);
        m_forRange.y.push_back(y);
    }
    double at(double x)
    {
        ++m_asked;
        return m_f(x);
    }
    static bool canBeHalved(double low, double high)
    {
        const double middle = std::midpoint(low, high);
        return low < middle && middle < high;
    }

    void fillBetween(std::size_t left, std::size_t right)
    {
        const Point low{m_line.x[left], m_line.y[left]};
        const Point high{m_line.x[right], m_line.y[right]};
        if (!(low.x < high.x) || m_asked > budget)
            return;
        if (std::isfinite(low.y) && std::isfinite(high.y)) {
            if (std::abs(high.y - low.y) > m_suspicious)
                followJump(low, high);
            else if (isPeak(left, right))
                followPeak(low, high);
        } else if (std::isfinite(low.y) != std::isfinite(high.y)) {
            followEnd(low, high);
        }
    }

    /** Halves towards the larger step. Where f is continuous that step soon becomes smaller. */
    void followJump(Point low, Point high)
    {
        const double step = std::abs(high.y - low.y);
        std::vector<Point> lows, highs;
        while (canBeHalved(low.x, high.x)) {
            const Point middle{std::midpoint(low.x, high.x), at(std::midpoint(low.x, high.x))};
            if (!std::isfinite(middle.y)) {
                followTo(middle.x, low, high, lows, highs);
                break;
            }
            if (std::abs(middle.y - low.y) > std::abs(high.y - middle.y))
                highs.push_back(high = middle);
            else
                lows.push_back(low = middle);
            if (std::abs(high.y - low.y) < 0.5 * step)
                return;
        }
        appendBroken(lows, highs);
    }

    /** From both sides to a point where f is no number. */
    void followTo(double place, Point low, Point high, std::vector<Point> &lows, std::vector<Point> &highs)
    {
        while (canBeHalved(low.x, place) && std::isfinite(low.y)) {
            low = {std::midpoint(low.x, place), at(std::midpoint(low.x, place))};
            lows.push_back(low);
        }
        while (canBeHalved(place, high.x) && std::isfinite(high.y)) {
            high = {std::midpoint(place, high.x), at(std::midpoint(place, high.x))};
            highs.push_back(high);
        }
    }

    /** Two high samples without a higher one beside them: a pole of even order between them, or a crest. */
    bool isPeak(std::size_t left, std::size_t right) const
    {
        const double size = std::max(std::abs(m_line.y[left]), std::abs(m_line.y[right]));
        const auto isHigher = [&](std::size_t i) { return i < m_line.y.size() && std::abs(m_line.y[i]) > size; };
        return size > m_visible && !isHigher(left - 1) && !isHigher(right + 1);
    }

    /** Climbs; a pole is left behind as high as one likes. */
    void followPeak(Point low, Point high)
    {
        constexpr double muchHigher = 8;
        const double enough = muchHigher * std::max(std::abs(low.y), std::abs(high.y));
        bool isPole = false;
        std::vector<Point> lows, highs;
        while (canBeHalved(low.x, high.x) && !isPole) {
            const Point middle{std::midpoint(low.x, high.x), at(std::midpoint(low.x, high.x))};
            isPole = !std::isfinite(middle.y);
            if (isPole) {
                followTo(middle.x, low, high, lows, highs);
                break;
            }
            if (std::abs(low.y) < std::abs(high.y))
                lows.push_back(low = middle);
            else
                highs.push_back(high = middle);
        }
        if (isPole || std::max(std::abs(low.y), std::abs(high.y)) > enough)
            appendBroken(lows, highs);
    }

    /** Up to the last number beside what is none. */
    void followEnd(Point low, Point high)
    {
        const bool fromLow = std::isfinite(low.y);
        const double start = fromLow ? low.y : high.y;
        if (std::abs(start) > 2 * m_visible)
            return; // has left the picture
        std::vector<Point> found;
        while (canBeHalved(low.x, high.x)) {
            const Point middle{std::midpoint(low.x, high.x), at(std::midpoint(low.x, high.x))};
            const bool isNumber = std::isfinite(middle.y);
            if (isNumber)
                found.push_back(middle);
            (isNumber == fromLow ? low : high) = middle;
        }
        if (!fromLow)
            std::ranges::reverse(found);
        for (const Point &point : found)
            append(point.x, point.y, false);
    }

    void appendBroken(const std::vector<Point> &lows, std::vector<Point> highs)
    {
        for (const Point &point : lows)
            append(point.x, point.y);
        append(lows.empty() ? m_result.x.back() : lows.back().x, noLine);
        std::ranges::reverse(highs);
        for (const Point &point : highs)
            append(point.x, point.y);
    }

    const SampledLine &m_line;
    const std::function<double(double)> &m_f;
    SampledLine m_result;
    SampledLine m_forRange;  ///< without what leads to the end of where f is defined
    double m_visible = 0;    ///< values beyond are probably not seen
    double m_suspicious = 0; ///< a step between neighbours that may be a jump
    int m_asked = 0;
};

} // namespace

Interval shownRange(const SampledLine &line)
{
    constexpr double tooHigh = 1e4; // times the interval of x
    constexpr double usual = 20;    // times what three quarters of the values are below
    Interval all;
    double highest = 0;
    for (const double y : line.y) {
        if (std::isfinite(y))
            all = {std::min(all.minimum, y), std::max(all.maximum, y)};
        highest = std::isnan(y) ? highest : std::max(highest, std::abs(y));
    }
    if (highest <= tooHigh * reach(line) || highest <= usual * quantile(line, 0.75))
        return all;
    const double limit = usualSize(line);
    return {std::max(all.minimum, -limit), std::min(all.maximum, limit)};
}

SampledLine brokenWhereItJumps(const SampledLine &line, const std::function<double(double)> &f)
{
    return Breaker(line, f).withBreaks();
}

} // namespace actiscope
