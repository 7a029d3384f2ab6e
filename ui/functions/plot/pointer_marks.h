// The line at the pointer in one axis rect, a dot where it meets each curve, and the tangent of one of them. Lives on a layer with a buffer of its own,
// so that moving it does not draw the curves again. GUI thread.
#pragma once

#include "core/activations/activation.h"
#include "ui/base/plot.h"

#include <optional>
#include <vector>

namespace actiscope {

class PointerMarks : public QCPLayerable {
    Q_OBJECT

public:
    struct Dot {
        double y = 0;
        QColor color;
    };

    /** The tangent of one curve at the line; at a kink, half of one on either side and a dotted line for the slope in use. */
    struct Tangent {
        double y = 0;
        OneSidedDerivatives slope;
        QColor color;
    };

    PointerMarks(QCustomPlot &plot, const QString &layer, QCPAxisRect &axisRect);

    /** In the axis rect's coordinates; nothing is drawn without x. */
    void setMarks(std::optional<double> x, std::vector<Dot> dots);
    void setTangent(std::optional<Tangent> tangent) { m_tangent = tangent; }
    const std::optional<Tangent> &tangent() const { return m_tangent; }
    void setColors(const QColor &line, const QColor &ground);
    /** Of lines and dots, as in Theme. */
    void setScale(double scale) { m_scale = scale; }
    const std::vector<Dot> &dots() const { return m_dots; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override { return m_axisRect.rect(); }

private:
    void drawTangent(QCPPainter *painter) const;

    QCPAxisRect &m_axisRect;
    std::optional<double> m_x;
    std::vector<Dot> m_dots;
    std::optional<Tangent> m_tangent;
    QColor m_line;
    double m_scale = 1;
    QColor m_ground;
};

} // namespace actiscope
