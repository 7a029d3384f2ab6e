// A column of which messages are a part. They take their room from what stands beside them: that may then be smaller than it asks for, and no window grows because
// something is said, nor leaves a small screen. GUI thread.
#pragma once

#include <QList>
#include <QVBoxLayout>

namespace actiscope {

class MessageLayout : public QVBoxLayout {
    Q_OBJECT

public:
    using QVBoxLayout::QVBoxLayout;

    /** At the end of the column. */
    void addMessage(QWidget *message);

    /** Of all but the messages. */
    QSize minimumSize() const override;
    int minimumHeightForWidth(int width) const override;

private:
    int takenByMessages(int width) const;

    QList<const QWidget *> m_messages;
};

} // namespace actiscope
