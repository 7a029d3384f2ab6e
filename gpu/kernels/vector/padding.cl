// The lanes that fill up a layer's last vector are no units, but an activation is computed there, too, of 0. What multiplies it is 0, which leaves
// nothing of a number. Where it may give something else (Layer::clearsPadding), it becomes 0 before anything is added up.
//
// Layout: lanes outputs … stride - 1 of each row of a layer's tile.
// Needs: shared_layout, product.

INLINE void keepUnits(Memory place, JOIN(int, VEC) isUnit)
{
    storeVector(place, isUnit ? loadVector(place) : (vec)(0.0f));
}

// Value and, while training, slope (and df/dp0) in lanes `first` … `last` - 1, whole vectors, of a row of the layer's tile.
INLINE void clearLanes(const int mode, const __global Layer *layer, Memory tiles, int row, int first, int last)
{
    for (int lane = max(first, layer->outputs / VEC * VEC); lane < last; lane += VEC) {
        const JOIN(int, VEC) isUnit = (JOIN(int, VEC))(lane) + LANE_INTEGERS.lo < (JOIN(int, VEC))(layer->outputs);
        const int place = row * layer->stride + lane;
        keepUnits(tiles + layer->value + place, isUnit);
        if (mode == TRAINING) {
            keepUnits(tiles + layer->slope + place, isUnit);
#ifdef SOMETHING_LEARNS
            if (layer->learns)
                keepUnits(tiles + layer->parameterSlope + place, isUnit);
#endif
        }
    }
}

// The same for places `first` … `last` - 1 of the tile.
INLINE void clearPlaces(const int mode, const __global Layer *layer, Memory tiles, int first, int last)
{
    const int stride = layer->stride;
    for (int row = first / stride; row * stride < last; ++row)
        clearLanes(mode, layer, tiles, row, max(first - row * stride, 0), min(last - row * stride, stride));
}
