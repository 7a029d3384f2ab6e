// Training: tiles of a batch forward and back, and one work-group that trains one model for many epochs in one launch: no launch and no
// synchronisation on the way, and a cohort fills the cores. All of a group's work-items go the same way here: what they decide by is the
// same for all of them.

// What a work-group has at hand.
typedef struct {
    const __global Plan *plan;
    Memory model;    // parameters, moments, transposed weights
    Memory gradient; // of this worker
    Tiles tiles;
    Scratch scratch;
    Constants points; // of the training set
    Targets targets;
    __global int *lastAlive;
} Worker;

// A work-group's own memory beside the model that it trains on these points.
INLINE void setUp(Worker *worker, const __global Plan *plan, Memory model, Memory own, Scratch groupMemory, Constants points,
                  __global const int *labels, Constants values, __global int *lastAlive)
{
    worker->plan = plan;
    worker->model = model;
    worker->gradient = own;
    worker->tiles = TILES_OF(plan, own, groupMemory);
    worker->scratch = groupMemory;
    worker->points = points;
    worker->targets.labels = labels;
    worker->targets.values = values;
    worker->targets.stride = plan->trainStride;
    worker->lastAlive = lastAlive;
}

// Sums of the losses and of the hits, over the lanes of a vector and over the work-items.
INLINE float2 sumsOf(const Figures *figures, Scratch scratch)
{
    const float loss = sumOfGroup(scratch, SUM_OF_REAL(figures->loss));
    const float hits = sumOfGroup(scratch, SUM_OF_REAL(figures->correct));
    return (float2)(loss, hits);
}

// Forward, loss and back for samples first … first + count - 1 of the training set, or for those that order[first] … says. `batch` is
// the number of samples that the loss is a mean of. Adds to the gradient and returns the sums of the losses and of the hits.
WITH_BARRIERS float2 trainSamples(const Worker *worker, __global const uint *order, int shuffles, int first, int count, int batch, Draws draws,
                               int update)
{
    const __global Plan *plan = worker->plan;
    const Tiles tiles = worker->tiles;
    const Constants table = TABLE_OF(plan, tiles);
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    const real share = (real)(1.0f / (float)batch);
    Figures figures = {(real)(0.0f), (real)(0.0f), (real)(0.0f)};
    draws.isOrdered = shuffles;
    int start = first;
    do {
        const int inTile = min(plan->tileRows, first + count - start);
        const int rows = roundUp(inTile, ROW_STEP);
        const TileValues x = takePoints(LANE, plan, tiles, worker->points, order, shuffles, start, inTile, rows);
        TileTargets targets;
        takeTargets(LANE, plan, tiles, worker->targets, order, shuffles, start, inTile, rows, &targets);
        SYNC()
        draws.firstSample = start;
        draws.order = order + start;
        forwardTile(TRAINING, table, plan, worker->model, tiles, x, rows, draws);
        lossOfTile(TRAINING, LANE, table, outputs, inTile, rows, targets, share, tiles + plan->logits, &figures);
        SYNC()
        if (update && plan->tracksUnits)
            noteAlive(LANE, plan, tiles, inTile, draws.epoch, worker->lastAlive);
        SYNC()
        backwardTile(update, plan, worker->model, worker->gradient, tiles, x, rows, worker->scratch);
        start += plan->tileRows;
    } while (start < first + count);
    clearPaddingGradient(&plan->layers[plan->hiddenLayers], worker->gradient);
    return sumsOf(&figures, worker->scratch);
}

// Sums of the losses and of the hits of test samples first … first + count - 1 (first is a multiple of REAL_WIDTH).
WITH_BARRIERS float2 testSamples(const Worker *worker, Constants points, Targets targets, int first, int count)
{
    const __global Plan *plan = worker->plan;
    const Tiles tiles = worker->tiles;
    const Constants table = TABLE_OF(plan, tiles);
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    Figures figures = {(real)(0.0f), (real)(0.0f), (real)(0.0f)};
    int start = first;
    do {
        const int inTile = min(plan->tileRows, first + count - start);
        const int rows = roundUp(inTile, ROW_STEP);
        const TileValues x = takePoints(LANE, plan, tiles, points, 0, 0, start, inTile, rows);
        TileTargets wanted;
        takeTargets(LANE, plan, tiles, targets, 0, 0, start, inTile, rows, &wanted);
        SYNC()
        forwardTile(EVALUATION, table, plan, worker->model, tiles, x, rows, noDraws());
        lossOfTile(EVALUATION, LANE, table, outputs, inTile, rows, wanted, (real)(0.0f), tiles + plan->logits, &figures);
        SYNC()
        start += plan->tileRows;
    } while (start < first + count);
    return sumsOf(&figures, worker->scratch);
}

// Without `update` all samples are one batch.
INLINE int batchesOf(const __global Plan *plan, int update)
{
    return update ? (plan->trainCount + plan->batchSize - 1) / plan->batchSize : 1;
}

// Where share `share` of `shares` begins in `count` samples: at a multiple of what vectors are aligned to, small enough that shares are
// equally long.
INLINE int shareStart(int count, int share, int shares)
{
    const int step = min(TILE, 32);
    const int steps = (count + step - 1) / step;
    return min(count, (steps * share + shares - 1) / shares * step);
}

// The gradients of a batch's shares, each `stride` from the next. All are clear before a launch's first step, and after each.
typedef struct {
    Memory first;
    ulong stride;
    int shares;
} Gradients;

INLINE void clearGradient(int lane, Range slice, Memory gradient)
{
    for (int i = slice.first + OWN_FIRST; i < slice.last; i += OWN_STEP)
        storeVector(gradient + i, (vec)(0.0f));
}

// A slice of the first gradient becomes the sum of all: in pairs, and pairs of those, and so on. The others are cleared.
INLINE void addGradients(int lane, Range slice, Gradients gradients)
{
    for (int span = 1; span < gradients.shares; span *= 2) {
        for (int share = 0; share + span < gradients.shares; share += 2 * span) {
            const Memory sum = gradients.first + share * gradients.stride;
            const Memory other = sum + span * gradients.stride;
            for (int i = slice.first + OWN_FIRST; i < slice.last; i += OWN_STEP) {
                storeVector(sum + i, loadVector(sum + i) + loadVector(other + i));
                storeVector(other + i, (vec)(0.0f));
            }
        }
    }
}

// The gradient of a slice: what the shares have, and the penalty.
INLINE void gatherGradient(int lane, const __global Plan *plan, Range slice, Constants model, Gradients gradients,
                           __global const Optimizer *optimizer)
{
    addGradients(lane, slice, gradients);
    if (optimizer->l1 > 0.0f)
        addSignPenalty(lane, plan, slice, model, gradients.first, optimizer->l1);
}

INLINE int clipsGradient(const int takesStep, __global const Optimizer *optimizer)
{
    return takesStep && optimizer->clipNorm > 0.0f;
}

// What a step multiplies the gradient by. Where that depends on the norm, the whole gradient is gathered here.
INLINE float gradientScale(int lane, const int takesStep, const __global Plan *plan, Constants model, Gradients gradients,
                           __global const Optimizer *optimizer, Scratch scratch)
{
    const int clips = clipsGradient(takesStep, optimizer);
    const Range all = wholeOf(clips ? plan->parameters : 0);
    SYNC() // other work-items have written to these gradients
    gatherGradient(lane, plan, all, model, gradients, optimizer);
    SYNC()
    const float norm = sqrt(sumOfGroup(scratch, clips ? sumOfSquares(lane, plan, gradients.first) : 0.0f));
    return clips ? clippingScale(norm, optimizer->clipNorm) : 1.0f;
}

// The step of parameters `first` … `last` - 1, piece by piece so that what one pass has read is still in the cache for the next. Nothing without
// `takesStep`.
WITH_BARRIERS void takeStep(int lane, const int takesStep, const __global Plan *plan, int first, int last, Memory model, Gradients gradients,
                            __global const Optimizer *optimizer, __global const float2 *corrections, float scale)
{
    const int pieceFloats = 1024;
    const int clips = clipsGradient(takesStep, optimizer);
    const Range slice = {first, last};
    for (int place = first; takesStep && place < last; place += pieceFloats) {
        const Range piece = {place, min(place + pieceFloats, last)};
        if (!clips)
            gatherGradient(lane, plan, piece, model, gradients, optimizer);
        optimize(lane, plan, piece, model, gradients.first, optimizer, scale, *corrections);
    }
    SYNC()
    if (takesStep)
        transposeWeights(lane, plan, slice, model);
    SYNC()
}

// trainSamples() for a whole batch, share after share: the same sums as where work-groups share it (network_split.cl), so that a model
// becomes what it does alone, whoever trains beside it.
INLINE float2 trainBatch(int lane, const Worker *worker, Gradients gradients, __global const uint *order, int shuffles, int first, int count,
                         Draws draws, int update)
{
    Worker own = *worker;
    float2 sums = (float2)(0.0f);
    int share = 0;
    do {
        const int start = shareStart(count, share, gradients.shares);
        const int samples = shareStart(count, share + 1, gradients.shares) - start;
        sums += trainSamples(&own, order, shuffles, first + start, samples, count, draws, update);
        own.gradient += gradients.stride;
        ++share;
    } while (share < gradients.shares);
    return sums;
}

// testSamples() for all of them, share after share.
INLINE float2 testAll(const Worker *worker, int shares, Constants points, Targets targets)
{
    const int count = worker->plan->testCount;
    float2 sums = (float2)(0.0f);
    int share = 0;
    do {
        const int start = shareStart(count, share, shares);
        sums += testSamples(worker, points, targets, start, shareStart(count, share + 1, shares) - start);
        ++share;
    } while (share < shares);
    return sums;
}

// What is recorded of an epoch that ends with a batch which diverged: that batch's mean loss, and hits in the same proportion.
INLINE float2 figuresOfDiverged(const __global Plan *plan, float2 sums, int count)
{
    return (float2)(sums.x / (float)count, sums.y * ((float)plan->trainCount / (float)count));
}

// One epoch of training, batch after batch; returns mean loss and hits. Ends with the first batch whose mean loss is beyond `lossLimit`
// or NaN. Without `update` it only measures, all samples as one batch in their own order.
INLINE float2 trainEpoch(int lane, const Worker *worker, Gradients gradients, __global const uint *order, Draws draws,
                         __global const Optimizer *optimizer, __global const float2 *corrections, float lossLimit, int update)
{
    const __global Plan *plan = worker->plan;
    const int batchSize = update ? plan->batchSize : plan->trainCount;
    const int shuffles = update ? plan->shuffles : 0;
    float2 total = (float2)(0.0f);
    float2 diverged = (float2)(0.0f);
    float lost = 0.0f;
    int goesOn = 1;
    int first = 0;
    do {
        const int count = min(batchSize, plan->trainCount - first);
        const float2 sums = trainBatch(lane, worker, gradients, order, shuffles, first, count, draws, update);
        goesOn = sums.x / (float)count <= lossLimit;
        const int takesStep = goesOn && update;
        const float scale = gradientScale(lane, takesStep, plan, worker->model, gradients, optimizer, worker->scratch);
        takeStep(lane, takesStep, plan, 0, plan->parameters, worker->model, gradients, optimizer, corrections++, scale);
        diverged = figuresOfDiverged(plan, sums, count);
        const float add = sums.x - lost;
        const float sum = total.x + add;
        lost = (sum - total.x) - add;
        total = (float2)(sum, total.y + sums.y);
        first += batchSize;
    } while (goesOn & (first < plan->trainCount));
    return goesOn ? (float2)(total.x / (float)plan->trainCount, total.y) : diverged;
}

// Trains model slots[firstSlot + group].x, whose plan is plans[slots[firstSlot + group].y], for `epochs` epochs from `firstEpoch` on, with
// the memory of workers group * shares and on; then others of the `slotCount`, as NEXT_SLOT says. figures[model][epoch] = (train loss, hits, test loss,
// hits); rows[model] = epochs recorded, fewer than `epochs` when a training loss went beyond `lossLimit` or became NaN.
// orders[shuffle of the model][epoch][orderStride] says how samples come; corrections[schedule][step] as in optimizer.cl.
// Without `update` it only measures, in one pass over all samples. `groupMemory`: as TILES_OF() and sumOfGroup() need it.
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
trainNetworks(const __global Plan *plans, ulong modelStride, ulong workerStride, __global const int2 *slots, int firstSlot, int slotCount,
              int shares, volatile __global int *taken, __global float *models, __global float *workers, __global const float *trainPoints,
              __global const int *trainLabels, __global const float *trainValues, __global const float *testPoints,
              __global const int *testLabels, __global const float *testValues, __global const uint *orders, __global const int *shuffles,
              int orderStride, __global const Optimizer *optimizers, __global const float2 *corrections, __global const uint *seeds,
              __global int *lastAlive, float lossLimit, uint firstEpoch, int epochs, int update, __global float4 *figures,
              __global int *rows, Scratch groupMemory)
{
    const int lane = LANE;
    int place = firstSlot + (int)get_group_id(0);
    do {
        const int slot = slots[place].x;
        const __global Plan *plan = plans + slots[place].y;
        Worker worker;
        setUp(&worker, plan, models + slot * modelStride, workers + get_group_id(0) * shares * workerStride, groupMemory, trainPoints,
              trainLabels, trainValues, lastAlive + (size_t)slot * plan->hiddenUnits);
        const Targets testTargets = {testLabels, testValues, plan->testStride};
        const int batches = batchesOf(plan, 1);
        Draws draws = noDraws();
        draws.seed = seeds[slot];
        draws.epoch = firstEpoch;
        draws.hiddenUnits = plan->hiddenUnits;
        FILL_TABLE(plan, worker.tiles)
        const Gradients gradients = {worker.gradient, workerStride, shares};
        for (int share = 0; share < shares; ++share)
            clearGradient(lane, wholeOf(plan->parameters), worker.gradient + share * workerStride);
        SYNC()
        __global const float2 *ownCorrections = corrections + (size_t)optimizers[slot].schedule * epochs * batches;
        __global const uint *ownOrders = orders + (size_t)shuffles[slot] * epochs * orderStride;
        int epoch = 0;
        int goesOn = 1;
        do {
            const float2 test = testAll(&worker, shares, testPoints, testTargets);
            const float2 train = trainEpoch(lane, &worker, gradients, ownOrders + (size_t)epoch * orderStride, draws,
                                            optimizers + slot, ownCorrections + (size_t)epoch * batches, lossLimit, update);
            if (LANE == 0)
                figures[slot * epochs + epoch] = (float4)(train, test.x / (float)plan->testCount, test.y);
            goesOn = train.x <= lossLimit;
            ++epoch;
            ++draws.epoch;
        } while (goesOn & (epoch < epochs));
        if (LANE == 0)
            rows[slot] = epoch;
        place = NEXT_SLOT(taken);
    } while (place < slotCount);
}
