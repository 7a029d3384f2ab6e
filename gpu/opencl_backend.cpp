#include "gpu/opencl_backend.h"

#include "core/errors.h"
#include "gpu/kernel_source.h"
#include "gpu/opencl_cohort.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace actiscope {
namespace {

/** Where ±∞ is looked up, as in core/activation.cpp but within what a float can cube. */
constexpr float far = 1e12f;
constexpr float lessFar = 1e6f;

class OpenClBackend final : public Backend {
public:
    OpenClBackend(const cl::Device &device, const KernelTuning &tuning, const std::filesystem::path &programs)
        : m_device(device)
        , m_context(device)
        , m_queue(m_context, device)
        , m_tuning(tuning)
        , m_programs(m_context, device, PreparedPrograms(programs))
    {
    }

    std::string description() const override
    {
        return guarded([this] {
            const OpenClDevice device = describe(m_device);
            const char *kernel = m_tuning.mapping == KernelMapping::Lanes ? " · gpu kernel" : " · cpu kernel";
            return device.label() + (m_tuning.mapping == device.mapping ? "" : kernel);
        });
    }

    Arithmetic arithmetic() const override
    {
        return guarded([this] {
            const OpenClDevice device = describe(m_device);
            return Arithmetic{.backend = "opencl",
                              .precision = "single",
                              .device = device.name,
                              .driver = device.platform + " " + m_device.getInfo<CL_DRIVER_VERSION>(),
                              .mapping = m_tuning.mapping == KernelMapping::Lanes ? "gpu" : "cpu",
                              .vectorWidth = m_tuning.vectorWidth};
        });
    }

    void load(const Cohort &cohort) override
    {
        m_cohort.reset();
        m_cohort = guarded([&] { return std::make_unique<OpenClCohort>(cohort, m_context, m_device, m_tuning, m_programs); });
    }

    std::vector<ModelReport> advance(int epochs) override
    {
        return guarded([&] { return loaded().advance(epochs); });
    }

    std::vector<EpochFigures> evaluate() override
    {
        return guarded([&] { return loaded().evaluate(); });
    }

    std::vector<float> predict(std::size_t model, std::span<const float> points) override
    {
        return guarded([&] { return loaded().predict(model, points); });
    }

    ModelParameters parameters(std::size_t model) override
    {
        return guarded([&] { return loaded().parameters(model); });
    }

    TrainingState state() override
    {
        return guarded([&] { return loaded().state(); });
    }

    void restore(const TrainingState &state) override
    {
        guarded([&] { loaded().restore(state); });
    }

    void setOptimizer(std::size_t model, const OptimizerSettings &settings) override { loaded().setOptimizer(model, settings); }

    void setActivationParameters(std::size_t model, const std::vector<std::vector<double>> &parameters) override
    {
        guarded([&] { loaded().setActivationParameters(model, parameters); });
    }

    std::vector<std::int64_t> lastAlive(std::size_t model) override
    {
        return guarded([&] { return loaded().lastAlive(model); });
    }

    ActivationValues evaluateActivation(const ActivationSpec &activation, std::span<const double> x) override
    {
        return guarded([&] { return evaluateOnDevice(activation, x); });
    }

private:
    OpenClCohort &loaded()
    {
        if (!m_cohort)
            throw BackendError("advance", ACTISCOPE_TR("core", "no cohort is loaded"));
        return *m_cohort;
    }

    std::pair<cl::Program, cl_int> evaluationProgram(const Activation &activation);
    ActivationValues evaluateOnDevice(const ActivationSpec &activation, std::span<const double> x);

    cl::Device m_device;
    cl::Context m_context;
    cl::CommandQueue m_queue;
    KernelTuning m_tuning;
    ProgramCache m_programs;
    std::unique_ptr<OpenClCohort> m_cohort;
};

/** A program that evaluates this activation, and the activation's place in it. */
std::pair<cl::Program, cl_int> OpenClBackend::evaluationProgram(const Activation &activation)
{
    const std::string options = m_tuning.buildOptions();
    const std::vector<const Activation *> all = builtInActivations();
    const auto place = std::ranges::find(all, &activation);
    if (const std::string source = evaluationSource(all, m_tuning.mapping); place != all.end() && m_programs.isAtHand(source, options))
        return {m_programs.program(source, options), static_cast<cl_int>(place - all.begin())};
    const std::vector only = {&activation};
    return {m_programs.program(evaluationSource(only, m_tuning.mapping), options), 0};
}

Backend::ActivationValues OpenClBackend::evaluateOnDevice(const ActivationSpec &spec, std::span<const double> x)
{
    // Infinite inputs are looked up far out and before that, as Activation::value does; hence two places an input.
    const std::size_t width = static_cast<std::size_t>(m_tuning.realWidth());
    std::vector<float> inputs((2 * x.size() / width + 1) * width, 0.0f);
    for (std::size_t i = 0; i < x.size(); ++i) {
        inputs[2 * i] = std::isinf(x[i]) ? std::copysign(far, static_cast<float>(x[i])) : static_cast<float>(x[i]);
        inputs[2 * i + 1] = std::copysign(lessFar, inputs[2 * i]);
    }
    const std::size_t bytes = inputs.size() * sizeof(float);
    const cl::Buffer in(m_context, CL_MEM_READ_ONLY | CL_MEM_COPY_HOST_PTR, bytes, inputs.data());
    const cl::Buffer table(m_context, CL_MEM_READ_WRITE, KernelTuning::tableConstants * width * sizeof(float));
    const cl::Buffer values(m_context, CL_MEM_WRITE_ONLY, bytes);
    const cl::Buffer derivatives(m_context, CL_MEM_WRITE_ONLY, bytes);
    const auto [program, kind] = evaluationProgram(*spec.activation);
    cl::Kernel kernel(program, "evaluateActivation");
    const auto parameter = [&](std::size_t k) { return k < spec.parameters.size() ? static_cast<cl_float>(spec.parameters[k]) : 0.0f; };
    const cl::NDRange groupSize(static_cast<std::size_t>(m_tuning.lanes));
    kernel.setArg(0, kind);
    kernel.setArg(1, in);
    kernel.setArg(2, table);
    kernel.setArg(3, static_cast<cl_int>(inputs.size()));
    kernel.setArg(4, parameter(0));
    kernel.setArg(5, parameter(1));
    kernel.setArg(6, values);
    kernel.setArg(7, derivatives);
    m_queue.enqueueNDRangeKernel(kernel, cl::NullRange, groupSize, groupSize);
    std::vector<float> value(inputs.size());
    std::vector<float> derivative(inputs.size());
    m_queue.enqueueReadBuffer(values, CL_TRUE, 0, bytes, value.data());
    m_queue.enqueueReadBuffer(derivatives, CL_TRUE, 0, bytes, derivative.data());
    ActivationValues result;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const bool grows = std::isinf(x[i]) && std::abs(value[2 * i]) > 1.5f * std::abs(value[2 * i + 1]);
        const float limit = grows ? std::copysign(std::numeric_limits<float>::infinity(), value[2 * i]) : value[2 * i];
        result.value.push_back(std::isnan(x[i]) ? x[i] : static_cast<double>(limit));
        result.derivative.push_back(std::isnan(x[i]) ? x[i] : static_cast<double>(derivative[2 * i]));
    }
    return result;
}

cl::Device openClDevice(std::size_t index)
{
    const std::vector<cl::Device> devices = allOpenClDevices();
    if (index >= devices.size())
        throw BackendError("clGetDeviceIDs",
                           {ACTISCOPE_TR("core", "there is no OpenCL device %1; found %2"), {std::to_string(index), std::to_string(devices.size())}});
    return devices[index];
}

} // namespace

std::unique_ptr<Backend> makeOpenClBackend(std::size_t index, const KernelTuning &tuning, const std::filesystem::path &programs)
{
    return guarded([&] { return std::make_unique<OpenClBackend>(openClDevice(index), tuning, programs); });
}

std::unique_ptr<Backend> makeOpenClBackend(std::size_t index, std::optional<KernelMapping> mapping, const std::filesystem::path &programs)
{
    return guarded([&] { return makeOpenClBackend(index, KernelTuning::forDevice(openClDevice(index), mapping), programs); });
}

} // namespace actiscope
