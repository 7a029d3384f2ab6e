// One of the stacked plots of the Functions workspace: a title, an axis rect whose x axis goes with the others', the names of
// the curves, the line at the pointer, and a text while it is empty. GUI thread.
#pragma once

#include "ui/base/plot.h"

#include <QString>

namespace actiscope {

struct Theme;
class CurveNames;
class PointerMarks;

class FunctionPanel : public QObject {
    Q_OBJECT

public:
    /** The layers of a function plot, from the undermost to the uppermost, above "main" and below "overlay". Each is drawn by itself, so that
     *  a slider or the pointer that moves does not draw everything again. */
    static QString movingLayer() { return QStringLiteral("moving"); }
    static QString pointerLayer() { return QStringLiteral("pointer"); }

    /** Begins outside the layout: see show(). */
    FunctionPanel(QCustomPlot &plot, const QString &title, const QString &emptyText);

    QCPAxisRect *rect() const { return m_rect; }
    QCPTextElement *title() const { return m_title; }
    QCPAxis *x() const { return m_rect->axis(QCPAxis::atBottom); }
    QCPAxis *y() const { return m_rect->axis(QCPAxis::atLeft); }
    CurveNames *names() const { return m_names; }
    PointerMarks *pointer() const { return m_pointer; }
    bool isShown() const { return m_shown; }

    void setTheme(const Theme &theme);
    /** Puts it into the plot's layout, at this row and the next. */
    void show(int row);
    void hide();
    /** Only the lowest one says what the x axis stands for. */
    void setLowest(bool lowest);
    void setEmpty(bool empty);
    void setEmptyText(const QString &text) { m_emptyText->setText(text); }
    /** A graph for one line. */
    QCPGraph *addLine();
    /** As many ticks as there is room for. True when that changes their number. */
    bool fitTicks();
    /** One unit of y as long as one of x, around the middle of `wanted`; `keepsZero`: with zero in sight. True when that changed the range. */
    bool equalizeScale(const QCPRange &wanted, bool keepsZero);

private:
    QCPTextElement *m_title;
    QCPAxisRect *m_rect;
    CurveNames *m_names;
    PointerMarks *m_pointer;
    QCPItemText *m_emptyText;
    bool m_shown = false;
};

} // namespace actiscope
