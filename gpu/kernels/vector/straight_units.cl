// Prediction of points that lie close together, as those of a boundary do, in the vector mapping. Where the first activation consists of
// straight pieces, most units do not bend between the points of a tile: f(z) = s z + t there, and z is x W + b, so that all of them together give
// the second layer x M + c. It is run with few inputs: the units that do bend, and the coordinates.

#define FEW_INPUTS 3
#define STRAIGHT_ROWS 64     // points that are looked at together
#define FLOATS_OF_LAYERS 32  // that two Layers take, or more

// The range of the first layer's pre-activations over `count` points, lower and upper end of each unit.
INLINE void unitRanges(const __global Layer *layer, Constants model, Constants x, int xStride, int count, Memory low, Memory high)
{
    float least[FEW_INPUTS], most[FEW_INPUTS];
    for (int i = 0; i < layer->inputs; ++i) {
        least[i] = most[i] = x[i];
        for (int row = 1; row < count; ++row) {
            const float value = x[row * xStride + i];
            least[i] = value < least[i] ? value : least[i]; // an instruction, which fmin is not
            most[i] = value > most[i] ? value : most[i];
        }
    }
    for (int lane = 0; lane < layer->stride; lane += VEC) {
        vec lower = loadVector(model + layer->bias + lane);
        vec upper = lower;
        for (int i = 0; i < layer->inputs; ++i) {
            const vec weight = loadVector(model + layer->weight + i * layer->stride + lane);
            lower += fmin(weight * least[i], weight * most[i]);
            upper += fmax(weight * least[i], weight * most[i]);
        }
        storeVector(low + lane, lower);
        storeVector(high + lane, upper);
    }
}

// Slope and offset of every unit's line, the offset NaN where it bends. Returns how many do.
INLINE int linesOfUnits(Constants table, const __global Layer *layer, Constants model, Memory slopes, Memory offsets)
{
    const int count = roundUp(layer->stride, REAL_WIDTH);
    const real p0 = (real)(model[layer->parameter]);
    const real p1 = (real)(model[layer->parameter + VEC]);
#define LINES_OF_KIND(k)                                                           \
    if (layer->kind == k)                                                          \
        JOIN(linesBetween, k)(table, p0, p1, slopes, offsets, count);
    FOR_STRAIGHT_KINDS(LINES_OF_KIND)
    int bent = 0;
    for (int unit = 0; unit < layer->outputs; ++unit)
        bent += isnan(offsets[unit]);
    return bent;
}

// sums = coefficients [FEW_INPUTS + 1][units] times the second layer's weights, for `vectors` vectors of its outputs.
INLINE void multiplyCoefficients(const int vectors, const __global Layer *layer, Constants model, Constants coefficients, int units, int lane,
                                 Memory weights, Memory bias)
{
    const int rows = FEW_INPUTS + 1;
    const int stride = layer->stride;
    vec sum[MAX_ROWS * MAX_VECTORS];
    FOR_BLOCK(CLEAR)
    multiplyBlock(rows, vectors, layer->inputs, coefficients, units, 1, model + layer->weight + lane, stride, sum);
#define STORE_JOINED(r, v)                                                                                                    \
    if (r == FEW_INPUTS)                                                                                                      \
        storeVector(bias + lane + (v) * VEC, SUM(r, v) + loadVector(model + layer->bias + lane + (v) * VEC));                 \
    else                                                                                                                      \
        storeVector(weights + (r) * stride + lane + (v) * VEC, SUM(r, v));
    FOR_BLOCK(STORE_JOINED)
}

INLINE void copyActivationParameters(Memory to, Constants from)
{
    storeVector(to, loadVector(from));
    storeVector(to + VEC, loadVector(from + VEC));
}

// Coefficients [FEW_INPUTS + 1][units] of the coordinates and of 1 in f(z), of the units that do not bend.
INLINE void coefficientsOfLines(const __global Layer *layer, Constants model, Constants slopes, Constants offsets, int units, Memory coefficients)
{
    for (int lane = 0; lane < layer->stride; lane += VEC) {
        const vec none = (vec)(0.0f);
        const vec line = loadVector(offsets + lane);
        const vec slope = select(loadVector(slopes + lane), none, isnan(line));
        const vec offset = select(line, none, isnan(line));
        for (int i = 0; i < FEW_INPUTS; ++i) {
            const vec weight = i < layer->inputs ? loadVector(model + layer->weight + i * layer->stride + lane) : none;
            storeVector(coefficients + i * units + lane, slope * weight);
        }
        storeVector(coefficients + FEW_INPUTS * units + lane, slope * loadVector(model + layer->bias + lane) + offset);
    }
}

// The units that bend, side by side, and the weights that the second layer has for them.
INLINE void keepBentUnits(const __global Plan *plan, Constants model, Memory joined, const __global Layer *first, const __global Layer *second,
                          Constants offsets)
{
    const __global Layer *from = &plan->layers[0];
    const __global Layer *to = &plan->layers[1];
    const int inputs = from->inputs;
    int column = 0;
    for (int unit = 0; unit < from->outputs; ++unit) {
        if (!isnan(offsets[unit]))
            continue;
        joined[first->bias + column] = model[from->bias + unit];
        for (int i = 0; i < inputs; ++i)
            joined[first->weight + i * first->stride + column] = model[from->weight + i * from->stride + unit];
        for (int lane = 0; lane < to->stride; lane += VEC)
            storeVector(joined + second->weight + column * to->stride + lane, loadVector(model + to->weight + unit * to->stride + lane));
        ++column;
    }
    for (; column < first->stride; ++column) {
        joined[first->bias + column] = 0.0f;
        for (int i = 0; i < inputs; ++i)
            joined[first->weight + i * first->stride + column] = 0.0f;
    }
}

// The first two layers, whose parameters and places are then relative to `joined`: of the first only the units that bend, of the second the
// weights of these and (FEW_INPUTS rows, of which as many count as there are inputs) of the coordinates.
INLINE void joinStraightUnits(const __global Plan *plan, Constants model, Memory joined, __global Layer *first, __global Layer *second,
                              Constants slopes, Constants offsets, int bent)
{
    const __global Layer *from = &plan->layers[0];
    const __global Layer *to = &plan->layers[1];
    const int units = roundUp(from->stride, REAL_WIDTH);
    const int inputs = from->inputs;
    first->stride = roundUp(bent + inputs, VEC);
    const Memory coefficients = (Memory)offsets + units;
    int place = coefficients - joined + (FEW_INPUTS + 1) * units;
    first->bias = place;
    first->weight = place += first->stride;
    first->parameter = place += inputs * first->stride;
    second->bias = place += 2 * VEC;
    second->parameter = place += to->stride;
    second->weight = place += 2 * VEC;
    second->inputs = bent + inputs;
    copyActivationParameters(joined + first->parameter, model + from->parameter);
    copyActivationParameters(joined + second->parameter, model + to->parameter);
    coefficientsOfLines(from, model, slopes, offsets, units, coefficients);
    keepBentUnits(plan, model, joined, first, second, offsets);
    const Memory weights = joined + second->weight + bent * to->stride;
    int lane = 0;
    for (; lane + 2 * VEC <= to->stride; lane += 2 * VEC)
        multiplyCoefficients(2, to, model, coefficients, units, lane, weights, joined + second->bias);
    if (lane < to->stride)
        multiplyCoefficients(1, to, model, coefficients, units, lane, weights, joined + second->bias);
}

// The first two layers for `count` points from `row` on. `joined` is memory of as many floats as the parameters.
NOT_INLINE void predictStraightened(Constants table, const __global Plan *plan, Constants model, Memory joined, Memory tiles, Constants x, int row,
                                    int count)
{
    const int xStride = plan->inputStride;
    const int rows = roundUp(count, ROW_STEP);
    __global Layer *first = (__global Layer *)joined;
    __global Layer *second = first + 1;
    *first = plan->layers[0];
    *second = plan->layers[1];
    second->value += row * second->stride;
    x += row * xStride;
    const Memory slopes = joined + FLOATS_OF_LAYERS;
    const Memory offsets = slopes + roundUp(first->stride, REAL_WIDTH);
    unitRanges(first, model, x, xStride, count, slopes, offsets);
    const int bent = linesOfUnits(table, first, model, slopes, offsets);
    const int joins = 2 * bent <= first->outputs;
    if (joins)
        joinStraightUnits(plan, model, joined, first, second, slopes, offsets, bent);
    const Constants parameters = joins ? joined : model;
    forwardLayer(EVALUATION, table, first, parameters, tiles, x, xStride, rows, noDraws());
    const Memory values = tiles + first->value;
    if (joins) {
        for (int i = 0; i < first->inputs; ++i)
            for (int r = 0; r < rows; ++r)
                values[r * first->stride + bent + i] = x[r * xStride + i];
    }
    forwardLayer(EVALUATION, table, second, parameters, tiles, values, first->stride, rows, noDraws());
}

// All layers for the `count` points of a tile.
INLINE void predictTile(Constants table, const __global Plan *plan, Constants model, Memory worker, Memory tiles, Constants x, int count, int rows)
{
    if (plan->straightens) {
        for (int row = 0; row < count; row += STRAIGHT_ROWS)
            predictStraightened(table, plan, model, worker, tiles, x, row, min(STRAIGHT_ROWS, count - row));
    }
    forwardLayers(EVALUATION, plan->straightens ? 2 : 0, table, plan, model, tiles, x, rows, noDraws());
}
