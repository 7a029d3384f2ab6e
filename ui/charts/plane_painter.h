// Paints the plane of a model: what it says shaded, the line where it decides, the points with those on which it errs. The window and the figures paint
// with it. What does not change from frame to frame is kept. GUI thread.
#pragma once

#include "core/drawing/contour.h"
#include "core/training/snapshot.h"
#include "ui/base/theme.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <map>
#include <memory>
#include <vector>

namespace actiscope {

/** What of the plane is seen (in units of the data, y upwards) and where (in pixels). */
struct PlaneView {
    QRectF plane; ///< x, y, width and height of the data's rectangle
    QRectF area;

    QPointF toArea(double x, double y) const;
    PlanePoint toPlane(QPointF place) const;
};

/** A picture with a pixel for each point of a grid, its last row at the top: points are in the middle of their pixels. Nothing beyond the view's area. */
void drawGridImage(QPainter &painter, const PlaneView &view, const GridSpec &grid, const QImage &image);
QPainterPath pathOf(const std::vector<Polyline> &lines, const PlaneView &view);

/** Radii of points, in pixels. */
struct PointSizes {
    double training = 2.2;
    double test = 3.8;

    /** As large as suits a plane of this height. */
    static PointSizes ofPlane(double height);
};

class PlanePainter {
public:
    void setTheme(const Theme &theme);
    void setData(std::shared_ptr<const Dataset> data);
    /** Null: nothing is shaded. */
    void setBoundary(std::shared_ptr<const Boundary> boundary);
    /** Of each point of Dataset::all; empty where it is not known. */
    void setMistakes(std::vector<bool> mistakes) { m_mistakes = std::move(mistakes); }
    const std::shared_ptr<const Boundary> &boundary() const { return m_boundary; }
    const std::vector<bool> &mistakes() const { return m_mistakes; }

    void drawShading(QPainter &painter, const PlaneView &view) const;
    /** Where the model decides; nothing for a regression. */
    void drawContour(QPainter &painter, const PlaneView &view, double width = 2) const;
    void drawPoints(QPainter &painter, const PlaneView &view, const PointSizes &sizes, bool withTraining = true) const;
    /** A point's mark by itself, for legends. */
    void drawMark(QPainter &painter, QPointF place, int label, bool isTest, bool isWrong, const PointSizes &sizes) const;

private:
    struct Mark {
        int label = 0; ///< or the step of a value
        bool isTest = false;
        bool isWrong = false;

        auto operator<=>(const Mark &) const = default;
    };
    Mark markOf(std::size_t point) const;
    void paintMark(QPainter &painter, QPointF place, const Mark &mark, const PointSizes &sizes) const;
    const QPixmap &stamp(const Mark &mark, const PointSizes &sizes, double ratio) const;
    void drawGroup(QPainter &painter, const PlaneView &view, const PointSizes &sizes, bool isTest, bool isWrong) const;

    Theme m_theme = Theme::light();
    std::shared_ptr<const Dataset> m_data;
    std::vector<std::size_t> m_order[2]; ///< training and test points, class by class
    double m_least = 0, m_largest = 1;   ///< of the values of a regression
    std::shared_ptr<const Boundary> m_boundary;
    std::vector<bool> m_mistakes;
    QImage m_shading;
    std::vector<Polyline> m_contour;
    mutable std::map<Mark, QPixmap> m_stamps;
    mutable PointSizes m_stampSizes{0, 0};
    mutable double m_stampRatio = 0;
};

} // namespace actiscope
