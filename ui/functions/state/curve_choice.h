// Which curves the plots draw for the present state and view, and how: the shown functions; or the family of the focused
// one; its ghost; where it draws its slope, the band and what was drawn. GUI thread.
#pragma once

#include "core/activations/activation.h"

#include <QPen>
#include <QString>

#include <vector>

namespace actiscope {

struct Theme;
class ActivationColors;
class FunctionsState;

struct CurveChoice {
    enum class Kind {
        Function, ///< one of the shown ones
        Preview,  ///< the focused one while it is looked at without being shown: thin and dashed
        Member,   ///< of the focused one's family
        Ghost,    ///< the focused one before the drag
        Drawn,    ///< the focused one with a slope that an element drew
        BandLow,  ///< the least and the greatest slope that can be drawn; what lies between is shaded
        BandHigh,
    };
    Kind kind = Kind::Function;
    const Activation *activation = nullptr;
    std::vector<double> parameters;
    QPen pen;
    QColor textColor;
    QString label;        ///< at the curve's end, or empty
    bool isFocus = false; ///< belongs to the focused function, and moves with its slider

    bool operator==(const CurveChoice &) const = default;
};

/** From the undermost to the uppermost. */
std::vector<CurveChoice> chooseCurves(const FunctionsState &state, const ActivationColors &colors, const Theme &theme);

} // namespace actiscope
