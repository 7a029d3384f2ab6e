// How the lanes mapping's blocks and tiles are cut for a device's limits and for a batch: nothing but these decides.
#include "gpu/engine/memory_layout.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>

namespace actiscope {
namespace {

/** How much a batch costs in tiles of so many samples: whole ones, and what there is to do for each of them. */
int costOfBatch(int samples, int tile)
{
    constexpr int samplesOfTile = 6;
    return (samples + tile - 1) / tile * (tile + samplesOfTile);
}

/** With the tile that costs least of those that fit, or nothing. */
std::optional<KernelTuning> withBestTile(const Cohort &cohort, KernelTuning tuning, std::size_t localFloats)
{
    constexpr int manySamples = 192; // four of the longest tiles
    std::optional<KernelTuning> best;
    int leastCost = 0;
    for (const int rows : {6, 4, 3, 2, 1}) {
        constexpr int longest = 48;
        if (tuning.tensorCores != TensorCores::None && rows % 2 != 0) // they multiply twice as many at once
            continue;
        tuning.tile = tuning.rowStep = rows * tuning.rowGroups();
        const MemoryLayout layout(cohort, tuning);
        if (tuning.tile > std::max(longest, tuning.rowGroups()) || tuning.scratchFloats() + layout.localFloats > localFloats)
            continue;
        const int cost = costOfBatch(layout.plan.batchSize, tuning.tile);
        // Where it hardly matters the longest is best; and where a program takes seconds to build, one does for all batches.
        const bool isChosen = layout.plan.batchSize < manySamples && !tuning.callsFunctions;
        if (!best || (isChosen && cost < leastCost)) {
            best = tuning;
            leastCost = cost;
        }
    }
    return best;
}

} // namespace

KernelTuning MemoryLayout::fit(const Cohort &cohort, KernelTuning tuning)
{
    if (tuning.mapping != KernelMapping::Lanes)
        return tuning;
    constexpr std::size_t driversFloats = 256; // drivers take some of local memory for themselves
    const std::size_t room = tuning.localFloats - std::min(tuning.localFloats, driversFloats);
    constexpr int leastUnits = 32;
    for (KernelTuning smaller = tuning; smaller.units == tuning.units || smaller.units >= leastUnits; smaller = smaller.withUnits(smaller.units / 2)) {
        smaller.localTiles = true;
        if (const auto found = withBestTile(cohort, smaller, room))
            return *found;
    }
    tuning.localTiles = false;
    return *withBestTile(cohort, tuning, std::numeric_limits<std::size_t>::max());
}

} // namespace actiscope
