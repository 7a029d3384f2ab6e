#include "gpu/opencl_cohort.h"

#include "core/errors.h"
#include "gpu/kernel_source.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace actiscope {
namespace {

/** kernels/optimizer.cl's Optimizer. */
struct OptimizerConstants {
    std::int32_t method, nesterov;
    float learningRate, momentum, smoothing, oneMinusSmoothing, beta1, oneMinusBeta1, beta2, oneMinusBeta2, epsilon, l1, l2, kept, clipNorm;
    std::int32_t schedule;
};

/** kernels/network_split.cl's Progress. */
struct Progress {
    float trainLoss, lost, trainHits, testLoss, testHits;
    std::int32_t stopped;
};

/** Bytes that what depends on the number of epochs in a launch may take. */
constexpr std::size_t mostLaunchBytes = std::size_t{32} << 20;

/** Activations in a program, unless a single model has more: one build for most cohorts, and none that takes very long. */
constexpr std::size_t activationsPerProgram = 8;

/** Models in a launch, for each compute unit: enough to keep all busy to the end, few enough for their workers to stay in the caches. */
constexpr std::size_t modelsPerUnit = 16;

OptimizerConstants constantsOf(const OptimizerSettings &s, std::int32_t schedule)
{
    const auto real = [](double value) { return static_cast<float>(value); };
    return {static_cast<std::int32_t>(s.method), s.nesterov, real(s.learningRate), real(s.momentum), real(s.smoothing), real(1 - s.smoothing),
            real(s.beta1), real(1 - s.beta1), real(s.beta2), real(1 - s.beta2), real(s.epsilon), real(s.l1),
            s.method == OptimizerMethod::AdamW ? 0.0f : real(s.l2), real(1 - s.learningRate * s.l2), real(s.clipNorm), schedule};
}

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

std::vector<const Activation *> sequenceOf(const ModelSetup &setup, std::size_t hiddenLayers)
{
    std::vector<const Activation *> sequence;
    for (std::size_t l = 0; l < hiddenLayers; ++l)
        sequence.push_back(setup.activation(l).activation);
    return sequence;
}

/** Adds the activations that are not there yet; `list` is sorted, so that a program does not depend on the order of models. */
void addDistinct(std::vector<const Activation *> &list, const std::vector<const Activation *> &sequence)
{
    list.insert(list.end(), sequence.begin(), sequence.end());
    std::ranges::sort(list, {}, [](const Activation *activation) { return activation->id; });
    const auto rest = std::ranges::unique(list);
    list.erase(rest.begin(), rest.end());
}

KernelLoss kernelLoss(const Cohort &cohort)
{
    if (cohort.data->isRegression())
        return KernelLoss::SquaredErrorOfValues;
    if (cohort.loss == Loss::MeanSquaredError)
        return KernelLoss::SquaredError;
    return cohort.shape.outputs == 1 ? KernelLoss::Logistic : KernelLoss::CrossEntropy;
}

} // namespace

OpenClCohort::OpenClCohort(const Cohort &cohort, const cl::Context &context, const cl::Device &device, const KernelTuning &tuning,
                           ProgramCache &programs)
    : m_context(context)
    , m_device(device)
    , m_tuning(tuning) // fitted below, once the cohort is known to be a valid one
    , m_hasLabels(!cohort.data->isRegression())
{
    validate(cohort);
    m_tuning = MemoryLayout::fit(cohort, tuning);
    m_layout = MemoryLayout(cohort, m_tuning);
    setUpGroups(cohort, programs);
    m_shares = chooseShares();
    m_train = upload(cohort.data->train, static_cast<std::size_t>(m_layout.plan.trainStride));
    m_test = upload(cohort.data->test, static_cast<std::size_t>(m_layout.plan.testStride));
    setUpModels();
    setUpOrders();
}

/** To a group that has the model's activations or has room for them. */
void OpenClCohort::assignModel(const ModelSetup &setup)
{
    const std::vector<const Activation *> sequence = sequenceOf(setup, static_cast<std::size_t>(m_layout.plan.hiddenLayers));
    std::vector<const Activation *> joined;
    auto group = m_groups.begin();
    for (; group != m_groups.end(); ++group) {
        joined = group->activations;
        addDistinct(joined, sequence);
        if (joined.size() <= std::max(activationsPerProgram, group->activations.size()))
            break;
    }
    if (group == m_groups.end()) {
        joined.clear();
        addDistinct(joined, sequence);
        group = m_groups.emplace(m_groups.end());
    }
    group->activations = std::move(joined);
    const auto known = std::ranges::find(group->sequences, sequence);
    const auto plan = static_cast<std::int32_t>(known - group->sequences.begin());
    if (known == group->sequences.end())
        group->sequences.push_back(sequence);
    m_models.push_back({setup, static_cast<std::size_t>(group - m_groups.begin()), plan, std::nullopt});
}

void OpenClCohort::setUpGroups(const Cohort &cohort, ProgramCache &programs)
{
    for (const ModelSetup &setup : cohort.models)
        assignModel(setup);
    for (Group &group : m_groups) {
        group.queue = cl::CommandQueue(m_context, m_device);
        buildKernels(group, networkSource(group.activations, kernelLoss(cohort), m_tuning.mapping), programs);
        for (const auto &sequence : group.sequences)
            group.plans.push_back(m_layout.withActivations(sequence, group.activations));
        group.planBuffer = bufferOf(m_context, group.plans);
        group.slots = cl::Buffer(m_context, CL_MEM_READ_ONLY, m_models.size() * sizeof(cl_int2));
    }
}

/** With as many work-items in a group as the kernels can run with on this device. */
void OpenClCohort::buildKernels(Group &group, const std::string &source, ProgramCache &programs) const
{
    KernelTuning tuning = m_tuning;
    for (bool fits = false; !fits; tuning.lanes /= 2) {
        const cl::Program &program = programs.program(source, tuning.buildOptions());
        group.lanes = static_cast<std::size_t>(tuning.lanes);
        fits = true;
        for (const auto &[kernel, name] : {std::pair{&group.train, "trainNetworks"}, std::pair{&group.predict, "predictNetwork"},
                                           std::pair{&group.trainShares, "trainShares"}, std::pair{&group.finishStep, "finishStep"}}) {
            *kernel = cl::Kernel(program, name);
            fits = fits && (group.lanes == 1 || kernel->getWorkGroupInfo<CL_KERNEL_WORK_GROUP_SIZE>(m_device) >= group.lanes);
        }
    }
}

/** Launches a kernel with these arguments; its last one is the work-group's local memory. */
template <class... Values>
void OpenClCohort::enqueue(const Group &group, cl::Kernel &kernel, std::size_t workGroups, const Values &...values) const
{
    cl_uint index = 0;
    (kernel.setArg(index++, values), ...);
    kernel.setArg(index, cl::Local((group.lanes + m_layout.localFloats) * sizeof(float)));
    group.queue.enqueueNDRangeKernel(kernel, cl::NullRange, cl::NDRange(workGroups * group.lanes), cl::NDRange(group.lanes));
}

/** Drivers differ in when they notice that a buffer is too large, and in how they say so. */
void OpenClCohort::requireMemory(std::size_t bytes) const
{
    const std::size_t most = std::min<std::size_t>(m_device.getInfo<CL_DEVICE_MAX_MEM_ALLOC_SIZE>(), m_tuning.mostBufferBytes);
    constexpr std::size_t mebibyte = std::size_t{1} << 20;
    if (bytes > most)
        throw BackendError("clCreateBuffer",
                           std::to_string(m_models.size()) + " models of " + std::to_string(m_layout.modelFloats * sizeof(float) / 1024) + " KiB need "
                               + std::to_string(bytes / mebibyte + 1) + " MiB in one piece, the device gives " + std::to_string(most / mebibyte)
                               + "; train fewer or smaller networks, or on another device");
}

void OpenClCohort::setUpModels()
{
    const std::size_t bytes = m_layout.modelFloats * sizeof(float);
    requireMemory(m_models.size() * bytes);
    m_memory = cl::Buffer(m_context, CL_MEM_READ_WRITE, m_models.size() * bytes);
    std::vector<std::uint32_t> seeds;
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        ModelSetup &setup = m_models[m].setup;
        const std::vector<float> packed = m_layout.pack(setup.initial, m_tuning.vectorWidth);
        m_groups.front().queue.enqueueWriteBuffer(m_memory, CL_TRUE, m * bytes, bytes, packed.data());
        setup.initial.layers.clear();
        seeds.push_back(setup.drawSeed);
    }
    m_seeds = bufferOf(m_context, std::move(seeds));
    const std::size_t tracked = m_layout.plan.tracksUnits ? m_models.size() * static_cast<std::size_t>(m_layout.plan.hiddenUnits) : 0;
    m_lastAlive = bufferOf(m_context, std::vector<std::int32_t>(tracked, -1));
}

void OpenClCohort::setUpOrders()
{
    std::map<std::uint32_t, std::int32_t> places;
    std::vector<std::int32_t> shuffles;
    for (const Model &model : m_models) {
        const auto [place, isNew] = places.emplace(model.setup.batchSeed, static_cast<std::int32_t>(places.size()));
        if (isNew && m_layout.plan.shuffles)
            m_batchOrders.emplace_back(model.setup.batchSeed, static_cast<std::size_t>(m_layout.plan.trainCount));
        shuffles.push_back(place->second);
    }
    m_shuffles = bufferOf(m_context, std::move(shuffles));
    // Kernels form the address of a whole tile's order, but read what lies within the batch.
    m_orderStride = m_layout.plan.shuffles ? static_cast<std::size_t>(m_layout.plan.trainCount) : 0;
    m_orders = bufferOf(m_context, std::vector<std::uint32_t>());
}

/** More than one where the cohort leaves compute units idle and a step is long compared with a launch. */
std::size_t OpenClCohort::chooseShares() const
{
    const PlanLayout &plan = m_layout.plan;
    double weights = 0;
    for (int l = 0; l <= plan.hiddenLayers; ++l)
        weights += static_cast<double>(plan.layers[l].inputs) * plan.layers[l].outputs;
    const std::size_t units = m_device.getInfo<CL_DEVICE_MAX_COMPUTE_UNITS>();
    if (6 * weights * plan.batchSize < m_tuning.splitFlops || (m_models.size() >= units && m_tuning.splitFlops > 0))
        return 1;
    const auto tiles = static_cast<std::size_t>((plan.batchSize + m_tuning.tile - 1) / m_tuning.tile);
    const std::size_t wanted = std::max<std::size_t>(m_tuning.splitFlops > 0 ? 1 : 2, units / m_models.size());
    return std::min(wanted, tiles);
}

OpenClCohort::Points OpenClCohort::upload(const LabelledPoints &points, std::size_t padded) const
{
    const auto stride = static_cast<std::size_t>(m_layout.plan.inputStride);
    std::vector<float> coordinates(padded * stride);
    std::vector<float> values(points.targetCount * padded);
    for (std::size_t i = 0; i < points.count(); ++i) {
        std::copy_n(points.point(i), points.features, coordinates.begin() + static_cast<std::ptrdiff_t>(i * stride));
        for (std::size_t output = 0; output < points.targetCount; ++output)
            values[output * padded + i] = static_cast<float>(points.targets[i * points.targetCount + output]);
    }
    std::vector<std::int32_t> labels(points.labels.begin(), points.labels.end());
    labels.resize(padded);
    return {bufferOf(m_context, std::move(coordinates)), bufferOf(m_context, std::move(labels)), bufferOf(m_context, std::move(values))};
}

void OpenClCohort::uploadOrders(int epochs)
{
    if (!m_layout.plan.shuffles)
        return;
    std::vector<std::uint32_t> orders;
    orders.reserve(m_batchOrders.size() * static_cast<std::size_t>(epochs) * m_orderStride);
    for (BatchOrder &order : m_batchOrders) {
        for (int e = 0; e < epochs; ++e) {
            const std::vector<std::uint32_t> &next = order.next();
            orders.insert(orders.end(), next.begin(), next.end());
        }
    }
    orders.resize(orders.size() + static_cast<std::size_t>(m_tuning.tile));
    m_orders = bufferOf(m_context, std::move(orders));
}

/** Settings of all models, and Adam's corrections of the steps to come for each set of settings that they depend on. */
void OpenClCohort::uploadOptimizers(int epochs)
{
    const std::int64_t batches = (m_layout.plan.trainCount + m_layout.plan.batchSize - 1) / m_layout.plan.batchSize;
    std::map<std::array<double, 3>, std::int32_t> schedules;
    std::vector<OptimizerConstants> constants;
    std::vector<cl_float2> corrections;
    for (const Model &model : m_models) {
        const OptimizerSettings &settings = model.setup.optimizer;
        const auto [schedule, isNew] =
            schedules.emplace(std::array{settings.learningRate, settings.beta1, settings.beta2}, static_cast<std::int32_t>(schedules.size()));
        constants.push_back(constantsOf(settings, schedule->second));
        for (std::int64_t step = 1; isNew && step <= batches * epochs; ++step) {
            const auto t = static_cast<double>(m_epoch * batches + step);
            corrections.push_back({{static_cast<float>(settings.learningRate / (1 - std::pow(settings.beta1, t))),
                                    static_cast<float>(1 / std::sqrt(1 - std::pow(settings.beta2, t)))}});
        }
    }
    m_optimizers = bufferOf(m_context, std::move(constants));
    m_corrections = bufferOf(m_context, std::move(corrections));
}

std::vector<cl_int2> OpenClCohort::activeSlots(std::size_t group, bool update) const
{
    std::vector<cl_int2> slots;
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        if (m_models[m].group == group && (!update || !m_models[m].divergedAt))
            slots.push_back({{static_cast<std::int32_t>(m), m_models[m].plan}});
    }
    return slots;
}

void OpenClCohort::needWorkers(Group &group, std::size_t count)
{
    if (group.workerCount >= count)
        return;
    requireMemory(count * m_layout.workerFloats * sizeof(float));
    group.workers = cl::Buffer(m_context, CL_MEM_READ_WRITE, count * m_layout.workerFloats * sizeof(float));
    group.workerCount = count;
}

void OpenClCohort::enqueueTraining(Group &group, std::size_t models, const Launch &launch, const Results &results)
{
    const std::size_t most = modelsPerUnit * m_device.getInfo<CL_DEVICE_MAX_COMPUTE_UNITS>();
    needWorkers(group, std::min(models, most));
    for (std::size_t first = 0; first < models; first += most) {
        enqueue(group, group.train, std::min(most, models - first), group.planBuffer, static_cast<cl_ulong>(m_layout.modelFloats),
                static_cast<cl_ulong>(m_layout.workerFloats), group.slots, static_cast<cl_int>(first), m_memory, group.workers,
                m_train.coordinates, m_train.labels, m_train.values, m_test.coordinates, m_test.labels, m_test.values, m_orders, m_shuffles,
                static_cast<cl_int>(m_orderStride), m_optimizers, m_corrections, m_seeds, m_lastAlive, static_cast<cl_float>(divergedLoss),
                static_cast<cl_uint>(m_epoch), static_cast<cl_int>(launch.epochs), static_cast<cl_int>(launch.update), results.figures,
                results.rows);
    }
}

void OpenClCohort::enqueueSplitTraining(Group &group, std::size_t models, const Launch &launch, const Results &results)
{
    needWorkers(group, models * m_shares);
    const cl::Buffer progress = bufferOf(m_context, std::vector<Progress>(m_models.size()));
    const cl::Buffer partial = bufferOf(m_context, std::vector<cl_float4>(models * m_shares));
    const PlanLayout &plan = m_layout.plan;
    const int batchSize = launch.update ? plan.batchSize : plan.trainCount;
    for (int epoch = 0; epoch < launch.epochs; ++epoch) {
        for (int first = 0; first < plan.trainCount; first += batchSize) {
            const cl_int batch = std::min(batchSize, plan.trainCount - first);
            enqueue(group, group.trainShares, models * m_shares, group.planBuffer, static_cast<cl_ulong>(m_layout.modelFloats),
                    static_cast<cl_ulong>(m_layout.workerFloats), group.slots, m_memory, group.workers, m_train.coordinates, m_train.labels,
                    m_train.values, m_test.coordinates, m_test.labels, m_test.values, m_orders, m_shuffles,
                    static_cast<cl_int>(m_orderStride), m_seeds, m_lastAlive, static_cast<cl_int>(m_shares),
                    static_cast<cl_int>(launch.epochs), static_cast<cl_int>(epoch), static_cast<cl_uint>(m_epoch),
                    static_cast<cl_int>(first), batch, static_cast<cl_int>(launch.update), progress, partial);
            enqueue(group, group.finishStep, models, group.planBuffer, static_cast<cl_ulong>(m_layout.modelFloats),
                    static_cast<cl_ulong>(m_layout.workerFloats), group.slots, m_memory, group.workers, m_optimizers, m_corrections,
                    static_cast<cl_float>(divergedLoss), static_cast<cl_int>(m_shares), static_cast<cl_int>(launch.epochs),
                    static_cast<cl_int>(epoch), static_cast<cl_int>(first), batch, static_cast<cl_int>(launch.update), partial, progress,
                    results.figures, results.rows);
        }
    }
}

OpenClCohort::Outcome OpenClCohort::run(const Launch &launch)
{
    uploadOptimizers(launch.epochs);
    const std::size_t count = m_models.size();
    Outcome outcome{std::vector<cl_float4>(count * static_cast<std::size_t>(launch.epochs)), std::vector<std::int32_t>(count)};
    const Results results = {bufferOf(m_context, outcome.figures), bufferOf(m_context, outcome.rows)};
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        Group &group = m_groups[g];
        const std::vector<cl_int2> slots = activeSlots(g, launch.update);
        if (slots.empty())
            continue;
        group.queue.enqueueWriteBuffer(group.slots, CL_TRUE, 0, slots.size() * sizeof(cl_int2), slots.data());
        if (m_shares > 1)
            enqueueSplitTraining(group, slots.size(), launch, results);
        else
            enqueueTraining(group, slots.size(), launch, results);
        group.queue.flush();
    }
    for (Group &group : m_groups)
        group.queue.finish();
    const cl::CommandQueue &queue = m_groups.front().queue;
    queue.enqueueReadBuffer(results.figures, CL_TRUE, 0, outcome.figures.size() * sizeof(cl_float4), outcome.figures.data());
    queue.enqueueReadBuffer(results.rows, CL_TRUE, 0, outcome.rows.size() * sizeof(std::int32_t), outcome.rows.data());
    return outcome;
}

EpochFigures OpenClCohort::figuresOf(const cl_float4 &figures) const
{
    const auto share = [this](float hits, std::int32_t count) {
        return m_hasLabels ? static_cast<double>(hits) / count : std::numeric_limits<double>::quiet_NaN();
    };
    return {figures.s[0], figures.s[2], share(figures.s[1], m_layout.plan.trainCount), share(figures.s[3], m_layout.plan.testCount)};
}

int OpenClCohort::epochsAtOnce(int epochs) const
{
    const auto batches = static_cast<std::size_t>((m_layout.plan.trainCount + m_layout.plan.batchSize - 1) / m_layout.plan.batchSize);
    const std::size_t bytes = m_batchOrders.size() * m_orderStride * sizeof(std::uint32_t) + m_models.size() * sizeof(cl_float4)
        + m_models.size() * batches * sizeof(cl_float2);
    return static_cast<int>(std::clamp<std::size_t>(mostLaunchBytes / bytes, 1, static_cast<std::size_t>(epochs)));
}

void OpenClCohort::advanceAtOnce(int epochs, std::vector<ModelReport> &reports)
{
    uploadOrders(epochs);
    const Outcome outcome = run({epochs, true});
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        ModelReport &report = reports[m];
        if (m_models[m].divergedAt)
            continue;
        for (int e = 0; e < outcome.rows[m]; ++e)
            report.rows.push_back(figuresOf(outcome.figures[m * static_cast<std::size_t>(epochs) + static_cast<std::size_t>(e)]));
        if (!report.rows.empty() && hasDiverged(report.rows.back().trainLoss))
            m_models[m].divergedAt = m_epoch + outcome.rows[m] - 1;
    }
    m_epoch += epochs;
}

std::vector<ModelReport> OpenClCohort::advance(int epochs)
{
    std::vector<ModelReport> reports(m_models.size());
    for (int done = 0; done < epochs;) {
        const int part = std::min(epochsAtOnce(epochs), epochs - done);
        advanceAtOnce(part, reports);
        done += part;
    }
    for (std::size_t m = 0; m < m_models.size(); ++m)
        reports[m].divergedAt = m_models[m].divergedAt;
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

/** The points are where the host can write them without a copy, if that is the device's memory too. */
void OpenClCohort::needQuestions(std::size_t pointBytes, std::size_t answerBytes)
{
    if (pointBytes <= m_questions.pointBytes && answerBytes <= m_questions.answerBytes)
        return;
    m_questions = {};
    m_questions = {cl::Buffer(m_context, CL_MEM_READ_ONLY | CL_MEM_ALLOC_HOST_PTR, pointBytes),
                   cl::Buffer(m_context, CL_MEM_WRITE_ONLY, answerBytes), pointBytes, answerBytes};
}

std::vector<float> OpenClCohort::predict(std::size_t model, std::span<const float> points)
{
    const auto inputs = static_cast<std::size_t>(m_layout.plan.layers[0].inputs);
    const auto stride = static_cast<std::size_t>(m_layout.plan.inputStride);
    const auto outputs = static_cast<std::size_t>(m_layout.plan.layers[m_layout.plan.hiddenLayers].outputs);
    const std::size_t count = points.size() / inputs;
    if (count == 0)
        return {};
    const std::size_t padded = roundedUp(count, static_cast<std::size_t>(m_tuning.tile));
    const cl::CommandQueue &queue = m_groups[m_models[model].group].queue;
    const std::size_t bytes = padded * stride * sizeof(float);
    needQuestions(bytes, outputs * padded * sizeof(float));
    const std::span<float> input(
        static_cast<float *>(queue.enqueueMapBuffer(m_questions.points, CL_TRUE, CL_MAP_WRITE_INVALIDATE_REGION, 0, bytes)), padded * stride);
    if (stride == inputs) {
        std::ranges::fill(std::ranges::copy(points.first(count * inputs), input.begin()).out, input.end(), 0.0f);
    } else {
        std::ranges::fill(input, 0.0f);
        for (std::size_t i = 0; i < count; ++i)
            std::copy_n(points.begin() + static_cast<std::ptrdiff_t>(i * inputs), inputs, input.begin() + static_cast<std::ptrdiff_t>(i * stride));
    }
    queue.enqueueUnmapMemObject(m_questions.points, input.data());
    enqueuePrediction(model, m_questions.points, m_questions.answers, count, padded);
    std::vector<float> answers(outputs * count);
    for (std::size_t output = 0; output < outputs; ++output)
        queue.enqueueReadBuffer(m_questions.answers, CL_TRUE, output * padded * sizeof(float), count * sizeof(float), answers.data() + output * count);
    return answers;
}

void OpenClCohort::enqueuePrediction(std::size_t model, const cl::Buffer &points, const cl::Buffer &answers, std::size_t count, std::size_t padded)
{
    // Several chunks a core, so that a core that is late holds up little.
    const std::size_t wanted = 8 * m_device.getInfo<CL_DEVICE_MAX_COMPUTE_UNITS>();
    const std::size_t chunk = roundedUp((count + wanted - 1) / wanted, static_cast<std::size_t>(m_tuning.tile));
    const std::size_t chunks = (count + chunk - 1) / chunk;
    Group &group = m_groups[m_models[model].group];
    needWorkers(group, chunks);
    enqueue(group, group.predict, chunks, group.planBuffer, static_cast<cl_ulong>(m_layout.modelFloats),
            static_cast<cl_ulong>(m_layout.workerFloats), static_cast<cl_int>(model), m_models[model].plan, m_memory, group.workers, points,
            answers, static_cast<cl_int>(padded), static_cast<cl_int>(count), static_cast<cl_int>(chunk));
}

ModelParameters OpenClCohort::parameters(std::size_t model)
{
    std::vector<float> memory(static_cast<std::size_t>(m_layout.plan.parameters));
    m_groups.front().queue.enqueueReadBuffer(m_memory, CL_TRUE, model * m_layout.modelFloats * sizeof(float),
                                             memory.size() * sizeof(float), memory.data());
    return m_layout.unpack(memory, m_models[model].setup.initial, m_models[model].setup);
}

void OpenClCohort::setActivationParameters(std::size_t model, const std::vector<std::vector<double>> &parameters)
{
    ModelSetup &setup = m_models[model].setup;
    setup.initial.activation = parameters;
    std::vector<float> memory(static_cast<std::size_t>(m_layout.plan.parameters));
    for (std::size_t l = 0; l < parameters.size(); ++l)
        m_layout.packActivation(memory, l, parameters[l], m_tuning.vectorWidth);
    const auto first = static_cast<std::size_t>(m_layout.plan.decaying);
    const std::size_t count = memory.size() - first;
    if (count > 0)
        m_groups.front().queue.enqueueWriteBuffer(m_memory, CL_TRUE, (model * m_layout.modelFloats + first) * sizeof(float),
                                                  count * sizeof(float), memory.data() + first);
}

std::vector<std::int64_t> OpenClCohort::lastAlive(std::size_t model)
{
    if (!m_layout.plan.tracksUnits)
        return {};
    const auto units = static_cast<std::size_t>(m_layout.plan.hiddenUnits);
    std::vector<std::int32_t> epochs(units);
    if (units > 0)
        m_groups.front().queue.enqueueReadBuffer(m_lastAlive, CL_TRUE, model * units * sizeof(std::int32_t), units * sizeof(std::int32_t),
                                                 epochs.data());
    return {epochs.begin(), epochs.end()};
}

} // namespace actiscope
