#include "ui/base/svg_markup.h"

#include <QColor>
#include <QPen>
#include <QPointF>
#include <QRectF>
#include <QStringList>

#include <algorithm>

namespace actiscope {

namespace {

QString capName(Qt::PenCapStyle style)
{
    return style == Qt::FlatCap ? QStringLiteral("butt") : style == Qt::RoundCap ? QStringLiteral("round") : QStringLiteral("square");
}

QString joinName(Qt::PenJoinStyle style)
{
    return style == Qt::RoundJoin ? QStringLiteral("round") : style == Qt::BevelJoin ? QStringLiteral("bevel") : QStringLiteral("miter");
}

} // namespace

QString shortNumber(double number)
{
    constexpr double farOff = 1e6; // no viewer needs more to see where a line leads
    QString text = QString::number(std::clamp(number, -farOff, farOff), 'f', 3);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString pointText(QPointF point)
{
    return shortNumber(point.x()) + QLatin1Char(',') + shortNumber(point.y());
}

QString attribute(const char *name, const QString &value)
{
    return QStringLiteral(" %1=\"%2\"").arg(QLatin1String(name), value);
}

QString rectAttributes(const QRectF &rect)
{
    return attribute("x", shortNumber(rect.x())) + attribute("y", shortNumber(rect.y())) + attribute("width", shortNumber(rect.width()))
           + attribute("height", shortNumber(rect.height()));
}

QString xmlText(const QString &text)
{
    QString allowed;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text[i];
        const bool isPair = letter.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            allowed += letter;
            allowed += text[++i];
            continue;
        }
        const bool isControl = letter.unicode() < 0x20 && letter != u'\t' && letter != u'\n';
        const bool isForbidden = isControl || letter.isSurrogate() || letter.unicode() >= 0xfffe;
        allowed += isForbidden ? QChar(QChar::ReplacementCharacter) : letter;
    }
    return allowed.toHtmlEscaped();
}

QString colorAttributes(const char *name, const char *opacityName, const QColor &color, double opacity)
{
    QString text = attribute(name, color.name());
    const double alpha = color.alphaF() * opacity;
    if (alpha < 1)
        text += attribute(opacityName, shortNumber(alpha));
    return text;
}

QString strokeAttributes(const QPen &pen, double scale, double opacity)
{
    if (pen.style() == Qt::NoPen)
        return attribute("stroke", QStringLiteral("none"));
    const double width = pen.widthF() > 0 ? pen.widthF() * (pen.isCosmetic() ? 1 : scale) : 1;
    QString text = colorAttributes("stroke", "stroke-opacity", pen.color(), opacity) + attribute("stroke-width", shortNumber(width))
                   + attribute("stroke-linecap", capName(pen.capStyle())) + attribute("stroke-linejoin", joinName(pen.joinStyle()));
    if (pen.style() == Qt::SolidLine)
        return text;
    QStringList dashes;
    for (const double length : pen.dashPattern())
        dashes.append(shortNumber(length * width));
    return text + attribute("stroke-dasharray", dashes.join(QLatin1Char(',')))
           + attribute("stroke-dashoffset", shortNumber(pen.dashOffset() * width));
}

} // namespace actiscope
