// An activation on the way forward and back, in the lanes mapping: an item goes over its own quads of a block, one after the other, since a long formula
// times all of them would take the registers of the products. In a program once for each of its activations, with another KIND.
//
// Layout: the places of block.cl.
// Needs: block, activation, random.

// f, f' … of a quad.
#define OF_QUAD(function, arguments) \
    (float4)(OF_KIND(function) arguments(x), OF_KIND(function) arguments(y), OF_KIND(function) arguments(z), OF_KIND(function) arguments(w))
#define OF_Z(i) ((Constants)0, z.i, p0.i, p1.i)
#define OF_Z_AND_VALUE(i) ((Constants)0, z.i, y.i, p0.i, p1.i)

INLINE float4 OF_KIND(valueOfQuad)(float4 z, float4 p0, float4 p1)
{
    return OF_QUAD(activationValue, OF_Z);
}

INLINE float4 OF_KIND(slopeOfQuad)(float4 z, float4 y, float4 p0, float4 p1)
{
    return OF_QUAD(activationDerivative, OF_Z_AND_VALUE);
}

#ifdef ACTIVATION_LEARNS
INLINE float4 OF_KIND(parameterSlopeOfQuad)(float4 z, float4 y, float4 p0, float4 p1)
{
    return OF_QUAD(activationParameterDerivative, OF_Z_AND_VALUE);
}
#endif

// The activation's parameters for a quad: its own, or while training those that it draws.
INLINE void OF_KIND(parametersOfQuad)(const Tile *tile, const __global Layer *layer, int row, int unit, float4 *p0, float4 *p1)
{
    const float lower = tile->model[layer->parameter], upper = tile->model[layer->parameter + VEC];
    *p0 = (float4)(lower);
    *p1 = (float4)(upper);
#ifdef ACTIVATION_DRAWS
    if (tile->mode == TRAINING) {
        const int place = row * layer->stride + unit;
#define DRAWN(i) OF_KIND(activationDraw)((Constants)0, elementUniform(tile->draws, layer, place + i), lower, upper)
        *p0 = *p1 = (float4)(DRAWN(0), DRAWN(1), DRAWN(2), DRAWN(3));
    }
#endif
}

NOT_INLINE void OF_KIND(activateQuads)(const Tile *tile, TileStep step)
{
    const __global Layer *layer = layerOf(tile, step);
#pragma unroll 1
    for (int q = 0; q < QUADS; ++q) {
        const int column = COLUMN_OF(tile->columnGroup, q);
        const int unit = step.column * UNITS + column;
        if (column >= UNITS || unit >= layer->stride)
            break;
        const PointWeights weights = pointWeights(tile, layer, unit, step.work & FROM_POINTS);
#pragma unroll 1
        for (int row = tile->rowGroup; row < tile->count; row += ROW_GROUPS) {
            const float4 z = sumsOf(tile, step, layer, &weights, row, column, unit);
            float4 p0, p1;
            OF_KIND(parametersOfQuad)(tile, layer, row, unit, &p0, &p1);
            const float4 y = withoutPadding(OF_KIND(valueOfQuad)(z, p0, p1), layer->outputs - unit);
            const Memory memory = tile->worker + row * layer->stride + unit;
            if (step.work & KEEPS_SUMS)
                storeFour(memory + layer->slope, z);
            if (step.work & TO_MEMORY)
                storeFour(memory + layer->value, y);
            else
                storeQuad(tile->tiles + (step.work & TO_INPUTS ? INPUTS : DELTAS(tile)) + AT(row, column), y);
        }
    }
}

// dLoss/dz of the item's quads from dLoss/dvalue, and what follows from it for the gradients of biases, of the weights beside points and outputs, and of the
// activation's parameter.
NOT_INLINE void OF_KIND(backQuads)(const Tile *tile, TileStep step, Sums *sums)
{
    const __global Layer *layer = layerOf(tile, step);
    const int isLast = step.layer + 1 == tile->plan->hiddenLayers;
    float parameter = 0.0f;
#pragma unroll 1
    for (int q = 0; q < QUADS; ++q) {
        const int column = COLUMN_OF(tile->columnGroup, q);
        const int unit = step.column * UNITS + column;
        if (column >= UNITS || unit >= layer->stride)
            break;
        const PointWeights weights = pointWeights(tile, layer, unit, step.work & FROM_POINTS);
        QuadSums own = noQuadSums();
        int4 alive = (int4)(0);
#pragma unroll 1
        for (int row = tile->rowGroup; row < tile->count; row += ROW_GROUPS) {
            const float4 z = sumsOf(tile, step, layer, &weights, row, column, unit);
            const float4 back = isLast ? backFromOutputs(tile, row, unit) : loadQuad(tile->tiles + DELTAS(tile) + AT(row, column));
            float4 p0, p1;
            OF_KIND(parametersOfQuad)(tile, layer, row, unit, &p0, &p1);
            const float4 y = OF_KIND(valueOfQuad)(z, p0, p1);
            const float4 slope = OF_KIND(slopeOfQuad)(z, y, p0, p1);
            const float4 delta = withoutPadding(back * slope, layer->outputs - unit);
#ifdef ACTIVATION_LEARNS
            const float4 ofParameter = withoutPadding(back * OF_KIND(parameterSlopeOfQuad)(z, y, p0, p1), layer->outputs - unit);
            parameter += (ofParameter.x + ofParameter.y) + (ofParameter.z + ofParameter.w);
#endif
            storeQuad(tile->tiles + DELTAS(tile) + AT(row, column), delta);
            if (step.work & TO_MEMORY)
                storeFour(tile->worker + layer->parameterSlope + row * layer->stride + unit, delta);
            alive |= slope != (float4)(0.0f);
            addToQuad(tile, step, row, delta, withoutPadding(y, layer->outputs - unit), isLast, &own);
        }
        if (tile->plan->tracksUnits)
            noteAlive(tile, layer, unit, alive);
        addQuad(&own, q, isLast, sums);
    }
    sums->ofLastParameter += isLast ? parameter : 0.0f;
    sums->ofOtherParameter += isLast ? 0.0f : parameter;
}

#undef OF_QUAD
#undef OF_Z
#undef OF_Z_AND_VALUE
#undef DRAWN
