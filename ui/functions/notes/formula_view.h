// A formula: drawn as TeX set it, in the theme's text colour and sharp on any screen, or as source text. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/functions/notes/notes.h"

#include <QSvgRenderer>
#include <QTextDocument>
#include <QWidget>

namespace actiscope {

class FormulaView : public QWidget {
    Q_OBJECT

public:
    /** `name` is what stands before the equals sign ("f(x)"), in plain text. */
    explicit FormulaView(const QString &name, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setFormula(const Formula &formula);
    bool isDrawn() const { return m_renderer.isValid(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, heightForWidth(width())}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    QSizeF drawingSize(double width) const;

    QString m_name;
    Theme m_theme = Theme::light();
    Formula m_formula;
    QSvgRenderer m_renderer;        ///< valid when there is a drawing
    mutable QTextDocument m_source; ///< laid out for whatever width is asked about
};

} // namespace actiscope
