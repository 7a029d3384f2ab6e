// What a network starts from: PyTorch's initial weights and biases, scheme by scheme, with the same seed.
#pragma once

#include "core/engine/network.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace actiscope {

/**
 * How the weights (outputs × inputs) of a linear layer are drawn. A normal distribution has mean 0.
 *
 * | kind          | distribution                                     | as                                               |
 * |---------------|--------------------------------------------------|--------------------------------------------------|
 * | PyTorch       | uniform in ±1/√inputs, the biases too            | nn.Linear                                        |
 * | HeNormal      | normal, variance 2 / inputs                      | init.kaiming_normal_(w, nonlinearity='relu')     |
 * | HeUniform     | uniform in ±√(6 / inputs)                        | init.kaiming_uniform_(w, nonlinearity='relu')    |
 * | GlorotNormal  | normal, variance 2 / (inputs + outputs)          | init.xavier_normal_(w)                           |
 * | GlorotUniform | uniform in ±√(6 / (inputs + outputs))            | init.xavier_uniform_(w)                          |
 * | LecunNormal   | normal, variance 1 / inputs                      | init.kaiming_normal_(w, nonlinearity='linear')   |
 * | Uniform       | uniform in ±range                                | init.uniform_(w, -range, range)                  |
 *
 * He et al., Delving Deep into Rectifiers (2015), eq. 10; Glorot and Bengio, Understanding the difficulty of training deep
 * feedforward neural networks (2010), eq. 12 and 16; LeCun et al., Efficient BackProp (1998), section 4.6. None is truncated.
 */
enum class InitializationKind { PyTorch, HeNormal, HeUniform, GlorotNormal, GlorotUniform, LecunNormal, Uniform };

struct InitializationSettings {
    InitializationKind kind = InitializationKind::PyTorch;
    double range = 0.1;      ///< of Uniform only: the weights lie in ±range, 0 to maxMagnitude
    double biasConstant = 0; ///< added to every bias, the output layer's too; −maxMagnitude to maxMagnitude

    static constexpr double maxMagnitude = 100;

    bool operator==(const InitializationSettings &) const = default;
};

/** A symmetric distribution: its standard deviation where it is normal, its bound where it is uniform. */
struct InitialSpread {
    bool isNormal = false;
    double size = 0;
};

/** A kind as the command line and the window name it, and what it is. */
struct InitializationScheme {
    InitializationKind kind;
    std::string_view name;        ///< "he-normal"
    std::string_view description; ///< one sentence
    /** Of the weights, in the operations and the order of torch.nn.init, so that the roundings are the same. */
    InitialSpread (*spread)(const InitializationSettings &settings, double inputs, double outputs) = nullptr;
    bool drawsBiases = false;                       ///< as the weights; else they are 0
    std::span<const std::string_view> options = {}; ///< of the command line, that not all kinds have: "init-range"
};

/** Every kind once, in the order of the enumeration. */
std::span<const InitializationScheme> initializationSchemes();

/** "he-normal". */
std::string_view initializationName(InitializationKind kind);

/** The kind that the name or an alias means (core/base/names.h). Throws ConfigurationError("init", …), which says names that are near and all others. */
InitializationKind parseInitialization(std::string_view name);

/** Throws ConfigurationError("init-range", …) or ("init-bias", …) for numbers outside of what InitializationSettings says. */
void validate(const InitializationSettings &settings);

/**
 * Weights and biases (float32 values) as PyTorch gives them: torch.manual_seed(seed), then layer by layer from the first to the
 * output layer what InitializationKind says of the weights. The biases are 0 and no random numbers are drawn for them;
 * of InitializationKind::PyTorch they are drawn right after the weights of their layer. Then `biasConstant` is added to
 * every bias, as bias.add_(constant) over all nn.Linear of the model does: the output layer is no exception, so that
 * it moves what a regression predicts at first (and nothing about a classification: softmax cancels it).
 *
 * Uniform weights and biases are bit for bit those of PyTorch with AVX2 (without, it rounds twice: up to 4e-7 standard deviations); normal
 * ones are as close as TorchRandom::normal says.
 *
 * `activationParameters` holds a list for each hidden layer, which may differ. Throws ConfigurationError("activation", …) when
 * there are more or fewer lists than hidden layers, and what validate() throws. Widths are at least 1.
 */
ModelParameters initialParameters(const NetworkShape &shape, std::uint32_t seed,
                                  const std::vector<std::vector<double>> &activationParameters,
                                  const InitializationSettings &settings = {});

/** The same where every hidden layer starts with the same parameters of the activation. */
ModelParameters initialParameters(const NetworkShape &shape, std::uint32_t seed, const std::vector<double> &activationParameters,
                                  const InitializationSettings &settings = {});

} // namespace actiscope
