// The two backward products of a hidden layer, and the output layer, in the lanes mapping.
//
// Layout: dLoss/dz replaces the slopes in the layer's tile, [rows][stride]; logits are [output][TILE].
// Needs: product.

// dLoss/dz of `layer` in place of its slopes; returns the item's part of the gradient of its activation's parameter. `a` is dLoss/dz of the
// layer after it (`terms` units), `b` that layer's weights [terms][bTerm].
NOT_INLINE float backwardLayer(int lane, const __global Layer *layer, Tiles tiles, int terms, TileValues a, int aRow, int aTerm, Constants b,
                               int bTerm, int rows)
{
    const int units = layer->outputs;
    const int blocks = units * (rows / BLOCK_ROWS);
    float parameter = 0.0f;
    for (int block = lane; block < blocks; block += LANES) {
        const int group = block / units;
        const int row = group * BLOCK_ROWS;
        const int unit = block - group * units;
        const int first = row * layer->stride + unit;
        float sum[BLOCK_ROWS];
        for (int r = 0; r < BLOCK_ROWS; ++r)
            sum[r] = 0.0f;
        multiplyLane(BLOCK_ROWS, terms, a + row * aRow, aRow, aTerm, b + unit, bTerm, sum);
#ifdef SOMETHING_LEARNS
        if (layer->learns) { // else they were never written
            for (int r = 0; r < BLOCK_ROWS; ++r)
                parameter += sum[r] * tiles[layer->parameterSlope + first + r * layer->stride];
        }
#endif
        for (int r = 0; r < BLOCK_ROWS; ++r)
            tiles[layer->slope + first + r * layer->stride] *= sum[r];
    }
    return parameter;
}

// gradient[r][unit] += sum over `terms` samples of A(r, sample) * b[sample][unit] for `count` rows of `units` floats, `rows` by each item (a
// literal); and, where there is a `bias`, the sums of b to it.
INLINE void gradientRows(const int rows, int lane, int count, int terms, TileValues a, int aRow, int aTerm, TileValues b, int units, Memory gradient,
                         Memory bias)
{
    const int blocks = units * ((count + rows - 1) / rows);
    for (int block = lane; block < blocks; block += LANES) {
        const int group = block / units;
        const int row = group * rows;
        const int unit = block - group * units;
        float sum[BLOCK_ROWS];
        int place[BLOCK_ROWS];
        float biasSum = 0.0f;
        for (int r = 0; r < rows; ++r) {
            sum[r] = 0.0f;
            place[r] = min(row + r, count - 1) * aRow; // what a last block has too many of is not kept
        }
        for (int t = 0; t < terms; ++t) {
            const float factor = b[t * units + unit];
            biasSum += factor;
            for (int r = 0; r < rows; ++r)
                sum[r] += a[place[r] + t * aTerm] * factor;
        }
        for (int r = 0; r < rows; ++r) {
            if (row + r < count)
                gradient[(row + r) * units + unit] += sum[r];
        }
        if (bias && row == 0)
            bias[unit] += biasSum;
    }
}

// Few rows are spread over more items.
NOT_INLINE void weightGradient(int lane, int count, int terms, TileValues a, int aRow, int aTerm, TileValues b, int units, Memory gradient,
                               Memory bias)
{
    if (count >= BLOCK_ROWS)
        gradientRows(BLOCK_ROWS, lane, count, terms, a, aRow, aTerm, b, units, gradient, bias);
    else
        gradientRows(2, lane, count, terms, a, aRow, aTerm, b, units, gradient, bias);
}

// logits[output][sample] for `rows` samples; `x` are the values of the last hidden layer. Neighbouring items have neighbouring samples;
// each begins with another input, since the same input of many samples may lie in one bank of local memory.
NOT_INLINE void outputLogits(int lane, const __global Layer *layer, Constants parameters, TileValues x, Tiles logits, int rows)
{
    const int inputs = layer->inputs;
    for (int place = lane; place < rows * layer->outputs; place += LANES) {
        const int output = place / rows;
        const int sample = place - output * rows;
        const Constants weights = parameters + layer->weight + output * layer->stride;
        float sum = parameters[layer->bias + output];
        int input = sample % inputs;
        for (int t = 0; t < inputs; ++t) {
            sum += x[sample * layer->stride + input] * weights[input];
            input = input + 1 == inputs ? 0 : input + 1;
        }
        logits[output * TILE + sample] = sum;
    }
}

// Gradient of the output layer's bias from dLoss/dlogit of `rows` samples.
NOT_INLINE void outputBiasGradient(int lane, const __global Layer *layer, Memory gradient, TileValues logits, int rows)
{
    for (int output = lane; output < layer->outputs; output += LANES) {
        float sum = 0.0f;
        for (int sample = 0; sample < rows; ++sample)
            sum += logits[output * TILE + sample];
        gradient[layer->bias + output] += sum;
    }
}
