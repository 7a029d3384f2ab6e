// Classes by a curve that somebody typed: y = f(x).
#pragma once

#include "core/data/labelled_points.h"

#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** The formula of "y = sin(3x)", or of "sin(3x)" alone. Throws ConfigurationError("curve", …) unless it is one in x alone
 *  (core/activations/formula_parser.h). */
std::string curveFormula(std::string_view text);

/** f at these x; NaN where it has no value. Throws as curveFormula(). */
std::vector<double> curveValues(std::string_view text, const std::vector<double> &x);

/** Gives each point of the plane a class: 1 where it lies above the curve (y > f(x)), else 0. Throws as curveFormula(). */
void divideByCurve(LabelledPoints &points, std::string_view text);

} // namespace actiscope
