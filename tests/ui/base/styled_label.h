// How often a change of the theme or of what is shown styles a widget: each time takes a fifth of a millisecond for each of a thousand.
#pragma once

#include <QApplication>
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

/** How often any widget is styled anew. */
class StyleCounter : public QObject {
public:
    int styled = 0;

    StyleCounter() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        styled += watched->isWidgetType() && event->type() == QEvent::StyleChange;
        return false;
    }
};

} // namespace actiscope::test
