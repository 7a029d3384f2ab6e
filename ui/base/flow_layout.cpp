#include "ui/base/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace actiscope {

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = -spacing();
    int height = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + spacing();
        height = std::max(height, item->sizeHint().height());
    }
    return QSize(std::max(0, width), height).grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        size = size.expandedTo(item->isEmpty() ? QSize() : item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

/** The height that it takes. What is lower than its line stands in the middle of it. */
int FlowLayout::arrange(const QRect &rect, bool moves) const
{
    const QRect inside = rect.marginsRemoved(contentsMargins());
    QPoint place = inside.topLeft();
    int lineHeight = 0;
    std::vector<QLayoutItem *> line;
    const auto finishLine = [&] {
        int x = inside.left();
        for (QLayoutItem *item : line) {
            const QSize size = placedSize(*item, inside.width());
            if (moves)
                item->setGeometry(QRect(QPoint(x, place.y() + (lineHeight - size.height()) / 2), size));
            x += size.width() + spacing();
        }
        line.clear();
    };
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = placedSize(*item, inside.width());
        if (!line.empty() && place.x() + size.width() > inside.left() + inside.width()) {
            finishLine();
            place = QPoint(inside.left(), place.y() + lineHeight + spacing());
            lineHeight = 0;
        }
        line.push_back(item.get());
        place.rx() += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    finishLine();
    return place.y() + lineHeight - rect.top() + contentsMargins().bottom();
}

/** Not wider than a line, as far as it can be narrower. */
QSize FlowLayout::placedSize(const QLayoutItem &item, int width)
{
    const QSize size = item.sizeHint();
    return {std::max(std::min(size.width(), width), item.minimumSize().width()), size.height()};
}

} // namespace actiscope
