// The samples of a tile are always copied to where tiles are: all work-items read them many times.
//
// Layout: points are [TILE][inputStride] at Plan::gathered, labels and targets at gatheredLabels and gatheredTargets.
// Needs: work_group, targets.

// `count` points from `start` on, or those that `order` says; rows up to `rows` are the last of them, as in vector/samples.cl.
NOT_INLINE TileValues takePoints(int lane, const __global Plan *plan, Tiles tiles, Constants points, __global const uint *order, int shuffles,
                                 int start, int count, int rows)
{
    const int stride = plan->inputStride;
    const Tiles to = tiles + plan->gathered;
    for (int place = lane; place < rows * stride; place += LANES) {
        const int row = place / stride;
        const int sample = start + min(row, count - 1);
        to[place] = points[(size_t)(shuffles ? order[sample] : sample) * stride + place - row * stride];
    }
    return to;
}

// What those points should be.
NOT_INLINE void takeTargets(int lane, const __global Plan *plan, Tiles tiles, Targets targets, __global const uint *order, int shuffles,
                            int start, int count, int rows, TileTargets *taken)
{
    TILE_SPACE int *labels = (TILE_SPACE int *)(tiles + plan->gatheredLabels);
    const Tiles values = tiles + plan->gatheredTargets;
    for (int row = lane; row < rows; row += LANES) {
        const int inside = row < count;
        const int sample = !inside ? 0 : shuffles ? (int)order[start + row] : start + row;
        if (!HAS_TARGET_VALUES)
            labels[row] = inside ? targets.labels[sample] : 0;
        for (int output = 0; HAS_TARGET_VALUES && output < plan->layers[plan->hiddenLayers].outputs; ++output)
            values[output * TILE + row] = inside ? targets.values[output * targets.stride + sample] : 0.0f;
    }
    taken->labels = labels;
    taken->values = values;
    taken->stride = TILE;
}
