// How often a change of the theme or of what is shown styles a widget: each time takes a fifth of a millisecond for each of a thousand.
#pragma once

#include <QEvent>
#include <QLabel>

namespace actiscope::test {

/** Counts how often it was given a style. */
class StyledLabel : public QLabel {
public:
    int styled = 0;

    bool event(QEvent *event) override
    {
        styled += event->type() == QEvent::StyleChange;
        return QLabel::event(event);
    }
};

} // namespace actiscope::test
