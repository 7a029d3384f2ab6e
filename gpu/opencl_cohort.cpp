#include "gpu/opencl_cohort.h"

#include "gpu/kernel_source.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace actiscope {
namespace {

/** kernels/adam.cl's AdamSettings. */
struct AdamConstants {
    float beta1, oneMinusBeta1, beta2, oneMinusBeta2, epsilon;
};

/** A buffer with these values, at least one element long (OpenCL has no empty buffers). */
template <class T>
cl::Buffer bufferOf(const cl::Context &context, std::vector<T> values)
{
    if (values.empty())
        values.resize(1);
    return {context, CL_MEM_READ_WRITE | CL_MEM_COPY_HOST_PTR, values.size() * sizeof(T), values.data()};
}

std::size_t roundedUp(std::size_t value, std::size_t step)
{
    return (value + step - 1) / step * step;
}

} // namespace

OpenClCohort::OpenClCohort(const Cohort &cohort, const cl::Context &context, const cl::Device &device, const KernelTuning &tuning,
                           ProgramCache &programs)
    : m_context(context)
    , m_device(device)
    , m_tuning(tuning)
    , m_layout(cohort.shape, tuning, cohort.data->train.count(), cohort.data->test.count())
    , m_adam(cohort.adam)
{
    setUpGroups(cohort, programs);
    m_train = upload(cohort.data->train);
    m_test = upload(cohort.data->test);
    setUpModels();
}

void OpenClCohort::setUpGroups(const Cohort &cohort, ProgramCache &programs)
{
    for (const ModelSetup &setup : cohort.models) {
        auto group = std::ranges::find(m_groups, setup.activation.activation, &Group::activation);
        if (group == m_groups.end()) {
            const cl::Program &program = programs.program(networkSource(*setup.activation.activation), m_tuning.buildOptions());
            m_groups.push_back({setup.activation.activation, cl::CommandQueue(m_context, m_device), cl::Kernel(program, "trainNetworks"),
                                cl::Kernel(program, "predictNetwork"),
                                cl::Buffer(m_context, CL_MEM_READ_ONLY, cohort.models.size() * sizeof(std::int32_t))});
            group = m_groups.end() - 1;
        }
        m_models.push_back({setup, static_cast<std::size_t>(group - m_groups.begin()), std::nullopt});
    }
}

void OpenClCohort::setUpModels()
{
    std::vector<float> memory;
    std::vector<std::uint32_t> seeds;
    for (const Model &model : m_models) {
        const std::vector<float> packed = m_layout.pack(model.setup.initial, m_tuning.vectorWidth);
        memory.insert(memory.end(), packed.begin(), packed.end());
        seeds.push_back(model.setup.drawSeed);
    }
    m_memory = bufferOf(m_context, std::move(memory));
    m_seeds = bufferOf(m_context, std::move(seeds));
    m_parameters = cl::Buffer(m_context, CL_MEM_READ_WRITE, static_cast<std::size_t>(m_layout.plan.parameters) * sizeof(float));
    m_plan = bufferOf(m_context, std::vector<PlanLayout>{m_layout.plan});
}

OpenClCohort::Points OpenClCohort::upload(const LabelledPoints &points)
{
    const std::size_t padded = roundedUp(points.count(), m_tuning.tile);
    std::vector<float> coordinates(points.coordinates.begin(), points.coordinates.end());
    coordinates.resize(padded * points.features);
    std::vector<std::int32_t> labels(points.labels.begin(), points.labels.end());
    labels.resize(padded);
    return {bufferOf(m_context, std::move(coordinates)), bufferOf(m_context, std::move(labels))};
}

void OpenClCohort::uploadSteps(int epochs)
{
    std::vector<float> steps;
    std::vector<float> corrections;
    for (const Model &model : m_models)
        for (int e = 1; e <= epochs; ++e)
            steps.push_back(static_cast<float>(model.setup.learningRate
                                               / (1 - std::pow(m_adam.beta1, static_cast<double>(m_epoch + e)))));
    for (int e = 1; e <= epochs; ++e)
        corrections.push_back(
            static_cast<float>(1 / std::sqrt(1 - std::pow(m_adam.beta2, static_cast<double>(m_epoch + e)))));
    m_steps = bufferOf(m_context, std::move(steps));
    m_corrections = bufferOf(m_context, std::move(corrections));
}

bool OpenClCohort::enqueue(Group &group, std::size_t index, const Launch &launch, const cl::Buffer &figures, const cl::Buffer &rows)
{
    std::vector<std::int32_t> slots;
    for (std::size_t m = 0; m < m_models.size(); ++m)
        if (m_models[m].group == index && (!launch.update || !m_models[m].divergedAt))
            slots.push_back(static_cast<std::int32_t>(m));
    if (slots.empty())
        return false;
    group.queue.enqueueWriteBuffer(group.slots, CL_TRUE, 0, slots.size() * sizeof(std::int32_t), slots.data());
    const AdamConstants adam = {static_cast<float>(m_adam.beta1), static_cast<float>(1 - m_adam.beta1), static_cast<float>(m_adam.beta2),
                                static_cast<float>(1 - m_adam.beta2), static_cast<float>(m_adam.epsilon)};
    unsigned argument = 0;
    const auto set = [&](const auto &value) { group.train.setArg(argument++, value); };
    set(m_plan);
    set(static_cast<cl_ulong>(m_layout.modelFloats));
    set(group.slots);
    set(m_memory);
    set(m_train.coordinates);
    set(m_train.labels);
    set(m_test.coordinates);
    set(m_test.labels);
    set(m_steps);
    set(m_corrections);
    set(m_seeds);
    set(adam);
    set(static_cast<cl_float>(divergedLoss));
    set(static_cast<cl_uint>(m_epoch));
    set(static_cast<cl_int>(launch.epochs));
    set(static_cast<cl_int>(launch.update));
    set(figures);
    set(rows);
    group.queue.enqueueNDRangeKernel(group.train, cl::NullRange, cl::NDRange(slots.size()), cl::NDRange(1));
    group.queue.flush();
    return true;
}

OpenClCohort::Outcome OpenClCohort::run(const Launch &launch)
{
    uploadSteps(launch.epochs);
    const std::size_t count = m_models.size();
    Outcome outcome{std::vector<cl_float4>(count * static_cast<std::size_t>(launch.epochs)), std::vector<std::int32_t>(count)};
    const cl::Buffer figures = bufferOf(m_context, outcome.figures);
    const cl::Buffer rows = bufferOf(m_context, outcome.rows);
    bool launched = false;
    for (std::size_t g = 0; g < m_groups.size(); ++g)
        launched |= enqueue(m_groups[g], g, launch, figures, rows);
    if (!launched)
        return outcome;
    for (Group &group : m_groups)
        group.queue.finish();
    const cl::CommandQueue &queue = m_groups.front().queue;
    queue.enqueueReadBuffer(figures, CL_TRUE, 0, outcome.figures.size() * sizeof(cl_float4), outcome.figures.data());
    queue.enqueueReadBuffer(rows, CL_TRUE, 0, outcome.rows.size() * sizeof(std::int32_t), outcome.rows.data());
    return outcome;
}

EpochFigures OpenClCohort::figuresOf(const cl_float4 &figures) const
{
    return {figures.s[0], figures.s[2], static_cast<double>(figures.s[1]) / m_layout.plan.trainCount,
            static_cast<double>(figures.s[3]) / m_layout.plan.testCount};
}

std::vector<ModelReport> OpenClCohort::advance(int epochs)
{
    const Outcome outcome = run({epochs, true});
    std::vector<ModelReport> reports;
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        ModelReport &report = reports.emplace_back();
        for (int e = 0; e < outcome.rows[m]; ++e)
            report.rows.push_back(figuresOf(outcome.figures[m * static_cast<std::size_t>(epochs) + static_cast<std::size_t>(e)]));
        if (!report.rows.empty() && hasDiverged(report.rows.back().trainLoss))
            m_models[m].divergedAt = m_epoch + outcome.rows[m] - 1;
        report.divergedAt = m_models[m].divergedAt;
    }
    m_epoch += epochs;
    return reports;
}

std::vector<EpochFigures> OpenClCohort::evaluate()
{
    const Outcome outcome = run({1, false});
    std::vector<EpochFigures> all;
    for (const cl_float4 &figures : outcome.figures)
        all.push_back(figuresOf(figures));
    return all;
}

std::vector<float> OpenClCohort::predict(std::size_t model, std::span<const float> points)
{
    const auto inputs = static_cast<std::size_t>(m_layout.plan.layers[0].inputs);
    const std::size_t count = points.size() / inputs;
    if (count == 0)
        return {};
    const std::size_t padded = roundedUp(count, m_tuning.tile);
    std::vector<float> input(points.begin(), points.end());
    input.resize(padded * inputs);
    std::vector<float> probability(padded);
    const cl::Buffer in(m_context, CL_MEM_READ_ONLY | CL_MEM_USE_HOST_PTR, input.size() * sizeof(float), input.data());
    const cl::Buffer out(m_context, CL_MEM_WRITE_ONLY, padded * sizeof(float)); // the device's own: a vector's memory is not aligned
    enqueuePrediction(model, in, out, count);
    m_groups[m_models[model].group].queue.enqueueReadBuffer(out, CL_TRUE, 0, padded * sizeof(float), probability.data());
    probability.resize(count);
    return probability;
}

void OpenClCohort::enqueuePrediction(std::size_t model, const cl::Buffer &points, const cl::Buffer &probability, std::size_t count)
{
    // Several chunks a core, so that a core that is late holds up little.
    const std::size_t wanted = 8 * m_device.getInfo<CL_DEVICE_MAX_COMPUTE_UNITS>();
    const std::size_t chunk = roundedUp((count + wanted - 1) / wanted, m_tuning.tile);
    const std::size_t chunks = (count + chunk - 1) / chunk;
    if (m_tileSets < chunks) {
        m_tileSets = chunks;
        m_tileBuffer = cl::Buffer(m_context, CL_MEM_READ_WRITE, chunks * m_layout.tileFloats * sizeof(float));
    }
    Group &group = m_groups[m_models[model].group];
    const std::size_t bytes = static_cast<std::size_t>(m_layout.plan.parameters) * sizeof(float);
    group.queue.enqueueCopyBuffer(m_memory, m_parameters, model * m_layout.modelFloats * sizeof(float), 0, bytes);
    unsigned argument = 0;
    const auto set = [&](const auto &value) { group.predict.setArg(argument++, value); };
    set(m_plan);
    set(m_parameters);
    set(m_tileBuffer);
    set(static_cast<cl_int>(m_layout.tileFloats));
    set(points);
    set(probability);
    set(static_cast<cl_int>(count));
    set(static_cast<cl_int>(chunk));
    group.queue.enqueueNDRangeKernel(group.predict, cl::NullRange, cl::NDRange(chunks), cl::NDRange(1));
}

ModelParameters OpenClCohort::parameters(std::size_t model)
{
    std::vector<float> memory(static_cast<std::size_t>(m_layout.plan.parameters));
    m_groups.front().queue.enqueueReadBuffer(m_memory, CL_TRUE, model * m_layout.modelFloats * sizeof(float),
                                             memory.size() * sizeof(float), memory.data());
    const ModelSetup &setup = m_models[model].setup;
    return m_layout.unpack(memory, setup.initial, setup.activation.activation->isLearnable());
}

} // namespace actiscope
