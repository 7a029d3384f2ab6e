// A whole network on tiles of samples in the lanes mapping: forward through all layers, and back, as the plan's table of steps says
// (gpu/engine/tile_steps.cpp). Between two steps all items meet: that is the only barrier.
//
// Layout: the places of block.cl; Plan::steps bytes behind the plan its TileSteps.
// Needs: worker, activate of all kinds, product, sums, output, loads.

// What an item keeps in registers from step to step.
typedef struct {
    float4 block[ROWS * QUADS];          // sums of a product
    float4 weights[WEIGHT_ROWS * QUADS]; // dLoss/dW of a block
    Sums sums;
    LossSums loss;
} Registers;

NOT_INLINE void clearRegisters(Registers *own)
{
    clearBlock(own->block);
UNROLL
    for (int i = 0; i < WEIGHT_ROWS * QUADS; ++i)
        own->weights[i] = (float4)(0.0f);
UNROLL
    for (int i = 0; i < SLOTS * QUADS; ++i)
        own->sums.quads[i] = (float4)(0.0f);
    own->sums.ofLastParameter = own->sums.ofOtherParameter = own->sums.ofOutputBias0 = own->sums.ofOutputBias1 = 0.0f;
    own->loss = noLoss();
}

INLINE TileTargets targetsOf(const Tile *tile)
{
    const TileTargets targets = {(TILE_SPACE const int *)(tile->tiles + tile->plan->gatheredLabels), tile->tiles + tile->plan->gatheredTargets, tile->rows};
    return targets;
}

INLINE void load(int lane, const Tile *tile, TileStep step)
{
    if (step.work & TAKE_SAMPLES)
        takeSamples(lane, tile);
    if (step.work & LOAD_INPUTS)
        loadInputs(lane, tile, step);
    if (step.work & LOAD_WEIGHTS)
        loadWeights(lane, tile, step);
    if (step.work & LOAD_DELTAS)
        loadDeltas(lane, tile, step);
}

// FOR_KINDS(item) is item(0) item(1) … for the program's activations.
INLINE void goForward(int lane, const Tile *tile, TileStep step, float weight, Registers *own)
{
    if (step.work & MULTIPLY_WEIGHTS)
        multiply(tile, step, own->block);
    if (step.work & KEEP_BLOCK)
        keepBlock(tile, own->block);
    if (step.work & APPLY) {
#define APPLY_KIND(k)                     \
    if (layerOf(tile, step)->kind == k)   \
        JOIN(activateQuads, k)(tile, step);
        FOR_KINDS(APPLY_KIND)
    }
    if (step.work & PARTS_OF_LOGITS)
        partsOfLogits(tile, step);
    if (step.work & ADD_LOGITS)
        addLogits(lane, tile, step);
    if (step.work & LOGITS_OF_POINTS)
        logitsOfPoints(lane, tile);
    if ((step.work & MEASURE) && tile->measures) {
        const TileTargets targets = targetsOf(tile);
        measureTile(lane, tile, &targets, weight, &own->sums, &own->loss);
    }
}

INLINE void goBack(int lane, const Tile *tile, TileStep step, Registers *own)
{
    if (step.work & GRADIENT_OF_OUTPUTS)
        gradientOfOutputs(lane, tile, step);
    if (step.work & GRADIENT_OF_POINTS)
        gradientOfPoints(lane, tile);
    if (step.work & APPLY_BACK) {
#define APPLY_KIND_BACK(k)                \
    if (layerOf(tile, step)->kind == k)   \
        JOIN(backQuads, k)(tile, step, &own->sums);
        FOR_KINDS(APPLY_KIND_BACK)
    }
    if (step.work & GRADIENT_OF_WEIGHTS)
        gradientOfWeights(tile, step, own->weights);
    if (step.work & FLUSH_WEIGHTS)
        flushWeights(tile, step, own->weights);
    if (step.work & PROPAGATE_BLOCK)
        propagate(tile, step, own->block);
    if (step.work & SPREAD_BLOCK)
        spreadBlock(tile, own->block);
    if (step.work & STORE_SUMS)
        storeSums(lane, tile, step, &own->sums);
    if (step.work & ADD_SUMS)
        addSums(lane, tile, step);
}

// The tile that begins with sample `start`.
INLINE void goToTile(Tile *tile, int start, int end)
{
    tile->start = start;
    tile->count = min(tile->rows, end - start);
    tile->draws.firstSample = start;
    tile->draws.order = tile->order + start;
}

// All tiles of samples first … first + count - 1, by the plan's first `steps` steps, of which those from Plan::tileSteps on come once, at the end.
// `goesBack`: a literal, whether those can be others than of the way forward.
INLINE void goThroughTiles(Tile *tile, int first, int count, float weight, int steps, const int goesBack, int hasWeights, Registers *own)
{
    const __global Plan *plan = tile->plan;
    const __global TileStep *table = (const __global TileStep *)((const __global char *)plan + plan->steps);
    const int ofTile = min(steps, plan->tileSteps);
    tile->rowGroup = ROW_GROUP_OF(LANE);
    tile->columnGroup = COLUMN_GROUP_OF(LANE);
    tile->rows = plan->tileRows;
    goToTile(tile, first, first + count);
    if (plan->keepsWeights && !(hasWeights && WEIGHTS_CAN_STAY(plan))) {
        const TileStep whole = {LOAD_WEIGHTS, plan->isFromPoints, 0, 0, 0};
        loadWeights(LANE, tile, whole);
    }
    const int end = count > 0 ? steps : 1; // all meet, if only to do nothing
    int number = 0;
    do {
        TileStep step = table[number];
        if (count <= 0)
            step.work = 0;
        load(LANE, tile, step);
        goForward(LANE, tile, step, weight, own);
        if (goesBack)
            goBack(LANE, tile, step, own);
        SYNC()
        ++number;
        if (number == ofTile && tile->start + tile->rows < first + count) {
            goToTile(tile, tile->start + tile->rows, first + count);
            number = 0;
        }
    } while (number < end);
}

// Forward, loss and back for samples first … first + count - 1 of the training set, or for those that order[first] … says. `batch` is
// the number of samples that the loss is a mean of. Adds to the gradient and returns the sums of the losses and of what is told right.
WITH_BARRIERS float2 trainSamples(const Worker *worker, __global const uint *order, int shuffles, int first, int count, int batch, Draws draws,
                                  int update)
{
    const __global Plan *plan = worker->plan;
    Registers own;
    clearRegisters(&own);
    Tile tile = {plan,  worker->model, worker->memory, worker->gradient, worker->tiles, worker->scratch, worker->points, worker->targets,
                 order, shuffles,      0,              first,            0,           TRAINING,      1,               draws,          worker->lastAlive,
                 0,     0,             worker->holdsBlock};
    tile.draws.isOrdered = shuffles;
    goThroughTiles(&tile, first, count, 1.0f / (float)batch, update ? plan->allSteps : plan->forwardSteps, 1, worker->hasWeights, &own);
    const float bias0 = sumOfGroup(worker->scratch, own.sums.ofOutputBias0);
    const float bias1 = sumOfGroup(worker->scratch, own.sums.ofOutputBias1);
    const __global Layer *output = &plan->layers[plan->hiddenLayers];
    if (LANE == 0 && update && plan->hiddenLayers > 0 && output->outputs <= OUTPUTS_IN_REGISTERS) {
        worker->gradient[output->bias] += bias0;
        if (output->outputs > 1)
            worker->gradient[output->bias + 1] += bias1;
    }
    return totalOf(&own.loss, worker->scratch);
}

// Sums of the losses and of what is told right of test samples first … first + count - 1.
WITH_BARRIERS float2 testSamples(const Worker *worker, int first, int count)
{
    const __global Plan *plan = worker->plan;
    Registers own;
    clearRegisters(&own);
    Tile tile = {plan, worker->model, worker->memory, worker->gradient, worker->tiles, worker->scratch, worker->testPoints,
                 worker->testTargets, 0, 0, 0, first, 0, EVALUATION, 1, noDraws(), worker->lastAlive, 0, 0, 0};
    goThroughTiles(&tile, first, count, 0.0f, plan->forwardSteps, 0, worker->hasWeights, &own);
    return totalOf(&own.loss, worker->scratch);
}

// Logits of `count` points from `start` on, a tile or less.
INLINE void predictTile(Constants table, const __global Plan *plan, Constants model, Memory worker, Tiles tiles, Scratch scratch, Constants points,
                        int start, int count, int rows)
{
    Registers own;
    clearRegisters(&own);
    const Targets none = {0, 0, 0};
    Tile tile = {plan, model, worker, worker, tiles, scratch, points, none, 0, 0, 0, start, 0, EVALUATION, 0, noDraws(), 0, 0, 0, 0};
    goThroughTiles(&tile, start, count, 0.0f, plan->forwardSteps, 0, 0, &own);
}
