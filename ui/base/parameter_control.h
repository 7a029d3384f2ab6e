// A slider and a spin box for one parameter of an activation. The value is kept in full precision (a default of 1/3
// stays 1/3) and the slider is finer near a minimum of zero, where 0.01 would otherwise be invisible. Arrow keys and the
// wheel move by step(), Page keys by ten steps, with Ctrl by a tenth of a step. GUI thread.
#pragma once

#include "core/activations/activation.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace actiscope {

class NumberSpinBox;

class ParameterControl : public QWidget {
    Q_OBJECT

public:
    explicit ParameterControl(const ActivationParameter &parameter, QWidget *parent = nullptr);

    const ActivationParameter &parameter() const { return m_parameter; }
    double value() const { return m_value; }
    /** What one arrow key adds: a power of ten, about a hundredth of the range. */
    double step() const { return m_step; }

    QSlider *slider() const { return m_slider; }
    NumberSpinBox *spinBox() const { return m_spinBox; }

public slots:
    /** Sets the value, limited to the parameter's range; emits valueChanged() when that changes it. */
    void setValue(double value);

signals:
    void valueChanged(double value);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setupSlider();
    void setupSpinBox();
    void takeSliderPosition(int position);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void moveBy(double steps, Qt::KeyboardModifiers modifiers);
    int sliderPosition(double value) const;
    double valueAt(int position) const;

    ActivationParameter m_parameter;
    double m_value;
    double m_step;
    bool m_fineAtMinimum;
    double m_wheelRest = 0; ///< part of a wheel step not used yet
    QLabel *m_symbol = nullptr;
    QSlider *m_slider = nullptr;
    NumberSpinBox *m_spinBox = nullptr;
};

} // namespace actiscope
