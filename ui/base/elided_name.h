// Names of models where there is little room: what tells them apart stays.
#pragma once

#include <QString>

class QFontMetricsF;

namespace actiscope {

/** `name` in `width` pixels: "Leaky ReLU (α 0.01)" becomes "Leak… (α 0.01)", then "α 0.01", then "…0.01": its figures go last. */
QString elidedName(const QString &name, const QFontMetricsF &metrics, double width);

} // namespace actiscope
