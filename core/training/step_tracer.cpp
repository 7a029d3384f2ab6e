#include "core/training/step_tracer.h"

#include "core/base/errors.h"

#include <exception>
#include <utility>

namespace actiscope {

OptimizerSettings optimizerAt(const ModelConfiguration &model, std::int64_t epoch)
{
    OptimizerSettings optimizer = model.optimizer;
    optimizer.learningRate = scheduledRate(model.schedule, optimizer.learningRate, epoch);
    return optimizer;
}

StepTracer::StepTracer() : m_thread([this](const std::stop_token &stop) { loop(stop); }) {}

StepTracer::~StepTracer() = default;

void StepTracer::ask(std::shared_ptr<const Snapshot> snapshot, std::size_t model, const StepPlace &place)
{
    const std::lock_guard lock(m_mutex);
    m_question = Question{std::move(snapshot), model, place};
    m_wake.notify_all();
}

std::shared_ptr<const StepAnswer> StepTracer::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_answer, nullptr);
}

void StepTracer::loop(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        std::optional<Question> question;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return m_question.has_value(); });
            question = std::exchange(m_question, std::nullopt);
        }
        if (!question)
            continue;
        const Snapshot &run = *question->snapshot;
        StepAnswer answer{.run = run.run, .epoch = run.epoch, .model = question->model};
        try {
            if (question->model >= run.models.size() || !run.cohort || !run.moment)
                throw ConfigurationError("model", std::to_string(question->model), ACTISCOPE_TR("core", "a model of the run"));
            const OptimizerSettings optimizer = optimizerAt(run.experiment.models[question->model], run.epoch);
            answer.trace = traceStep(*run.cohort, *run.moment, question->model, optimizer, question->place);
        } catch (const Error &error) {
            answer.error = error.message();
        } catch (const std::exception &error) {
            answer.error = Message(std::string(error.what()));
        }
        auto next = std::make_shared<const StepAnswer>(std::move(answer));
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(next);
    }
}

} // namespace actiscope
