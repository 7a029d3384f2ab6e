// One model on several work-groups, where a step is long enough for it: each works on a share of the batch, then one work-group adds the
// gradients up and takes the step: the last to be done with its share (LAST_SHARE_TAKES_STEP), or one of a second launch. Work-groups never
// wait for one another within a launch.

// How far a model is: sums over the epoch so far, and whether it has diverged.
typedef struct {
    float trainLoss;
    float lost; // what adding to it rounded away
    float trainHits;
    float testLoss;
    float testHits;
    int stopped;
} Progress;

// Where share `share` of `shares` begins in `count` samples: at a multiple of what vectors are aligned to, small enough that shares are
// equally long. The first may be a little longer: its core is awake.
INLINE int shareStart(int count, int share, int shares)
{
    const int step = min(TILE, 32);
    const int steps = (count + step - 1) / step;
    return min(count, (steps * share + shares - 1) / shares * step);
}

// The step of a model from the gradients of its shares, which are added in their order: `gradient` is the first of them, partial[share] =
// (loss, hits, test loss, test hits). figures[epoch] and *rows as in trainNetworks().
INLINE void takeStep(int lane, const __global Plan *plan, Memory model, Memory gradient, ulong workerStride,
                     __global const Optimizer *optimizer, __global const float2 *corrections, float lossLimit, int shares, int epoch, int first,
                     int batch, int update, __global const float4 *partial, __global Progress *progress, __global float4 *figures,
                     __global int *rows, Scratch groupMemory)
{
    Progress now = *progress;
    const int stopped = now.stopped;
    SYNC() // every work-item has read it
    if (first == 0)
        now.trainLoss = now.lost = now.trainHits = now.testLoss = now.testHits = 0.0f;
    float4 sums = (float4)(0.0f);
    for (int share = 0; share < shares; ++share)
        sums += partial[share];
    const float batchLoss = sums.x / (float)batch;
    const int diverged = !(batchLoss <= lossLimit);
    const float add = sums.x - now.lost;
    const float total = now.trainLoss + add;
    now.lost = (total - now.trainLoss) - add;
    now.trainLoss = total;
    now.trainHits += sums.y;
    now.testLoss += sums.z;
    now.testHits += sums.w;
    now.stopped = diverged;
    if (LANE == 0 && !stopped) {
        *progress = now;
        if (diverged || first + batch >= plan->trainCount) {
            const float trainLoss = diverged ? batchLoss : now.trainLoss / (float)plan->trainCount;
            figures[epoch] = (float4)(trainLoss, now.trainHits, now.testLoss / (float)plan->testCount, now.testHits);
            *rows = epoch + 1;
        }
    }
    const int takesStep = !stopped && !diverged && update;
    for (int i = OWN_FIRST; takesStep && i < plan->parameters; i += OWN_STEP) {
        vec sum = loadVector(gradient + i);
        for (int share = 1; share < shares; ++share)
            sum += loadVector(gradient + share * workerStride + i);
        storeVector(gradient + i, sum);
    }
    const int batches = (plan->trainCount + plan->batchSize - 1) / plan->batchSize;
    finishBatch(takesStep, plan, model, gradient, optimizer, corrections + (size_t)epoch * batches + first / plan->batchSize, groupMemory);
}

// Where the corrections of a model's steps begin; corrections[schedule][step of `epochs`] as in optimizer.cl.
INLINE size_t firstCorrection(const __global Plan *plan, __global const Optimizer *optimizer, int epochs)
{
    return (size_t)optimizer->schedule * epochs * ((plan->trainCount + plan->batchSize - 1) / plan->batchSize);
}

// Work-group g: share g % shares of the batch from `first` on of model slots[g / shares]; partial[g] = (loss, hits, test loss, test hits),
// sums over its samples. The test set is gone through with an epoch's first batch. Where the last share takes the step, arrived[slot] are the
// shares that are done; it is 0 between launches.
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
trainShares(const __global Plan *plans, ulong modelStride, ulong workerStride, __global const int2 *slots, __global float *models,
            __global float *workers, __global const float *trainPoints, __global const int *trainLabels,
            __global const float *trainValues, __global const float *testPoints, __global const int *testLabels,
            __global const float *testValues, __global const uint *orders, __global const int *shuffles, int orderStride,
            __global const uint *seeds, __global int *lastAlive, int shares, int epochs, int epoch, uint firstEpoch, int first, int batch,
            int update, __global Progress *progress, __global float4 *partial, __global const Optimizer *optimizers,
            __global const float2 *corrections, float lossLimit, __global float4 *figures, __global int *rows, volatile __global int *arrived,
            Scratch groupMemory)
{
    const int lane = LANE;
    const int group = get_group_id(0);
    const int share = group % shares;
    const int slot = slots[group / shares].x;
    const __global Plan *plan = plans + slots[group / shares].y;
    const int stopped = progress[slot].stopped;
    Worker worker;
    setUp(&worker, plan, models + slot * modelStride, workers + group * workerStride, groupMemory, trainPoints, trainLabels,
          trainValues, lastAlive + (size_t)slot * plan->hiddenUnits);
    const Targets testTargets = {testLabels, testValues, plan->testStride};
    Draws draws = noDraws();
    draws.seed = seeds[slot];
    draws.epoch = firstEpoch + epoch;
    draws.hiddenUnits = plan->hiddenUnits;
    FILL_TABLE(plan, worker.tiles)
    for (int i = OWN_FIRST; i < plan->parameters; i += OWN_STEP)
        storeVector(worker.gradient + i, (vec)(0.0f));
    SYNC()
    const int testStart = shareStart(plan->testCount, share, shares);
    const int testCount = stopped || first > 0 ? 0 : shareStart(plan->testCount, share + 1, shares) - testStart;
    const float2 test = testSamples(&worker, testPoints, testTargets, testStart, testCount);
    orders += ((size_t)shuffles[slot] * epochs + epoch) * orderStride;
    const int start = shareStart(batch, share, shares);
    const int count = stopped ? 0 : shareStart(batch, share + 1, shares) - start;
    const float2 train = trainSamples(&worker, orders, update ? plan->shuffles : 0, first + start, count, batch, draws, update);
    if (LANE == 0 && !stopped)
        partial[group] = (float4)(train, test);
#ifdef LAST_SHARE_TAKES_STEP
    mem_fence(CLK_GLOBAL_MEM_FENCE); // what this share has written comes before the count, what others have written after it
    const int isLast = atomic_inc(arrived + slot) == shares - 1;
    mem_fence(CLK_GLOBAL_MEM_FENCE);
    if (isLast) {
        arrived[slot] = 0;
        const int firstGroup = group - share;
        takeStep(lane, plan, worker.model, workers + firstGroup * workerStride, workerStride, optimizers + slot,
                 corrections + firstCorrection(plan, optimizers + slot, epochs), lossLimit, shares, epoch, first, batch, update,
                 partial + firstGroup, progress + slot, figures + slot * epochs, rows + slot, groupMemory);
    }
#endif
}

#ifndef LAST_SHARE_TAKES_STEP
// Work-group m, after trainShares(): the step of model slots[m].
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
finishStep(const __global Plan *plans, ulong modelStride, ulong workerStride, __global const int2 *slots, __global float *models,
           __global float *workers, __global const Optimizer *optimizers, __global const float2 *corrections, float lossLimit, int shares,
           int epochs, int epoch, int first, int batch, int update, __global const float4 *partial, __global Progress *progress,
           __global float4 *figures, __global int *rows, Scratch groupMemory)
{
    const int lane = LANE;
    const int firstGroup = get_group_id(0) * shares;
    const int slot = slots[get_group_id(0)].x;
    const __global Plan *plan = plans + slots[get_group_id(0)].y;
    takeStep(lane, plan, models + slot * modelStride, workers + firstGroup * workerStride, workerStride, optimizers + slot,
             corrections + firstCorrection(plan, optimizers + slot, epochs), lossLimit, shares, epoch, first, batch, update,
             partial + firstGroup, progress + slot, figures + slot * epochs, rows + slot, groupMemory);
}
#endif
