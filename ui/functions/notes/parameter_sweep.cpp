#include "ui/functions/notes/parameter_sweep.h"

#include "ui/base/parameter_control.h"
#include "ui/base/svg_icon.h"
#include "ui/base/theme.h"

#include <QSlider>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int sweepPeriod = 16;      ///< ms
constexpr double longestFrame = 100; ///< ms; after a pause of the whole program the sweep does not leap

} // namespace

ParameterSweep::ParameterSweep(ParameterControl &control, QWidget *parent) : QToolButton(parent), m_control(control)
{
    setCheckable(true);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Sweep %1").arg(QString::fromStdString(control.parameter().name)));
    setToolTip(tr("Moves %1 to and fro over its range").arg(QString::fromStdString(control.parameter().symbol)));
    m_frames.setInterval(sweepPeriod);
    m_frames.setTimerType(Qt::PreciseTimer);
    connect(&m_frames, &QTimer::timeout, this, [this] { advance(std::min<double>(longestFrame, double(m_sinceFrame.restart()))); });
    connect(this, &QToolButton::toggled, this, &ParameterSweep::play);
    connect(control.slider(), &QSlider::sliderPressed, this, [this] { setChecked(false); });
}

void ParameterSweep::setTheme(const Theme &theme)
{
    QIcon icon;
    for (const auto &[name, state] :
         {std::pair{QStringLiteral("training_play"), QIcon::Off}, {QStringLiteral("training_pause"), QIcon::On}})
        icon.addPixmap(svgIcon(name, theme.text).pixmap(32, 32), QIcon::Normal, state);
    setIcon(icon);
}

void ParameterSweep::play(bool playing)
{
    if (!playing) {
        m_frames.stop();
        return;
    }
    m_position = m_control.slider()->value();
    m_direction = m_control.slider()->value() == m_control.slider()->maximum() ? -1 : 1;
    m_sinceFrame.start();
    m_frames.start();
}

void ParameterSweep::advance(double milliseconds)
{
    QSlider *slider = m_control.slider();
    const double way = slider->maximum() - slider->minimum();
    m_position += m_direction * way * milliseconds / (1000 * secondsPerWay);
    if (m_position >= slider->maximum() || m_position <= slider->minimum())
        m_direction = m_position >= slider->maximum() ? -1 : 1;
    m_position = std::clamp<double>(m_position, slider->minimum(), slider->maximum());
    slider->setValue(qRound(m_position));
}

} // namespace actiscope
