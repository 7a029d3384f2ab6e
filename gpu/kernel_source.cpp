#include "gpu/kernel_source.h"

#include "gpu/embedded_kernels.h"

#include <algorithm>
#include <initializer_list>
#include <regex>
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
    static const std::regex longWord("\\b(?!(LIT|SEL|ABS|RELU|SIGN|STEP|MAX|MIN|PLUS|MINUS|TIMES|OVER|NEGATED|SEL_LESS|SEL_LESS_EQUAL|"
                                     "SEL_GREATER)\\b)[A-Z][A-Z0-9_]+\\(");
    return formula.size() <= longest && !std::regex_search(formula.begin(), formula.end(), longWord);
}

/** For what is done for each activation of a program: item(0) item(1) … */
void defineKinds(std::string &source, std::size_t count)
{
    std::string items;
    for (std::size_t kind = 0; kind < count; ++kind)
        items += "item(" + std::to_string(kind) + ") ";
    define(source, "FOR_KINDS(item)", items);
}

void append(std::string &source, std::initializer_list<std::string_view> kernels)
{
    for (const std::string_view kernel : kernels)
        source.append("#line 1 \"").append(kernel).append(".cl\"\n").append(embeddedKernel(kernel)).append("\n");
}

/** The row's formulas as macros, then `kernels`, then nothing of it remains but functions whose names end with `kind`. */
void appendActivation(std::string &source, const Activation &activation, std::size_t kind, std::initializer_list<std::string_view> kernels)
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
    if (!activation.drawsWhileTraining() && isShort(activation.source.value) && isShort(activation.source.derivative))
        define(source, "ACTIVATE_IN_BLOCK", "1");
    append(source, kernels);
    for (const std::string_view macro : {"KIND", "ACTIVATION_VALUE", "ACTIVATION_DERIVATIVE", "ACTIVATION_LEARNS",
                                         "ACTIVATION_PARAMETER_DERIVATIVE", "ACTIVATION_DRAWS", "ACTIVATION_DRAW", "ACTIVATE_IN_BLOCK"})
        source.append("#undef ").append(macro).append("\n");
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
    defineKinds(source, activations.size());
    const bool lanes = mapping == KernelMapping::Lanes;
    append(source, {"vocabulary"});
    lanes ? append(source, {"lanes_group", "lanes_product"}) : append(source, {"vector_group", "product"});
    append(source, {"layout", "draws"});
    for (std::size_t kind = 0; kind < activations.size(); ++kind)
        appendActivation(source, *activations[kind], kind, {"activation", lanes ? "lanes_forward" : "forward_layer"});
    append(source, {"loss", "optimizer"});
    if (lanes)
        append(source, {"lanes_backward", "lanes_passes", "lanes_samples"});
    else
        append(source, {"backward_layer", "output_layer", "vector_transposition", "network_passes", "vector_samples"});
    append(source, {"network_train", "network_split", "network_predict"});
    return source;
}

std::string evaluationSource(std::span<const Activation *const> activations, KernelMapping mapping)
{
    std::string source;
    defineKinds(source, activations.size());
    append(source, {"vocabulary", mapping == KernelMapping::Lanes ? "lanes_group" : "vector_group"});
    for (std::size_t kind = 0; kind < activations.size(); ++kind)
        appendActivation(source, *activations[kind], kind, {"activation"});
    append(source, {"activation_evaluate"});
    return source;
}

} // namespace actiscope
