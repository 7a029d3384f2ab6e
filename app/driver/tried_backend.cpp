#include "app/driver/tried_backend.h"

#include "app/driver/opencl_tasks.h"

#include <utility>

namespace actiscope {
namespace {

class TriedBackend final : public Backend {
public:
    TriedBackend(std::shared_ptr<OpenClDriver> driver, const OpenClDevice &device, std::optional<KernelMapping> mapping)
        : m_driver(std::move(driver)), m_device(device.index), m_mapping(mapping.value_or(device.mapping)),
          m_backend(makeOpenClBackend(device.index, mapping, m_driver->programs()))
    {
    }

    std::string description() const override { return m_backend->description(); }
    Arithmetic arithmetic() const override { return m_backend->arithmetic(); }

    /** With an empty step: kernels are loaded when they are first run. */
    void load(const Cohort &cohort) override
    {
        validate(cohort);
        m_driver->after(trainingTask(m_device, m_mapping, cohort), [&] { m_backend->load(cohort); });
    }

    ActivationValues evaluateActivation(const ActivationSpec &activation, std::span<const double> x) override
    {
        return m_driver->after(evaluationTask(m_device, m_mapping, *activation.activation),
                               [&] { return m_backend->evaluateActivation(activation, x); });
    }

    std::vector<ModelReport> advance(int epochs) override { return m_backend->advance(epochs); }
    void leaveWhen(StopWish wish) override { m_backend->leaveWhen(std::move(wish)); }
    std::vector<EpochFigures> evaluate() override { return m_backend->evaluate(); }
    std::vector<float> predict(std::size_t model, std::span<const float> points) override { return m_backend->predict(model, points); }
    ModelParameters parameters(std::size_t model) override { return m_backend->parameters(model); }
    TrainingState state() override { return m_backend->state(); }
    std::unique_ptr<Evaluator> evaluator() override { return m_backend->evaluator(); }
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
    KernelMapping m_mapping;
    std::unique_ptr<Backend> m_backend;
};

} // namespace

std::unique_ptr<Backend> makeTriedBackend(std::shared_ptr<OpenClDriver> driver, const OpenClDevice &device,
                                          std::optional<KernelMapping> mapping)
{
    return std::make_unique<TriedBackend>(std::move(driver), device, mapping);
}

} // namespace actiscope
