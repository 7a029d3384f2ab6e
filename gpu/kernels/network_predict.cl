// Forward only, over many points, one work-group for each chunk of them.

// Probability of class 1 at `count` points, `chunk` (a multiple of TILE) by each work-group, which has `tileStride` floats for
// its tiles. The last tile's rows beyond the points are read as well: `points` must be that long.
__kernel __attribute__((reqd_work_group_size(1, 1, 1))) void
predictNetwork(const __global Plan *plan, __global const float *model, __global float *tiles, int tileStride,
               __global const float *points, __global float *probability, int count, int chunk)
{
    const Draws none = {0, 0, 0, 0};
    const int group = get_group_id(0);
    const int inputs = plan->layers[0].inputs;
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    const int end = min(count, (group + 1) * chunk);
    tiles += (size_t)group * tileStride;
    fillTable(tiles + plan->table);
    const Memory logits = tiles + plan->logits;
    for (int start = group * chunk; start < end; start += TILE) {
        const int rows = min(TILE, end - start);
        forwardTile(EVALUATION, tiles + plan->table, plan, model, tiles, points + (size_t)start * inputs, roundUp(rows, BLOCK_ROWS), none);
        for (int sample = 0; sample < rows; sample += REAL_WIDTH)
            storeReal(probability + start + sample, probabilityOfOne(tiles + plan->table, outputs, logits + sample));
    }
}
