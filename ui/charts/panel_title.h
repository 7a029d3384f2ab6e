// The line above a decision boundary: a dot in the model's colour, its name, and on the right what it reached.
#pragma once

#include "ui/base/plot.h"

namespace actiscope {

class PanelTitle : public QCPLayoutElement {
    Q_OBJECT

public:
    /** Drawn on the layer `layer`. */
    PanelTitle(QCustomPlot *plot, const QString &layer);

    void setTheme(const Theme &theme);
    void setDot(const QColor &color) { m_dot = color; }
    void setName(const QString &name) { m_name = name; }
    /** `brief` takes its place where the name has too little room beside it. */
    void setResult(const QString &result, const QString &brief)
    {
        m_result = result;
        m_briefResult = brief;
    }
    const QString &name() const { return m_name; }
    const QString &result() const { return m_result; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    QFont m_font;
    QColor m_dot;
    QColor m_text;
    QColor m_mutedText;
    QString m_name;
    QString m_result;
    QString m_briefResult;
};

} // namespace actiscope
