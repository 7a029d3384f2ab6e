// How colours differ to people: what the criteria of a palette are measured with.
#pragma once

#include "ui/base/theme.h"

#include <QColor>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace actiscope::test {

inline double linearChannel(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

inline double encodedChannel(double value)
{
    const double v = std::clamp(value, 0.0, 1.0);
    return v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
}

struct Lab {
    double L = 0, a = 0, b = 0;
};

/** CIE 1976 L*a*b* of an sRGB colour, white D65. */
inline Lab labOf(const QColor &color)
{
    const double r = linearChannel(color.redF()), g = linearChannel(color.greenF()), b = linearChannel(color.blueF());
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/** CIEDE2000, as Sharma, Wu and Dalal 2005 write it. */
inline double difference2000(const Lab &one, const Lab &other)
{
    constexpr double degree = std::numbers::pi / 180;
    const auto seventh = [](double c) { return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7))); };
    const double g = 1 + 0.5 * (1 - seventh((std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2));
    const double c1 = std::hypot(g * one.a, one.b), c2 = std::hypot(g * other.a, other.b);
    const auto hue = [](double b, double a) { return std::fmod(std::atan2(b, a) / degree + 360, 360); };
    const double h1 = c1 > 0 ? hue(one.b, g * one.a) : 0, h2 = c2 > 0 ? hue(other.b, g * other.a) : 0;
    const bool isGrey = c1 * c2 == 0;
    const double dh = isGrey ? 0 : std::remainder(h2 - h1, 360);
    double mean = isGrey ? h1 + h2 : (h1 + h2) / 2;
    if (!isGrey && std::abs(h1 - h2) > 180)
        mean += h1 + h2 < 360 ? 180 : -180;
    const double dL = other.L - one.L, dC = c2 - c1, dH = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2 * degree);
    const double l = (one.L + other.L) / 2 - 50, c = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos((mean - 30) * degree) + 0.24 * std::cos(2 * mean * degree) + 0.32 * std::cos((3 * mean + 6) * degree)
                     - 0.2 * std::cos((4 * mean - 63) * degree);
    const double sL = 1 + 0.015 * l * l / std::sqrt(20 + l * l), sC = 1 + 0.045 * c, sH = 1 + 0.015 * c * t;
    const double rT = -2 * seventh(c) * std::sin(60 * std::exp(-std::pow((mean - 275) / 25, 2)) * degree);
    return std::sqrt(std::pow(dL / sL, 2) + std::pow(dC / sC, 2) + std::pow(dH / sH, 2) + rT * dC / sC * dH / sH);
}

inline double difference2000(const QColor &one, const QColor &other)
{
    return difference2000(labOf(one), labOf(other));
}

/** As people without green cones see it: Machado, Oliveira and Fernandes 2009, severity 1. */
inline QColor deuteranope(const QColor &color)
{
    constexpr std::array<std::array<double, 3>, 3> matrix{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    const std::array<double, 3> seen{linearChannel(color.redF()), linearChannel(color.greenF()), linearChannel(color.blueF())};
    std::array<float, 3> result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = static_cast<float>(encodedChannel(matrix[i][0] * seen[0] + matrix[i][1] * seen[1] + matrix[i][2] * seen[2]));
    return QColor::fromRgbF(result[0], result[1], result[2]);
}

} // namespace actiscope::test
