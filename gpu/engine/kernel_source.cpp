#include "gpu/engine/kernel_source.h"

#include "core/activations/builtin_activations.h"
#include "gpu/kernels/embedded_kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace actiscope {
namespace {

void define(std::string &source, std::string_view macro, std::string_view text)
{
    source.append("#define ").append(macro).append(" ").append(text).append("\n");
}

/** True when a formula is made of few literals, choices and arithmetic only. */
bool isShort(std::string_view formula)
{
    constexpr std::size_t longest = 200;
    constexpr std::array<std::string_view, 20> quick = {"LIT", "SEL", "ABS", "RELU", "SIGN", "STEP", "MAX", "MIN", "PLUS", "MINUS", "TIMES",
                                                        "OVER", "NEGATED", "SEL_LESS", "SEL_LESS_EQUAL", "SEL_GREATER", "SEL_EQUAL", "FLOOR", "CEIL", "ROUND"};
    if (formula.size() > longest)
        return false;
    const auto isOfName = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    for (auto end = formula.begin(); end != formula.end();) {
        const auto name = std::find_if(end, formula.end(), isOfName);
        end = std::find_if_not(name, formula.end(), isOfName);
        if (end != formula.end() && *end == '(' && std::ranges::find(quick, std::string_view(name, end)) == quick.end())
            return false;
    }
    return true;
}

/** Whether a network's values become an activation's block by block, as they are computed (kernels/vector/forward_layer.cl). */
bool isInBlock(const Activation &activation)
{
    return !activation.drawsWhileTraining() && isShort(activation.source.value) && isShort(activation.source.derivative);
}

/** For what is done for each activation of a program, and for some of them: item(0) item(1) … */
void defineKinds(std::string &source, std::span<const Activation *const> activations)
{
    std::string all, straight, inBlock, inPlace;
    for (std::size_t kind = 0; kind < activations.size(); ++kind) {
        const std::string item = "item(" + std::to_string(kind) + ") ";
        all += item;
        straight += isPiecewiseLinear(*activations[kind]) ? item : "";
        (isInBlock(*activations[kind]) ? inBlock : inPlace) += item;
    }
    define(source, "FOR_KINDS(item)", all);
    define(source, "FOR_STRAIGHT_KINDS(item)", straight);
    define(source, "FOR_BLOCK_KINDS(item)", inBlock);
    define(source, "FOR_PLACE_KINDS(item)", inPlace);
    if (!inPlace.empty())
        define(source, "HAS_PLACE_KINDS", "1");
}

/** Whether f has three straight pieces or fewer between -20 and 20, and does not jump. */
bool isStraightInPieces(const Activation &activation, std::span<const double> parameters)
{
    constexpr double end = 20, step = 0.0371, rounding = 1e-9;
    int bends = 0;
    for (double x = -end; x < end && bends <= 2; x += step) {
        const double slope = activation.derivative(x, parameters), next = activation.derivative(x + step, parameters);
        const double rise = activation.value(x + step, parameters) - activation.value(x, parameters);
        const double low = std::min(slope, next) * step, high = std::max(slope, next) * step;
        if (!(rise >= low - rounding && rise <= high + rounding))
            return false; // a jump, or a curve
        bends += std::abs(next - slope) > rounding;
    }
    return bends <= 2;
}

/** With the default parameters, and with each at either end: where f jumps for some of them, it does for one of these. */
bool isStraightInPieces(const Activation &activation)
{
    std::vector<double> parameters = activation.defaultParameters();
    if (!isStraightInPieces(activation, parameters))
        return false;
    for (unsigned corner = 0; corner < 1u << parameters.size(); ++corner) {
        for (std::size_t k = 0; k < parameters.size(); ++k)
            parameters[k] = (corner >> k) % 2 == 0 ? activation.parameters[k].minimum : activation.parameters[k].maximum;
        if (!isStraightInPieces(activation, parameters))
            return false;
    }
    return true;
}

void append(std::string &source, const std::vector<std::string_view> &kernels)
{
    for (const std::string_view kernel : kernels)
        source.append("#line 1 \"").append(kernel).append(".cl\"\n").append(embeddedKernel(kernel)).append("\n");
}

/** The row's formulas as macros, then `kernels`, then nothing of it remains but functions whose names end with `kind`. */
void appendActivation(std::string &source, const Activation &activation, std::size_t kind, const std::vector<std::string_view> &kernels)
{
    define(source, "KIND", std::to_string(kind));
    define(source, "ACTIVATION_VALUE", activation.source.value);
    define(source, "ACTIVATION_DERIVATIVE", activation.source.derivative);
    if (activation.isLearnable()) {
        define(source, "ACTIVATION_LEARNS", "1");
        define(source, "ACTIVATION_PARAMETER_DERIVATIVE", activation.source.parameterDerivative);
    }
    if (activation.drawsWhileTraining()) {
        define(source, "ACTIVATION_DRAWS", "1");
        define(source, "ACTIVATION_DRAW", activation.source.draw);
    }
    if (isInBlock(activation))
        define(source, "ACTIVATE_IN_BLOCK", "1");
    append(source, kernels);
    for (const std::string_view macro : {"KIND", "ACTIVATION_VALUE", "ACTIVATION_DERIVATIVE", "ACTIVATION_LEARNS",
                                         "ACTIVATION_PARAMETER_DERIVATIVE", "ACTIVATION_DRAWS", "ACTIVATION_DRAW", "ACTIVATE_IN_BLOCK"})
        source.append("#undef ").append(macro).append("\n");
}

/** What a network's program has of each activation. */
std::vector<std::string_view> forwardKernels(const Activation &activation, bool lanes)
{
    if (lanes)
        return {"activation", "lanes_forward"};
    std::vector<std::string_view> kernels = {"activation", isInBlock(activation) ? "forward_layer" : "activate_places"};
    if (isPiecewiseLinear(activation))
        kernels.push_back("straight_pieces");
    return kernels;
}

/** For all activations that have a pass of their own. */
void appendForwardSums(std::string &source)
{
    define(source, "KIND", "Sums");
    append(source, {"forward_layer"});
    source.append("#undef KIND\n");
}

} // namespace

std::vector<const Activation *> builtInActivations()
{
    std::vector<const Activation *> all;
    for (const Activation &activation : activations())
        all.push_back(&activation);
    std::ranges::sort(all, {}, [](const Activation *activation) { return activation->id; });
    return all;
}

bool isPiecewiseLinear(const Activation &activation)
{
    static const std::vector<bool> rows = [] {
        std::vector<bool> found;
        for (const Activation &row : activations())
            found.push_back(isStraightInPieces(row));
        return found;
    }();
    return isBuiltIn(activation) && rows[static_cast<std::size_t>(&activation - activations().data())];
}

bool isHarmlessInPadding(const Activation &activation)
{
    return isBuiltIn(activation);
}

bool isBuiltIn(const Activation &activation)
{
    return std::ranges::any_of(activations(), [&](const Activation &row) { return &row == &activation; });
}

std::string networkSource(std::span<const Activation *const> activations, KernelLoss loss, KernelMapping mapping)
{
    std::string source;
    define(source, "LOSS", std::to_string(static_cast<int>(loss)));
    if (std::ranges::any_of(activations, &Activation::isLearnable))
        define(source, "SOMETHING_LEARNS", "1");
    defineKinds(source, activations);
    const bool lanes = mapping == KernelMapping::Lanes;
    append(source, {"real", "vocabulary", "formula_words"});
    lanes ? append(source, {"lanes_group", "lanes_product"}) : append(source, {"vector_group", "product"});
    append(source, {"layout", "draws"});
    if (!lanes)
        append(source, {"vector_padding"});
    if (!lanes && !std::ranges::all_of(activations, [](const Activation *activation) { return isInBlock(*activation); }))
        appendForwardSums(source);
    for (std::size_t kind = 0; kind < activations.size(); ++kind)
        appendActivation(source, *activations[kind], kind, forwardKernels(*activations[kind], lanes));
    append(source, {"loss", "optimizer"});
    if (lanes)
        append(source, {"lanes_backward", "lanes_passes", "lanes_samples"});
    else
        append(source, {"backward_layer", "output_layer", "shallow_network", "vector_transposition", "network_passes", "straight_units", "vector_samples"});
    append(source, {"network_train", "network_split"});
    if (!lanes)
        append(source, {"network_units"});
    append(source, {"network_meeting", "network_predict"});
    return source;
}

std::string evaluationSource(std::span<const Activation *const> activations, KernelMapping mapping)
{
    std::string source;
    defineKinds(source, activations);
    append(source, {"real", "vocabulary", "formula_words", mapping == KernelMapping::Lanes ? "lanes_group" : "vector_group"});
    for (std::size_t kind = 0; kind < activations.size(); ++kind)
        appendActivation(source, *activations[kind], kind, {"activation"});
    append(source, {"activation_evaluate"});
    return source;
}

} // namespace actiscope
