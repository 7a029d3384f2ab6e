// How often values fall into bins of equal width.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace actiscope {

struct HistogramRange {
    double low = 0;
    double high = 0;

    bool operator==(const HistogramRange &) const = default;
};

inline constexpr int maxHistogramBins = 10'000;

/** Counts as numpy.histogram(values, bins, range) makes them: bin i holds low + i·w ≤ value < low + (i + 1)·w with
 *  w = (high − low) / bins, the last one also high itself. Values outside and NaN are counted apart. */
struct Histogram {
    HistogramRange range;
    std::vector<std::int64_t> counts; ///< one a bin
    std::int64_t below = 0;           ///< -∞ included
    std::int64_t above = 0;           ///< +∞ included
    std::int64_t nan = 0;
};

/** Throws ConfigurationError("bins", …), or for `rangeOption`, for what histogram() does not accept. */
void validateHistogram(int bins, const std::optional<HistogramRange> &range, std::string_view rangeOption = "range");

/** 1 to maxHistogramBins bins over `range` (finite, low < high). Without one: the range of the finite values; half a unit on each side of a
 *  single value, [0, 1] if there is none. Throws as validateHistogram(). */
Histogram histogram(std::span<const double> values, int bins, const std::optional<HistogramRange> &range);

/** From the value below which (1 − share) / 2 of the finite values lie, to the one above which as many do: two of the values, as
 *  numpy.quantile(method="lower") and ("higher") give them. `share` is in (0, 1]. Nothing without finite values. */
std::optional<HistogramRange> middleOf(std::span<const double> values, double share);

} // namespace actiscope
