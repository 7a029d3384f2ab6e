// All steps of a divided model in one launch: work-groups go through its phases together. A work-group takes its own part of a phase, then those that none
// has begun, and the one that is done last opens the next phase. It waits for nothing but what others have begun, so they run: it does not matter how many
// run at the same time. OpenCL does not promise that a waiting work-group lets others go on, so this is for CPUs alone (KernelTuning::hasPhaseBarrier),
// where each runs on a thread of the operating system.
//
// What one work-group has written before an atomic operation, another one sees after its own: that puts memory in order on PoCL, whose
// mem_fence() is nothing at all; the fences do so elsewhere.
//
// Layout: phases[Launch::phases] are an epoch's, made by gpu/engine/work_division.cpp; barriers[place * parts + part], one PhaseBarrier a part.
// Needs: divided_batch, divided_layers.
#ifdef PHASE_BARRIER

// A work-group among those of one model.
typedef struct {
    Worker worker;
    DividedModel model;
    SampleOrder order;
    const __global Phase *phases;
    int phasesOfEpoch;
    int phaseCount; // of the launch
    long patience;  // turns of waiting
    volatile __global PhaseBarrier *barriers;
} Member;

INLINE Batch batchOfPhase(const Member *member, int phase)
{
    const int epoch = phase / member->phasesOfEpoch;
    return batchOf(member->model.plan, member->model.update, epoch, member->phases[phase - epoch * member->phasesOfEpoch].batch);
}

// `division`, here and below, is a literal.
INLINE void workInPhase(const int division, int lane, Member *member, int number, int part)
{
    const Phase phase = member->phases[number % member->phasesOfEpoch];
    const Batch batch = batchOfPhase(member, number);
    const DividedModel *model = &member->model;
    if (division == DIVISION_UNITS) {
        if (number == 0)
            makeReady(lane, &member->worker, model, part);
        workOnUnits(lane, &member->worker, model, &member->order, phase, batch, part);
    } else if (phase.work == TRAIN_ON_SHARD) {
        trainOnShard(lane, &member->worker, model, &member->order, part, batch);
    } else {
        stepOfSlice(lane, model, sliceOf(model->plan, part, model->parts), batch, *model->progress);
    }
}

// What is done once all parts of a phase are.
INLINE void endPhase(const int division, int lane, const Member *member, int number)
{
    const Phase phase = member->phases[number % member->phasesOfEpoch];
    if (phase.atEnd == 0)
        return;
    const Batch batch = batchOfPhase(member, number);
    if (division == DIVISION_UNITS)
        endUnits(lane, &member->worker, &member->model, &member->order, phase, batch);
    else
        endBatch(lane, &member->model, batch, member->worker.scratch);
}

// Waits for turns that are about as long as some milliseconds and a few shards: who has waited for longer leaves the core to those whose work
// it waits for. Those who have begun something stay, and go on with all others. Returns the phase that is open, or one before `phase`.
INLINE int awaitPhase(const Member *member, int phase)
{
    for (long turn = 0; member->barriers->open < phase; ++turn) {
        if (turn > member->patience)
            return phase - 1;
    }
    const int open = atomic_add(&member->barriers->open, 0);
    mem_fence(CLK_GLOBAL_MEM_FENCE);
    return open;
}

// Part `part` of an open phase, if none has begun it; the next phase is opened when it was the last to be done.
INLINE void takePart(const int division, int lane, Member *member, int phase, int part)
{
    volatile __global PhaseBarrier *barriers = member->barriers;
    if (atomic_cmpxchg(&barriers[part].begun, phase, phase + 1) != phase)
        return;
    workInPhase(division, lane, member, phase, part);
    mem_fence(CLK_GLOBAL_MEM_FENCE);
    if (atomic_inc(&barriers->done) + 1 < member->model.parts)
        return;
    mem_fence(CLK_GLOBAL_MEM_FENCE);
    endPhase(division, lane, member, phase);
    barriers->done = 0;
    mem_fence(CLK_GLOBAL_MEM_FENCE);
    atomic_inc(&barriers->open);
}

// All phases of a launch, as long as there is something to do: a work-group's part of each phase is `own`, to begin with.
INLINE void workInPhases(const int division, int lane, Member *member, int own)
{
    const int parts = member->model.parts;
    int phase = 0;
    do {
        const int open = awaitPhase(member, phase);
        if (open < phase || open >= member->phaseCount || member->model.progress->stopped)
            return;
        for (int i = 0; i < parts; ++i)
            takePart(division, lane, member, open, (own + i) % parts);
        phase = open + 1;
    } while (phase < member->phaseCount);
}

// Each model entries[p] has `groups` work-groups, at most as many as a phase has parts.
INLINE void setUpMember(Member *member, const int division, const Launch *launch, const __global Plan *plans, const __global ModelEntry *entries,
                        __global float *models, __global float *workers, __global const float2 *corrections, __global Figures *figures,
                        __global Progress *progress, __global const float *trainSet, __global const float *testSet, __global const uint *orders,
                        __global int *lastAlive, const __global Phase *phases, volatile __global PhaseBarrier *barriers, int own, Scratch groupMemory)
{
    const int place = get_group_id(0) / launch->groups;
    DividedModel *model = &member->model;
    setUpDividedModel(model, launch, place, plans, entries, models, workers, corrections, figures, progress);
    const __global Plan *plan = model->plan;
    setUpOrder(&member->order, launch, plan, entries + place, orders);
    setUpWorker(&member->worker, plan, model->model, model->gradients.first + (division == DIVISION_UNITS ? 0 : own * launch->workerStride), groupMemory,
                trainSet, testSet, lastAlive + (size_t)entries[place].slot * plan->hiddenUnits, model->progress);
    member->phases = phases;
    member->phasesOfEpoch = launch->phases;
    member->phaseCount = launch->epochs * launch->phases;
#ifdef IMPATIENT
    member->patience = 0;
#else
    member->patience = (1 << 22) + (long)plan->parameters * batchOf(plan, launch->update, 0, 0).count / launch->parts;
#endif
    member->barriers = barriers + place * launch->parts;
}

INLINE int ownPart(const Launch *launch)
{
    return get_group_id(0) % launch->groups * launch->parts / launch->groups;
}
#endif
