#include "core/engine/initialization.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/base/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace actiscope {
namespace {

using enum InitializationKind;

constexpr std::string_view optionsOfUniform[] = {"init-range"};

double heDeviation(double inputs)
{
    return std::sqrt(2.0) / std::sqrt(inputs);
}

double glorotDeviation(double inputs, double outputs)
{
    return std::sqrt(2.0 / (inputs + outputs));
}

InitialSpread pytorchSpread(const InitializationSettings &, double inputs, double)
{
    return {false, 1.0 / std::sqrt(inputs)};
}

InitialSpread heNormalSpread(const InitializationSettings &, double inputs, double)
{
    return {true, heDeviation(inputs)};
}

InitialSpread heUniformSpread(const InitializationSettings &, double inputs, double)
{
    return {false, std::sqrt(3.0) * heDeviation(inputs)};
}

InitialSpread glorotNormalSpread(const InitializationSettings &, double inputs, double outputs)
{
    return {true, glorotDeviation(inputs, outputs)};
}

InitialSpread glorotUniformSpread(const InitializationSettings &, double inputs, double outputs)
{
    return {false, std::sqrt(3.0) * glorotDeviation(inputs, outputs)};
}

InitialSpread lecunNormalSpread(const InitializationSettings &, double inputs, double)
{
    return {true, 1.0 / std::sqrt(inputs)};
}

InitialSpread uniformSpread(const InitializationSettings &settings, double, double)
{
    return {false, settings.range};
}

constexpr std::array schemes = {
    InitializationScheme{.kind = PyTorch,
                         .name = "pytorch",
                         .description = ACTISCOPE_TR("core", "What nn.Linear does by default: weights and biases uniform in ±1/√inputs."),
                         .spread = pytorchSpread,
                         .drawsBiases = true},
    InitializationScheme{.kind = HeNormal,
                         .name = "he-normal",
                         .description = ACTISCOPE_TR("core", "Kaiming He's for ReLU: normal weights of variance 2 / inputs, biases 0."),
                         .spread = heNormalSpread},
    InitializationScheme{.kind = HeUniform,
                         .name = "he-uniform",
                         .description = ACTISCOPE_TR("core", "Kaiming He's for ReLU: weights uniform in ±√(6 / inputs), biases 0."),
                         .spread = heUniformSpread},
    InitializationScheme{.kind = GlorotNormal,
                         .name = "glorot-normal",
                         .description =
                             ACTISCOPE_TR("core", "Xavier Glorot's for tanh and sigmoid: normal weights of variance 2 / (inputs + outputs), biases 0."),
                         .spread = glorotNormalSpread},
    InitializationScheme{.kind = GlorotUniform,
                         .name = "glorot-uniform",
                         .description = ACTISCOPE_TR("core", "Xavier Glorot's for tanh and sigmoid: weights uniform in ±√(6 / (inputs + outputs)), biases 0."),
                         .spread = glorotUniformSpread},
    InitializationScheme{.kind = LecunNormal,
                         .name = "lecun-normal",
                         .description = ACTISCOPE_TR("core", "Yann LeCun's, which SELU asks for: normal weights of variance 1 / inputs, biases 0."),
                         .spread = lecunNormalSpread},
    InitializationScheme{.kind = Uniform,
                         .name = "uniform",
                         .description = ACTISCOPE_TR("core", "Weights uniform in ± a range of your choice, whatever the widths; biases 0."),
                         .spread = uniformSpread,
                         .options = optionsOfUniform},
};

static_assert(std::ranges::is_sorted(schemes, {}, &InitializationScheme::kind) && schemes.back().kind == Uniform
              && schemes.size() == static_cast<std::size_t>(Uniform) + 1);

const InitializationScheme &schemeOf(InitializationKind kind)
{
    return schemes.at(static_cast<std::size_t>(kind));
}

void fill(std::vector<double> &values, InitialSpread spread, TorchRandom &random)
{
    if (spread.isNormal) {
        random.normal(values, 0, spread.size);
        return;
    }
    const auto bound = static_cast<float>(spread.size);
    for (double &value : values)
        value = random.uniform(-bound, bound);
}

LinearParameters initialLayer(int inputs, int outputs, const InitializationSettings &settings, TorchRandom &random)
{
    LinearParameters layer{inputs, outputs, std::vector<double>(static_cast<std::size_t>(inputs) * outputs), std::vector<double>(outputs)};
    const InitializationScheme &scheme = schemeOf(settings.kind);
    const InitialSpread spread = scheme.spread(settings, inputs, outputs);
    fill(layer.weight, spread, random);
    if (scheme.drawsBiases)
        fill(layer.bias, spread, random);
    for (double &bias : layer.bias)
        bias = static_cast<float>(bias) + static_cast<float>(settings.biasConstant);
    return layer;
}

/** Not for NaN either. */
void checkNumber(std::string_view option, double value, double minimum)
{
    constexpr double maximum = InitializationSettings::maxMagnitude;
    if (!(value >= minimum && value <= maximum))
        throw ConfigurationError(option, numberText(value),
                                 {ACTISCOPE_TR("core", "a number from %1 to %2"), {numberText(minimum), numberText(maximum)}});
}

} // namespace

std::span<const InitializationScheme> initializationSchemes()
{
    return schemes;
}

std::string_view initializationName(InitializationKind kind)
{
    return schemeOf(kind).name;
}

InitializationKind parseInitialization(std::string_view name)
{
    return schemes[chooseName("init", name, namesOfRows(schemes))].kind;
}

void validate(const InitializationSettings &settings)
{
    checkNumber("init-range", settings.range, 0);
    checkNumber("init-bias", settings.biasConstant, -InitializationSettings::maxMagnitude);
}

ModelParameters initialParameters(const NetworkShape &shape, std::uint32_t seed,
                                  const std::vector<std::vector<double>> &activationParameters, const InitializationSettings &settings)
{
    validate(settings);
    if (activationParameters.size() != shape.hidden.size()) {
        throw ConfigurationError("activation", std::to_string(activationParameters.size()),
                                 {ACTISCOPE_TR("core", "parameters for each of the %1 hidden layers"), {std::to_string(shape.hidden.size())}});
    }
    TorchRandom random(seed);
    ModelParameters parameters;
    for (std::size_t layer = 0; layer < shape.layerCount(); ++layer)
        parameters.layers.push_back(initialLayer(shape.layerInputs(layer), shape.layerOutputs(layer), settings, random));
    parameters.activation = activationParameters;
    return parameters;
}

ModelParameters initialParameters(const NetworkShape &shape, std::uint32_t seed, const std::vector<double> &activationParameters,
                                  const InitializationSettings &settings)
{
    return initialParameters(shape, seed, std::vector(shape.hidden.size(), activationParameters), settings);
}

} // namespace actiscope
