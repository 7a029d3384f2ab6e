// A formula as text: in the vocabulary that OpenCL compiles, and for people.
#pragma once

#include "core/activations/formula_graph.h"

#include <span>
#include <string>

namespace actiscope {

/** In the vocabulary of gpu/kernels/common/vocabulary.cl, with `x`, `p0` and `p1`: ActivationSource::value and derivative. */
std::string formulaSource(const FormulaGraph &graph, int root);

/** For people: "sigmoid(b·x) + b·x·sigmoid′(b·x)". `parameters` are the names of the parameters. A slope that is the mean of
 *  two where arguments of max or min are equal reads as the choice it is elsewhere. */
std::string formulaText(const FormulaGraph &graph, int root, std::span<const std::string> parameters);

} // namespace actiscope
