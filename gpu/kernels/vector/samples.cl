// The samples of a tile: where they are, when they come in their own order, else collected from the places that an order says.
//
// Layout: collected points are [TILE][inputStride] at Plan::gathered, labels and targets at gatheredLabels and gatheredTargets.
// Needs: shared_layout, targets, ranges.

// Where the points of a tile are, which begins with `start`.
INLINE TileValues placeOfPoints(const __global Plan *plan, Tiles tiles, Constants points, int shuffles, int start)
{
    return shuffles ? tiles + plan->gathered : points + (size_t)start * plan->inputStride;
}

// Collects these rows of a tile of `count` points from `start` on, if samples have an order. Rows beyond are the last of them again, for which an
// activation is a number where it is one for the samples: what is no number would reach the gradient, though they have no part in the loss.
INLINE void takeRows(const __global Plan *plan, Tiles tiles, Constants points, __global const uint *order, int shuffles, int start, int count,
                     Range rows)
{
    const int stride = plan->inputStride;
    for (int row = rows.first; shuffles && row < rows.last; ++row) {
        const Memory to = tiles + plan->gathered + row * stride;
        const Constants from = points + (size_t)order[start + min(row, count - 1)] * stride;
        for (int i = 0; i < stride; ++i)
            to[i] = from[i];
    }
}

// `count` points from `start` on; rows up to `rows` are the last of them (or points that follow).
INLINE TileValues takePoints(int lane, const __global Plan *plan, Tiles tiles, Constants points, __global const uint *order, int shuffles,
                             int start, int count, int rows)
{
    takeRows(plan, tiles, points, order, shuffles, start, count, wholeOf(rows));
    return placeOfPoints(plan, tiles, points, shuffles, start);
}

// What those points should be. (Not the value of the function: Oclgrind 21.10 cannot load what the compiler makes of that.)
INLINE void takeTargets(int lane, const __global Plan *plan, Tiles tiles, Targets targets, __global const uint *order, int shuffles,
                        int start, int count, int rows, TileTargets *taken)
{
    taken->labels = targets.labels + start;
    taken->values = targets.values + start;
    taken->stride = targets.stride;
    if (!shuffles)
        return;
    __global int *labels = (__global int *)(tiles + plan->gatheredLabels);
    for (int row = 0; row < count; ++row) {
        if (!HAS_TARGET_VALUES)
            labels[row] = targets.labels[order[start + row]];
        for (int output = 0; HAS_TARGET_VALUES && output < plan->layers[plan->hiddenLayers].outputs; ++output)
            tiles[plan->gatheredTargets + output * TILE + row] = targets.values[output * targets.stride + order[start + row]];
    }
    taken->labels = labels;
    taken->values = tiles + plan->gatheredTargets;
    taken->stride = TILE;
}
