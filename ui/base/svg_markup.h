// How numbers, texts, pens and colours are written in SVG. Pure functions.
#pragma once

#include <QString>

class QColor;
class QPen;
class QPointF;
class QRectF;

namespace actiscope {

/** With at most three decimals, which a pixel can be enlarged a hundredfold for. */
QString shortNumber(double number);
/** "1.5,−2" with a hyphen. */
QString pointText(QPointF point);
/** As XML takes it: marks of the language escaped, characters that it forbids replaced. */
QString xmlText(const QString &text);

// Attributes begin with a blank.

/** The value is written as it is. */
QString attribute(const char *name, const QString &value);
QString rectAttributes(const QRectF &rect);
QString colorAttributes(const char *name, const char *opacityName, const QColor &color, double opacity);
/** Of a pen that a transform enlarges by `scale`. */
QString strokeAttributes(const QPen &pen, double scale, double opacity);

} // namespace actiscope
