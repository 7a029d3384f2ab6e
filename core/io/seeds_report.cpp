#include "core/io/seeds_report.h"

#include "core/base/csv.h"
#include "core/base/number_text.h"
#include "core/io/experiment_json.h"
#include "core/training/seeds/seed_verdict.h"

#include <nlohmann/json.hpp>


namespace actiscope {
namespace {

using ReportJson = nlohmann::ordered_json;

void appendRows(std::string &csv, const std::string &activation, const char *figure, const SeedStatistics &statistics, std::size_t model)
{
    for (std::size_t epoch = 0; epoch < statistics.epochs.size(); ++epoch) {
        const MeanInterval &row = statistics.epochs[epoch];
        if (row.count == 0)
            continue;
        csv += activation + ',' + figure + ',' + std::to_string(epoch) + ',' + std::to_string(row.count);
        for (const double value : {row.mean, row.low, row.high})
            csv += ',' + numberText(value);
        csv += ',' + std::to_string(model) + '\n';
    }
}

ReportJson intervalJson(const MeanInterval &interval)
{
    return {{"seeds", interval.count}, {"mean", interval.mean}, {"low", interval.low}, {"high", interval.high}};
}

ReportJson seedRunJson(const SeedRun &run)
{
    ReportJson models = ReportJson::array();
    for (const SeedOutcome &model : run.models)
        models.push_back({{"train_loss", model.figures.trainLoss},
                          {"test_loss", model.figures.testLoss},
                          {"train_accuracy", model.figures.trainAccuracy},
                          {"test_accuracy", model.figures.testAccuracy},
                          {"diverged_at", model.divergedAt ? ReportJson(*model.divergedAt) : ReportJson()}});
    return {{"seed", run.seed}, {"epochs", run.epoch}, {"models", models}};
}

ReportJson differenceJson(const SeedStudy &study, const SeedSummary &summary, const SeedDifference &difference,
                          const std::vector<std::string> &names)
{
    const bool isComplete = study.isComplete();
    return {{"model", difference.model},
            {"to", 0},
            {"test_accuracy", intervalJson(difference.accuracy.end)},
            {"test_loss", intervalJson(difference.loss.end)},
            {"better", difference.better},
            {"worse", difference.worse},
            {"ties", difference.ties},
            {"left_out", difference.leftOut},
            {"verdict_interval", intervalJson(difference.decisive)},
            {"verdict", isComplete ? ReportJson(verdictText(summary, difference, names).text()) : ReportJson()}};
}

std::string modelLine(const SeedModelSummary &model, const std::string &name, SeedFigure figure, std::size_t seeds, const Saying &say)
{
    const bool isAccuracy = figure == SeedFigure::TestAccuracy;
    const MeanInterval &end = isAccuracy ? model.accuracy.end : model.loss.end;
    const double scale = isAccuracy ? 100 : 1;
    const int decimals = isAccuracy ? 2 : 4;
    const char *pattern =
        isAccuracy ? ACTISCOPE_TR("core", "mean test accuracy %1 % (%2 to %3)") : ACTISCOPE_TR("core", "mean test loss %1 (%2 to %3)");
    std::string text = name + std::string(name.size() < 24 ? 24 - name.size() : 0, ' ') + "  "
                       + say({pattern, {fixedText(scale * end.mean, decimals), fixedText(scale * end.low, decimals), fixedText(scale * end.high, decimals)}});
    if (model.diverged > 0)
        text += "  " + say({ACTISCOPE_TR("core", "diverged at %1 of %2 seeds"), {std::to_string(model.diverged), std::to_string(seeds)}});
    return text + "\n";
}

} // namespace

std::string seedsCsv(const SeedStudy &study, const SeedSummary &summary)
{
    std::string csv = "activation,figure,epoch,seeds,mean,low,high,model\n";
    const auto nameOf = [&](std::size_t model) { return csvField(activationText(study.experiment.models[model])); };
    for (std::size_t model = 0; model < summary.models.size(); ++model) {
        appendRows(csv, nameOf(model), "test_accuracy", summary.models[model].accuracy, model);
        appendRows(csv, nameOf(model), "test_loss", summary.models[model].loss, model);
    }
    for (const SeedDifference &difference : summary.differences) {
        appendRows(csv, nameOf(difference.model), "test_accuracy_difference", difference.accuracy, difference.model);
        appendRows(csv, nameOf(difference.model), "test_loss_difference", difference.loss, difference.model);
    }
    return csv;
}

std::string seedsJson(const SeedStudy &study, const SeedSummary &summary)
{
    const std::vector<std::string> names = seedModelNames(study.experiment);
    ReportJson models = ReportJson::array();
    for (std::size_t model = 0; model < summary.models.size(); ++model)
        models.push_back({{"activation", activationText(study.experiment.models[model])},
                          {"name", names[model]},
                          {"diverged", summary.models[model].diverged},
                          {"test_accuracy", intervalJson(summary.models[model].accuracy.end)},
                          {"test_loss", intervalJson(summary.models[model].loss.end)}});
    ReportJson differences = ReportJson::array();
    for (const SeedDifference &difference : summary.differences)
        differences.push_back(differenceJson(study, summary, difference, names));
    ReportJson runs = ReportJson::array();
    for (const auto &run : study.runs)
        runs.push_back(seedRunJson(*run));
    const ReportJson report = {{"configuration", experimentJson(study.experiment)},
                               {"seeds", {{"count", study.plan.count}, {"first", study.plan.first}, {"trained", study.runs.size()}}},
                               {"interval", "mean and pointwise 95 % interval (Student's t)"},
                               {"verdict_level", summary.verdictLevel},
                               {"device", study.device.text()},
                               {"seconds", study.seconds},
                               {"models", models},
                               {"differences", differences},
                               {"runs", runs}};
    return report.dump(1, ' ', false, ReportJson::error_handler_t::replace) + "\n";
}

std::string seedsSummary(const SeedStudy &study, const SeedSummary &summary, const Saying &say)
{
    const std::vector<std::string> names = seedModelNames(study.experiment);
    std::string text;
    for (std::size_t model = 0; model < summary.models.size(); ++model)
        text += modelLine(summary.models[model], names[model], summary.figure, study.runs.size(), say);
    for (const SeedDifference &difference : summary.differences) {
        if (difference.decisive.count > 0)
            text += say({ACTISCOPE_TR("core", "%1, %2 ties"), {differenceText(summary, difference, names), std::to_string(difference.ties)}}) + "\n";
        if (!study.isComplete())
            continue;
        text += say(verdictText(summary, difference, names)) + "\n";
        if (const Message leftOut = leftOutText(difference, study.runs.size()); !leftOut.empty())
            text += say(leftOut) + "\n";
    }
    return text
           + say({ACTISCOPE_TR("core", "%1 seeds on %2 in %3 s"), {std::to_string(study.runs.size()), study.device, fixedText(study.seconds, 3)}})
           + "\n";
}

} // namespace actiscope
