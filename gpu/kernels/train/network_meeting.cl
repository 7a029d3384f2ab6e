// The phases of one model on several work-groups. With SHARES_MEET a launch goes on for all steps: a work-group takes its own part of a phase,
// then those that none has begun, and the one that is done last opens the next phase. It waits for nothing but what others have begun, so they
// run: it does not matter how many run at the same time. Without it work-groups never wait for one another within a launch; a step takes two.
//
// What one work-group has written before an atomic operation, another one sees after its own: that puts memory in order on PoCL, whose
// mem_fence() is nothing at all; the fences do so elsewhere.

// Where work-groups meet: one for each part of a phase, each a line of the cache. All zero before a launch.
typedef struct {
    int begun; // in how many phases
    int done;  // how many parts of the phase; in the first one's, like the next
    int phase; // that is open
    int apart[13];
} Meeting;

#ifdef SHARES_MEET
INLINE int phasesOf(const Split *split, int epochs)
{
    if (sharesUnits(split))
        return epochs * phasesOfEpoch(split);
    return split->update ? 2 * epochs * batchesOf(split->plan, 1) : 1; // a step's shares, and its slices
}

INLINE void workInPhase(int lane, Worker *worker, const Split *split, int phase, int part)
{
    if (sharesUnits(split)) {
        workInStage(lane, worker, split, phase, part);
        return;
    }
    const Batch batch = batchOf(split->plan, split->update, phase / 2);
    if (phase % 2 == 0)
        workOnShare(lane, worker, split, part, batch);
    else
        workOnSlice(lane, split, sliceOf(split->plan, part, split->parts), batch, *split->progress);
}

// What is done once all parts of a phase are.
INLINE void endPhase(int lane, const Worker *worker, const Split *split, int phase)
{
    if (sharesUnits(split))
        endStage(lane, worker, split, phase);
    else if (phase % 2 == 0)
        endShares(lane, split, batchOf(split->plan, split->update, phase / 2), worker->scratch);
}

// Waits for turns that are about as long as some milliseconds and a few shares: who has waited for longer leaves the core to those whose work
// it waits for. Those who have begun something stay, and go on with all others. Returns the phase that is open, or one before `phase`.
INLINE int awaitPhase(volatile __global Meeting *meetings, const Split *split, int phase)
{
#ifdef IMPATIENT
    const long patience = 0;
#else
    const long patience = (1 << 22) + (long)split->plan->parameters * batchOf(split->plan, split->update, 0).count / split->parts;
#endif
    for (long turn = 0; meetings->phase < phase; ++turn) {
        if (turn > patience)
            return phase - 1;
    }
    const int open = atomic_add(&meetings->phase, 0);
    mem_fence(CLK_GLOBAL_MEM_FENCE);
    return open;
}

// Part `part` of an open phase, if none has begun it; the next phase is opened when it was the last to be done.
INLINE void takePart(int lane, Worker *worker, const Split *split, volatile __global Meeting *meetings, int phase, int part)
{
    if (atomic_cmpxchg(&meetings[part].begun, phase, phase + 1) != phase)
        return;
    workInPhase(lane, worker, split, phase, part);
    mem_fence(CLK_GLOBAL_MEM_FENCE);
    if (atomic_inc(&meetings->done) + 1 < split->parts)
        return;
    mem_fence(CLK_GLOBAL_MEM_FENCE);
    endPhase(lane, worker, split, phase);
    meetings->done = 0;
    mem_fence(CLK_GLOBAL_MEM_FENCE);
    atomic_inc(&meetings->phase);
}

// All steps of a launch, as long as there is something to do: a work-group's part of each phase is `own`, to begin with.
INLINE void workInPhases(int lane, Worker *worker, const Split *split, volatile __global Meeting *meetings, int own, int epochs)
{
    const int phases = phasesOf(split, epochs);
    int phase = 0;
    do {
        const int open = awaitPhase(meetings, split, phase);
        if (open < phase || open >= phases || split->progress->stopped)
            return;
        for (int i = 0; i < split->parts; ++i)
            takePart(lane, worker, split, meetings, open, (own + i) % split->parts);
        phase = open + 1;
    } while (phase < phases);
}
#endif

// Each model slots[m] has `groups` work-groups, at most as many as `parts` of a phase. They work on the batch of step `step`, or, with
// SHARES_MEET, on all steps of `epochs` epochs. There are as many parts as `shares` of a batch, unless units are shared.
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
trainShares(const __global Plan *plans, ulong modelStride, ulong workerStride, __global const int2 *slots, __global float *models,
            __global float *workers, __global const float *trainPoints, __global const int *trainLabels, __global const float *trainValues,
            __global const float *testPoints, __global const int *testLabels, __global const float *testValues, __global const uint *orders,
            __global const int *shuffles, int orderStride, __global const uint *seeds, __global int *lastAlive, int groups, int shares, int parts,
            int epochs, int step, uint firstEpoch, int update, __global Progress *progress, __global float4 *partial, __global const Optimizer *optimizers,
            __global const float2 *corrections, float lossLimit, __global float4 *figures, __global int *rows, volatile __global Meeting *meetings,
            Scratch groupMemory)
{
    const int lane = LANE;
    const int group = get_group_id(0);
    const int place = group / groups;
    const int own = group % groups * parts / groups;
    const int slot = slots[place].x;
    Split split;
    setUpSplit(&split, place, plans, modelStride, workerStride, slots, models, workers, shares, epochs, update, lossLimit, optimizers,
               corrections, partial, progress, figures, rows);
    const __global Plan *plan = split.plan;
    const Targets testTargets = {testLabels, testValues, plan->testStride};
    split.parts = parts;
    split.orders = orders + (size_t)shuffles[slot] * epochs * orderStride;
    split.orderStride = orderStride;
    const Draws draws = {seeds[slot], firstEpoch, plan->hiddenUnits, 0, 0, 0};
    split.draws = draws;
    split.testPoints = testPoints;
    split.testTargets = testTargets;
    Worker worker;
    setUp(&worker, plan, split.model, split.gradients.first + (sharesUnits(&split) ? 0 : own * workerStride), groupMemory, trainPoints,
          trainLabels, trainValues, lastAlive + (size_t)slot * plan->hiddenUnits);
    if (!sharesUnits(&split)) {
        FILL_TABLE(plan, worker.tiles)
    }
#ifdef SHARES_MEET
    workInPhases(lane, &worker, &split, meetings + place * parts, own, epochs);
#else
    workOnShare(lane, &worker, &split, own, batchOf(plan, update, step));
#endif
}

#ifndef SHARES_MEET
// Work-group m, after trainShares(): the step of model slots[m].
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
finishStep(const __global Plan *plans, ulong modelStride, ulong workerStride, __global const int2 *slots, __global float *models,
           __global float *workers, int shares, int epochs, int step, int update, __global Progress *progress, __global float4 *partial,
           __global const Optimizer *optimizers, __global const float2 *corrections, float lossLimit, __global float4 *figures,
           __global int *rows, Scratch groupMemory)
{
    const int lane = LANE;
    Split split;
    setUpSplit(&split, get_group_id(0), plans, modelStride, workerStride, slots, models, workers, shares, epochs, update, lossLimit, optimizers,
               corrections, partial, progress, figures, rows);
    const Batch batch = batchOf(split.plan, update, step);
    workOnSlice(lane, &split, wholeOf(split.plan->parameters), batch, endShares(lane, &split, batch, groupMemory));
}
#endif
