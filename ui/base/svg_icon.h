// Icons of our own: drawings in one colour (currentColor) that takes the theme's. GUI thread.
#pragma once

#include <QIcon>

class QColor;
class QString;

namespace actiscope {

/** ":/icons/<name>.svg" in this colour, sharp at any size. A null icon when there is no such file. */
QIcon svgIcon(const QString &name, const QColor &color);

} // namespace actiscope
