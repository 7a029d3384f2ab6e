#include "ui/functions/notes/shape_text.h"

#include "ui/base/number_format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace actiscope {

namespace {

/** The context of the texts. */
struct ShapeText {
    Q_DECLARE_TR_FUNCTIONS(actiscope::ShapeText)
};

constexpr int shapeDigits = 4;

constexpr std::size_t maxPlaces = 6;

/** Those closest to 0 of more than can be listed, in their order. */
template <class Place, class Distance>
std::vector<Place> closest(std::vector<Place> places, Distance distance)
{
    while (places.size() > maxPlaces)
        places.erase(distance(places.front()) < distance(places.back()) ? std::prev(places.end()) : places.begin());
    return places;
}

/** "a, b", and dots where some of `all` are left out. */
QString listed(const QStringList &texts, std::size_t all)
{
    return texts.join(QStringLiteral(", ")) + (all > static_cast<std::size_t>(texts.size()) ? QStringLiteral(", …") : QString());
}

double distanceOf(double x)
{
    return std::abs(x);
}

QString places(const std::vector<double> &xs)
{
    QStringList texts;
    for (const double x : closest(xs, distanceOf))
        texts.append(formatNumber(x, shapeDigits));
    return listed(texts, xs.size());
}

/** "x = −1.5", "x ≈ −0.7518" */
QString pointText(double x)
{
    const bool isExact = std::abs(x * 1000 - std::round(x * 1000)) < 1e-9;
    return QStringLiteral("<i>x</i> %1 %2").arg(isExact ? QStringLiteral("=") : QStringLiteral("≈"), formatNumber(x, shapeDigits));
}

/** "x ≤ 0", "x ≈ −0.7518" */
QString intervalText(const InputInterval &interval)
{
    if (interval.isPoint())
        return pointText(interval.from);
    const QString x = QStringLiteral("<i>x</i>");
    const QString from = std::isinf(interval.from) ? QString() : formatNumber(interval.from, shapeDigits);
    const QString to = std::isinf(interval.to) ? QString() : formatNumber(interval.to, shapeDigits);
    const auto relation = [](bool included, const char *with, const char *without) { return QString::fromUtf8(included ? with : without); };
    if (from.isEmpty() && to.isEmpty())
        return ShapeText::tr("everywhere");
    if (from.isEmpty())
        return QStringLiteral("%1 %2 %3").arg(x, relation(interval.includesTo, "≤", "&lt;"), to);
    if (to.isEmpty())
        return QStringLiteral("%1 %2 %3").arg(x, relation(interval.includesFrom, "≥", "&gt;"), from);
    return QStringLiteral("%1 %2 %3 %4 %5")
        .arg(from, relation(interval.includesFrom, "≤", "&lt;"), x, relation(interval.includesTo, "≤", "&lt;"), to);
}

/** Where f' goes to 0 without being 0 from some point on: "−∞", "±∞" or nothing. */
QString fadingSides(const ActivationShape &shape)
{
    const auto reaches = [&](auto end, double side) {
        return std::ranges::any_of(shape.zeroSlope, [&](const InputInterval &zeros) { return zeros.*end == side; });
    };
    const bool left = std::abs(shape.slopeFarLeft) < 1e-9 && !reaches(&InputInterval::from, -INFINITY);
    const bool right = std::abs(shape.slopeFarRight) < 1e-9 && !reaches(&InputInterval::to, INFINITY);
    if (left && right)
        return QStringLiteral("±∞");
    return left ? QStringLiteral("−∞") : right ? QStringLiteral("∞") : QString();
}

} // namespace

QString rangeText(const ValueRange &range)
{
    const auto bracket = [](const RangeEnd &end, char closed, char open) { return QLatin1Char(end.attained ? closed : open); };
    return bracket(range.low, '[', '(') + formatNumber(range.low.value, shapeDigits) + QStringLiteral(", ")
           + formatNumber(range.high.value, shapeDigits) + bracket(range.high, ']', ')');
}

QString trendText(const ActivationShape &shape)
{
    switch (shape.trend) {
    case Trend::Constant:
        return ShapeText::tr("it is constant");
    case Trend::Rising:
        return ShapeText::tr("yes, it rises everywhere");
    case Trend::NeverFalling:
        return ShapeText::tr("yes, it never falls");
    case Trend::Falling:
        return ShapeText::tr("yes, it falls everywhere");
    case Trend::NeverRising:
        return ShapeText::tr("yes, it never rises");
    case Trend::Turning:
        break;
    }
    QStringList turns;
    for (const double x : closest(shape.turns, distanceOf))
        turns.append(pointText(x));
    return ShapeText::tr("no, it turns at %1").arg(listed(turns, shape.turns.size()));
}

QString smoothnessText(const ActivationShape &shape)
{
    if (!shape.jumps.empty())
        return ShapeText::tr("no, f jumps at %1").arg(places(shape.jumps));
    if (!shape.kinks.empty())
        return ShapeText::tr("no, f′ jumps at %1").arg(places(shape.kinks));
    if (!shape.bends.empty())
        return ShapeText::tr("f′ is continuous, f″ jumps at %1").arg(places(shape.bends));
    return ShapeText::tr("yes, f′ and f″ are continuous");
}

QString zeroSlopeText(const ActivationShape &shape)
{
    QStringList parts;
    const auto distance = [](const InputInterval &zeros) { return std::min(std::abs(zeros.from), std::abs(zeros.to)); };
    for (const InputInterval &zeros : closest(shape.zeroSlope, distance))
        parts.append(intervalText(zeros));
    const QString where = parts.isEmpty() ? ShapeText::tr("nowhere") : listed(parts, shape.zeroSlope.size());
    const QString sides = fadingSides(shape);
    return sides.isEmpty() ? where : ShapeText::tr("%1; it goes to 0 for %2").arg(where, QStringLiteral("<i>x</i> → ") + sides);
}

} // namespace actiscope
