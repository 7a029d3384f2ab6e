// Who has the Space bar: a widget that types a blank or presses something with it comes before the workspace, which trains. GUI thread.
#pragma once

class QEvent;
class QLineEdit;

namespace actiscope {

/** A field for numbers in a row ("64, 64") has Space only where a blank may be meant: at the start, after a comma, or inside of what it says. After
 *  a number Space is the workspace's. */
void leaveSpaceAfterNumbers(QLineEdit &field);

/** To be called from event() of a workspace or window: where the event asks whether Space is a shortcut (QEvent::ShortcutOverride) and the
 *  focus is in a button, a list or a field for text, it is accepted: the key is theirs. Any other event is left alone. */
void leaveSpaceToTheFocus(QEvent *event);

} // namespace actiscope
