// Points of a plane as small pictures and on canvases: in the colours and shapes of their classes, or by their values. GUI thread.
#pragma once

#include "core/data/dataset.h"
#include "ui/base/theme.h"

#include <QPixmap>
#include <QRectF>

class QPainter;

namespace actiscope {

/** A point of a class, of this radius in pixels. */
void drawClassMark(QPainter &painter, QPointF place, int label, double radius, const Theme &theme);

/** Where x and y of the data lie in an area of pixels: as large as can be, both axes alike. */
class PlaneFit {
public:
    PlaneFit() = default;
    PlaneFit(const QRectF &plane, const QRectF &area);

    QPointF toArea(double x, double y) const;
    QPointF toPlane(QPointF place) const;
    double scale() const { return m_scale; }

private:
    QPointF m_planeCenter, m_areaCenter;
    double m_scale = 1;
};

/** x, y, width and height of what the points take up, with a margin in shares of its longer side. */
QRectF boundsOf(const LabelledPoints &points, double margin);

void drawPoints(QPainter &painter, const LabelledPoints &points, const PlaneFit &fit, double radius, const Theme &theme);

/** At most some hundred points, in a square of this many pixels. */
QPixmap pointsThumbnail(const LabelledPoints &points, int size, double pixelRatio, const Theme &theme);

} // namespace actiscope
