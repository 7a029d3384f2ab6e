// Tiles of training samples forward and back, tiles of test samples forward, in the vector mapping.
//
// Layout: as worker.cl's.
// Needs: worker, targets, random, loss, passes, samples.

// Values of padding lanes are f(0), not always 0, so the output layer's gradient gathers something there.
INLINE void clearPaddingGradient(const __global Layer *output, Memory gradient)
{
    for (int row = 0; row < output->outputs; ++row)
        for (int column = output->inputs; column < output->stride; ++column)
            gradient[output->weight + row * output->stride + column] = 0.0f;
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
        lossOfTile(TRAINING, LANE, table, outputs, inTile, rows, targets, weight, tiles + plan->logits, TILE, &sums);
        SYNC()
        if (update && plan->tracksUnits)
            noteAlive(LANE, plan, tiles, inTile, draws.epoch, worker->lastAlive);
        SYNC()
        backwardTile(update, plan, worker->model, worker->gradient, tiles, x, rows, worker->scratch);
        start += plan->tileRows;
    } while ((start < first + count) & !IS_UNWANTED(worker->progress));
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
        lossOfTile(EVALUATION, LANE, table, outputs, inTile, rows, targets, (real)(0.0f), tiles + plan->logits, TILE, &sums);
        SYNC()
        start += plan->tileRows;
    } while ((start < first + count) & !IS_UNWANTED(worker->progress));
    return totalOf(&sums, worker->scratch);
}
