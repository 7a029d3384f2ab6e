// Finds out what evidence rows ask, beside the window and what trains: the newest moment that was asked for, of all models, one moment at a time. While
// the run goes on it rests in between, so that the trainer keeps its core; at rest every answer is that of the moment shown. GUI thread: its thread
// never calls back, the answer is fetched.
#pragma once

#include "core/training/inspection.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace actiscope {

class EvidenceSource : public QObject {
    Q_OBJECT

public:
    using Found = std::vector<std::shared_ptr<const Inspection>>;

    explicit EvidenceSource(QObject *parent = nullptr);
    /** Waits for the model that is being looked at, at most. */
    ~EvidenceSource() override;

    /** Replaces what was asked before and nobody began to find out. The same question about the same moment is asked once. */
    void ask(const std::shared_ptr<const Snapshot> &snapshot, const InspectionQuestion &question);
    /** Whether everything that was asked has been answered. */
    bool isIdle() const { return !m_isBusy && !m_wanted; }

signals:
    /** Of every model of a snapshot that was asked about. */
    void found(const actiscope::EvidenceSource::Found &inspections);

private:
    struct Task {
        std::shared_ptr<const Snapshot> snapshot;
        InspectionQuestion question;

        bool isSameAs(const Task &other) const
        {
            return snapshot->run == other.snapshot->run && snapshot->moment == other.snapshot->moment && question == other.question;
        }
    };

    void begin();
    void fetch();
    void take(const Found &inspections);
    void loop(const std::stop_token &stop);

    std::optional<Task> m_wanted; ///< and not begun
    std::optional<Task> m_asked;  ///< last, begun or answered
    bool m_isBusy = false;
    QElapsedTimer m_took;
    QTimer m_rest;
    QTimer m_fetch; ///< while it is busy

    std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_wake;
    std::optional<Task> m_task;
    std::optional<Found> m_answer;
    std::jthread m_thread; // last: everything above exists when it starts, and still does when it is joined
};

} // namespace actiscope
