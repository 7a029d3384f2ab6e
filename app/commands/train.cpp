#include "app/commands/command.h"
#include "app/commands/shared_options.h"
#include "app/output_file.h"
#include "app/figure_file.h"
#include "app/run_report.h"
#include "core/number_text.h"

#include <unistd.h>

#include <cstdio>

namespace actiscope {
namespace {

std::string hiddenText(const std::vector<int> &hidden)
{
    std::string text;
    for (const int width : hidden)
        text += (text.empty() ? "" : ",") + std::to_string(width);
    return text;
}

std::vector<Option> trainOptions()
{
    const Experiment defaults = defaultExperiment();
    std::vector<std::string> activations;
    for (const ActivationSpec &activation : defaults.activations)
        activations.push_back(activation.text);
    std::vector<Option> options = {{"activation", "ID[:NAME=VALUE,...]", "one model of the comparison each", activations, true}};
    for (const Option &option : dataOptions())
        options.push_back(option);
    const std::vector<Option> training = {
        {"hidden", "N,N,...", "widths of the hidden layers", {hiddenText(defaults.hidden)}},
        {"init", "KIND", "initial weights: pytorch", {defaults.initialization}},
        {"init-seed", "SEED", "seed of the initial weights", {std::to_string(defaults.initSeed)}},
        {"optimizer", "NAME", "adam", {defaults.optimizer}},
        {"learning-rate", "RATE", "size of a step", {numberText(defaults.learningRate)}},
        {"epochs", "N", "passes over the training points", {std::to_string(defaults.epochs)}},
        {"backend", "NAME", "auto, eigen (double) or opencl (float)", {"auto"}},
        {"device", "N", "the OpenCL device, see 'actiscope devices'"},
        {"csv", "FILE", "figures of every epoch, - is standard output"},
        {"json", "FILE", "configuration and last figures, - is standard output"},
        {"figure", "FILE", "loss curves and boundaries, as .png, .svg or .pdf"},
        {"boundaries", "", "compute the boundaries even when nothing draws them"},
        {"weights", "FILE", "trained weights (not in this version)"},
    };
    options.insert(options.end(), training.begin(), training.end());
    return options;
}

Experiment readExperiment(const Arguments &arguments)
{
    Experiment experiment;
    experiment.activations = readActivations(arguments);
    experiment.data = readDataConfiguration(arguments);
    experiment.hidden = parseHidden(arguments.value("hidden"));
    experiment.initialization = arguments.value("init");
    experiment.initSeed = arguments.seed("init-seed");
    experiment.optimizer = arguments.value("optimizer");
    experiment.learningRate = arguments.number("learning-rate");
    experiment.epochs = static_cast<int>(arguments.integer("epochs"));
    validate(experiment);
    return experiment;
}

struct Outputs {
    OutputFile csv;
    OutputFile json;
    OutputFile figure;

    bool useStandardOutput() const { return csv.isStandardOutput() || json.isStandardOutput(); }
};

Outputs readOutputs(const Arguments &arguments)
{
    if (arguments.has("weights"))
        throw UsageError("--weights: '" + arguments.value("weights") + "' cannot be written; weights are not in this version");
    requireFigureFormat(arguments.value("figure"));
    const auto output = [&](const char *name) { return OutputFile(name, arguments.value(name)); };
    for (const char *name : {"csv", "json", "figure"}) {
        if (arguments.has(name) && arguments.value(name).empty())
            throw UsageError(std::string("--") + name + ": '' is not accepted; a file name is");
    }
    Outputs outputs = {output("csv"), output("json"), output("figure")};
    const OutputFile *all[] = {&outputs.csv, &outputs.json, &outputs.figure};
    for (const auto *first : all) {
        for (const auto *second : all) {
            if (first < second && first->sameTarget(*second))
                throw UsageError("--" + second->option() + ": '" + second->path() + "' is already the output of --" + first->option());
        }
    }
    return outputs;
}

bool somebodyWatches()
{
    return isatty(STDERR_FILENO) != 0;
}

/** One line on the terminal that follows the run; nothing where nobody watches. */
void showProgress(std::int64_t done, int epochs)
{
    if (somebodyWatches())
        std::fprintf(stderr, "\repoch %lld / %d", static_cast<long long>(done), epochs);
}

void clearProgress()
{
    if (somebodyWatches())
        std::fputs("\r\033[K", stderr);
}

void writeOutputs(const FinishedRun &run, const Outputs &outputs)
{
    if (outputs.csv)
        outputs.csv.write(runCsv(run));
    if (outputs.json)
        outputs.json.write(runJson(run));
    if (outputs.figure)
        writeFigure(run.snapshot, outputs.figure);
    if (!outputs.useStandardOutput())
        return writeStandardOutput(runSummary(run));
    for (const ModelSnapshot &model : run.snapshot.models) {
        if (model.divergedAt)
            std::fprintf(stderr, "note: %s diverged at epoch %lld\n", model.activation.text.c_str(), static_cast<long long>(*model.divergedAt));
    }
}

int train(const Arguments &arguments)
{
    const Experiment experiment = readExperiment(arguments);
    const Outputs outputs = readOutputs(arguments);
    const auto backend = readBackend(arguments, true).create();
    const bool withBoundaries = outputs.figure || arguments.has("boundaries");
    const FinishedRun run =
        runToEnd(experiment, *backend, withBoundaries, [&](std::int64_t done) { showProgress(done, experiment.epochs); });
    clearProgress();
    writeOutputs(run, outputs);
    return 0;
}

} // namespace

Command trainCommand()
{
    return {"train", "trains networks that differ in their activation, and writes their figures", trainOptions(), train};
}

} // namespace actiscope
