// Values of activations as a table: a header, full precision, "." as decimal point whatever the locale.
#pragma once

#include "core/activations/activation_spec.h"
#include "core/engine/backend.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace actiscope {

/** Columns activation (as it was given), x, value, derivative: all points of the first activation, then of the next. Throws
 *  BackendError. */
std::string evaluationCsv(Backend &backend, std::span<const ActivationSpec> activations, std::span<const double> points);

/** `count` ≥ 2 numbers from `from` to `to`, both included. */
std::vector<double> equallySpaced(double from, double to, std::size_t count);

} // namespace actiscope
