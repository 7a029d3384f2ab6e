#include "ui/base/resources.h"

#include <qglobal.h>

// Q_INIT_RESOURCE declares a function of the global namespace, so it cannot be used inside ours.
static void initGlobalResources()
{
    Q_INIT_RESOURCE(actiscope);
}

namespace actiscope {

void initResources()
{
    initGlobalResources();
}

} // namespace actiscope
