// Stacked plots with linked x axes: f, f' and on demand f'', the difference of two functions, and what goes into a network under
// f. Names beside the curves, a line with the tangent at the pointer. Wheel zooms, drag pans, double click (or Home) resets, the
// arrow keys move the line, with Shift the view, and + and - zoom. Draws what core computes, once for any number of changes in an event. GUI thread.
#pragma once

#include "core/diagnostics/histogram.h"
#include "ui/base/plot.h"
#include "ui/base/theme.h"
#include "ui/functions/plot/panel_stack.h"

#include <QTimer>

#include <array>
#include <optional>
#include <vector>

namespace actiscope {

class ActivationColors;
class FocusMarks;
class FunctionsState;
class KinkLabels;

class FunctionPlot : public QCustomPlot {
    Q_OBJECT

public:
    FunctionPlot(const FunctionsState &state, const ActivationColors &colors, QWidget *parent = nullptr);
    /** Not what its labels would like. */
    QSize minimumSizeHint() const override { return minimumSize(); }

    void setTheme(const Theme &theme);
    FunctionPanel &panel(std::size_t order) const { return *m_stack->panels().at(order); }
    QCPAxisRect *valueRect() const { return panel(0).rect(); }
    QCPAxisRect *derivativeRect() const { return panel(1).rect(); }
    const CurveNames *valueNames() const { return panel(0).names(); }
    const CurveNames *derivativeNames() const { return panel(1).names(); }
    const FunctionCurves &curves() const { return m_curves; }
    DifferencePanel &difference() const { return m_stack->difference(); }
    InsidePanel &inside() const { return m_stack->inside(); }
    const FocusMarks &focusMarks(std::size_t order) const { return *m_marks.at(order); }
    const KinkLabels &kinkLabels() const { return *m_kinkLabels; }
    /** The curve of a shown function, or null. */
    QCPGraph *valueGraph(const Activation &activation) const;
    QCPGraph *derivativeGraph(const Activation &activation) const;
    std::optional<double> pointedX() const { return m_pointedX; }
    /** Decimals that x is shown with at the present zoom. */
    int xDecimals() const;
    QSize sizeHint() const override { return {640, 560}; }
    /** Takes over all changes at once, instead of with the next event. */
    void updateNow();
    /** The same ranges and the same histogram as another plot. */
    void showPartOf(const FunctionPlot &other);
    /** So that no panel runs into another: of those that there are, in the present text size. */
    int leastHeight() const;
    /** Only this panel, as large as all of them: for a picture. */
    void showOnly(PanelStack::Place place);
    /** The panels that there are, from above. */
    std::vector<PanelStack::Place> shownPlaces() const;
    /** x between these, and the y ranges that the curves need there. */
    void showXRange(double from, double to);
    QCPRange xRange() const { return m_stack->xRange(); }
    /** The y ranges of f, f' and f'' that the user chose; nothing while they follow the curves. */
    std::optional<std::array<QCPRange, FunctionCurves::orders>> chosenYRanges() const;
    void chooseYRanges(const std::array<QCPRange, FunctionCurves::orders> &ranges);
    /** Draws the inputs of a network with `activation`, in its colour; `title` says of what part. */
    void setInside(const Histogram &histogram, const Activation &activation, const QString &title);
    void clearInside();
    /** Instead of a histogram, why there is none; empty while one is awaited. */
    void setInsideAbsent(const QString &why);

public slots:
    /** Something changed in the state, the view or the colours. */
    void refresh();
    /** x from -5 to 5 and the y ranges that the curves need. */
    void resetView();
    void setPointedX(std::optional<double> x);

signals:
    /** The x under the pointer, rounded to what a pixel stands for; nothing when the pointer is elsewhere. */
    void pointedXChanged(std::optional<double> x);
    /** Others, or in another text size. */
    void panelsChanged();
    /** The range of x that is in sight. */
    void xRangeChanged(double from, double to);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr std::size_t orders = PanelStack::orders;

    /** What the ranges were made for: others begin anew. */
    struct Framed {
        std::vector<const Activation *> shown;
        const Activation *preview = nullptr;
        std::vector<double> family;

        bool operator==(const Framed &) const = default;
    };

    void setupMarks();
    bool arrange();
    bool prepare();
    bool takeChoices();
    bool fitRanges();
    bool updateDifference();
    void nameCurves();
    bool takeScale();
    void markFocus();
    void colorInside();
    void refreshInside(bool withAxes);
    void markPointer();
    void fitAxes();
    void pan(int direction);
    void zoom(double factor);
    void movePointer(int direction, bool finely);

    const FunctionsState &m_state;
    const ActivationColors &m_colors;
    Theme m_theme = Theme::light();
    PanelStack *m_stack;
    std::array<FocusMarks *, orders> m_marks{};
    KinkLabels *m_kinkLabels = nullptr;
    FunctionCurves m_curves;
    Framed m_framed;
    std::array<QCPRange, orders> m_wantedY; ///< the y ranges that the curves need
    QTimer m_update;                        ///< runs while there are changes to take over
    std::optional<double> m_pointedX;
    QCPRange m_sampledRange;
    bool m_axesAreOld = false;
    bool m_choicesAreOld = true;
    bool m_marksAreOld = true;
    bool m_isEqual = false;      ///< that one unit is as long on y as on x was taken over
    bool m_followsCurves = true; ///< the y ranges grow with the curves, until the user zooms or pans
};

} // namespace actiscope
