#include "gpu/engine/opencl_cohort.h"

#include "gpu/device/buffers.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace actiscope {
namespace {

/** Bytes that what depends on the number of epochs in a launch may take. */
constexpr std::size_t maxLaunchBytes = std::size_t{32} << 20;

} // namespace

EpochFigures OpenClCohort::figuresOf(const kernels::Figures &figures) const
{
    const auto accuracy = [this](float correct, const kernels::SampleSet &set) {
        return m_hasLabels ? static_cast<double>(correct) / set.count : std::numeric_limits<double>::quiet_NaN();
    };
    return {figures.trainLoss, figures.testLoss, accuracy(figures.trainCorrect, m_layout.plan.train),
            accuracy(figures.testCorrect, m_layout.plan.test)};
}

int OpenClCohort::epochsAtOnce(int epochs) const
{
    const auto batches = static_cast<std::size_t>(batchesAnEpoch());
    const std::size_t bytes = m_batchOrders.size() * m_orderStride * sizeof(std::uint32_t)
                              + m_models.size() * (static_cast<std::size_t>(partsOfEpochs()) + 1) * sizeof(kernels::Figures)
                              + m_models.size() * batches * sizeof(cl_float2);
    return static_cast<int>(std::clamp<std::size_t>(maxLaunchBytes / bytes, 1, static_cast<std::size_t>(epochs)));
}

/** Of the epochs that come next. */
int OpenClCohort::partsOfEpochs() const
{
    return m_epoch < epochsInParts ? static_cast<int>(m_batching.parts) : 0;
}

/** Of an epoch's parts the sums over the epoch up to the end of each. */
std::vector<PartFigures> OpenClCohort::partsOf(std::span<const kernels::Figures> sums) const
{
    std::vector<PartFigures> parts;
    double loss = 0, correct = 0;
    for (std::size_t part = 0; part < sums.size(); ++part) {
        const auto end = static_cast<double>(m_batching.samplesOfParts(part + 1));
        const double samples = end - static_cast<double>(m_batching.samplesOfParts(part));
        const double accuracy = m_hasLabels ? (sums[part].trainCorrect - correct) / samples : std::numeric_limits<double>::quiet_NaN();
        parts.push_back({end / m_layout.plan.train.count, (sums[part].trainLoss - loss) / samples, accuracy});
        loss = sums[part].trainLoss;
        correct = sums[part].trainCorrect;
    }
    return parts;
}

/** What a launch has found of a model. */
void OpenClCohort::report(std::size_t model, const Task &task, const Outcome &outcome, ModelReport &report) const
{
    const auto rows = std::span(outcome.figures).subspan(model * static_cast<std::size_t>(task.epochs) * task.rows());
    for (std::size_t e = 0; e < static_cast<std::size_t>(outcome.progress[model].epochs); ++e) {
        const auto ofEpoch = rows.subspan(e * task.rows(), task.rows());
        report.rows.push_back(figuresOf(ofEpoch.back()));
        if (m_batching.parts == 0)
            continue;
        const bool isTold = m_epoch + static_cast<std::int64_t>(e) < epochsInParts && !hasDiverged(report.rows.back().trainLoss, m_divergedLoss);
        report.parts.push_back(isTold ? partsOf(ofEpoch.first(ofEpoch.size() - 1)) : std::vector<PartFigures>());
    }
}

void OpenClCohort::advanceAtOnce(int epochs, std::vector<ModelReport> &reports)
{
    leaveIfWished(m_wish);
    uploadOrders(epochs);
    const Task task{.epochs = epochs, .parts = partsOfEpochs()};
    const Outcome outcome = run(task);
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        if (m_models[m].divergedAt)
            continue;
        report(m, task, outcome, reports[m]);
        if (!reports[m].rows.empty() && hasDiverged(reports[m].rows.back().trainLoss, m_divergedLoss))
            m_models[m].divergedAt = m_epoch + outcome.progress[m].epochs - 1;
    }
    m_epoch += epochs;
}

std::vector<ModelReport> OpenClCohort::advance(int epochs)
{
    std::optional<Standing> before;
    if (m_wish)
        before = standing();
    std::vector<ModelReport> reports(m_models.size());
    try {
        for (int done = 0; done < epochs;) {
            const int part = std::min(epochsAtOnce(epochs), epochs - done);
            advanceAtOnce(part, reports);
            done += part;
        }
    } catch (const Interrupted &) {
        goBackTo(*before);
        throw;
    }
    for (std::size_t m = 0; m < m_models.size(); ++m)
        reports[m].divergedAt = m_models[m].divergedAt;
    return reports;
}

/** The queue is the one that all launches wait for. */
void OpenClCohort::copy(const cl::Buffer &from, const cl::Buffer &to) const
{
    const cl::CommandQueue &queue = m_groups.front().queue;
    queue.enqueueCopyBuffer(from, to, 0, 0, from.getInfo<CL_MEM_SIZE>());
    queue.finish();
}

OpenClCohort::Standing OpenClCohort::standing() const
{
    Standing now{.epoch = m_epoch, .orders = m_batchOrders};
    for (auto [from, to] : {std::pair(&m_memory, &now.memory), std::pair(&m_lastAlive, &now.lastAlive)}) {
        *to = cl::Buffer(m_context, CL_MEM_READ_WRITE, from->getInfo<CL_MEM_SIZE>());
        copy(*from, *to);
    }
    for (const Model &model : m_models)
        now.divergedAt.push_back(model.divergedAt);
    return now;
}

void OpenClCohort::goBackTo(const Standing &before)
{
    copy(before.memory, m_memory);
    copy(before.lastAlive, m_lastAlive);
    m_epoch = before.epoch;
    m_batchOrders = before.orders;
    for (std::size_t m = 0; m < m_models.size(); ++m)
        m_models[m].divergedAt = before.divergedAt[m];
}

std::vector<EpochFigures> OpenClCohort::evaluate(MeasuredSets sets)
{
    const bool isOfTestSet = sets == MeasuredSets::Test;
    const Outcome outcome = run({.update = false, .isOfTestSet = isOfTestSet});
    std::vector<EpochFigures> all;
    for (const kernels::Figures &each : outcome.figures) {
        EpochFigures figures = figuresOf(each);
        if (isOfTestSet)
            figures.trainLoss = figures.trainAccuracy = std::numeric_limits<double>::quiet_NaN();
        all.push_back(figures);
    }
    return all;
}

/** The points are where the host can write them without a copy, if that is the device's memory too. */
void OpenClCohort::needPredictionBuffers(std::size_t pointBytes, std::size_t answerBytes)
{
    if (pointBytes <= m_prediction.pointBytes && answerBytes <= m_prediction.answerBytes)
        return;
    m_prediction = {};
    m_prediction = {cl::Buffer(m_context, CL_MEM_READ_ONLY | CL_MEM_ALLOC_HOST_PTR, pointBytes),
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
    const std::size_t padded = roundedUp(count, static_cast<std::size_t>(m_layout.tileRoom));
    const cl::CommandQueue &queue = m_groups[m_models[model].group].queue;
    const std::size_t bytes = padded * stride * sizeof(float);
    needPredictionBuffers(bytes, outputs * padded * sizeof(float));
    const std::span<float> input(
        static_cast<float *>(queue.enqueueMapBuffer(m_prediction.points, CL_TRUE, CL_MAP_WRITE_INVALIDATE_REGION, 0, bytes)),
        padded * stride);
    if (stride == inputs) {
        std::ranges::fill(std::ranges::copy(points.first(count * inputs), input.begin()).out, input.end(), 0.0f);
    } else {
        std::ranges::fill(input, 0.0f);
        for (std::size_t i = 0; i < count; ++i)
            std::copy_n(points.begin() + static_cast<std::ptrdiff_t>(i * inputs), inputs,
                        input.begin() + static_cast<std::ptrdiff_t>(i * stride));
    }
    queue.enqueueUnmapMemObject(m_prediction.points, input.data());
    enqueuePrediction(model, count, padded);
    std::vector<float> answers(outputs * count);
    for (std::size_t output = 0; output < outputs; ++output)
        queue.enqueueReadBuffer(m_prediction.answers, CL_TRUE, output * padded * sizeof(float), count * sizeof(float),
                                answers.data() + output * count);
    return answers;
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
    const kernels::Plan &plan = m_layout.plan;
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
    const kernels::Plan &plan = m_layout.plan;
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
