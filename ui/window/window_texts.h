// The longer texts of the window's help. GUI thread.
#pragma once

#include <QString>

#include <cstddef>

namespace actiscope {

/** All keys, as a table in rich text, in so many columns of groups. */
QString keysText(std::size_t columns);

/** What the program is, its version and licence, in rich text. */
QString aboutText();

} // namespace actiscope
