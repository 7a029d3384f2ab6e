// The names of curves inside a plot, beside their curves and where these are far apart: a legend that needs no looking back and forth
// and covers nothing. Placed by core/drawing/curve_names.h when they are drawn, where the geometry is known. GUI thread.
#pragma once

#include "core/drawing/curve_names.h"
#include "ui/base/plot.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace actiscope {

class CurveNames : public QCPLayerable {
    Q_OBJECT

public:
    struct Entry {
        QString text; ///< empty for a line that names keep clear of
        QColor color; ///< the curve's, readable on the background
        bool bold = false;
        QSharedPointer<QCPGraphDataContainer> line;
    };

    CurveNames(QCustomPlot &plot, const QString &layer, QCPAxisRect &axisRect);

    /** The first have the choice of places. */
    void setEntries(std::vector<Entry> entries);
    const std::vector<Entry> &entries() const { return m_entries; }
    /** Says what else is written into the plot, in its present pixels. */
    void setTaken(std::function<std::vector<QRectF>()> taken) { m_taken = std::move(taken); }
    /** What is said of names that found no room, "and 3 more"; `%1` is the number. */
    void setRestText(const QString &text, const QColor &color);
    void setGround(const QColor &ground) { m_ground = ground; }
    /** Where the texts are (in the order of the entries), for the axis rect's present geometry; those without room have an empty
     *  rectangle. */
    std::vector<QRectF> textRectangles() const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override;

private:
    QFont font(bool bold) const;
    std::vector<std::optional<PlacedName>> place() const;
    std::vector<PlanePoint> pixelsOf(const Entry &entry) const;
    void drawName(QCPPainter *painter, const Entry &entry, const PlacedName &name) const;
    void drawRest(QCPPainter *painter, std::size_t count) const;

    QCPAxisRect &m_axisRect;
    std::vector<Entry> m_entries;
    std::vector<std::optional<PixelBox>> m_before; ///< where the names were drawn last
    std::function<std::vector<QRectF>()> m_taken;
    QString m_restText;
    QColor m_restColor;
    QColor m_ground;
};

} // namespace actiscope
