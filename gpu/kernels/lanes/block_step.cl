// The step of the only block of weights that a network has (Plan::keepsWeights): it is taken where they lie, and there they stay for a
// whole launch, beside the model's memory. Of their gradient, what a batch's last shard has added up in registers waits in the places of
// inputs and deltas, which nobody needs between two batches (flushWeights()): of a batch of one shard none of it ever is in memory.
//
// Layout: the places of block.cl; the gradient is [UNITS][LD] like the weights, at INPUTS.
// Needs: block, sums, worker, step.

// Where tiles are too short for small sums (WEIGHTS_CAN_STAY) those take the place of the weights, which are loaded again, and the step
// is takeStep()'s.
#define STEPS_IN_PLACE(plan) ((plan)->keepsWeights && WEIGHTS_CAN_STAY(plan))
#define HOLDS_BLOCK(plan) (STEPS_IN_PLACE(plan) && 2 * (plan)->tileRows >= UNITS)

INLINE const __global Layer *layerOfBlock(const __global Plan *plan)
{
    return &plan->layers[plan->isFromPoints];
}

// The parameters whose step is not takeStep()'s.
INLINE Range blockApart(const __global Plan *plan)
{
    const __global Layer *layer = layerOfBlock(plan);
    const Range block = {layer->weight, layer->bias};
    return STEPS_IN_PLACE(plan) ? block : wholeOf(0);
}

// `method` and `keepsSmall` are literals. The sum begins with what shards have in memory, in their order, as addGradients() has it.
INLINE void stepOfBlockBy(const int method, const int keepsSmall, int lane, const Worker *worker, Gradients inMemory, int isHeld,
                          const Optimizer *o, float l1, float2 corrections, float scale)
{
    const __global Plan *plan = worker->plan;
    const __global Layer *layer = layerOfBlock(plan);
    const Memory first = worker->model + plan->firstMoment, second = worker->model + plan->secondMoment;
    for (int place = lane; place < UNITS * (UNITS / 4); place += LANES) {
        const int row = place / (UNITS / 4), column = 4 * (place % (UNITS / 4));
        const int i = layer->weight + row * layer->stride + column;
        if (row >= layer->inputs || column >= layer->stride)
            continue;
        float4 gradient = (float4)(0.0f);
        for (int shard = 0; shard < inMemory.shards; ++shard) {
            const Memory of = inMemory.first + shard * inMemory.stride + i;
            gradient += loadFour(of);
            storeFour(of, (float4)(0.0f));
        }
        if (isHeld)
            gradient += loadQuad(worker->tiles + INPUTS + AT(row, column));
        const Tiles weights = worker->tiles + WEIGHTS + AT(row, column);
        const float4 w = loadQuad(weights);
        if (l1 > 0.0f)
            gradient = withSignPenalty(gradient, w, l1);
        const float4 stepped = stepBy(method, keepsSmall, o, w, gradient, scale, 1, corrections, first + i, second + i);
        storeQuad(weights, stepped);
        storeFour(worker->model + i, stepped);
    }
}

// The gradient times `scale` is what `gradients` have, and what is held if `isHeld`: then there is one for each of the batch's `shards`, of
// which the last has none of it, or one for all. Where it is clipped, gradientScale() has gathered it in the first.
NOT_INLINE void stepOfBlock(int lane, const int takesStep, const Worker *worker, Gradients gradients, int shards, int isHeld,
                            __global const Optimizer *settings, float2 corrections, float scale)
{
    if (!takesStep || !STEPS_IN_PLACE(worker->plan))
        return;
    const Optimizer o = *settings;
    const int keepsSmall = o.epsilon < LEAST_PLAIN_EPSILON;
    const int clips = clipsGradient(1, settings);
    const Gradients inMemory = {gradients.first, gradients.stride, clips ? 1 : gradients.shards - (isHeld && gradients.shards == shards)};
    const float l1 = clips ? 0.0f : o.l1;
#define BY_METHOD(method, keeps) stepOfBlockBy(method, keeps, lane, worker, inMemory, isHeld, &o, l1, corrections, scale)
    FOR_METHODS(CASE_OF_METHOD)
#undef BY_METHOD
}
