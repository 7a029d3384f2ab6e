// A work-group at work on one model: tiles of training samples forward and back, tiles of test samples forward. All of a group's work-items go the same
// way here: what they decide by is the same for all of them.
//
// Layout: workers[group] is a gradient (Plan::parameters floats), Figures at Plan::shardFigures and, unless they lie in local memory, the tiles.
// Needs: shared_layout, work_group, targets, random, loss, and the mapping's passes and samples.

typedef struct {
    const __global Plan *plan;
    Memory model;    // parameters, moments, transposed weights
    Memory gradient; // of this worker
    Tiles tiles;
    Scratch scratch;
    Constants points; // of the training set
    Targets targets;
    Constants testPoints;
    Targets testTargets;
    __global int *lastAlive;
} Worker;

// A work-group's memory, `own`, beside the model that it trains on these samples.
INLINE void setUpWorker(Worker *worker, const __global Plan *plan, Memory model, Memory own, Scratch groupMemory, Constants trainSet, Constants testSet,
                        __global int *lastAlive)
{
    worker->plan = plan;
    worker->model = model;
    worker->gradient = own;
    worker->tiles = TILES_OF(plan, own, groupMemory);
    worker->scratch = groupMemory;
    worker->points = pointsOf(&plan->train, trainSet);
    setUpTargets(&worker->targets, &plan->train, trainSet);
    worker->testPoints = pointsOf(&plan->test, testSet);
    setUpTargets(&worker->testTargets, &plan->test, testSet);
    worker->lastAlive = lastAlive;
}

// Values of padding lanes are f(0), not always 0, so the output layer's gradient gathers something there.
INLINE void clearPaddingGradient(const __global Layer *output, Memory gradient)
{
    for (int row = 0; row < output->outputs; ++row)
        for (int column = output->inputs; column < output->stride; ++column)
            gradient[output->weight + row * output->stride + column] = 0.0f;
}

INLINE LossSums noLoss(void)
{
    const LossSums none = {(real)(0.0f), (real)(0.0f), (real)(0.0f)};
    return none;
}

// Sums of the losses and of what is told right, over the lanes of a vector and over the work-items.
INLINE float2 totalOf(const LossSums *sums, Scratch scratch)
{
    const float loss = sumOfGroup(scratch, SUM_OF_REAL(sums->loss));
    const float correct = sumOfGroup(scratch, SUM_OF_REAL(sums->correct));
    return (float2)(loss, correct);
}

// Forward, loss and back for samples first … first + count - 1 of the training set, or for those that order[first] … says. `batch` is
// the number of samples that the loss is a mean of. Adds to the gradient and returns the sums of the losses and of what is told right.
WITH_BARRIERS float2 trainSamples(const Worker *worker, __global const uint *order, int shuffles, int first, int count, int batch, Draws draws,
                                  int update)
{
    const __global Plan *plan = worker->plan;
    const Tiles tiles = worker->tiles;
    const Constants table = TABLE_OF(plan, tiles);
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    const real weight = (real)(1.0f / (float)batch);
    LossSums sums = noLoss();
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
        lossOfTile(TRAINING, LANE, table, outputs, inTile, rows, targets, weight, tiles + plan->logits, &sums);
        SYNC()
        if (update && plan->tracksUnits)
            noteAlive(LANE, plan, tiles, inTile, draws.epoch, worker->lastAlive);
        SYNC()
        backwardTile(update, plan, worker->model, worker->gradient, tiles, x, rows, worker->scratch);
        start += plan->tileRows;
    } while (start < first + count);
    clearPaddingGradient(&plan->layers[plan->hiddenLayers], worker->gradient);
    return totalOf(&sums, worker->scratch);
}

// Sums of the losses and of what is told right of test samples first … first + count - 1 (first is a multiple of REAL_WIDTH).
WITH_BARRIERS float2 testSamples(const Worker *worker, int first, int count)
{
    const __global Plan *plan = worker->plan;
    const Tiles tiles = worker->tiles;
    const Constants table = TABLE_OF(plan, tiles);
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    LossSums sums = noLoss();
    int start = first;
    do {
        const int inTile = min(plan->tileRows, first + count - start);
        const int rows = roundUp(inTile, ROW_STEP);
        const TileValues x = takePoints(LANE, plan, tiles, worker->testPoints, 0, 0, start, inTile, rows);
        TileTargets targets;
        takeTargets(LANE, plan, tiles, worker->testTargets, 0, 0, start, inTile, rows, &targets);
        SYNC()
        forwardTile(EVALUATION, table, plan, worker->model, tiles, x, rows, noDraws());
        lossOfTile(EVALUATION, LANE, table, outputs, inTile, rows, targets, (real)(0.0f), tiles + plan->logits, &sums);
        SYNC()
        start += plan->tileRows;
    } while (start < first + count);
    return totalOf(&sums, worker->scratch);
}
