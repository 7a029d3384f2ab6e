// The right edge of the left panel: a hairline that a hand can draw to the side, and that a double click puts back. GUI thread.
#pragma once

#include "ui/base/theme.h"

#include <QWidget>

namespace actiscope {

class PanelEdge : public QWidget {
    Q_OBJECT

public:
    static constexpr int width = 9; ///< enough for a hand
    static constexpr int line = 1;  ///< where in it the hairline is: the scroll bar at its left is not covered

    explicit PanelEdge(QWidget *parent);

    void setTheme(const Theme &theme);

signals:
    /** To here, from the left end of the parent. */
    void dragged(int x);
    void resetWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    Theme m_theme;
    int m_grip = 0; ///< where in it it was taken
};

} // namespace actiscope
