// A plane on which points are drawn with the mouse or with keys: a click or a stroke adds points of a class, erases them or moves one; the right button always
// erases. Arrow keys move a cross, Space does there what a click does. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/training/data/drawn_points.h"
#include "ui/training/data/points_picture.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace actiscope {

class PointsCanvas : public QWidget {
    Q_OBJECT

public:
    enum class Tool { Draw, Erase, Move };

    PointsCanvas(LabelledPoints begin, const Theme &theme, QWidget *parent = nullptr);

    DrawnPoints &drawn() { return m_drawn; }
    const DrawnPoints &drawn() const { return m_drawn; }
    /** To be called after drawn() was changed from outside. */
    void refresh();

    Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    int label() const { return m_label; }
    void setLabel(int label) { m_label = label; }
    /** Radius in pixels within which a stroke scatters points, and erases them. */
    void setBrush(int pixels);
    /** A curve to be seen, as it was typed; none where it is empty. */
    void setCurve(const std::string &curve);

    QPointF toPlane(QPointF pixel) const { return fit().toPlane(pixel); }
    QPointF toPixel(QPointF place) const { return fit().toArea(place.x(), place.y()); }
    QSize sizeHint() const override { return QSize(560, 420); }
    QSize minimumSizeHint() const override { return QSize(240, 180); }

signals:
    void pointsChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    PlaneFit fit() const { return PlaneFit(m_plane, rect()); }
    void begin(QPointF pixel, Tool tool);
    void goOn(QPointF pixel);
    void draw(QPointF pixel, bool isFirst);
    void moveCross(QPointF by);
    void pressWithKey();
    void paintAxes(QPainter &painter) const;
    void paintCurve(QPainter &painter) const;
    void paintPointer(QPainter &painter) const;

    DrawnPoints m_drawn;
    Theme m_theme;
    QRectF m_plane; ///< that is shown
    Tool m_tool = Tool::Draw;
    std::optional<Tool> m_stroke; ///< while a button is down
    int m_label = 0;
    int m_brush = 12;
    std::string m_curve;
    QPointF m_last;                       ///< where the stroke has come to
    std::optional<std::size_t> m_grabbed; ///< point that moves
    bool m_isGrabbedWithKey = false;
    std::optional<QPointF> m_pointer; ///< over the canvas
    QPointF m_cross{0, 0};            ///< of the keys, in the plane
};

} // namespace actiscope
