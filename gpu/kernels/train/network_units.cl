// One model on several work-groups where its batch is too small for shares, or its layers are large: they work on one tile together, each on some
// units of a layer, in the phases of network_meeting.cl. Every sum is made in the order in which trainSamples() and testSamples() make it, so that
// a model becomes what one work-group makes of it. In the vector mapping.

enum {
    TAKE_POINTS,  // rows
    MULTIPLY,     // lanes of a layer's product
    ACTIVATE,     // places of its tile
    PROPAGATE,    // lanes of dLoss/dz; rows of the gradient of the layer after it
    FINISH_TILE,  // rows of the gradient of the first layer
    TAKE_STEP     // rows of all weights
};

// What a phase is for: work at a layer for a tile of the test set, with which an epoch begins (in EVALUATION), or of a batch. The last phase of
// a step has no tile.
typedef struct {
    int work;
    int layer;
    int mode;
    int tile;
    int isLastTile;
    int epoch;
    int step;
} Stage;

INLINE int tilesOf(const __global Plan *plan, int count)
{
    return (count + plan->tileRows - 1) / plan->tileRows;
}

INLINE int phasesForward(const __global Plan *plan)
{
    return 1 + 2 * plan->hiddenLayers;
}

INLINE int phasesOfTile(const Split *split, const int mode)
{
    return phasesForward(split->plan) + (mode == TRAINING && split->update ? split->plan->hiddenLayers + 1 : 0);
}

INLINE int phasesOfTests(const Split *split)
{
    return tilesOf(split->plan, split->plan->testCount) * phasesOfTile(split, EVALUATION);
}

INLINE int phasesOfStep(const Split *split)
{
    return tilesOf(split->plan, batchOf(split->plan, split->update, 0).count) * phasesOfTile(split, TRAINING) + split->update;
}

INLINE int phasesOfEpoch(const Split *split)
{
    return phasesOfTests(split) + batchesOf(split->plan, split->update) * phasesOfStep(split);
}

// Phase `phase` of a tile.
INLINE void setWork(Stage *stage, const __global Plan *plan, int phase)
{
    const int hidden = plan->hiddenLayers;
    const int forward = phasesForward(plan);
    if (phase == 0) {
        stage->work = TAKE_POINTS;
    } else if (phase < forward) {
        stage->work = phase % 2 == 1 ? MULTIPLY : ACTIVATE;
        stage->layer = (phase - 1) / 2;
    } else if (phase < forward + hidden) {
        stage->work = PROPAGATE;
        stage->layer = hidden - 1 - (phase - forward);
    } else {
        stage->work = FINISH_TILE;
    }
}

INLINE Stage stageOf(const Split *split, int phase)
{
    const __global Plan *plan = split->plan;
    const int epoch = phase / phasesOfEpoch(split);
    const int tests = phasesOfTests(split);
    int rest = phase % phasesOfEpoch(split);
    Stage stage = {TAKE_STEP, 0, rest < tests ? EVALUATION : TRAINING, 0, 0, epoch, epoch * batchesOf(plan, split->update)};
    int tiles = tilesOf(plan, plan->testCount);
    if (stage.mode == TRAINING) {
        stage.step += (rest - tests) / phasesOfStep(split);
        rest = (rest - tests) % phasesOfStep(split);
        tiles = tilesOf(plan, batchOf(plan, split->update, 0).count);
    }
    stage.tile = rest / phasesOfTile(split, stage.mode);
    stage.isLastTile = stage.tile == tiles - 1;
    if (stage.tile < tiles)
        setWork(&stage, plan, rest % phasesOfTile(split, stage.mode));
    return stage;
}

// The samples of a stage's tile: `count` from `start` on, in the order given if `shuffles`. A batch that is smaller than others has none for its
// last tiles.
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

// Part `part` of `parts` of what is done in a stage that has a tile.
INLINE void workOnUnits(const Worker *worker, Stage stage, const UnitTile *tile, int part, int parts)
{
    const __global Plan *plan = worker->plan;
    const __global Layer *layer = &plan->layers[stage.layer];
    const Tiles tiles = worker->tiles;
    const Constants table = TABLE_OF(plan, tiles);
    const Range lanes = lanesOfPart(plan, stage.layer, part, parts);
    const Range places = partOf(tile->rows * layer->stride, REAL_WIDTH, part, parts);
    switch (stage.work) {
    case TAKE_POINTS:
        takeRows(plan, tiles, tile->points, tile->order, tile->shuffles, tile->start, tile->count, partOf(tile->rows, 1, part, parts));
        break;
    case MULTIPLY:
        forwardLanes(stage.mode, table, layer, worker->model, tiles, inputOf(plan, stage.layer, tiles, tile->x), inputStrideOf(plan, stage.layer),
                     tile->rows, lanes.first, lanes.last);
        break;
    case ACTIVATE:
        activatePlaces(stage.mode, table, layer, worker->model, tiles, places.first, places.last, tile->draws);
        break;
    case PROPAGATE:
        gradientOfRows(plan, stage.layer + 1, worker->gradient, tiles, tile->x, tile->rows, rowsOfPart(plan, stage.layer + 1, part, parts));
        deltaOfLanes(plan, stage.layer, worker->model, worker->gradient, tiles, tile->rows, lanes);
        break;
    default:
        gradientOfRows(plan, 0, worker->gradient, tiles, tile->x, tile->rows, rowsOfPart(plan, 0, part, parts));
    }
}

// The loss of a tile, when all hidden layers are done; returns the sums over the tiles so far.
INLINE float2 endForward(const Worker *worker, Stage stage, const UnitTile *tile, int update)
{
    const __global Plan *plan = worker->plan;
    const Tiles tiles = worker->tiles;
    const __global Layer *output = &plan->layers[plan->hiddenLayers];
    __global Figures *sums = (__global Figures *)(tiles + plan->figures);
    Figures figures = {(real)(0.0f), (real)(0.0f), (real)(0.0f)};
    if (stage.tile > 0)
        figures = *sums;
    TileTargets targets;
    takeTargets(LANE, plan, tiles, tile->targets, tile->order, tile->shuffles, tile->start, tile->count, tile->rows, &targets);
    logitsOfTile(plan, worker->model, tiles, tile->x, tile->rows);
    lossOfTile(stage.mode, LANE, TABLE_OF(plan, tiles), output->outputs, tile->count, tile->rows, targets, (real)(1.0f / (float)tile->batch),
               tiles + plan->logits, &figures);
    *sums = figures;
    if (stage.mode == TRAINING && update && plan->tracksUnits)
        noteAlive(LANE, plan, tiles, tile->count, tile->draws.epoch, worker->lastAlive);
    if (stage.mode == TRAINING && update)
        outputBiasGradient(output, worker->gradient, tiles + plan->logits, tile->rows);
    return sumsOf(&figures, worker->scratch);
}

// The tile of a stage. (Not the value of the function: see takeTargets().)
INLINE void findTile(const Worker *worker, const Split *split, Stage stage, UnitTile *tile)
{
    const __global Plan *plan = split->plan;
    const Batch batch = batchOf(plan, split->update, stage.step);
    const int isTest = stage.mode == EVALUATION;
    const int first = stage.tile * plan->tileRows;
    tile->points = isTest ? split->testPoints : worker->points;
    tile->targets = isTest ? split->testTargets : worker->targets;
    tile->order = split->orders + (size_t)stage.epoch * split->orderStride;
    tile->shuffles = isTest || !split->update ? 0 : plan->shuffles;
    tile->start = isTest ? first : batch.first + first;
    tile->count = clamp((isTest ? plan->testCount : batch.count) - first, 0, plan->tileRows);
    tile->rows = roundUp(tile->count, ROW_STEP);
    tile->batch = batch.count;
    tile->x = placeOfPoints(plan, worker->tiles, tile->points, tile->shuffles, tile->start);
    tile->draws = split->draws;
    tile->draws.epoch += stage.epoch;
    tile->draws.firstSample = tile->start;
    tile->draws.order = tile->order + tile->start;
    tile->draws.isOrdered = tile->shuffles;
}

// A part's step: its rows of each layer, the biases of its units, and what is left for the first part.
INLINE void takeStepOfPart(int lane, const Split *split, Batch batch, int part)
{
    const __global Plan *plan = split->plan;
    const Progress now = *split->progress;
    for (int l = 0; l <= plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        const Range rows = rowsOfPart(plan, l, part, split->parts);
        const Range lanes = partOf(l < plan->hiddenLayers ? layer->stride : roundUp(layer->outputs, VEC), PART_LANES, part, split->parts);
        const Range weights = {layer->weight + rows.first * layer->stride, layer->weight + rows.last * layer->stride};
        const Range biases = {layer->bias + lanes.first, layer->bias + lanes.last};
        workOnSlice(lane, split, weights, batch, now);
        workOnSlice(lane, split, biases, batch, now);
    }
    const Range activations = {plan->decaying, part == 0 ? plan->parameters : plan->decaying};
    workOnSlice(lane, split, activations, batch, now);
}

// Part `part` of phase `phase`. In a launch's first one, which has little else to do, everything is made ready.
INLINE void workInStage(int lane, const Worker *worker, const Split *split, int phase, int part)
{
    const __global Plan *plan = split->plan;
    const Stage stage = stageOf(split, phase);
    if (stage.work == TAKE_STEP) {
        takeStepOfPart(lane, split, batchOf(plan, 1, stage.step), part);
        return;
    }
    if (phase == 0) {
        if (split->update)
            clearGradient(lane, sliceOf(plan, part, split->parts), worker->gradient);
        if (part == 0) {
            FILL_TABLE(plan, worker->tiles)
        }
    }
    UnitTile tile;
    findTile(worker, split, stage, &tile);
    workOnUnits(worker, stage, &tile, part, split->parts);
}

// What is done once all parts of a phase are.
INLINE void endStage(int lane, const Worker *worker, const Split *split, int phase)
{
    const __global Plan *plan = split->plan;
    const Stage stage = stageOf(split, phase);
    const Batch batch = batchOf(plan, split->update, stage.step);
    UnitTile tile;
    findTile(worker, split, stage, &tile);
    const int isForwardDone = stage.work == ACTIVATE && stage.layer == plan->hiddenLayers - 1;
    if (isForwardDone && tile.count > 0) {
        const float2 sums = endForward(worker, stage, &tile, split->update);
        const float2 tests = batch.first == 0 ? split->partial->zw : (float2)(0.0f);
        *split->partial = stage.mode == EVALUATION ? (float4)(0.0f, 0.0f, sums) : (float4)(sums, tests);
    }
    if (stage.work == PROPAGATE)
        addParameterSums(&plan->layers[stage.layer], worker->gradient, worker->tiles + plan->parameterSums);
    if (stage.work == FINISH_TILE && stage.isLastTile)
        clearPaddingGradient(&plan->layers[plan->hiddenLayers], worker->gradient);
    if (stage.mode == TRAINING && stage.isLastTile && (split->update ? stage.work == FINISH_TILE : isForwardDone))
        endShares(lane, split, batch, worker->scratch);
}
