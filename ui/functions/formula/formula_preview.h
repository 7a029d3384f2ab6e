// A small picture of a function and its derivative, both in one plot, named at their right ends. GUI thread.
#pragma once

#include "ui/base/plot.h"
#include "ui/base/theme.h"

#include <vector>

namespace actiscope {

struct Activation;
class CurveEndLabels;

class FormulaPreview : public QCustomPlot {
    Q_OBJECT

public:
    explicit FormulaPreview(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /** Draws both from -5 to 5; what is no number leaves a gap. */
    void show(const Activation &activation, const std::vector<double> &parameters);
    /** An empty plot. */
    void clear();

private:
    void draw();

    Theme m_theme = Theme::light();
    QCPGraph *m_value;
    QCPGraph *m_derivative;
    CurveEndLabels *m_labels; ///< belongs to the plot
};

} // namespace actiscope
