// Which activations consist of straight pieces: told from their formulas and kinks, not by looking at values between.
#pragma once

#include "core/activations/activation.h"

namespace actiscope {

/** Whether it is built in and f consists of straight pieces, three at most, without jumps, whatever its parameters are: its derivative's formula has x in
 *  conditions only, so that it is constant between kinks, and both sides of every kink meet. Never of a formula: its parameters may make it
 *  anything. */
bool isPiecewiseLinear(const Activation &activation);

} // namespace actiscope
