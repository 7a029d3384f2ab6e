// A block in the lanes mapping: UNITS units of a layer (or as many terms of a product) by the samples of a tile. Its work-items form a grid of ROW_GROUPS by
// COLUMN_GROUPS, and each has ROWS rows and QUADS times four columns of a block: sums of a product stay in its registers. A tile has room for as many samples as the plan says,
// ROWS or FEW_ROWS times ROW_GROUPS: the program is the same for all batches and networks.
//
// Layout: the tiles begin with three places, which all products read and write: WEIGHTS [UNITS][LD], rows are inputs; INPUTS [rows][LD], values of the layer
// before; DELTAS [rows][LD], dLoss/dz, and on the way forward what an item keeps for itself. A row is longer than its units by four floats, so that rows lie
// in other banks of local memory; with tensor cores it is not, but its quads lie in an order that depends on the row: whatever the items of a warp read or write
// together (tensor_product.cl) lies in different banks then. Of wide and deep networks whole layers lie in the worker's memory, [rows][stride] at Layer::value
// (values), slope (z, what the activation is applied to) and parameterSlope (dLoss/dz), and come to these places in chunks.
// Needs: work_group, targets, random.

#ifdef TENSOR_CORES
#define LD UNITS
#define AT(row, column) ((row) * LD + ((column) ^ SWIZZLE(row)))
#else
#define LD (UNITS + 4)
#define AT(row, column) ((row) * LD + (column))
#endif
#define QUADS (UNITS / COLUMN_GROUPS / 4)
#define WEIGHT_ROWS (UNITS / ROW_GROUPS)
#define WEIGHTS 0
#define INPUTS (UNITS * LD)
#define DELTAS(tile) (INPUTS + (tile)->rows * LD)

// What a work-item has where: bit 0 of its number is a column bit, bit 1 a row bit, then come the other column bits, then the other row bits. So half a wave
// reads two rows of one factor and whole lines of the other. With tensor cores the four items 4g ... 4g + 3 of a warp have row g and sixteen columns.
#ifdef TENSOR_CORES
#define COLUMN_GROUP_OF(lane) (((lane) & 3) | ((lane) / 32 * 4))
#define ROW_GROUP_OF(lane) ((lane) / 4 % 8)
#elif ROW_GROUPS == 1
#define COLUMN_GROUP_OF(lane) (lane)
#define ROW_GROUP_OF(lane) 0
#else
#define COLUMN_GROUP_OF(lane) (((lane) & 1) | (((lane) >> 2 << 1) & (COLUMN_GROUPS - 1)))
#define ROW_GROUP_OF(lane) ((((lane) >> 1) & 1) | ((lane) / (2 * COLUMN_GROUPS) << 1))
#endif
#define ROW_OF(rowGroup, r) ((r) * ROW_GROUPS + (rowGroup))
#define COLUMN_OF(columnGroup, q) (4 * (columnGroup) + 4 * COLUMN_GROUPS * (q))
#define WEIGHT_ROW_OF(rowGroup, a) (4 * (rowGroup) + (a) % 4 + (a) / 4 * 4 * ROW_GROUPS)

// Where the parts begin that an item has of the products, or with tensor cores its warp: what a layer does not reach to is left out.
#ifdef TENSOR_CORES
#define FIRST_COLUMN(columnGroup) (4 * ((columnGroup) & ~3))
#define FIRST_TERM(columnGroup) FIRST_COLUMN(columnGroup)
#define FIRST_WEIGHT_ROW(rowGroup) 0
#else
#define FIRST_COLUMN(columnGroup) COLUMN_OF(columnGroup, 0)
#define FIRST_TERM(columnGroup) (columnGroup)
#define FIRST_WEIGHT_ROW(rowGroup) WEIGHT_ROW_OF(rowGroup, 0)
#endif

// A tile that a work-group is at, as one of its items sees it.
typedef struct {
    const __global Plan *plan;
    Constants model;
    Memory worker; // its memory, of the layers that do not lie in local memory
    Memory gradient;
    Tiles tiles;
    Scratch scratch;
    Constants points;            // of the whole set
    Targets targets;             // of the whole set
    __global const uint *order;
    int shuffles;
    int rows;  // that there is room for
    int start;
    int count; // of the samples that are there
    int mode;
    int measures; // whether there are targets
    Draws draws;
    __global int *lastAlive;
    int rowGroup;
    int columnGroup;
    int holdsBlock; // Worker::holdsBlock
} Tile;

// What is added up over the tiles of a shard, or over a block, before it goes to the gradient: each item has its own columns, of its own rows.
enum Slot { BIAS_OF_LAST, OF_OUTPUT_0, OF_OUTPUT_1, BIAS_OF_OTHER, OF_INPUT_0, OF_INPUT_1, SLOTS };

typedef struct {
    float4 quads[SLOTS * QUADS];
    float ofLastParameter; // of the activation
    float ofOtherParameter;
    float ofOutputBias0;
    float ofOutputBias1;
} Sums;

// Whether the first FEW_ROWS of each item have all of the tile's samples: the others are not computed then, and where they would lie may be something else.
INLINE int hasFewRows(const Tile *tile)
{
    return FEW_ROWS < ROWS && tile->count <= FEW_ROWS * ROW_GROUPS;
}

#define FOR_ROWS(tile, r) UNROLL for (int r = 0; r < ROWS; ++r) if (r < FEW_ROWS || !hasFewRows(tile))

INLINE float4 loadQuad(TileValues place)
{
    return *(TILE_SPACE const float4 *)place;
}

INLINE void storeQuad(Tiles place, float4 quad)
{
    *(TILE_SPACE float4 *)place = quad;
}

INLINE float4 loadFour(Constants place)
{
    return *(__global const float4 *)place;
}

INLINE void storeFour(Memory place, float4 quad)
{
    *(__global float4 *)place = quad;
}

// 0 where there is no unit any more, whatever a formula makes of 0.
INLINE float4 withoutPadding(float4 quad, int units)
{
    return (int4)(0, 1, 2, 3) < (int4)(units) ? quad : (float4)(0.0f);
}

// The number of the sample in a row; rows beyond the samples are the last of them, for which an activation is a number where it is one for the samples.
INLINE int sampleOf(const Tile *tile, int row)
{
    const int place = tile->start + min(row, tile->count - 1);
    return tile->shuffles ? (int)tile->order[place] : place;
}

INLINE const __global Layer *layerOf(const Tile *tile, TileStep step)
{
    return &tile->plan->layers[step.layer];
}

// The weights of a quad of units between points of a plane and the first layer.
typedef struct {
    float4 bias;
    float4 ofInput0;
    float4 ofInput1;
} PointWeights;

INLINE PointWeights pointWeights(const Tile *tile, const __global Layer *layer, int unit, int isUsed)
{
    PointWeights weights = {(float4)(0.0f), (float4)(0.0f), (float4)(0.0f)};
    if (isUsed) {
        weights.bias = loadFour(tile->model + layer->bias + unit);
        weights.ofInput0 = loadFour(tile->model + layer->weight + unit);
        if (layer->inputs > 1)
            weights.ofInput1 = loadFour(tile->model + layer->weight + layer->stride + unit);
    }
    return weights;
}

INLINE float2 pointOf(const Tile *tile, int row)
{
    const int stride = tile->plan->inputStride;
    const TileValues point = tile->tiles + tile->plan->gathered + row * stride;
    return (float2)(point[0], point[stride - 1]); // where there is one coordinate the other weight is 0
}

// z of a quad: computed again from the point, or from where the step says.
INLINE float4 sumsOf(const Tile *tile, TileStep step, const __global Layer *layer, const PointWeights *weights, int row, int column, int unit)
{
    if (step.work & FROM_POINTS) {
        const float2 point = pointOf(tile, row);
        return fma((float4)(point.y), weights->ofInput1, fma((float4)(point.x), weights->ofInput0, weights->bias));
    }
    if (step.work & FROM_MEMORY)
        return loadFour(tile->worker + layer->slope + row * layer->stride + unit);
    return loadQuad(tile->tiles + DELTAS(tile) + AT(row, column));
}
