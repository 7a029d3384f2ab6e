// Tab goes as the eye does: whatever is made or moved, from the left to the right and from above, and through one part of the window before the next.
#pragma once

class QWidget;

namespace actiscope {

/** What has the focus next after `from`, or before it, in the order in which the places of the window are read now; null where nothing else can have it. */
QWidget *neighbourAsRead(QWidget &window, QWidget *from, bool next);

} // namespace actiscope
