// Shows that a widget has the keyboard focus where its style does not: a frame inside its edge. GUI thread.
#pragma once

#include <QColor>
#include <QWidget>

namespace actiscope {

class FocusRing : public QWidget {
    Q_OBJECT

public:
    /** Belongs to the widget `around`, `inset` pixels from its edge. */
    explicit FocusRing(QWidget *around, int inset = 0);

    /** At least 3:1 on what lies below. */
    void setColor(const QColor &color);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    int m_inset;
    QColor m_color;
};

} // namespace actiscope
