// Menus on small screens. GUI thread.
#pragma once

class QMenu;

namespace actiscope {

/** To be asked when a menu is filled and about to be shown: where it would be wider than the screen, what its own actions say after a tab goes, and their names are cut in
 *  the middle; all that was said is in their tooltips. */
void fitToScreen(QMenu &menu);

} // namespace actiscope
