// The frame around whatever has the focus in a window, for all that do not show it themselves: buttons and lists as the style draws them hardly do. GUI thread.
#pragma once

#include <QColor>
#include <QList>
#include <QPointer>
#include <QWidget>

namespace actiscope {

class FocusFrame : public QWidget {
    Q_OBJECT

public:
    explicit FocusFrame(QWidget &window);

    void setColor(const QColor &color);
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void take(QWidget *focus);
    void follow();

    QPointer<QWidget> m_focus;
    QList<QPointer<QWidget>> m_watched; ///< what has the focus and all that it lies in
    QColor m_color;
};

} // namespace actiscope
