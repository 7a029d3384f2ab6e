#include "ui/base/class_palette.h"

#include "ui/base/theme.h"

#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace actiscope {

namespace {

using Areas = std::array<QColor, paletteClasses>;

const Areas &areasOf(const Theme &theme)
{
    static const Areas light{QColor(0xbb, 0xbe, 0xc5), QColor(0xff, 0xef, 0xd0), QColor(0xc1, 0xc2, 0x82), QColor(0xdf, 0xf9, 0xf1),
                             QColor(0xc7, 0xc6, 0xf7), QColor(0xdf, 0xec, 0xfe), QColor(0xd9, 0xbe, 0xb3), QColor(0xc8, 0xf6, 0xd9)};
    static const Areas dark{QColor(0x2d, 0x38, 0x42), QColor(0x67, 0x5a, 0x42), QColor(0x0e, 0x35, 0x1c), QColor(0x66, 0x5f, 0x84),
                            QColor(0x50, 0x36, 0x15), QColor(0x42, 0x5f, 0x59), QColor(0x28, 0x2b, 0x51), QColor(0x71, 0x5f, 0x5c)};
    return theme.isDark ? dark : light;
}

/** Corners at these radii in turn, the first one at this angle (0 is to the right, clockwise). */
QPainterPath polygon(int corners, double first, double outer, double inner)
{
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const double angle = first + 2 * std::numbers::pi * i / corners;
        const double radius = i % 2 ? inner : outer; // equal ones, but for a star
        points << QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath crossShape()
{
    constexpr double arm = 0.4, end = 1.15;
    QPainterPath path;
    path.addPolygon(QPolygonF{{-arm, -end}, {arm, -end}, {arm, -arm}, {end, -arm}, {end, arm}, {arm, arm},
                              {arm, end}, {-arm, end}, {-arm, arm}, {-end, arm}, {-end, -arm}, {-arm, -arm}});
    path.closeSubpath();
    return path;
}

QPainterPath circleShape()
{
    QPainterPath path;
    path.addEllipse(QPointF(0, 0), 1, 1);
    return path;
}

} // namespace

ClassColors classColors(int label, const Theme &theme)
{
    const int place = label % paletteClasses;
    const QColor area = areasOf(theme)[static_cast<std::size_t>(place)];
    const bool isInk = place % 2 == 0;
    if (theme.isDark)
        return isInk ? ClassColors{area, QColor(0x10, 0x15, 0x1a), QColor(0xa9, 0xb6, 0xc3)}
                     : ClassColors{area, QColor(0xfb, 0xf8, 0xf2), QColor(0x2a, 0x24, 0x18)};
    return isInk ? ClassColors{area, QColor(0x26, 0x32, 0x3b), QColor(0xff, 0xfd, 0xf8)}
                 : ClassColors{area, QColor(0xff, 0xfd, 0xf8), QColor(0x5f, 0x4c, 0x2b)};
}

ClassColors classColorsOn(const QColor &ground, int label, const Theme &theme)
{
    ClassColors colors = classColors(label, theme);
    if (contrastRatio(colors.fill, ground) > contrastRatio(colors.rim, ground))
        colors.rim = colors.fill;
    return colors;
}

QColor wrongColor(const Theme &theme)
{
    return theme.error;
}

QColor probabilityShade(double probability, const Theme &theme)
{
    if (std::isnan(probability))
        return theme.plotBackground;
    const double step = std::floor(std::clamp(probability, 0.0, 1.0) * shadingSteps);
    return mix(areasOf(theme)[0], areasOf(theme)[1], std::min(step, shadingSteps - 1.0) / (shadingSteps - 1));
}

/** Slate to sand like the classes, and farther: a surface has more to tell than two areas. */
QColor valueShade(double share, const Theme &theme)
{
    if (std::isnan(share))
        return theme.plotBackground;
    const QColor low = theme.isDark ? QColor(0x1d, 0x27, 0x31) : QColor(0x6f, 0x78, 0x84);
    const QColor high = theme.isDark ? QColor(0xb5, 0xa4, 0x80) : QColor(0xff, 0xf4, 0xde);
    return mix(low, high, std::clamp(share, 0.0, 1.0));
}

const QPainterPath &classShape(int label)
{
    constexpr double up = -std::numbers::pi / 2;
    static const std::array<QPainterPath, paletteClasses> shapes{
        circleShape(),
        polygon(3, up, 1.3, 1.3),
        polygon(4, up / 2, 1.25, 1.25),
        polygon(4, up, 1.35, 1.35),
        polygon(3, -up, 1.3, 1.3),
        polygon(10, up, 1.45, 0.65),
        crossShape(),
        polygon(6, up, 1.15, 1.15)};
    return shapes[static_cast<std::size_t>(label % paletteClasses)];
}

} // namespace actiscope
