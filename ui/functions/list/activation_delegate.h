// Draws the rows of the list of activations as any list does, and tells a press on a name from one on its check box. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace actiscope {

class ActivationDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

signals:
    void nameClicked(const QModelIndex &index);
    void nameDoubleClicked(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;
};

} // namespace actiscope
