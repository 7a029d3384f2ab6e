// "Draw points": a canvas, the classes and tools, and a curve that divides the points. GUI thread.
#pragma once

#include "core/data/dataset.h"
#include "ui/base/theme.h"

#include <QDialog>

#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace actiscope {

class PointsCanvas;

class PointsDialog : public QDialog {
    Q_OBJECT

public:
    /** Begins with these points of the plane, which have classes, or with none. */
    PointsDialog(LabelledPoints begin, const Theme &theme, QWidget *parent = nullptr);

    /** As they have been drawn. */
    const LabelledPoints &points() const;
    PointsCanvas *canvas() const { return m_canvas; }
    QLineEdit *curveField() const { return m_curve; }
    /** What is said of the curve, or nothing. */
    QString curveMessage() const;

private:
    QHBoxLayout *setupClasses(int shown);
    QHBoxLayout *setupTools();
    QHBoxLayout *setupCurve();
    QToolButton *addButton(const QString &text, const QString &name, const QString &toolTip, QHBoxLayout &row);
    void setupKeys();
    void divide();
    void checkCurve();
    void showPoints();
    QIcon classIcon(int label) const;

    Theme m_theme;
    PointsCanvas *m_canvas;
    QButtonGroup *m_classes;
    QButtonGroup *m_tools;
    QToolButton *m_undo = nullptr;
    QToolButton *m_redo = nullptr;
    QToolButton *m_clear = nullptr;
    QLineEdit *m_curve = nullptr;
    QPushButton *m_divide = nullptr;
    QLabel *m_curveMessage = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace actiscope
