// The accessible description of a widget that changes many times a second while something runs: a screen reader would read each one. GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include <chrono>

namespace actiscope {

class SpokenDescription {
public:
    /** Between two that are passed by. */
    static constexpr std::chrono::milliseconds pause{10'000};

    explicit SpokenDescription(QWidget &widget) : m_widget(widget) {}

    /** At once. */
    void say(const QString &text)
    {
        if (text != m_widget.accessibleDescription())
            m_widget.setAccessibleDescription(text);
        m_since.start();
    }
    /** Whether one of many may be said. What it is in the end is to be said in any case. */
    bool maySayInPassing() const { return !m_since.isValid() || m_since.elapsed() >= pause.count(); }

private:
    QWidget &m_widget;
    QElapsedTimer m_since;
};

} // namespace actiscope
