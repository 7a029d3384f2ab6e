// A play button that moves a parameter to and fro over its whole range, evenly on its slider, until it is pressed again
// or a hand takes the slider. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QToolButton>

namespace actiscope {

struct Theme;
class ParameterControl;

class ParameterSweep : public QToolButton {
    Q_OBJECT

public:
    /** `control` lives as long as the button. */
    explicit ParameterSweep(ParameterControl &control, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    bool isPlaying() const { return isChecked(); }
    /** What the clock does: moves the slider on by what `milliseconds` are worth, and turns round at its ends. */
    void advance(double milliseconds);

    static constexpr double secondsPerWay = 4; ///< from one end to the other

private:
    void play(bool playing);

    ParameterControl &m_control;
    QTimer m_frames;
    QElapsedTimer m_sinceFrame;
    double m_position = 0; ///< of the slider, with the part of a step that it does not show
    int m_direction = 1;
};

} // namespace actiscope
