#include "core/io/run_report.h"

#include "core/base/csv.h"
#include "core/base/number_text.h"
#include "core/io/experiment_json.h"
#include "core/training/model_label.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace actiscope {
namespace {

using Json = nlohmann::ordered_json;

Json modelJson(const ModelSnapshot &model)
{
    return {{"activation", activationText(model.configuration)},
            {"train_loss", model.current.trainLoss},
            {"test_loss", model.current.testLoss},
            {"train_accuracy", model.current.trainAccuracy},
            {"test_accuracy", model.current.testAccuracy},
            {"diverged_at", model.divergedAt ? Json(*model.divergedAt) : Json()},
            {"learned_alpha", model.learnedAlpha}};
}

Json textOrNull(const std::string &text)
{
    return text.empty() ? Json() : Json(text);
}

Json arithmeticJson(const Arithmetic &arithmetic)
{
    return {{"backend", arithmetic.backend},
            {"precision", arithmetic.precision},
            {"device", textOrNull(arithmetic.device)},
            {"driver", textOrNull(arithmetic.driver)},
            {"mapping", textOrNull(arithmetic.mapping)},
            {"products", textOrNull(arithmetic.products)},
            {"vector_width", arithmetic.vectorWidth > 0 ? Json(arithmetic.vectorWidth) : Json()}};
}

std::string modelNameIn(const Snapshot &run, std::size_t index)
{
    const std::string text = activationText(run.models[index].configuration);
    const auto isSame = [&text](const ModelSnapshot &model) { return activationText(model.configuration) == text; };
    return std::ranges::count_if(run.models, isSame) == 1 ? text : modelLabel(run.experiment, index);
}

/** Models of one activation are told apart by what else differs. */
std::string modelSummary(const Snapshot &run, std::size_t index, const Saying &say)
{
    const ModelSnapshot &model = run.models[index];
    const std::string name = modelNameIn(run, index);
    if (model.divergedAt)
        return say({ACTISCOPE_TR("core", "%1 diverged at epoch %2"), {name, std::to_string(*model.divergedAt)}}) + "\n";
    const EpochFigures &row = model.current;
    std::string figures = "  "
                          + say({ACTISCOPE_TR("core", "train loss %1  test loss %2"),
                                 {fixedText(row.trainLoss, 4), fixedText(row.testLoss, 4)}});
    if (!std::isnan(row.testAccuracy)) // no regression
        figures += "  "
                   + say({ACTISCOPE_TR("core", "train accuracy %1 %  test accuracy %2 %"),
                          {fixedText(100 * row.trainAccuracy, 2), fixedText(100 * row.testAccuracy, 2)}});
    return name + std::string(name.size() < 24 ? 24 - name.size() : 0, ' ') + figures + "\n";
}

} // namespace

std::string runCsv(const FinishedRun &run, CsvRows rows)
{
    return runCsv(run.snapshot, rows);
}

/** An epoch's last part ends where its own row stands. */
std::string runCsv(const Snapshot &run, CsvRows rows)
{
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::string csv = "activation,epoch,train_loss,test_loss,train_accuracy,test_accuracy,model\n";
    for (std::size_t i = 0; i < run.models.size(); ++i) {
        const ModelSnapshot &model = run.models[i];
        const std::string name = csvField(activationText(model.configuration));
        const auto add = [&](const std::string &epoch, const EpochFigures &row) {
            csv += name + ',' + epoch;
            for (const double figure : {row.trainLoss, row.testLoss, row.trainAccuracy, row.testAccuracy})
                csv += ',' + numberText(figure);
            csv += ',' + std::to_string(i) + '\n';
        };
        for (std::size_t epoch = 0; epoch < model.history.size(); epoch = model.history.keptAfter(epoch)) {
            add(std::to_string(epoch), model.history[epoch]);
            if (rows == CsvRows::Epochs)
                continue;
            for (const PartFigures &part : model.history.parts(epoch)) {
                if (part.end < 1)
                    add(numberText(static_cast<double>(epoch) + part.end), {part.loss, unknown, part.accuracy, unknown});
            }
        }
    }
    return csv;
}

std::string runJson(const FinishedRun &run)
{
    Json models = Json::array();
    for (const ModelSnapshot &model : run.snapshot.models)
        models.push_back(modelJson(model));
    const auto &boundaries = run.seconds.boundaries;
    const Json seconds = {
        {"setup", run.seconds.setup}, {"training", run.seconds.training}, {"boundaries", boundaries ? Json(*boundaries) : Json()}};
    const Json report = {{"configuration", experimentJson(run.snapshot.experiment)},
                         {"epochs", run.snapshot.epoch},
                         {"ended", run.snapshot.ended ? Json(stopText(*run.snapshot.ended, run.snapshot.experiment.stop).text()) : Json()},
                         {"device", run.snapshot.device.text()},
                         {"arithmetic", arithmeticJson(run.snapshot.arithmetic)},
                         {"training_figures", run.snapshot.measuresByBatch ? "mean over the batches of the epoch that ended"
                                                                           : "whole training set before the update"},
                         {"seconds", seconds},
                         {"models", models}};
    return report.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string runSummary(const FinishedRun &run, const Saying &say)
{
    std::string text;
    for (std::size_t model = 0; model < run.snapshot.models.size(); ++model)
        text += modelSummary(run.snapshot, model, say);
    const std::string epoch = std::to_string(run.snapshot.epoch);
    if (run.snapshot.ended && *run.snapshot.ended != StopReason::LastEpoch && *run.snapshot.ended != StopReason::AllDiverged)
        text += say({ACTISCOPE_TR("core", "ended at epoch %1: %2"), {epoch, stopText(*run.snapshot.ended, run.snapshot.experiment.stop)}}) + "\n";
    return text
           + say({ACTISCOPE_TR("core", "%1 epochs on %2 in %3 s (set-up %4 s)"),
                  {epoch, run.snapshot.device, fixedText(run.seconds.training, 3), fixedText(run.seconds.setup, 3)}})
           + "\n";
}

} // namespace actiscope
