// A series of any length that is drawn in the time that its pixels take: least and greatest values of buckets, kept as it grows.
#pragma once

#include <cstddef>
#include <vector>

namespace actiscope {

/** What a chart draws of consecutive values: two points, in the order in which they come. NaN where all of them are. */
struct SeriesBucket {
    std::size_t first = 0; ///< place of its first value
    std::size_t count = 0;
    double least = 0;
    double greatest = 0;
    std::size_t leastAt = 0;
    std::size_t greatestAt = 0;

    bool operator==(const SeriesBucket &) const = default;
};

/** Values are appended; NaN is none, infinities count. Of buckets there are levels, each with twice as many values in a bucket as the one below: three
 *  times the memory of the values in all. */
class DecimatedSeries {
public:
    void append(double value);
    std::size_t size() const { return m_values.size(); }
    double operator[](std::size_t place) const { return m_values[place]; }

    /** At most `most` ≥ 2 buckets that together hold the values from `first` to `last`, one value each where that
     *  is few enough. Buckets begin at multiples of their size, so that they do not change while a view moves. */
    std::vector<SeriesBucket> buckets(std::size_t first, std::size_t last, std::size_t most) const;

private:
    std::vector<double> m_values;
    std::vector<std::vector<SeriesBucket>> m_levels; ///< the newest bucket of each may not be full yet
};

} // namespace actiscope
