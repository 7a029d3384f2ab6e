// One model on several work-groups, where a step is long enough for it. A step has two phases: first each works on shares of the batch, then
// on slices of the parameters, for which it adds the shares' gradients up and takes the step. Where a batch is too small for shares, or layers
// are large, they work on some units of each layer instead, in more phases (network_units.cl). How they meet: network_meeting.cl.

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

// What the work-groups of a model have in common. partial[share] = (loss, hits, test loss, test hits) of the step, sums over its samples;
// corrections as in optimizer.cl, figures[epoch] and *rows as in trainNetworks().
typedef struct {
    const __global Plan *plan;
    Memory model;
    Gradients gradients;
    int parts; // of a phase
    int update;
    float lossLimit;
    __global const Optimizer *optimizer;
    __global const float2 *corrections;
    __global float4 *partial;
    __global Progress *progress;
    __global float4 *figures;
    __global int *rows;
    __global const uint *orders; // [epoch][orderStride]
    int orderStride;
    Draws draws; // of the first epoch, of no tile
    Constants testPoints;
    Targets testTargets;
} Split;

// The batch of a step: samples first … first + count - 1 of the epoch.
typedef struct {
    int step;
    int epoch;
    int first;
    int count;
} Batch;

// Whether there are more parts than shares of a batch.
INLINE int sharesUnits(const Split *split)
{
    return split->parts > split->gradients.shares;
}

INLINE Batch batchOf(const __global Plan *plan, int update, int step)
{
    const int size = update ? plan->batchSize : plan->trainCount;
    const int batches = batchesOf(plan, update);
    const int first = step % batches * size;
    const Batch batch = {step, step / batches, first, min(size, plan->trainCount - first)};
    return batch;
}

// Model slots[place], whose shares have the memory of workers place * shares and on, but for what only trainShares() needs. (Not the value of
// the function: see takeTargets().)
INLINE void setUpSplit(Split *split, int place, const __global Plan *plans, ulong modelStride, ulong workerStride, __global const int2 *slots,
                       __global float *models, __global float *workers, int shares, int epochs, int update, float lossLimit,
                       __global const Optimizer *optimizers, __global const float2 *corrections, __global float4 *partial,
                       __global Progress *progress, __global float4 *figures, __global int *rows)
{
    const int slot = slots[place].x;
    const __global Plan *plan = plans + slots[place].y;
    const size_t steps = (size_t)epochs * batchesOf(plan, 1);
    split->plan = plan;
    split->model = models + slot * modelStride;
    split->gradients.first = workers + place * shares * workerStride;
    split->gradients.stride = workerStride;
    split->gradients.shares = shares;
    split->update = update;
    split->lossLimit = lossLimit;
    split->optimizer = optimizers + slot;
    split->corrections = corrections + optimizers[slot].schedule * steps;
    split->partial = partial + place * shares;
    split->progress = progress + slot;
    split->figures = figures + slot * epochs;
    split->rows = rows + slot;
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
INLINE void workOnSlice(int lane, const Split *split, Range slice, Batch batch, Progress now)
{
    takeStep(lane, !now.stopped && split->update, split->plan, slice.first, slice.last, split->model, split->gradients, split->optimizer,
             split->corrections + batch.step, now.scale);
}

// A share of a batch: its gradient and its figures. The test set is gone through with an epoch's first batch.
INLINE void workOnShare(int lane, Worker *worker, const Split *split, int share, Batch batch)
{
    const __global Plan *plan = split->plan;
    const int stopped = split->progress->stopped;
    const int shares = split->gradients.shares;
    worker->gradient = split->gradients.first + share * split->gradients.stride;
    clearGradient(lane, wholeOf(batch.step == 0 ? plan->parameters : 0), worker->gradient);
    SYNC()
    Draws draws = split->draws;
    draws.epoch += batch.epoch;
    const int testStart = shareStart(plan->testCount, share, shares);
    const int testCount = stopped || batch.first > 0 ? 0 : shareStart(plan->testCount, share + 1, shares) - testStart;
    const float2 test = testSamples(worker, split->testPoints, split->testTargets, testStart, testCount);
    const int start = shareStart(batch.count, share, shares);
    const int count = stopped ? 0 : shareStart(batch.count, share + 1, shares) - start;
    const float2 train = trainSamples(worker, split->orders + (size_t)batch.epoch * split->orderStride, split->update ? plan->shuffles : 0,
                                      batch.first + start, count, batch.count, draws, split->update);
    if (LANE == 0 && !stopped)
        split->partial[share] = (float4)(train, test);
}
