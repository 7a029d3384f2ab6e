// The activations that were made from formulas. What is in here stays as long as the program, so that a pointer to it is as good
// as one to a built-in row; a later version of the same formula (another name, other defaults) only takes its place in look-ups.
#pragma once

#include "core/activations/formula.h"

#include <string_view>
#include <vector>

namespace actiscope {

/** The activation of this formula: the one that is there, or a new one with the formula as its name and defaults of 1.
 *  Throws FormulaError. Any thread. */
const Activation *customActivation(std::string_view formula);

/** Makes the activation of this formula with these properties and lists it. Where there is one with other properties, look-ups
 *  give the new one from now on, and the old one stays valid. Throws FormulaError. Any thread. */
const Activation *addCustomActivation(std::string_view formula, const FormulaProperties &properties);

/** Takes an activation off the list; whoever has it or its text can use it as before. Any thread. */
void removeCustomActivation(const Activation &activation);

/** What addCustomActivation() made and was not forgotten, the newest of each formula, in the order in which they came. Any
 *  thread. */
std::vector<const Activation *> customActivations();

} // namespace actiscope
