#include "app/driver/tried_backend.h"

#include "app/driver/opencl_tasks.h"
#include "core/base/errors.h"
#include "core/engine/tells_progress.h"
#include "gpu/engine/kernel_trial.h"

#include <utility>

namespace actiscope {
namespace {

/** Calls `work` after `task`, and from the second time on without it: what has run is loaded. */
class FirstTime {
public:
    FirstTime(std::shared_ptr<OpenClDriver> driver, std::string task) : m_driver(std::move(driver)), m_task(std::move(task)) {}

    template <class Work>
    auto before(Work &&work)
    {
        if (m_isOver)
            return work();
        auto result = m_driver->after(m_task, work);
        m_isOver = true;
        return result;
    }

private:
    std::shared_ptr<OpenClDriver> m_driver;
    std::string m_task;
    bool m_isOver = false;
};

class TriedEvaluator final : public Evaluator {
public:
    TriedEvaluator(std::unique_ptr<Evaluator> evaluator, FirstTime prediction, FirstTime measuring)
        : m_evaluator(std::move(evaluator)), m_prediction(std::move(prediction)), m_measuring(std::move(measuring))
    {
    }

    std::vector<float> predict(const TrainingState &moment, std::size_t model, std::span<const float> points) override
    {
        return m_prediction.before([&] { return m_evaluator->predict(moment, model, points); });
    }
    EpochFigures evaluate(const TrainingState &moment, std::size_t model) override
    {
        return m_measuring.before([&] { return m_evaluator->evaluate(moment, model); });
    }

private:
    std::unique_ptr<Evaluator> m_evaluator;
    FirstTime m_prediction;
    FirstTime m_measuring;
};

class TriedBackend final : public Backend, public TellsProgress {
public:
    TriedBackend(std::shared_ptr<OpenClDriver> driver, const OpenClDevice &device, std::optional<KernelChoice> kernel)
        : m_driver(std::move(driver)), m_device(device.index), m_kernel(kernel.value_or(device.mapping))
    {
        const auto make = [this] { return makeOpenClBackend(m_device, m_kernel, m_driver->programs()); };
        if (device.saysTensorCores && m_kernel.mapping == KernelMapping::Lanes && m_kernel.tensorCores) {
            try {
                m_backend = m_driver->after(tensorCoresTask(m_device), make);
                return;
            } catch (const BackendError &) {
                m_kernel.tensorCores = false; // a driver that does not survive their trial may do without them
            }
        }
        m_backend = make();
    }

    Message description() const override { return m_backend->description(); }
    Arithmetic arithmetic() const override { return m_backend->arithmetic(); }

    void load(const Cohort &cohort) override
    {
        validate(cohort);
        const auto tasked = [&](EntryPoint entry) { return FirstTime(m_driver, networkTask(m_device, m_kernel, entry, cohort)); };
        m_prediction = tasked(EntryPoint::Predict);
        m_measuring = tasked(trainingEntryPoint(m_device, m_kernel, cohort, 1));
        m_driver->after(networkTask(m_device, m_kernel, trainingEntryPoint(m_device, m_kernel, cohort, cohort.models.size()), cohort),
                        [&] { m_backend->load(cohort); });
    }

    ActivationValues evaluateActivation(const ActivationSpec &activation, std::span<const double> x) override
    {
        return m_driver->after(evaluationTask(m_device, m_kernel, *activation.activation),
                               [&] { return m_backend->evaluateActivation(activation, x); });
    }

    std::vector<ModelReport> advance(int epochs) override { return m_backend->advance(epochs); }
    void leaveWhen(StopWish wish) override { m_backend->leaveWhen(std::move(wish)); }
    void tellProgress(ProgressListener listener) override
    {
        if (auto *telling = dynamic_cast<TellsProgress *>(m_backend.get()))
            telling->tellProgress(std::move(listener));
    }
    std::vector<EpochFigures> evaluate(MeasuredSets sets) override { return m_backend->evaluate(sets); }
    std::vector<float> predict(std::size_t model, std::span<const float> points) override
    {
        const auto predict = [&] { return m_backend->predict(model, points); };
        return m_prediction ? m_prediction->before(predict) : predict();
    }
    ModelParameters parameters(std::size_t model) override { return m_backend->parameters(model); }
    TrainingState state() override { return m_backend->state(); }
    std::unique_ptr<Evaluator> evaluator() override
    {
        auto evaluator = m_backend->evaluator();
        return std::make_unique<TriedEvaluator>(std::move(evaluator), *m_prediction, *m_measuring);
    }
    void restore(const TrainingState &state) override { m_backend->restore(state); }
    void setOptimizer(std::size_t model, const OptimizerSettings &settings) override { m_backend->setOptimizer(model, settings); }
    void setActivationParameters(std::size_t model, const std::vector<std::vector<double>> &parameters) override
    {
        m_backend->setActivationParameters(model, parameters);
    }
    std::vector<std::int64_t> lastAlive(std::size_t model) override { return m_backend->lastAlive(model); }

private:
    std::shared_ptr<OpenClDriver> m_driver;
    std::size_t m_device;
    KernelChoice m_kernel;
    std::unique_ptr<Backend> m_backend;
    std::optional<FirstTime> m_prediction; ///< of the cohort that is loaded
    std::optional<FirstTime> m_measuring;  ///< of one of its models alone
};

} // namespace

std::unique_ptr<Backend> makeTriedBackend(std::shared_ptr<OpenClDriver> driver, const OpenClDevice &device,
                                          std::optional<KernelChoice> kernel)
{
    return std::make_unique<TriedBackend>(std::move(driver), device, kernel);
}

} // namespace actiscope
