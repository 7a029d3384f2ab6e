#include "core/training/arriving_task.h"

#include "core/training/boundary.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace actiscope {
namespace {

ArrivingTask::Arrived made(std::unique_ptr<Backend> backend, const BackendFactory &factory, RunId run, const Experiment &experiment)
{
    ArrivingTask::Arrived result{std::move(backend), nullptr};
    if (!result.backend)
        result.backend = factory();
    result.task = std::make_unique<Comparison>(run, experiment, *result.backend);
    const Cohort &cohort = *result.task->cohort();
    if (liesInPlane(cohort)) // its boundaries are the first thing to be seen
        result.backend->predict(0, std::vector<float>(static_cast<std::size_t>(cohort.shape.inputs)));
    return result;
}

} // namespace

ArrivingTask::ArrivingTask(std::unique_ptr<Backend> backend, BackendFactory factory, RunId run, Experiment experiment, std::function<void()> arrived)
    : m_future(m_promise.get_future()),
      m_thread([this, backend = std::move(backend), factory = std::move(factory), run, experiment = std::move(experiment),
                arrived = std::move(arrived)]() mutable {
          try {
              m_promise.set_value(made(std::move(backend), factory, run, experiment));
          } catch (...) {
              m_promise.set_exception(std::current_exception());
          }
          arrived();
      })
{
}

} // namespace actiscope
