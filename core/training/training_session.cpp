#include "core/training/training_session.h"

#include "core/training/session_worker.h"

#include <utility>

namespace actiscope {

using namespace session;

TrainingSession::TrainingSession(BackendFactory factory) : m_worker(std::make_unique<SessionWorker>(std::move(factory))) {}
TrainingSession::~TrainingSession() = default;

void TrainingSession::setExperiment(const Experiment &experiment)
{
    m_worker->post(SetExperiment{experiment});
}
void TrainingSession::setBackend(BackendFactory factory)
{
    m_worker->post(SetBackend{std::move(factory)});
}
void TrainingSession::continueOn(BackendFactory factory)
{
    m_worker->post(ContinueOn{std::move(factory)});
}
void TrainingSession::play()
{
    m_worker->post(Play{});
}
void TrainingSession::pause()
{
    m_worker->post(Pause{});
}
void TrainingSession::step()
{
    m_worker->post(Step{});
}
void TrainingSession::reset()
{
    m_worker->post(Reset{});
}
void TrainingSession::setPace(double epochsPerSecond)
{
    m_worker->post(SetPace{epochsPerSecond});
}
void TrainingSession::setLastEpoch(int epochs)
{
    m_worker->post(SetLastEpoch{epochs});
}
void TrainingSession::setOptimizer(std::size_t model, const OptimizerSettings &settings)
{
    validate(settings);
    m_worker->post(SetOptimizer{model, settings});
}
void TrainingSession::setActivationParameters(std::size_t model, std::vector<double> values)
{
    m_worker->post(SetActivationParameters{model, std::move(values)});
}
void TrainingSession::setGrid(std::optional<GridSpec> whileRunning, std::optional<GridSpec> atRest)
{
    m_worker->post(SetGrid{whileRunning, atRest});
}
void TrainingSession::requestDiagnostics(std::size_t model, const DiagnosticsSettings &settings)
{
    validate(settings);
    m_worker->post(RequestDiagnostics{model, settings});
}
std::uint64_t TrainingSession::lastCommand() const
{
    return m_worker->lastCommand();
}
std::shared_ptr<const Snapshot> TrainingSession::takeSnapshot()
{
    return m_worker->take();
}

} // namespace actiscope
