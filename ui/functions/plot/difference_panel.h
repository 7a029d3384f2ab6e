// The plot of the difference of two functions, its largest absolute value marked and in the title. GUI thread.
#pragma once

#include "core/activations/activation_spec.h"
#include "core/analysis/function_difference.h"
#include "ui/base/plot.h"

#include <optional>

namespace actiscope {

struct Theme;
class FunctionPanel;

class DifferencePanel : public QObject {
    Q_OBJECT

public:
    explicit DifferencePanel(QCustomPlot &plot);

    FunctionPanel &panel() const { return *m_panel; }
    QCPGraph *line() const { return m_line; }
    /** On the present range of x; nothing when no number was found. */
    const std::optional<LargestDifference> &largest() const { return m_largest; }
    /** "at most 0.0004732, at x = 2.699": of the absolute value */
    QString largestText() const;

    void setTheme(const Theme &theme);
    /** What is subtracted from what; the same function twice is no comparison and draws nothing. */
    void setFunctions(const ActivationSpec &minuend, const ActivationSpec &subtrahend);
    void setLogarithmic(bool logarithmic);
    void hide();
    /** Computes and fits the y range, if anything changed; `standsStill`: not the range, as far as there is one for these functions. True when
     *  something did. */
    bool update(const QCPRange &range, bool standsStill = false);

private:
    QString titleText() const;
    QString fittingTitle() const;
    QString namesText() const;
    void fitRange();
    void mark();

    FunctionPanel *m_panel;
    QCPGraph *m_line;
    QCPGraph *m_mark;
    std::optional<ActivationSpec> m_minuend;
    std::optional<ActivationSpec> m_subtrahend;
    std::optional<LargestDifference> m_largest;
    Interval m_shown; ///< what is to be seen of the line
    bool m_logarithmic = false;
    bool m_isOld = true;
    bool m_hasScale = false;   ///< for these two functions, whatever their parameters
    bool m_scaleIsOld = false; ///< it has stood still
    QCPRange m_range;
};

} // namespace actiscope
