#include "ui/charts/loss_axis_ticker.h"

#include "ui/base/number_format.h"

#include <cmath>

namespace actiscope {

QString LossAxisTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return formatNumber(tick, 3);
}

QVector<double> LossAxisTicker::createTickVector(double, const QCPRange &range)
{
    QVector<double> ticks;
    if (range.lower <= 0)
        return ticks;
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    const int decades = last - first;
    const int step = decades <= 6 ? 1 : decades / 5;
    for (int exponent = first; exponent <= last; exponent += step) {
        const double power = std::pow(10.0, exponent);
        ticks << power;
        if (decades <= 3)
            ticks << 2 * power << 5 * power;
    }
    return ticks;
}

int LossAxisTicker::getSubTickCount(double)
{
    return 0;
}

} // namespace actiscope
