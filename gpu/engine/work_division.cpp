#include "gpu/engine/work_division.h"

#include <algorithm>

namespace actiscope {
namespace {

using kernels::ACTIVATE, kernels::PROPAGATE, kernels::FINISH_TILE, kernels::STEP_OF_UNITS, kernels::END_OF_FORWARD;
using kernels::Division, kernels::Phase, kernels::Plan, kernels::DIVISION_WHOLE, kernels::DIVISION_BATCH, kernels::DIVISION_UNITS;
using kernels::END_OF_PROPAGATION, kernels::END_OF_GRADIENT, kernels::END_OF_BATCH, kernels::LINE_FLOATS;
using kernels::EVALUATION, kernels::TRAINING, kernels::TRAIN_ON_SHARD, kernels::STEP_OF_SLICE, kernels::TAKE_POINTS, kernels::MULTIPLY;

/** Phases of an epoch that a table of them may have: 24 MiB. */
constexpr std::size_t maxPhases = std::size_t{1} << 20;

int quotientUp(int count, int size)
{
    return (count + size - 1) / size;
}

double flopsOfSample(const Plan &plan)
{
    constexpr double flopsOfWeight = 6;
    double weights = 0;
    for (int l = 0; l <= plan.hiddenLayers; ++l)
        weights += static_cast<double>(plan.layers[l].inputs) * plan.layers[l].outputs;
    return flopsOfWeight * weights;
}

double flopsOfStep(const Plan &plan)
{
    return flopsOfSample(plan) * plan.batchSize;
}

/** In the lanes mapping a shard is as many tiles as come to `shardRows`, four times that where gradients are large. */
std::size_t shardsOfTiles(const Plan &plan, const KernelTuning &tuning, std::size_t most, bool isLarge)
{
    const int tilesOfShard = std::max(1, (isLarge ? 4 : 1) * tuning.shardRows / plan.tileRows);
    const auto wanted = static_cast<std::size_t>(quotientUp(quotientUp(plan.batchSize, plan.tileRows), tilesOfShard));
    return std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(1, most));
}

/** As many as are worth it: gradients of all of them are added up, and compute units that are idle take no more than one each. */
std::size_t shardsOfBatch(const Plan &plan, const KernelTuning &tuning)
{
    constexpr double maxShards = 32;
    constexpr std::size_t maxGradientBytes = 64 << 20; // of the gradients of a model
    constexpr std::size_t cachedBytes = 128 << 10;
    const std::size_t bytes = std::max<std::size_t>(1, static_cast<std::size_t>(plan.decaying) * sizeof(float));
    const auto batch = static_cast<std::size_t>(plan.batchSize), rows = static_cast<std::size_t>(tuning.shardRows);
    if (tuning.mapping == KernelMapping::Lanes) {
        const double most = std::min({maxShards, flopsOfStep(plan) / tuning.shardFlops, static_cast<double>(maxGradientBytes / bytes)});
        return shardsOfTiles(plan, tuning, static_cast<std::size_t>(most), bytes > cachedBytes);
    }
    const std::size_t possible = std::min(batch / rows, maxGradientBytes / bytes);
    if (possible < 2)
        return 1;
    const double wanted =
        std::min({maxShards, flopsOfStep(plan) / tuning.shardFlops, static_cast<double>(batch / (bytes > cachedBytes ? 4 * rows : rows))});
    const std::size_t shards = std::min(possible, static_cast<std::size_t>(std::max(2.0, wanted)));
    return shards - shards % 2; // two cores are the most frequent
}

/** As many work-groups have something to do at the widest layer where they divide units. */
std::size_t panels(const Plan &plan, const KernelTuning &tuning)
{
    const int lanes = std::max<int>(LINE_FLOATS, tuning.blockVectors * tuning.vectorWidth);
    int widest = 0;
    for (int l = 0; l < plan.hiddenLayers; ++l)
        widest = std::max(widest, plan.layers[l].outputs);
    return static_cast<std::size_t>(quotientUp(widest, lanes));
}

int phasesForward(const Plan &plan)
{
    return 1 + 2 * plan.hiddenLayers;
}

/** Of an epoch of training, where units are divided. */
std::size_t countPhases(const Plan &plan)
{
    const auto tiles = [&](int samples) { return static_cast<std::size_t>(quotientUp(samples, plan.tileRows)); };
    const auto phasesOfTile = static_cast<std::size_t>(phasesForward(plan) + plan.hiddenLayers + 1);
    const auto batches = static_cast<std::size_t>(quotientUp(plan.train.count, plan.batchSize));
    return tiles(plan.test.count) * static_cast<std::size_t>(phasesForward(plan)) + batches * (tiles(plan.batchSize) * phasesOfTile + 1);
}

/** Whether the phases of divided units are long enough, where a batch would have this many shards. Where those are several, units are divided only if as
 *  many work-groups have some and phases are very long; then it costs the model nothing in company. */
bool paysToDivideUnits(const Plan &plan, const KernelTuning &tuning, std::size_t shards)
{
    constexpr int samplesOfOptimizer = 8; // which take as long as it, where parameters come from memory
    if (tuning.mapping != KernelMapping::Vectors || plan.hiddenLayers == 0 || plan.isShallow)
        return false;
    const int tiles = quotientUp(plan.batchSize, plan.tileRows);
    const double flopsOfPhase = flopsOfSample(plan) * (plan.batchSize + samplesOfOptimizer) / (tiles * (2 + 3 * plan.hiddenLayers) + 1);
    if (shards > 1)
        return flopsOfPhase >= tuning.longPhaseFlops && panels(plan, tuning) >= shards;
    return flopsOfPhase >= tuning.phaseFlops && (panels(plan, tuning) > 1 || tuning.divisionFlops == 0);
}

/** Whoever trains it, the sums are the same: where work-groups cannot wait for one another, or the table would be too long, it is one of them. */
WorkDivision divisionOfUnits(const Plan &plan, const KernelTuning &tuning, std::size_t workGroups, std::size_t least)
{
    constexpr std::size_t partsOfGroup = 4; // enough to take some off one that is late
    const std::size_t groups = std::min(workGroups, std::max(least, panels(plan, tuning)));
    if (groups == 1 || !tuning.hasPhaseBarrier || countPhases(plan) > maxPhases)
        return {};
    return {DIVISION_UNITS, groups, 1, partsOfGroup * groups};
}

/** Makes the phases of divided units, one after the other. */
class PhasesOfUnits {
public:
    PhasesOfUnits(const Plan &plan, bool update) : m_plan(plan), m_update(update) {}

    std::vector<Phase> ofEpoch()
    {
        const int size = m_update ? m_plan.batchSize : m_plan.train.count;
        addTiles(EVALUATION, 0, m_plan.test.count);
        for (int batch = 0; batch * size < m_plan.train.count; ++batch) {
            addTiles(TRAINING, batch, std::min(size, m_plan.train.count - batch * size));
            m_phases.back().atEnd |= END_OF_BATCH;
            if (m_update)
                m_phases.push_back({STEP_OF_UNITS, 0, TRAINING, batch, 0, 0});
        }
        return std::move(m_phases);
    }

private:
    void addTiles(kernels::Mode mode, int batch, int samples)
    {
        const bool goesBack = mode == TRAINING && m_update;
        for (int tile = 0; tile < quotientUp(samples, m_plan.tileRows); ++tile) {
            addForward(mode, batch, tile);
            if (goesBack)
                addBackward(batch, tile);
        }
        if (goesBack)
            m_phases.back().atEnd |= END_OF_GRADIENT;
    }

    void addForward(kernels::Mode mode, int batch, int tile)
    {
        m_phases.push_back({TAKE_POINTS, 0, mode, batch, tile, 0});
        for (int layer = 0; layer < m_plan.hiddenLayers; ++layer) {
            m_phases.push_back({MULTIPLY, layer, mode, batch, tile, 0});
            m_phases.push_back({ACTIVATE, layer, mode, batch, tile, 0});
        }
        m_phases.back().atEnd = END_OF_FORWARD;
    }

    void addBackward(int batch, int tile)
    {
        for (int layer = m_plan.hiddenLayers - 1; layer >= 0; --layer)
            m_phases.push_back({PROPAGATE, layer, TRAINING, batch, tile, END_OF_PROPAGATION});
        m_phases.push_back({FINISH_TILE, 0, TRAINING, batch, tile, 0});
    }

    const Plan &m_plan;
    bool m_update;
    std::vector<Phase> m_phases;
};

/** A shard each, then a slice each; figures of the test set are the shards', too. */
std::vector<Phase> phasesOfBatches(const Plan &plan, bool update)
{
    std::vector<Phase> phases;
    const int batches = update ? quotientUp(plan.train.count, plan.batchSize) : 1;
    for (int batch = 0; batch < batches; ++batch) {
        phases.push_back({TRAIN_ON_SHARD, 0, TRAINING, batch, 0, END_OF_BATCH});
        if (update)
            phases.push_back({STEP_OF_SLICE, 0, TRAINING, batch, 0, 0});
    }
    return phases;
}

} // namespace

namespace {

/** Work-groups that train a model together where each is to have as many of the batch's shards as the others, and all run at the same time. */
std::size_t groupsThatMeet(std::size_t shards, const KernelTuning &tuning, std::size_t models, std::size_t computeUnits)
{
    const std::size_t places = computeUnits * static_cast<std::size_t>(tuning.groupsOfUnit);
    const std::size_t most = std::clamp<std::size_t>(places / models, 1, shards);
    const std::size_t shardsOfGroup = (shards + most - 1) / most;
    return (shards + shardsOfGroup - 1) / shardsOfGroup;
}

} // namespace

WorkDivision chooseDivision(const Plan &plan, const KernelTuning &tuning, std::size_t models, std::size_t computeUnits)
{
    if (flopsOfStep(plan) < tuning.divisionFlops)
        return {};
    const std::size_t least = tuning.divisionFlops == 0 ? 2 : 1;
    const bool isLongEnough = flopsOfStep(plan) >= tuning.workGroupFlops || tuning.divisionFlops == 0;
    const std::size_t workGroups = std::max(least, isLongEnough ? computeUnits / models : 1);
    const std::size_t shards = shardsOfBatch(plan, tuning);
    if (paysToDivideUnits(plan, tuning, shards))
        return divisionOfUnits(plan, tuning, workGroups, least);
    if (shards == 1 || workGroups == 1)
        return {DIVISION_WHOLE, 1, shards, 1};
    if (tuning.groupsMeet())
        return {DIVISION_BATCH, groupsThatMeet(shards, tuning, models, computeUnits), shards, shards};
    return {DIVISION_BATCH, tuning.hasPhaseBarrier ? std::min(workGroups, shards) : shards, shards, shards};
}

std::vector<Phase> phasesOfEpoch(const Plan &plan, Division division, bool update)
{
    switch (division) {
    case DIVISION_UNITS:
        return PhasesOfUnits(plan, update).ofEpoch();
    case DIVISION_BATCH:
        return phasesOfBatches(plan, update);
    case DIVISION_WHOLE:
        break;
    }
    return {};
}

} // namespace actiscope
