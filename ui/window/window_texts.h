// The longer texts of the window's help. GUI thread.
#pragma once

#include "ui/window/actions/action_registry.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace actiscope {

/** All actions and their keys, as a table in rich text, in so many columns of groups. */
QString keysText(const std::vector<ActionRegistry::Group> &groups, std::size_t columns);

/** What the program is, its version and licence, in rich text. */
QString aboutText();

} // namespace actiscope
