// What stands in an SVG of ours: shapes with their place and the rectangle that they are clipped to, and texts.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QRectF>
#include <QRegularExpression>
#include <QStringList>
#include <QXmlStreamReader>

#include <optional>
#include <stdexcept>
#include <vector>

namespace actiscope::test {

struct SvgShape {
    QString kind;               ///< "polyline", "path", "rect", "ellipse", "image"
    QRectF place;               ///< around all its coordinates
    std::optional<QRectF> clip; ///< of the group that it is in
};

struct SvgText {
    QString text;
    QString family;
    double size = 0;
    QPointF start;
};

struct SvgContent {
    QSizeF size;
    QRectF view;
    QString title;
    std::vector<SvgShape> shapes;
    std::vector<SvgText> texts;

    QStringList textLines() const
    {
        QStringList lines;
        for (const SvgText &text : texts)
            lines.append(text.text);
        return lines;
    }
};

inline QRectF rectOf(const QXmlStreamAttributes &attributes)
{
    const auto number = [&](const char *name) { return attributes.value(QLatin1String(name)).toDouble(); };
    return {number("x"), number("y"), number("width"), number("height")};
}

/** Around all numbers of "1,2 3,4" or "M1,2L3,4". */
inline QRectF placeOf(const QString &coordinates)
{
    static const QRegularExpression pair(QStringLiteral("(-?[0-9.]+),(-?[0-9.]+)"));
    std::optional<QRectF> place;
    for (auto found = pair.globalMatch(coordinates); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QPointF point(match.captured(1).toDouble(), match.captured(2).toDouble());
        if (!place)
            place = QRectF(point, QSizeF());
        place->setLeft(std::min(place->left(), point.x()));
        place->setRight(std::max(place->right(), point.x()));
        place->setTop(std::min(place->top(), point.y()));
        place->setBottom(std::max(place->bottom(), point.y()));
    }
    return place.value_or(QRectF());
}

/** Throws std::runtime_error where it is not XML. */
inline SvgContent readSvg(const QByteArray &svg)
{
    SvgContent content;
    QXmlStreamReader xml(svg);
    QMap<QString, QRectF> clips;
    QString definedClip;
    std::optional<QRectF> clip;
    QXmlStreamAttributes group;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == QLatin1String("clipPath"))
            definedClip.clear();
        if (!xml.isStartElement())
            continue;
        const QString name = xml.name().toString();
        const QXmlStreamAttributes attributes = xml.attributes();
        if (name == QLatin1String("svg")) {
            content.size = {attributes.value(QLatin1String("width")).toDouble(), attributes.value(QLatin1String("height")).toDouble()};
            const QStringList view = attributes.value(QLatin1String("viewBox")).toString().split(QLatin1Char(' '));
            content.view = {view.value(0).toDouble(), view.value(1).toDouble(), view.value(2).toDouble(), view.value(3).toDouble()};
        } else if (name == QLatin1String("title")) {
            content.title = xml.readElementText();
        } else if (name == QLatin1String("defs")) {
            continue;
        } else if (name == QLatin1String("clipPath")) {
            definedClip = attributes.value(QLatin1String("id")).toString();
        } else if (name == QLatin1String("rect") && !definedClip.isEmpty()) {
            clips[definedClip] = rectOf(attributes);
        } else if (name == QLatin1String("g")) {
            group = attributes;
            const QString url = attributes.value(QLatin1String("clip-path")).toString();
            clip = url.isEmpty() ? std::nullopt : std::optional(clips.value(url.mid(5, url.size() - 6)));
        } else if (name == QLatin1String("text")) {
            content.texts.push_back(
                {QString(), group.value(QLatin1String("font-family")).toString(), group.value(QLatin1String("font-size")).toDouble(),
                 QPointF(attributes.value(QLatin1String("x")).toDouble(), attributes.value(QLatin1String("y")).toDouble())});
            content.texts.back().text = xml.readElementText();
        } else if (name == QLatin1String("rect") || name == QLatin1String("image")) {
            content.shapes.push_back({name, rectOf(attributes), clip});
        } else if (name == QLatin1String("ellipse")) {
            const auto number = [&](const char *key) { return attributes.value(QLatin1String(key)).toDouble(); };
            content.shapes.push_back(
                {name, QRectF(number("cx") - number("rx"), number("cy") - number("ry"), 2 * number("rx"), 2 * number("ry")), clip});
        } else {
            content.shapes.push_back(
                {name, placeOf(attributes.value(QLatin1String(name == QLatin1String("path") ? "d" : "points")).toString()), clip});
        }
    }
    if (xml.hasError())
        throw std::runtime_error(xml.errorString().toStdString());
    return content;
}

/** The first shape that is seen outside the picture or stands far outside of its clip, in words; empty where there is none. Every shape of a
 *  plot has to be clipped to one of `rects`, a little larger; others are axes and marks, which lie within the view. */
inline QString strayShape(const SvgContent &content, const std::vector<QRectF> &rects)
{
    constexpr double room = 12; // half a mark, the width of a line
    const auto within = [](const QRectF &outer, const QRectF &inner) {
        return inner.left() >= outer.left() - room && inner.right() <= outer.right() + room && inner.top() >= outer.top() - room
               && inner.bottom() <= outer.bottom() + room;
    };
    for (const SvgShape &shape : content.shapes) {
        const QString words = QStringLiteral("%1 at %2,%3 to %4,%5")
                                  .arg(shape.kind)
                                  .arg(shape.place.left())
                                  .arg(shape.place.top())
                                  .arg(shape.place.right())
                                  .arg(shape.place.bottom());
        if (!within(content.view, shape.place))
            return words + QStringLiteral(": outside the picture");
        if (!shape.clip)
            continue;
        if (!within(*shape.clip, shape.place))
            return words + QStringLiteral(": outside its clip");
        bool isKnown = false;
        for (const QRectF &rect : rects)
            isKnown = isKnown || within(rect, *shape.clip);
        if (!isKnown)
            return words + QStringLiteral(": clipped to what is no plot");
    }
    return {};
}

} // namespace actiscope::test
