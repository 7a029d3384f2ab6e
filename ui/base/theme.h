// The colours of the window and of everything drawn in it, one design for light rooms and one for dark ones. A theme is
// a value that widgets are given through setTheme(); the window applies it to the application. GUI thread.
#pragma once

#include <QColor>

#include <array>
#include <cstddef>

class QApplication;
class QString;

namespace actiscope {

/** What the user chose; System follows the desktop. */
enum class ColorScheme { System, Light, Dark };

struct Theme {
    bool isDark = false;
    double scale = 1;      ///< of lines and marks, which are as large as the text beside them
    double titleShare = 13.0 / 11; ///< of the other text
    QColor background;     ///< of the window
    QColor panel;          ///< of side panels and fields
    QColor plotBackground; ///< of plots
    QColor text;
    QColor mutedText; ///< secondary text; at least 4.5:1 on background, panel and plotBackground
    QColor border;    ///< hairlines between panels, outlines of controls
    QColor grid;
    QColor zeroLine;
    QColor accent; ///< focus and selection
    QColor accentText;
    QColor selection; ///< behind a selected row, under text in the text colour
    QColor error;
    /** Okabe–Ito in the order in which they are given out, the last one being the text colour. */
    std::array<QColor, 8> curves;
    QColor classZero;                                       ///< points of class 0 (blue)
    QColor classOne;                                        ///< points of class 1 (orange)
    QColor sequentialLow, sequentialMiddle, sequentialHigh; ///< the scale of ordered values: 0, ½, 1
    QColor divergingZero, divergingMiddle, divergingOne;    ///< the scale of probabilities: 0, ½, 1

    /** For a figure: lines and titles are of its own size, not of the window's. */
    Theme forFigure() const;

    static Theme light();
    static Theme dark();

    /** The colour that stands for the probability of class 1: blue at 0, near-white (near-black) at ½, orange at 1. NaN
     *  gives the plot's background. */
    QColor diverging(double probability) const;
    /** A scale of one hue for ordered values in [0, 1], the greater the farther from the background; in greys as in colours. */
    QColor sequential(double share) const;
    /** The accent under the pointer: darker, so that accentText stays readable on it. */
    QColor accentHover() const;
    /** Around check boxes and fields: at least 3:1 on the panel. */
    QColor outline() const;
    /** `color`, moved towards the text colour until it has a contrast of 4.5:1 on plots, panels and the window. */
    QColor readable(const QColor &color) const;
};

/** `share` of the way from one colour to the other, channel by channel. */
QColor mix(const QColor &from, const QColor &to, double share);

/** WCAG 2 contrast ratio, 1 … 21. */
double contrastRatio(const QColor &a, const QColor &b);

/** True when the desktop asks for dark windows. */
bool systemPrefersDark();

Theme themeFor(ColorScheme scheme);

/** Sets style, palette, font size (at least 11 pt) and style sheet of the whole application. */
void applyTheme(QApplication &application, const Theme &theme);

} // namespace actiscope
