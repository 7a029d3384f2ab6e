#include "app/backend_catalog.h"
#include "app/cli/command.h"
#include "app/cli/look_options.h"
#include "app/cli/open_experiment.h"
#include "app/cli/run_command.h"
#include "app/cli/setting_options.h"
#include "app/cli/shared_options.h"
#include "app/cli/terminal_line.h"
#include "app/process/told.h"
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
         ACTISCOPE_TR("core", "one model of the comparison each, by its settings, as in 'activation=rrelu:lower=0.1,upper=0.3; learning-rate=0.1'; what is not "
         "said is common to all"),
         {},
         true},
        {"experiment", "FILE|NAME",
         ACTISCOPE_TR("core", "settings from a file, or of a ready experiment (see 'actiscope list --experiments'); options here replace its own")},
        {"backend", "NAME", ACTISCOPE_TR("core", "auto, eigen (double) or opencl (float)"), {"auto"}},
        {"device", "N", ACTISCOPE_TR("core", "the OpenCL device, see 'actiscope devices'"), {}, false, {ofOpenCl()}},
        kernelOption(),
        {"seeds", "N",
         ACTISCOPE_TR("core", "train the comparison with the seeds 1 to N, each that of data, split and weights; --csv, --json and --figure then hold means, 95 % "
         "intervals, paired differences and what they allow to be said")},
        {"csv", "FILE", ACTISCOPE_TR("core", "figures of every epoch, - is standard output")},
        {"parts", "", ACTISCOPE_TR("core", "in --csv also what training figures are within epochs, where there are mini-batches: rows at fractions of an epoch"),
         {}, false, {{"csv"}, {.option = "seeds", .isAbsent = true}}},
        {"json", "FILE", ACTISCOPE_TR("core", "configuration and last figures, - is standard output")},
        {"figure", "FILE", ACTISCOPE_TR("core", "loss curves and boundaries, or means, intervals and the verdict of --seeds; as .png, .svg or .pdf")},
        {"page", "NAME|WxH", {ACTISCOPE_TR("core", "of --figure: %1, a size in pixels of 1/96 inch, or auto; without, auto"), {pageNames()}}},
        {"diagnostics",
         "FILE",
         ACTISCOPE_TR("core", "what the units do on the training points after the run, as JSON, - is standard output"),
         {},
         false,
         ofOneRun},
        {"bins", "N", ACTISCOPE_TR("core", "of the histograms"), {std::to_string(DiagnosticsSettings().bins)}, false, withDiagnostics},
        {"pre-activation-range",
         "LOW,HIGH",
         ACTISCOPE_TR("core", "of the histograms of pre-activations; without, each takes its own"),
         {},
         false,
         withDiagnostics},
        {"output-range", "LOW,HIGH", ACTISCOPE_TR("core", "of the histograms of outputs; without, each takes its own"), {}, false, withDiagnostics},
        {"saturation",
         "S",
         ACTISCOPE_TR("core", "a unit is saturated where |f'| is below this"),
         {numberText(DiagnosticsSettings().saturation)},
         false,
         withDiagnostics},
        {"unit", "LAYER,UNIT", ACTISCOPE_TR("core", "a hidden unit with histograms of its own, both counted from 0"), {}, true, withDiagnostics},
        {"boundaries", "", ACTISCOPE_TR("core", "compute the boundaries even when nothing draws them"), {}, false, ofOneRun},
        {"weights", "FILE", ACTISCOPE_TR("core", "trained weights (not in this version)")},
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
        throw UsageError({ACTISCOPE_TR("core", "--activation: '%1' comes second; with --model one at most is common to all"), {arguments.value("activation")}});
    if (!models.empty())
        setModels(experiment, models);
    validate(experiment);
    return experiment;
}

std::optional<HistogramRange> readRange(const Arguments &arguments, const char *name)
{
    if (!arguments.has(name))
        return std::nullopt;
    constexpr std::string_view accepted = ACTISCOPE_TR("core", "two finite numbers, the lower one first, as in -1,1");
    const std::vector<double> ends = readNumbers(arguments, name, accepted);
    if (ends.size() != 2)
        throw ConfigurationError(name, arguments.value(name), accepted);
    return HistogramRange{ends[0], ends[1]};
}

HiddenUnit parseUnit(const std::string &text)
{
    constexpr std::string_view accepted = ACTISCOPE_TR("core", "LAYER,UNIT with whole numbers from 0, as in 0,5");
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
            std::fprintf(stderr, "\r\033[K%s…", told(Message(what)).c_str());
    }
    void trained(std::int64_t done) override
    {
        if (!m_mayEnd)
            m_mayEnd.emplace(); // from now on there is something to keep
        if (stderrIsTerminal())
            std::fprintf(stderr, "\r\033[K%s", told({ACTISCOPE_TR("core", "epoch %1 / %2"), {std::to_string(done), std::to_string(m_epochs)}}).c_str());
    }
    /** Some times a second, where an epoch takes long. */
    void within(std::int64_t first, int epochs, double share) override
    {
        constexpr std::chrono::milliseconds between(100);
        const auto now = std::chrono::steady_clock::now();
        if (epochs > 1 || !stderrIsTerminal() || now - m_told < between)
            return;
        m_told = now;
        std::fprintf(stderr, "\r\033[K%s",
                     told({ACTISCOPE_TR("core", "epoch %1 / %2, %3 % of the next"),
                           {std::to_string(first), std::to_string(m_epochs), std::to_string(static_cast<int>(100 * share))}})
                         .c_str());
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
    reportFailure("actiscope train", error, {ACTISCOPE_TR("core", "Eigen goes on from epoch %1"), {std::to_string(epoch)}});
    return makeEigenCatalog().choices.front().create();
}

int train(const Arguments &arguments)
{
    Experiment experiment = readExperiment(arguments);
    const DiagnosticsSettings settings = readDiagnostics(arguments, experiment.hidden);
    if (arguments.has("boundaries") && !liesInPlane(experiment.data))
        throw UsageError(ACTISCOPE_TR("core", "--boundaries: only points of the plane have boundaries"));
    TrainOutputs outputs(arguments, experiment.models.size());
    // One expression: GCC 14 takes an optional that is assigned to later for one that is read before.
    const RunExtras extras{.boundaries = outputs.hasBoundaries(),
                           .diagnostics = outputs.hasDiagnostics() ? std::optional(settings) : std::nullopt};
    if (arguments.has("seeds"))
        return trainManySeeds(arguments, experiment, outputs);
    experiment.tracksUnits = experiment.tracksUnits || outputs.hasDiagnostics();
    TerminalWatch watch(experiment.stop.epochs, outputs);
    if (stderrIsTerminal())
        watch.begins(ACTISCOPE_TR("core", "looking for devices"));
    const BackendChoice backend = readBackend(arguments, true);
    const FinishedRun run = runToEnd(experiment, backend.create, extras, watch, isBackendChosen(arguments) ? Substitute() : goOnWithEigen);
    if (outputs.hasFigure())
        watch.begins(ACTISCOPE_TR("core", "figure"));
    outputs.writeRest(run, settings, clearProgress);
    if (watch.isStopped())
        std::fprintf(stderr, "actiscope train: %s\n",
                     told({ACTISCOPE_TR("core", "stopped at epoch %1 of %2"),
                           {std::to_string(run.snapshot.epoch), std::to_string(experiment.stop.epochs)}})
                         .c_str());
    if (!outputs.areWritten())
        return 1;
    return watch.isStopped() ? 128 + EarlyEnd::signal() : 0;
}

} // namespace

Command trainCommand()
{
    return {"train",
            ACTISCOPE_TR("core", "trains networks that differ in their activation or in other settings, and writes their figures"),
            trainOptions(defaultExperiment()),
            train,
            {},
            [](std::span<const std::string> given) { return trainOptions(baseExperiment(given)); }};
}

} // namespace actiscope
