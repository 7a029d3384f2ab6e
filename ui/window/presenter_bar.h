// The foot of the window in presenter mode: a play key that is hit from a step away, one sentence, and a line that says where in time the plots are and
// moves them. Sizes are for a screen of 1920 x 1080 and shrink with the window. GUI thread.
#pragma once

#include "ui/base/spoken_description.h"
#include "ui/base/theme.h"
#include "ui/window/presentation.h"

#include <QAbstractButton>

class QGridLayout;
class QLabel;
class QSlider;

namespace actiscope {

/** A disc with ▶ or ‖. */
class PlayKey : public QAbstractButton {
    Q_OBJECT

public:
    using QAbstractButton::QAbstractButton;
    void setTheme(const Theme &theme);
    void setPlaying(bool playing);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme = Theme::light();
    bool m_isPlaying = false;
};

class PresenterBar : public QWidget {
    Q_OBJECT

public:
    explicit PresenterBar(QWidget *parent = nullptr);

    PlayKey *key() const { return m_key; }
    QLabel *sentence() const { return m_sentence; }
    QSlider *timeline() const { return m_timeline; }
    void setTheme(const Theme &theme);
    /** Of the screen that the sizes are for: 1, or 2/3 for 1280 x 720. That of text can be more, where the user wants larger text. */
    void setShare(double share, double textShare);
    void showPresentation(const Presentation &shown);

    /** What `window` is of that screen. */
    static double shareOf(QSize window);

signals:
    void playWanted();
    void placeWanted(int place);

private:
    void fit();

    PlayKey *m_key;
    QLabel *m_sentence;
    QSlider *m_timeline;
    SpokenDescription m_spoken;
    QLabel *m_first;
    QLabel *m_now;
    QGridLayout *m_layout;
    Theme m_theme = Theme::light();
    double m_share = 1;
    double m_textShare = 1;
};

} // namespace actiscope
