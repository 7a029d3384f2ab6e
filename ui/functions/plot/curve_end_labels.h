// The names of curves, written beside their right ends: a legend that needs no looking back and forth. Drawn to the right
// of an axis rect, spread so that none covers another, each joined to its curve by a short line. GUI thread.
#pragma once

#include "ui/base/plot.h"

#include <QString>

#include <vector>

namespace actiscope {

class CurveEndLabels : public QCPLayerable {
    Q_OBJECT

public:
    struct Label {
        QString text;
        QPen pen;         ///< of the curve
        QColor textColor; ///< the curve's, readable on the background
        double y = 0;     ///< where the curve ends, in the axis rect's coordinates
        bool bold = false;
    };

    CurveEndLabels(QCustomPlot &plot, const QString &layer, QCPAxisRect &axisRect);

    void setLabels(std::vector<Label> labels) { m_labels = std::move(labels); }
    /** What is left of the labels when only some fit, "and 3 more"; `%1` is the number. */
    void setRestText(const QString &text, const QColor &color);
    /** The margin that the axis rect must leave at its right; at most two fifths of the plot. */
    int neededWidth() const;
    /** Where the texts are (in the order of the labels), for the axis rect's present geometry; those that do not fit
     *  have an empty rectangle. */
    std::vector<QRectF> textRectangles() const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override;

private:
    QFont font(bool bold) const;
    double lineHeight() const;
    std::size_t fittingCount() const;
    QString fittingText(const Label &label) const;
    std::vector<double> endPixels() const;

    QCPAxisRect &m_axisRect;
    std::vector<Label> m_labels;
    QString m_restText;
    QColor m_restColor;
};

} // namespace actiscope
