// The figure of a run, drawn without a window: loss curves of all models and one decision boundary each, training and test points. Needs
// a QApplication (QT_QPA_PLATFORM=offscreen will do). GUI thread.
#pragma once

#include "core/training/snapshot.h"
#include "ui/base/picture_layout.h"

#include <QSize>
#include <QString>

namespace actiscope {

/** A size at which a figure of this many models is well readable, in pixels of 1/96 inch. */
QSize figureSize(std::size_t models);

/** Writes the figure as PNG, SVG or PDF, by the extension of `path`; whole or not at all. The models should have
 *  boundaries: gridAround(all points, 1, 0.01) shows all of them, and leaves room for panels of any shape.
 *  Throws std::runtime_error with one line when the extension is another one or the file cannot be written. */
void saveRunFigure(const Snapshot &run, const PictureLayout &layout, double scale, const QString &path);

/** Throws as saveRunFigure() would for a path with this extension: to be asked before a long run. */
void checkFigurePath(const QString &path);

} // namespace actiscope
