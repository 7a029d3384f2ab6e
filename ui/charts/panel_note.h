// A line of text on a filled patch in the upper part of an axis rect: "diverged at epoch 12".
#pragma once

#include "ui/base/plot.h"

namespace actiscope {

class PanelNote : public QCPLayerable {
    Q_OBJECT

public:
    PanelNote(QCPAxisRect *axisRect, const QString &layer);

    void setTheme(const Theme &theme);
    void setText(const QString &text) { m_text = text; }
    const QString &text() const { return m_text; }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    QCPAxisRect *m_axisRect;
    QString m_text;
    QColor m_textColor;
    QColor m_fill;
    QColor m_border;
};

} // namespace actiscope
