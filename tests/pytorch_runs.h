// The runs under tests/data/pytorch (see make_pytorch_figures.py there), and how a backend's run is compared with one.
#pragma once

#include "core/experiment.h"
#include "tests/compare_figures.h"
#include "tests/reference_data.h"
#include "tests/tolerances.h"

#include <QDir>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace actiscope::reference {

struct PyTorchRun {
    Experiment experiment;
    std::vector<EpochFigures> rows;   ///< 0 … epochs, in double
    std::vector<double> learnedAlpha; ///< one a hidden layer, or none
    /** How far PyTorch's own float run is from its double run: the most that float can be held to. */
    double floatLossDifference = 0;
    double floatSampleDifference = 0;
};

inline QStringList pyTorchRunNames()
{
    return QDir(QStringLiteral(ACTISCOPE_TEST_DATA "/pytorch")).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
}

inline Experiment experimentOf(const QJsonObject &configuration)
{
    const auto seed = [&](const char *name) { return static_cast<std::uint32_t>(configuration.value(QLatin1String(name)).toDouble()); };
    Experiment experiment;
    experiment.activations = {parseActivationSpec(configuration.value("activation").toString().toStdString())};
    experiment.data.samples = configuration.value("samples").toInt();
    experiment.data.noise = configuration.value("noise").toDouble();
    experiment.data.seed = seed("data_seed");
    experiment.data.testFraction = configuration.value("test_fraction").toDouble();
    experiment.data.splitSeed = seed("split_seed");
    experiment.hidden.clear();
    for (const auto &width : configuration.value("hidden").toArray())
        experiment.hidden.push_back(width.toInt());
    experiment.initSeed = seed("init_seed");
    experiment.optimizer.learningRate = configuration.value("learning_rate").toDouble();
    experiment.epochs = configuration.value("epochs").toInt();
    return experiment;
}

inline PyTorchRun readPyTorchRun(const QString &name)
{
    const QJsonObject json = readJson("pytorch/" + name);
    PyTorchRun run;
    run.experiment = experimentOf(json.value("configuration").toObject());
    const auto column = [&](const char *figure) { return json.value(QLatin1String(figure)).toArray(); };
    const QJsonArray trainLoss = column("train_loss"), testLoss = column("test_loss");
    const QJsonArray trainAccuracy = column("train_accuracy"), testAccuracy = column("test_accuracy");
    for (qsizetype e = 0; e < trainLoss.size(); ++e)
        run.rows.push_back({trainLoss[e].toDouble(), testLoss[e].toDouble(), trainAccuracy[e].toDouble(), testAccuracy[e].toDouble()});
    for (const auto &alpha : column("learned_alpha"))
        run.learnedAlpha.push_back(alpha.toDouble());
    const QJsonObject difference = json.value("float32_difference").toObject();
    run.floatLossDifference = std::max(difference.value("train_loss").toDouble(), difference.value("test_loss").toDouble());
    run.floatSampleDifference = std::max(difference.value("train_samples").toDouble(), difference.value("test_samples").toDouble());
    return run;
}

/** How close a run has to come. */
struct RunTolerance {
    double loss = tolerance::loss;
    double samples = 1; ///< for accuracies
};

/** What is different at the first row that is too far away, or an empty text. */
inline QString compareRows(const std::vector<EpochFigures> &computed, const PyTorchRun &run, const Dataset &data, RunTolerance allowed)
{
    if (computed.size() != run.rows.size())
        return QStringLiteral("%1 rows instead of %2").arg(computed.size()).arg(run.rows.size());
    for (std::size_t e = 0; e < computed.size(); ++e) {
        const test::Difference here = test::difference(computed[e], run.rows[e], data);
        if (!here.isWithin(allowed.loss, allowed.samples))
            return QStringLiteral("epoch %1: %2").arg(e).arg(here.text());
    }
    return {};
}

/** Trains on `backend` as the run was trained and compares everything. Empty when it agrees. */
inline QString compareWithPyTorch(Backend &backend, const PyTorchRun &run, RunTolerance allowed)
{
    const Cohort cohort = makeCohort(run.experiment);
    backend.load(cohort);
    std::vector<EpochFigures> rows = backend.advance(run.experiment.epochs).front().rows;
    rows.push_back(backend.evaluate().front());
    const ModelParameters parameters = backend.parameters(0);
    for (std::size_t layer = 0; layer < run.learnedAlpha.size(); ++layer) {
        const double difference = std::abs(parameters.activation[layer].front() - run.learnedAlpha[layer]);
        if (!(difference <= tolerance::learnedAlpha))
            return QStringLiteral("the learned parameter of layer %1 differs by %2").arg(layer).arg(difference);
    }
    return compareRows(rows, run, *cohort.data, allowed);
}

} // namespace actiscope::reference
