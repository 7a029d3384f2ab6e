// Options about how something looks, the same for the window and for pictures.
#pragma once

#include "ui/base/theme.h"

#include <QSize>

#include <string>

namespace actiscope {

/** --theme: "light", "dark" or, where `canFollow`, "system". Throws ConfigurationError. */
ColorScheme readScheme(const std::string &name, bool canFollow);

/** --size: "1280x800", each side within limits. Throws ConfigurationError. */
QSize readSize(const std::string &text, QSize smallest, QSize largest);

} // namespace actiscope
