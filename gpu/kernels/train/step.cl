// From the gradients of a batch's shards to the step: added up, penalised, clipped, and the optimiser's rule.
//
// Layout: the gradient of shard s lies in the memory of worker s, Gradients::stride floats from that of the one before. All are clear before a launch's
// first step, and after each.
// Needs: shared_layout, work_group, ranges, optimizer, and the mapping's transposition.

typedef struct {
    Memory first;
    ulong stride;
    int shards;
} Gradients;

// Without `update` all samples are one batch.
INLINE int batchesOf(const __global Plan *plan, int update)
{
    return update ? (plan->train.count + plan->batchSize - 1) / plan->batchSize : 1;
}

// Where shard `shard` of `shards` begins in `count` samples.
INLINE int shardStart(const __global Plan *plan, int count, int shard, int shards)
{
    const int step = SHARD_STEP(plan);
    const int steps = (count + step - 1) / step;
    return min(count, (steps * shard + shards - 1) / shards * step);
}

INLINE void clearGradient(int lane, Range slice, Memory gradient)
{
    for (int i = slice.first + OWN_FIRST; i < slice.last; i += OWN_STEP)
        storeVector(gradient + i, (vec)(0.0f));
}

// A slice of the first gradient becomes the sum of all: in pairs, and pairs of those, and so on, or one after the other. The others are cleared.
INLINE void addGradients(int lane, Range slice, Gradients gradients)
{
#ifdef SHARDS_IN_ORDER
    for (int i = slice.first + OWN_FIRST; gradients.shards > 1 && i < slice.last; i += OWN_STEP) {
        vec sum = loadVector(gradients.first + i);
        for (int shard = 1; shard < gradients.shards; ++shard) {
            const Memory other = gradients.first + shard * gradients.stride + i;
            sum += loadVector(other);
            storeVector(other, (vec)(0.0f));
        }
        storeVector(gradients.first + i, sum);
    }
#else
    for (int span = 1; span < gradients.shards; span *= 2) {
        for (int shard = 0; shard + span < gradients.shards; shard += 2 * span) {
            const Memory sum = gradients.first + shard * gradients.stride;
            const Memory other = sum + span * gradients.stride;
            for (int i = slice.first + OWN_FIRST; i < slice.last; i += OWN_STEP) {
                storeVector(sum + i, loadVector(sum + i) + loadVector(other + i));
                storeVector(other + i, (vec)(0.0f));
            }
        }
    }
#endif
}

// The gradient of a slice: what the shards have, and the penalty.
INLINE void gatherGradient(int lane, const __global Plan *plan, Range slice, Constants model, Gradients gradients,
                           __global const Optimizer *optimizer)
{
    addGradients(lane, slice, gradients);
    if (optimizer->l1 > 0.0f)
        addSignPenalty(lane, plan, slice, model, gradients.first, optimizer->l1);
}

INLINE int clipsGradient(const int takesStep, __global const Optimizer *optimizer)
{
    return takesStep && optimizer->clipNorm > 0.0f;
}

// What a step multiplies the gradient by. Where that depends on the norm, the whole gradient is gathered here.
INLINE float gradientScale(int lane, const int takesStep, const __global Plan *plan, Constants model, Gradients gradients,
                           __global const Optimizer *optimizer, Scratch scratch)
{
    const int clips = clipsGradient(takesStep, optimizer);
    const Range all = wholeOf(clips ? plan->parameters : 0);
    SYNC() // other work-items have written to these gradients
    gatherGradient(lane, plan, all, model, gradients, optimizer);
    SYNC()
    const float norm = sqrt(sumOfGroup(scratch, clips ? sumOfSquares(lane, plan, gradients.first) : 0.0f));
    return clips ? clippingScale(norm, optimizer->clipNorm) : 1.0f;
}

// What of a slice is a piece from `place` on; `apart` is none of it.
INLINE Range pieceFrom(int place, Range slice, Range apart)
{
    const int pieceFloats = 1024;
    const int first = place == apart.first ? apart.last : place;
    const Range piece = {first, min(first + pieceFloats, first < apart.first ? min(apart.first, slice.last) : slice.last)};
    return piece;
}

// The step of a slice, piece by piece so that what one pass has read is still in the cache for the next. Nothing without `takesStep`.
// Parameters that lie `apart` are left as they are.
WITH_BARRIERS void takeStep(int lane, const int takesStep, const __global Plan *plan, Range slice, Range apart, Memory model,
                            Gradients gradients, __global const Optimizer *optimizer, __global const float2 *corrections, float scale)
{
    const int clips = clipsGradient(takesStep, optimizer);
    Range piece = pieceFrom(slice.first, slice, apart);
    for (; takesStep && piece.first < slice.last; piece = pieceFrom(piece.last, slice, apart)) {
        if (!clips)
            gatherGradient(lane, plan, piece, model, gradients, optimizer);
        optimize(lane, plan, piece, model, gradients.first, optimizer, scale, *corrections);
    }
    SYNC()
    if (takesStep) {
        TRANSPOSE_WEIGHTS(lane, plan, slice, model)
    }
    SYNC()
}

// Adds to a sum of which adding has rounded `lost` away so far (Kahan's way).
INLINE void addCompensated(float *sum, float *lost, float value)
{
    const float add = value - *lost;
    const float total = *sum + add;
    *lost = (total - *sum) - add;
    *sum = total;
}

// Of an epoch that is told in parts: the sums so far, where a part ends with this batch.
INLINE void endPart(__global Figures *rows, int parts, int batch, int batches, float loss, float correct)
{
    const int done = (batch + 1) * parts / batches;
    if (done > batch * parts / batches) {
        rows[done - 1].trainLoss = loss;
        rows[done - 1].trainCorrect = correct;
    }
}

// What is recorded of an epoch that ends with a batch which diverged: that batch's mean loss, and what it told right in the same proportion.
INLINE float2 figuresOfDiverged(const __global Plan *plan, float2 sums, int count)
{
    return (float2)(sums.x / (float)count, sums.y * ((float)plan->train.count / (float)count));
}
