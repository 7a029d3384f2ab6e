// The samples of a tile: where they are, when they come in their own order, else collected from the places that an order says.

// `count` points from `start` on; rows up to `rows` are 0 (or points that follow).
INLINE TileValues takePoints(const __global Plan *plan, Tiles tiles, Constants points, __global const uint *order, int shuffles, int start,
                             int count, int rows)
{
    const int stride = plan->inputStride;
    if (!shuffles)
        return points + (size_t)start * stride;
    for (int row = 0; row < rows; ++row) {
        const Memory to = tiles + plan->gathered + row * stride;
        if (row >= count) {
            for (int i = 0; i < stride; ++i)
                to[i] = 0.0f;
            continue;
        }
        const Constants from = points + (size_t)order[start + row] * stride;
        for (int i = 0; i < stride; ++i)
            to[i] = from[i];
    }
    return tiles + plan->gathered;
}

// What those points should be.
INLINE TileTargets takeTargets(const __global Plan *plan, Tiles tiles, Targets targets, __global const uint *order, int shuffles, int start,
                               int count, int rows)
{
    TileTargets taken = {targets.labels + start, targets.values + start, targets.stride};
    if (!shuffles)
        return taken;
    __global int *labels = (__global int *)(tiles + plan->gatheredLabels);
    for (int row = 0; row < count; ++row) {
#if LOSS == SQUARED_ERROR_OF_VALUES
        for (int output = 0; output < plan->layers[plan->hiddenLayers].outputs; ++output)
            tiles[plan->gatheredTargets + output * TILE + row] = targets.values[output * targets.stride + order[start + row]];
#else
        labels[row] = targets.labels[order[start + row]];
#endif
    }
    taken.labels = labels;
    taken.values = tiles + plan->gatheredTargets;
    taken.stride = TILE;
    return taken;
}
