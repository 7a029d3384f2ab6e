// A plot inside a panel, drawn with a few lines: its area, its two axes, what lies along depth. GUI thread.
#pragma once

#include "core/analysis/sampled_line.h"
#include "ui/training/evidence/evidence_style.h"

#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <span>
#include <utility>
#include <vector>

namespace actiscope {

/** From what to what an axis goes. */
struct PlotAxis {
    double low = 0;
    double high = 1;
    bool isLog = false; ///< both ends are above 0

    /** 0 at the low end, 1 at the high one. */
    double share(double value) const;
};

class PanelPlot {
public:
    PanelPlot(const QRectF &area, const PlotAxis &x, const PlotAxis &y) : m_area(area), m_x(x), m_y(y) {}

    const QRectF &area() const { return m_area; }
    const PlotAxis &xAxis() const { return m_x; }
    double x(double value) const { return m_area.left() + m_x.share(value) * m_area.width(); }
    double y(double value) const { return m_area.bottom() - m_y.share(value) * m_area.height(); }
    QPointF at(double xValue, double yValue) const { return {x(xValue), y(yValue)}; }

    /** A light line at each of these y. */
    void drawGrid(QPainter &painter, const EvidenceStyle &style, std::span<const double> values) const;
    /** Numbers below the area, and the axis' name at its right end. */
    void drawNumbersBelow(QPainter &painter, const EvidenceStyle &style, std::span<const double> ticks, const QString &name) const;
    /** Through points that are numbers, broken at those that are not; what leaves the area is cut off. With `halo`, seen over whatever lies below. */
    void drawLine(QPainter &painter, const SampledLine &line, const QPen &pen, const QColor &halo = {}) const;

private:
    QRectF m_area;
    PlotAxis m_x;
    PlotAxis m_y;
};

/** Layers side by side, the first one left. */
struct DepthAxis {
    QRectF area;
    std::size_t hiddenLayers = 0;
    bool hasOutput = false;

    std::size_t count() const { return hiddenLayers + (hasOutput ? 1 : 0); }
    double x(std::size_t layer) const;
    /** "layer 1" … "output" below the area; just "1" where there is less room. */
    void drawNames(QPainter &painter, const EvidenceStyle &style) const;
};

/** "10⁻⁷", "1" for 0. */
QString powerOfTenText(int exponent);

/** In a sentence: "22 000", "0.031", "3·10⁻⁷". */
QString readableNumber(double value, int digits = 2);

/** What most of several intervals show: their union, but for ends that lie more than three times as far from 0 as the middle one of their kind. */
Interval commonRange(std::span<const Interval> each);

/** A line of small text at this place, its halo in the colour of the plot. */
void drawNote(QPainter &painter, const EvidenceStyle &style, const QRectF &area, Qt::Alignment alignment, const QString &text);

} // namespace actiscope
