// Prediction of points that lie close together, as those of a boundary do, in the vector mapping. Where the first activation is piecewise linear, most
// units are locally linear: they do not bend between the points of a tile. There f(z) = s z + t, and z is x W + b, so that all of them together give the
// second layer x M + c, a collapsed layer. It is run with few inputs: the units that do bend, and the coordinates.
//
// Layout: `collapsed`, as many floats as the parameters (where a worker's gradient lies): two Layers, slopes and offsets of the units, coefficients
// [LINEAR_INPUTS + 1][units], then the parameters of the two collapsed layers.
// Needs: passes, linear_ranges of all piecewise linear kinds.

#define ROWS_TOGETHER 64 // points that are looked at together

// The range of the first layer's pre-activations over `count` points, lower and upper end of each unit.
INLINE void unitRanges(const __global Layer *layer, Constants model, Constants x, int xStride, int count, Memory low, Memory high)
{
    float least[LINEAR_INPUTS], most[LINEAR_INPUTS];
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
    FOR_LINEAR_KINDS(LINES_OF_KIND)
    int bending = 0;
    for (int unit = 0; unit < layer->outputs; ++unit)
        bending += isnan(offsets[unit]);
    return bending;
}

// sums = coefficients [LINEAR_INPUTS + 1][units] times the second layer's weights, for `vectors` vectors of its outputs.
INLINE void multiplyCoefficients(const int vectors, const __global Layer *layer, Constants model, Constants coefficients, int units, int lane,
                                 Memory weights, Memory bias)
{
    const int rows = LINEAR_INPUTS + 1;
    const int stride = layer->stride;
    vec sum[MAX_ROWS * MAX_VECTORS];
    FOR_BLOCK(CLEAR)
    multiplyBlock(rows, vectors, layer->inputs, coefficients, units, 1, model + layer->weight + lane, stride, sum);
#define STORE_COLLAPSED(r, v)                                                                                                    \
    if (r == LINEAR_INPUTS)                                                                                                      \
        storeVector(bias + lane + (v) * VEC, SUM(r, v) + loadVector(model + layer->bias + lane + (v) * VEC));                 \
    else                                                                                                                      \
        storeVector(weights + (r) * stride + lane + (v) * VEC, SUM(r, v));
    FOR_BLOCK(STORE_COLLAPSED)
}

INLINE void copyActivationParameters(Memory to, Constants from)
{
    storeVector(to, loadVector(from));
    storeVector(to + VEC, loadVector(from + VEC));
}

// Coefficients [LINEAR_INPUTS + 1][units] of the coordinates and of 1 in f(z), of the units that do not bend.
INLINE void coefficientsOfLines(const __global Layer *layer, Constants model, Constants slopes, Constants offsets, int units, Memory coefficients)
{
    for (int lane = 0; lane < layer->stride; lane += VEC) {
        const vec none = (vec)(0.0f);
        const vec line = loadVector(offsets + lane);
        const vec slope = select(loadVector(slopes + lane), none, isnan(line));
        const vec offset = select(line, none, isnan(line));
        for (int i = 0; i < LINEAR_INPUTS; ++i) {
            const vec weight = i < layer->inputs ? loadVector(model + layer->weight + i * layer->stride + lane) : none;
            storeVector(coefficients + i * units + lane, slope * weight);
        }
        storeVector(coefficients + LINEAR_INPUTS * units + lane, slope * loadVector(model + layer->bias + lane) + offset);
    }
}

// The units that bend, side by side, and the weights that the second layer has for them.
INLINE void keepBendingUnits(const __global Plan *plan, Constants model, Memory collapsed, const __global Layer *first, const __global Layer *second,
                          Constants offsets)
{
    const __global Layer *from = &plan->layers[0];
    const __global Layer *to = &plan->layers[1];
    const int inputs = from->inputs;
    int column = 0;
    for (int unit = 0; unit < from->outputs; ++unit) {
        if (!isnan(offsets[unit]))
            continue;
        collapsed[first->bias + column] = model[from->bias + unit];
        for (int i = 0; i < inputs; ++i)
            collapsed[first->weight + i * first->stride + column] = model[from->weight + i * from->stride + unit];
        for (int lane = 0; lane < to->stride; lane += VEC)
            storeVector(collapsed + second->weight + column * to->stride + lane, loadVector(model + to->weight + unit * to->stride + lane));
        ++column;
    }
    for (; column < first->stride; ++column) {
        collapsed[first->bias + column] = 0.0f;
        for (int i = 0; i < inputs; ++i)
            collapsed[first->weight + i * first->stride + column] = 0.0f;
    }
}

// The first two layers, whose parameters and places are then relative to `collapsed`: of the first only the units that bend, of the second the
// weights of these and (LINEAR_INPUTS rows, of which as many count as there are inputs) of the coordinates.
INLINE void collapseLinearUnits(const __global Plan *plan, Constants model, Memory collapsed, __global Layer *first, __global Layer *second,
                              Constants slopes, Constants offsets, int bending)
{
    const __global Layer *from = &plan->layers[0];
    const __global Layer *to = &plan->layers[1];
    const int units = roundUp(from->stride, REAL_WIDTH);
    const int inputs = from->inputs;
    first->stride = roundUp(bending + inputs, VEC);
    const Memory coefficients = (Memory)offsets + units;
    int place = coefficients - collapsed + (LINEAR_INPUTS + 1) * units;
    first->bias = place;
    first->weight = place += first->stride;
    first->parameter = place += inputs * first->stride;
    second->bias = place += 2 * VEC;
    second->parameter = place += to->stride;
    second->weight = place += 2 * VEC;
    second->inputs = bending + inputs;
    copyActivationParameters(collapsed + first->parameter, model + from->parameter);
    copyActivationParameters(collapsed + second->parameter, model + to->parameter);
    coefficientsOfLines(from, model, slopes, offsets, units, coefficients);
    keepBendingUnits(plan, model, collapsed, first, second, offsets);
    const Memory weights = collapsed + second->weight + bending * to->stride;
    int lane = 0;
    for (; lane + 2 * VEC <= to->stride; lane += 2 * VEC)
        multiplyCoefficients(2, to, model, coefficients, units, lane, weights, collapsed + second->bias);
    if (lane < to->stride)
        multiplyCoefficients(1, to, model, coefficients, units, lane, weights, collapsed + second->bias);
}

// The first two layers for `count` points from `row` on. `collapsed` is memory of as many floats as the parameters.
NOT_INLINE void predictCollapsed(Constants table, const __global Plan *plan, Constants model, Memory collapsed, Memory tiles, Constants x, int row,
                                    int count)
{
    const int xStride = plan->inputStride;
    const int rows = roundUp(count, ROW_STEP);
    __global Layer *first = (__global Layer *)collapsed;
    __global Layer *second = first + 1;
    *first = plan->layers[0];
    *second = plan->layers[1];
    second->value += row * second->stride;
    x += row * xStride;
    const Memory slopes = collapsed + FLOATS_OF_LAYERS;
    const Memory offsets = slopes + roundUp(first->stride, REAL_WIDTH);
    unitRanges(first, model, x, xStride, count, slopes, offsets);
    const int bending = linesOfUnits(table, first, model, slopes, offsets);
    const int collapses = 2 * bending <= first->outputs;
    if (collapses)
        collapseLinearUnits(plan, model, collapsed, first, second, slopes, offsets, bending);
    const Constants parameters = collapses ? collapsed : model;
    forwardLayer(EVALUATION, table, first, parameters, tiles, x, xStride, rows, noDraws());
    const Memory values = tiles + first->value;
    if (collapses) {
        for (int i = 0; i < first->inputs; ++i)
            for (int r = 0; r < rows; ++r)
                values[r * first->stride + bending + i] = x[r * xStride + i];
    }
    forwardLayer(EVALUATION, table, second, parameters, tiles, values, first->stride, rows, noDraws());
}

// All layers for `count` points from `start` on, a tile or less.
INLINE void predictTile(Constants table, const __global Plan *plan, Constants model, Memory worker, Memory tiles, Scratch scratch, Constants points,
                        int start, int count, int rows)
{
    const Constants x = points + (size_t)start * plan->inputStride;
    if (plan->usesLinearUnits) {
        for (int row = 0; row < count; row += ROWS_TOGETHER)
            predictCollapsed(table, plan, model, worker, tiles, x, row, min(ROWS_TOGETHER, count - row));
    }
    forwardLayers(EVALUATION, plan->usesLinearUnits ? 2 : 0, table, plan, model, tiles, x, rows, noDraws());
}
