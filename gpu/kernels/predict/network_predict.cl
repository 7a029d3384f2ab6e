// Forward only, over many points, one work-group for each chunk of them.
//
// Layout: points [count, padded to whole tiles][inputStride]; answers [output][outputStride]; worker g is work-group g's.
// Needs: the mapping's passes and samples.

// Outputs of the network at `count` points, `chunk` (a multiple of TILE_ROOM) by each work-group: answers[output][outputStride]. They are as they come from the
// last layer, logits for instance, since a probability that rounds to 1 would not say any more where it becomes less. The last tile's
// rows beyond the points are read as well: `points` must be that long, and so must every output's row of answers.
__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
predictNetwork(const PredictionLaunch launch, const __global Plan *plans, __global const float *models, __global float *workers,
               __global const float *points, __global float *answers, Scratch groupMemory)
{
    const __global Plan *plan = plans + launch.plan;
    const int group = get_group_id(0);
    const int outputs = plan->layers[plan->hiddenLayers].outputs;
    const int end = min(launch.count, (group + 1) * launch.chunk);
    const Constants model = models + launch.slot * launch.modelStride;
    const Tiles tiles = TILES_OF(plan, workers + group * launch.workerStride, groupMemory);
    const Tiles logits = tiles + plan->logits;
    FILL_TABLE(plan, tiles)
    int start = group * launch.chunk;
    do {
        const int inTile = min(TILE_ROOM(plan), end - start);
        const int rows = roundUp(inTile, ROW_STEP);
        predictTile(TABLE_OF(plan, tiles), plan, model, workers + group * launch.workerStride, tiles, groupMemory, points, start, inTile, rows);
        for (int sample = LANE * REAL_WIDTH; sample < inTile; sample += LANES * REAL_WIDTH) {
            for (int output = 0; output < outputs; ++output)
                storeReal(answers + (size_t)output * launch.outputStride + start + sample, loadTile(logits + output * TILE_ROOM(plan) + sample));
        }
        SYNC()
        start += TILE_ROOM(plan);
    } while (start < end);
}
