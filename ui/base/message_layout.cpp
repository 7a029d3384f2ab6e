#include "ui/base/message_layout.h"

namespace actiscope {

void MessageLayout::addMessage(QWidget *message)
{
    m_messages.append(message);
    addWidget(message);
}

/** With the space beside them; of their least height where `width` is none. */
int MessageLayout::takenByMessages(int width) const
{
    int taken = 0;
    for (int i = 0; i < count(); ++i) {
        const QLayoutItem &item = *itemAt(i);
        if (item.isEmpty() || !m_messages.contains(itemAt(i)->widget()))
            continue;
        taken += spacing() + (width >= 0 && item.hasHeightForWidth() ? item.heightForWidth(width) : item.minimumSize().height());
    }
    return taken;
}

QSize MessageLayout::minimumSize() const
{
    return QVBoxLayout::minimumSize() - QSize(0, takenByMessages(-1));
}

int MessageLayout::minimumHeightForWidth(int width) const
{
    return QVBoxLayout::minimumHeightForWidth(width) - takenByMessages(width);
}

} // namespace actiscope
