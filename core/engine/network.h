// Fully connected networks: their shape and their parameters (initialization.h gives the initial ones).
#pragma once

#include <cstddef>
#include <vector>

namespace actiscope {

/** Widths of the layers: inputs → hidden[0] → … → outputs. */
struct NetworkShape {
    int inputs = 2;
    std::vector<int> hidden = {64, 64};
    int outputs = 2;

    std::size_t layerCount() const { return hidden.size() + 1; }
    int layerInputs(std::size_t layer) const { return layer == 0 ? inputs : hidden[layer - 1]; }
    int layerOutputs(std::size_t layer) const { return layer < hidden.size() ? hidden[layer] : outputs; }
    /** Number of weights, biases not counted (6 · weights · samples FLOPs a training step). */
    std::size_t weightCount() const;

    bool operator==(const NetworkShape &) const = default;
};

/** Parameters of one linear layer: weight is outputs × inputs, row-major, as in PyTorch. */
struct LinearParameters {
    int inputs = 0;
    int outputs = 0;
    std::vector<double> weight;
    std::vector<double> bias;

    bool operator==(const LinearParameters &) const = default;
};

/** All parameters of a model, in double whatever the backend computes in. */
struct ModelParameters {
    std::vector<LinearParameters> layers;
    /** Parameters of the activation of each hidden layer (hidden × parameters of the activation); learned ones differ by layer. */
    std::vector<std::vector<double>> activation;

    bool operator==(const ModelParameters &) const = default;
};

} // namespace actiscope
