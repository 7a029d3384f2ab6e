#include "gpu/memory_layout.h"

#include <algorithm>

namespace actiscope {
namespace {

constexpr int cacheLine = 16; // floats

int roundedUp(int value, int step)
{
    return (value + step - 1) / step * step;
}

/** Hands out consecutive places that start at a cache line. */
class Places {
public:
    std::int32_t take(int floats)
    {
        const int place = m_next;
        m_next += roundedUp(floats, cacheLine);
        return place;
    }
    int size() const { return m_next; }

private:
    int m_next = 0;
};

} // namespace

MemoryLayout::MemoryLayout(const NetworkShape &shape, const KernelTuning &tuning, std::size_t trainCount, std::size_t testCount)
{
    const int vec = tuning.vectorWidth;
    const int hidden = static_cast<int>(shape.hidden.size());
    Places parameters;
    Places transposed;
    Places tiles;
    plan.hiddenLayers = hidden;
    plan.trainCount = static_cast<std::int32_t>(trainCount);
    plan.testCount = static_cast<std::int32_t>(testCount);
    for (int l = 0; l <= hidden; ++l) {
        LayerLayout &layer = plan.layers[l];
        const bool isOutput = l == hidden;
        layer.inputs = shape.layerInputs(l);
        layer.outputs = shape.layerOutputs(l);
        layer.stride = isOutput ? plan.layers[l - 1].stride : roundedUp(layer.outputs, vec);
        layer.weight = parameters.take((isOutput ? layer.outputs : layer.inputs) * layer.stride);
        layer.bias = parameters.take(roundedUp(layer.outputs, vec));
        if (isOutput)
            continue;
        layer.parameter = parameters.take(2 * vec);
        layer.firstUnit = plan.hiddenUnits;
        plan.hiddenUnits += layer.outputs;
        if (l > 0) // padded rows as well: the transposition writes whole vectors of columns
            layer.transposed = transposed.take(layer.stride * plan.layers[l - 1].stride);
        layer.value = tiles.take(tuning.tile * layer.stride);
        layer.slope = tiles.take(tuning.tile * layer.stride);
        layer.parameterSlope = tiles.take(tuning.tile * layer.stride);
    }
    plan.logits = tiles.take(shape.outputs * tuning.tile);
    plan.table = tiles.take(KernelTuning::tableConstants * tuning.realWidth());
    plan.parameters = parameters.size();
    Places sections;
    sections.take(plan.parameters);
    plan.gradient = sections.take(plan.parameters);
    plan.firstMoment = sections.take(plan.parameters);
    plan.secondMoment = sections.take(plan.parameters);
    plan.transposed = sections.take(transposed.size());
    plan.tiles = sections.take(tiles.size());
    modelFloats = static_cast<std::size_t>(sections.size());
    tileFloats = static_cast<std::size_t>(tiles.size());
}

std::vector<float> MemoryLayout::pack(const ModelParameters &parameters, int vectorWidth) const
{
    std::vector<float> memory(modelFloats, 0.0f);
    for (int l = 0; l <= plan.hiddenLayers; ++l) {
        const LayerLayout &layer = plan.layers[l];
        const LinearParameters &linear = parameters.layers[l];
        const bool isOutput = l == plan.hiddenLayers;
        for (int o = 0; o < layer.outputs; ++o) {
            memory[layer.bias + o] = static_cast<float>(linear.bias[o]);
            for (int i = 0; i < layer.inputs; ++i) {
                const auto weight = static_cast<float>(linear.weight[static_cast<std::size_t>(o) * layer.inputs + i]);
                memory[layer.weight + (isOutput ? o * layer.stride + i : i * layer.stride + o)] = weight;
                if (l > 0 && !isOutput)
                    memory[plan.transposed + layer.transposed + o * plan.layers[l - 1].stride + i] = weight;
            }
        }
        if (isOutput)
            continue;
        for (std::size_t k = 0; k < parameters.activation[l].size(); ++k)
            std::fill_n(memory.begin() + layer.parameter + static_cast<int>(k) * vectorWidth, vectorWidth,
                        static_cast<float>(parameters.activation[l][k]));
    }
    return memory;
}

ModelParameters MemoryLayout::unpack(const std::vector<float> &memory, const ModelParameters &initial, bool learned) const
{
    ModelParameters result;
    result.activation = initial.activation;
    for (int l = 0; l <= plan.hiddenLayers; ++l) {
        const LayerLayout &layer = plan.layers[l];
        const bool isOutput = l == plan.hiddenLayers;
        LinearParameters linear{layer.inputs, layer.outputs, {}, {}};
        for (int o = 0; o < layer.outputs; ++o) {
            linear.bias.push_back(memory[layer.bias + o]);
            for (int i = 0; i < layer.inputs; ++i)
                linear.weight.push_back(memory[layer.weight + (isOutput ? o * layer.stride + i : i * layer.stride + o)]);
        }
        result.layers.push_back(std::move(linear));
        if (learned && !isOutput)
            result.activation[l][0] = memory[layer.parameter];
    }
    return result;
}

} // namespace actiscope
