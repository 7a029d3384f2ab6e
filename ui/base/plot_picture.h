// A plot as a file. GUI thread.
#pragma once

#include <QString>

class QCustomPlot;

namespace actiscope {

/** The name filter for file dialogs, best first. */
QString pictureFilter();

/** Writes the plot in its present size as PNG (twice as many pixels), SVG or PDF, by the extension of `path`; whole or not
 *  at all. Throws std::runtime_error with one line when the extension is another one or the file cannot be written. */
void savePlotPicture(QCustomPlot &plot, const QString &path);

} // namespace actiscope
