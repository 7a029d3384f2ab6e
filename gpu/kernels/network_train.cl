// One work-group trains one model for many epochs in one launch: no launch and no synchronisation on the way, and a cohort fills
// the cores.

NOT_INLINE float2 trainPass(const __global Plan *plan, Memory model, Constants points, __global const int *labels, Draws draws,
                            int update)
{
    Figures figures = {(real)(0.0f), (real)(0.0f), (real)(0.0f)};
    const Memory tiles = model + plan->tiles;
    const int inputs = plan->layers[0].inputs;
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    const real share = (real)(1.0f / (float)plan->trainCount);
    for (int start = 0; start < plan->trainCount; start += TILE) {
        const int count = min(TILE, plan->trainCount - start);
        const int rows = roundUp(count, BLOCK_ROWS);
        draws.firstSample = start;
        forwardTile(TRAINING, tiles + plan->table, plan, model, tiles, points + start * inputs, rows, draws);
        crossEntropy(TRAINING, tiles + plan->table, outputs, count, labels + start, share, tiles + plan->logits, &figures);
        if (update)
            backwardTile(plan, model, tiles, points + start * inputs, rows);
    }
    return (float2)(SUM_OF_REAL(figures.loss) / (float)plan->trainCount, SUM_OF_REAL(figures.correct));
}

NOT_INLINE float2 testPass(const __global Plan *plan, Memory model, Constants points, __global const int *labels)
{
    Figures figures = {(real)(0.0f), (real)(0.0f), (real)(0.0f)};
    const Draws none = {0, 0, 0, 0};
    const Memory tiles = model + plan->tiles;
    const int inputs = plan->layers[0].inputs;
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    for (int start = 0; start < plan->testCount; start += TILE) {
        const int count = min(TILE, plan->testCount - start);
        forwardTile(EVALUATION, tiles + plan->table, plan, model, tiles, points + start * inputs, roundUp(count, BLOCK_ROWS), none);
        crossEntropy(EVALUATION, tiles + plan->table, outputs, count, labels + start, (real)(0.0f), tiles + plan->logits, &figures);
    }
    return (float2)(SUM_OF_REAL(figures.loss) / (float)plan->testCount, SUM_OF_REAL(figures.correct));
}

// Trains model slots[group] for `epochs` epochs from `firstEpoch` on. figures[model][epoch] = (train loss, correct, test loss,
// correct), taken before the epoch's update; steps[model][epoch] and corrections[epoch] as in adam.cl; rows[model] = epochs
// recorded, fewer than `epochs` when the training loss went beyond `lossLimit` or became NaN. Without `update` it only measures.
__kernel __attribute__((reqd_work_group_size(1, 1, 1))) void
trainNetworks(const __global Plan *plan, ulong modelStride, __global const int *slots, __global float *models,
              __global const float *trainPoints, __global const int *trainLabels, __global const float *testPoints,
              __global const int *testLabels, __global const float *steps, __global const float *corrections,
              __global const uint *seeds, AdamSettings adam, float lossLimit, uint firstEpoch, int epochs, int update,
              __global float4 *figures, __global int *rows)
{
    const int slot = slots[get_group_id(0)];
    const Memory model = models + slot * modelStride;
    Draws draws = {seeds[slot], firstEpoch, 0, plan->hiddenUnits};
    fillTable(model + plan->tiles + plan->table);
    int epoch = 0;
    for (; epoch < epochs; ++epoch, ++draws.epoch) {
        const float2 train = trainPass(plan, model, trainPoints, trainLabels, draws, update);
        const float2 test = testPass(plan, model, testPoints, testLabels);
        figures[slot * epochs + epoch] = (float4)(train, test);
        if (!(train.x <= lossLimit)) {
            ++epoch;
            break;
        }
        if (!update)
            continue;
        clearPaddingGradient(&plan->layers[plan->hiddenLayers], model + plan->gradient);
        adamUpdate(plan, model, adam, steps[slot * epochs + epoch], corrections[epoch]);
        transposeWeights(plan, model);
    }
    rows[slot] = epoch;
}
