// Where everything lies in memory. The host's twin is gpu/engine/memory_layout.h: same members, same order.

// One linear layer and the activation after it; all offsets in floats. Hidden layers keep their weights as
// [inputs][stride] (lanes along outputs) and a transposed copy [outputs][stride of the layer before]. The output layer keeps
// [outputs][stride] with lanes along inputs, which is the only order it needs.
typedef struct {
    int inputs;
    int outputs;
    int stride;          // of a weight row; of a row of this layer's tiles (hidden layers)
    int weight;          // in the parameters, and alike in gradient and moments
    int bias;            // in the parameters
    int parameter;       // in the parameters: activation parameter 0 in every lane of a vector, then parameter 1
    int transposed;      // in the transposed weights
    int value;           // in the tiles: f(z) of TILE samples
    int slope;           // in the tiles: f'(z), replaced by dLoss/dz
    int parameterSlope;  // in the tiles: df/dp0
    int firstUnit;       // number of hidden units in the layers before
    int kind;            // which of the program's activations follows
    int learns;          // whether its parameter 0 is learned
    int clearsPadding;   // whether it may give no number where there is no unit (vector_padding.cl)
} Layer;

#define MAX_LAYERS 9

typedef struct {
    int hiddenLayers;    // layers[hiddenLayers] is the output layer
    int hiddenUnits;
    int inputStride;     // from one point's coordinates to the next one's
    int parameters;      // floats of one set of parameters (gradient, moments)
    int decaying;        // weights and biases: the parameters before this place
    int firstMoment;     // in a model's memory, which begins with the parameters
    int secondMoment;    // small ones in another unit: see rootOfSecondMoment()
    int transposed;
    int tiles;           // in a worker's memory, which begins with the gradient
    int logits;          // in the tiles: [outputs][TILE], samples along lanes; replaced by dLoss/dlogit
    int table;           // in the tiles: constants of vocabulary.cl
    int parameterSums;   // in the tiles: for each vector of the widest layer, what backwardLanes() leaves
    int figures;         // in the tiles: sums over a batch, or the test set, of work-groups that share units (network_units.cl)
    int gathered;        // in the tiles: [TILE][inputStride], the points of a batch's tile
    int gatheredLabels;
    int gatheredTargets; // [outputs][TILE]
    int trainCount;
    int trainStride;     // from the targets for one output to those for the next
    int testCount;
    int testStride;
    int batchSize;       // samples in a training step
    int tileRows;        // samples in a tile while training, TILE or fewer
    int shuffles;        // whether samples come in the order given
    int tracksUnits;
    int straightens;     // whether predictions look for straight units (straight_units.cl)
    int isShallow;       // whether the way back is shallow_network.cl's
    Layer layers[MAX_LAYERS];
} Plan;

// What samples should be: labels, or `values` [outputs][stride] for regression.
typedef struct {
    __global const int *labels;
    Constants values;
    int stride;
} Targets;

// The same of a tile's samples, wherever tiles lie.
typedef struct {
    TILE_SPACE const int *labels;
    TileValues values;
    int stride;
} TileTargets;

INLINE int roundUp(int value, int step)
{
    return (value + step - 1) / step * step;
}

// `first` … `last` - 1 of something: lanes, places, rows, parameters.
typedef struct {
    int first;
    int last;
} Range;

INLINE Range wholeOf(int count)
{
    const Range whole = {0, count};
    return whole;
}

// Part `part` of `parts` of `count`, which begins at a multiple of `step`.
INLINE Range partOf(int count, int step, int part, int parts)
{
    const int steps = (count + step - 1) / step;
    const Range range = {min(count, steps * part / parts * step), min(count, steps * (part + 1) / parts * step)};
    return range;
}
