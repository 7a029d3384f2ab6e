// How reports for people are worded: in English, or in the language of whoever reads them.
#pragma once

#include "core/base/message.h"

#include <functional>
#include <string>

namespace actiscope {

/** Puts a message into words: in English as Message::text() does, or in the language of whoever reads it. */
using Saying = std::function<std::string(const Message &)>;

} // namespace actiscope
