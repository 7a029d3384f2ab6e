#include "ui/base/reading_order.h"

#include <QWidget>

#include <algorithm>

namespace actiscope {

namespace {

bool standsInLine(const QWidget &one, const QWidget &other)
{
    return one.geometry().top() <= other.geometry().center().y() && other.geometry().top() <= one.geometry().center().y();
}

/** Children that are seen: lines from above, what stands beside each other from the left. */
QWidgetList childrenAsRead(const QWidget &parent)
{
    QWidgetList rest;
    for (QObject *child : parent.children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget && !widget->isHidden() && !widget->isWindow() && !widget->geometry().isEmpty())
            rest << widget;
    }
    std::ranges::stable_sort(rest, {}, [](const QWidget *widget) { return widget->y(); });
    QWidgetList read;
    while (!rest.isEmpty()) {
        const QWidget &first = *rest.front();
        const auto line = std::ranges::stable_partition(rest, [&first](const QWidget *widget) { return standsInLine(first, *widget); });
        std::ranges::stable_sort(rest.begin(), line.begin(), {}, [](const QWidget *widget) { return widget->x(); });
        for (auto each = rest.begin(); each != line.begin(); ++each)
            read << *each;
        rest.erase(rest.begin(), line.begin());
    }
    return read;
}

bool takesFocus(const QWidget &widget)
{
    return widget.isEnabled() && widget.focusPolicy() & Qt::TabFocus && !widget.focusProxy();
}

/** What can have the focus, and `from` wherever it is. */
void collect(QWidget &widget, const QWidget *from, QWidgetList &stops)
{
    if (takesFocus(widget) || &widget == from)
        stops << &widget;
    for (QWidget *child : childrenAsRead(widget))
        collect(*child, from, stops);
}

} // namespace

QWidget *neighbourAsRead(QWidget &window, QWidget *from, bool next)
{
    QWidgetList stops;
    for (QWidget *child : childrenAsRead(window))
        collect(*child, from, stops);
    const qsizetype count = stops.size();
    const qsizetype place = stops.indexOf(from);
    const qsizetype beginning = place >= 0 ? place : next ? -1 : 0;
    for (qsizetype step = 1; step <= count; ++step) {
        QWidget *stop = stops[(beginning + (next ? step : count - step) + count) % count];
        if (stop != from && takesFocus(*stop))
            return stop;
    }
    return nullptr;
}

} // namespace actiscope
