#include "app/backend_catalog.h"
#include "app/cli/command.h"
#include "app/cli/look_options.h"
#include "app/cli/run_command.h"
#include "app/cli/shared_options.h"
#include "app/cli/train_outputs.h"
#include "app/process/interruption.h"
#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/data/data_generators.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>

namespace actiscope {
namespace {

/** Settings of the optimiser that replace those of --optimizer; each is the option's name, its place and its meaning. */
struct OptimizerOption {
    const char *name;
    double OptimizerSettings::*setting;
    const char *help;
};
constexpr OptimizerOption optimizerOptions[] = {
    {"momentum", &OptimizerSettings::momentum, "momentum, from 0 to below 1; 0.9 of momentum and nesterov, else 0"},
    {"smoothing", &OptimizerSettings::smoothing, "PyTorch's alpha, 0.99"},
    {"beta1", &OptimizerSettings::beta1, "decay of the first moment, 0.9"},
    {"beta2", &OptimizerSettings::beta2, "decay of the second moment, 0.999"},
    {"epsilon", &OptimizerSettings::epsilon, "added to the root of the second moment, 1e-08"},
    {"l1", &OptimizerSettings::l1, "penalty on the absolute values of weights and biases, 0"},
    {"l2", &OptimizerSettings::l2, "weight decay as in PyTorch; 0.01 of adamw, else 0"},
    {"clip-norm", &OptimizerSettings::clipNorm, "longest gradient; longer ones are scaled down; 0 for none"},
};

std::vector<Option> trainOptions()
{
    const Experiment defaults = defaultExperiment();
    const ModelConfiguration &model = defaults.models.front();
    std::vector<std::string> activations;
    for (const ModelConfiguration &each : defaults.models)
        activations.push_back(activationText(each));
    std::vector<Option> options = {{"activation", "ID[:NAME=VALUE,...]",
                                    "one model of the comparison each; also formula:F[,a=A,b=B], as formula:max(a*x,x),a=0.01", activations,
                                    true}};
    for (const Option &option : dataOptions())
        options.push_back(option);
    const std::vector<Applicability> withDiagnostics = {{"diagnostics"}};
    const std::vector<Option> training = {
        {"hidden", "N,N,...", "widths of the hidden layers", {hiddenText(defaults.hidden)}},
        {"init",
         "KIND",
         "initial weights: " + listed(namesOfRows(initializationSchemes())),
         {std::string(initializationName(model.initialization.kind))}},
        {"init-range",
         "A",
         "half the width",
         {numberText(model.initialization.range)},
         false,
         whereRowsUse("init-range", "init", initializationSchemes())},
        {"init-bias", "B", "added to every initial bias", {numberText(model.initialization.biasConstant)}},
        {"init-seed", "SEED", "seed of the initial weights and of the order of batches", {std::to_string(model.seeds.weights)}},
        {"loss", "NAME", "cross-entropy or mse; mse for data with real-valued targets", {}},
        {"optimizer", "NAME", listed(namesOfRows(optimizerChoices())), {std::string(optimizerName(model.optimizer))}},
        {"learning-rate", "RATE", "size of a step", {numberText(model.optimizer.learningRate)}},
        {"batch-size", "N", "training points in a step, 0 for all", {std::to_string(defaults.batchSize)}},
        {"epochs", "N", "passes over the training points", {std::to_string(defaults.stop.epochs)}},
        {"backend", "NAME", "auto, eigen (double) or opencl (float)", {"auto"}},
        {"device", "N", "the OpenCL device, see 'actiscope devices'", {}, false, {ofOpenCl()}},
        kernelOption(),
        {"csv", "FILE", "figures of every epoch, - is standard output"},
        {"json", "FILE", "configuration and last figures, - is standard output"},
        {"figure", "FILE", "loss curves and boundaries, as .png, .svg or .pdf"},
        {"page", "NAME|WxH", "of --figure: " + pageNames() + ", a size in pixels of 1/96 inch, or auto; without, auto"},
        {"diagnostics", "FILE", "what the units do on the training points after the run, as JSON, - is standard output"},
        {"bins", "N", "of the histograms", {std::to_string(DiagnosticsSettings().bins)}, false, withDiagnostics},
        {"pre-activation-range",
         "LOW,HIGH",
         "of the histograms of pre-activations; without, each takes its own",
         {},
         false,
         withDiagnostics},
        {"output-range", "LOW,HIGH", "of the histograms of outputs; without, each takes its own", {}, false, withDiagnostics},
        {"saturation",
         "S",
         "a unit is saturated where |f'| is below this",
         {numberText(DiagnosticsSettings().saturation)},
         false,
         withDiagnostics},
        {"unit", "LAYER,UNIT", "a hidden unit with histograms of its own, both counted from 0", {}, true, withDiagnostics},
        {"boundaries", "", "compute the boundaries even when nothing draws them"},
        {"weights", "FILE", "trained weights (not in this version)"},
    };
    options.insert(options.end(), training.begin(), training.end());
    for (const OptimizerOption &option : optimizerOptions)
        options.push_back({option.name, "X", option.help, {}, false, whereRowsUse(option.name, "optimizer", optimizerChoices())});
    return options;
}

OptimizerSettings readOptimizer(const Arguments &arguments)
{
    OptimizerSettings settings = optimizerChoice(arguments.value("optimizer")).settings;
    settings.learningRate = arguments.number("learning-rate");
    for (const OptimizerOption &option : optimizerOptions) {
        if (arguments.has(option.name))
            settings.*option.setting = arguments.number(option.name);
    }
    return settings;
}

/** What is given, or what fits the data. */
Loss readLoss(const Arguments &arguments, const GeneratedData &data)
{
    if (arguments.has("loss"))
        return parseLoss(arguments.value("loss"));
    return findDataKind(data.kind).isRegression ? Loss::MeanSquaredError : Loss::CrossEntropy;
}

Experiment readExperiment(const Arguments &arguments)
{
    Experiment experiment;
    ModelConfiguration model;
    model.initialization.kind = parseInitialization(arguments.value("init"));
    model.initialization.range = arguments.number("init-range");
    model.initialization.biasConstant = arguments.number("init-bias");
    model.seeds.weights = model.seeds.batches = model.seeds.draws = arguments.seed("init-seed");
    model.optimizer = readOptimizer(arguments);
    experiment.models = {model};
    setActivations(experiment, readActivations(arguments));
    const GeneratedData data = readGeneratedData(arguments);
    experiment.data = data;
    experiment.split = readSplit(arguments);
    experiment.hidden = parseHidden(arguments.value("hidden"));
    experiment.loss = readLoss(arguments, data);
    experiment.batchSize = static_cast<int>(arguments.integer("batch-size", 0, Experiment::maxBatchSize));
    experiment.stop.epochs = static_cast<int>(arguments.integer("epochs", 1, StopRule::maxEpochs));
    validate(experiment);
    return experiment;
}

std::optional<HistogramRange> readRange(const Arguments &arguments, const char *name)
{
    if (!arguments.has(name))
        return std::nullopt;
    constexpr std::string_view accepted = "two finite numbers, the lower one first, as in -1,1";
    const std::vector<double> ends = readNumbers(arguments, name, accepted);
    if (ends.size() != 2)
        throw ConfigurationError(name, arguments.value(name), accepted);
    return HistogramRange{ends[0], ends[1]};
}

HiddenUnit parseUnit(const std::string &text)
{
    constexpr std::string_view accepted = "LAYER,UNIT with whole numbers from 0, as in 0,5";
    const std::vector<double> places = parseNumbers("unit", text, accepted);
    const auto isPlace = [](double number) { return number >= 0 && number < 1e6 && number == std::floor(number); };
    if (places.size() != 2 || !std::ranges::all_of(places, isPlace))
        throw ConfigurationError("unit", text, accepted);
    return {static_cast<std::size_t>(places[0]), static_cast<std::size_t>(places[1])};
}

DiagnosticsSettings readDiagnostics(const Arguments &arguments, const std::vector<int> &hidden)
{
    DiagnosticsSettings settings;
    settings.saturation = arguments.number("saturation");
    settings.bins = static_cast<int>(arguments.integer("bins", 1, maxHistogramBins));
    settings.preActivationRange = readRange(arguments, "pre-activation-range");
    settings.outputRange = readRange(arguments, "output-range");
    for (const std::string &unit : arguments.values("unit"))
        settings.units.push_back(parseUnit(unit));
    validate(settings, hidden);
    return settings;
}

bool somebodyWatches()
{
    return isatty(STDERR_FILENO) != 0;
}

void clearProgress()
{
    if (somebodyWatches())
        std::fputs("\r\033[K", stderr);
}

/** A line on the terminal that follows the run; nothing where nobody watches. The first signal ends the training, and its figures are written
 *  before anything else is computed: the second one ends the program. */
class TerminalWatch final : public RunWatch {
public:
    TerminalWatch(int epochs, TrainOutputs &outputs) : m_epochs(epochs), m_outputs(outputs) {}

    void begins(const char *what) override
    {
        if (somebodyWatches())
            std::fprintf(stderr, "\r\033[K%s…", what);
    }
    void trained(std::int64_t done) override
    {
        if (!m_mayEnd)
            m_mayEnd.emplace(); // from now on there is something to keep
        if (somebodyWatches())
            std::fprintf(stderr, "\r\033[Kepoch %lld / %d", static_cast<long long>(done), m_epochs);
    }
    bool wantsEnd() override { return EarlyEnd::signal() != 0; }
    void ended(const FinishedRun &figures) override
    {
        m_isStopped = figures.snapshot.epoch < m_epochs && wantsEnd();
        clearProgress();
        m_outputs.writeFigures(figures, m_isStopped);
    }
    /** Before the last epoch, by a signal. */
    bool isStopped() const { return m_isStopped; }

private:
    int m_epochs;
    TrainOutputs &m_outputs;
    bool m_isStopped = false;
    std::optional<EarlyEnd> m_mayEnd;
};

/** Where nobody chose the device that failed. */
std::unique_ptr<Backend> goOnWithEigen(const BackendError &error, std::int64_t epoch)
{
    clearProgress();
    reportFailure("actiscope train", error, "Eigen goes on from epoch " + std::to_string(epoch));
    return makeEigenCatalog().choices.front().create();
}

int train(const Arguments &arguments)
{
    Experiment experiment = readExperiment(arguments);
    const DiagnosticsSettings settings = readDiagnostics(arguments, experiment.hidden);
    TrainOutputs outputs(arguments, experiment.models.size());
    // One expression: GCC 14 takes an optional that is assigned to later for one that is read before.
    const RunExtras extras{.boundaries = outputs.hasBoundaries(),
                           .diagnostics = outputs.hasDiagnostics() ? std::optional(settings) : std::nullopt};
    experiment.tracksUnits = outputs.hasDiagnostics();
    TerminalWatch watch(experiment.stop.epochs, outputs);
    if (somebodyWatches())
        watch.begins("looking for devices");
    const BackendChoice backend = readBackend(arguments, true);
    const FinishedRun run = runToEnd(experiment, backend.create, extras, watch, isBackendChosen(arguments) ? Substitute() : goOnWithEigen);
    if (outputs.hasFigure())
        watch.begins("figure");
    outputs.writeRest(run, settings, clearProgress);
    if (watch.isStopped())
        std::fprintf(stderr, "actiscope train: stopped at epoch %lld of %d\n", static_cast<long long>(run.snapshot.epoch),
                     experiment.stop.epochs);
    if (!outputs.areWritten())
        return 1;
    return watch.isStopped() ? 128 + EarlyEnd::signal() : 0;
}

} // namespace

Command trainCommand()
{
    return {"train", "trains networks that differ in their activation, and writes their figures", trainOptions(), train};
}

} // namespace actiscope
