// What the groups of activations are called in lists and menus.
#pragma once

#include <QString>

#include <string>

namespace actiscope {

/** A family's title, "Rectifiers"; one that is new to the program is shown by its key. */
QString activationFamilyTitle(const std::string &family);

} // namespace actiscope
