// One model on several work-groups where its batch is too small for shares of it: they work on one tile together, each on some units of a
// layer, in the phases of network_split.cl. Every sum is made in the order in which trainSamples() and testSamples() make it, so that a model
// becomes what it does alone. In the vector mapping.

enum {
    TAKE_POINTS,  // rows
    MULTIPLY,     // lanes of a layer's product
    ACTIVATE,     // places of its tile
    PROPAGATE,    // lanes of dLoss/dz; rows of the gradient of the layer after it
    FINISH_TILE,  // rows of the gradient of the first layer
    TAKE_STEP     // slices of the parameters
};

// What a phase is for: work at a layer for a tile of the test set (in EVALUATION), with which an epoch begins, or of a batch. The last phase of
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
    return max(1, (count + plan->tileRows - 1) / plan->tileRows);
}

INLINE int phasesOfTile(const __global Plan *plan, const int mode)
{
    return mode == TRAINING ? 2 + 3 * plan->hiddenLayers : 1 + 2 * plan->hiddenLayers;
}

INLINE int phasesOfTests(const __global Plan *plan)
{
    return tilesOf(plan, plan->testCount) * phasesOfTile(plan, EVALUATION);
}

INLINE int phasesOfStep(const __global Plan *plan)
{
    return tilesOf(plan, plan->batchSize) * phasesOfTile(plan, TRAINING) + 1;
}

INLINE int phasesOfEpoch(const __global Plan *plan)
{
    return phasesOfTests(plan) + batchesOf(plan, 1) * phasesOfStep(plan);
}

// Phase `phase` of a tile.
INLINE void setWork(Stage *stage, const __global Plan *plan, int phase)
{
    const int hidden = plan->hiddenLayers;
    const int forward = 1 + 2 * hidden;
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

INLINE Stage stageOf(const __global Plan *plan, int phase)
{
    const int epoch = phase / phasesOfEpoch(plan);
    const int tests = phasesOfTests(plan);
    int rest = phase % phasesOfEpoch(plan);
    Stage stage = {TAKE_STEP, 0, rest < tests ? EVALUATION : TRAINING, 0, 0, epoch, epoch * batchesOf(plan, 1)};
    int tiles = tilesOf(plan, plan->testCount);
    if (stage.mode == TRAINING) {
        stage.step += (rest - tests) / phasesOfStep(plan);
        rest = (rest - tests) % phasesOfStep(plan);
        tiles = tilesOf(plan, plan->batchSize);
    }
    stage.tile = rest / phasesOfTile(plan, stage.mode);
    stage.isLastTile = stage.tile == tiles - 1;
    if (stage.tile < tiles)
        setWork(&stage, plan, rest % phasesOfTile(plan, stage.mode));
    return stage;
}

// The samples of a stage's tile: `count` from `start` on, in the order given if `shuffles`.
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

// Part `part` of `parts` of the points, to where a tile's points are if they have to be collected.
INLINE void takeSomePoints(const Worker *worker, const UnitTile *tile, int part, int parts)
{
    const Range rows = partOf(tile->rows, 1, part, parts);
    takePoints(LANE, worker->plan, worker->tiles + rows.first * worker->plan->inputStride, tile->points, tile->order, tile->shuffles,
               tile->start + rows.first, tile->count - rows.first, rows.last - rows.first);
}

// Part `part` of `parts` of what is done in a stage that has a tile.
INLINE void workOnUnits(const Worker *worker, Stage stage, const UnitTile *tile, int part, int parts)
{
    const __global Plan *plan = worker->plan;
    const __global Layer *layer = &plan->layers[stage.layer];
    const Tiles tiles = worker->tiles;
    const Constants table = TABLE_OF(plan, tiles);
    const int rowsBefore = gradientRowsOf(plan, stage.work == PROPAGATE ? stage.layer + 1 : 0);
    const Range gradientRows = partOf(rowsBefore, BLOCK_ROWS, part, parts);
    switch (stage.work) {
    case TAKE_POINTS:
        takeSomePoints(worker, tile, part, parts);
        break;
    case MULTIPLY:
        forwardLanes(stage.mode, table, layer, worker->model, tiles, inputOf(plan, stage.layer, tiles, tile->x), inputStrideOf(plan, stage.layer),
                     tile->rows, partOf(layer->stride, PANEL_LANES, part, parts));
        break;
    case ACTIVATE:
        activatePlaces(stage.mode, table, layer, worker->model, tiles, partOf(tile->rows * layer->stride, REAL_WIDTH, part, parts), tile->draws);
        break;
    case PROPAGATE:
        gradientOfRows(plan, stage.layer + 1, worker->gradient, tiles, tile->x, tile->rows, gradientRows);
        deltaOfLanes(plan, stage.layer, worker->model, worker->gradient, tiles, tile->rows, partOf(layer->stride, PANEL_LANES, part, parts));
        break;
    default:
        gradientOfRows(plan, 0, worker->gradient, tiles, tile->x, tile->rows, gradientRows);
    }
}

// The loss of a tile, when all hidden layers are done; returns the sums over the tiles so far.
INLINE float2 endForward(const Worker *worker, Stage stage, const UnitTile *tile)
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
    if (stage.mode == TRAINING && plan->tracksUnits)
        noteAlive(LANE, plan, tiles, tile->count, tile->draws.epoch, worker->lastAlive);
    if (stage.mode == TRAINING)
        outputBiasGradient(output, worker->gradient, tiles + plan->logits, tile->rows);
    return sumsOf(&figures, worker->scratch);
}

// The tile of a stage.
INLINE UnitTile tileOf(const Worker *worker, const Split *split, Stage stage)
{
    const __global Plan *plan = split->plan;
    const Batch batch = batchOf(plan, 1, stage.step);
    const int isTest = stage.mode == EVALUATION;
    const int first = stage.tile * plan->tileRows;
    UnitTile tile;
    tile.points = isTest ? split->testPoints : worker->points;
    tile.targets = isTest ? split->testTargets : worker->targets;
    tile.order = split->orders + (size_t)stage.epoch * split->orderStride;
    tile.shuffles = isTest ? 0 : plan->shuffles;
    tile.start = isTest ? first : batch.first + first;
    tile.count = clamp((isTest ? plan->testCount : batch.count) - first, 0, plan->tileRows);
    tile.rows = roundUp(tile.count, ROW_STEP);
    tile.batch = batch.count;
    tile.x = placeOfPoints(plan, worker->tiles, tile.points, tile.shuffles, tile.start);
    tile.draws = split->draws;
    tile.draws.epoch += stage.epoch;
    tile.draws.firstSample = tile.start;
    tile.draws.order = tile.order + tile.start;
    tile.draws.isOrdered = tile.shuffles;
    return tile;
}

// Part `part` of phase `phase`. In a launch's first one, which has little else to do, everything is made ready.
INLINE void workInStage(int lane, const Worker *worker, const Split *split, int phase, int part)
{
    const __global Plan *plan = split->plan;
    const Stage stage = stageOf(plan, phase);
    const Range slice = sliceOf(plan, part, split->parts);
    if (stage.work == TAKE_STEP) {
        workOnSlice(lane, split, slice, batchOf(plan, 1, stage.step), *split->progress);
        return;
    }
    if (phase == 0) {
        clearGradient(lane, slice, worker->gradient);
        if (part == 0) {
            FILL_TABLE(plan, worker->tiles)
        }
    }
    const UnitTile tile = tileOf(worker, split, stage);
    workOnUnits(worker, stage, &tile, part, split->parts);
}

// What is done once all parts of a phase are.
INLINE void endStage(int lane, const Worker *worker, const Split *split, int phase)
{
    const __global Plan *plan = split->plan;
    const Stage stage = stageOf(plan, phase);
    const Batch batch = batchOf(plan, 1, stage.step);
    const UnitTile tile = tileOf(worker, split, stage);
    if (stage.work == ACTIVATE && stage.layer == plan->hiddenLayers - 1) {
        const float2 sums = endForward(worker, stage, &tile);
        const float2 tests = batch.first == 0 ? split->partial->zw : (float2)(0.0f);
        *split->partial = stage.mode == EVALUATION ? (float4)(0.0f, 0.0f, sums) : (float4)(sums, tests);
    } else if (stage.work == PROPAGATE) {
        addParameterSums(&plan->layers[stage.layer], worker->gradient, worker->tiles + plan->parameterSums);
    } else if (stage.work == FINISH_TILE && stage.isLastTile) {
        clearPaddingGradient(&plan->layers[plan->hiddenLayers], worker->gradient);
        endShares(lane, split, batch, worker->scratch);
    }
}
