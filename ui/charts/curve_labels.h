// What is written into a loss plot: each model's name at the end of its curve, its place of divergence, and the key to
// solid and dashed lines. Placed when it is drawn, where the geometry is known. GUI thread.
#pragma once

#include "ui/base/plot.h"
#include "ui/base/theme.h"

#include <vector>

namespace actiscope {

class CurveLabels : public QCPLayerable {
    Q_OBJECT

public:
    struct Label {
        QString text;
        QColor color;
        bool isPlaced = false; ///< false while the curve has no point
        double epoch = 0;      ///< where the curve ends
        double loss = 0;
        QString note; ///< "diverged at epoch 12" beside a cross at the end, or empty
    };

    CurveLabels(QCPAxisRect *axisRect, const QString &layer);

    void setTheme(const Theme &theme) { m_theme = theme; }
    void setKey(const QString &solid, const QString &dashed);
    std::vector<Label> &labels() { return m_labels; }
    /** Room that the labels need to the right of the axis rect, in pixels; at most a third of what there is. */
    int wantedMargin() const;
    /** Room that the key needs above it. */
    int keyHeight() const;

    /** Where each label was drawn last, in pixels; null for one that was not. */
    const std::vector<QRectF> &drawnRects() const { return m_drawn; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    void drawLabels(QCPPainter *painter);
    void drawHalo(QCPPainter *painter, const QRectF &rect, const QString &text) const;
    void drawCross(QCPPainter *painter, const Label &label, QPointF at) const;
    void drawKey(QCPPainter *painter) const;
    QPointF pixelOf(const Label &label) const;
    QFont labelFont() const;
    QString fittingText(const Label &label) const;

    QCPAxisRect *m_axisRect;
    Theme m_theme;
    QString m_solid;
    QString m_dashed;
    std::vector<Label> m_labels;
    std::vector<QRectF> m_drawn;
};

} // namespace actiscope
