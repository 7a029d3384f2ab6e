// Measures how long an event loop was kept from its events by what runs in it.
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>

namespace actiscope::test {

/** A timer of 5 ms in the thread's event loop; worst() is the longest time between two of its ticks, in ms, less the time
 *  for which the system gave the processor to somebody else (Linux' schedstat), which is no doing of the program. */
class LoopWatch : public QObject {
public:
    LoopWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &LoopWatch::tick);
    }
    void start()
    {
        m_worst = 0;
        m_ticks = 0;
        m_clock.start();
        m_waited = waited();
        m_timer.start(5);
    }
    double worst() const { return m_worst; }
    int ticks() const { return m_ticks; }

    /** ms that this thread was ready to run and did not, since it began. */
    static double waited()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QList<QByteArray> fields = file.readAll().split(' ');
        return fields.size() > 1 ? fields[1].toDouble() * 1e-6 : 0;
    }

private:
    void tick()
    {
        const double gap = static_cast<double>(m_clock.nsecsElapsed()) * 1e-6;
        m_clock.restart();
        const double now = waited();
        m_worst = std::max(m_worst, gap - (now - m_waited));
        m_waited = now;
        ++m_ticks;
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_worst = 0;
    double m_waited = 0;
    int m_ticks = 0;
};

} // namespace actiscope::test
