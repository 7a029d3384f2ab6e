#include "ui/training/document/awaited_answer.h"

#include <chrono>

namespace actiscope {

namespace {

using namespace std::chrono_literals;

constexpr auto afterAWish = 200ms;     ///< most are fulfilled at once: nothing flickers while a parameter is turned
constexpr auto whileTraining = 1500ms; ///< the slowest pace is an epoch a second

} // namespace

AwaitedAnswer::AwaitedAnswer(QObject *parent) : QObject(parent)
{
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &AwaitedAnswer::overdue);
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
    m_state = snapshot.state;
    if (snapshot.command >= m_command && m_state != RunState::Preparing)
        m_wish.reset();
    if (m_wish || m_state == RunState::Preparing) {
        if (!m_silence.isActive())
            m_silence.start(afterAWish);
        return;
    }
    m_silence.stop();
    if (m_state == RunState::Running)
        m_silence.start(whileTraining);
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
