#include "ui/charts/figure_layout.h"

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr double gap = 16;
constexpr double axisWidth = 56;   ///< left of a panel
constexpr double axisHeight = 74;  ///< title above and axis below
constexpr double widestLoss = 4;   ///< width : height; beyond, nothing more is seen
constexpr double holeCosts = 0.03; ///< of what a layout is worth, for each cell that stays empty
constexpr double emptyCosts = 0.6; ///< the same for the part of the page that nothing stands on
constexpr double narrowestLoss = 0.7;
constexpr double leastLoss = 0.28;  ///< of height or width; less is no curve to read
constexpr double worthOfLoss = 0.7; ///< of an area of loss curves, in the same area of panels

/** What a panel takes of its cell, with title and axes. */
double filledOf(QSizeF cell, AspectRange aspects)
{
    const double width = std::max(0.0, cell.width() - axisWidth);
    const double height = std::max(0.0, cell.height() - axisHeight);
    const double usedWidth = std::min(width, height * aspects.most);
    const double usedHeight = std::min(height, width / aspects.least);
    return usedWidth > 0 && usedHeight > 0 ? (usedWidth + axisWidth) * (usedHeight + axisHeight) : 0;
}

QSizeF cellOf(QSizeF area, int columns, int rows)
{
    return {(area.width() - (columns - 1) * gap) / columns, (area.height() - (rows - 1) * gap) / rows};
}

/** Of an area for the loss curves: they should be neither a strip nor a tower. */
double filledByLoss(QSizeF area)
{
    return std::min(area.width(), widestLoss * area.height()) * std::min(area.height(), area.width());
}

struct Candidate {
    FigureLayout layout;
    QSizeF loss;
    QSizeF grid;
};

void consider(const Candidate &candidate, int panels, QSizeF area, AspectRange aspects, FigureLayout &best, double &bestWorth)
{
    const QSizeF cell = cellOf(candidate.grid, candidate.layout.columns, candidate.layout.rows);
    const double ofPanels = panels * filledOf(cell, aspects);
    const QSizeF loss = candidate.layout.loss == FigureLayout::LossPlace::FirstCell ? cell : candidate.loss;
    if (loss.width() < narrowestLoss * loss.height() && bestWorth > 0)
        return;
    const double ofLoss = filledByLoss(loss);
    const int cells =
        candidate.layout.columns * candidate.layout.rows - (candidate.layout.loss == FigureLayout::LossPlace::FirstCell ? 1 : 0);
    const double holes = (cells - panels) * cell.width() * cell.height(); // which cost by their number
    const double empty = std::max(0.0, 1 - (ofPanels + ofLoss + holes) / (area.width() * area.height()));
    const double worth = (ofPanels + worthOfLoss * ofLoss) * (1 - holeCosts * (cells - panels)) * (1 - emptyCosts * empty);
    if (worth <= bestWorth)
        return;
    bestWorth = worth;
    best = candidate.layout;
    best.filled = (ofPanels + ofLoss) / (area.width() * area.height());
}

} // namespace

int panelColumns(std::size_t panels, double areaAspect, double panelAspect)
{
    const int count = std::max(1, static_cast<int>(panels));
    int best = 1;
    double bestWidth = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double width = std::min(areaAspect / columns, panelAspect / rows);
        if (width > bestWidth + 1e-9) {
            best = columns;
            bestWidth = width;
        }
    }
    return best;
}

FigureLayout figureLayout(std::size_t panels, QSizeF area, AspectRange aspects)
{
    using LossPlace = FigureLayout::LossPlace;
    FigureLayout best;
    double bestWorth = 0;
    const int count = std::max(1, static_cast<int>(panels));
    for (int columns = 1; columns <= count + 1; ++columns) {
        const int rowsWithLoss = (count + 1 + columns - 1) / columns;
        consider({{LossPlace::FirstCell, 0, columns, rowsWithLoss}, {}, area}, count, area, aspects, best, bestWorth);
        const int rows = (count + columns - 1) / columns;
        for (double share = leastLoss; share < 0.56; share += 0.05) {
            const QSizeF above(area.width(), area.height() * share - gap / 2);
            const QSizeF below(area.width(), area.height() - above.height() - gap);
            consider({{LossPlace::Above, share, columns, rows}, above, below}, count, area, aspects, best, bestWorth);
            const QSizeF left(area.width() * share - gap / 2, area.height());
            const QSizeF right(area.width() - left.width() - gap, area.height());
            consider({{LossPlace::Left, share, columns, rows}, left, right}, count, area, aspects, best, bestWorth);
        }
    }
    return best;
}

AspectRange aspectsOf(const QRectF &whole, const QRectF &content)
{
    return {content.width() / whole.height(), whole.width() / content.height()};
}

QRectF viewOfAspect(const QRectF &whole, const QRectF &content, double aspect)
{
    const double height = std::min(whole.height(), whole.width() / aspect);
    QRectF view(0, 0, height * aspect, height);
    view.moveCenter(content.center());
    view.moveLeft(std::clamp(view.left(), whole.left(), std::max(whole.left(), whole.right() - view.width())));
    view.moveTop(std::clamp(view.top(), whole.top(), std::max(whole.top(), whole.bottom() - view.height())));
    return view;
}

} // namespace actiscope
