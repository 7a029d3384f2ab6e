#include "gpu/kernel_source.h"

#include "gpu/embedded_kernels.h"

#include <initializer_list>
#include <regex>
#include <string_view>

namespace actiscope {
namespace {

void define(std::string &source, std::string_view macro, std::string_view text)
{
    source.append("#define ").append(macro).append(" ").append(text).append("\n");
}

/** True when a formula is made of literals, choices and arithmetic only. */
bool isShort(std::string_view formula)
{
    static const std::regex longWord("\\b(?!LIT\\b|SEL\\b|ABS\\b)[A-Z][A-Z0-9_]+\\(");
    return !std::regex_search(formula.begin(), formula.end(), longWord);
}

/** The row's formulas as macros; `kernels` follow in this order. */
std::string assemble(const Activation &activation, std::initializer_list<std::string_view> kernels)
{
    std::string source;
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
    for (const std::string_view kernel : kernels)
        source.append("#line 1 \"").append(kernel).append(".cl\"\n").append(embeddedKernel(kernel)).append("\n");
    return source;
}

} // namespace

std::string networkSource(const Activation &activation)
{
    return assemble(activation, {"vocabulary", "product", "layout", "activation", "hidden_layer", "output_layer", "adam", "network_passes",
                                 "network_train", "network_predict"});
}

std::string evaluationSource(const Activation &activation)
{
    return assemble(activation, {"vocabulary", "product", "activation", "activation_evaluate"});
}

} // namespace actiscope
