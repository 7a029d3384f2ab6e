#include "core/drawing/decimated_series.h"

#include <algorithm>
#include <cmath>

namespace actiscope {
namespace {

void include(SeriesBucket &bucket, const SeriesBucket &next)
{
    if (std::isnan(bucket.least) || next.least < bucket.least) {
        bucket.least = next.least;
        bucket.leastAt = next.leastAt;
    }
    if (std::isnan(bucket.greatest) || next.greatest > bucket.greatest) {
        bucket.greatest = next.greatest;
        bucket.greatestAt = next.greatestAt;
    }
    bucket.count += next.count;
}

} // namespace

void DecimatedSeries::append(double value)
{
    const std::size_t place = m_size++;
    m_last = value;
    if (place % m_stride == 0)
        m_values.push_back(value);
    const SeriesBucket single{place, 1, value, value, place, place};
    for (std::size_t level = 0; level == 0 || (place >> (m_shift + level - 1)) > 0; ++level) {
        if (level == m_levels.size()) {
            m_levels.emplace_back();
            if (level > 0)
                m_levels[level].push_back(m_levels[level - 1].front()); // all values before this one
        }
        std::vector<SeriesBucket> &buckets = m_levels[level];
        if ((place >> (m_shift + level)) == buckets.size())
            buckets.push_back(single);
        else
            include(buckets.back(), single);
    }
    thin();
}

void DecimatedSeries::thin()
{
    if (m_values.size() > maxValues) {
        for (std::size_t i = 0; 2 * i < m_values.size(); ++i)
            m_values[i] = m_values[2 * i];
        m_values.resize((m_values.size() + 1) / 2);
        m_stride *= 2;
    }
    if (m_levels.front().size() > maxBuckets) {
        m_levels.erase(m_levels.begin());
        ++m_shift;
    }
}

std::vector<SeriesBucket> DecimatedSeries::buckets(std::size_t first, std::size_t last, std::size_t most) const
{
    if (first > last || first >= size())
        return {};
    last = std::min(last, size() - 1);
    std::vector<SeriesBucket> result;
    if (last - first < most && m_stride == 1) {
        for (std::size_t place = first; place <= last; ++place)
            result.push_back({place, 1, m_values[place], m_values[place], place, place});
        return result;
    }
    std::size_t level = 0;
    const auto bucketOf = [this, &level](std::size_t place) { return static_cast<std::ptrdiff_t>(place >> (m_shift + level)); };
    while (level + 1 < m_levels.size() && bucketOf(last) - bucketOf(first) >= static_cast<std::ptrdiff_t>(most))
        ++level;
    const std::vector<SeriesBucket> &all = m_levels[level];
    return {all.begin() + bucketOf(first), all.begin() + bucketOf(last) + 1};
}

} // namespace actiscope
