// Numbers as the window shows them: "." as decimal sign whatever the locale, "−" as minus sign, no needless zeros.
#pragma once

#include <QString>

namespace actiscope {

/** U+2212, as wide as a digit and readable from the last row, unlike a hyphen. */
inline constexpr QChar minusSign{0x2212};

/** With this many significant digits, without trailing zeros: "−0.0064", "1.2e−7", "∞", "NaN". */
QString formatNumber(double value, int significantDigits = 4);

/** With exactly this many decimals, so that a changing number keeps its place: "−0.640". Never "−0.000". */
QString formatFixed(double value, int decimals);

/** With at most this many decimals, without trailing zeros: "0.01". */
QString formatTrimmed(double value, int decimals);

/** Reads "0.01", "0,01" and "−1"; `ok` says whether it is a number. */
double parseTypedNumber(QString text, bool *ok);

} // namespace actiscope
