// The vector mapping, for a device whose registers hold vectors of floats (a CPU): a work-group is one work-item, features lie along
// the lanes of a vector, and tiles lie in the worker's memory, where they stay in the caches. The other mapping is lanes/work_group.cl's: the
// files that both have in common use the names defined here.
//
// Layout: a worker's memory is a gradient, Figures and tiles; a tile is [TILE][stride].
// Needs: real, vocabulary (for Memory and Constants).

#define LANES 1 // work-items in a work-group
#define LANE 0
#define OWN_FIRST (lane * VEC)
#define OWN_STEP VEC
#define SYNC() // between what one work-item writes and another reads
#define NOT_INLINE static __attribute__((noinline))
#define WITH_BARRIERS NOT_INLINE // for a function that holds a SYNC()

#define TILE_SPACE __global
typedef Memory Tiles;
typedef Constants TileValues;
typedef __local float *Scratch;
#define loadTile(p) loadReal(p)
#define storeTile(p, v) storeReal(p, v)
#define TILES_OF(plan, worker, groupMemory) ((worker) + (plan)->tiles)
#define TABLE_OF(plan, tiles) ((tiles) + (plan)->table)
#define FILL_TABLE(plan, tiles) fillTable(TABLE_OF(plan, tiles));
#define TRANSPOSE_WEIGHTS(lane, plan, slice, model) transposeWeights(lane, plan, slice, model);

// A work-group trains one model after the other, whichever of the launch none has taken yet: no core waits for another, and what a
// worker writes stays in its core's caches.
#define NEXT_ENTRY(taken) ((int)get_num_groups(0) + atomic_inc(taken))

// Whether the host wants the launch to end, which it may say at any time.
#define IS_UNWANTED(progress) (((const volatile __global Progress *)(progress))->stopped)

// No weights have a place of their own, in which their step would be taken (lanes/block_step.cl).
#define blockApart(plan) wholeOf(0)
#define HOLDS_BLOCK(plan) 0
#define stepOfBlock(lane, takesStep, worker, sum, shards, isHeld, optimizer, corrections, scale)

// As the device does it best, with one rounding or two.
#define PRODUCT_AND_SUM(a, b, c) ((a) * (b) + (c))

// The sum of a value over the work-items.
#define sumOfGroup(scratch, value) (value)

// Shards begin at a multiple of what vectors are aligned to, small enough that shards are equally long.
#define SHARD_STEP(plan) min(TILE, 32)

// Samples that a tile has room for: of the logits, those of an output follow those of the one before.
#define TILE_ROOM(plan) TILE
