// Several parameter values of one activation at once: the families that are drawn beside one another, and what an activation
// that draws its parameter while training (RReLU) may draw. Pure functions.
#pragma once

#include "core/activations/activation.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace actiscope {

/** The most values that are drawn at once. */
inline constexpr std::size_t maxFamilySize = 8;

/** Three values to begin with, ascending: 0.1, 0.5 and 1 where the range has room for them, else a tenth, a half and nine tenths
 *  of the way through the range. */
std::vector<double> startingFamily(const ActivationParameter &parameter);

/** The parameters of an element for which `r` in [0, 1] was drawn: every one is the drawn value. The activation must draw. */
std::vector<double> drawnParameters(const Activation &activation, std::span<const double> parameters, double r);

/** Those of `count` elements, from the generator that training uses; the same for the same seed. */
std::vector<std::vector<double>> randomParameters(const Activation &activation, std::span<const double> parameters, std::size_t count,
                                                  std::uint32_t seed);

} // namespace actiscope
