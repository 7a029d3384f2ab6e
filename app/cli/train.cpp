#include "app/backend_catalog.h"
#include "app/cli/command.h"
#include "app/cli/look_options.h"
#include "app/cli/open_experiment.h"
#include "app/cli/run_command.h"
#include "app/cli/setting_options.h"
#include "app/cli/shared_options.h"
#include "app/cli/terminal_line.h"
#include "app/cli/train_outputs.h"
#include "app/cli/train_seeds.h"
#include "app/process/interruption.h"
#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>

namespace actiscope {
namespace {

constexpr std::array allGroups = {SettingGroup::Network, SettingGroup::Data, SettingGroup::Training, SettingGroup::Stopping};

/** With the values of `base` as defaults. */
std::vector<Option> trainOptions(const Experiment &base)
{
    std::vector<Option> options = settingOptions(allGroups, base);
    const std::vector<Applicability> withDiagnostics = {{"diagnostics"}};
    const std::vector<Applicability> ofOneRun = {{.option = "seeds", .isAbsent = true}};
    const std::vector<Option> others = {
        {"model",
         "SETTINGS",
         "one model of the comparison each, by its settings, as in 'activation=rrelu:lower=0.1,upper=0.3; learning-rate=0.1'; what is not "
         "said is common to all",
         {},
         true},
        {"experiment", "FILE|NAME",
         "settings from a file, or of a ready experiment (see 'actiscope list --experiments'); options here replace its own"},
        {"backend", "NAME", "auto, eigen (double) or opencl (float)", {"auto"}},
        {"device", "N", "the OpenCL device, see 'actiscope devices'", {}, false, {ofOpenCl()}},
        kernelOption(),
        {"seeds", "N",
         "train the comparison with the seeds 1 to N, each that of data, split and weights; --csv, --json and --figure then hold means, 95 % "
         "intervals, paired differences and what they allow to be said"},
        {"csv", "FILE", "figures of every epoch, - is standard output"},
        {"json", "FILE", "configuration and last figures, - is standard output"},
        {"figure", "FILE", "loss curves and boundaries, or means, intervals and the verdict of --seeds; as .png, .svg or .pdf"},
        {"page", "NAME|WxH", "of --figure: " + pageNames() + ", a size in pixels of 1/96 inch, or auto; without, auto"},
        {"diagnostics",
         "FILE",
         "what the units do on the training points after the run, as JSON, - is standard output",
         {},
         false,
         ofOneRun},
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
        {"boundaries", "", "compute the boundaries even when nothing draws them", {}, false, ofOneRun},
        {"weights", "FILE", "trained weights (not in this version)"},
    };
    options.insert(options.end(), others.begin(), others.end());
    return options;
}

/** What --experiment says, or the default. */
Experiment baseExperiment(std::span<const std::string> given)
{
    const std::optional<std::string> source = valueGiven(given, "experiment");
    return source ? openExperiment(*source) : defaultExperiment();
}

Experiment readExperiment(const Arguments &arguments)
{
    const Experiment base = arguments.has("experiment") ? openExperiment(arguments.value("experiment")) : defaultExperiment();
    Experiment experiment = readSettings(arguments, allGroups, base);
    const std::vector<std::string> &models = arguments.values("model");
    if (!models.empty() && arguments.isGiven("activation") && experiment.models.size() > 1)
        throw UsageError("--activation: '" + arguments.value("activation") + "' comes second; with --model one at most is common to all");
    if (!models.empty())
        setModels(experiment, models);
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

/** A line on the terminal that follows the run; nothing where nobody watches. The first signal ends the training, and its figures are written
 *  before anything else is computed: the second one ends the program. */
class TerminalWatch final : public RunWatch {
public:
    TerminalWatch(int epochs, TrainOutputs &outputs) : m_epochs(epochs), m_outputs(outputs) {}

    void begins(const char *what) override
    {
        if (stderrIsTerminal())
            std::fprintf(stderr, "\r\033[K%s…", what);
    }
    void trained(std::int64_t done) override
    {
        if (!m_mayEnd)
            m_mayEnd.emplace(); // from now on there is something to keep
        if (stderrIsTerminal())
            std::fprintf(stderr, "\r\033[Kepoch %lld / %d", static_cast<long long>(done), m_epochs);
    }
    /** Some times a second, where an epoch takes long. */
    void within(std::int64_t first, int epochs, double share) override
    {
        constexpr std::chrono::milliseconds between(100);
        const auto now = std::chrono::steady_clock::now();
        if (epochs > 1 || !stderrIsTerminal() || now - m_told < between)
            return;
        m_told = now;
        std::fprintf(stderr, "\r\033[Kepoch %lld / %d, %d %% of the next", static_cast<long long>(first), m_epochs, static_cast<int>(100 * share));
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
    std::chrono::steady_clock::time_point m_told;
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
    if (arguments.has("boundaries") && !liesInPlane(experiment.data))
        throw UsageError("--boundaries: only points of the plane have boundaries");
    TrainOutputs outputs(arguments, experiment.models.size());
    // One expression: GCC 14 takes an optional that is assigned to later for one that is read before.
    const RunExtras extras{.boundaries = outputs.hasBoundaries(),
                           .diagnostics = outputs.hasDiagnostics() ? std::optional(settings) : std::nullopt};
    if (arguments.has("seeds"))
        return trainManySeeds(arguments, experiment, outputs);
    experiment.tracksUnits = experiment.tracksUnits || outputs.hasDiagnostics();
    TerminalWatch watch(experiment.stop.epochs, outputs);
    if (stderrIsTerminal())
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
    return {"train",
            "trains networks that differ in their activation or in other settings, and writes their figures",
            trainOptions(defaultExperiment()),
            train,
            {},
            [](std::span<const std::string> given) { return trainOptions(baseExperiment(given)); }};
}

} // namespace actiscope
