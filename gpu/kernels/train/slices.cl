// The parameters in slices, for work-groups that take the step of one model together.
//
// Layout: whole lines of the cache, and of weights that are transposed as many rows at once as are a line then.
// Needs: shared_layout, ranges.

INLINE int sliceStart(const __global Plan *plan, int slice, int slices)
{
    const int place = (int)((long)plan->parameters * slice / slices);
    for (int l = 1; l < plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        const int step = LINE_FLOATS * layer->stride;
        const int end = layer->weight + roundUp(layer->inputs * layer->stride, LINE_FLOATS);
        if (slice < slices && place >= layer->weight && place < end)
            return layer->weight + (place - layer->weight) / step * step;
    }
    return place / LINE_FLOATS * LINE_FLOATS;
}

// Slice `slice` of `slices` that are about equally long.
INLINE Range sliceOf(const __global Plan *plan, int slice, int slices)
{
    const Range result = {sliceStart(plan, slice, slices), sliceStart(plan, slice + 1, slices)};
    return result;
}
