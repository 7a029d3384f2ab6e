// The weights' second order.

// Rewrites the transposed weights of hidden layers after the first: [outputs][stride of the layer before].
NOT_INLINE void transposeWeights(const __global Plan *plan, Memory model)
{
    for (int l = 1; l < plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        const int stride = layer->stride;
        const int columns = plan->layers[l - 1].stride;
        const Memory weight = model + layer->weight;
        const Memory transposed = model + plan->transposed + layer->transposed;
        int row = 0;
        for (; row + 4 <= layer->inputs; row += 4) {
            for (int lane = 0; lane < stride; lane += 4) {
                const Memory place = weight + row * stride + lane;
                const float4 a = vload4(0, place);
                const float4 b = vload4(0, place + stride);
                const float4 c = vload4(0, place + 2 * stride);
                const float4 d = vload4(0, place + 3 * stride);
                const Memory target = transposed + lane * columns + row;
                vstore4((float4)(a.s0, b.s0, c.s0, d.s0), 0, target);
                vstore4((float4)(a.s1, b.s1, c.s1, d.s1), 0, target + columns);
                vstore4((float4)(a.s2, b.s2, c.s2, d.s2), 0, target + 2 * columns);
                vstore4((float4)(a.s3, b.s3, c.s3, d.s3), 0, target + 3 * columns);
            }
        }
        for (; row < layer->inputs; ++row)
            for (int lane = 0; lane < stride; ++lane)
                transposed[lane * columns + row] = weight[row * stride + lane];
    }
}
