// Measures how long an event loop was kept from its events by what runs in it.
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QStringList>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <vector>

namespace actiscope::test {

/** ms that pass for the thread that asks: not those for which the system gave the processor to somebody else while it was ready to run, or
 *  the host did (Linux' schedstat, stolen time), which is no doing of the program. */
class OwnTime {
public:
    OwnTime() { restart(); }
    void restart()
    {
        m_clock.start();
        m_waited = waited();
        m_stolen = stolen();
    }
    double elapsed() const
    {
        const double passed = static_cast<double>(m_clock.nsecsElapsed()) * 1e-6;
        const std::vector<double> now = stolen();
        double maxStolen = 0; // from any one processor
        for (std::size_t cpu = 0; cpu < std::min(now.size(), m_stolen.size()); ++cpu)
            maxStolen = std::max(maxStolen, now[cpu] - m_stolen[cpu]);
        return passed - (waited() - m_waited) - maxStolen;
    }

private:
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

    QElapsedTimer m_clock;
    double m_waited = 0;
    std::vector<double> m_stolen;
};

/** A timer of 5 ms in the thread's event loop; worst() is the longest time of its own between two of its ticks, in ms, and inWorst() what was note()d in
 *  it. */
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
        m_inWorst.clear();
        m_noted.clear();
        m_ticks = 0;
        m_time.restart();
        m_timer.start(5);
    }
    /** Something was done. */
    void note(const QString &text)
    {
        if (m_timer.isActive())
            m_noted << QStringLiteral("%1 (at %2 ms)").arg(text).arg(std::lround(m_time.elapsed()));
    }
    double worst() const { return m_worst; }
    QStringList inWorst() const { return m_inWorst; }
    int ticks() const { return m_ticks; }

private:
    void tick()
    {
        const double gap = m_time.elapsed();
        if (gap > m_worst) {
            m_worst = gap;
            m_inWorst = m_noted;
        }
        m_noted.clear();
        m_time.restart();
        ++m_ticks;
    }

    QTimer m_timer;
    OwnTime m_time;
    double m_worst = 0;
    QStringList m_noted, m_inWorst;
    int m_ticks = 0;
};

} // namespace actiscope::test
