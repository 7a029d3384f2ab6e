#include "ui/training/document/awaited_answer.h"

#include <chrono>
#include <utility>

namespace actiscope {

namespace {

using namespace std::chrono_literals;

constexpr auto afterAWish = 200ms;    ///< most are fulfilled at once: nothing flickers while a parameter is turned
constexpr auto whileTraining = 250ms; ///< after the next epoch was due

} // namespace

AwaitedAnswer::AwaitedAnswer(QObject *parent) : QObject(parent)
{
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        m_isLate = true;
        emit overdue();
    });
}

void AwaitedAnswer::await(Wish wish, std::uint64_t command)
{
    const bool waits = m_wish && m_silence.isActive();
    m_wish = wish;
    m_command = command;
    if (!waits)
        m_silence.start(afterAWish);
}

void AwaitedAnswer::take(const Snapshot &snapshot)
{
    const bool begins = m_state != RunState::Running;
    m_state = snapshot.state;
    if (snapshot.command >= m_command && m_state != RunState::Preparing)
        m_wish.reset();
    if (m_wish || m_state == RunState::Preparing) {
        if (!m_silence.isActive())
            m_silence.start(afterAWish);
        return;
    }
    m_silence.stop();
    const bool wasLate = std::exchange(m_isLate, false);
    if (m_state != RunState::Running)
        return;
    if (wasLate && !begins && m_pace == 0ms) // epochs take long: the word stays from one to the next
        m_silence.start(0ms);
    else
        m_silence.start(begins ? whileTraining : whileTraining + m_pace); // the first epoch is due at once
}

void AwaitedAnswer::setPace(double epochsPerSecond)
{
    m_pace = epochsPerSecond > 0 ? std::chrono::milliseconds(qRound64(1000 / epochsPerSecond)) : 0ms;
}

QString AwaitedAnswer::words() const
{
    if (isPreparing())
        return tr("preparing…");
    if (m_wish == Wish::Seek)
        return tr("rewinding…");
    return m_wish == Wish::Pause ? tr("pausing…") : tr("computing…");
}

} // namespace actiscope
