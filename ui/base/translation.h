// What core and gpu say, in the language of the window.
#pragma once

#include <QString>

namespace actiscope {

class Message;

/** The message, and the messages within it, translated in the context "core"; in English where there is no translation. */
QString translated(const Message &message);

} // namespace actiscope
