// What samples should be: labels, or the values of a regression.
//
// Layout: of a whole set as SampleSet says; of a tile wherever tiles lie, or in the set where its samples come in their own order.
// Needs: shared_layout, work_group.

// Labels, or `values` [outputs][stride].
typedef struct {
    __global const int *labels;
    Constants values;
    int stride;
} Targets;

// The same of a tile's samples, wherever tiles lie.
typedef struct {
    TILE_SPACE const int *labels;
    TileValues values;
    int stride;
} TileTargets;

// Where the points of a set begin.
INLINE Constants pointsOf(const __global SampleSet *set, Constants samples)
{
    return samples + set->points;
}

INLINE void setUpTargets(Targets *targets, const __global SampleSet *set, Constants samples)
{
    targets->labels = (__global const int *)samples;
    targets->values = samples + set->values;
    targets->stride = set->stride;
}
