#include "core/io/run_report.h"

#include "core/base/csv.h"
#include "core/base/number_text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdio>

namespace actiscope {
namespace {

using Json = nlohmann::ordered_json;

/** As many numbers as --class-sizes gave, or null. */
Json classSizes(const GeneratedData &data)
{
    return data.classSizes.empty() ? Json() : Json(data.classSizes);
}

Json configurationJson(const Experiment &experiment)
{
    Json activations = Json::array();
    for (const ModelConfiguration &model : experiment.models)
        activations.push_back(activationText(model));
    const GeneratedData &data = generated(experiment.data);
    const ModelConfiguration &model = experiment.models.front();
    return {{"activations", activations},
            {"data", data.kind},
            {"samples", data.samples},
            {"noise", data.noise},
            {"classes", data.classes},
            {"factor", data.factor},
            {"center_box", {data.centersLow, data.centersHigh}},
            {"class_sizes", classSizes(data)},
            {"data_seed", data.seed},
            {"split_seed", experiment.split.seed},
            {"test_fraction", experiment.split.testFraction},
            {"stratify", experiment.split.stratify},
            {"hidden", experiment.hidden},
            {"init", initializationName(model.initialization.kind)},
            {"init_range", model.initialization.range},
            {"init_bias", model.initialization.biasConstant},
            {"init_seed", model.seeds.weights},
            {"loss", lossName(experiment.loss)},
            {"batch_size", experiment.batchSize},
            {"optimizer", optimizerName(model.optimizer)},
            {"learning_rate", model.optimizer.learningRate},
            {"momentum", model.optimizer.momentum},
            {"smoothing", model.optimizer.smoothing},
            {"beta1", model.optimizer.beta1},
            {"beta2", model.optimizer.beta2},
            {"epsilon", model.optimizer.epsilon},
            {"l1", model.optimizer.l1},
            {"l2", model.optimizer.l2},
            {"clip_norm", model.optimizer.clipNorm},
            {"epochs", experiment.stop.epochs}};
}

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
            {"vector_width", arithmetic.vectorWidth > 0 ? Json(arithmetic.vectorWidth) : Json()}};
}

std::string modelSummary(const ModelSnapshot &model)
{
    if (model.divergedAt)
        return activationText(model.configuration) + " diverged at epoch " + std::to_string(*model.divergedAt) + "\n";
    const EpochFigures &row = model.current;
    std::string figures = "  train loss " + fixedText(row.trainLoss, 4) + "  test loss " + fixedText(row.testLoss, 4);
    if (!std::isnan(row.testAccuracy)) // no regression
        figures += "  train accuracy " + fixedText(100 * row.trainAccuracy, 2) + " %  test accuracy " + fixedText(100 * row.testAccuracy, 2)
                   + " %";
    const std::string name = activationText(model.configuration);
    return name + std::string(name.size() < 24 ? 24 - name.size() : 0, ' ') + figures + "\n";
}

} // namespace

std::string runCsv(const FinishedRun &run)
{
    std::string csv = "activation,epoch,train_loss,test_loss,train_accuracy,test_accuracy\n";
    for (const ModelSnapshot &model : run.snapshot.models) {
        const std::string name = csvField(activationText(model.configuration));
        for (std::size_t epoch = 0; epoch < model.history.size(); ++epoch) {
            const EpochFigures &row = model.history[epoch];
            csv += name + ',' + std::to_string(epoch);
            for (const double figure : {row.trainLoss, row.testLoss, row.trainAccuracy, row.testAccuracy})
                csv += ',' + numberText(figure);
            csv += '\n';
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
    const Json report = {{"configuration", configurationJson(run.snapshot.experiment)},
                         {"device", run.snapshot.device},
                         {"arithmetic", arithmeticJson(run.snapshot.arithmetic)},
                         {"training_figures", run.snapshot.measuresByBatch ? "mean over the batches of the epoch that ended"
                                                                           : "whole training set before the update"},
                         {"seconds", seconds},
                         {"models", models}};
    return report.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string runSummary(const FinishedRun &run)
{
    std::string text;
    for (const ModelSnapshot &model : run.snapshot.models)
        text += modelSummary(model);
    std::array<char, 64> seconds{};
    std::snprintf(seconds.data(), seconds.size(), " in %.3f s (set-up %.3f s)\n", run.seconds.training, run.seconds.setup);
    return text + std::to_string(run.snapshot.epoch) + " epochs on " + run.snapshot.device + seconds.data();
}

} // namespace actiscope
