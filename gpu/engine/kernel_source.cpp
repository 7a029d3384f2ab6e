#include "gpu/engine/kernel_source.h"

#include "core/activations/builtin_activations.h"
#include "core/activations/vocabulary_words.h"
#include "core/analysis/piecewise_linear.h"
#include "gpu/device/tensor_cores.h"
#include "gpu/kernels/embedded_kernels.h"

#include <algorithm>
#include <string_view>

namespace actiscope {
namespace {

void define(std::string &source, std::string_view macro, std::string_view text)
{
    source.append("#define ").append(macro).append(" ").append(text).append("\n");
}

/** Whether a network's values become an activation's block by block, as they are computed (kernels/vector/forward_layer.cl). */
bool isInBlock(const Activation &activation)
{
    return !activation.drawsWhileTraining() && isQuick(activation.source.value) && isQuick(activation.source.derivative);
}

/** For what is done for each activation of a program, and for some of them: item(0) item(1) … */
void defineKinds(std::string &source, std::span<const Activation *const> activations)
{
    std::string all, linear, inBlock, inPlace;
    for (std::size_t kind = 0; kind < activations.size(); ++kind) {
        const std::string item = "item(" + std::to_string(kind) + ") ";
        all += item;
        linear += isPiecewiseLinear(*activations[kind]) ? item : "";
        (isInBlock(*activations[kind]) ? inBlock : inPlace) += item;
    }
    define(source, "FOR_KINDS(item)", all);
    define(source, "FOR_LINEAR_KINDS(item)", linear);
    define(source, "FOR_BLOCK_KINDS(item)", inBlock);
    define(source, "FOR_PLACE_KINDS(item)", inPlace);
    if (!inPlace.empty())
        define(source, "HAS_PLACE_KINDS", "1");
}

/** See common/loss.cl. */
void defineLoss(std::string &source, const ProgramLoss &loss)
{
    const LossRow &row = rowOf(loss.loss);
    const bool hasOwnKernel = loss.isSingleLogit && !row.kernelOfSingleOutput.empty();
    define(source, "LOSS_FUNCTION", hasOwnKernel ? row.kernelOfSingleOutput : row.kernel);
    define(source, "HAS_TARGET_VALUES", loss.hasTargetValues ? "1" : "0");
    define(source, "SINGLE_OUTPUT_THRESHOLD", row.isOfLogits ? "0.0f" : "0.5f");
}

/** See common/optimizer.cl. */
void defineMethods(std::string &source)
{
    std::string all;
    for (std::size_t method = 0; method < optimizerMethodCount(); ++method) {
        const OptimizerRule &rule = ruleOf(static_cast<OptimizerMethod>(method));
        all.append("item(").append(std::to_string(method)).append(", ").append(rule.kernel);
        all.append(rule.hasSecondMoment ? ", 1) " : ", 0) ");
    }
    define(source, "FOR_METHODS(item)", all);
}

void append(std::string &source, const std::vector<std::string_view> &kernels)
{
    for (const std::string_view kernel : kernels)
        source.append("#line 1 \"").append(kernel).append("\"\n").append(embeddedKernel(kernel)).append("\n");
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

/** What a network's program in the vector mapping has of each activation. */
std::vector<std::string_view> kernelsOfKind(const Activation &activation)
{
    std::vector<std::string_view> kernels = {"common/activation.cl",
                                             isInBlock(activation) ? "vector/forward_layer.cl" : "vector/activate_places.cl"};
    if (isPiecewiseLinear(activation))
        kernels.push_back("vector/linear_ranges.cl");
    return kernels;
}

/** For all activations that have a pass of their own. */
void appendForwardSums(std::string &source)
{
    define(source, "KIND", "Sums");
    append(source, {"vector/forward_layer.cl"});
    source.append("#undef KIND\n");
}

/** The parts of a network's program that a mapping has of its own, up to passes and samples. */
void appendVectorMapping(std::string &source, std::span<const Activation *const> activations)
{
    append(source,
           {"vector/work_group.cl", "vector/product.cl", "common/ranges.cl", "common/targets.cl", "common/random.cl", "vector/padding.cl"});
    if (!std::ranges::all_of(activations, [](const Activation *activation) { return isInBlock(*activation); }))
        appendForwardSums(source);
    for (std::size_t kind = 0; kind < activations.size(); ++kind)
        appendActivation(source, *activations[kind], kind, kernelsOfKind(*activations[kind]));
    append(source,
           {"common/loss.cl", "common/optimizer.cl", "vector/backward_layer.cl", "vector/output_layer.cl", "vector/shallow_backward.cl",
            "vector/transposition.cl", "vector/passes.cl", "vector/locally_linear.cl", "vector/samples.cl"});
}

void appendLanesMapping(std::string &source, std::span<const Activation *const> activations)
{
    append(source, {"lanes/work_group.cl", "common/ranges.cl", "common/targets.cl", "common/random.cl", "lanes/block.cl"});
    source.append(productsOfBlocks());
    append(source, {"lanes/sums.cl"});
    for (std::size_t kind = 0; kind < activations.size(); ++kind)
        appendActivation(source, *activations[kind], kind, {"common/activation.cl", "lanes/activate.cl"});
    append(source, {"common/loss.cl", "common/optimizer.cl", "lanes/output.cl", "lanes/loads.cl"});
}

/** What follows the mapping's parts in the program of an entry point. */
std::vector<std::string_view> kernelsOfEntry(EntryPoint entry, KernelMapping mapping)
{
    const bool isLanes = mapping == KernelMapping::Lanes;
    const char *const tiles = isLanes ? "lanes/passes.cl" : "vector/tiles.cl";
    if (entry == EntryPoint::Predict)
        return isLanes ? std::vector<std::string_view>{"train/worker.cl", tiles, "predict/network_predict.cl"}
                       : std::vector<std::string_view>{"predict/network_predict.cl"};
    if (entry == EntryPoint::TrainWhole)
        return isLanes ? std::vector<std::string_view>{"train/worker.cl", tiles, "train/step.cl", "lanes/block_step.cl",
                                                       "train/whole_model.cl"}
                       : std::vector<std::string_view>{"train/worker.cl", tiles, "train/step.cl", "train/whole_model.cl"};
    std::vector<std::string_view> kernels = {"train/worker.cl",       tiles, "train/slices.cl", "train/step.cl", "train/divided_model.cl",
                                             "train/divided_batch.cl"};
    if (isLanes)
        kernels.push_back("train/batches_that_meet.cl");
    else
        kernels.insert(kernels.end(), {"train/divided_layers.cl", "train/phase_barrier.cl",
                                       entry == EntryPoint::TrainUnits ? "train/layers_in_phases.cl" : "train/batches_in_phases.cl"});
    return kernels;
}

} // namespace

ProgramLoss programLossOf(const Cohort &cohort)
{
    return {cohort.loss, cohort.data->isRegression(), rowOf(cohort.loss).isOfLogits && cohort.shape.outputs == 1};
}

std::vector<ProgramLoss> programLosses()
{
    std::vector<ProgramLoss> all;
    for (const LossRow &row : losses()) {
        for (const bool hasTargetValues : {false, true}) {
            if (row.accepts(hasTargetValues))
                all.push_back({row.loss, hasTargetValues, false});
            if (row.accepts(hasTargetValues) && row.isOfLogits)
                all.push_back({row.loss, hasTargetValues, true});
        }
    }
    return all;
}

std::vector<const Activation *> builtInActivations()
{
    std::vector<const Activation *> all;
    for (const Activation &activation : activations())
        all.push_back(&activation);
    std::ranges::sort(all, {}, [](const Activation *activation) { return activation->id; });
    return all;
}

bool isHarmlessInPadding(const Activation &activation)
{
    return isBuiltIn(activation);
}

bool isBuiltIn(const Activation &activation)
{
    return std::ranges::any_of(activations(), [&](const Activation &row) { return &row == &activation; });
}

std::string networkSource(std::span<const Activation *const> activations, const ProgramLoss &loss, KernelMapping mapping, EntryPoint entry)
{
    std::string source;
    defineLoss(source, entry == EntryPoint::Predict ? ProgramLoss() : loss);
    defineMethods(source);
    if (std::ranges::any_of(activations, &Activation::isLearnable))
        define(source, "SOMETHING_LEARNS", "1");
    defineKinds(source, activations);
    append(source, {"common/shared_layout.h", "common/real.cl", "common/vocabulary.cl", "common/formula_words.cl"});
    if (mapping == KernelMapping::Lanes)
        appendLanesMapping(source, activations);
    else
        appendVectorMapping(source, activations);
    append(source, kernelsOfEntry(entry, mapping));
    return source;
}

std::string evaluationSource(std::span<const Activation *const> activations, KernelMapping mapping)
{
    std::string source;
    defineKinds(source, activations);
    append(source, {"common/shared_layout.h", "common/real.cl", "common/vocabulary.cl", "common/formula_words.cl",
                    mapping == KernelMapping::Lanes ? "lanes/work_group.cl" : "vector/work_group.cl"});
    for (std::size_t kind = 0; kind < activations.size(); ++kind)
        appendActivation(source, *activations[kind], kind, {"common/activation.cl"});
    append(source, {"evaluate/activation_evaluate.cl"});
    return source;
}

} // namespace actiscope
