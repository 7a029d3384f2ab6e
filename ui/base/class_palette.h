// How classes look in the plane: stones on a board, ink on slate and ivory on sand. They differ by lightness, outline and shape and hardly by hue, so
// that none is taken for a model. Also what stands for the values of a regression. GUI thread.
#pragma once

#include <QColor>
#include <QPainterPath>

namespace actiscope {

struct Theme;

struct ClassColors {
    QColor area; ///< where the network says this class
    QColor fill; ///< of a point
    QColor rim;  ///< around it, so that it is seen on every area
};

inline constexpr int paletteClasses = 8; ///< beyond, they begin again
inline constexpr int shadingSteps = 32;  ///< from one area to the other

ClassColors classColors(int label, const Theme &theme);

/** The same on a ground that is no class's area: the rim is the one of the two colours that differs more from it. */
ClassColors classColorsOn(const QColor &ground, int label, const Theme &theme);

/** Around a point that the network says to be of another class; also of other errors. */
QColor wrongColor(const Theme &theme);

/** Where a probability of class 1 is shaded: straight from area 0 to area 1, in steps. */
QColor probabilityShade(double probability, const Theme &theme);

/** Of a value, from the least (0) to the largest (1). */
QColor valueShade(double share, const Theme &theme);

/** Circle, triangle, square, diamond, inverted triangle, star, cross, hexagon: of radius 1 around the origin, and of about one area. */
const QPainterPath &classShape(int label);

} // namespace actiscope
