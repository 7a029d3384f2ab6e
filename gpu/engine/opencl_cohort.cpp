#include "gpu/engine/opencl_cohort.h"

#include "gpu/device/buffers.h"
#include "gpu/engine/optimizer_constants.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace actiscope {
namespace {

/** kernels/train/network_split.cl's Progress. */
struct Progress {
    float trainLoss, lost, trainHits, testLoss, testHits, scale;
    std::int32_t stopped;
};

/** kernels/train/network_meeting.cl's Meeting. */
struct Meeting {
    std::array<std::int32_t, 16> counts{};
};

/** Bytes that what depends on the number of epochs in a launch may take. */
constexpr std::size_t mostLaunchBytes = std::size_t{32} << 20;

/** Work-groups in a launch, for each compute unit of a device that runs several at a time: enough to keep all busy to the end. */
constexpr std::size_t groupsPerUnit = 16;

/** Bytes that the memory of work-groups may take, unless it takes more for one a compute unit. */
constexpr std::size_t mostWorkerBytes = std::size_t{1} << 30;

} // namespace

/** Launches a kernel with these arguments; its last one is the work-group's local memory. */
template <class... Values>
void OpenClCohort::enqueue(const Group &group, cl::Kernel &kernel, std::size_t workGroups, const Values &...values) const
{
    cl_uint index = 0;
    (kernel.setArg(index++, values), ...);
    kernel.setArg(index, cl::Local((group.lanes + m_layout.localFloats) * sizeof(float)));
    group.queue.enqueueNDRangeKernel(kernel, cl::NullRange, cl::NDRange(workGroups * group.lanes), cl::NDRange(group.lanes));
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
    const std::int64_t batches = batchesAnEpoch();
    std::map<std::array<double, 3>, std::int32_t> schedules;
    std::vector<OptimizerConstants> constants;
    std::vector<cl_float2> corrections;
    for (const Model &model : m_models) {
        const OptimizerSettings &settings = model.setup.optimizer;
        const auto [schedule, isNew] = schedules.emplace(std::array{settings.learningRate, settings.beta1, settings.beta2},
                                                         static_cast<std::int32_t>(schedules.size()));
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

void OpenClCohort::need(Pool &pool, std::size_t count, std::size_t floatsEach)
{
    if (pool.count >= count)
        return;
    requireMemory(count * floatsEach * sizeof(float));
    pool = {cl::Buffer(m_context, CL_MEM_READ_WRITE, count * floatsEach * sizeof(float)), count};
}

void OpenClCohort::enqueueTraining(Group &group, std::size_t models, const Launch &launch, const Results &results)
{
    const std::size_t units = computeUnits();
    const bool takesNext = m_tuning.mapping == KernelMapping::Vectors; // kernels/vector/vector_group.cl's NEXT_SLOT
    const std::size_t bytes = m_split.shares * m_layout.workerFloats * sizeof(float);
    const std::size_t room = std::min(std::max(mostWorkerBytes, units * bytes), mostBufferBytes()) / bytes;
    const std::size_t most = std::min({models, takesNext ? units : groupsPerUnit * units, std::max<std::size_t>(1, room)});
    need(group.workers, most * m_split.shares, m_layout.workerFloats);
    const cl::Buffer taken = bufferOf(m_context, std::vector<cl_int>(1));
    for (std::size_t first = 0; first < models; first = takesNext ? models : first + most) {
        enqueue(group, group.train, std::min(most, models - first), group.planBuffer, static_cast<cl_ulong>(m_layout.modelFloats),
                static_cast<cl_ulong>(m_layout.workerFloats), group.slots, static_cast<cl_int>(first), static_cast<cl_int>(models),
                static_cast<cl_int>(m_split.shares), taken, m_memory, group.workers.memory, m_train.coordinates, m_train.labels,
                m_train.values, m_test.coordinates, m_test.labels, m_test.values, m_orders, m_shuffles, static_cast<cl_int>(m_orderStride),
                m_optimizers, m_corrections, m_seeds, m_lastAlive, static_cast<cl_float>(m_divergedLoss), static_cast<cl_uint>(m_epoch),
                static_cast<cl_int>(launch.epochs), static_cast<cl_int>(launch.update), results.figures, results.rows);
    }
}

void OpenClCohort::enqueueSplitTraining(Group &group, std::size_t models, const Launch &launch, const Results &results)
{
    const auto &[workGroups, shares, parts] = m_split;
    need(group.workers, models * shares, m_layout.workerFloats);
    const cl::Buffer progress = bufferOf(m_context, std::vector<Progress>(m_models.size()));
    const cl::Buffer partial = bufferOf(m_context, std::vector<cl_float4>(models * shares));
    const cl::Buffer meetings = bufferOf(m_context, std::vector<Meeting>(models * parts));
    const cl_int steps = launch.epochs * (launch.update ? batchesAnEpoch() : 1);
    const auto modelStride = static_cast<cl_ulong>(m_layout.modelFloats);
    const auto workerStride = static_cast<cl_ulong>(m_layout.workerFloats);
    for (cl_int step = 0; step < steps; ++step) {
        enqueue(group, group.trainShares, models * workGroups, group.planBuffer, modelStride, workerStride, group.slots, m_memory,
                group.workers.memory, m_train.coordinates, m_train.labels, m_train.values, m_test.coordinates, m_test.labels, m_test.values,
                m_orders, m_shuffles, static_cast<cl_int>(m_orderStride), m_seeds, m_lastAlive, static_cast<cl_int>(workGroups),
                static_cast<cl_int>(shares), static_cast<cl_int>(parts), static_cast<cl_int>(launch.epochs), step,
                static_cast<cl_uint>(m_epoch), static_cast<cl_int>(launch.update), progress, partial, m_optimizers, m_corrections,
                static_cast<cl_float>(m_divergedLoss), results.figures, results.rows, meetings);
        if (m_tuning.sharesMeet)
            break; // it takes all steps
        enqueue(group, group.finishStep, models, group.planBuffer, modelStride, workerStride, group.slots, m_memory, group.workers.memory,
                static_cast<cl_int>(shares), static_cast<cl_int>(launch.epochs), step, static_cast<cl_int>(launch.update), progress,
                partial, m_optimizers, m_corrections, static_cast<cl_float>(m_divergedLoss), results.figures, results.rows);
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
        if (m_split.workGroups > 1)
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
    const auto batches = static_cast<std::size_t>(batchesAnEpoch());
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
        if (!report.rows.empty() && hasDiverged(report.rows.back().trainLoss, m_divergedLoss))
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
        static_cast<float *>(queue.enqueueMapBuffer(m_questions.points, CL_TRUE, CL_MAP_WRITE_INVALIDATE_REGION, 0, bytes)),
        padded * stride);
    if (stride == inputs) {
        std::ranges::fill(std::ranges::copy(points.first(count * inputs), input.begin()).out, input.end(), 0.0f);
    } else {
        std::ranges::fill(input, 0.0f);
        for (std::size_t i = 0; i < count; ++i)
            std::copy_n(points.begin() + static_cast<std::ptrdiff_t>(i * inputs), inputs,
                        input.begin() + static_cast<std::ptrdiff_t>(i * stride));
    }
    queue.enqueueUnmapMemObject(m_questions.points, input.data());
    enqueuePrediction(model, m_questions.points, m_questions.answers, count, padded);
    std::vector<float> answers(outputs * count);
    for (std::size_t output = 0; output < outputs; ++output)
        queue.enqueueReadBuffer(m_questions.answers, CL_TRUE, output * padded * sizeof(float), count * sizeof(float),
                                answers.data() + output * count);
    return answers;
}

void OpenClCohort::enqueuePrediction(std::size_t model, const cl::Buffer &points, const cl::Buffer &answers, std::size_t count,
                                     std::size_t padded)
{
    // Several chunks a core, so that a core that is late holds up little.
    const std::size_t wanted = 8 * computeUnits();
    const std::size_t chunk = roundedUp((count + wanted - 1) / wanted, static_cast<std::size_t>(m_tuning.tile));
    const std::size_t chunks = (count + chunk - 1) / chunk;
    Group &group = m_groups[m_models[model].group];
    need(group.workers, chunks, m_layout.workerFloats);
    enqueue(group, group.predict, chunks, group.planBuffer, static_cast<cl_ulong>(m_layout.modelFloats),
            static_cast<cl_ulong>(m_layout.workerFloats), static_cast<cl_int>(model), m_models[model].plan, m_memory, group.workers.memory,
            points, answers, static_cast<cl_int>(padded), static_cast<cl_int>(count), static_cast<cl_int>(chunk));
}

/** A model's parameters and both moments, as they lie on the device. */
std::vector<float> OpenClCohort::readModel(std::size_t model, std::size_t floats) const
{
    std::vector<float> memory(floats);
    m_groups.front().queue.enqueueReadBuffer(m_memory, CL_TRUE, model * m_layout.modelFloats * sizeof(float), memory.size() * sizeof(float),
                                             memory.data());
    return memory;
}

ModelParameters OpenClCohort::parameters(std::size_t model)
{
    const std::vector<float> memory = readModel(model, static_cast<std::size_t>(m_layout.plan.parameters));
    const ModelSetup &setup = m_models[model].setup;
    return m_layout.unpack(memory, setup.initial.activation, setup);
}

TrainingState OpenClCohort::state()
{
    const PlanLayout &plan = m_layout.plan;
    NetworkShape shape{plan.layers[0].inputs, {}, plan.layers[plan.hiddenLayers].outputs};
    for (int l = 0; l < plan.hiddenLayers; ++l)
        shape.hidden.push_back(plan.layers[l].outputs);
    const std::size_t count = ModelState::countOf(shape);
    TrainingState result{m_epoch, {}};
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        const std::vector<float> memory = readModel(m, static_cast<std::size_t>(plan.secondMoment + plan.parameters));
        const std::array sets = {std::span<const float>(memory),
                                 std::span<const float>(memory).subspan(static_cast<std::size_t>(plan.firstMoment)),
                                 std::span<const float>(memory).subspan(static_cast<std::size_t>(plan.secondMoment))};
        std::vector<float> numbers(sets.size() * count);
        for (std::size_t part = 0; part < sets.size(); ++part)
            m_layout.unpackNumbers(sets[part], std::span(numbers).subspan(part * count, count));
        ModelState &state = result.models.emplace_back(ModelState{shape, numbersOfState(std::move(numbers), count)});
        state.activation = m_models[m].setup.initial.activation;
        for (std::size_t l = 0; l < state.activation.size(); ++l) {
            const auto parameter = static_cast<std::size_t>(plan.layers[l].parameter);
            for (auto *moments : {&state.activationFirst, &state.activationSecond})
                moments->emplace_back(state.activation[l].size(), 0.0);
            if (!m_models[m].setup.activation(l).activation->isLearnable())
                continue;
            state.activation[l][0] = sets[0][parameter];
            state.activationFirst[l][0] = sets[1][parameter];
            state.activationSecond[l][0] = squareOfKept(sets[2][parameter]);
        }
        state.divergedAt = m_models[m].divergedAt;
        state.lastAlive = lastAlive(m);
    }
    return result;
}

/** All that training goes on from, to a model's place in memory. */
void OpenClCohort::writeModel(std::size_t slot, const ModelState &state)
{
    const PlanLayout &plan = m_layout.plan;
    Model &model = m_models[slot];
    std::vector<float> memory(m_layout.modelFloats, 0.0f);
    const std::span<float> all(memory);
    const auto floats = static_cast<std::size_t>(plan.parameters);
    const bool keptSmall = keepsSmallSquares(model.setup.optimizer);
    m_layout.packPart(all, state, StatePart::Value, keptSmall, m_tuning.vectorWidth);
    m_layout.packPart(all.subspan(static_cast<std::size_t>(plan.firstMoment), floats), state, StatePart::FirstMoment, keptSmall,
                      m_tuning.vectorWidth);
    m_layout.packPart(all.subspan(static_cast<std::size_t>(plan.secondMoment), floats), state, StatePart::SecondMoment, keptSmall,
                      m_tuning.vectorWidth);
    m_layout.transpose(all);
    m_groups.front().queue.enqueueWriteBuffer(m_memory, CL_TRUE, slot * m_layout.modelFloats * sizeof(float), memory.size() * sizeof(float),
                                              memory.data());
    model.setup.initial.activation = state.activation;
    model.divergedAt = state.divergedAt;
}

void OpenClCohort::restore(const TrainingState &state)
{
    m_epoch = state.epoch;
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        const ModelState &model = state.models[m];
        writeModel(m, model);
        const std::vector<std::int32_t> alive(model.lastAlive.begin(), model.lastAlive.end());
        if (!alive.empty())
            m_groups.front().queue.enqueueWriteBuffer(m_lastAlive, CL_TRUE, m * alive.size() * sizeof(std::int32_t),
                                                      alive.size() * sizeof(std::int32_t), alive.data());
    }
    setUpOrders();
    for (BatchOrder &order : m_batchOrders)
        order.skip(m_epoch);
}

void OpenClCohort::setOptimizer(std::size_t model, const OptimizerSettings &settings)
{
    OptimizerSettings &current = m_models[model].setup.optimizer;
    const bool keptSmall = keepsSmallSquares(current);
    current = settings;
    if (!keptSmall || keepsSmallSquares(settings))
        return;
    const cl::CommandQueue &queue = m_groups.front().queue;
    std::vector<float> moments(static_cast<std::size_t>(m_layout.plan.parameters));
    const std::size_t place = (model * m_layout.modelFloats + static_cast<std::size_t>(m_layout.plan.secondMoment)) * sizeof(float);
    queue.enqueueReadBuffer(m_memory, CL_TRUE, place, moments.size() * sizeof(float), moments.data());
    std::ranges::transform(moments, moments.begin(), [](float kept) { return static_cast<float>(squareOfKept(kept)); });
    queue.enqueueWriteBuffer(m_memory, CL_TRUE, place, moments.size() * sizeof(float), moments.data());
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
