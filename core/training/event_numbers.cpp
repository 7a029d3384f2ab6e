#include "core/training/event_numbers.h"

#include "core/base/number_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace actiscope {

std::string eventNumber(double value)
{
    return shortNumberText(value, 3);
}

std::string timesText(double value)
{
    const double unit = std::pow(10.0, std::max(0.0, std::floor(std::log10(value)) - 1));
    if (!(value >= 10 && value < 1e9))
        return shortNumberText(value, 2);
    std::string digits = fixedText(std::round(value / unit) * unit, 0);
    for (std::size_t place = digits.size(); place > 3 && digits.size() > 4; place -= 3)
        digits.insert(place - 3, "\u00a0");
    return digits;
}

std::string tinyText(double value)
{
    if (!(value > 0 && value < 1e-3))
        return shortNumberText(value, 2);
    static constexpr const char *superscripts[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    double exponent = std::floor(std::log10(value));
    double digit = std::round(value / std::pow(10.0, exponent));
    if (digit >= 10) {
        digit = 1;
        ++exponent;
    }
    std::string text = fixedText(digit, 0) + "·10⁻";
    for (const char c : fixedText(-exponent, 0))
        text += superscripts[c - '0'];
    return text;
}

} // namespace actiscope
