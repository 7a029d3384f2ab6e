// Where everything lies in memory. The host's twin is gpu/memory_layout.h: same members, same order.

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
} Layer;

#define MAX_LAYERS 9

typedef struct {
    int hiddenLayers;    // layers[hiddenLayers] is the output layer
    int hiddenUnits;
    int parameters;      // floats of one set of parameters (gradient, moments)
    int gradient;        // offsets in a model's memory of the sets below
    int firstMoment;
    int secondMoment;
    int transposed;
    int tiles;
    int logits;          // in the tiles: [outputs][TILE], samples along lanes; replaced by dLoss/dlogit
    int table;           // in the tiles: constants of vocabulary.cl
    int trainCount;
    int testCount;
    Layer layers[MAX_LAYERS];
} Plan;
