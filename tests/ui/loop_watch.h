// Measures how long an event loop was kept from its events by what runs in it.
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <vector>

namespace actiscope::test {

/** A timer of 5 ms in the thread's event loop; worst() is the longest time between two of its ticks, in ms, less the time for which the
 *  system gave the processor to somebody else, or the host did (Linux' schedstat, stolen time), which is no doing of the program. */
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
        m_stolen = stolen();
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

    /** ms that a host took from each processor of this virtual machine, since it began; in steps of 10 ms. */
    static std::vector<double> stolen()
    {
        constexpr int fieldOfStolen = 8;
        constexpr double msOfTick = 10;
        std::vector<double> all;
        QFile file(QStringLiteral("/proc/stat"));
        if (!file.open(QIODevice::ReadOnly))
            return all;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (line.startsWith("cpu") && !line.startsWith("cpu ") && fields.size() > fieldOfStolen)
                all.push_back(fields[fieldOfStolen].toDouble() * msOfTick);
        }
        return all;
    }

private:
    /** The most that was stolen from any one since the last call. */
    double newlyStolen()
    {
        const std::vector<double> now = stolen();
        double most = 0;
        for (std::size_t cpu = 0; cpu < std::min(now.size(), m_stolen.size()); ++cpu)
            most = std::max(most, now[cpu] - m_stolen[cpu]);
        m_stolen = now;
        return most;
    }

    void tick()
    {
        const double gap = static_cast<double>(m_clock.nsecsElapsed()) * 1e-6;
        m_clock.restart();
        const double now = waited();
        m_worst = std::max(m_worst, gap - (now - m_waited) - newlyStolen());
        m_waited = now;
        ++m_ticks;
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_worst = 0;
    double m_waited = 0;
    std::vector<double> m_stolen;
    int m_ticks = 0;
};

} // namespace actiscope::test
