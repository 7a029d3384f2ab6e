// Forward only, over many points, one work-group for each chunk of them.

// What the network says at `count` points, `chunk` (a multiple of TILE) by each work-group: answers[output][answerStride]. The last tile's
// rows beyond the points are read as well: `points` must be that long, and so must every output's row of answers.
__kernel __attribute__((reqd_work_group_size(1, 1, 1))) void
predictNetwork(const __global Plan *plans, ulong modelStride, ulong workerStride, int slot, int planNumber, __global const float *models,
               __global float *workers, __global const float *points, __global float *answers, int answerStride, int count, int chunk)
{
    const __global Plan *plan = plans + planNumber;
    const int group = get_group_id(0);
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    const int end = min(count, (group + 1) * chunk);
    const Constants model = models + slot * modelStride;
    const Memory tiles = workers + group * workerStride + plan->tiles;
    const Memory logits = tiles + plan->logits;
    fillTable(tiles + plan->table);
    for (int start = group * chunk; start < end; start += TILE) {
        const int rows = min(TILE, end - start);
        forwardTile(EVALUATION, tiles + plan->table, plan, model, tiles, points + (size_t)start * plan->inputStride,
                    roundUp(rows, BLOCK_ROWS), noDraws());
        for (int sample = 0; sample < rows; sample += REAL_WIDTH) {
            answerOfColumn(tiles + plan->table, outputs, logits + sample);
            for (int output = 0; output < outputs; ++output)
                storeReal(answers + (size_t)output * answerStride + start + sample, loadReal(logits + output * TILE + sample));
        }
    }
}
