#include "gpu/engine/memory_layout.h"

#include "core/analysis/piecewise_linear.h"
#include "gpu/engine/kernel_source.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

namespace actiscope {
namespace {

using kernels::LINE_FLOATS;

int roundedUp(int value, int step)
{
    return (value + step - 1) / step * step;
}

/** Floats from row to row of a layer that is `units` wide. Rows 2 KiB apart would share two sets of a first-level cache. Lanes read quads. */
int rowStride(int units, int vectorWidth)
{
    constexpr int conflicting = 512, quad = 4;
    const int stride = roundedUp(units, std::max(quad, vectorWidth));
    return vectorWidth > 1 && stride % conflicting == 0 ? stride + LINE_FLOATS : stride;
}

bool learns(const Cohort &cohort)
{
    return std::ranges::any_of(cohort.models, [](const ModelSetup &setup) {
        return std::ranges::any_of(setup.activations, [](const ActivationSpec &spec) { return spec.activation->isLearnable(); });
    });
}

/** weights[o][i] of a device's matrix that has the inputs in rows; in blocks, since either side is far apart in memory. */
void transposeInBlocks(std::span<const float> from, std::size_t stride, std::span<float> weights, std::size_t inputs, std::size_t outputs)
{
    constexpr std::size_t block = 16;
    for (std::size_t firstOutput = 0; firstOutput < outputs; firstOutput += block)
        for (std::size_t i = 0; i < inputs; ++i)
            for (std::size_t o = firstOutput; o < std::min(firstOutput + block, outputs); ++o)
                weights[o * inputs + i] = from[i * stride + o];
}

} // namespace

/** Hands out consecutive places that start at a cache line. */
class Places {
public:
    std::int32_t take(int floats)
    {
        const int place = m_next;
        m_next += roundedUp(floats, LINE_FLOATS);
        return place;
    }
    int size() const { return m_next; }

private:
    int m_next = 0;
};

bool keepsSmallSquares(const OptimizerSettings &settings)
{
    return static_cast<float>(settings.epsilon) < LEAST_PLAIN_EPSILON;
}

MemoryLayout::MemoryLayout(const Cohort &cohort, const KernelTuning &tuning)
{
    const NetworkShape &shape = cohort.shape;
    describe(cohort, tuning);
    const int transposed = placeParameters(shape, tuning.vectorWidth);
    const bool isLanes = tuning.mapping == KernelMapping::Lanes;
    const int tiles = isLanes ? placeBlocksInTiles(cohort, tuning) : placeTiles(shape, tuning, learns(cohort));
    tileRoom = isLanes ? plan.tileRows : tuning.tile;
    Places model;
    model.take(plan.parameters);
    plan.firstMoment = model.take(plan.parameters);
    plan.secondMoment = model.take(plan.parameters);
    plan.transposed = model.take(isLanes ? 0 : transposed);
    modelFloats = static_cast<std::size_t>(model.size());
    Places worker;
    worker.take(plan.parameters);
    plan.shardFigures = worker.take(sizeof(kernels::Figures) / sizeof(float));
    if (isLanes)
        placeLayers(worker, tuning);
    if (tuning.localTiles)
        localFloats = static_cast<std::size_t>(tiles);
    else
        plan.tiles = worker.take(tiles);
    workerFloats = static_cast<std::size_t>(worker.size());
    canCollapse = hasUseForLinearUnits(tuning);
    plan.isShallow = tuning.mapping == KernelMapping::Vectors && plan.hiddenLayers == 1 && shape.inputs == 2 && shape.outputs == 2;
}

/** Its place of values and points depends on the padded count: whole tiles. */
kernels::SampleSet MemoryLayout::describe(const LabelledPoints &points, const KernelTuning &tuning) const
{
    const int count = static_cast<int>(points.count()), stride = roundedUp(count, tuning.tile);
    const int values = roundedUp(stride, LINE_FLOATS);
    return {count, stride, values, values + roundedUp(static_cast<int>(points.targetCount) * stride, LINE_FLOATS)};
}

/** What is known of data and batches. */
void MemoryLayout::describe(const Cohort &cohort, const KernelTuning &tuning)
{
    plan.train = describe(cohort.data->train, tuning);
    plan.test = describe(cohort.data->test, tuning);
    plan.shuffles = cohort.batchSize > 0;
    plan.batchSize = plan.shuffles ? static_cast<std::int32_t>(std::min(cohort.batchSize, cohort.data->train.count())) : plan.train.count;
    plan.tracksUnits = cohort.tracksUnits;
}

/** Returns how many floats the transposed weights take. */
int MemoryLayout::placeParameters(const NetworkShape &shape, int vectorWidth)
{
    const int hidden = static_cast<int>(shape.hidden.size());
    Places parameters;
    Places transposed;
    plan.hiddenLayers = hidden;
    plan.inputStride = hidden == 0 ? roundedUp(shape.inputs, vectorWidth) : shape.inputs;
    for (int l = 0; l <= hidden; ++l) {
        kernels::Layer &layer = plan.layers[l];
        const bool isOutput = l == hidden;
        const int strideBefore = l == 0 ? plan.inputStride : plan.layers[l - 1].stride;
        layer.inputs = shape.layerInputs(l);
        layer.outputs = shape.layerOutputs(l);
        layer.stride = isOutput ? strideBefore : rowStride(layer.outputs, vectorWidth);
        layer.weight = parameters.take((isOutput ? layer.outputs : layer.inputs) * layer.stride);
        layer.bias = parameters.take(isOutput ? roundedUp(layer.outputs, vectorWidth) : layer.stride);
        if (isOutput)
            continue;
        layer.firstUnit = plan.hiddenUnits;
        plan.hiddenUnits += layer.outputs;
        if (l > 0) // padded rows as well: the transposition writes whole vectors of columns
            layer.transposed = transposed.take(layer.stride * strideBefore);
    }
    plan.decaying = parameters.size();
    for (int l = 0; l < hidden; ++l)
        plan.layers[l].parameter = parameters.take(2 * vectorWidth);
    plan.parameters = parameters.size();
    return transposed.size();
}

/** Returns how many floats they take. */
int MemoryLayout::placeTiles(const NetworkShape &shape, const KernelTuning &tuning, bool somethingLearns)
{
    constexpr int membersOfLossSums = 3;
    Places tiles;
    plan.tileRows = rowsOfTile(tuning);
    for (int l = 0; l < plan.hiddenLayers; ++l) {
        kernels::Layer &layer = plan.layers[l];
        layer.value = tiles.take(tuning.tile * layer.stride);
        layer.slope = tiles.take(tuning.tile * layer.stride);
        layer.parameterSlope = somethingLearns ? tiles.take(tuning.tile * layer.stride) : layer.slope; // an address at least
    }
    plan.logits = tiles.take(shape.outputs * tuning.tile);
    plan.table = tiles.take(kernels::TABLE_CONSTANTS * tuning.realWidth());
    plan.parameterSums = tiles.take(widestStride() / tuning.vectorWidth);
    plan.lossSums = tiles.take(membersOfLossSums * tuning.realWidth());
    if (plan.shuffles) {
        plan.gathered = tiles.take(tuning.tile * plan.inputStride);
        plan.gatheredLabels = tiles.take(tuning.tile);
        plan.gatheredTargets = tiles.take(shape.outputs * tuning.tile);
    }
    return tiles.size();
}

/** In the lanes mapping: of a work-group's local memory, or of a worker's where that is too little. kernels/lanes/block.cl says what comes first. */
int MemoryLayout::placeBlocks(const Cohort &cohort, const KernelTuning &tuning)
{
    const BlockedNetwork network(plan, tuning.units, tuning.tensorCores != TensorCores::None);
    plan.isFromPoints = network.isFromPoints();
    plan.keepsWeights = network.hasOneBlock();
    plan.addsOnce = network.addsOnce();
    steps = tileSteps(network);
    plan.forwardSteps = steps.forward;
    plan.tileSteps = steps.ofTile;
    plan.allSteps = static_cast<std::int32_t>(steps.all.size());
    Places tiles;
    tiles.take((tuning.units + 2 * plan.tileRows) * tuning.rowLength());
    plan.logits = tiles.take(network.outputs() * plan.tileRows);
    plan.gathered = tiles.take(network.isFromPoints() ? plan.inputStride * plan.tileRows : 0);
    plan.gatheredLabels = tiles.take(plan.tileRows);
    plan.gatheredTargets = tiles.take(cohort.data->isRegression() ? network.outputs() * plan.tileRows : 0);
    return tiles.size();
}

/** In the lanes mapping: what layers have in a worker's memory. */
void MemoryLayout::placeLayers(Places &worker, const KernelTuning &tuning)
{
    const BlockedNetwork network(plan, tuning.units);
    for (int l = 0; l < plan.hiddenLayers; ++l) {
        kernels::Layer &layer = plan.layers[l];
        const int floats = plan.tileRows * layer.stride;
        layer.value = worker.take(network.keepsValues(l) ? floats : 0);
        layer.slope = worker.take(network.keepsSums(l) ? floats : 0);
        layer.parameterSlope = worker.take(network.keepsDeltas(l) ? floats : 0);
    }
}

/** Samples in a tile of the vector mapping while training: as many as leave a layer's values and slopes in a first-level cache, which has 32 KiB at least, but
 *  enough of them for the gradient that is added to once a tile. One hidden layer has little to compute with its tile, and gains from
 *  one that takes half of that cache. */
int MemoryLayout::rowsOfTile(const KernelTuning &tuning) const
{
    if (plan.hiddenLayers == 0)
        return tuning.tile;
    constexpr int floatsInCache = 8192;
    const bool isOneLayer = plan.hiddenLayers == 1;
    const int floats = isOneLayer ? floatsInCache / 2 : floatsInCache, fewest = isOneLayer ? 32 : 64;
    const int rows = floats / (2 * widestStride()) / fewest * fewest;
    return std::min(std::max(rows, fewest), tuning.tile);
}

int MemoryLayout::widestStride() const
{
    int widest = 0;
    for (int l = 0; l < plan.hiddenLayers; ++l)
        widest = std::max(widest, plan.layers[l].stride);
    return widest;
}

/** Whether what kernels/vector/locally_linear.cl makes of a network's first two layers is worth it, and fits where the gradient lies. */
bool MemoryLayout::hasUseForLinearUnits(const KernelTuning &tuning) const
{
    using kernels::LINEAR_INPUTS, kernels::FLOATS_OF_LAYERS;
    constexpr int enoughUnits = 32, enoughOutputs = 16;
    const kernels::Layer &first = plan.layers[0], &second = plan.layers[1];
    if (tuning.mapping != KernelMapping::Vectors || plan.hiddenLayers < 2 || first.inputs > LINEAR_INPUTS || first.outputs < enoughUnits
        || second.outputs < enoughOutputs)
        return false;
    const int vec = tuning.vectorWidth;
    const int units = roundedUp(first.stride, tuning.realWidth());
    const int maxBending = first.outputs / 2;
    const int firstLayer = (first.inputs + 1) * roundedUp(maxBending + first.inputs, vec) + 2 * vec;
    const int secondLayer = (maxBending + LINEAR_INPUTS + 1) * second.stride + 2 * vec;
    return FLOATS_OF_LAYERS + (2 + LINEAR_INPUTS + 1) * units + firstLayer + secondLayer <= plan.parameters;
}

std::vector<char> MemoryLayout::bytesOf(std::span<const kernels::Plan> plans) const
{
    std::vector<char> bytes(plans.size_bytes() + steps.all.size() * sizeof(kernels::TileStep));
    for (std::size_t i = 0; i < plans.size(); ++i) {
        kernels::Plan one = plans[i];
        one.steps = static_cast<std::int32_t>((plans.size() - i) * sizeof(kernels::Plan));
        std::memcpy(bytes.data() + i * sizeof one, &one, sizeof one);
    }
    if (!steps.all.empty())
        std::memcpy(bytes.data() + plans.size_bytes(), steps.all.data(), steps.all.size() * sizeof(kernels::TileStep));
    return bytes;
}

kernels::Plan MemoryLayout::withActivations(std::span<const Activation *const> layers, std::span<const Activation *const> program) const
{
    kernels::Plan result = plan;
    result.usesLinearUnits = canCollapse && isPiecewiseLinear(*layers[0]);
    for (int l = 0; l < plan.hiddenLayers; ++l) {
        const Activation *activation = layers[static_cast<std::size_t>(l)];
        result.layers[l].kind = static_cast<std::int32_t>(std::ranges::find(program, activation) - program.begin());
        result.layers[l].learns = activation->isLearnable();
        result.layers[l].clearsPadding = result.layers[l].stride > result.layers[l].outputs && !isHarmlessInPadding(*activation);
    }
    return result;
}

void MemoryLayout::packSet(std::span<float> set, const ModelParameters &parameters, int vectorWidth) const
{
    for (int l = 0; l <= plan.hiddenLayers; ++l) {
        const kernels::Layer &layer = plan.layers[l];
        const LinearParameters &linear = parameters.layers[l];
        const bool isOutput = l == plan.hiddenLayers;
        for (int o = 0; o < layer.outputs; ++o) {
            set[layer.bias + o] = static_cast<float>(linear.bias[o]);
            for (int i = 0; i < layer.inputs; ++i)
                set[layer.weight + (isOutput ? o * layer.stride + i : i * layer.stride + o)] =
                    static_cast<float>(linear.weight[static_cast<std::size_t>(o) * layer.inputs + i]);
        }
        if (!isOutput)
            packActivation(set, l, parameters.activation[l], vectorWidth);
    }
}

void MemoryLayout::packPart(std::span<float> set, const ModelState &state, StatePart part, bool keptSmall, int vectorWidth) const
{
    const std::optional<std::size_t> begin = state.begin(part);
    std::size_t place = begin.value_or(0);
    const bool isSquare = part == StatePart::SecondMoment;
    const auto number = [&](double value) {
        return static_cast<float>(isSquare ? (keptSmall ? keptSquare(squareOfKept(value)) : squareOfKept(value)) : value);
    };
    state.numbers.visit([&](const auto &numbers) {
        for (int l = 0; begin && l <= plan.hiddenLayers; ++l) {
            const kernels::Layer &layer = plan.layers[l];
            const bool isOutput = l == plan.hiddenLayers;
            for (int o = 0; o < layer.outputs; ++o)
                for (int i = 0; i < layer.inputs; ++i)
                    set[layer.weight + (isOutput ? o * layer.stride + i : i * layer.stride + o)] = number(numbers[place++]);
            for (int o = 0; o < layer.outputs; ++o)
                set[layer.bias + o] = number(numbers[place++]);
        }
    });
    const auto &activation = part == StatePart::Value         ? state.activation
                             : part == StatePart::FirstMoment ? state.activationFirst
                                                              : state.activationSecond;
    for (std::size_t l = 0; l < activation.size(); ++l) {
        std::vector<double> values = activation[l];
        std::ranges::transform(values, values.begin(), number);
        packActivation(set, l, values, vectorWidth);
    }
}

void MemoryLayout::unpackNumbers(std::span<const float> set, std::span<float> numbers) const
{
    std::size_t place = 0;
    for (int l = 0; l <= plan.hiddenLayers; ++l) {
        const kernels::Layer &layer = plan.layers[l];
        const auto inputs = static_cast<std::size_t>(layer.inputs), outputs = static_cast<std::size_t>(layer.outputs);
        const std::span<float> weights = numbers.subspan(place, inputs * outputs);
        if (l == plan.hiddenLayers) {
            for (std::size_t o = 0; o < outputs; ++o)
                std::copy_n(set.begin() + layer.weight + static_cast<std::ptrdiff_t>(o) * layer.stride, inputs,
                            weights.begin() + static_cast<std::ptrdiff_t>(o * inputs));
        } else {
            transposeInBlocks(set.subspan(static_cast<std::size_t>(layer.weight)), static_cast<std::size_t>(layer.stride), weights, inputs,
                              outputs);
        }
        std::copy_n(set.begin() + layer.bias, outputs, numbers.begin() + static_cast<std::ptrdiff_t>(place + inputs * outputs));
        place += (inputs + 1) * outputs;
    }
}

void MemoryLayout::transpose(std::span<float> memory) const
{
    if (static_cast<std::size_t>(plan.transposed) == memory.size()) // lanes have no second order
        return;
    for (int l = 1; l < plan.hiddenLayers; ++l) {
        const kernels::Layer &layer = plan.layers[l];
        for (int o = 0; o < layer.outputs; ++o)
            for (int i = 0; i < layer.inputs; ++i)
                memory[plan.transposed + layer.transposed + o * plan.layers[l - 1].stride + i] =
                    memory[layer.weight + i * layer.stride + o];
    }
}

std::vector<float> MemoryLayout::pack(const ModelParameters &parameters, int vectorWidth) const
{
    std::vector<float> memory(modelFloats, 0.0f);
    packSet(memory, parameters, vectorWidth);
    transpose(memory);
    return memory;
}

void MemoryLayout::packActivation(std::span<float> set, std::size_t l, const std::vector<double> &values, int vectorWidth) const
{
    for (std::size_t k = 0; k < values.size(); ++k)
        std::fill_n(set.begin() + plan.layers[l].parameter + static_cast<int>(k) * vectorWidth, vectorWidth, static_cast<float>(values[k]));
}

ModelParameters MemoryLayout::unpack(std::span<const float> set, const std::vector<std::vector<double>> &known,
                                     const ModelSetup &setup) const
{
    ModelParameters result;
    result.activation = known;
    for (int l = 0; l <= plan.hiddenLayers; ++l) {
        const kernels::Layer &layer = plan.layers[l];
        const bool isOutput = l == plan.hiddenLayers;
        LinearParameters linear{layer.inputs, layer.outputs, {}, {}};
        for (int o = 0; o < layer.outputs; ++o) {
            linear.bias.push_back(set[layer.bias + o]);
            for (int i = 0; i < layer.inputs; ++i)
                linear.weight.push_back(set[layer.weight + (isOutput ? o * layer.stride + i : i * layer.stride + o)]);
        }
        result.layers.push_back(std::move(linear));
        if (!isOutput && setup.activation(l).activation->isLearnable())
            result.activation[l][0] = set[layer.parameter];
    }
    return result;
}

} // namespace actiscope
