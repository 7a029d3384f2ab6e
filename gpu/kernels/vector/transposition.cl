// The weights' second order, which the way back reads.
//
// Layout: weights [inputs][stride] to [outputs][stride of the layer before], at Plan::transposed + Layer::transposed of a model's memory.
// Needs: shared_layout, ranges.

// Four columns, rows `row` … `end` - 1.
INLINE void transposeColumns(Constants weight, int stride, Memory transposed, int columns, int row, int end)
{
    for (; row + 4 <= end; row += 4) {
        const Constants place = weight + row * stride;
        const float4 a = vload4(0, place);
        const float4 b = vload4(0, place + stride);
        const float4 c = vload4(0, place + 2 * stride);
        const float4 d = vload4(0, place + 3 * stride);
        const Memory target = transposed + row;
        vstore4((float4)(a.s0, b.s0, c.s0, d.s0), 0, target);
        vstore4((float4)(a.s1, b.s1, c.s1, d.s1), 0, target + columns);
        vstore4((float4)(a.s2, b.s2, c.s2, d.s2), 0, target + 2 * columns);
        vstore4((float4)(a.s3, b.s3, c.s3, d.s3), 0, target + 3 * columns);
    }
    for (; row < end; ++row)
        for (int column = 0; column < 4; ++column)
            transposed[column * columns + row] = weight[row * stride + column];
}

// Rewrites the transposed weights of hidden layers after the first, [outputs][stride of the layer before], from the rows of a slice: few rows at
// a time, so that what they have of a column is a line of the cache or less.
NOT_INLINE void transposeWeights(int lane, const __global Plan *plan, Range slice, Memory model)
{
    for (int l = 1; l < plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        const int stride = layer->stride;
        const int columns = plan->layers[l - 1].stride;
        const Memory weight = model + layer->weight;
        const Memory transposed = model + plan->transposed + layer->transposed;
        const int first = max(slice.first - layer->weight, 0) / stride;
        const int last = min((max(slice.last - layer->weight, 0) + stride - 1) / stride, layer->inputs);
        for (int row = first; row < last; row += LINE_FLOATS) {
            const int end = min(row + LINE_FLOATS, last);
            for (int column = 0; column < stride; column += 4)
                transposeColumns(weight + column, stride, transposed + column * columns, columns, row, end);
        }
    }
}
