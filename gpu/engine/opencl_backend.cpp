#include "gpu/engine/opencl_backend.h"

#include "core/base/errors.h"
#include "core/base/function_limit.h"
#include "core/engine/tells_progress.h"
#include "gpu/engine/kernel_source.h"
#include "gpu/engine/opencl_cohort.h"
#include "gpu/engine/opencl_evaluator.h"
#include "gpu/engine/tuned_backend.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace actiscope {
namespace {

/** Inputs for the device: those asked for, then for each infinity among them the places on the way to it. What a float cannot hold is infinity, too. */
struct DeviceInputs {
    std::vector<float> x;
    std::size_t asked = 0;
    std::vector<std::pair<double, std::size_t>> ways; ///< to which infinity, and where its places begin

    DeviceInputs(std::span<const double> inputs, std::size_t width) : x(inputs.begin(), inputs.end()), asked(inputs.size())
    {
        for (const double infinity : {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()}) {
            if (std::ranges::none_of(inputs, [=](double input) { return static_cast<float>(input) == infinity; }))
                continue;
            const std::vector<double> places = placesTowards(infinity, floatKind);
            ways.emplace_back(infinity, x.size());
            x.insert(x.end(), places.begin(), places.end());
        }
        x.resize((x.size() / width + 1) * width);
    }

    /** What was asked for, of what the device computed at all inputs; at infinity the limit, as Activation::value finds it. */
    std::vector<double> answers(std::span<const float> computed) const
    {
        std::vector<double> result(computed.begin(), computed.begin() + static_cast<std::ptrdiff_t>(asked));
        for (const auto &[infinity, begin] : ways) {
            const std::span places = computed.subspan(begin, placesTowards(infinity, floatKind).size());
            const double limit = limitOf(std::vector<double>(places.begin(), places.end()), floatKind);
            for (std::size_t i = 0; i < asked; ++i)
                result[i] = x[i] == infinity ? limit : result[i];
        }
        return result;
    }
};

class OpenClBackend final : public Backend, public TellsProgress {
public:
    OpenClBackend(const cl::Device &device, const KernelTuning &tuning, const std::filesystem::path &programs)
        : m_device(device), m_context(device), m_queue(m_context, device), m_tuning(tuning),
          m_programs(std::make_shared<ProgramCache>(m_context, device, PreparedPrograms(programs)))
    {
    }

    Message description() const override
    {
        return guarded([this] {
            const OpenClDevice device = describe(m_device);
            const char *kernel = m_tuning.mapping == KernelMapping::Lanes ? ACTISCOPE_TR("core", "%1 · gpu kernel") : ACTISCOPE_TR("core", "%1 · cpu kernel");
            return m_tuning.mapping == device.mapping ? device.label() : Message(kernel, {device.label()});
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
                              .products = usesTensorCores() ? "3xtf32" : "fp32",
                              .vectorWidth = m_tuning.vectorWidth};
        });
    }

    void load(const Cohort &cohort) override
    {
        m_cohort.reset();
        m_cohort = guarded([&] {
            auto loaded = std::make_unique<OpenClCohort>(cohort, m_context, m_device, m_tuning, m_programs);
            if (!m_tuning.buildsLate)
                loaded->makeReadyToTrain();
            return loaded;
        });
        m_cohort->tellProgress(m_listener);
        m_cohort->leaveWhen(m_wish);
    }

    std::vector<ModelReport> advance(int epochs) override
    {
        return guarded([&] { return loaded().advance(epochs); });
    }

    void tellProgress(ProgressListener listener) override
    {
        m_listener = std::move(listener);
        if (m_cohort)
            m_cohort->tellProgress(m_listener);
    }

    void leaveWhen(StopWish wish) override
    {
        m_wish = std::move(wish);
        if (m_cohort)
            m_cohort->leaveWhen(m_wish);
    }

    std::vector<EpochFigures> evaluate(MeasuredSets sets) override
    {
        return guarded([&] { return loaded().evaluate(sets); });
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

    std::unique_ptr<Evaluator> evaluator() override
    {
        return guarded([&] { return makeOpenClEvaluator(loaded()); });
    }

    void restore(const TrainingState &state) override
    {
        guarded([&] { loaded().restore(state); });
    }

    void setOptimizer(std::size_t model, const OptimizerSettings &settings) override
    {
        guarded([&] { loaded().setOptimizer(model, settings); });
    }

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

    /** Of the cohort that is loaded, which may be in other blocks than the device would like best. */
    bool usesTensorCores() const { return (m_cohort ? m_cohort->tuning() : m_tuning).tensorCores != TensorCores::None; }

    std::pair<cl::Program, cl_int> evaluationProgram(const Activation &activation);
    ActivationValues evaluateOnDevice(const ActivationSpec &activation, std::span<const double> x);

    cl::Device m_device;
    cl::Context m_context;
    cl::CommandQueue m_queue;
    KernelTuning m_tuning;
    std::shared_ptr<ProgramCache> m_programs; // evaluators may outlive this
    std::unique_ptr<OpenClCohort> m_cohort;
    ProgressListener m_listener;
    StopWish m_wish;
};

/** A program that evaluates this activation, and the activation's place in it. */
std::pair<cl::Program, cl_int> OpenClBackend::evaluationProgram(const Activation &activation)
{
    const std::string options = m_tuning.buildOptions();
    const std::vector<const Activation *> all = builtInActivations();
    const auto place = std::ranges::find(all, &activation);
    if (const std::string source = evaluationSource(all, m_tuning.mapping); place != all.end() && m_programs->isAtHand(source, options))
        return {m_programs->program(source, options), static_cast<cl_int>(place - all.begin())};
    const std::vector only = {&activation};
    return {m_programs->program(evaluationSource(only, m_tuning.mapping), options), 0};
}

Backend::ActivationValues OpenClBackend::evaluateOnDevice(const ActivationSpec &spec, std::span<const double> x)
{
    const std::size_t width = static_cast<std::size_t>(m_tuning.realWidth());
    DeviceInputs inputs(x, width);
    const std::size_t bytes = inputs.x.size() * sizeof(float);
    const cl::Buffer in(m_context, CL_MEM_READ_ONLY | CL_MEM_COPY_HOST_PTR, bytes, inputs.x.data());
    const cl::Buffer table(m_context, CL_MEM_READ_WRITE, kernels::TABLE_CONSTANTS * width * sizeof(float));
    const cl::Buffer values(m_context, CL_MEM_WRITE_ONLY, bytes);
    const cl::Buffer derivatives(m_context, CL_MEM_WRITE_ONLY, bytes);
    const auto [program, kind] = evaluationProgram(*spec.activation);
    cl::Kernel kernel(program, "evaluateActivation");
    const auto parameter = [&](std::size_t k) { return k < spec.parameters.size() ? static_cast<cl_float>(spec.parameters[k]) : 0.0f; };
    const cl::NDRange groupSize(static_cast<std::size_t>(m_tuning.lanes));
    kernel.setArg(0, kernels::EvaluationLaunch{kind, static_cast<cl_int>(inputs.x.size()), parameter(0), parameter(1)});
    kernel.setArg(1, in);
    kernel.setArg(2, table);
    kernel.setArg(3, values);
    kernel.setArg(4, derivatives);
    m_queue.enqueueNDRangeKernel(kernel, cl::NullRange, groupSize, groupSize);
    std::vector<float> value(inputs.x.size());
    std::vector<float> derivative(inputs.x.size());
    m_queue.enqueueReadBuffer(values, CL_TRUE, 0, bytes, value.data());
    m_queue.enqueueReadBuffer(derivatives, CL_TRUE, 0, bytes, derivative.data());
    return {inputs.answers(value), inputs.answers(derivative)};
}

cl::Device openClDevice(std::size_t index)
{
    const std::vector<cl::Device> devices = allOpenClDevices();
    if (index >= devices.size())
        throw BackendError("clGetDeviceIDs", {ACTISCOPE_TR("core", "there is no OpenCL device %1; found %2"),
                                              {std::to_string(index), std::to_string(devices.size())}});
    return devices[index];
}

} // namespace

std::unique_ptr<Backend> makeOpenClBackend(std::size_t index, const KernelTuning &tuning, const std::filesystem::path &programs)
{
    return guarded([&] { return std::make_unique<OpenClBackend>(openClDevice(index), tuning, programs); });
}

std::unique_ptr<Backend> makeOpenClBackend(std::size_t index, std::optional<KernelChoice> kernel, const std::filesystem::path &programs)
{
    return guarded([&] { return makeOpenClBackend(index, KernelTuning::forDevice(openClDevice(index), kernel), programs); });
}

} // namespace actiscope
