// Where a line may not end.
#pragma once

#include <QString>

namespace actiscope {

/** For text that is wrapped: "93.3 %", "5 ms" and "α 0.1" stay on one line, as their blank is one that does not break. */
QString unbroken(QString text);

} // namespace actiscope
