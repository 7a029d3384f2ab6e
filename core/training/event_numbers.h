// Numbers as the sentences about a run say them.
#pragma once

#include <string>

namespace actiscope {

/** Three digits that count. */
std::string eventNumber(double value);
/** Two digits that count, in full: "22 000". */
std::string timesText(double value);
/** Of what is tiny the power of ten that one sees on the axis: "3·10⁻⁷". */
std::string tinyText(double value);

} // namespace actiscope
