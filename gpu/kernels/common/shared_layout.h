// What the host and the kernels tell each other: every structure that lies in a buffer or is a kernel's argument, and the constants that both sides
// compute with. One text for two languages: C++ (in namespace actiscope::kernels) and OpenCL C 1.2, where it is the first part of every program. So it
// holds nothing but enumerations, constants and structures of 32-bit and 64-bit numbers, which lie alike on both sides: no padding between members
// (static_assert at the end), no pointers, no vectors. tests/gpu/engine/tst_shared_layout.cpp asks a device for the sizes that it sees.
//
// Offsets are in floats. What is 0 or 1 is an int, since OpenCL has no bool in memory.
#ifndef ACTISCOPE_SHARED_LAYOUT_H
#define ACTISCOPE_SHARED_LAYOUT_H

#ifdef __cplusplus
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace actiscope::kernels {
using uint = std::uint32_t;
using ulong = std::uint64_t;
#endif

enum Limit {
    MAX_LAYERS = 9,       // the output layer is one of them
    LINE_FLOATS = 16,     // of a line of the cache
    TABLE_CONSTANTS = 64, // places for constants of vocabulary.cl
    LINEAR_INPUTS = 3,    // inputs of a network up to which locally_linear.cl looks for locally linear units
    FLOATS_OF_LAYERS = 32 // that two Layers take, or more
};

enum Mode { EVALUATION, TRAINING };

// How a model's training is divided among work-groups (gpu/README.md).
enum Division {
    DIVISION_WHOLE, // one work-group trains it
    DIVISION_BATCH, // each of several takes shards of every batch, then slices of the parameters
    DIVISION_UNITS  // each of several takes some units of every layer
};

// What one part of a phase is for.
enum Work {
    TRAIN_ON_SHARD, // DIVISION_BATCH: forward and back for a shard of the batch
    STEP_OF_SLICE,  // DIVISION_BATCH: the step of a slice of the parameters
    TAKE_POINTS,    // DIVISION_UNITS from here on: rows of a tile are collected
    MULTIPLY,       // lanes of a layer's product
    ACTIVATE,       // places of a layer's tile
    PROPAGATE,      // lanes of dLoss/dz; rows of the gradient of the layer after it
    FINISH_TILE,    // rows of the gradient of the first layer
    STEP_OF_UNITS   // rows of all weights
};

// What is done once all parts of a phase are, by the work-group that was the last: none or several of these, in this order.
enum AtEnd {
    END_OF_FORWARD = 1,     // logits and loss of the tile
    END_OF_PROPAGATION = 2, // the gradient of the layer's activation parameter
    END_OF_GRADIENT = 4,    // nothing is left in the gradient's padding
    END_OF_BATCH = 8        // figures of the batch; whether the model goes on
};

// What is done in a step of a tile, in the lanes mapping (lanes/passes.cl): several of these, in this order.
enum TileWork {
    TAKE_SAMPLES = 1 << 0,         // labels or values, and points of a plane
    LOAD_INPUTS = 1 << 1,          // a chunk of the values of the layer before, or of coordinates
    LOAD_WEIGHTS = 1 << 2,         // a block of them
    LOAD_DELTAS = 1 << 3,          // a block's dLoss/dz
    START = 1 << 4,                // a product begins: with the bias, or with 0
    MULTIPLY_WEIGHTS = 1 << 5,     // inputs by weights
    KEEP_BLOCK = 1 << 6,           // its sums go from the registers to where formulas read them
    FROM_POINTS = 1 << 7,          // formulas: z is computed from points of a plane,
    FROM_MEMORY = 1 << 8,          //     or it is in memory
    TO_INPUTS = 1 << 9,            //     values go to the place of inputs,
    TO_MEMORY = 1 << 10,           //     or they (on the way back dLoss/dz) go to memory
    KEEPS_SUMS = 1 << 11,          //     and z does
    APPLY = 1 << 12,               // the activation
    PARTS_OF_LOGITS = 1 << 13,     // what a block contributes to four outputs
    ADD_LOGITS = 1 << 14,          // they are added up
    LOGITS_OF_POINTS = 1 << 15,    // of a network without hidden layers
    MEASURE = 1 << 16,             // the loss
    GRADIENT_OF_OUTPUTS = 1 << 17, // of the weights of many outputs
    GRADIENT_OF_POINTS = 1 << 18,  // of a network without hidden layers
    APPLY_BACK = 1 << 19,          // dLoss/dz
    GRADIENT_OF_WEIGHTS = 1 << 20, // of a block
    FLUSH_WEIGHTS = 1 << 21,       // which goes to the gradient
    PROPAGATE_BLOCK = 1 << 22,     // dLoss/dz by weights
    SPREAD_BLOCK = 1 << 23,        // its sums go from the registers to the items that need them, where those are others
    STORE_SUMS = 1 << 24,          // small gradients of each item to where all can read them
    ADD_SUMS = 1 << 25             // they are added up, and go to the gradient
};

// One linear layer and the activation after it. Hidden layers keep their weights as [inputs][stride] (lanes along outputs) and a transposed copy
// [outputs][stride of the layer before]. The output layer keeps [outputs][stride] with lanes along inputs, which is the only order it needs.
struct Layer {
    int inputs;
    int outputs;
    int stride;         // of a weight row; of a row of this layer's tiles (hidden layers)
    int weight;         // in the parameters, and alike in gradient and moments
    int bias;           // in the parameters
    int parameter;      // in the parameters: activation parameter 0 in every lane of a vector, then parameter 1
    int transposed;     // in the transposed weights (vectors only, as the next three; of lanes see lanes/block.cl)
    int value;          // in the tiles: f(z) of their samples
    int slope;          // in the tiles: f'(z), replaced by dLoss/dz
    int parameterSlope; // in the tiles: df/dp0
    int firstUnit;      // number of hidden units in the layers before
    int kind;           // which of the program's activations follows
    int learns;         // whether its parameter 0 is learned
    int clearsPadding;  // whether it may give no number where there is no unit (vector/padding.cl)
};

// A set of samples, in one buffer: labels [stride], then the target values [outputs][stride] of a regression, then points [stride][Plan::inputStride].
struct SampleSet {
    int count;
    int stride; // samples that there is room for: whole tiles
    int values; // where they begin
    int points;
};

// Where everything lies, and what models have in common that have the same shape and the same activations.
struct Plan {
    int hiddenLayers; // layers[hiddenLayers] is the output layer
    int hiddenUnits;
    int inputStride;   // from one point's coordinates to the next one's
    int parameters;    // floats of one set of parameters (gradient, moments)
    int decaying;      // weights and biases: the parameters before this place
    int firstMoment;   // in a model's memory, which begins with the parameters
    int secondMoment;  // small ones in another unit: see rootOfSecondMoment()
    int transposed;    // in a model's memory: the transposed weights
    int shardFigures;  // in a worker's memory, which begins with the gradient: Figures of its shard
    int tiles;         // in a worker's memory, unless they lie in local memory
    int logits;        // in the tiles: [outputs][TILE_ROOM], samples along lanes; replaced by dLoss/dlogit
    int table;         // in the tiles: constants of vocabulary.cl
    int parameterSums; // in the tiles: for each vector of the widest layer, what backwardLanes() leaves
    int lossSums;      // in the tiles: LossSums over a batch, or the test set, where units are divided
    int gathered;      // in the tiles: [TILE_ROOM][inputStride], the points of a batch's tile
    int gatheredLabels;
    int gatheredTargets; // [outputs][TILE_ROOM]
    int batchSize;       // samples in a training step
    int tileRows;        // samples in a tile: vectors while training, TILE or fewer; lanes always, ROWS or FEW_ROWS times ROW_GROUPS
    int shuffles;        // whether samples come in the order given
    int tracksUnits;
    int usesLinearUnits; // whether predictions look for locally linear units (vector/locally_linear.cl)
    int isShallow;       // whether the way back is vector/shallow_backward.cl's
    int isFromPoints;    // lanes: whether the first layer is computed from points of a plane where it is needed, and never kept
    int keepsWeights;    // lanes: whether the only block of weights stays in its place
    int addsOnce;        // lanes: whether a shard adds to each place of the gradient once, so that work-groups need no gradient for each
    int steps;           // lanes: bytes from the plan to its table of TileSteps
    int forwardSteps;    // of the table: those of a tile on the way forward,
    int tileSteps;       // those, and the way back,
    int allSteps;        // those, and what comes after the last tile
    struct SampleSet train;
    struct SampleSet test;
    struct Layer layers[MAX_LAYERS];
};

// The settings of an optimiser. One minus a decay is rounded once, from the difference in double.
struct Optimizer {
    int method; // one of FOR_METHODS
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
};

// One for each model of a launch.
struct ModelEntry {
    int slot;      // its place in the cohort: in models, lastAlive, figures, progress
    int plan;      // its place in plans
    int order;     // which of the orders its samples come in
    uint drawSeed; // of activations that draw
    struct Optimizer optimizer;
};

// What a launch that trains, or measures, is told; the same for all of its models.
struct Launch {
    ulong modelStride;  // floats from one model's memory to the next one's
    ulong workerStride; // the same of workers: a gradient, and tiles
    int update;         // without it samples are only measured, all of them as one batch in their own order
    int epochs;
    uint firstEpoch; // as draws count them
    float lossLimit; // a model has diverged where a batch's mean loss is not below it
    int orderStride; // from an epoch's order to the next one's
    int shards;      // of a batch: the pieces whose gradients are added up, whoever computes them
    int firstEntry;  // DIVISION_WHOLE: the models of this launch, entries[firstEntry] to entries[entries - 1]
    int entries;
    int groups; // otherwise: work-groups for each model
    int parts;  // of a phase; `shards` of them in DIVISION_BATCH
    int phases; // of an epoch
    int step;   // which one, where a launch is one step
    int rows;   // of figures for an epoch: one for each of its parts, then its own
    int unused;
};

// What predictNetwork() is told.
struct PredictionLaunch {
    ulong modelStride;
    ulong workerStride;
    int slot;
    int plan;
    int outputStride; // of a row of answers
    int count;        // points
    int chunk;        // points of a work-group, a multiple of TILE_ROOM
    int unused;
};

// What evaluateActivation() is told.
struct EvaluationLaunch {
    int kind;  // which of the program's activations
    int count; // inputs, a multiple of REAL_WIDTH
    float p0;
    float p1;
};

// Sums over samples; of a whole epoch, as the host reads them, losses are means.
struct Figures {
    float trainLoss;
    float trainCorrect;
    float testLoss;
    float testCorrect;
};

// A step of a tile in the lanes mapping.
struct TileStep {
    int work;   // of TileWork
    int layer;  // whose
    int column; // block of units
    int term;   // and chunk of inputs
    int group;  // of four outputs
};

// How far a model is in a launch, and sums over the epoch so far. All zero before a launch.
struct Progress {
    float trainLoss;
    float lost; // what adding to it rounded away
    float trainCorrect;
    float testLoss;
    float testCorrect;
    float scale; // what the gradient of this step is multiplied by
    int stopped; // it has diverged, or whoever waits for the launch wants it to end: on a processor the host writes it, too
    int epochs;  // that there are figures of
    int batches; // that are done, for who watches meanwhile
};

// One of the phases that an epoch consists of where work-groups share a model.
struct Phase {
    int work; // a Work
    int layer;
    int mode;  // EVALUATION: of the test set, with which an epoch begins
    int batch; // in the epoch
    int tile;
    int atEnd; // of AtEnd
};

// Where work-groups meet: one for each part of a phase, each a line of the cache. All zero before a launch.
struct PhaseBarrier {
    int begun; // in how many phases
    int done;  // how many parts of the phase; in the first one's, like the next
    int open;  // the phase that is open
    int apart[LINE_FLOATS - 3];
};

// Where the work-groups of a model meet in the lanes mapping: for each model two lines of the cache. All zero before a launch.
struct Meeting {
    uint arrived; // how often one has come, in all
    int gaveUp;   // whether one has left since others did not come: the launch is no result
    int apart[2 * LINE_FLOATS - 2];
};

// What the columns of a row are XORed with in a block for tensor cores (lanes/block.cl): 0, 4 ... 28, so that quads stay whole.
#define SWIZZLE(row) (((row) & 4) | (((row) ^ (row) >> 1) & 2) << 2 | (((row) ^ (row) >> 1 ^ (row) >> 3) & 1) << 4)

// Where a second moment and the square of the gradient are both below SMALL_SQUARE, the moment is kept times SQUARE_SCALE, as a negative number:
// squares of gradients below 1e-19 are below the least float, and would be 0. From LEAST_PLAIN_EPSILON on that would make no difference, and is not
// done.
#define LEAST_PLAIN_EPSILON 1e-9f
#define SMALL_SQUARE 0x1p-60f
#define SQUARE_SCALE 0x1p126f
#define ROOT_OF_SQUARE_SCALE 0x1p63f

#ifdef __cplusplus
// Nothing but the members: a structure is as long as they are, and so begins each of them where C and OpenCL C say.
template <class T>
constexpr bool isLaidOutAlike = std::is_standard_layout_v<T> &&std::is_trivially_copyable_v<T>;
static_assert(sizeof(int) == 4 && sizeof(float) == 4);
static_assert(isLaidOutAlike<Layer> && sizeof(Layer) == 14 * 4 && offsetof(Layer, clearsPadding) == 13 * 4);
static_assert(2 * sizeof(Layer) <= FLOATS_OF_LAYERS * sizeof(float));
static_assert(isLaidOutAlike<SampleSet> && sizeof(SampleSet) == 4 * 4 && offsetof(SampleSet, points) == 3 * 4);
static_assert(isLaidOutAlike<Plan> && sizeof(Plan) == 30 * 4 + 2 * sizeof(SampleSet) + MAX_LAYERS * sizeof(Layer));
static_assert(offsetof(Plan, train) == 30 * 4 && offsetof(Plan, layers) == 30 * 4 + 2 * sizeof(SampleSet));
static_assert(isLaidOutAlike<Optimizer> && sizeof(Optimizer) == 16 * 4 && offsetof(Optimizer, schedule) == 15 * 4);
static_assert(isLaidOutAlike<ModelEntry> && sizeof(ModelEntry) == 4 * 4 + sizeof(Optimizer) && offsetof(ModelEntry, optimizer) == 4 * 4);
static_assert(isLaidOutAlike<Launch> && sizeof(Launch) == 2 * 8 + 14 * 4 && offsetof(Launch, update) == 16 && offsetof(Launch, step) == 60);
static_assert(isLaidOutAlike<PredictionLaunch> && sizeof(PredictionLaunch) == 2 * 8 + 6 * 4 && offsetof(PredictionLaunch, slot) == 16);
static_assert(isLaidOutAlike<EvaluationLaunch> && sizeof(EvaluationLaunch) == 4 * 4 && offsetof(EvaluationLaunch, p1) == 3 * 4);
static_assert(isLaidOutAlike<Figures> && sizeof(Figures) == 4 * 4 && offsetof(Figures, testCorrect) == 3 * 4);
static_assert(isLaidOutAlike<TileStep> && sizeof(TileStep) == 5 * 4 && offsetof(TileStep, group) == 4 * 4);
static_assert(isLaidOutAlike<Progress> && sizeof(Progress) == 9 * 4 && offsetof(Progress, batches) == 8 * 4);
static_assert(isLaidOutAlike<Phase> && sizeof(Phase) == 6 * 4 && offsetof(Phase, atEnd) == 5 * 4);
static_assert(isLaidOutAlike<PhaseBarrier> && sizeof(PhaseBarrier) == LINE_FLOATS * 4 && offsetof(PhaseBarrier, open) == 2 * 4);
static_assert(isLaidOutAlike<Meeting> && sizeof(Meeting) == 2 * LINE_FLOATS * 4 && offsetof(Meeting, apart) == 2 * 4);

} // namespace actiscope::kernels
#else
typedef struct Layer Layer;
typedef struct SampleSet SampleSet;
typedef struct Plan Plan;
typedef struct Optimizer Optimizer;
typedef struct ModelEntry ModelEntry;
typedef struct Launch Launch;
typedef struct PredictionLaunch PredictionLaunch;
typedef struct EvaluationLaunch EvaluationLaunch;
typedef struct Figures Figures;
typedef struct TileStep TileStep;
typedef struct Progress Progress;
typedef struct Phase Phase;
typedef struct PhaseBarrier PhaseBarrier;
typedef struct Meeting Meeting;
#endif
#endif
