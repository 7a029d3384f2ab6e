// Options about how something looks, the same for the window and for pictures.
#pragma once

#include "app/cli/command_line.h"
#include "ui/base/theme.h"

#include <QSize>

#include <string>

namespace actiscope {

/** --theme: "light", "dark" or, where `canFollow`, "system". Throws ConfigurationError. */
ColorScheme readScheme(const std::string &name, bool canFollow);

/** --size: "1280x800", each side within limits. Throws ConfigurationError. */
QSize readSize(const std::string &text, QSize smallest, QSize largest);

struct PageSize {
    QSize size;       ///< in pixels of 1/96 inch
    double scale = 1; ///< of a PNG
};

/** A page by its name, or a size as readSize() takes it, in the option of this name. Throws ConfigurationError. */
PageSize readPage(const std::string &option, const std::string &text, QSize smallest, QSize largest);

/** --language. */
Option languageOption();

/** "slide, column, …", for help texts. */
std::string pageNames();

} // namespace actiscope
