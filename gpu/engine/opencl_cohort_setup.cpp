// What happens once, when a cohort is loaded: programs, buffers, initial weights.
#include "core/base/errors.h"
#include "gpu/device/buffers.h"
#include "gpu/engine/kernel_source.h"
#include "gpu/engine/opencl_cohort.h"

#include <algorithm>
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
    : m_context(context), m_device(device), m_tuning(tuning) // fitted below, once the cohort is known to be a valid one
      ,
      m_hasLabels(!cohort.data->isRegression()), m_divergedLoss(divergedLossOf(*cohort.data))
{
    validate(cohort);
    m_tuning = MemoryLayout::fit(cohort, tuning);
    m_layout = MemoryLayout(cohort, m_tuning);
    setUpGroups(cohort, programs);
    m_split = chooseSplit();
    m_train = upload(cohort.data->train, static_cast<std::size_t>(m_layout.plan.trainStride));
    m_test = upload(cohort.data->test, static_cast<std::size_t>(m_layout.plan.testStride));
    setUpModels();
    setUpOrders();
}

/** Kernels and queues of its own, since their arguments and their order are one thread's. */
std::unique_ptr<OpenClCohort> OpenClCohort::scratch() const
{
    std::unique_ptr<OpenClCohort> beside(new OpenClCohort(*this));
    beside->m_shown = std::move(beside->m_models);
    beside->m_models = {beside->m_shown.front()};
    for (Group &group : beside->m_groups) {
        group.queue = cl::CommandQueue(m_context, m_device);
        for (cl::Kernel *kernel : {&group.train, &group.predict, &group.trainShares, &group.finishStep}) {
            if ((*kernel)())
                *kernel = cl::Kernel(kernel->getInfo<CL_KERNEL_PROGRAM>(), kernel->getInfo<CL_KERNEL_FUNCTION_NAME>().c_str());
        }
        group.slots = cl::Buffer(m_context, CL_MEM_READ_ONLY, sizeof(cl_int2));
        group.workers = {};
    }
    beside->m_questions = {};
    beside->m_split = beside->chooseSplit();
    beside->m_memory = cl::Buffer(m_context, CL_MEM_READ_WRITE, m_layout.modelFloats * sizeof(float));
    beside->m_lastAlive = bufferOf(m_context, std::vector<std::int32_t>(static_cast<std::size_t>(m_layout.plan.hiddenUnits), -1));
    beside->m_batchOrders.clear();
    beside->m_orders = bufferOf(m_context, std::vector<std::uint32_t>());
    beside->m_shuffles = bufferOf(m_context, std::vector<std::int32_t>(1));
    return beside;
}

void OpenClCohort::show(std::size_t model, const TrainingState &moment)
{
    m_models.front() = m_shown.at(model);
    m_epoch = moment.epoch;
    m_seeds = bufferOf(m_context, std::vector<std::uint32_t>{m_models.front().setup.drawSeed});
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
    m_models.push_back({setup, static_cast<std::size_t>(group - m_groups.begin()), plan, std::nullopt});
}

void OpenClCohort::setUpGroups(const Cohort &cohort, ProgramCache &programs)
{
    if (std::ranges::all_of(cohort.models, hasBuiltInActivations)) {
        const std::vector<const Activation *> all = builtInActivations();
        if (programs.isAtHand(networkSource(all, kernelLoss(cohort), m_tuning.mapping), m_tuning.buildOptions()))
            m_groups.emplace_back().activations = all;
    }
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
        std::vector kernels = {std::pair{&group.train, "trainNetworks"}, std::pair{&group.predict, "predictNetwork"},
                               std::pair{&group.trainShares, "trainShares"}};
        if (!m_tuning.sharesMeet)
            kernels.emplace_back(&group.finishStep, "finishStep");
        for (const auto &[kernel, name] : kernels) {
            *kernel = cl::Kernel(program, name);
            fits = fits && (group.lanes == 1 || kernel->getWorkGroupInfo<CL_KERNEL_WORK_GROUP_SIZE>(m_device) >= group.lanes);
        }
    }
}

std::size_t OpenClCohort::mostBufferBytes() const
{
    return std::min<std::size_t>(m_device.getInfo<CL_DEVICE_MAX_MEM_ALLOC_SIZE>(), m_tuning.mostBufferBytes);
}

/** Drivers differ in when they notice that a buffer is too large, and in how they say so. */
void OpenClCohort::requireMemory(std::size_t bytes) const
{
    const std::size_t most = mostBufferBytes();
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
    m_batchOrders.clear();
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

std::size_t OpenClCohort::computeUnits() const
{
    return m_tuning.computeUnits > 0 ? m_tuning.computeUnits : m_device.getInfo<CL_DEVICE_MAX_COMPUTE_UNITS>();
}

/** Shares of the batch or, where it is small or the layers are large, of units, if a step is long compared with what meeting takes. How many
 *  shares a batch has follows from it and the network alone, whatever computes and whoever trains beside it, since they decide the order in
 *  which gradients are added up. Work-groups as the cohort leaves compute units idle. */
OpenClCohort::Split OpenClCohort::chooseSplit() const
{
    constexpr std::size_t partsOfGroup = 4; // enough to take some off one that is late
    if (flopsOfStep() < m_tuning.splitFlops)
        return {};
    const std::size_t least = m_tuning.splitFlops == 0 ? 2 : 1;
    const bool isLongEnough = flopsOfStep() >= m_tuning.workGroupFlops || m_tuning.splitFlops == 0;
    const std::size_t workGroups = std::max(least, isLongEnough ? computeUnits() / m_models.size() : 1);
    const std::size_t shares = sharesOfBatch();
    if (paysToShareUnits(shares)) {
        const std::size_t groups = m_tuning.sharesMeet ? std::min(workGroups, std::max(least, panels())) : 1;
        return {groups, 1, groups == 1 ? 1 : partsOfGroup * groups};
    }
    if (shares == 1)
        return {};
    if (workGroups == 1 || m_tuning.sharesMeet)
        return {std::min(workGroups, shares), shares, shares};
    return {shares, shares, shares}; // one each
}

/** As many as are worth it: gradients of all of them are added up, and compute units that are idle take no more than one each. */
std::size_t OpenClCohort::sharesOfBatch() const
{
    constexpr double most = 32;
    constexpr std::size_t mostBytes = 64 << 20; // of the gradients of a model
    constexpr std::size_t cachedBytes = 128 << 10;
    const std::size_t bytes = std::max<std::size_t>(1, static_cast<std::size_t>(m_layout.plan.decaying) * sizeof(float));
    const auto batch = static_cast<std::size_t>(m_layout.plan.batchSize), rows = static_cast<std::size_t>(m_tuning.shareRows);
    const std::size_t possible = std::min(batch / rows, mostBytes / bytes);
    if (possible < 2)
        return 1;
    const double wanted =
        std::min({most, flopsOfStep() / m_tuning.shareFlops, static_cast<double>(batch / (bytes > cachedBytes ? 4 * rows : rows))});
    const std::size_t shares = std::min(possible, static_cast<std::size_t>(std::max(2.0, wanted)));
    return shares - shares % 2; // two cores are the most frequent
}

double OpenClCohort::flopsOfStep() const
{
    return flopsOfSample() * m_layout.plan.batchSize;
}

double OpenClCohort::flopsOfSample() const
{
    constexpr double flopsOfWeight = 6;
    const PlanLayout &plan = m_layout.plan;
    double weights = 0;
    for (int l = 0; l <= plan.hiddenLayers; ++l)
        weights += static_cast<double>(plan.layers[l].inputs) * plan.layers[l].outputs;
    return flopsOfWeight * weights;
}

/** As many work-groups have something to do at the widest layer where they share units. */
std::size_t OpenClCohort::panels() const
{
    constexpr int lineFloats = 16;
    const int lanes = std::max(lineFloats, m_tuning.blockVectors * m_tuning.vectorWidth);
    int widest = 0;
    for (int l = 0; l < m_layout.plan.hiddenLayers; ++l)
        widest = std::max(widest, m_layout.plan.layers[l].outputs);
    return static_cast<std::size_t>((widest + lanes - 1) / lanes);
}

/** Whether the phases of kernels/train/network_units.cl are long enough, where a batch would have this many shares. Where those are several, units are
 *  shared only if as many work-groups have some and phases are very long; then it costs the model nothing in company. */
bool OpenClCohort::paysToShareUnits(std::size_t shares) const
{
    constexpr int samplesOfOptimizer = 8; // which take as long as it, where parameters come from memory
    const PlanLayout &plan = m_layout.plan;
    if (m_tuning.mapping != KernelMapping::Vectors || plan.hiddenLayers == 0 || plan.isShallow)
        return false;
    const int tiles = (plan.batchSize + plan.tileRows - 1) / plan.tileRows;
    const double flopsOfPhase = flopsOfSample() * (plan.batchSize + samplesOfOptimizer) / (tiles * (2 + 3 * plan.hiddenLayers) + 1);
    if (shares > 1)
        return flopsOfPhase >= m_tuning.longPhaseFlops && panels() >= shares;
    return flopsOfPhase >= m_tuning.phaseFlops && (panels() > 1 || m_tuning.splitFlops == 0);
}

/** What fills up a tile is the last point again: an activation is a number there where it is one for the samples. */
OpenClCohort::Points OpenClCohort::upload(const LabelledPoints &points, std::size_t padded) const
{
    const auto stride = static_cast<std::size_t>(m_layout.plan.inputStride);
    std::vector<float> coordinates(padded * stride);
    std::vector<float> values(points.targetCount * padded);
    for (std::size_t i = 0; i < padded && points.count() > 0; ++i)
        std::copy_n(points.point(std::min(i, points.count() - 1)), points.features,
                    coordinates.begin() + static_cast<std::ptrdiff_t>(i * stride));
    for (std::size_t i = 0; i < points.count(); ++i) {
        for (std::size_t output = 0; output < points.targetCount; ++output)
            values[output * padded + i] = static_cast<float>(points.targets[i * points.targetCount + output]);
    }
    std::vector<std::int32_t> labels(points.labels.begin(), points.labels.end());
    labels.resize(padded);
    return {bufferOf(m_context, std::move(coordinates)), bufferOf(m_context, std::move(labels)), bufferOf(m_context, std::move(values))};
}

} // namespace actiscope
