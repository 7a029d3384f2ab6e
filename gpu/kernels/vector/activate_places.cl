// The activation of a hidden layer as a pass of its own, over the places of the layer's tile. In a program once for each activation that is not applied
// while a block is at hand (forward_layer.cl), with another KIND.
//
// Layout: places are floats of the tile, [rows][stride], whole `real`s of them.
// Needs: activation, random, padding.

// value = f(z) in place of z and, while training, slope = f'(z) (and df/dp0), for places `first` … `last` - 1 of a layer's tile, whole `real`s.
INLINE void OF_KIND(activatePlaces)(const int mode, Constants table, const __global Layer *layer, Constants parameters, Memory tiles, int first,
                                    int last, Draws draws)
{
    const Memory value = tiles + layer->value;
    const Memory slope = tiles + layer->slope;
#ifdef ACTIVATION_LEARNS
    const Memory parameterSlope = tiles + layer->parameterSlope;
#endif
    real p0 = (real)(parameters[layer->parameter]);
    real p1 = (real)(parameters[layer->parameter + VEC]);
#ifdef ACTIVATION_DRAWS
    const real lower = p0, upper = p1;
#endif
    for (int place = first; place < last; place += REAL_WIDTH) {
#ifdef ACTIVATION_DRAWS
        if (mode == TRAINING)
            p0 = p1 = OF_KIND(activationDraw)(table, elementUniform(draws, layer, place), lower, upper);
#endif
        const real z = loadReal(value + place);
        const real y = OF_KIND(activationValue)(table, z, p0, p1);
        if (mode == TRAINING) {
            // Everything is computed before anything is stored, since a store might change the table for all that the compiler knows.
            const real derivative = OF_KIND(activationDerivative)(table, z, y, p0, p1);
#ifdef ACTIVATION_LEARNS
            storeReal(parameterSlope + place, OF_KIND(activationParameterDerivative)(table, z, y, p0, p1));
#endif
            storeReal(slope + place, derivative);
        }
        storeReal(value + place, y);
    }
    if (layer->clearsPadding)
        clearPlaces(mode, layer, tiles, first, last);
}
