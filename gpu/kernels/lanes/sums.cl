// Gradients that are no block: of biases, of the weights between points and the first layer or between the last layer and few outputs. Items add up their
// own rows in registers, and what all rows make is added to the gradient once a shard, or once a block where a layer has several.
//
// Layout: for that the sums come to SUMS_PLACE, [vector][ROW_GROUPS][UNITS]: the place of the weights, and what follows it; or that of inputs, and what
// follows, where weights keep theirs and there is room.
// Needs: block.

#define OUTPUTS_IN_REGISTERS 2
#define WEIGHTS_CAN_STAY(plan) (FEW_ROWS > 1 || (plan)->tileRows > ROW_GROUPS) // three vectors are as long as two rows of two places
#define SUMS_PLACE(plan) ((plan)->keepsWeights && WEIGHTS_CAN_STAY(plan) ? INPUTS : WEIGHTS)

typedef struct {
    float4 bias;
    float4 ofInput0;
    float4 ofInput1;
    float4 ofOutput0;
    float4 ofOutput1;
} QuadSums;

INLINE QuadSums noQuadSums(void)
{
    const QuadSums none = {(float4)(0.0f), (float4)(0.0f), (float4)(0.0f), (float4)(0.0f), (float4)(0.0f)};
    return none;
}

INLINE const __global Layer *outputLayerOf(const Tile *tile)
{
    return &tile->plan->layers[tile->plan->hiddenLayers];
}

// dLoss/dlogit of a row and an output.
INLINE float outputDelta(const Tile *tile, int row, int output)
{
    return tile->tiles[tile->plan->logits + output * tile->rows + row];
}

// dLoss/dvalue of a quad of the last hidden layer.
INLINE float4 backFromOutputs(const Tile *tile, int row, int unit)
{
    const __global Layer *output = outputLayerOf(tile);
    float4 sum = (float4)(0.0f);
    for (int o = 0; o < output->outputs; ++o)
        sum += outputDelta(tile, row, o) * loadFour(tile->model + output->weight + o * output->stride + unit);
    return sum;
}

INLINE void addToQuad(const Tile *tile, TileStep step, int row, float4 delta, float4 value, int isLast, QuadSums *own)
{
    own->bias += delta;
    if (step.work & FROM_POINTS) {
        const float2 point = pointOf(tile, row);
        own->ofInput0 += point.x * delta;
        own->ofInput1 += point.y * delta;
    }
    if (isLast && outputLayerOf(tile)->outputs <= OUTPUTS_IN_REGISTERS) {
        own->ofOutput0 += outputDelta(tile, row, 0) * value;
        own->ofOutput1 += outputDelta(tile, row, outputLayerOf(tile)->outputs - 1) * value; // not used where that is the only one
    }
}

INLINE float4 quadIf(int condition, float4 quad)
{
    return condition ? quad : (float4)(0.0f);
}

// Quad `q`, whichever it is. What is in registers has no number and no address, not even one of two: hence all are added to, and what is chosen is the value.
NOT_INLINE void addQuad(const QuadSums *own, int q, int isLast, Sums *sums)
{
UNROLL
    for (int each = 0; each < QUADS; ++each) {
        sums->quads[BIAS_OF_LAST * QUADS + each] += quadIf(each == q && isLast, own->bias);
        sums->quads[BIAS_OF_OTHER * QUADS + each] += quadIf(each == q && !isLast, own->bias);
        sums->quads[OF_OUTPUT_0 * QUADS + each] += quadIf(each == q, own->ofOutput0);
        sums->quads[OF_OUTPUT_1 * QUADS + each] += quadIf(each == q, own->ofOutput1);
        sums->quads[OF_INPUT_0 * QUADS + each] += quadIf(each == q, own->ofInput0);
        sums->quads[OF_INPUT_1 * QUADS + each] += quadIf(each == q, own->ofInput1);
    }
}

// Marks the units whose derivative is not 0 for all of the samples. Other work-groups may mark the same unit, with the same epoch.
INLINE void noteAlive(const Tile *tile, const __global Layer *layer, int unit, int4 alive)
{
    __global int *const last = tile->lastAlive + layer->firstUnit + unit;
#define NOTE_ONE(i, component)                               \
    if (alive.component && unit + i < layer->outputs)        \
        atomic_max(last + i, (int)tile->draws.epoch);
    FOR_COMPONENTS(NOTE_ONE)
}

INLINE int hasVectorsOfInputs(const Tile *tile, TileStep step)
{
    return step.layer == 0 && tile->plan->isFromPoints;
}

// Where the item puts vector `vector` of its sums: of slot `slot`, or of `other` where that is not chosen.
NOT_INLINE void storeVectorOfSums(const Tile *tile, int vector, const int slot, const int other, int isChosen, Sums *sums)
{
    const Tiles place = tile->tiles + SUMS_PLACE(tile->plan) + (vector * ROW_GROUPS + tile->rowGroup) * UNITS;
UNROLL
    for (int q = 0; q < QUADS; ++q) {
        const float4 first = sums->quads[slot * QUADS + q], second = sums->quads[other * QUADS + q];
        storeQuad(place + COLUMN_OF(tile->columnGroup, q), isChosen ? first : second);
        sums->quads[other * QUADS + q] = quadIf(isChosen, second);
        sums->quads[slot * QUADS + q] = quadIf(!isChosen, first);
    }
}

// The sums of a layer to where all can read them: biases, then weights of inputs, then of outputs. Begins anew.
NOT_INLINE void storeSums(int lane, const Tile *tile, TileStep step, Sums *sums)
{
    int vectors = 1;
    const int isLast = step.layer + 1 == tile->plan->hiddenLayers;
    storeVectorOfSums(tile, 0, BIAS_OF_LAST, BIAS_OF_OTHER, isLast, sums);
    if (hasVectorsOfInputs(tile, step)) {
        storeVectorOfSums(tile, 1, OF_INPUT_0, OF_INPUT_0, 1, sums);
        storeVectorOfSums(tile, 2, OF_INPUT_1, OF_INPUT_1, 1, sums);
        vectors = 3;
    }
    if (isLast && outputLayerOf(tile)->outputs <= OUTPUTS_IN_REGISTERS) {
        storeVectorOfSums(tile, vectors, OF_OUTPUT_0, OF_OUTPUT_0, 1, sums);
        storeVectorOfSums(tile, vectors + 1, OF_OUTPUT_1, OF_OUTPUT_1, 1, sums);
    }
    tile->scratch[lane] = isLast ? sums->ofLastParameter : sums->ofOtherParameter;
    sums->ofLastParameter = isLast ? 0.0f : sums->ofLastParameter;
    sums->ofOtherParameter = isLast ? sums->ofOtherParameter : 0.0f;
}

// Adds column `column` of vector `vector` to the gradient at `place`.
INLINE void addColumn(const Tile *tile, int vector, int column, Memory place)
{
    const TileValues from = tile->tiles + SUMS_PLACE(tile->plan) + vector * ROW_GROUPS * UNITS + column;
    float sum = 0.0f;
    for (int group = 0; group < ROW_GROUPS; ++group)
        sum += from[group * UNITS];
    *place += sum;
}

NOT_INLINE void addSums(int lane, const Tile *tile, TileStep step)
{
    const __global Layer *layer = layerOf(tile, step);
    const __global Layer *output = outputLayerOf(tile);
    const int inputs = hasVectorsOfInputs(tile, step) ? layer->inputs : 0;
    const int firstOutput = hasVectorsOfInputs(tile, step) ? 3 : 1;
    const int isLast = step.layer + 1 == tile->plan->hiddenLayers;
    const int outputs = isLast && output->outputs <= OUTPUTS_IN_REGISTERS ? output->outputs : 0;
    for (int column = lane; column < UNITS; column += LANES) {
        const int unit = step.column * UNITS + column;
        if (unit >= layer->outputs)
            break;
        addColumn(tile, 0, column, tile->gradient + layer->bias + unit);
        for (int i = 0; i < inputs; ++i)
            addColumn(tile, 1 + i, column, tile->gradient + layer->weight + i * layer->stride + unit);
        for (int o = 0; o < outputs; ++o)
            addColumn(tile, firstOutput + o, column, tile->gradient + output->weight + o * output->stride + unit);
    }
    if (lane == 0 && layer->learns) {
        float sum = 0.0f;
        for (int other = 0; other < LANES; ++other)
            sum += tile->scratch[other];
        tile->gradient[layer->parameter] += sum;
    }
}
