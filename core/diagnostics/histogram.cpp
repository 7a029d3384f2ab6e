#include "core/diagnostics/histogram.h"

#include "core/base/errors.h"
#include "core/base/number_text.h"
#include "core/base/real.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>

namespace actiscope {
namespace {

HistogramRange rangeOf(std::span<const double> values)
{
    HistogramRange range{infinity, -infinity};
    for (const double value : values) {
        if (std::isfinite(value))
            range = {std::min(range.low, value), std::max(range.high, value)};
    }
    if (range.low > range.high)
        return {0, 1};
    return range.low < range.high ? range : HistogramRange{range.low - 0.5, range.high + 0.5};
}

/** bins + 1 of them, as numpy.linspace. */
std::vector<double> edgesOf(const HistogramRange &range, int bins)
{
    const double whole = range.high - range.low;
    const double width = std::isfinite(whole) ? whole / bins : range.high / bins - range.low / bins;
    std::vector<double> edges;
    for (int i = 0; i < bins; ++i)
        edges.push_back(std::min(i * width + range.low, range.high));
    edges.push_back(range.high);
    return edges;
}

/** Finds the bin of a value within the range: by its distance from the low end, which rounding may have put a bin too far, and then by the edges. */
class BinSearch {
public:
    BinSearch(const HistogramRange &range, const std::vector<double> &edges)
        : m_low(range.low), m_scale(static_cast<double>(edges.size() - 1) / (range.high - range.low)), m_edges(edges)
    {
    }

    std::size_t of(double value) const
    {
        const std::size_t last = m_edges.size() - 2;
        const double guess = (value - m_low) * m_scale; // infinite or NaN where the range is about as wide as numbers are
        std::size_t bin = guess < static_cast<double>(last) ? static_cast<std::size_t>(guess) : last;
        while (value < m_edges[bin] && bin > 0)
            --bin;
        while (bin < last && value >= m_edges[bin + 1]) // the edge at high is left out, so that high itself falls into the last bin
            ++bin;
        return bin;
    }

private:
    double m_low;
    double m_scale;
    const std::vector<double> &m_edges;
};

} // namespace

void validateHistogram(int bins, const std::optional<HistogramRange> &range, std::string_view rangeOption)
{
    if (bins < 1 || bins > maxHistogramBins)
        throw ConfigurationError("bins", std::to_string(bins),
                                 {ACTISCOPE_TR("core", "a whole number from 1 to %1"), {std::to_string(maxHistogramBins)}});
    if (range && !(std::isfinite(range->low) && std::isfinite(range->high) && range->low < range->high))
        throw ConfigurationError(rangeOption, numberText(range->low) + "," + numberText(range->high),
                                 ACTISCOPE_TR("core", "two finite numbers, the lower one first"));
}

std::optional<HistogramRange> middleOf(std::span<const double> values, double share)
{
    std::vector<double> finite;
    std::ranges::copy_if(values, std::back_inserter(finite), [](double value) { return std::isfinite(value); });
    if (finite.empty())
        return std::nullopt;
    const double last = static_cast<double>(finite.size() - 1);
    const auto low = static_cast<std::ptrdiff_t>(std::floor((1 - share) / 2 * last));
    const auto high = static_cast<std::ptrdiff_t>(std::ceil((1 + share) / 2 * last));
    std::nth_element(finite.begin(), finite.begin() + low, finite.end());
    const double lowest = finite[static_cast<std::size_t>(low)];
    std::nth_element(finite.begin() + low, finite.begin() + high, finite.end());
    return HistogramRange{lowest, finite[static_cast<std::size_t>(high)]};
}

Histogram histogram(std::span<const double> values, int bins, const std::optional<HistogramRange> &range)
{
    validateHistogram(bins, range);
    Histogram result{.range = range ? *range : rangeOf(values), .counts = std::vector<std::int64_t>(static_cast<std::size_t>(bins))};
    const std::vector<double> edges = edgesOf(result.range, bins);
    const BinSearch search(result.range, edges);
    for (const double value : values) {
        if (std::isnan(value))
            ++result.nan;
        else if (value < result.range.low)
            ++result.below;
        else if (value > result.range.high)
            ++result.above;
        else
            ++result.counts[search.of(value)];
    }
    return result;
}

} // namespace actiscope
