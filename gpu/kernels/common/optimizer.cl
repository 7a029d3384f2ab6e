// The optimisers of core/engine/optimizer.h, on slices of a model's parameters. A work-item has its own vectors of a slice in every loop: those
// from OWN_FIRST on, OWN_STEP apart.

#define SGD 0
#define RMSPROP 1
#define ADAM 2
#define ADAMW 3

// One minus a decay is rounded once, from the difference in double.
typedef struct {
    int method;
    int nesterov;
    float learningRate;
    float momentum;
    float smoothing;
    float oneMinusSmoothing;
    float beta1;
    float oneMinusBeta1;
    float beta2;
    float oneMinusBeta2;
    float epsilon;
    float l1;
    float l2;
    float kept;     // 1 - learning rate * l2, by which AdamW scales
    float clipNorm; // 0: no clipping
    int schedule;   // which table of corrections
} Optimizer;

// Range `slice` of `slices` of the parameters that are about equally long: whole lines of the cache, and of weights that are transposed as
// many rows at once as are a line then.
#define LINE_FLOATS 16

INLINE int sliceStart(const __global Plan *plan, int slice, int slices)
{
    const int place = (int)((long)plan->parameters * slice / slices);
    for (int l = 1; l < plan->hiddenLayers; ++l) {
        const __global Layer *layer = &plan->layers[l];
        const int step = LINE_FLOATS * layer->stride;
        const int end = layer->weight + roundUp(layer->inputs * layer->stride, LINE_FLOATS);
        if (slice < slices && place >= layer->weight && place < end)
            return layer->weight + (place - layer->weight) / step * step;
    }
    return place / LINE_FLOATS * LINE_FLOATS;
}

INLINE Range sliceOf(const __global Plan *plan, int slice, int slices)
{
    const Range result = {sliceStart(plan, slice, slices), sliceStart(plan, slice + 1, slices)};
    return result;
}

// g += l1 sign(w)
INLINE void addSignPenalty(int lane, const __global Plan *plan, Range slice, Constants model, Memory gradient, float l1)
{
    const int end = min(slice.last, plan->decaying);
    for (int i = slice.first + OWN_FIRST; i < end; i += OWN_STEP) {
        const vec w = loadVector(model + i);
        const vec sign = (w > (vec)(0.0f) ? (vec)(1.0f) : (vec)(0.0f)) - (w < (vec)(0.0f) ? (vec)(1.0f) : (vec)(0.0f));
        storeVector(gradient + i, loadVector(gradient + i) + l1 * sign);
    }
}

// The work-item's share of the squared norm of the gradient. A learned parameter is in every lane of a vector, but counts once.
INLINE float sumOfSquares(int lane, const __global Plan *plan, Constants gradient)
{
    vec weights = (vec)(0.0f);
    for (int i = OWN_FIRST; i < plan->decaying; i += OWN_STEP) {
        const vec g = loadVector(gradient + i);
        weights += g * g;
    }
    float squares = SUM_OF_VECTOR(weights);
    for (int i = plan->decaying + OWN_FIRST; i < plan->parameters; i += OWN_STEP)
        squares += gradient[i] * gradient[i];
    return squares;
}

// Where a second moment and the square of the gradient are both below SMALL_SQUARE, the moment is kept times SQUARE_SCALE, as a negative number:
// squares of gradients below 1e-19 are below the least float, and would be 0. From LEAST_PLAIN_EPSILON on that would make no difference, and is not
// done. The host's twin is in gpu/engine/memory_layout.cpp.
#define LEAST_PLAIN_EPSILON 1e-9f
#define SMALL_SQUARE 0x1p-60f
#define ROOT_SCALE 0x1p63f
#define SQUARE_SCALE 0x1p126f

// The second moment at `place` after this gradient, of which it keeps `decay` and takes `gain`; returns its square root.
INLINE vec rootOfSecondMoment(const int keepsSmall, Memory place, vec g, float decay, float gain)
{
    const vec one = (vec)(1.0f);
    const vec none = (vec)(0.0f);
    const vec kept = loadVector(place) * decay;
    if (!keepsSmall) {
        const vec plain = kept + g * g * gain;
        storeVector(place, plain);
        return sqrt(plain);
    }
    const vec scale = ((kept < (vec)(SMALL_SQUARE)) & (g * g < (vec)(SMALL_SQUARE))) ? (vec)(ROOT_SCALE) : one; // of the root
    const vec up = kept < none ? one : (vec)(SQUARE_SCALE);
    const vec down = kept < none ? (vec)(1.0f / SQUARE_SCALE) : one;
    const vec scaled = g * scale;
    const vec moment = fabs(kept) * (scale > one ? up : down) + scaled * scaled * gain;
    storeVector(place, scale > one ? -moment : moment);
    return sqrt(moment) * (scale > one ? (vec)(1.0f / ROOT_SCALE) : one);
}

// What a gradient of this norm is multiplied by.
INLINE float clippingScale(float norm, float clipNorm)
{
    const float scale = clipNorm / (norm + 1e-6f);
    return scale < 1.0f ? scale : 1.0f; // 1 for NaN, too
}

// A step with the gradient times `scale`. `corrections` = (learning rate / (1 - beta1^t), 1 / sqrt(1 - beta2^t)), from the host in double.
// Clears the slice of the gradient. A lane whose gradient has always been 0 stays as it is, so padding stays 0.
NOT_INLINE void optimize(int lane, const __global Plan *plan, Range slice, Memory model, Memory gradient, __global const Optimizer *settings,
                         float scale, float2 corrections)
{
    const Optimizer o = *settings;
    const Memory first = model + plan->firstMoment;
    const Memory second = model + plan->secondMoment;
// `rule` turns w and its gradient g into the next w.
#define FOR_PARAMETERS(rule)                                              \
    for (int i = slice.first + OWN_FIRST; i < slice.last; i += OWN_STEP) { \
        const float decay = i < plan->decaying ? o.l2 : 0.0f;             \
        vec w = loadVector(model + i);                                    \
        vec g = loadVector(gradient + i) * scale;                         \
        storeVector(gradient + i, (vec)(0.0f));                           \
        rule                                                              \
        storeVector(model + i, w);                                        \
    }
#define WITH_SECOND_MOMENT(rule)                \
    if (o.epsilon < LEAST_PLAIN_EPSILON) {      \
        const int keepsSmall = 1;               \
        FOR_PARAMETERS(rule)                    \
    } else {                                    \
        const int keepsSmall = 0;               \
        FOR_PARAMETERS(rule)                    \
    }
#define ADAM_STEP                                                                             \
    const vec m = loadVector(first + i) * o.beta1 + g * o.oneMinusBeta1;                      \
    const vec root = rootOfSecondMoment(keepsSmall, second + i, g, o.beta2, o.oneMinusBeta2); \
    storeVector(first + i, m);                                                                \
    w -= corrections.x * (m / (root * corrections.y + o.epsilon));
    switch (o.method) {
    case SGD:
        FOR_PARAMETERS(g += decay * w; if (o.momentum > 0.0f) {
            const vec m = loadVector(first + i) * o.momentum + g;
            storeVector(first + i, m);
            g = o.nesterov ? g + o.momentum * m : m;
        } w -= o.learningRate * g;)
        break;
    case RMSPROP:
        WITH_SECOND_MOMENT(g += decay * w;
            g /= rootOfSecondMoment(keepsSmall, second + i, g, o.smoothing, o.oneMinusSmoothing) + o.epsilon;
            if (o.momentum > 0.0f) {
                g += loadVector(first + i) * o.momentum;
                storeVector(first + i, g);
            }
            w -= o.learningRate * g;)
        break;
    case ADAM:
        WITH_SECOND_MOMENT(g += decay * w; ADAM_STEP)
        break;
    default:
        WITH_SECOND_MOMENT(w *= i < plan->decaying ? o.kept : 1.0f; ADAM_STEP)
        break;
    }
}

// Values of padding lanes are f(0), not always 0, so the output layer's gradient gathers something there.
INLINE void clearPaddingGradient(const __global Layer *output, Memory gradient)
{
    for (int row = 0; row < output->outputs; ++row)
        for (int column = output->inputs; column < output->stride; ++column)
            gradient[output->weight + row * output->stride + column] = 0.0f;
}
