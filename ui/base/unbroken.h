// Where a line may not end.
#pragma once

#include <QString>

namespace actiscope {

/** For text that is wrapped: "93.3 %", "5 ms", "α 0.1", "α > 0" and "(−∞, ∞)" stay on one line, as their blanks are ones that do not break. */
QString unbroken(QString text);

} // namespace actiscope
