#include "app/commands/command.h"

namespace actiscope {

Command renderCommand()
{
    return {"render", "any figure of the window, in any size (not in this version)", {}, {},
            "'render' is not in this version; 'actiscope train --figure FILE' draws loss curves and boundaries"};
}

} // namespace actiscope
