// What a hand has asked of the training session and the session has not answered yet. A step of a large network takes many seconds in which
// nothing comes from the session: the window shows at once what was asked for, and after a moment says that it is being done. GUI thread.
#pragma once

#include "core/training/snapshot.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <optional>

namespace actiscope {

class AwaitedAnswer : public QObject {
    Q_OBJECT

public:
    enum class Wish { NewRun, Train, Step, Pause, Seek };

    explicit AwaitedAnswer(QObject *parent = nullptr);

    /** `command`: the number of the last one that the wish came to (TrainingSession::lastCommand()). */
    void await(Wish wish, std::uint64_t command);
    /** So many epochs are trained a second; 0: as many as can be. */
    void setPace(double epochsPerSecond);
    /** A snapshot has come, which may be of before. */
    void take(const Snapshot &snapshot);
    /** Whether the run goes on, once what was asked for is done. */
    bool isTraining() const { return m_wish ? *m_wish == Wish::Train : m_state == RunState::Running; }
    /** Whether epochs are being trained, or will be at once. */
    bool isComputing() const { return isTraining() || m_wish == Wish::Step; }
    bool isPreparing() const { return m_state == RunState::Preparing || m_wish == Wish::NewRun; }
    /** What the session is at: "preparing…". */
    QString words() const;

signals:
    /** The session has been silent for long enough to be worth a word. */
    void overdue();

private:
    std::optional<Wish> m_wish;
    std::uint64_t m_command = 0; ///< that fulfils it
    RunState m_state = RunState::Preparing;
    QTimer m_silence;
    std::chrono::milliseconds m_pace{0}; ///< between epochs
    bool m_isLate = false;               ///< what was awaited last came after it had been said
};

} // namespace actiscope
