// DIVISION_UNITS: where a batch is too small for shards, or its layers are large, work-groups work on one tile together, each on some units of a layer, in
// the phases of gpu/engine/work_division.cpp's table. Every sum is made in the order in which trainSamples() and testSamples() make it, so that a model
// becomes what one work-group makes of it. In the vector mapping, on a CPU.
//
// Layout: worker p is model entries[p]'s; all its work-groups write to that gradient and those tiles, each to units and rows of its own.
// Needs: divided_model, slices, tiles, and the vector mapping's passes.
#ifdef PHASE_BARRIER

// The samples of a phase's tile: `count` from `start` on, in the order given if `shuffles`.
typedef struct {
    Constants points;
    Targets targets;
    __global const uint *order;
    int shuffles;
    int start;
    int count;
    int rows;
    int batch; // samples that the loss is a mean of
    Constants x;
    Draws draws;
} UnitTile;

// What a part's units are a multiple of: whole panels, and lines of the cache.
#define PART_LANES (PANEL_LANES < LINE_FLOATS ? LINE_FLOATS : PANEL_LANES)

// A part's units of hidden layer `l`, as lanes.
INLINE Range lanesOfPart(const __global Plan *plan, int l, int part, int parts)
{
    return partOf(plan->layers[l].stride, PART_LANES, part, parts);
}

// A part's rows of the weights of layer `l`: between hidden layers those of its units of the layer before, whose deltas the same part of a phase
// works on, so that what a core has written of them is still in its cache when it comes back; in the first layer any.
INLINE Range rowsOfPart(const __global Plan *plan, int l, int part, int parts)
{
    const int count = gradientRowsOf(plan, l);
    const int isBetween = l > 0 && l < plan->hiddenLayers;
    const int step = isBetween ? PART_LANES : l == 0 ? BLOCK_ROWS : 1;
    Range rows = partOf(isBetween ? plan->layers[l - 1].stride : count, step, part, parts);
    rows.first = min(rows.first, count);
    rows.last = min(rows.last, count);
    return rows;
}

// The tile of a phase. (Not the value of the function: see setUpDividedModel().)
INLINE void findTile(const Worker *worker, const DividedModel *model, const SampleOrder *order, Phase phase, Batch batch, UnitTile *tile)
{
    const __global Plan *plan = model->plan;
    const int isTest = phase.mode == EVALUATION;
    const int first = phase.tile * plan->tileRows;
    tile->points = isTest ? worker->testPoints : worker->points;
    tile->targets = isTest ? worker->testTargets : worker->targets;
    tile->order = order->orders + (size_t)batch.epoch * order->orderStride;
    tile->shuffles = isTest || !model->update ? 0 : plan->shuffles;
    tile->start = isTest ? first : batch.first + first;
    tile->count = clamp((isTest ? plan->test.count : batch.count) - first, 0, plan->tileRows);
    tile->rows = roundUp(tile->count, ROW_STEP);
    tile->batch = batch.count;
    tile->x = placeOfPoints(plan, worker->tiles, tile->points, tile->shuffles, tile->start);
    tile->draws = order->draws;
    tile->draws.epoch += batch.epoch;
    tile->draws.firstSample = tile->start;
    tile->draws.order = tile->order + tile->start;
    tile->draws.isOrdered = tile->shuffles;
}

// Part `part` of `parts` of a phase that has a tile.
INLINE void workOnTile(const Worker *worker, Phase phase, const UnitTile *tile, int part, int parts)
{
    const __global Plan *plan = worker->plan;
    const __global Layer *layer = &plan->layers[phase.layer];
    const Tiles tiles = worker->tiles;
    const Constants table = TABLE_OF(plan, tiles);
    const Range lanes = lanesOfPart(plan, phase.layer, part, parts);
    const Range places = partOf(tile->rows * layer->stride, REAL_WIDTH, part, parts);
    switch (phase.work) {
    case TAKE_POINTS:
        takeRows(plan, tiles, tile->points, tile->order, tile->shuffles, tile->start, tile->count, partOf(tile->rows, 1, part, parts));
        break;
    case MULTIPLY:
        forwardLanes(phase.mode, table, layer, worker->model, tiles, inputOf(plan, phase.layer, tiles, tile->x), inputStrideOf(plan, phase.layer),
                     tile->rows, lanes.first, lanes.last);
        break;
    case ACTIVATE:
        activatePlaces(phase.mode, table, layer, worker->model, tiles, places.first, places.last, tile->draws);
        break;
    case PROPAGATE:
        gradientOfRows(plan, phase.layer + 1, worker->gradient, tiles, tile->x, tile->rows, rowsOfPart(plan, phase.layer + 1, part, parts));
        deltaOfLanes(plan, phase.layer, worker->model, worker->gradient, tiles, tile->rows, lanes);
        break;
    default: // FINISH_TILE
        gradientOfRows(plan, 0, worker->gradient, tiles, tile->x, tile->rows, rowsOfPart(plan, 0, part, parts));
    }
}

// A part's step: its rows of each layer, the biases of its units, and what is left for the first part.
INLINE void stepOfUnits(int lane, const DividedModel *model, Batch batch, int part)
{
    const __global Plan *plan = model->plan;
    const Progress now = *model->progress;
    for (int l = 0; l <= plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        const Range rows = rowsOfPart(plan, l, part, model->parts);
        const Range lanes = partOf(l < plan->hiddenLayers ? layer->stride : roundUp(layer->outputs, VEC), PART_LANES, part, model->parts);
        const Range weights = {layer->weight + rows.first * layer->stride, layer->weight + rows.last * layer->stride};
        const Range biases = {layer->bias + lanes.first, layer->bias + lanes.last};
        stepOfSlice(lane, model, weights, batch, now);
        stepOfSlice(lane, model, biases, batch, now);
    }
    const Range activations = {plan->decaying, part == 0 ? plan->parameters : plan->decaying};
    stepOfSlice(lane, model, activations, batch, now);
}

// In a launch's first phase, which has little else to do.
INLINE void makeReady(int lane, const Worker *worker, const DividedModel *model, int part)
{
    const __global Plan *plan = model->plan;
    const Figures none = {0.0f, 0.0f, 0.0f, 0.0f};
    if (model->update)
        clearGradient(lane, sliceOf(plan, part, model->parts), worker->gradient);
    if (part == 0) {
        *figuresOfShard(model, 0) = none;
        FILL_TABLE(plan, worker->tiles)
    }
}

// Part `part` of a phase.
INLINE void workOnUnits(int lane, const Worker *worker, const DividedModel *model, const SampleOrder *order, Phase phase, Batch batch, int part)
{
    if (phase.work == STEP_OF_UNITS) {
        stepOfUnits(lane, model, batch, part);
        return;
    }
    UnitTile tile;
    findTile(worker, model, order, phase, batch, &tile);
    workOnTile(worker, phase, &tile, part, model->parts);
}

// The loss of a tile; returns the sums over the tiles so far.
INLINE float2 endForward(const Worker *worker, Phase phase, const UnitTile *tile, int update)
{
    const __global Plan *plan = worker->plan;
    const Tiles tiles = worker->tiles;
    const __global Layer *output = &plan->layers[plan->hiddenLayers];
    __global LossSums *kept = (__global LossSums *)(tiles + plan->lossSums);
    LossSums sums = noLoss();
    if (phase.tile > 0)
        sums = *kept;
    TileTargets targets;
    takeTargets(LANE, plan, tiles, tile->targets, tile->order, tile->shuffles, tile->start, tile->count, tile->rows, &targets);
    logitsOfTile(plan, worker->model, tiles, tile->x, tile->rows);
    lossOfTile(phase.mode, LANE, TABLE_OF(plan, tiles), output->outputs, tile->count, tile->rows, targets, (real)(1.0f / (float)tile->batch),
               tiles + plan->logits, TILE, &sums);
    *kept = sums;
    if (phase.mode == TRAINING && update && plan->tracksUnits)
        noteAlive(LANE, plan, tiles, tile->count, tile->draws.epoch, worker->lastAlive);
    if (phase.mode == TRAINING && update)
        outputBiasGradient(output, worker->gradient, tiles + plan->logits, tile->rows);
    return totalOf(&sums, worker->scratch);
}

// Figures so far: of the test set as an epoch begins, then of each batch; its first one keeps those of the test set.
INLINE void keepFigures(const DividedModel *model, Phase phase, float2 sums)
{
    __global Figures *figures = figuresOfShard(model, 0);
    const int isTest = phase.mode == EVALUATION;
    const Figures before = *figures;
    const Figures now = {isTest ? 0.0f : sums.x, isTest ? 0.0f : sums.y, isTest ? sums.x : phase.batch == 0 ? before.testLoss : 0.0f,
                         isTest ? sums.y : phase.batch == 0 ? before.testCorrect : 0.0f};
    *figures = now;
}

// What is done once all parts of a phase are.
INLINE void endUnits(int lane, const Worker *worker, const DividedModel *model, const SampleOrder *order, Phase phase, Batch batch)
{
    const __global Plan *plan = model->plan;
    if (phase.atEnd & END_OF_FORWARD) {
        UnitTile tile;
        findTile(worker, model, order, phase, batch, &tile);
        keepFigures(model, phase, endForward(worker, phase, &tile, model->update));
    }
    if (phase.atEnd & END_OF_PROPAGATION)
        addParameterSums(&plan->layers[phase.layer], worker->gradient, worker->tiles + plan->parameterSums);
    if (phase.atEnd & END_OF_GRADIENT)
        clearPaddingGradient(&plan->layers[plan->hiddenLayers], worker->gradient);
    if (phase.atEnd & END_OF_BATCH)
        endBatch(lane, model, batch, worker->scratch);
}
#endif
