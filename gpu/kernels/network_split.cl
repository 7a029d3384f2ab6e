// One model on several work-groups, where a step is long enough for it. A step has two phases: first each works on shares of the batch, then
// on slices of the parameters, for which it adds the shares' gradients up and takes the step. With SHARES_MEET a launch goes on for all
// steps: a work-group takes its own share or slice of a phase, then those that none has begun, and the one that is done last opens the next
// phase. It waits for nothing but what others have begun, so they run: it does not matter how many run at the same time. Without it
// work-groups never wait for one another within a launch; a step takes two.
//
// What one work-group has written before an atomic operation, another one sees after its own: that puts memory in order on PoCL, whose
// mem_fence() is nothing at all; the fences do so elsewhere.

// How far a model is: sums over the epoch so far, and whether it has diverged.
typedef struct {
    float trainLoss;
    float lost; // what adding to it rounded away
    float trainHits;
    float testLoss;
    float testHits;
    float scale; // what the gradient of this step is multiplied by
    int stopped;
} Progress;

// Where work-groups meet: one for each share and the slice of the same number, each a line of the cache. All zero before a launch; phase
// 2 n are the shares of step n, phase 2 n + 1 its slices.
typedef struct {
    int begun; // in how many phases
    int done;  // how many shares or slices of the phase; in the first one's, like the next
    int phase; // that is open
    int apart[13];
} Meeting;

// What the shares of a model have in common. partial[share] = (loss, hits, test loss, test hits) of the step, sums over its samples;
// corrections as in optimizer.cl, figures[epoch] and *rows as in trainNetworks().
typedef struct {
    const __global Plan *plan;
    Memory model;
    Gradients gradients;
    int update;
    float lossLimit;
    __global const Optimizer *optimizer;
    __global const float2 *corrections;
    __global float4 *partial;
    __global Progress *progress;
    __global float4 *figures;
    __global int *rows;
} Split;

// The batch of a step: samples first … first + count - 1 of the epoch.
typedef struct {
    int step;
    int epoch;
    int first;
    int count;
} Batch;

INLINE int batchesOf(const __global Plan *plan, int update)
{
    return update ? (plan->trainCount + plan->batchSize - 1) / plan->batchSize : 1;
}

INLINE Batch batchOf(const __global Plan *plan, int update, int step)
{
    const int size = update ? plan->batchSize : plan->trainCount;
    const int batches = batchesOf(plan, update);
    const int first = step % batches * size;
    const Batch batch = {step, step / batches, first, min(size, plan->trainCount - first)};
    return batch;
}

// Model slots[place], whose shares have the memory of workers place * shares and on.
INLINE Split splitOf(int place, const __global Plan *plans, ulong modelStride, ulong workerStride, __global const int2 *slots,
                     __global float *models, __global float *workers, int shares, int epochs, int update, float lossLimit,
                     __global const Optimizer *optimizers, __global const float2 *corrections, __global float4 *partial,
                     __global Progress *progress, __global float4 *figures, __global int *rows)
{
    const int slot = slots[place].x;
    const __global Plan *plan = plans + slots[place].y;
    const size_t steps = (size_t)epochs * batchesOf(plan, 1);
    const Split split = {plan,
                         models + slot * modelStride,
                         {workers + place * shares * workerStride, workerStride, shares},
                         update,
                         lossLimit,
                         optimizers + slot,
                         corrections + optimizers[slot].schedule * steps,
                         partial + place * shares,
                         progress + slot,
                         figures + slot * epochs,
                         rows + slot};
    return split;
}

// What is known when all shares of a step are done: its figures, whether the model goes on, and by what its gradient is multiplied.
INLINE Progress endShares(int lane, const Split *split, Batch batch, Scratch groupMemory)
{
    const __global Plan *plan = split->plan;
    Progress now = *split->progress;
    const int stopped = now.stopped;
    SYNC() // every work-item has read it
    if (batch.first == 0)
        now.trainLoss = now.lost = now.trainHits = now.testLoss = now.testHits = 0.0f;
    float4 sums = (float4)(0.0f);
    for (int share = 0; share < split->gradients.shares; ++share)
        sums += split->partial[share];
    const int diverged = !(sums.x / (float)batch.count <= split->lossLimit);
    const float add = sums.x - now.lost;
    const float total = now.trainLoss + add;
    now.lost = (total - now.trainLoss) - add;
    now.trainLoss = total;
    now.trainHits += sums.y;
    now.testLoss += sums.z;
    now.testHits += sums.w;
    now.stopped = stopped || diverged;
    const int takesStep = !now.stopped && split->update;
    now.scale = gradientScale(lane, takesStep, plan, split->model, split->gradients, split->optimizer, groupMemory);
    if (LANE == 0 && !stopped) {
        *split->progress = now;
        if (diverged || batch.first + batch.count >= plan->trainCount) {
            const float2 whole = (float2)(now.trainLoss / (float)plan->trainCount, now.trainHits);
            split->figures[batch.epoch] = (float4)(diverged ? figuresOfDiverged(plan, sums.xy, batch.count) : whole,
                                                   now.testLoss / (float)plan->testCount, now.testHits);
            *split->rows = batch.epoch + 1;
        }
    }
    return now;
}

// A slice of a step, `now` being what endShares() has found.
INLINE void workOnSlice(int lane, const Split *split, Slice slice, Batch batch, Progress now)
{
    takeStep(lane, !now.stopped && split->update, split->plan, slice, split->model, split->gradients, split->optimizer,
             split->corrections + batch.step, now.scale);
}

// A share of a batch: its gradient and its figures. The test set is gone through with an epoch's first batch.
INLINE void workOnShare(int lane, Worker *worker, const Split *split, int share, Batch batch, __global const uint *orders, int orderStride,
                        Draws draws, Constants testPoints, Targets testTargets)
{
    const __global Plan *plan = split->plan;
    const int stopped = split->progress->stopped;
    const int shares = split->gradients.shares;
    worker->gradient = split->gradients.first + share * split->gradients.stride;
    clearGradient(lane, plan, worker->gradient);
    SYNC()
    draws.epoch += batch.epoch;
    const int testStart = shareStart(plan->testCount, share, shares);
    const int testCount = stopped || batch.first > 0 ? 0 : shareStart(plan->testCount, share + 1, shares) - testStart;
    const float2 test = testSamples(worker, testPoints, testTargets, testStart, testCount);
    const int start = shareStart(batch.count, share, shares);
    const int count = stopped ? 0 : shareStart(batch.count, share + 1, shares) - start;
    const float2 train = trainSamples(worker, orders + (size_t)batch.epoch * orderStride, split->update ? plan->shuffles : 0,
                                      batch.first + start, count, batch.count, draws, split->update);
    if (LANE == 0 && !stopped)
        split->partial[share] = (float4)(train, test);
}

// Each model slots[m] has `groups` work-groups, at most as many as `shares`. They work on the batch of step `step`, or, with SHARES_MEET, on
// all steps of `epochs` epochs.
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
trainShares(const __global Plan *plans, ulong modelStride, ulong workerStride, __global const int2 *slots, __global float *models,
            __global float *workers, __global const float *trainPoints, __global const int *trainLabels, __global const float *trainValues,
            __global const float *testPoints, __global const int *testLabels, __global const float *testValues, __global const uint *orders,
            __global const int *shuffles, int orderStride, __global const uint *seeds, __global int *lastAlive, int groups, int shares, int epochs,
            int step, uint firstEpoch, int update, __global Progress *progress, __global float4 *partial, __global const Optimizer *optimizers,
            __global const float2 *corrections, float lossLimit, __global float4 *figures, __global int *rows, volatile __global Meeting *meetings,
            Scratch groupMemory)
{
    const int lane = LANE;
    const int group = get_group_id(0);
    const int place = group / groups;
    const int own = group % groups * shares / groups;
    const int slot = slots[place].x;
    const Split split = splitOf(place, plans, modelStride, workerStride, slots, models, workers, shares, epochs, update, lossLimit,
                                optimizers, corrections, partial, progress, figures, rows);
    const __global Plan *plan = split.plan;
    Worker worker;
    setUp(&worker, plan, split.model, workers + (place * shares + own) * workerStride, groupMemory, trainPoints, trainLabels, trainValues,
          lastAlive + (size_t)slot * plan->hiddenUnits);
    const Targets testTargets = {testLabels, testValues, plan->testStride};
    Draws draws = noDraws();
    draws.seed = seeds[slot];
    draws.epoch = firstEpoch;
    draws.hiddenUnits = plan->hiddenUnits;
    FILL_TABLE(plan, worker.tiles)
    orders += (size_t)shuffles[slot] * epochs * orderStride;
#ifdef SHARES_MEET
    meetings += place * shares;
    const int phases = update ? 2 * epochs * batchesOf(plan, update) : 1;
    int phase = 2 * step;
    // Turns that are about as long as some milliseconds and a few shares: who has waited for longer leaves the core to those whose work it
    // waits for. Those who have begun something stay, and go on with all others.
#ifdef IMPATIENT
    const long patience = 0;
#else
    const long patience = (1 << 22) + (long)plan->parameters * batchOf(plan, update, 0).count / shares;
#endif
    do {
        for (long turn = 0; meetings->phase < phase; ++turn) {
            if (turn > patience)
                return;
        }
        phase = atomic_add(&meetings->phase, 0);
        mem_fence(CLK_GLOBAL_MEM_FENCE);
        if (phase >= phases || split.progress->stopped)
            return;
        const Batch batch = batchOf(plan, update, phase / 2);
        const int isOfShares = phase % 2 == 0;
        for (int i = 0; i < shares; ++i) {
            const int part = (own + i) % shares;
            if (atomic_cmpxchg(&meetings[part].begun, phase, phase + 1) != phase)
                continue;
            if (isOfShares)
                workOnShare(lane, &worker, &split, part, batch, orders, orderStride, draws, testPoints, testTargets);
            else
                workOnSlice(lane, &split, sliceOf(plan, part, shares), batch, *split.progress);
            mem_fence(CLK_GLOBAL_MEM_FENCE);
            if (atomic_inc(&meetings->done) + 1 < shares)
                continue;
            mem_fence(CLK_GLOBAL_MEM_FENCE);
            if (isOfShares)
                endShares(lane, &split, batch, groupMemory);
            meetings->done = 0;
            mem_fence(CLK_GLOBAL_MEM_FENCE);
            atomic_inc(&meetings->phase);
        }
        ++phase;
    } while (phase < phases);
#else
    workOnShare(lane, &worker, &split, own, batchOf(plan, update, step), orders, orderStride, draws, testPoints, testTargets);
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
    const Split split = splitOf(get_group_id(0), plans, modelStride, workerStride, slots, models, workers, shares, epochs, update, lossLimit,
                                optimizers, corrections, partial, progress, figures, rows);
    const Batch batch = batchOf(split.plan, update, step);
    const Slice all = {0, split.plan->parameters};
    workOnSlice(lane, &split, all, batch, endShares(lane, &split, batch, groupMemory));
}
#endif
