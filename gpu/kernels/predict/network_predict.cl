// Forward only, over many points, one work-group for each chunk of them.

// What the network says at `count` points, `chunk` (a multiple of TILE) by each work-group: answers[output][answerStride]. The last tile's
// rows beyond the points are read as well: `points` must be that long, and so must every output's row of answers.
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
predictNetwork(const __global Plan *plans, ulong modelStride, ulong workerStride, int slot, int planNumber, __global const float *models,
               __global float *workers, __global const float *points, __global float *answers, int answerStride, int count, int chunk,
               Scratch groupMemory)
{
    const __global Plan *plan = plans + planNumber;
    const int group = get_group_id(0);
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    const int end = min(count, (group + 1) * chunk);
    const Constants model = models + slot * modelStride;
    const Tiles tiles = TILES_OF(plan, workers + group * workerStride, groupMemory);
    const Tiles logits = tiles + plan->logits;
    FILL_TABLE(plan, tiles)
    int start = group * chunk;
    do {
        const int inTile = min(TILE, end - start);
        const int rows = roundUp(inTile, ROW_STEP);
        const TileValues x = takePoints(LANE, plan, tiles, points, 0, 0, start, inTile, rows);
        SYNC()
        predictTile(TABLE_OF(plan, tiles), plan, model, workers + group * workerStride, tiles, x, inTile, rows);
        for (int sample = LANE * REAL_WIDTH; sample < inTile; sample += LANES * REAL_WIDTH) {
            answerOfColumn(TABLE_OF(plan, tiles), outputs, logits + sample);
            for (int output = 0; output < outputs; ++output)
                storeReal(answers + (size_t)output * answerStride + start + sample, loadTile(logits + output * TILE + sample));
        }
        SYNC()
        start += TILE;
    } while (start < end);
}
