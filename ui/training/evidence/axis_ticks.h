// Round numbers along an axis that is drawn without a QCustomPlot.
#pragma once

#include <QString>

#include <vector>

namespace actiscope {

/** Multiples of 1, 2 or 5 times a power of ten from `low` to `high`, so many at most (2 or more); none where there is no range. */
std::vector<double> axisTicks(double low, double high, int most);

/** "−1", "0.5": with as many decimals as tell these ticks apart. */
QString tickText(double tick, const std::vector<double> &ticks);

} // namespace actiscope
