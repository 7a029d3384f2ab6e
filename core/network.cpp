#include "core/network.h"

#include "core/random.h"

#include <cmath>

namespace actiscope {
namespace {

/** nn.Linear's default: weight, then bias, uniform in ±1/√inputs. */
LinearParameters torchLinear(int inputs, int outputs, TorchRandom &random)
{
    const auto bound = static_cast<float>(1.0 / std::sqrt(static_cast<double>(inputs)));
    LinearParameters layer{inputs, outputs, std::vector<double>(static_cast<std::size_t>(inputs) * outputs), std::vector<double>(outputs)};
    for (double &weight : layer.weight)
        weight = random.uniform(-bound, bound);
    for (double &bias : layer.bias)
        bias = random.uniform(-bound, bound);
    return layer;
}

} // namespace

std::size_t NetworkShape::weightCount() const
{
    std::size_t count = 0;
    for (std::size_t layer = 0; layer < layerCount(); ++layer)
        count += static_cast<std::size_t>(layerInputs(layer)) * static_cast<std::size_t>(layerOutputs(layer));
    return count;
}

ModelParameters initialParameters(const NetworkShape &shape, std::uint32_t seed, const std::vector<double> &activationParameters)
{
    TorchRandom random(seed);
    ModelParameters parameters;
    for (std::size_t layer = 0; layer < shape.layerCount(); ++layer)
        parameters.layers.push_back(torchLinear(shape.layerInputs(layer), shape.layerOutputs(layer), random));
    parameters.activation.assign(shape.hidden.size(), activationParameters);
    return parameters;
}

} // namespace actiscope
