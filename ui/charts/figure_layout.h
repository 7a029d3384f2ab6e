// Where the loss curves and the boundary panels of a figure go, so that a page of any shape is filled. Pure functions.
#pragma once

#include <QRectF>
#include <QSizeF>

#include <cstddef>

namespace actiscope {

/** Columns in which this many boundary panels are arranged in an area of this shape, so that they come out largest. */
int panelColumns(std::size_t panels, double areaAspect, double panelAspect = 4.0 / 3);

/** Width : height that a boundary may have: as little or as much of the plane is shown. */
struct AspectRange {
    double least = 1;
    double most = 1.5;
};

struct FigureLayout {
    enum class LossPlace { Above, Left, FirstCell };

    LossPlace loss = LossPlace::Above;
    double lossShare = 0.4; ///< of height or width; without meaning where the loss curves take the first cell of the grid
    int columns = 1;        ///< of the grid of panels
    int rows = 1;
    double filled = 0; ///< of the area, by panels (with title and axes) and loss curves
};

/** The arrangement that makes the most of an area of this size, in pixels of text of 11 pt. */
FigureLayout figureLayout(std::size_t panels, QSizeF area, AspectRange aspects);

/** What of `whole` a panel of this shape shows: as much as possible, with `content` in sight and as near to its middle as may be. */
QRectF viewOfAspect(const QRectF &whole, const QRectF &content, double aspect);

/** The shapes that viewOfAspect() can make. */
AspectRange aspectsOf(const QRectF &whole, const QRectF &content);

} // namespace actiscope
