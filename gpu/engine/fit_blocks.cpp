// How the lanes mapping's blocks and tiles are cut. A program's are cut for a device's limits alone, so that it is the same for all batches, and for all
// networks with few outputs; which of its two lengths of a tile is used is the plan's (Plan::tileRows).
#include "gpu/engine/memory_layout.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>

namespace actiscope {
namespace {

constexpr std::size_t driversFloats = 256; // drivers take some of local memory for themselves

/** How much a batch costs in tiles of so many samples: whole ones, and what there is to do for each of them. */
int costOfBatch(int samples, int tile)
{
    constexpr int samplesOfTile = 6;
    return (samples + tile - 1) / tile * (tile + samplesOfTile);
}

/** Floats of local memory that there are for tiles. */
std::size_t roomOf(const KernelTuning &tuning)
{
    return tuning.localTiles ? tuning.localFloats - std::min(tuning.localFloats, driversFloats + tuning.scratchFloats()) : std::numeric_limits<std::size_t>::max();
}

/** What a network in the plane with two outputs needs of it. */
std::size_t leastFloats(const KernelTuning &tuning)
{
    constexpr int ofSample = 6; // two logits, two coordinates, a label, and as much again as rounding up to lines may take
    return static_cast<std::size_t>((tuning.units + 2 * tuning.tile) * tuning.rowLength() + ofSample * tuning.tile);
}

/** With the longest tile for which there is room, or nothing. */
std::optional<KernelTuning> withLongestTile(const Cohort &cohort, const KernelTuning &tuning)
{
    constexpr int longest = 48;
    for (const int rows : {6, 4, 3, 2, 1}) {
        if (tuning.tensorCores != TensorCores::None && rows % 2 != 0) // they multiply twice as many at once
            continue;
        const KernelTuning found = tuning.withRows(rows);
        if (found.tile <= std::max(longest, found.rowGroups()) && leastFloats(found) <= roomOf(found)
            && MemoryLayout(cohort, found).localFloats <= roomOf(found))
            return found;
    }
    return {};
}

} // namespace

int MemoryLayout::placeBlocksInTiles(const Cohort &cohort, const KernelTuning &tuning)
{
    constexpr int manySamples = 192; // four of the longest tiles: there the longest is best, if only little
    plan.tileRows = tuning.tile;
    if (plan.batchSize < manySamples && costOfBatch(plan.batchSize, tuning.shortTile) < costOfBatch(plan.batchSize, tuning.tile))
        plan.tileRows = tuning.shortTile;
    const int floats = placeBlocks(cohort, tuning);
    if (static_cast<std::size_t>(floats) <= roomOf(tuning) || plan.tileRows == tuning.shortTile)
        return floats;
    plan.tileRows = tuning.shortTile; // of many outputs
    return placeBlocks(cohort, tuning);
}

KernelTuning MemoryLayout::fit(const Cohort &cohort, KernelTuning tuning)
{
    if (tuning.mapping != KernelMapping::Lanes)
        return tuning;
    constexpr int leastUnits = 32;
    for (KernelTuning smaller = tuning; smaller.units == tuning.units || smaller.units >= leastUnits; smaller = smaller.withUnits(smaller.units / 2)) {
        smaller.localTiles = true;
        if (const auto found = withLongestTile(cohort, smaller))
            return *found;
    }
    tuning.localTiles = false;
    return *withLongestTile(cohort, tuning);
}

} // namespace actiscope
