// f above and f' below with linked x axes: the curves of all shown activations, both one-sided derivatives at kinks (the
// one in use filled), names at the curves' ends, and a line at the pointer. Wheel zooms, drag pans, double click (or
// Home) resets, the arrow keys move the line. Draws what core computes. GUI thread.
#pragma once

#include "core/curve.h"
#include "ui/base/plot.h"
#include "ui/base/theme.h"

#include <optional>
#include <vector>

namespace actiscope {

class ActivationColors;
class CurveEndLabels;
class FunctionsState;
class PointerMarks;

class FunctionPlot : public QCustomPlot {
    Q_OBJECT

public:
    FunctionPlot(const FunctionsState &state, const ActivationColors &colors, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    QCPAxisRect *valueRect() const { return m_value.rect; }
    QCPAxisRect *derivativeRect() const { return m_derivative.rect; }
    const CurveEndLabels *valueLabels() const { return m_value.labels; }
    const CurveEndLabels *derivativeLabels() const { return m_derivative.labels; }
    /** The curve of an activation, or null when it is not shown. */
    QCPGraph *valueGraph(const Activation &activation) const;
    QCPGraph *derivativeGraph(const Activation &activation) const;
    std::optional<double> pointedX() const { return m_pointedX; }
    /** Decimals that x is shown with at the present zoom. */
    int xDecimals() const;
    QSize sizeHint() const override { return {640, 560}; }
    /** The same ranges as another plot. */
    void showPartOf(const FunctionPlot &other);
    /** x between these, and the y ranges that the curves need there. */
    void showXRange(double from, double to);

public slots:
    /** Takes over which activations are shown, their parameters and colours. */
    void refresh();
    /** x from -5 to 5 and the y ranges that the curves need. */
    void resetView();
    void setPointedX(std::optional<double> x);

signals:
    /** The x under the pointer, rounded to what a pixel stands for; nothing when the pointer is elsewhere. */
    void pointedXChanged(std::optional<double> x);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Half { ///< f or f'
        QCPTextElement *title = nullptr;
        QCPAxisRect *rect = nullptr;
        CurveEndLabels *labels = nullptr;
        PointerMarks *pointer = nullptr;
        QCPItemText *emptyText = nullptr;
    };
    struct Curve {
        const Activation *activation = nullptr;
        ActivationCurve samples;
        QCPGraph *value = nullptr;
        QCPGraph *derivative = nullptr;
        QCPGraph *usedMarks = nullptr;  ///< filled: the derivative in use at a kink
        QCPGraph *otherMarks = nullptr; ///< open: the one-sided value that is not
    };

    void setupHalf(Half &half, int row, const QString &title);
    void linkAxes();
    QCPGraph *addLine(const Half &half);
    void rebuildGraphs();
    void removeGraphs();
    void sample();
    void fillMarks(const Curve &curve);
    void styleCurve(const Curve &curve);
    void placeLabels();
    void markPointer();
    void growRanges();
    void limitXRange(const QCPRange &range);
    void styleHalf(Half &half);

    const FunctionsState &m_state;
    const ActivationColors &m_colors;
    Theme m_theme = Theme::light();
    Half m_value;
    Half m_derivative;
    std::vector<Curve> m_curves;
    std::optional<double> m_pointedX;
    QCPRange m_sampledRange;
    int m_labelWidth = 0; ///< kept while a slider moves, so that the plot does not tremble with its label
    bool m_samplesAreOld = true;
    bool m_followsCurves = true; ///< the y ranges grow with the curves, until the user zooms or pans
};

} // namespace actiscope
