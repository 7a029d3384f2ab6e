#include "ui/base/number_format.h"

#include <QLocale>

#include <cmath>

namespace actiscope {

namespace {

QString withMinusSign(QString text)
{
    return text.replace(QLatin1Char('-'), minusSign);
}

} // namespace

QString formatNumber(double value, int significantDigits)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    if (value == 0)
        return QStringLiteral("0"); // also for −0
    QString text = QString::number(value, 'g', significantDigits);
    text.replace(QLatin1String("e+0"), QLatin1String("e")).replace(QLatin1String("e-0"), QLatin1String("e-"));
    return withMinusSign(text);
}

QString formatFixed(double value, int decimals)
{
    if (!std::isfinite(value))
        return formatNumber(value);
    const QString text = QString::number(value, 'f', decimals);
    const bool allZero = text.toDouble() == 0;
    return withMinusSign(allZero ? QString::number(0.0, 'f', decimals) : text);
}

QString formatTrimmed(double value, int decimals)
{
    QString text = formatFixed(value, decimals);
    if (!text.contains(QLatin1Char('.')))
        return text;
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

double parseTypedNumber(QString text, bool *ok)
{
    text = text.trimmed();
    text.replace(minusSign, QLatin1Char('-')).replace(QLatin1Char(','), QLatin1Char('.'));
    return QLocale::c().toDouble(text, ok);
}

} // namespace actiscope
