// Widgets from left to right, on a further line where there is no room: for strips of controls that must not keep a window
// wide. GUI thread.
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace actiscope {

class FlowLayout : public QLayout {
    Q_OBJECT

public:
    using QLayout::QLayout;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    /** All on one line. */
    QSize sizeHint() const override;
    /** The widest one alone. */
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool moves) const;
    static QSize placedSize(const QLayoutItem &item, int width);

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace actiscope
