// The runs under tests/data/pytorch (see make_pytorch_figures.py there), and how a backend's run is compared with one.
#pragma once

#include "core/data/data_source.h"
#include "core/training/setting.h"
#include "tests/support/compare_figures.h"
#include "tests/support/reference_data.h"
#include "tests/support/tolerances.h"

#include <QDir>
#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

namespace actiscope::reference {

/** Settings that hold from the start of an epoch on. */
struct PyTorchChange {
    int epoch = 0;
    OptimizerSettings optimizer;
    std::vector<std::vector<double>> activationParameters; ///< one a hidden layer, or none where they stay
};

struct PyTorchRun {
    Experiment experiment;                   ///< with the activation of the first hidden layer
    std::vector<ActivationSpec> activations; ///< of each hidden layer, or one for all of them
    int outputs = 0;                         ///< 0: what the data set asks for
    int inputs = 0;                          ///< 0: points of the plane as they are
    int targets = 0;                         ///< of regression; 0: the one there is
    std::uint32_t batchSeed = 0;
    std::vector<PyTorchChange> changes;

    std::vector<EpochFigures> rows;   ///< 0 … epochs, in double
    std::vector<double> learnedAlpha; ///< of each layer that learns one
    /** How far PyTorch's own float run is from its double run: the most that float can be held to. */
    double floatLossDifference = 0;
    double floatSampleDifference = 0;
};

/** All of them but those of images that are not on this machine. */
inline QStringList pyTorchRunNames()
{
    QStringList names = QDir(test::dataFolder() + QStringLiteral("/pytorch")).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    if (!QDir(QStringLiteral("/usr/share/datasets/fashion-mnist")).exists())
        names.removeIf([](const QString &name) { return name.startsWith(QLatin1String("image_fashion")); });
    return names;
}

inline std::uint32_t seedOf(const QJsonValue &value)
{
    return static_cast<std::uint32_t>(value.toDouble());
}

using SettingReader = void (*)(PyTorchRun &, const QJsonValue &);

/** What PyTorch says otherwise than the table of settings, or the table does not know. */
inline const QMap<QString, SettingReader> &settingReaders()
{
    static const QMap<QString, SettingReader> readers = {
        {"activation",
         [](PyTorchRun &run, const QJsonValue &v) {
             for (const auto &spec : v.isArray() ? v.toArray() : QJsonArray{v})
                 run.activations.push_back(parseActivationSpec(spec.toString().toStdString()));
             run.experiment.models.front().activations = {run.activations.front()};
         }},
        {"outputs", [](PyTorchRun &run, const QJsonValue &v) { run.outputs = v.toInt(); }},
        {"inputs", [](PyTorchRun &run, const QJsonValue &v) { run.inputs = v.toInt(); }},
        {"targets", [](PyTorchRun &run, const QJsonValue &v) { run.targets = v.toInt(); }},
        {"batch_seed", [](PyTorchRun &run, const QJsonValue &v) { run.batchSeed = seedOf(v); }},
        {"optimizer", // the class alone: its arguments are said one by one
         [](PyTorchRun &run, const QJsonValue &v) {
             run.experiment.models.front().optimizer.method = optimizerChoice(v.toString().toStdString()).settings.method;
         }},
        {"nesterov", [](PyTorchRun &run, const QJsonValue &v) { run.experiment.models.front().optimizer.nesterov = v.toBool(); }},
        {"betas",
         [](PyTorchRun &run, const QJsonValue &v) {
             run.experiment.models.front().optimizer.beta1 = v.toArray().at(0).toDouble();
             run.experiment.models.front().optimizer.beta2 = v.toArray().at(1).toDouble();
         }},
    };
    return readers;
}

inline SettingValue settingValueOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    if (!value.isArray())
        return value.toDouble();
    if (value.toArray().first().isString()) {
        std::vector<std::string> names;
        for (const auto &name : value.toArray())
            names.push_back(name.toString().toStdString());
        return names;
    }
    std::vector<double> numbers;
    for (const auto &number : value.toArray())
        numbers.push_back(number.toDouble());
    return numbers;
}

/** Sets what `name` of a run's "configuration" says. Throws for a name that is not known, so that no setting is overlooked. */
inline void readSetting(PyTorchRun &run, const QString &name, const QJsonValue &value)
{
    const SettingReader reader = settingReaders().value(name);
    const Setting *setting = findSetting(QString(name).replace('_', '-').toStdString());
    if (reader)
        reader(run, value);
    else if (setting)
        setEverywhere(run.experiment, *setting, settingValueOf(value));
    else
        throw std::runtime_error("a PyTorch run has an unknown setting " + name.toStdString());
}

/** Each change on top of those before it, in the order of their epochs. */
inline void readChanges(PyTorchRun &run, const QJsonArray &changes)
{
    PyTorchRun current = run;
    for (const auto &entry : changes) {
        QJsonObject settings = entry.toObject();
        PyTorchChange change;
        change.epoch = settings.take("epoch").toInt();
        for (const auto &alpha : settings.take("alphas").toArray())
            change.activationParameters.push_back({alpha.toDouble()});
        for (auto setting = settings.begin(); setting != settings.end(); ++setting)
            readSetting(current, setting.key(), setting.value());
        change.optimizer = current.experiment.models.front().optimizer;
        run.changes.push_back(std::move(change));
    }
}

inline PyTorchRun readPyTorchRun(const QString &name)
{
    const QJsonObject json = readJson("pytorch/" + name);
    PyTorchRun run;
    run.experiment.models.resize(1);
    QJsonObject configuration = json.value("configuration").toObject();
    const QJsonArray changes = configuration.take("changes").toArray();
    for (auto setting = configuration.begin(); setting != configuration.end(); ++setting)
        readSetting(run, setting.key(), setting.value());
    readChanges(run, changes);
    const auto column = [&](const char *figure) { return json.value(QLatin1String(figure)).toArray(); };
    const QJsonArray trainLoss = column("train_loss"), testLoss = column("test_loss");
    const QJsonArray trainAccuracy = column("train_accuracy"), testAccuracy = column("test_accuracy");
    constexpr double none = std::numeric_limits<double>::quiet_NaN(); // null: accuracies of regression
    for (qsizetype e = 0; e < trainLoss.size(); ++e)
        run.rows.push_back(
            {trainLoss[e].toDouble(), testLoss[e].toDouble(), trainAccuracy[e].toDouble(none), testAccuracy[e].toDouble(none)});
    for (const auto &alpha : column("learned_alpha"))
        run.learnedAlpha.push_back(alpha.toDouble());
    const QJsonObject difference = json.value("float32_difference").toObject();
    run.floatLossDifference = std::max(difference.value("train_loss").toDouble(), difference.value("test_loss").toDouble());
    run.floatSampleDifference = std::max(difference.value("train_samples").toDouble(), difference.value("test_samples").toDouble());
    return run;
}

/** The run's points with more coordinates and targets, as make_pytorch_figures.py makes them. */
inline std::shared_ptr<const Dataset> withMore(const LabelledPoints &plane, const PyTorchRun &run)
{
    LabelledPoints points = plane;
    if (run.inputs > 0) {
        points.features = static_cast<std::size_t>(run.inputs);
        points.coordinates.clear();
        for (std::size_t i = 0; i < plane.count(); ++i) {
            for (int j = 0; j < run.inputs; ++j)
                points.coordinates.push_back(std::cos(0.37 * j + (1 + j % 5) * plane.point(i)[0] - (1 + j % 3) * plane.point(i)[1]));
        }
    }
    if (run.targets > 0) {
        points.targetCount = static_cast<std::size_t>(run.targets);
        points.targets.clear();
        for (const double target : plane.targets) {
            for (int k = 0; k < run.targets; ++k)
                points.targets.push_back(target * (1 - 0.5 * k) + 0.1 * k);
        }
    }
    return makeDataset(std::move(points), run.experiment.split);
}

/** The run's single model and its data. */
inline Cohort cohortOf(const PyTorchRun &run)
{
    Cohort cohort = makeCohort(run.experiment);
    if (run.inputs > 0 || run.targets > 0) {
        cohort.data = withMore(cohort.data->all, run);
        cohort.shape.inputs = static_cast<int>(cohort.data->all.features);
        if (run.targets > 0)
            cohort.shape.outputs = run.targets;
    }
    if (run.outputs > 0)
        cohort.shape.outputs = run.outputs;
    ModelSetup &model = cohort.models.front();
    model.activations = run.activations;
    model.batchSeed = run.batchSeed;
    std::vector<std::vector<double>> parameters;
    for (std::size_t layer = 0; layer < cohort.shape.hidden.size(); ++layer)
        parameters.push_back(model.activation(layer).parameters);
    model.initial = initialParameters(cohort.shape, run.experiment.models.front().seeds.weights, parameters,
                                      run.experiment.models.front().initialization);
    validate(cohort);
    return cohort;
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

/** Rows 0 … epochs of `backend`, trained as the run was; it has loaded the run's cohort. */
inline std::vector<EpochFigures> trainAsPyTorch(Backend &backend, const PyTorchRun &run)
{
    std::vector<EpochFigures> rows;
    int epoch = 0;
    OptimizerSettings optimizer = run.experiment.models.front().optimizer;
    const ScheduleSettings &schedule = run.experiment.models.front().schedule;
    const auto advanceTo = [&](int next) {
        while (epoch < next) {
            const auto end = static_cast<int>(std::min<std::int64_t>(next, nextRateChange(schedule, epoch)));
            if (schedule.kind != ScheduleKind::Constant) {
                OptimizerSettings scheduled = optimizer;
                scheduled.learningRate = scheduledRate(schedule, optimizer.learningRate, epoch);
                backend.setOptimizer(0, scheduled);
            }
            const std::vector<EpochFigures> added = backend.advance(end - epoch).front().rows;
            rows.insert(rows.end(), added.begin(), added.end());
            epoch = end;
        }
    };
    for (const PyTorchChange &change : run.changes) {
        advanceTo(change.epoch);
        optimizer = change.optimizer;
        backend.setOptimizer(0, optimizer);
        if (!change.activationParameters.empty())
            backend.setActivationParameters(0, change.activationParameters);
    }
    advanceTo(run.experiment.stop.epochs);
    rows.push_back(backend.evaluate().front());
    return rows;
}

/** What is different between the parameters that the layers have learned and PyTorch's, or an empty text. */
inline QString compareLearned(const ModelParameters &parameters, const ModelSetup &setup, const PyTorchRun &run)
{
    std::size_t learned = 0;
    for (std::size_t layer = 0; layer < parameters.activation.size(); ++layer) {
        if (!setup.activation(layer).activation->isLearnable())
            continue;
        if (learned >= run.learnedAlpha.size())
            return QStringLiteral("layer %1 learns, PyTorch's does not").arg(layer);
        const double difference = std::abs(parameters.activation[layer].front() - run.learnedAlpha[learned++]);
        if (!(difference <= tolerance::learnedAlpha))
            return QStringLiteral("the learned parameter of layer %1 differs by %2").arg(layer).arg(difference);
    }
    return learned == run.learnedAlpha.size() ? QString()
                                              : QStringLiteral("%1 layers learn instead of %2").arg(learned).arg(run.learnedAlpha.size());
}

/** Trains on `backend` as the run was trained and compares everything. Empty when it agrees. */
inline QString compareWithPyTorch(Backend &backend, const PyTorchRun &run, RunTolerance allowed)
{
    const Cohort cohort = cohortOf(run);
    backend.load(cohort);
    const std::vector<EpochFigures> rows = trainAsPyTorch(backend, run);
    const QString difference = compareLearned(backend.parameters(0), cohort.models.front(), run);
    return difference.isEmpty() ? compareRows(rows, run, *cohort.data, allowed) : difference;
}

} // namespace actiscope::reference
