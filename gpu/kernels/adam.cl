// Adam as PyTorch defines it, on all parameters of a model at once, and the weights' second order.

typedef struct {
    float beta1;
    float oneMinusBeta1; // rounded once, from the difference in double
    float beta2;
    float oneMinusBeta2;
    float epsilon;
} AdamSettings;

// `step` = learning rate / (1 - beta1^t) and `correction` = 1 / sqrt(1 - beta2^t), from the host in double. A lane whose gradient
// has always been 0 stays as it is, so padding stays 0.
INLINE void adamUpdate(const __global Plan *plan, Memory model, AdamSettings adam, float step, float correction)
{
    const Memory gradient = model + plan->gradient;
    const Memory first = model + plan->firstMoment;
    const Memory second = model + plan->secondMoment;
    for (int i = 0; i < plan->parameters; i += VEC) {
        const vec g = loadVector(gradient + i);
        const vec m = loadVector(first + i) * adam.beta1 + g * adam.oneMinusBeta1;
        const vec v = loadVector(second + i) * adam.beta2 + g * g * adam.oneMinusBeta2;
        storeVector(first + i, m);
        storeVector(second + i, v);
        storeVector(gradient + i, (vec)(0.0f));
        storeVector(model + i, loadVector(model + i) - step * m / (sqrt(v) * correction + adam.epsilon));
    }
}

// Values of padding lanes are f(0), not always 0, so the output layer's gradient gathers something there.
INLINE void clearPaddingGradient(const __global Layer *output, Memory gradient)
{
        for (int row = 0; row < output->outputs; ++row)
        for (int column = output->inputs; column < output->stride; ++column)
            gradient[output->weight + row * output->stride + column] = 0.0f;
}

// Rewrites the transposed weights of hidden layers after the first: [outputs][stride of the layer before].
INLINE void transposeWeights(const __global Plan *plan, Memory model)
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
