// The losses and their derivatives, REAL_WIDTH samples at a time. A program has one of them; a row of core/engine/loss.cpp names its function. Literals
// of the program, so that what is not of it folds away: LOSS_FUNCTION, that name; HAS_TARGET_VALUES, whether targets are values and not labels;
// SINGLE_OUTPUT_THRESHOLD, above which a single output says class 1.
//
// Layout: logits lie as [output][stride], samples along lanes; `column` is the first output's logits of REAL_WIDTH samples.
// Needs: shared_layout, real, vocabulary, work_group, targets.

// Sums over samples, one in each lane; `lost` carries what adding to `loss` rounded away.
typedef struct {
    real loss;
    real lost;
    real correct;
} LossSums;

// 1 where the lanes of `label` are `output`, else 0; for a single output the label.
INLINE real oneHot(integer label, int output, int outputs)
{
    return outputs == 1 ? TO_REAL(label) : SEL(label == (integer)(output), (real)(1.0f), (real)(0.0f));
}

// The first of the largest outputs, as in PyTorch; of a single output, whether it is above `middle`.
INLINE integer predictedClass(int outputs, TileValues column, int stride, float middle)
{
    real largest = loadTile(column);
    if (outputs == 1)
        return largest > (real)(middle) ? (integer)(1) : (integer)(0);
    integer best = (integer)(0);
    for (int output = 1; output < outputs; ++output) {
        const real y = loadTile(column + output * stride);
        best = y > largest ? (integer)(output) : best;
        largest = SEL(y > largest, y, largest);
    }
    return best;
}

INLINE real sigmoidOf(Constants table, real z)
{
    const real e = exponentialOfNegative(table, -fabs(z));
    return SEL(z < (real)(0.0f), e, (real)(1.0f)) / ((real)(1.0f) + e);
}

INLINE integer labelsAt(TileTargets targets, int sample)
{
    return *(TILE_SPACE const integer *)(targets.labels + sample);
}

INLINE real targetOf(int outputs, TileTargets targets, int sample, int output)
{
    if (HAS_TARGET_VALUES)
        return loadTile(targets.values + output * targets.stride + sample);
    return oneHot(labelsAt(targets, sample), output, outputs);
}

// The losses. Each returns that of REAL_WIDTH samples from `sample` on, of which `best` is what the network says; while training, outputs become
// dLoss/doutput times `weight`.
INLINE real crossEntropy(const int mode, Constants table, int outputs, TileTargets targets, int sample, integer best, real weight, Tiles column, int stride)
{
    const integer label = labelsAt(targets, sample);
    real largest = loadTile(column);
    real chosen = largest;
    for (int output = 1; output < outputs; ++output) {
        const real logit = loadTile(column + output * stride);
        largest = SEL(logit > largest, logit, largest);
        chosen = SEL(label == (integer)(output), logit, chosen);
    }
    real others = (real)(0.0f); // sum of exp(logit - largest), the largest itself left out
    for (int output = 0; output < outputs; ++output) {
        const real e = exponentialOfNegative(table, loadTile(column + output * stride) - largest);
        storeTile(column + output * stride, e);
        others += SEL(best == (integer)(output), (real)(0.0f), e);
    }
    if (mode == TRAINING) {
        // Where the network is sure and right, its probability minus 1 is better had from what the others add up to.
        const real scale = weight / ((real)(1.0f) + others);
        const integer right = best == label;
        for (int output = 0; output < outputs; ++output) {
            const real slope = loadTile(column + output * stride) * scale;
            const real slopeOfLabel = SEL(right, -others * scale, slope - weight);
            storeTile(column + output * stride, SEL(label == (integer)(output), slopeOfLabel, slope));
        }
    }
    return (largest - chosen) + log1pOfPositive(others);
}

INLINE real logisticLoss(const int mode, Constants table, int outputs, TileTargets targets, int sample, integer best, real weight, Tiles column, int stride)
{
    const real label = TO_REAL(labelsAt(targets, sample));
    const real z = loadTile(column);
    const integer isOne = label > (real)(0.5f);
    if (mode == TRAINING) { // sigmoid(z), or minus sigmoid(-z): no cancellation in sigmoid(z) - 1
        const real slope = sigmoidOf(table, SEL(isOne, -z, z)) * weight;
        storeTile(column, SEL(isOne, -slope, slope));
    }
    return SEL(z > (real)(0.0f), z, (real)(0.0f)) - label * z + log1pOfPositive(exponentialOfNegative(table, -fabs(z)));
}

INLINE real squaredError(const int mode, Constants table, int outputs, TileTargets targets, int sample, integer best, real weight, Tiles column, int stride)
{
    const real each = (real)(1.0f / (float)outputs);
    real sum = (real)(0.0f);
    for (int output = 0; output < outputs; ++output) {
        const real error = loadTile(column + output * stride) - targetOf(outputs, targets, sample, output);
        sum += error * error;
        if (mode == TRAINING)
            storeTile(column + output * stride, error * ((real)(2.0f) * each * weight));
    }
    return sum * each;
}

// Losses of `count` samples of a tile, and how many are told right, added to `sums`. While training, logits become dLoss/dlogit of the mean, 0 where a
// row (up to `rows`) is beyond the samples; `weight` is one over the samples of the batch.
NOT_INLINE void lossOfTile(const int mode, int lane, Constants table, int outputs, int count, int rows, TileTargets targets, real weight, Tiles logits,
                           int stride, LossSums *sums)
{
    real tileLoss = (real)(0.0f);
    for (int sample = lane * REAL_WIDTH; sample < rows; sample += LANES * REAL_WIDTH) {
        const integer inside = (integer)(sample) + LANE_INTEGERS < (integer)(count);
        const Tiles column = logits + sample;
        const integer best = predictedClass(outputs, column, stride, SINGLE_OUTPUT_THRESHOLD);
        if (!HAS_TARGET_VALUES)
            sums->correct += SEL((best == labelsAt(targets, sample)) & inside, (real)(1.0f), (real)(0.0f));
        const real loss = LOSS_FUNCTION(mode, table, outputs, targets, sample, best, weight, column, stride);
        tileLoss += SEL(inside, loss, (real)(0.0f));
        if (mode == TRAINING && sample + REAL_WIDTH > count) {
            for (int output = 0; output < outputs; ++output)
                storeTile(column + output * stride, SEL(inside, loadTile(column + output * stride), (real)(0.0f)));
        }
    }
    const real add = tileLoss - sums->lost;
    const real total = sums->loss + add;
    sums->lost = SEL(total - total == (real)(0.0f), (total - sums->loss) - add, (real)(0.0f)); // what is infinite stays so
    sums->loss = total;
}
