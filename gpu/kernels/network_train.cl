// Training: tiles of a batch forward and back, and one work-group that trains one model for many epochs in one launch: no launch and no
// synchronisation on the way, and a cohort fills the cores.

// What a work-group has at hand.
typedef struct {
    const __global Plan *plan;
    Memory model;    // parameters, moments, transposed weights
    Memory gradient; // of this worker
    Memory tiles;
    Constants points; // of the training set
    Targets targets;
    __global int *lastAlive;
} Worker;

INLINE Targets targetsFrom(Targets targets, int start)
{
    targets.labels += start;
    targets.values += start;
    return targets;
}

// Collects `count` points of a tile, and what they should be, from the places that `order` says; rows up to `rows` are 0.
NOT_INLINE void gatherTile(const __global Plan *plan, Memory tiles, Constants points, Targets targets, __global const uint *order,
                           int count, int rows)
{
    const int stride = plan->inputStride;
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    __global int *labels = (__global int *)(tiles + plan->gatheredLabels);
    for (int row = 0; row < rows; ++row) {
        const Memory to = tiles + plan->gathered + row * stride;
        if (row >= count) {
            for (int i = 0; i < stride; ++i)
                to[i] = 0.0f;
            continue;
        }
        const uint sample = order[row];
        const Constants from = points + (size_t)sample * stride;
        for (int i = 0; i < stride; ++i)
            to[i] = from[i];
#if LOSS == SQUARED_ERROR_OF_VALUES
        for (int output = 0; output < outputs; ++output)
            tiles[plan->gatheredTargets + output * TILE + row] = targets.values[output * targets.stride + sample];
#else
        labels[row] = targets.labels[sample];
#endif
    }
}

// Forward, loss and back for samples first … first + count - 1 of the training set, or for those that order[first] … says. `batch` is
// the number of samples that the loss is a mean of. Adds to the gradient and returns the sums of the losses and of the hits.
NOT_INLINE float2 trainSamples(const Worker *worker, __global const uint *order, int shuffles, int first, int count, int batch, Draws draws,
                               int update)
{
    const __global Plan *plan = worker->plan;
    const Memory tiles = worker->tiles;
    const Constants table = tiles + plan->table;
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    const real share = (real)(1.0f / (float)batch);
    Figures figures = {(real)(0.0f), (real)(0.0f), (real)(0.0f)};
    draws.isOrdered = shuffles;
    for (int start = first; start < first + count; start += TILE) {
        const int inTile = min(TILE, first + count - start);
        const int rows = roundUp(inTile, BLOCK_ROWS);
        Constants x = worker->points + (size_t)start * plan->inputStride;
        Targets targets = targetsFrom(worker->targets, start);
        draws.firstSample = start;
        draws.order = order + start;
        if (shuffles) {
            gatherTile(plan, tiles, worker->points, worker->targets, order + start, inTile, rows);
            x = tiles + plan->gathered;
            targets.labels = (__global const int *)(tiles + plan->gatheredLabels);
            targets.values = tiles + plan->gatheredTargets;
            targets.stride = TILE;
        }
        forwardTile(TRAINING, table, plan, worker->model, tiles, x, rows, draws);
        lossOfTile(TRAINING, table, outputs, inTile, targets, share, tiles + plan->logits, &figures);
        if (!update)
            continue;
        if (plan->tracksUnits)
            noteAlive(plan, tiles, inTile, draws.epoch, worker->lastAlive);
        backwardTile(plan, worker->model, worker->gradient, tiles, x, rows);
    }
    return (float2)(SUM_OF_REAL(figures.loss), SUM_OF_REAL(figures.correct));
}

// Sums of the losses and of the hits of test samples first … first + count - 1 (first is a multiple of TILE).
NOT_INLINE float2 testSamples(const Worker *worker, Constants points, Targets targets, int first, int count)
{
    const __global Plan *plan = worker->plan;
    const Memory tiles = worker->tiles;
    const Constants table = tiles + plan->table;
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    Figures figures = {(real)(0.0f), (real)(0.0f), (real)(0.0f)};
    for (int start = first; start < first + count; start += TILE) {
        const int inTile = min(TILE, first + count - start);
        forwardTile(EVALUATION, table, plan, worker->model, tiles, points + (size_t)start * plan->inputStride, roundUp(inTile, BLOCK_ROWS),
                    noDraws());
        lossOfTile(EVALUATION, table, outputs, inTile, targetsFrom(targets, start), (real)(0.0f), tiles + plan->logits, &figures);
    }
    return (float2)(SUM_OF_REAL(figures.loss), SUM_OF_REAL(figures.correct));
}

// What a step does when the gradient of its batch is complete.
INLINE void finishBatch(const __global Plan *plan, Memory model, Memory gradient, __global const Optimizer *optimizer, float2 corrections)
{
    clearPaddingGradient(&plan->layers[plan->hiddenLayers], gradient);
    optimize(plan, model, gradient, optimizer, corrections);
    transposeWeights(plan, model);
}

// One epoch of training, batch after batch; returns mean loss and hits. Ends with the first batch whose mean loss is beyond `lossLimit`
// or NaN, and with that loss.
INLINE float2 trainEpoch(const Worker *worker, __global const uint *order, Draws draws, __global const Optimizer *optimizer,
                         __global const float2 *corrections, float lossLimit)
{
    const __global Plan *plan = worker->plan;
    const int batchSize = plan->batchSize;
    float2 total = (float2)(0.0f);
    float lost = 0.0f;
    for (int first = 0; first < plan->trainCount; first += batchSize) {
        const int count = min(batchSize, plan->trainCount - first);
        const float2 sums = trainSamples(worker, order, plan->shuffles, first, count, count, draws, 1);
        if (!(sums.x / (float)count <= lossLimit))
            return (float2)(sums.x / (float)count, sums.y);
        finishBatch(plan, worker->model, worker->gradient, optimizer, *corrections++);
        const float add = sums.x - lost;
        const float sum = total.x + add;
        lost = (sum - total.x) - add;
        total = (float2)(sum, total.y + sums.y);
    }
    return (float2)(total.x / (float)plan->trainCount, total.y);
}

// Trains model slots[group].x, whose plan is plans[slots[group].y], for `epochs` epochs from `firstEpoch` on, with the memory of worker `group`. figures[model][epoch] = (train
// loss, hits, test loss, hits); rows[model] = epochs recorded, fewer than `epochs` when a training loss went beyond `lossLimit` or
// became NaN. orders[shuffle of the model][epoch][orderStride] says how samples come; corrections[schedule][step] as in optimizer.cl.
// Without `update` it only measures, in one pass over all samples.
__kernel __attribute__((reqd_work_group_size(1, 1, 1))) void
trainNetworks(const __global Plan *plans, ulong modelStride, ulong workerStride, __global const int2 *slots, int firstSlot,
              __global float *models, __global float *workers, __global const float *trainPoints, __global const int *trainLabels,
              __global const float *trainValues, __global const float *testPoints, __global const int *testLabels,
              __global const float *testValues, __global const uint *orders, __global const int *shuffles, int orderStride,
              __global const Optimizer *optimizers, __global const float2 *corrections, __global const uint *seeds,
              __global int *lastAlive, float lossLimit, uint firstEpoch, int epochs, int update, __global float4 *figures,
              __global int *rows)
{
    const int slot = slots[firstSlot + get_group_id(0)].x;
    const __global Plan *plan = plans + slots[firstSlot + get_group_id(0)].y;
    Worker worker;
    worker.plan = plan;
    worker.model = models + slot * modelStride;
    worker.gradient = workers + get_group_id(0) * workerStride;
    worker.tiles = worker.gradient + plan->tiles;
    worker.points = trainPoints;
    worker.targets.labels = trainLabels;
    worker.targets.values = trainValues;
    worker.targets.stride = plan->trainStride;
    worker.lastAlive = lastAlive + (size_t)slot * plan->hiddenUnits;
    const Targets testTargets = {testLabels, testValues, plan->testStride};
    const int batches = (plan->trainCount + plan->batchSize - 1) / plan->batchSize;
    Draws draws = noDraws();
    draws.seed = seeds[slot];
    draws.epoch = firstEpoch;
    draws.hiddenUnits = plan->hiddenUnits;
    fillTable(worker.tiles + plan->table);
    for (int i = 0; i < plan->parameters; i += VEC)
        storeVector(worker.gradient + i, (vec)(0.0f));
    corrections += (size_t)optimizers[slot].schedule * epochs * batches;
    orders += (size_t)shuffles[slot] * epochs * orderStride;
    int epoch = 0;
    for (; epoch < epochs; ++epoch, ++draws.epoch) {
        const float2 test = testSamples(&worker, testPoints, testTargets, 0, plan->testCount);
        float2 train;
        if (update) {
            train = trainEpoch(&worker, orders + (size_t)epoch * orderStride, draws, optimizers + slot, corrections + (size_t)epoch * batches,
                               lossLimit);
        } else {
            train = trainSamples(&worker, orders, 0, 0, plan->trainCount, plan->trainCount, draws, 0);
            train.x /= (float)plan->trainCount;
        }
        figures[slot * epochs + epoch] = (float4)(train, test.x / (float)plan->testCount, test.y);
        if (!(train.x <= lossLimit)) {
            ++epoch;
            break;
        }
    }
    rows[slot] = epoch;
}
