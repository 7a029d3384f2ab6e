#include "ui/training/timeline/strip_ticker.h"

#include "ui/base/number_format.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

/** "10⁻⁷", "0.2". */
QString powerText(double tick)
{
    const double exponent = std::log10(tick);
    if (std::abs(exponent - std::round(exponent)) > 1e-9 || std::abs(exponent) < 2.5)
        return formatNumber(tick, 3);
    static const QString superscripts = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = QStringLiteral("10");
    if (exponent < 0)
        text += QStringLiteral("⁻");
    for (const QChar digit : QString::number(std::lround(std::abs(exponent))))
        text += superscripts[digit.digitValue()];
    return text;
}

} // namespace

double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

QString StripTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return m_kind == Kind::Powers ? powerText(tick) : formatNumber(tick, 4);
}

QVector<double> StripTicker::createTickVector(double, const QCPRange &range)
{
    if (m_kind == Kind::Powers)
        return powers(range);
    if (m_kind == Kind::Ends)
        return m_most > 2 ? QVector<double>{range.lower, range.center(), range.upper} : QVector<double>{range.lower, range.upper};
    QVector<double> ticks;
    if (!(range.size() > 0))
        return ticks;
    const double step = roundStep(range.size() / m_most);
    for (double k = std::ceil(range.lower / step - 1e-9); k * step <= range.upper * (1 + 1e-9); ++k)
        ticks << k * step;
    return ticks;
}

QVector<double> StripTicker::powers(const QCPRange &range) const
{
    QVector<double> ticks;
    if (!(range.lower > 0))
        return ticks;
    const int first = static_cast<int>(std::ceil(std::log10(range.lower) - 1e-9));
    const int last = static_cast<int>(std::floor(std::log10(range.upper) + 1e-9));
    const int step = std::max(1, (last - first + m_most - 1) / m_most);
    for (int exponent = first; exponent <= last; exponent += step)
        ticks << std::pow(10.0, exponent);
    for (const double factor : {2.0, 5.0}) { // hardly a decade: what else there is
        for (int exponent = first - 1; last - first < 1 && exponent <= last; ++exponent) {
            const double tick = factor * std::pow(10.0, exponent);
            if (tick >= range.lower && tick <= range.upper && ticks.size() < m_most)
                ticks << tick;
        }
    }
    std::ranges::sort(ticks);
    return ticks;
}

QString EpochTicker::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return QString::number(static_cast<qint64>(std::llround(tick)));
}

double EpochTicker::getTickStep(const QCPRange &range)
{
    return std::max(1.0, roundStep(range.size() / std::max(1, tickCount())));
}

} // namespace actiscope
