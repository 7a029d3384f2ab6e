// The longer texts of the window's help. GUI thread.
#pragma once

#include <QString>

namespace actiscope {

/** All keys, as a table in rich text. */
QString keysText();

/** What the program is, its version and licence, in rich text. */
QString aboutText();

} // namespace actiscope
