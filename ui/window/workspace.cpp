#include "ui/window/workspace.h"

#include <QMimeData>
#include <QPixmap>

namespace actiscope {

QMimeData *Workspace::copiedView()
{
    auto *view = new QMimeData;
    view->setImageData(grab().toImage());
    return view;
}

} // namespace actiscope
