#include "core/training/training_session.h"

#include "core/training/session_worker.h"

#include <utility>

namespace actiscope {

TrainingSession::TrainingSession(BackendFactory factory, BackendFactory standIn)
    : m_runs(std::make_unique<RunStore>()), m_worker(std::make_unique<SessionWorker>(std::move(factory), std::move(standIn), *m_runs))
{
}

TrainingSession::~TrainingSession() = default;

void TrainingSession::post(session::Command command)
{
    m_worker->post(std::move(command));
}

std::uint64_t TrainingSession::lastCommand() const
{
    return m_worker->lastCommand();
}

std::shared_ptr<const Snapshot> TrainingSession::takeSnapshot()
{
    return m_worker->take();
}

std::shared_ptr<const ComingEpoch> TrainingSession::takeComing()
{
    return m_worker->takeComing();
}

} // namespace actiscope
