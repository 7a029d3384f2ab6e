// The optimisers of core/engine/optimizer.h, on slices of a model's parameters. A work-item has its own vectors of a slice in every loop: those
// from OWN_FIRST on, OWN_STEP apart.
//
// Layout: a model's memory is parameters, first moments, second moments (Plan::firstMoment, secondMoment) and transposed weights; a gradient lies like
// the parameters.
// Needs: shared_layout, work_group, product (or lanes' work_group) for vec, ranges.

// g + l1 sign(w)
INLINE vec withSignPenalty(vec g, vec w, float l1)
{
    const vec sign = (w > (vec)(0.0f) ? (vec)(1.0f) : (vec)(0.0f)) - (w < (vec)(0.0f) ? (vec)(1.0f) : (vec)(0.0f));
    return g + l1 * sign;
}

INLINE void addSignPenalty(int lane, const __global Plan *plan, Range slice, Constants model, Memory gradient, float l1)
{
    const int end = min(slice.last, plan->decaying);
    for (int i = slice.first + OWN_FIRST; i < end; i += OWN_STEP) {
        storeVector(gradient + i, withSignPenalty(loadVector(gradient + i), loadVector(model + i), l1));
    }
}

// The work-item's part of the squared norm of the gradient. A learned parameter is in every lane of a vector, but counts once.
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

// What a gradient of this norm is multiplied by.
INLINE float clippingScale(float norm, float clipNorm)
{
    const float scale = clipNorm / (norm + 1e-6f);
    return scale < 1.0f ? scale : 1.0f; // 1 for NaN, too
}

// The second moment at `place` after this gradient, of which it keeps `decay` and takes `gain`; returns its square root. `keepsSmall`, a literal: whether
// small ones are in another unit (shared_layout.h's SMALL_SQUARE).
INLINE vec rootOfSecondMoment(const int keepsSmall, Memory place, vec g, float decay, float gain)
{
    const vec one = (vec)(1.0f);
    const vec none = (vec)(0.0f);
    const vec kept = loadVector(place) * decay;
    if (!keepsSmall) {
        const vec plain = PRODUCT_AND_SUM(g * g, (vec)(gain), kept);
        storeVector(place, plain);
        return sqrt(plain);
    }
    const vec scale = ((kept < (vec)(SMALL_SQUARE)) & (g * g < (vec)(SMALL_SQUARE))) ? (vec)(ROOT_OF_SQUARE_SCALE) : one; // of the root
    const vec up = kept < none ? one : (vec)(SQUARE_SCALE);
    const vec down = kept < none ? (vec)(1.0f / SQUARE_SCALE) : one;
    const vec scaled = g * scale;
    const vec moment = PRODUCT_AND_SUM(fabs(kept), (scale > one ? up : down), scaled * scaled * gain);
    storeVector(place, scale > one ? -moment : moment);
    return sqrt(moment) * (scale > one ? (vec)(1.0f / ROOT_OF_SQUARE_SCALE) : one);
}

// Where products are added up, PRODUCT_AND_SUM() says which is not rounded: a compiler for GPUs might choose this one here and that one there,
// and a step has to give the same bits wherever it is taken.

// The rules: what becomes of parameters w with the gradient g, whose moments are at `first` and `second`; rows of core/engine/optimizer.cpp name them.
// `decays`: whether the parameters are ones that the weight decay is for. `keepsSmall` and `corrections`: see rootOfSecondMoment(), optimize().
INLINE vec sgdRule(const int keepsSmall, const Optimizer *o, vec w, vec g, int decays, float2 corrections, Memory first, Memory second)
{
    g = PRODUCT_AND_SUM((vec)(decays ? o->l2 : 0.0f), w, g);
    if (o->momentum > 0.0f) {
        const vec m = PRODUCT_AND_SUM(loadVector(first), (vec)(o->momentum), g);
        storeVector(first, m);
        g = o->nesterov ? PRODUCT_AND_SUM((vec)(o->momentum), m, g) : m;
    }
    return PRODUCT_AND_SUM((vec)(-o->learningRate), g, w);
}

INLINE vec rmsPropRule(const int keepsSmall, const Optimizer *o, vec w, vec g, int decays, float2 corrections, Memory first, Memory second)
{
    g = PRODUCT_AND_SUM((vec)(decays ? o->l2 : 0.0f), w, g);
    g /= rootOfSecondMoment(keepsSmall, second, g, o->smoothing, o->oneMinusSmoothing) + o->epsilon;
    if (o->momentum > 0.0f) {
        g = PRODUCT_AND_SUM(loadVector(first), (vec)(o->momentum), g);
        storeVector(first, g);
    }
    return PRODUCT_AND_SUM((vec)(-o->learningRate), g, w);
}

INLINE vec stepOfAdam(const int keepsSmall, const Optimizer *o, vec w, vec g, float2 corrections, Memory first, Memory second)
{
    const vec m = PRODUCT_AND_SUM(loadVector(first), (vec)(o->beta1), g * o->oneMinusBeta1);
    const vec root = rootOfSecondMoment(keepsSmall, second, g, o->beta2, o->oneMinusBeta2);
    storeVector(first, m);
    return PRODUCT_AND_SUM((vec)(-corrections.x), m / PRODUCT_AND_SUM(root, (vec)(corrections.y), (vec)(o->epsilon)), w);
}

INLINE vec adamRule(const int keepsSmall, const Optimizer *o, vec w, vec g, int decays, float2 corrections, Memory first, Memory second)
{
    g = PRODUCT_AND_SUM((vec)(decays ? o->l2 : 0.0f), w, g);
    return stepOfAdam(keepsSmall, o, w, g, corrections, first, second);
}

INLINE vec adamWRule(const int keepsSmall, const Optimizer *o, vec w, vec g, int decays, float2 corrections, Memory first, Memory second)
{
    w *= decays ? o->kept : 1.0f;
    return stepOfAdam(keepsSmall, o, w, g, corrections, first, second);
}

// What becomes of parameters w with the gradient times `scale`; `method` and `keepsSmall` are literals. FOR_METHODS(item), of the
// program: item(0, sgdRule, 0) …, the number of a method, its rule, and whether that has a second moment.
INLINE vec stepBy(const int method, const int keepsSmall, const Optimizer *o, vec w, vec gradient, float scale, int decays,
                  float2 corrections, Memory first, Memory second)
{
    const vec g = gradient * scale;
#define item(number, rule, hasSecondMoment) \
    if (method == number)                   \
        w = rule(keepsSmall, o, w, g, decays, corrections, first, second);
    FOR_METHODS(item)
#undef item
    return w;
}

// For FOR_METHODS: BY_METHOD(method, keepsSmall), a macro that is to be defined, for the method of the optimiser `o`, with literals.
#define CASE_OF_METHOD(number, rule, hasSecondMoment)          \
    if (o.method == number && hasSecondMoment && keepsSmall)   \
        BY_METHOD(number, hasSecondMoment);                    \
    else if (o.method == number)                               \
        BY_METHOD(number, 0);

// All parameters of a slice.
INLINE void optimizeBy(const int method, const int keepsSmall, int lane, const __global Plan *plan, Range slice, Memory model, Memory gradient,
                       const Optimizer *o, float scale, float2 corrections)
{
    const Memory first = model + plan->firstMoment;
    const Memory second = model + plan->secondMoment;
    for (int i = slice.first + OWN_FIRST; i < slice.last; i += OWN_STEP) {
        const int decays = i < plan->decaying;
        const vec w = loadVector(model + i);
        const vec g = loadVector(gradient + i);
        storeVector(gradient + i, (vec)(0.0f));
        storeVector(model + i, stepBy(method, keepsSmall, o, w, g, scale, decays, corrections, first + i, second + i));
    }
}

// A step with the gradient times `scale`. `corrections` = (learning rate / (1 - beta1^t), 1 / sqrt(1 - beta2^t)), from the host in double.
// Clears the slice of the gradient. A lane whose gradient has always been 0 stays as it is, so padding stays 0.
NOT_INLINE void optimize(int lane, const __global Plan *plan, Range slice, Memory model, Memory gradient, __global const Optimizer *settings,
                         float scale, float2 corrections)
{
    const Optimizer o = *settings;
    const int keepsSmall = o.epsilon < LEAST_PLAIN_EPSILON;
#define BY_METHOD(method, keeps) optimizeBy(method, keeps, lane, plan, slice, model, gradient, &o, scale, corrections)
    FOR_METHODS(CASE_OF_METHOD)
#undef BY_METHOD
}
