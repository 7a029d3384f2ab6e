#include "core/analysis/mean_interval.h"

#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <stdexcept>

namespace actiscope {

MeanIntervals::MeanIntervals(double level) : m_level(level)
{
    if (!(level > 0 && level < 1))
        throw std::invalid_argument("MeanIntervals: a level is between 0 and 1");
}

/** Two-sided, for n − 1 degrees of freedom. */
double MeanIntervals::quantile(std::size_t count)
{
    if (count >= m_quantiles.size())
        m_quantiles.resize(count + 1);
    double &kept = m_quantiles[count];
    if (kept == 0) {
        const boost::math::students_t_distribution<double> student(static_cast<double>(count - 1));
        kept = boost::math::quantile(boost::math::complement(student, (1 - m_level) / 2));
    }
    return kept;
}

/** Sums are of distances from the first value: those of equal values are exactly 0, and large values with a small spread lose no digits. */
MeanInterval MeanIntervals::of(std::span<const double> values)
{
    MeanInterval result;
    result.count = values.size();
    if (values.empty())
        return result;
    const auto count = static_cast<double>(values.size());
    double sum = 0;
    for (const double value : values)
        sum += value - values.front();
    const double shift = sum / count;
    result.mean = values.front() + shift;
    if (values.size() < 2)
        return result;
    double squares = 0;
    for (const double value : values)
        squares += (value - values.front() - shift) * (value - values.front() - shift);
    result.deviation = std::sqrt(squares / (count - 1));
    const double half = quantile(values.size()) * result.deviation / std::sqrt(count);
    result.low = result.mean - half;
    result.high = result.mean + half;
    return result;
}

} // namespace actiscope
