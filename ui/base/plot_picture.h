// A plot as a picture: PNG, SVG or PDF. GUI thread.
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

class QCustomPlot;

namespace actiscope {

enum class PictureFormat { Png, Svg, Pdf };

/** By the ending of a file name. Throws std::runtime_error with one line when it is another one. */
PictureFormat pictureFormatOf(const QString &path);

/** How much larger than 11 pt texts (and with them lines, marks and gaps) are in a figure of this size, in pixels of 1/96 inch, so that they
 *  can be read: 1 from about 775 × 465 to 1280 × 820, 1.41 on a slide of 1920 × 1080, less in small ones, never below 0.65 (9.5 pixels). */
double textScale(QSize size);

/** The size that a plot is laid out in to fill `size` when everything in it is then drawn `scale` times as large. */
QSize layoutSize(QSize size, double scale);

/** The plot as it is laid out in its viewport, enlarged to `size` pixels of 1/96 inch: so many pixels of a PNG, so large a drawing.
 *  `title` is the document's own in SVG and PDF, not drawn. */
QByteArray plotPicture(QCustomPlot &plot, PictureFormat format, QSize size, const QString &title);

/** Writes a file whole or not at all. Throws std::runtime_error with one line when it cannot be written. */
void writeWhole(const QString &path, const QByteArray &bytes);

} // namespace actiscope
