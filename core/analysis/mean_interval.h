// The mean of a few measurements, and how far from it the true mean may be.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace actiscope {

/** A mean and its confidence interval by Student's t: mean ± t · s / √n with n − 1 degrees of freedom. */
struct MeanInterval {
    std::size_t count = 0;
    double mean = std::numeric_limits<double>::quiet_NaN();      ///< NaN of nothing
    double deviation = std::numeric_limits<double>::quiet_NaN(); ///< s, with n − 1 below; NaN of fewer than two
    double low = std::numeric_limits<double>::quiet_NaN();       ///< NaN of fewer than two, as is `high`
    double high = std::numeric_limits<double>::quiet_NaN();
};

/** Means and intervals of one confidence level; keeps the quantiles that it has computed. One thread at a time. */
class MeanIntervals {
public:
    /** Throws std::invalid_argument unless 0 < level < 1. */
    explicit MeanIntervals(double level = 0.95);

    double level() const { return m_level; }
    /** Values are finite. Equal ones have a deviation of exactly 0. */
    MeanInterval of(std::span<const double> values);

private:
    double quantile(std::size_t count);

    double m_level;
    std::vector<double> m_quantiles; ///< by count; 0 where it has not been computed
};

} // namespace actiscope
