#include "app/cli/train_outputs.h"

#include "app/cli/figure_file.h"
#include "app/cli/run_command.h"
#include "app/process/told.h"
#include "core/base/errors.h"
#include "core/io/diagnostics_report.h"
#include "core/io/run_report.h"
#include "core/io/seeds_report.h"

#include <array>
#include <cstdio>

namespace actiscope {
namespace {

OutputFile outputOf(const Arguments &arguments, const char *name)
{
    return {name, arguments.value(name)};
}

/** Of what is asked for. */
void requireThisVersion(const Arguments &arguments)
{
    if (arguments.has("weights"))
        throw UsageError({ACTISCOPE_TR("core", "--weights: '%1' cannot be written; weights are not in this version"), {arguments.value("weights")}});
}

void requireFigure(const Arguments &arguments, std::size_t models)
{
    requireFigureFormat(arguments.value("figure"));
    if (arguments.has("page") && !arguments.has("figure"))
        throw UsageError({ACTISCOPE_TR("core", "--page: '%1' does not apply without --figure"), {arguments.value("page")}});
    const std::size_t most = arguments.has("seeds") ? Experiment::maxModels : maxFigureModels;
    if (arguments.has("figure") && models > most)
        throw ConfigurationError("figure", arguments.value("figure"),
                                 {arguments.has("seeds") ? ACTISCOPE_TR("core", "of many seeds a figure shows up to %1 models, and there are %2")
                                                         : ACTISCOPE_TR("core", "a figure shows up to %1 models, and there are %2"),
                                  {std::to_string(most), std::to_string(models)}});
}

void noteDivergence(const Snapshot &run)
{
    for (const ModelSnapshot &model : run.models) {
        if (model.divergedAt)
            std::fprintf(stderr, "%s\n",
                         told({ACTISCOPE_TR("core", "note: %1 diverged at epoch %2"),
                               {activationText(model.configuration), std::to_string(*model.divergedAt)}})
                             .c_str());
    }
}

} // namespace

TrainOutputs::TrainOutputs(const Arguments &arguments, std::size_t models)
    : m_csv((requireThisVersion(arguments), requireFigure(arguments, models), outputOf(arguments, "csv"))),
      m_json(outputOf(arguments, "json")), m_figure(outputOf(arguments, "figure")), m_page(readFigurePage(arguments.value("page"))),
      m_diagnostics(outputOf(arguments, "diagnostics")), m_csvRows(arguments.has("parts") ? CsvRows::Parts : CsvRows::Epochs), m_hasBoundaries(hasFigure() || arguments.has("boundaries"))
{
    const std::array all = {&m_csv, &m_json, &m_figure, &m_diagnostics};
    for (std::size_t first = 0; first < all.size(); ++first) {
        for (std::size_t second = first + 1; second < all.size(); ++second) {
            if (all[first]->sameTarget(*all[second]))
                throw UsageError({ACTISCOPE_TR("core", "--%1: '%2' is already the output of --%3"),
                                  {all[second]->option(), all[second]->path(), all[first]->option()}});
        }
    }
}

bool TrainOutputs::useStandardOutput() const
{
    return m_csv.isStandardOutput() || m_json.isStandardOutput() || m_figure.isStandardOutput() || m_diagnostics.isStandardOutput();
}

template <class Work>
void TrainOutputs::attempt(const Work &work)
{
    const int status = reportingErrors("actiscope train", [&] {
        work();
        return 0;
    });
    m_areWritten = m_areWritten && status == 0;
}

void TrainOutputs::writeFigures(const FinishedRun &run, bool isStopped)
{
    if (m_csv)
        attempt([&] { m_csv.write(runCsv(run, m_csvRows)); });
    const bool isComplete = !m_hasBoundaries || (isStopped && !m_json.canBeRewritten());
    if (m_json && (isComplete || m_json.canBeRewritten()))
        attempt([&] { m_json.write(runJson(run)); });
    m_isJsonWritten = isComplete || !m_areWritten;
}

std::optional<GridSpec> TrainOutputs::seedsGrid(const Experiment &experiment) const
{
    return hasFigure() ? seedsFigureGrid(experiment, m_page) : std::nullopt;
}

void TrainOutputs::writeSeeds(const SeedStudy &study)
{
    const SeedSummary summary = summarize(study);
    if (m_csv)
        attempt([&] { m_csv.write(seedsCsv(study, summary)); });
    if (m_json)
        attempt([&] { m_json.write(seedsJson(study, summary)); });
    if (m_figure)
        attempt([&] { writeSeedsFigure(study, summary, m_page, m_figure); });
    if (!useStandardOutput())
        attempt([&] { writeStandardOutput(seedsSummary(study, summary, told)); });
}

void TrainOutputs::writeRest(const FinishedRun &run, const DiagnosticsSettings &settings, const std::function<void()> &done)
{
    if (m_json && !m_isJsonWritten)
        attempt([&] { m_json.write(runJson(run)); });
    if (m_diagnostics)
        attempt([&] { m_diagnostics.write(diagnosticsJson(run, settings)); });
    if (m_figure)
        attempt([&] { writeFigure(run.snapshot, m_page, m_figure); });
    done();
    if (useStandardOutput())
        noteDivergence(run.snapshot);
    else
        attempt([&] { writeStandardOutput(runSummary(run, told)); });
}

} // namespace actiscope
