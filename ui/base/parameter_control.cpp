#include "ui/base/parameter_control.h"

#include "ui/base/number_format.h"
#include "ui/base/number_spin_box.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

constexpr int sliderPositions = 4000;
constexpr int shownDecimals = 4;

double roundTo(double value, double grid)
{
    // Dividing by the reciprocal, a power of ten, gives 0.01 exactly where multiplying by 0.001 would give 0.010000000000000002.
    const double reciprocal = std::round(1 / grid);
    return std::round(value * reciprocal) / reciprocal;
}

} // namespace

ParameterControl::ParameterControl(const ActivationParameter &parameter, QWidget *parent)
    : QWidget(parent), m_parameter(parameter), m_value(parameter.defaultValue),
      m_step(std::pow(10.0, std::floor(std::log10((parameter.maximum - parameter.minimum) / 100)))), m_fineAtMinimum(parameter.minimum >= 0)
{
    m_symbol = new QLabel(QString::fromStdString(parameter.symbol), this);
    setupSlider();
    setupSpinBox();
    m_symbol->setBuddy(m_slider);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_symbol);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_spinBox);
    setFocusProxy(m_slider);
}

void ParameterControl::setupSlider()
{
    m_slider = new QSlider(Qt::Horizontal, this);
    m_slider->setRange(0, sliderPositions);
    m_slider->setValue(sliderPosition(m_value));
    m_slider->setFocusPolicy(Qt::StrongFocus);
    m_slider->setMinimumWidth(56); // whatever the size of the text: it gives way to figures
    const QString name = QString::fromStdString(m_parameter.name);
    const QString symbol = QString::fromStdString(m_parameter.symbol);
    m_slider->setAccessibleName(tr("%1 slider").arg(name));
    m_slider->setToolTip(tr("%1 (%2), from %3 to %4. Arrow keys: %5, with Ctrl: %6.")
                             .arg(symbol, name, formatNumber(m_parameter.minimum), formatNumber(m_parameter.maximum), formatNumber(m_step),
                                  formatNumber(m_step / 10)));
    m_slider->installEventFilter(this);
    connect(m_slider, &QSlider::valueChanged, this, &ParameterControl::takeSliderPosition);
}

void ParameterControl::setupSpinBox()
{
    m_spinBox = new NumberSpinBox(this);
    m_spinBox->setDecimals(shownDecimals);
    m_spinBox->setRange(m_parameter.minimum, m_parameter.maximum);
    m_spinBox->setSingleStep(m_step);
    m_spinBox->setValue(m_value);
    m_spinBox->setAccessibleName(tr("%1 value").arg(QString::fromStdString(m_parameter.name)));
    m_spinBox->setToolTip(m_slider->toolTip());
    m_spinBox->installEventFilter(this);
    connect(m_spinBox, &QDoubleSpinBox::valueChanged, this, &ParameterControl::setValue);
}

void ParameterControl::setValue(double value)
{
    if (!std::isfinite(value))
        return;
    value = std::clamp(value, m_parameter.minimum, m_parameter.maximum);
    if (value == m_value)
        return;
    m_value = value;
    const QSignalBlocker sliderBlocker(m_slider);
    const QSignalBlocker spinBoxBlocker(m_spinBox);
    m_slider->setValue(sliderPosition(value));
    // Not while it already says so: that would rewrite what is being typed ("0." while going to 0.05).
    if (std::abs(m_spinBox->value() - value) > 0.5 * std::pow(10.0, -shownDecimals))
        m_spinBox->setValue(value);
    emit valueChanged(value);
}

void ParameterControl::takeSliderPosition(int position)
{
    if (position == 0)
        setValue(m_parameter.minimum);
    else if (position == sliderPositions)
        setValue(m_parameter.maximum);
    else
        setValue(roundTo(valueAt(position), m_step / 10));
}

bool ParameterControl::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == m_slider) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers()))
            return true;
    }
    if (event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        const QPoint delta = wheel->angleDelta();
        m_wheelRest += (delta.y() != 0 ? delta.y() : delta.x()) / 120.0;
        const double steps = std::trunc(m_wheelRest);
        m_wheelRest -= steps;
        moveBy(steps, wheel->modifiers());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool ParameterControl::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        moveBy(-1, modifiers);
        return true;
    case Qt::Key_Right:
    case Qt::Key_Up:
        moveBy(1, modifiers);
        return true;
    case Qt::Key_PageDown:
        moveBy(-10, modifiers);
        return true;
    case Qt::Key_PageUp:
        moveBy(10, modifiers);
        return true;
    default:
        return false;
    }
}

void ParameterControl::moveBy(double steps, Qt::KeyboardModifiers modifiers)
{
    if (steps == 0)
        return;
    const double step = modifiers.testFlag(Qt::ControlModifier) ? m_step / 10 : m_step;
    setValue(roundTo(m_value + steps * step, m_step / 10));
}

int ParameterControl::sliderPosition(double value) const
{
    const double share = (value - m_parameter.minimum) / (m_parameter.maximum - m_parameter.minimum);
    return static_cast<int>(std::lround((m_fineAtMinimum ? std::sqrt(share) : share) * sliderPositions));
}

double ParameterControl::valueAt(int position) const
{
    const double share = static_cast<double>(position) / sliderPositions;
    return m_parameter.minimum + (m_parameter.maximum - m_parameter.minimum) * (m_fineAtMinimum ? share * share : share);
}

} // namespace actiscope
