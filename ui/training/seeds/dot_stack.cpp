#include "ui/training/seeds/dot_stack.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace actiscope {

std::vector<QPointF> stackedDots(std::span<const double> x, double pitch, int highest)
{
    std::map<long long, std::vector<std::size_t>> piles;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (std::isfinite(x[i]))
            piles[std::llround(x[i] / pitch)].push_back(i);
    }
    std::vector<QPointF> dots(x.size(), QPointF(0, -1));
    for (const auto &[bin, members] : piles) {
        double middle = 0;
        for (const std::size_t i : members)
            middle += x[i] / static_cast<double>(members.size());
        const auto columns = (members.size() + static_cast<std::size_t>(highest) - 1) / static_cast<std::size_t>(highest);
        const std::size_t height = (members.size() + columns - 1) / columns;
        for (std::size_t k = 0; k < members.size(); ++k) {
            const double column = static_cast<double>(k / height) - static_cast<double>(columns - 1) / 2;
            dots[members[k]] = {middle + column * pitch, static_cast<double>(k % height)};
        }
    }
    return dots;
}

std::vector<double> roundNumbers(double low, double high, int most)
{
    if (!(high > low) || most < 1)
        return {};
    const double rough = (high - low) / most;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    std::vector<double> numbers;
    for (double k = std::ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; ++k)
        numbers.push_back(k * step);
    return numbers;
}

int decimalsOfStep(double step)
{
    return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 8);
}

int decimalsOf(std::span<const double> numbers)
{
    if (numbers.size() > 1)
        return decimalsOfStep(numbers[1] - numbers[0]);
    return numbers.empty() || numbers.front() == 0 ? 0 : decimalsOfStep(std::abs(numbers.front()));
}

} // namespace actiscope
