// The samples of a tile are always copied to where tiles are: all work-items read them many times.

// `count` points from `start` on, or those that `order` says; rows up to `rows` are 0.
INLINE TileValues takePoints(const __global Plan *plan, Tiles tiles, Constants points, __global const uint *order, int shuffles, int start,
                             int count, int rows)
{
    const int stride = plan->inputStride;
    const Tiles to = tiles + plan->gathered;
    for (int place = LANE; place < rows * stride; place += LANES) {
        const int row = place / stride;
        float coordinate = 0.0f;
        if (row < count)
            coordinate = points[(size_t)(shuffles ? order[start + row] : start + row) * stride + place - row * stride];
        to[place] = coordinate;
    }
    return to;
}

// What those points should be.
INLINE TileTargets takeTargets(const __global Plan *plan, Tiles tiles, Targets targets, __global const uint *order, int shuffles, int start,
                               int count, int rows)
{
    TILE_SPACE int *labels = (TILE_SPACE int *)(tiles + plan->gatheredLabels);
    const Tiles values = tiles + plan->gatheredTargets;
    for (int row = LANE; row < rows; row += LANES) {
        const int inside = row < count;
        const int sample = !inside ? 0 : shuffles ? (int)order[start + row] : start + row;
#if LOSS == SQUARED_ERROR_OF_VALUES
        for (int output = 0; output < plan->layers[plan->hiddenLayers].outputs; ++output)
            values[output * TILE + row] = inside ? targets.values[output * targets.stride + sample] : 0.0f;
#else
        labels[row] = inside ? targets.labels[sample] : 0;
#endif
    }
    const TileTargets taken = {labels, values, TILE};
    return taken;
}
