// A note and the shape of an activation as rich text. GUI thread.
#pragma once

#include "core/analysis/activation_shape.h"
#include "ui/base/theme.h"
#include "ui/functions/notes/notes.h"

#include <QString>

namespace actiscope {

/** Its shape: range, monotonic or not, smooth or not, where f' is 0: a table of two columns. `range` is the note's, with symbols, or empty. */
QString shapeTable(const ActivationShape &shape, const QString &range, const Theme &theme);

/** What it is, strengths, weaknesses, the calls in PyTorch and Keras with their defaults, the first papers. */
QString noteText(const Note &note, const Theme &theme);

} // namespace actiscope
