// The lanes mapping, for a device that runs a work-group's items side by side (a GPU): LANES work-items train one model together.
// Neighbouring items have neighbouring units, so that weights are read side by side; what they share goes through tiles, which lie in
// local memory where they fit (TILES_ARE_LOCAL), else in the worker's memory. Decisions are made from values that all items have, so
// that they meet at every barrier. The other mapping is vector/work_group.cl's: the files that both have in common use the names
// defined here.
//
// Layout: local memory is SCRATCH_FLOATS to add up in, then (TILES_ARE_LOCAL) what block.cl says.
// Needs: real, vocabulary (for Memory and Constants).
//
// A function that holds a barrier is inlined, and no barrier stands behind an if, nor in a loop that may be left out, not even where all
// items go the same way: PoCL cannot do without the first, and makes a copy of the rest of the kernel for each of the second, which would
// take hours to compile. What is not to be done is done for no elements instead, and such loops test at their end.

#define LANE ((int)get_local_id(0))
#define OWN_FIRST (4 * lane)
#define OWN_STEP (4 * LANES)
#define SYNC() barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE);
#ifdef CALLS_FUNCTIONS // for PoCL, which builds each kernel three times over; it inlines what asks for its LANE, hence the arguments `lane`
#define NOT_INLINE static __attribute__((noinline))
#define UNROLL _Pragma("nounroll")
#define UNROLL_SOME(times) _Pragma("nounroll")
#else
#define NOT_INLINE INLINE
#define UNROLL _Pragma("unroll") // what is in registers has no number: a compiler has to see which one is meant
#define UNROLL_SOME(times) TEXT_PRAGMA(unroll times)
#define TEXT_PRAGMA(text) _Pragma(#text)
#endif
#define WITH_BARRIERS INLINE

// What an item has of parameters at a time: all that lie together are whole lines.
typedef float4 vec;
#define loadVector(p) (*(__global const float4 *)(p))
#define storeVector(p, v) (*(__global float4 *)(p) = (v))
#define SUM_OF_VECTOR(v) (((v).x + (v).y) + ((v).z + (v).w))
#define SUM_OF_REAL(v) (v)
#define PRODUCT_AND_SUM(a, b, c) fma(a, b, c) // in one instruction

// The work-group's local memory: a float of each work-item to add up in, a whole line at least, then the tiles.
typedef __local float *Scratch;
#define SCRATCH_FLOATS (LANES < LINE_FLOATS ? LINE_FLOATS : LANES)
#ifdef TILES_ARE_LOCAL
#define TILE_SPACE __local
#define TILES_OF(plan, worker, groupMemory) ((groupMemory) + SCRATCH_FLOATS)
#else
#define TILE_SPACE __global
#define TILES_OF(plan, worker, groupMemory) ((worker) + (plan)->tiles)
#endif
typedef TILE_SPACE float *Tiles;
typedef TILE_SPACE const float *TileValues;
#define loadTile(p) (*(p))
#define storeTile(p, v) (*(p) = (v))
#define TABLE_OF(plan, tiles) ((Constants)0)
#define FILL_TABLE(plan, tiles)
#define TILE_ROOM(plan) ((plan)->tileRows) // samples that a tile has room for: of the logits, those of an output follow those of the one before
#define TRANSPOSE_WEIGHTS(lane, plan, slice, model)

// Shards begin with a tile, and their gradients are added up one after the other: as one work-group adds what each makes to the same sum
// (Plan::addsOnce).
#define SHARD_STEP(plan) (plan)->tileRows
#define SHARDS_IN_ORDER

// A work-group trains one model: the device itself gives work-groups to the units that are idle.
#define NEXT_ENTRY(taken) ((void)(taken), INT_MAX)

// The host says nothing during a launch: work-items could see it at different times, and not meet at the next barrier.
#define IS_UNWANTED(progress) 0

// The sum of a value over the work-items, added in an order that is always the same; all of them get it.
#define PARTIAL_SUMS 16
INLINE float sumOfGroup(Scratch scratch, float value)
{
    const int lane = LANE;
    SYNC() // an earlier sum has been read
    scratch[lane] = value;
    SYNC()
#if LANES > PARTIAL_SUMS
    if (lane < PARTIAL_SUMS) {
        for (int other = lane + PARTIAL_SUMS; other < LANES; other += PARTIAL_SUMS)
            value += scratch[other];
        scratch[lane] = value;
    }
    SYNC()
#endif
    float sum = 0.0f;
    for (int partial = 0; partial < min(LANES, PARTIAL_SUMS); ++partial)
        sum += scratch[partial];
    return sum;
}
