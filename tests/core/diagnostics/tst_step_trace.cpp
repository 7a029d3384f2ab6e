// The next step in numbers: what PyTorch computes, and what the trainer then does.
#include "core/base/errors.h"
#include "core/diagnostics/step_trace.h"
#include "core/engine/eigen_backend.h"
#include "core/training/experiment.h"
#include "tests/support/reference_data.h"
#include "tests/support/small_experiment.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

namespace {

std::vector<double> numbersOf(const QJsonValue &list)
{
    std::vector<double> numbers;
    for (const QJsonValue number : list.toArray())
        numbers.push_back(number.toDouble());
    return numbers;
}

/** Weights and biases, layer after layer, as PyTorch lists them. */
ModelParameters unfolded(const std::vector<double> &flat, const NetworkShape &shape)
{
    ModelParameters parameters;
    auto next = flat.begin();
    for (std::size_t layer = 0; layer < shape.layerCount(); ++layer) {
        LinearParameters linear{shape.layerInputs(layer), shape.layerOutputs(layer), {}, {}};
        linear.weight.assign(next, next + linear.inputs * linear.outputs);
        next += linear.inputs * linear.outputs;
        linear.bias.assign(next, next + linear.outputs);
        next += linear.outputs;
        parameters.layers.push_back(linear);
    }
    return parameters;
}

OptimizerSettings optimizerOf(const QJsonObject &reference, double learningRate)
{
    OptimizerSettings optimizer = optimizerChoice(reference["optimizer"].toString().toStdString()).settings;
    optimizer.learningRate = learningRate;
    optimizer.l2 = reference["l2"].toDouble(0);
    optimizer.clipNorm = reference["clip"].toDouble(0);
    return optimizer;
}

Cohort cohortOf(const QJsonObject &reference, double learningRate)
{
    Cohort cohort;
    LabelledPoints points;
    points.coordinates = numbersOf(reference["points"]);
    for (const QJsonValue label : reference["labels"].toArray())
        points.labels.push_back(label.toInt());
    Dataset data;
    data.all = data.train = data.test = points;
    cohort.data = std::make_shared<const Dataset>(data);
    cohort.shape = {2, {4, 3}, 2};
    cohort.loss = reference["loss"].isString() && reference["loss"].toString() == "mse" ? Loss::MeanSquaredError : Loss::CrossEntropy;
    ModelSetup model;
    model.activations = {parseActivationSpec(reference["activation"].toString().toStdString())};
    model.initial = unfolded(numbersOf(reference["initial"]), cohort.shape);
    model.initial.activation.assign(2, model.activations.front().parameters);
    model.optimizer = optimizerOf(reference, learningRate);
    cohort.models = {model};
    return cohort;
}

std::vector<double> unitOf(const ModelParameters &parameters, const StepPlace &place)
{
    const LinearParameters &layer = parameters.layers[place.layer];
    const auto begin = layer.weight.begin() + static_cast<std::ptrdiff_t>(place.unit) * layer.inputs;
    std::vector<double> values(begin, begin + layer.inputs);
    values.push_back(layer.bias[place.unit]);
    return values;
}

bool isClose(double computed, double reference)
{
    return std::abs(computed - reference) <= tolerance::stepRelative * (1e-3 + std::abs(reference));
}

} // namespace

class TestStepTrace : public QObject {
    Q_OBJECT

private slots:
    void gradientsAndUpdatesArePyTorchs_data();
    void gradientsAndUpdatesArePyTorchs();
    void itIsTheStepThatTheTrainerTakes_data();
    void itIsTheStepThatTheTrainerTakes();
    void sumsAreOfTheirTerms();
    void batchesAreThoseOfTheEpoch();
    void theStepsOfAnEpochAreTheTrainers_data();
    void theStepsOfAnEpochAreTheTrainers();
    void placesThatAreNotThereAreRefused();
};

void TestStepTrace::gradientsAndUpdatesArePyTorchs_data()
{
    QTest::addColumn<QJsonObject>("reference");
    const QJsonObject file = QJsonDocument::fromJson(reference::readFile("step_trace.json")).object();
    for (const QJsonValue value : file["cases"].toArray())
        QTest::newRow(value["name"].toString().toUtf8().constData()) << value.toObject();
}

void TestStepTrace::gradientsAndUpdatesArePyTorchs()
{
    QFETCH(QJsonObject, reference);
    const QJsonObject file = QJsonDocument::fromJson(reference::readFile("step_trace.json")).object();
    const Cohort cohort = cohortOf(reference, file["learning_rate"].toDouble());
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    if (const int before = reference["before"].toInt(); before > 0)
        backend->advance(before);
    const TrainingState moment = backend->state();
    const auto list = [&](const char *name) { return unfolded(numbersOf(reference[QLatin1String(name)]), cohort.shape); };
    const std::pair<const char *, double StepWeight::*> parts[] = {{"sample_gradient", &StepWeight::sampleGradient},
                                                                   {"batch_gradient", &StepWeight::batchGradient},
                                                                   {"first", &StepWeight::first},
                                                                   {"second", &StepWeight::second},
                                                                   {"after", &StepWeight::after}};
    for (std::size_t layer = 0; layer < 3; ++layer) {
        for (std::size_t unit = 0; unit < static_cast<std::size_t>(cohort.shape.layerOutputs(layer)); ++unit) {
            const StepPlace place{static_cast<std::size_t>(reference["sample"].toInt()), layer, unit};
            const StepTrace trace = traceStep(cohort, moment, 0, cohort.models[0].optimizer, place);
            QVERIFY(isClose(trace.loss, numbersOf(QJsonArray{reference["sample_loss"]}).front()));
            QCOMPARE(trace.step, std::int64_t{reference["before"].toInt()} + 1);
            for (const auto &[name, part] : parts) {
                const std::vector<double> wanted = unitOf(list(name), place);
                QCOMPARE(trace.weights.size(), wanted.size());
                for (std::size_t i = 0; i < wanted.size(); ++i)
                    QVERIFY2(isClose(trace.weights[i].*part, wanted[i]), qPrintable(QStringLiteral("%1: %2, PyTorch %3")
                                                                                        .arg(name)
                                                                                        .arg(trace.weights[i].*part, 0, 'g', 17)
                                                                                        .arg(wanted[i], 0, 'g', 17)));
            }
        }
    }
}

void TestStepTrace::itIsTheStepThatTheTrainerTakes_data()
{
    QTest::addColumn<QString>("optimizer");
    QTest::addColumn<QString>("activation");
    for (const OptimizerChoice &choice : optimizerChoices())
        QTest::addRow("%s", std::string(choice.name).c_str())
            << QString::fromUtf8(choice.name.data(), qsizetype(choice.name.size())) << "leaky_relu:alpha=0.2";
    QTest::newRow("draws") << "adam"
                           << "rrelu:lower=0.1,upper=0.4";
    QTest::newRow("learns its parameter") << "adam"
                                          << "prelu:alpha=0.25";
}

void TestStepTrace::itIsTheStepThatTheTrainerTakes()
{
    QFETCH(QString, optimizer);
    QFETCH(QString, activation);
    Experiment experiment = smallExperiment();
    experiment.hidden = {5, 4};
    experiment.models.resize(1);
    experiment.models[0].activations = {parseActivationSpec(activation.toStdString())};
    OptimizerSettings &settings = experiment.models[0].optimizer;
    settings = optimizerChoice(optimizer.toStdString()).settings;
    settings.l1 = 1e-3;
    settings.l2 = 1e-2;
    settings.clipNorm = 0.5;
    const Cohort cohort = makeCohort(experiment);
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    backend->advance(6);
    const TrainingState moment = backend->state();
    const ModelParameters before = backend->parameters(0);
    backend->advance(1);
    const ModelParameters after = backend->parameters(0);
    for (const StepPlace place : {StepPlace{0, 0, 0}, StepPlace{7, 0, 4}, StepPlace{47, 1, 2}, StepPlace{3, 2, 1}}) {
        const StepTrace trace = traceStep(cohort, moment, 0, settings, place);
        QVERIFY(trace.isInBatch && trace.batch == 48);
        const std::vector<double> old = unitOf(before, place);
        const std::vector<double> next = unitOf(after, place);
        for (std::size_t i = 0; i < next.size(); ++i) {
            QCOMPARE(trace.weights[i].value, old[i]);
            QVERIFY(trace.weights[i].after == next[i]); // to the bit
        }
    }
}

void TestStepTrace::sumsAreOfTheirTerms()
{
    const Cohort cohort = makeCohort(smallExperiment());
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    backend->advance(3);
    const TrainingState moment = backend->state();
    for (std::size_t unit = 0; unit < 8; ++unit) {
        const StepTrace trace = traceStep(cohort, moment, 1, cohort.models[1].optimizer, {5, 0, unit});
        double sum = 0;
        for (const StepWeight &weight : trace.weights)
            sum += weight.product;
        QVERIFY(isClose(trace.sum, sum));
        const ActivationSpec &spec = cohort.models[1].activations.front();
        QVERIFY(isClose(trace.value, spec.value(trace.sum)) && isClose(trace.slope, spec.derivative(trace.sum)));
        double passed = 0;
        for (const StepAbove &above : trace.above)
            passed += above.weight * above.delta;
        QCOMPARE(trace.above.size(), std::size_t{2});
        QVERIFY(isClose(trace.valueGradient, passed) && isClose(trace.delta, passed * trace.slope));
        for (const StepWeight &weight : trace.weights)
            QVERIFY(isClose(weight.sampleGradient, trace.delta * weight.input));
        QVERIFY(isClose(trace.answer[0] + trace.answer[1], 1));
        QVERIFY(isClose(trace.loss, -std::log(trace.wanted[0] * trace.answer[0] + trace.wanted[1] * trace.answer[1])));
    }
}

void TestStepTrace::batchesAreThoseOfTheEpoch()
{
    Experiment experiment = smallExperiment();
    experiment.batchSize = 10;
    const Cohort cohort = makeCohort(experiment);
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    backend->advance(2);
    const TrainingState moment = backend->state();
    std::size_t inBatch = 0;
    std::vector<double> sum(3, 0.0);
    for (std::size_t sample = 0; sample < 48; ++sample) {
        const StepTrace trace = traceStep(cohort, moment, 0, cohort.models[0].optimizer, {sample, 0, 1});
        QCOMPARE(trace.batch, std::size_t{10});
        QCOMPARE(trace.step, std::int64_t{11});
        inBatch += trace.isInBatch ? 1 : 0;
        for (std::size_t i = 0; i < 3 && trace.isInBatch; ++i)
            sum[i] += trace.weights[i].sampleGradient / 10;
    }
    QCOMPARE(inBatch, std::size_t{10});
    const StepTrace trace = traceStep(cohort, moment, 0, cohort.models[0].optimizer, {0, 0, 1});
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(isClose(trace.weights[i].batchGradient, sum[i]));
}

void TestStepTrace::theStepsOfAnEpochAreTheTrainers_data()
{
    itIsTheStepThatTheTrainerTakes_data();
}

/** Each begins where the one before ended, together they have every sample once, and after the last one the weights are those of the trained epoch. */
void TestStepTrace::theStepsOfAnEpochAreTheTrainers()
{
    QFETCH(QString, optimizer);
    QFETCH(QString, activation);
    Experiment experiment = smallExperiment();
    experiment.batchSize = 10;
    experiment.models.resize(1);
    experiment.models[0].activations = {parseActivationSpec(activation.toStdString())};
    experiment.models[0].optimizer = optimizerChoice(optimizer.toStdString()).settings;
    const Cohort cohort = makeCohort(experiment);
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    backend->advance(2);
    const TrainingState moment = backend->state();
    std::vector<double> weights = unitOf(backend->parameters(0), {0, 0, 3});
    std::size_t samples = 0;
    for (std::size_t batch = 0; batch < 5; ++batch) {
        const StepTrace trace = traceStep(cohort, moment, 0, experiment.models[0].optimizer, {0, 0, 3, batch});
        QCOMPARE(trace.batches, std::size_t{5});
        QCOMPARE(trace.step, std::int64_t(11 + batch));
        samples += trace.batch;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            QVERIFY(trace.weights[i].value == weights[i]);
            weights[i] = trace.weights[i].after;
        }
    }
    QCOMPARE(samples, std::size_t{48});
    backend->advance(1);
    QCOMPARE(weights, unitOf(backend->parameters(0), {0, 0, 3})); // to the bit
}

void TestStepTrace::placesThatAreNotThereAreRefused()
{
    const Cohort cohort = makeCohort(smallExperiment());
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    const TrainingState moment = backend->state();
    const OptimizerSettings &optimizer = cohort.models[0].optimizer;
    for (const StepPlace place : {StepPlace{48, 0, 0}, StepPlace{0, 2, 0}, StepPlace{0, 0, 8}, StepPlace{0, 1, 2}, StepPlace{0, 0, 0, 1}})
        QVERIFY_THROWS_EXCEPTION(actiscope::ConfigurationError, traceStep(cohort, moment, 0, optimizer, place));
    QVERIFY_THROWS_EXCEPTION(actiscope::ConfigurationError, traceStep(cohort, moment, 2, optimizer, {}));
}

QTEST_GUILESS_MAIN(TestStepTrace)
#include "tst_step_trace.moc"
