#include "core/analysis/second_derivative.h"

#include "core/base/real.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace actiscope {

namespace {

constexpr double firstStep = 0.25;
constexpr std::size_t levels = 14; ///< the last step is 3e-5, far above the rounding of x
constexpr double rounding = 4e-16; ///< of f', relative
constexpr double accurate = 1e-10; ///< relative to max(1, |f''|): no plot shows less
/** Values of f' around x, and what differences of them say. */
class Slopes {
public:
    Slopes(const Activation &activation, double x, std::span<const double> parameters)
        : m_activation(activation), m_x(x), m_parameters(parameters), m_here(activation.derivative(x, parameters))
    {
    }

    /** (f'(x + h) - f'(x - h)) / 2h; remembers both sides for jump(). */
    double central(double h)
    {
        const double right = m_activation.derivative(m_x + h, m_parameters);
        const double left = m_activation.derivative(m_x - h, m_parameters);
        m_jump = std::abs((right - m_here) - (m_here - left)) / h;
        m_size = std::max({std::abs(right), std::abs(left), std::abs(m_here)});
        return (right - left) / (2 * h);
    }
    /** How far the slopes to either side were apart in the last difference; goes with h where f'' exists. */
    double jump() const { return m_jump; }
    double roundingError(double h) const { return rounding * m_size / h; }

private:
    const Activation &m_activation;
    double m_x;
    std::span<const double> m_parameters;
    double m_here;
    double m_jump = 0;
    double m_size = 0;
};

} // namespace

SecondDerivative secondDerivative(const Activation &activation, double x, std::span<const double> parameters)
{
    Slopes slopes(activation, x, parameters);
    std::array<double, levels> row{};
    std::array<double, levels> previous{};
    SecondDerivative best{std::numeric_limits<double>::quiet_NaN(), infinity};
    double h = firstStep;
    double jump = infinity;
    for (std::size_t level = 0; level < levels; ++level, h /= 2) {
        row[0] = slopes.central(h);
        const double before = std::exchange(jump, slopes.jump());
        // Of a smooth f' the two sides come together by halves; where they stay apart, nothing is settled at this step.
        const bool comesTogether = level > 0 && jump <= std::max(0.7 * before, 16 * slopes.roundingError(h));
        double power = 4;
        for (std::size_t order = 1; order <= level; ++order, power *= 4) {
            row[order] = row[order - 1] + (row[order - 1] - previous[order - 1]) / (power - 1);
            const double error =
                std::max(std::abs(row[order] - row[order - 1]), std::abs(row[order] - previous[order - 1])) + slopes.roundingError(h);
            if (comesTogether && error < best.error)
                best = {row[order], error};
        }
        if (comesTogether && best.error <= accurate * std::max(1.0, std::abs(best.value)))
            break;
        previous = row;
    }
    return best;
}

} // namespace actiscope
