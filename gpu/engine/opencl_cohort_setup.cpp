// What happens once, when a cohort is loaded: programs, buffers, initial weights.
#include "core/base/errors.h"
#include "gpu/device/buffers.h"
#include "gpu/engine/opencl_cohort.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <utility>

namespace actiscope {
namespace {

/** Activations in a program, unless a single model has more: one build for most cohorts, and none that takes very long. */
constexpr std::size_t activationsPerProgram = 8;

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

bool hasBuiltInActivations(const ModelSetup &setup)
{
    return std::ranges::all_of(setup.activations, [](const ActivationSpec &spec) { return isBuiltIn(*spec.activation); });
}

} // namespace

OpenClCohort::OpenClCohort(const Cohort &cohort, const cl::Context &context, const cl::Device &device, const KernelTuning &tuning,
                           std::shared_ptr<ProgramCache> programs)
    : m_context(context), m_device(device), m_tuning(tuning) // fitted below, once the cohort is known to be a valid one
      ,
      m_programs(std::move(programs)), m_loss(programLossOf(cohort)), m_hasLabels(!cohort.data->isRegression()),
      m_batching{.data = cohort.data, .shape = {}, .models = {}, .batchSize = cohort.batchSize, .parts = cohort.parts}, m_divergedLoss(divergedLossOf(*cohort.data))
{
    validate(cohort);
    m_tuning = MemoryLayout::fit(cohort, tuning);
    m_layout = MemoryLayout(cohort, m_tuning);
    m_division = chooseDivision(m_layout.plan, m_tuning, cohort.models.size(), computeUnits());
    setUpGroups(cohort);
    setUpPhases();
    m_trainSet = upload(cohort.data->train, m_layout.plan.train);
    m_testSet = upload(cohort.data->test, m_layout.plan.test);
    setUpModels();
    setUpOrders();
}

/** Kernels and queues of its own, since their arguments and their order are one thread's. */
std::unique_ptr<OpenClCohort> OpenClCohort::scratch() const
{
    std::unique_ptr<OpenClCohort> beside(new OpenClCohort(*this));
    beside->m_shown = std::move(beside->m_models);
    beside->m_models = {beside->m_shown.front()};
    beside->m_division = chooseDivision(m_layout.plan, m_tuning, 1, computeUnits());
    beside->setUpPhases();
    for (Group &group : beside->m_groups) {
        group.queue = cl::CommandQueue(m_context, m_device);
        group.entries.clear();
        group.workers = {};
    }
    beside->m_prediction = {};
    beside->m_memory = cl::Buffer(m_context, CL_MEM_READ_WRITE, m_layout.modelFloats * sizeof(float));
    beside->m_lastAlive = bufferOf(m_context, std::vector<std::int32_t>(static_cast<std::size_t>(m_layout.plan.hiddenUnits), -1));
    beside->m_beforeMeeting = {};
    beside->m_batchOrders.clear();
    beside->m_listener = {};
    beside->m_wish = {};
    beside->m_orders = bufferOf(m_context, std::vector<std::uint32_t>());
    return beside;
}

void OpenClCohort::show(std::size_t model, const TrainingState &moment)
{
    m_models.front() = m_shown.at(model);
    m_models.front().order = 0;
    m_epoch = moment.epoch;
    writeModel(0, moment.models.at(model));
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
    m_models.push_back({setup, static_cast<std::size_t>(group - m_groups.begin()), plan, 0, std::nullopt});
}

/** Whether what is needed at once of programs with all of these is there. */
bool OpenClCohort::isPrepared(std::span<const Activation *const> activations) const
{
    const std::string options = m_tuning.buildOptions();
    return std::ranges::all_of(std::array{trainingEntry(), EntryPoint::Predict}, [&](EntryPoint entry) {
        return m_programs->isAtHand(networkSource(activations, m_loss, m_tuning.mapping, entry), options);
    });
}

void OpenClCohort::setUpGroups(const Cohort &cohort)
{
    if (std::ranges::all_of(cohort.models, hasBuiltInActivations)) {
        if (const std::vector<const Activation *> all = builtInActivations(); isPrepared(all))
            m_groups.emplace_back().activations = all;
    }
    for (const ModelSetup &setup : cohort.models)
        assignModel(setup);
    for (Group &group : m_groups) {
        group.queue = cl::CommandQueue(m_context, m_device);
        for (const auto &sequence : group.sequences)
            group.plans.push_back(m_layout.withActivations(sequence, group.activations));
        group.planBuffer = bufferOf(m_context, m_layout.bytesOf(group.plans));
        std::vector<kernels::Plan> testPlans;
        std::ranges::transform(group.plans, std::back_inserter(testPlans), testPlan);
        group.testPlanBuffer = bufferOf(m_context, m_layout.bytesOf(testPlans));
    }
}

void OpenClCohort::makeReadyToTrain()
{
    for (Group &group : m_groups)
        entryOf(group, trainingEntry());
}

OpenClCohort::LoadedEntry &OpenClCohort::entryOf(Group &group, EntryPoint entry) const
{
    const auto known = group.entries.find(entry);
    return known != group.entries.end() ? known->second : group.entries.emplace(entry, loaded(group, entry)).first->second;
}

/** With as many work-items in a group as the kernels can run with on this device: any number of them goes through the blocks that there are. */
OpenClCohort::LoadedEntry OpenClCohort::loaded(const Group &group, EntryPoint entry) const
{
    const std::string source = networkSource(group.activations, m_loss, m_tuning.mapping, entry);
    for (KernelTuning tuning = m_tuning;; tuning.lanes /= 2) {
        const cl::Program program = m_programs->program(source, tuning.buildOptions());
        LoadedEntry result{{}, static_cast<std::size_t>(tuning.lanes)};
        for (const char *name : kernelNames(entry, tuning))
            result.kernels.emplace_back(program, name);
        const bool fits = std::ranges::all_of(result.kernels, [&](const cl::Kernel &kernel) {
            return result.lanes == 1 || kernel.getWorkGroupInfo<CL_KERNEL_WORK_GROUP_SIZE>(m_device) >= result.lanes;
        });
        if (fits)
            return result;
    }
}

std::size_t OpenClCohort::maxBufferBytes() const
{
    return std::min<std::size_t>(m_device.getInfo<CL_DEVICE_MAX_MEM_ALLOC_SIZE>(), m_tuning.maxBufferBytes);
}

/** Drivers differ in when they notice that a buffer is too large, and in how they say so. */
void OpenClCohort::requireMemory(std::size_t bytes) const
{
    const std::size_t most = maxBufferBytes();
    constexpr std::size_t mebibyte = std::size_t{1} << 20;
    if (bytes > most)
        throw BackendError("clCreateBuffer", {ACTISCOPE_TR("core", "%1 models of %2 KiB need %3 MiB in one piece, the device gives %4; "
                                                                   "train fewer or smaller networks, or on another device"),
                                              {std::to_string(m_models.size()), std::to_string(m_layout.modelFloats * sizeof(float) / 1024),
                                               std::to_string(bytes / mebibyte + 1), std::to_string(most / mebibyte)}});
}

void OpenClCohort::setUpModels()
{
    const std::size_t bytes = m_layout.modelFloats * sizeof(float);
    requireMemory(m_models.size() * bytes);
    m_memory = cl::Buffer(m_context, CL_MEM_READ_WRITE, m_models.size() * bytes);
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        ModelSetup &setup = m_models[m].setup;
        const std::vector<float> packed = m_layout.pack(setup.initial, m_tuning.vectorWidth);
        m_groups.front().queue.enqueueWriteBuffer(m_memory, CL_TRUE, m * bytes, bytes, packed.data());
        setup.initial.layers.clear();
    }
    const std::size_t tracked = m_layout.plan.tracksUnits ? m_models.size() * static_cast<std::size_t>(m_layout.plan.hiddenUnits) : 0;
    m_lastAlive = bufferOf(m_context, std::vector<std::int32_t>(tracked, -1));
}

void OpenClCohort::setUpOrders()
{
    std::map<std::uint32_t, std::int32_t> places;
    m_batchOrders.clear();
    for (Model &model : m_models) {
        const auto [place, isNew] = places.emplace(model.setup.batchSeed, static_cast<std::int32_t>(places.size()));
        if (isNew && m_layout.plan.shuffles)
            m_batchOrders.emplace_back(model.setup.batchSeed, static_cast<std::size_t>(m_layout.plan.train.count));
        model.order = place->second;
    }
    // Kernels form the address of a whole tile's order, but read what lies within the batch.
    m_orderStride = m_layout.plan.shuffles ? static_cast<std::size_t>(m_layout.plan.train.count) : 0;
    m_orders = bufferOf(m_context, std::vector<std::uint32_t>());
}

std::size_t OpenClCohort::computeUnits() const
{
    return m_tuning.computeUnits > 0 ? m_tuning.computeUnits : m_device.getInfo<CL_DEVICE_MAX_COMPUTE_UNITS>();
}

/** For measuring the test set alone: there is a single training sample, whose figures nobody asks for. */
kernels::Plan OpenClCohort::testPlan(kernels::Plan plan)
{
    plan.train.count = 1;
    return plan;
}

void OpenClCohort::setUpPhases()
{
    for (const Task &task : {Task{.update = false}, Task{.update = true}, Task{.update = false, .isOfTestSet = true}}) {
        const kernels::Plan plan = task.isOfTestSet ? testPlan(m_layout.plan) : m_layout.plan;
        std::vector<kernels::Phase> phases = phasesOfEpoch(plan, m_division.division, task.update);
        m_phaseCounts[kindOf(task)] = static_cast<int>(phases.size());
        m_phases[kindOf(task)] = bufferOf(m_context, std::move(phases));
    }
}

/** What fills up a tile is the last point again: an activation is a number there where it is one for the samples. Points go there in pieces: 60,000 images
 *  take 200 MB, of which there is no second copy here. */
cl::Buffer OpenClCohort::upload(const LabelledPoints &points, const kernels::SampleSet &set) const
{
    constexpr std::size_t pieceFloats = std::size_t{1} << 20;
    const auto stride = static_cast<std::size_t>(m_layout.plan.inputStride), padded = static_cast<std::size_t>(set.stride);
    const auto firstValue = static_cast<std::size_t>(set.values), firstPoint = static_cast<std::size_t>(set.points);
    const cl::CommandQueue &queue = m_groups.front().queue;
    cl::Buffer buffer(m_context, CL_MEM_READ_WRITE, (firstPoint + padded * stride) * sizeof(float));
    const auto write = [&](std::size_t first, const std::vector<float> &values) {
        if (!values.empty())
            queue.enqueueWriteBuffer(buffer, CL_TRUE, first * sizeof(float), values.size() * sizeof(float), values.data());
    };
    std::vector<float> values(firstPoint);
    for (std::size_t i = 0; i < points.labels.size(); ++i)
        values[i] = std::bit_cast<float>(points.labels[i]);
    for (std::size_t i = 0; i < points.count(); ++i) {
        for (std::size_t output = 0; output < points.targetCount; ++output)
            values[firstValue + output * padded + i] = static_cast<float>(points.targets[i * points.targetCount + output]);
    }
    write(0, values);
    const std::size_t rowsAtOnce = std::max<std::size_t>(1, pieceFloats / stride);
    for (std::size_t first = 0; first < padded; first += rowsAtOnce) {
        values.assign(std::min(rowsAtOnce, padded - first) * stride, 0.0f);
        for (std::size_t i = 0; i * stride < values.size() && points.count() > 0; ++i)
            points.copyPoint(std::min(first + i, points.count() - 1), values.data() + i * stride);
        write(firstPoint + first * stride, values);
    }
    return buffer;
}

} // namespace actiscope
