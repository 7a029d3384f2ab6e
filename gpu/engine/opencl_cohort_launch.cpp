// What a cohort has its device do: launches that train, measure and predict, with what they are told.
#include "gpu/device/buffers.h"
#include "gpu/engine/opencl_cohort.h"
#include "gpu/engine/optimizer_constants.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace actiscope {
namespace {

/** Work-groups in a launch, for each compute unit of a device that runs several at a time: enough to keep all busy to the end. */
constexpr std::size_t groupsPerUnit = 16;

/** Bytes that the memory of work-groups may take, unless it takes more for one a compute unit. */
constexpr std::size_t maxWorkerBytes = std::size_t{1} << 30;

/** Says when all that is in a queue now is done. */
class Completion {
public:
    explicit Completion(const cl::CommandQueue &queue)
    {
        queue.enqueueMarkerWithWaitList(nullptr, &m_marker);
        queue.flush();
        // What the driver calls back may be called after this object's end.
        auto owned = std::make_unique<std::shared_ptr<State>>(m_state);
        m_marker.setCallback(CL_COMPLETE, &Completion::completed, owned.get());
        owned.release(); // now it will be called
    }

    bool waitFor(std::chrono::milliseconds time)
    {
        std::unique_lock lock(m_state->mutex);
        return m_state->done.wait_for(lock, time, [this] { return m_state->isDone; });
    }

private:
    struct State {
        std::mutex mutex;
        std::condition_variable done;
        bool isDone = false;
    };

    /** Also where what was waited for has failed. */
    static void CL_CALLBACK completed(cl_event, cl_int, void *data)
    {
        const std::unique_ptr<std::shared_ptr<State>> state(static_cast<std::shared_ptr<State> *>(data));
        const std::scoped_lock lock((*state)->mutex);
        (*state)->isDone = true;
        (*state)->done.notify_all();
    }

    cl::Event m_marker;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace

/** Launches kernel `number` of an entry point with these arguments; its last one is the work-group's local memory. */
template <class... Values>
void OpenClCohort::enqueue(Group &group, EntryPoint entry, std::size_t number, std::size_t workGroups, const Values &...values) const
{
    LoadedEntry &loaded = entryOf(group, entry);
    cl::Kernel &kernel = loaded.kernels.at(number);
    cl_uint index = 0;
    (kernel.setArg(index++, values), ...);
    kernel.setArg(index, cl::Local((m_tuning.scratchFloats() + m_layout.localFloats) * sizeof(float)));
    group.queue.enqueueNDRangeKernel(kernel, cl::NullRange, cl::NDRange(workGroups * loaded.lanes), cl::NDRange(loaded.lanes));
}

/** What every kernel of kernels/train/ begins with; finishStep() has no more. */
template <class... Values>
void OpenClCohort::enqueueStep(Group &group, std::size_t kernel, std::size_t workGroups, const kernels::Launch &launch,
                               const cl::Buffer &entries, const Results &results, const Values &...values) const
{
    enqueue(group, trainingEntry(), kernel, workGroups, launch, results.isOfTestSet ? group.testPlanBuffer : group.planBuffer, entries, m_memory,
            group.workers.memory, m_corrections, results.figures, results.progress, values...);
}

/** The first kernel of what trains, which goes through samples. */
template <class... Values>
void OpenClCohort::enqueueTraining(Group &group, std::size_t workGroups, const kernels::Launch &launch, const cl::Buffer &entries,
                                   const Results &results, const Values &...values) const
{
    enqueueStep(group, 0, workGroups, launch, entries, results, m_trainSet, m_testSet, m_orders, m_lastAlive, values...);
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
    std::vector<cl_float2> corrections;
    m_optimizers.clear();
    for (const Model &model : m_models) {
        const OptimizerSettings &settings = model.setup.optimizer;
        const AdamCorrections atFirst = adamCorrections(settings, 1); // which tell all others
        const auto [schedule, isNew] = schedules.emplace(std::array{settings.learningRate, atFirst.first, atFirst.second},
                                                         static_cast<std::int32_t>(schedules.size()));
        m_optimizers.push_back(constantsOf(settings, schedule->second));
        for (std::int64_t step = 1; isNew && step <= batches * epochs; ++step) {
            const AdamCorrections now = adamCorrections(settings, static_cast<double>(m_epoch * batches + step));
            corrections.push_back({{static_cast<float>(settings.learningRate / now.first), static_cast<float>(1 / std::sqrt(now.second))}});
        }
    }
    m_corrections = bufferOf(m_context, std::move(corrections));
}

/** Of a group, those that a launch is for. */
std::vector<kernels::ModelEntry> OpenClCohort::activeModels(std::size_t group, bool update) const
{
    std::vector<kernels::ModelEntry> entries;
    for (std::size_t m = 0; m < m_models.size(); ++m) {
        const Model &model = m_models[m];
        if (model.group == group && (!update || !model.divergedAt))
            entries.push_back({static_cast<std::int32_t>(m), model.plan, model.order, model.setup.drawSeed, m_optimizers[m]});
    }
    return entries;
}

void OpenClCohort::need(Pool &pool, std::size_t count, std::size_t floatsEach)
{
    if (pool.count >= count)
        return;
    requireMemory(count * floatsEach * sizeof(float));
    pool = {cl::Buffer(m_context, CL_MEM_READ_WRITE, count * floatsEach * sizeof(float)), count};
}

std::size_t OpenClCohort::kindOf(const Task &task)
{
    return task.isOfTestSet ? 2 : task.update ? 1 : 0;
}

kernels::Launch OpenClCohort::launchOf(const Task &task) const
{
    kernels::Launch launch{};
    launch.modelStride = m_layout.modelFloats;
    launch.workerStride = m_layout.workerFloats;
    launch.update = task.update;
    launch.epochs = task.epochs;
    launch.firstEpoch = static_cast<std::uint32_t>(m_epoch);
    launch.lossLimit = static_cast<float>(m_divergedLoss);
    launch.orderStride = static_cast<std::int32_t>(m_orderStride);
    launch.shards = static_cast<std::int32_t>(m_division.shards);
    launch.groups = static_cast<std::int32_t>(m_division.workGroups);
    launch.parts = static_cast<std::int32_t>(m_division.parts);
    launch.phases = m_phaseCounts[kindOf(task)];
    launch.rows = static_cast<std::int32_t>(task.rows());
    return launch;
}

void OpenClCohort::trainWhole(Group &group, std::size_t models, const cl::Buffer &entries, const Task &task, const Results &results)
{
    const std::size_t units = computeUnits();
    const bool takesNext = m_tuning.mapping == KernelMapping::Vectors; // kernels/vector/work_group.cl's NEXT_ENTRY
    const std::size_t bytes = m_division.shards * m_layout.workerFloats * sizeof(float);
    const std::size_t room = std::min(std::max(maxWorkerBytes, units * bytes), maxBufferBytes()) / bytes;
    const std::size_t most = std::min({models, takesNext ? units : groupsPerUnit * units, std::max<std::size_t>(1, room)});
    need(group.workers, most * m_division.shards, m_layout.workerFloats);
    const cl::Buffer taken = bufferOf(m_context, std::vector<cl_int>(1));
    kernels::Launch launch = launchOf(task);
    launch.entries = static_cast<std::int32_t>(models);
    for (std::size_t first = 0; first < models; first = takesNext ? models : first + most) {
        launch.firstEntry = static_cast<std::int32_t>(first);
        enqueueTraining(group, std::min(most, models - first), launch, entries, results, taken);
    }
}

/** One launch for all steps. */
void OpenClCohort::trainInPhases(Group &group, std::size_t models, const cl::Buffer &entries, const Task &task, const Results &results)
{
    need(group.workers, models * m_division.shards, m_layout.workerFloats);
    const cl::Buffer barriers = bufferOf(m_context, std::vector<kernels::PhaseBarrier>(models * m_division.parts));
    enqueueTraining(group, models * m_division.workGroups, launchOf(task), entries, results, m_phases[kindOf(task)],
                    barriers);
}

/** One launch for all steps, whose work-groups give up where they do not run at the same time; returns their meetings. */
cl::Buffer OpenClCohort::trainMeeting(Group &group, std::size_t models, const cl::Buffer &entries, const Task &task, const Results &results)
{
    need(group.workers, models * m_division.shards, m_layout.workerFloats);
    cl::Buffer meetings = bufferOf(m_context, std::vector<kernels::Meeting>(models));
    enqueueTraining(group, models * m_division.workGroups, launchOf(task), entries, results, meetings);
    return meetings;
}

/** Two launches a step: no work-group waits for another. */
void OpenClCohort::trainStepByStep(Group &group, std::size_t models, const cl::Buffer &entries, const Task &task, const Results &results)
{
    need(group.workers, models * m_division.shards, m_layout.workerFloats);
    kernels::Launch launch = launchOf(task);
    const int steps = task.epochs * (task.update ? batchesAnEpoch() : 1);
    for (launch.step = 0; launch.step < steps; ++launch.step) {
        enqueueTraining(group, models * m_division.workGroups, launch, entries, results);
        enqueueStep(group, 1, models, launch, entries, results);
    }
}

/** Whether somebody hears how far it is. */
bool OpenClCohort::isTold(const Task &task) const
{
    return m_listener && task.update && batchesAnEpoch() > 1;
}

/** What a launch changes beside its figures. */
void OpenClCohort::keepForMeeting()
{
    for (auto [from, to] : {std::pair(&m_memory, &m_beforeMeeting.memory), std::pair(&m_lastAlive, &m_beforeMeeting.lastAlive)}) {
        if (!(*to)())
            *to = cl::Buffer(m_context, CL_MEM_READ_WRITE, from->getInfo<CL_MEM_SIZE>());
        copy(*from, *to);
    }
}

/** From now on, and back to before the launch in which work-groups gave up. */
void OpenClCohort::doWithoutMeetings(const Task &task)
{
    if (task.update) {
        copy(m_beforeMeeting.memory, m_memory);
        copy(m_beforeMeeting.lastAlive, m_lastAlive);
    }
    m_beforeMeeting = {};
    m_tuning.meetingPolls = 0;
    m_division = chooseDivision(m_layout.plan, m_tuning, m_models.size(), computeUnits());
    for (Group &group : m_groups)
        group.entries.erase(trainingEntry());
}

OpenClCohort::Outcome OpenClCohort::run(const Task &task)
{
    if (task.update && m_division.division == kernels::DIVISION_BATCH && m_tuning.groupsMeet())
        keepForMeeting();
    if (std::optional<Outcome> outcome = runOnce(task))
        return *std::move(outcome);
    doWithoutMeetings(task);
    return runOnce(task).value();
}

/** Nothing where work-groups gave up to meet. */
std::optional<OpenClCohort::Outcome> OpenClCohort::runOnce(const Task &task)
{
    uploadOptimizers(task.epochs);
    const std::size_t count = m_models.size();
    Outcome outcome{std::vector<kernels::Figures>(count * static_cast<std::size_t>(task.epochs) * task.rows()),
                    std::vector<kernels::Progress>(count)};
    const WatchedBuffer<kernels::Progress> progress(m_context, count);
    const bool areSeen = isTold(task) && task.parts > 0 && task.epochs == 1 && m_tuning.mapping == KernelMapping::Vectors; // on a processor
    const std::optional<WatchedBuffer<kernels::Figures>> seen =
        areSeen ? std::make_optional<WatchedBuffer<kernels::Figures>>(m_context, outcome.figures.size()) : std::nullopt;
    const Results results = {seen ? seen->buffer() : bufferOf(m_context, outcome.figures), progress.buffer(), task.isOfTestSet};
    std::vector<cl::Buffer> entryBuffers, meetings; // kept until the launches are done
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        Group &group = m_groups[g];
        const std::vector<kernels::ModelEntry> active = activeModels(g, task.update);
        if (active.empty())
            continue;
        const cl::Buffer &entries = entryBuffers.emplace_back(bufferOf(m_context, active));
        if (m_division.division == kernels::DIVISION_WHOLE)
            trainWhole(group, active.size(), entries, task, results);
        else if (m_tuning.hasPhaseBarrier)
            trainInPhases(group, active.size(), entries, task, results);
        else if (m_tuning.groupsMeet())
            meetings.push_back(trainMeeting(group, active.size(), entries, task, results));
        else
            trainStepByStep(group, active.size(), entries, task, results);
        group.queue.flush();
    }
    const bool isLeft = (m_wish || isTold(task)) && follow(progress.values(), seen ? seen->values() : std::span<kernels::Figures>(), task);
    for (Group &group : m_groups)
        group.queue.finish();
    if (isLeft)
        throw Interrupted();
    const cl::CommandQueue &queue = m_groups.front().queue;
    for (const cl::Buffer &buffer : meetings) {
        std::vector<kernels::Meeting> ofModels(buffer.getInfo<CL_MEM_SIZE>() / sizeof(kernels::Meeting));
        queue.enqueueReadBuffer(buffer, CL_TRUE, 0, ofModels.size() * sizeof(kernels::Meeting), ofModels.data());
        if (std::ranges::any_of(ofModels, [](const kernels::Meeting &meeting) { return meeting.gaveUp != 0; }))
            return std::nullopt;
    }
    queue.enqueueReadBuffer(results.figures, CL_TRUE, 0, outcome.figures.size() * sizeof(kernels::Figures), outcome.figures.data());
    queue.enqueueReadBuffer(results.progress, CL_TRUE, 0, outcome.progress.size() * sizeof(kernels::Progress), outcome.progress.data());
    return outcome;
}

/** Waits until all that was enqueued is done, and tells how far it has come. Whether it was left: the launch ends at once where the device is a processor
 *  and looks for it, and what it has done is of no use. */
bool OpenClCohort::follow(std::span<kernels::Progress> watched, std::span<const kernels::Figures> figures, const Task &task) const
{
    constexpr std::chrono::milliseconds between(10);
    constexpr int turnsToTell = 5;
    const bool canLeave = m_wish && m_tuning.mapping == KernelMapping::Vectors;
    bool isLeft = false;
    for (const Group &group : m_groups) {
        Completion completion(group.queue);
        for (int turn = 1; !completion.waitFor(between); ++turn) {
            if (isTold(task) && turn % turnsToTell == 0)
                tell(watched, figures, task);
            isLeft = isLeft || (canLeave && m_wish());
            for (std::size_t m = 0; isLeft && m < watched.size(); ++m) {
                volatile int &stopped = watched[m].stopped; // told again in each turn: a device that ends a batch writes the whole structure
                stopped = 1;
            }
        }
    }
    return isLeft;
}

/** `figures` are empty, or written by the device meanwhile: of a part before its batches are counted. */
void OpenClCohort::tell(std::span<const kernels::Progress> watched, std::span<const kernels::Figures> figures, const Task &task) const
{
    const auto all = static_cast<double>(batchesAnEpoch()) * task.epochs * static_cast<double>(m_models.size());
    double done = 0;
    std::vector<std::vector<PartFigures>> parts(figures.empty() ? 0 : watched.size());
    for (std::size_t m = 0; m < watched.size(); ++m) {
        const volatile int &batches = watched[m].batches; // the device writes it
        const int counted = batches;
        done += counted;
        std::size_t ended = 0;
        const std::size_t samples = std::min(static_cast<std::size_t>(counted) * m_batching.batchSize, m_batching.data->train.count());
        while (m < parts.size() && ended < static_cast<std::size_t>(task.parts) && m_batching.samplesOfParts(ended + 1) <= samples)
            ++ended;
        if (ended > 0)
            parts[m] = partsOf(figures.subspan(m * task.rows(), ended));
    }
    m_listener({std::min(1.0, done / all), parts});
}

void OpenClCohort::enqueuePrediction(std::size_t model, std::size_t count, std::size_t padded)
{
    // Several chunks a core, so that a core that is late holds up little.
    const std::size_t wanted = 8 * computeUnits();
    const std::size_t chunk = roundedUp((count + wanted - 1) / wanted, static_cast<std::size_t>(m_layout.tileRoom));
    const std::size_t chunks = (count + chunk - 1) / chunk;
    Group &group = m_groups[m_models[model].group];
    need(group.workers, chunks, m_layout.workerFloats);
    kernels::PredictionLaunch launch{};
    launch.modelStride = m_layout.modelFloats;
    launch.workerStride = m_layout.workerFloats;
    launch.slot = static_cast<std::int32_t>(model);
    launch.plan = m_models[model].plan;
    launch.outputStride = static_cast<std::int32_t>(padded);
    launch.count = static_cast<std::int32_t>(count);
    launch.chunk = static_cast<std::int32_t>(chunk);
    enqueue(group, EntryPoint::Predict, 0, chunks, launch, group.planBuffer, m_memory, group.workers.memory, m_prediction.points,
            m_prediction.answers);
}

} // namespace actiscope
