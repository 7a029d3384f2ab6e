// A series of any length that is drawn in the time and in the memory that its pixels take: least and greatest values of buckets, kept as it grows.
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

/** Values are appended; NaN is none, infinities count. Of buckets there are levels, each with twice as many values in a bucket as the one below. Of a long
 *  series values are kept at even distances and the last one, and the small buckets are given up: what is drawn of all of it stays the same. */
class DecimatedSeries {
public:
    void append(double value);
    std::size_t size() const { return m_size; }
    /** The value there, or the one of kept(place) in its place. */
    double operator[](std::size_t place) const { return place + 1 == m_size ? m_last : m_values[place / m_stride]; }
    /** The last place up to this one < size() whose value is there. */
    std::size_t kept(std::size_t place) const { return place + 1 == m_size ? place : place - place % m_stride; }

    /** At most `most` ≥ 2 buckets that together hold the values from `first` to `last`, one value each where that
     *  is few enough; of a long series fewer where they are near one another. Buckets begin at multiples of their size, so that they do not change while
     *  a view moves. */
    std::vector<SeriesBucket> buckets(std::size_t first, std::size_t last, std::size_t most) const;

    /** So many values are kept, and so many buckets of the smallest. */
    static constexpr std::size_t maxValues = 16384, maxBuckets = 4096;

private:
    void thin();

    std::size_t m_size = 0;
    double m_last = 0;
    std::vector<double> m_values; ///< at multiples of the stride
    std::size_t m_stride = 1;
    std::vector<std::vector<SeriesBucket>> m_levels; ///< the newest bucket of each may not be full yet
    std::size_t m_shift = 3; ///< of the lowest level, whose buckets have 8 values at first: fewer would take more memory than the values
};

} // namespace actiscope
