// Random numbers of the elements of a tile, for activations that draw while training: core/base/counter_random.h's, so that they depend on seed,
// epoch, sample and unit alone.
//
// Layout: an element is a unit of a sample, at row * stride + unit of its layer's tile.
// Needs: shared_layout, real.

// How the elements of a tile are counted.
typedef struct {
    uint seed;
    uint epoch;
    uint hiddenUnits;
    uint firstSample;            // of the tile, where samples come in their own order
    __global const uint *order;  // otherwise which sample each row of the tile is
    int isOrdered;
} Draws;

INLINE Draws noDraws(void)
{
    const Draws none = {0, 0, 0, 0, 0, 0};
    return none;
}

// core/base/counter_random.h's elementUniform for the elements from place `place` of a tile on. Both halves of a `real` (a stride is a
// multiple of VEC) lie in one row each.
INLINE real elementUniform(Draws draws, const __global Layer *layer, int place)
{
    uint first[REAL_WIDTH / VEC];
    for (int part = 0; part < REAL_WIDTH / VEC; ++part) {
        const uint row = (uint)(place + part * VEC) / (uint)layer->stride;
        const uint unit = layer->firstUnit + (place + part * VEC) - row * layer->stride;
        const uint sample = draws.isOrdered ? draws.order[row] : draws.firstSample + row;
        first[part] = sample * draws.hiddenUnits + unit - part * VEC;
    }
    const integer upper = LANE_INTEGERS >= (integer)(VEC);
    natural c0 = AS_NATURAL(upper ? (integer)((int)first[REAL_WIDTH / VEC - 1]) : (integer)((int)first[0])) + AS_NATURAL(LANE_INTEGERS);
    natural c1 = (natural)(draws.epoch);
    uint key = draws.seed;
    for (int round = 0; round < 10; ++round) {
        const natural high = mul_hi(c0, (natural)(0xD256D193u));
        const natural low = c0 * (natural)(0xD256D193u);
        c0 = high ^ (natural)(key) ^ c1;
        c1 = low;
        key += 0x9E3779B9u;
    }
    return TO_REAL(c0 >> 8) * (real)(0x1p-24f);
}
