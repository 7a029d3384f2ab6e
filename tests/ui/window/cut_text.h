// Finds text that is cut: in labels, buttons, fields and lists that are seen.
#pragma once

#include "ui/base/elided_label.h"
#include "ui/base/elided_tool_button.h"

#include <QtWidgets>

namespace actiscope::test {

inline QString nameOf(const QWidget &widget)
{
    const QString name = widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName();
    return QStringLiteral("%1 “%2”").arg(QLatin1String(widget.metaObject()->className()), name);
}

/** The part of `widget` that lies beside what its ancestors show of it, left or right; 0 if all of it is seen, or can be scrolled to. */
inline int hiddenWidth(const QWidget &widget)
{
    int hidden = 0;
    QRect rect = widget.rect();
    for (const QWidget *each = &widget; !each->isWindow() && each->parentWidget(); each = each->parentWidget()) {
        rect.translate(each->pos());
        const auto *area = qobject_cast<const QAbstractScrollArea *>(each->parentWidget()->parentWidget());
        if (area && area->viewport() == each->parentWidget() && area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            return hidden;
        const QRect shown = each->parentWidget()->rect();
        hidden = std::max({hidden, shown.left() - rect.left(), rect.right() - shown.right()});
    }
    return hidden;
}

inline bool isCut(const QLabel &label)
{
    if (label.text().isEmpty() || qobject_cast<const ElidedLabel *>(&label)) // which says "…" and all of it in its tooltip
        return false;
    if (label.wordWrap())
        return label.height() < label.heightForWidth(label.width()) || label.width() < label.minimumSizeHint().width();
    return label.width() < label.sizeHint().width() || label.height() < label.sizeHint().height();
}

inline bool isCut(const QAbstractButton &button)
{
    if (qobject_cast<const ElidedToolButton *>(&button)) // which says "…" and all of it in its tooltip
        return button.width() < button.minimumSizeHint().width();
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
        return false; // whose text is not written
    const QSize text = button.fontMetrics().size(Qt::TextShowMnemonic, button.text());
    return !button.text().isEmpty() && (button.width() < text.width() || button.height() < text.height());
}

inline bool isCut(const QLineEdit &field)
{
    const QString text = field.text().isEmpty() ? field.placeholderText() : QString(); // what is typed scrolls
    return field.height() < field.minimumSizeHint().height() || field.fontMetrics().horizontalAdvance(text) + 8 > field.width();
}

inline bool isCut(const QComboBox &box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = false;
    const QRect room = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    return box.height() < box.minimumSizeHint().height() || box.fontMetrics().horizontalAdvance(box.currentText()) > room.width() + 4;
}

inline bool isCut(const QAbstractSpinBox &box)
{
    const auto *field = box.findChild<QLineEdit *>();
    return box.height() < box.minimumSizeHint().height() || (field && box.fontMetrics().horizontalAdvance(field->text()) + 4 > field->width());
}

/** Rows of which the text does not fit. `isTold`: and of which the tooltip does not begin with it. */
inline QStringList cutRows(const QTreeView &view, bool isTold = false)
{
    QStringList cut;
    for (QModelIndex index = view.model()->index(0, 0); index.isValid(); index = view.indexBelow(index)) {
        const int icon = index.data(Qt::DecorationRole).isValid() ? view.iconSize().width() + 4 : 0;
        const int box = index.data(Qt::CheckStateRole).isValid() ? view.style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, &view) + 4 : 0;
        const QString text = index.data().toString();
        const QRect row = view.visualRect(index);
        const int width = std::min(row.right(), view.viewport()->width()) - row.left();
        if (isTold && index.data(Qt::ToolTipRole).toString().startsWith(text))
            continue;
        if (view.fontMetrics().horizontalAdvance(text) + icon + box > width || view.fontMetrics().height() > row.height())
            cut << QStringLiteral("row “%1” %2+%3 in %4 x %5").arg(text).arg(view.fontMetrics().horizontalAdvance(text)).arg(icon + box).arg(width).arg(row.height());
    }
    return cut;
}

/** Of everything that is seen in the window of `root`: what is cut, in words. */
inline QStringList cutTexts(const QWidget &root)
{
    QStringList cut;
    if (const auto *more = root.findChild<QWidget *>(QStringLiteral("qt_menubar_ext_button")); more && more->isVisible())
        cut << QStringLiteral("menus that have no room");
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->window() != root.window() || widget->visibleRegion().isEmpty())
            continue;
        bool isText = true;
        bool isCutOff = false;
        QString words;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            isCutOff = isCut(*label);
            words = label->text();
            isText = !words.isEmpty();
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            isCutOff = isCut(*button);
            words = button->text();
        } else if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(widget)) {
            isCutOff = isCut(*spin);
        } else if (const auto *field = qobject_cast<const QLineEdit *>(widget)) {
            isCutOff = !qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) && isCut(*field);
        } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            isCutOff = isCut(*box);
            words = box->currentText();
        } else {
            isText = false;
            if (const auto *view = qobject_cast<const QTreeView *>(widget)) {
                constexpr int narrow = 1000; // pixels of a window, in which lists give way to plots
                for (const QString &row : cutRows(*view, root.window()->width() < narrow))
                    cut << nameOf(*widget) + QLatin1Char(' ') + row;
            }
        }
        if (isCutOff || (isText && hiddenWidth(*widget) > 0))
            cut << QStringLiteral("%1 “%2”: %3 x %4, wants %5 x %6, %7 hidden")
                       .arg(nameOf(*widget), words).arg(widget->width()).arg(widget->height())
                       .arg(widget->sizeHint().width()).arg(widget->sizeHint().height()).arg(hiddenWidth(*widget));
    }
    return cut;
}

} // namespace actiscope::test
