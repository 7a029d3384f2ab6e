// DIVISION_WHOLE: one work-group trains one model for many epochs in one launch: no launch and no synchronisation on the way, and a cohort fills the
// cores. A batch is gone through shard after shard: the same sums as where work-groups divide it (divided_batch.cl), so that a model becomes what it does
// alone, whoever trains beside it.
//
// Layout: worker g * shards + s has the gradient of shard s of work-group g; the first one's tiles are used.
// Needs: worker, step, and the mapping's trainSamples(), testSamples() and stepOfBlock().

// trainSamples() for a whole batch, shard after shard. `holdsBlock`: whether the last one keeps what stepOfBlock() takes.
INLINE float2 trainBatch(const Worker *worker, Gradients gradients, __global const uint *order, int shuffles, int first, int count, Draws draws,
                         int update, int holdsBlock)
{
    Worker own = *worker;
    float2 sums = (float2)(0.0f);
    int shard = 0;
    do {
        const int start = shardStart(worker->plan, count, shard, gradients.shards);
        const int samples = shardStart(worker->plan, count, shard + 1, gradients.shards) - start;
        own.holdsBlock = holdsBlock && samples > 0 && start + samples == count;
        sums += trainSamples(&own, order, shuffles, first + start, samples, count, draws, update);
        own.gradient += worker->plan->addsOnce ? 0 : gradients.stride;
        ++shard;
    } while (shard < gradients.shards);
    return sums;
}

// testSamples() for all of them, shard after shard. After that the worker has its weights, and keeps them: a step is taken where they lie.
INLINE float2 testAll(Worker *worker, int shards)
{
    const int count = worker->plan->test.count;
    float2 sums = (float2)(0.0f);
    int shard = 0;
    do {
        const int start = shardStart(worker->plan, count, shard, shards);
        sums += testSamples(worker, start, shardStart(worker->plan, count, shard + 1, shards) - start);
        worker->hasWeights = 1;
        ++shard;
    } while (shard < shards);
    return sums;
}

// One epoch of training, batch after batch; returns the mean loss and how many are told right. Ends with the first batch whose mean loss is beyond
// `lossLimit` or NaN. Without `update` it only measures, all samples as one batch in their own order.
INLINE float2 trainEpoch(int lane, const Worker *worker, Gradients gradients, __global const uint *order, Draws draws,
                         __global const Optimizer *optimizer, __global const float2 *corrections, float lossLimit, int update,
                         __global Progress *progress, __global Figures *rows, int parts)
{
    const __global Plan *plan = worker->plan;
    const int batchSize = update ? plan->batchSize : plan->train.count;
    const int shuffles = update ? plan->shuffles : 0;
    const Gradients sum = {gradients.first, gradients.stride, plan->addsOnce ? 1 : gradients.shards};
    const int batches = batchesOf(plan, update);
    const int holdsBlock = update && HOLDS_BLOCK(plan) && !(optimizer->clipNorm > 0.0f); // a norm is of what lies together
    float loss = 0.0f;
    float lost = 0.0f;
    float correct = 0.0f;
    float2 diverged = (float2)(0.0f);
    int goesOn = 1;
    int first = 0;
    do {
        const int count = min(batchSize, plan->train.count - first);
        const float2 sums = trainBatch(worker, gradients, order, shuffles, first, count, draws, update, holdsBlock);
        goesOn = sums.x / (float)count <= lossLimit;
        const int takesStep = goesOn && update;
        const float scale = gradientScale(lane, takesStep, plan, worker->model, sum, optimizer, worker->scratch);
        stepOfBlock(lane, takesStep, worker, sum, gradients.shards, holdsBlock, optimizer, *corrections, scale);
        takeStep(lane, takesStep, plan, wholeOf(plan->parameters), blockApart(plan), worker->model, sum, optimizer, corrections++, scale);
        diverged = figuresOfDiverged(plan, sums, count);
        addCompensated(&loss, &lost, sums.x);
        correct += sums.y;
        if (LANE == 0) {
            endPart(rows, parts, first / batchSize, batches, loss, correct);
            ++progress->batches;
        }
        first += batchSize;
    } while (goesOn & (first < plan->train.count) & !IS_UNWANTED(progress));
    return goesOn ? (float2)(loss / (float)plan->train.count, correct) : diverged;
}

// All epochs of a launch, whose orders, corrections and figures are the model's own; returns of how many there are figures.
INLINE int trainEpochs(int lane, const Launch *launch, Worker *worker, const __global ModelEntry *entry, __global const uint *orders,
                       __global const float2 *corrections, __global Figures *figures, __global Progress *progress)
{
    const __global Plan *plan = worker->plan;
    const Gradients gradients = {worker->gradient, launch->workerStride, launch->shards};
    const int batches = batchesOf(plan, 1);
    Draws draws = {entry->drawSeed, launch->firstEpoch, plan->hiddenUnits, 0, 0, 0};
    const int parts = launch->rows - 1;
    int epoch = 0;
    int goesOn = 1;
    do {
        __global Figures *rows = figures + (size_t)epoch * launch->rows;
        const float2 test = testAll(worker, launch->shards);
        const float2 train = trainEpoch(lane, worker, gradients, orders + (size_t)epoch * launch->orderStride, draws, &entry->optimizer,
                                        corrections + (size_t)epoch * batches, launch->lossLimit, launch->update, progress, rows, parts);
        if (LANE == 0) {
            const Figures found = {train.x, train.y, test.x / (float)plan->test.count, test.y};
            rows[parts] = found;
        }
        goesOn = train.x <= launch->lossLimit;
        ++epoch;
        ++draws.epoch;
    } while (goesOn & (epoch < launch->epochs) & !IS_UNWANTED(progress));
    return epoch;
}

// Trains the model of entries[firstEntry + group] for `epochs` epochs, then others of the entries, as NEXT_ENTRY says. figures[model][epoch][rows] are its
// figures; progress[model].epochs says of how many epochs, fewer than `epochs` when a training loss went beyond `lossLimit` or became NaN.
// orders[order of the model][epoch][orderStride] says how samples come; corrections[schedule][step] as in optimizer.cl. `groupMemory`: as TILES_OF() and
// sumOfGroup() need it.
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
trainWholeModels(const Launch launch, const __global Plan *plans, const __global ModelEntry *entries, __global float *models, __global float *workers,
                 __global const float2 *corrections, __global Figures *figures, __global Progress *progress, __global const float *trainSet,
                 __global const float *testSet, __global const uint *orders, __global int *lastAlive, volatile __global int *taken,
                 Scratch groupMemory)
{
    const int lane = LANE;
    const size_t epochs = launch.epochs;
    const Memory own = workers + get_group_id(0) * launch.shards * launch.workerStride;
    int place = launch.firstEntry + (int)get_group_id(0);
    do {
        const __global ModelEntry *entry = entries + place;
        const __global Plan *plan = plans + entry->plan;
        Worker worker;
        setUpWorker(&worker, plan, models + entry->slot * launch.modelStride, own, groupMemory, trainSet, testSet,
                    lastAlive + (size_t)entry->slot * plan->hiddenUnits, progress + entry->slot);
        FILL_TABLE(plan, worker.tiles)
        for (int shard = 0; shard < launch.shards; ++shard)
            clearGradient(lane, wholeOf(plan->parameters), own + shard * launch.workerStride);
        SYNC()
        const int trained = trainEpochs(lane, &launch, &worker, entry, orders + entry->order * epochs * launch.orderStride,
                                        corrections + entry->optimizer.schedule * epochs * batchesOf(plan, 1), figures + entry->slot * epochs * launch.rows,
                                        progress + entry->slot);
        if (LANE == 0)
            progress[entry->slot].epochs = trained;
        place = NEXT_ENTRY(taken);
    } while (place < launch.entries);
}
