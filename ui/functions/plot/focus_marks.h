// What is marked of the focused function in one plot, under the curves: shaded where it is saturated, its asymptotes dashed.
// Kink labels, above the curves: the one-sided slopes as figures. GUI thread.
#pragma once

#include "core/activations/activation.h"
#include "core/analysis/asymptote.h"
#include "core/analysis/curve.h"
#include "ui/base/plot.h"

#include <vector>

namespace actiscope {

struct Theme;

class FocusMarks : public QCPLayerable {
    Q_OBJECT

public:
    FocusMarks(QCustomPlot &plot, const QString &layer, QCPAxisRect &axisRect);

    /** The intervals of x that are shaded. */
    void setSaturated(std::vector<Interval> intervals, const QColor &color);
    /** What is written into shaded intervals that have room for it; empty for nothing. */
    void setWord(const QString &word, const QColor &color);
    const std::vector<Interval> &saturated() const { return m_saturated; }
    /** Where it is written, for the present geometry. */
    std::vector<QRectF> wordPlaces() const;
    /** Lines that are drawn over the whole plot. */
    void setAsymptotes(std::vector<Asymptote> asymptotes, const QColor &color);
    const std::vector<Asymptote> &asymptotes() const { return m_asymptotes; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override { return m_axisRect.rect(); }

private:
    QRectF shadedPlace(const Interval &interval) const;
    QRectF wordPlace(const QRectF &shaded) const;

    QCPAxisRect &m_axisRect;
    std::vector<Interval> m_saturated;
    QColor m_shade;
    QString m_word;
    QColor m_wordColor;
    std::vector<Asymptote> m_asymptotes;
    QColor m_line;
};

class KinkLabels : public QCPLayerable {
    Q_OBJECT

public:
    KinkLabels(QCustomPlot &plot, const QString &layer, QCPAxisRect &axisRect);

    void setKinks(std::vector<KinkMark> kinks) { m_kinks = std::move(kinks); }
    void setTheme(const Theme &theme);
    /** One label: where, and what it says. */
    struct Label {
        QRectF place;
        QString text;
    };
    /** For the present geometry; the left value to the left of its kink, the right one to the right. */
    std::vector<Label> labels() const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;
    QRect clipRect() const override { return m_axisRect.rect(); }

private:
    Label labelFor(double x, double slope, bool isInUse, bool isLeft) const;

    QCPAxisRect &m_axisRect;
    std::vector<KinkMark> m_kinks;
    QColor m_text;
    QColor m_ground;
};

/** The convention in words: "Leaky ReLU at x = 0: slope 0.01 from the left, 1 from the right; 0.01 is used, as in PyTorch."; empty for an
 *  activation without kinks, and a sentence that says so where they vanish for these parameter values. */
QString kinkWords(const Activation &activation, std::span<const double> parameters);

} // namespace actiscope
