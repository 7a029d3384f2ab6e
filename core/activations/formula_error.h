// What is wrong with a formula, and the bounds within which formulas are read.
#pragma once

#include "core/base/errors.h"

#include <cstddef>
#include <utility>

namespace actiscope {

/** What is wrong with a formula, in one sentence that says what is accepted, and at which character. */
class FormulaError : public Error {
public:
    FormulaError(std::size_t position, Message message) : Error(std::move(message)), m_position(position) {}
    /** In characters (not bytes) from the start, which is 0; at most the number of characters. */
    std::size_t position() const { return m_position; }

private:
    std::size_t m_position;
};

/** What can be typed: longer formulas are refused before anything is made of them. */
namespace formula_limits {
inline constexpr std::size_t characters = 1000;
inline constexpr std::size_t depth = 100;           ///< of signs, powers and conditions in one another; a bracket counts twice
inline constexpr std::size_t operations = 300;      ///< of the formula
inline constexpr std::size_t derivativeSize = 2000; ///< operations of the derivative when written out
inline constexpr double exponent = 100;             ///< of a power, if it is a number
inline constexpr double largest = 1e30;             ///< of numbers, so that a float holds them and their inverse
} // namespace formula_limits

} // namespace actiscope
