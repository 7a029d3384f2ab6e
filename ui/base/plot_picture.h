// A plot as a picture: PNG, SVG or PDF. GUI thread.
#pragma once

#include <QByteArray>
#include <QString>

class QCustomPlot;

namespace actiscope {

enum class PictureFormat { Png, Svg, Pdf };

/** By the ending of a file name. Throws std::runtime_error with one line when it is another one. */
PictureFormat pictureFormatOf(const QString &path);

/** The plot as it is laid out (its viewport, in pixels of 1/96 inch), `scale` times as large: so many more pixels, or so much larger
 *  a drawing. `title` is the document's own in SVG and PDF, not drawn. */
QByteArray plotPicture(QCustomPlot &plot, PictureFormat format, double scale, const QString &title);

/** Writes a file whole or not at all. Throws std::runtime_error with one line when it cannot be written. */
void writeWhole(const QString &path, const QByteArray &bytes);

} // namespace actiscope
