// What the program says on the terminal, in the user's language. Files for other programs (CSV, JSON) and names never go through here.
#pragma once

#include "core/base/message.h"

#include <string>

namespace actiscope {

/** As --language names it; anything else, as the empty text, is what LC_ALL and LANG say. */
void setToldLanguage(const std::string &name);
/** As the desktop would have it, where no language was asked for. */
std::string toldLanguage();

/** The message, and the messages within it, in that language; in English where there is no translation. */
std::string told(const Message &message);

} // namespace actiscope
