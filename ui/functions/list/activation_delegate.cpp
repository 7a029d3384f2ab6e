#include "ui/functions/list/activation_delegate.h"

#include <QMouseEvent>

namespace actiscope {

bool ActivationDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (QStyledItemDelegate::editorEvent(event, model, option, index))
        return true; // the check box took it
    const bool isDouble = event->type() == QEvent::MouseButtonDblClick;
    if ((!isDouble && event->type() != QEvent::MouseButtonRelease) || static_cast<QMouseEvent *>(event)->button() != Qt::LeftButton)
        return false;
    if (isDouble)
        emit nameDoubleClicked(index);
    else
        emit nameClicked(index);
    return false;
}

} // namespace actiscope
