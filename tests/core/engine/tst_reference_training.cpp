// The Eigen reference: gradients against finite differences, curves against PyTorch's, repeatability, divergence.
#include "core/activations/builtin_activations.h"
#include "core/base/errors.h"
#include "core/data/data_source.h"
#include "core/engine/eigen_backend.h"
#include "core/engine/initialization.h"
#include "core/engine/reference_model.h"
#include "core/training/experiment.h"
#include "tests/support/answers.h"
#include "tests/support/patience.h"
#include "tests/support/pytorch_curves.h"
#include "tests/support/small_experiment.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** Every parameter of a model in one fixed order. */
std::vector<double *> addresses(ModelParameters &parameters, bool withActivation)
{
    std::vector<double *> all;
    for (LinearParameters &layer : parameters.layers) {
        for (double &weight : layer.weight)
            all.push_back(&weight);
        for (double &bias : layer.bias)
            all.push_back(&bias);
    }
    for (std::vector<double> &values : parameters.activation) {
        if (withActivation)
            all.push_back(values.data());
    }
    return all;
}

} // namespace

class TestReferenceTraining : public QObject {
    Q_OBJECT

private slots:
    void gradientsAreFiniteDifferences_data();
    void gradientsAreFiniteDifferences();
    void gradientsOfEveryLossAndDepth_data();
    void gradientsOfEveryLossAndDepth();
    void curveIsPyTorchs_data();
    void curveIsPyTorchs();
    void sameSeedSameBits();
    void advancingInPartsIsAdvancingAtOnce();
    void drawnSlopesAreRepeatable();
    void evaluationIsTheNextRow();
    void onlyTheDivergedModelStops();
    void largeTargetsAreNoDivergence();
    void predictionIsAProbability();

private:
    void verifyGradients(ModelSetup setup, const Dataset &data, Loss loss, int outputs, bool learns);
};

/** Compares the gradients of a training step with central differences of its loss. */
void TestReferenceTraining::verifyGradients(ModelSetup setup, const Dataset &data, Loss loss, int outputs, bool learns)
{
    const Batch<double> batch(data.train, loss, outputs);
    ReferenceModel<double> model(setup, loss);
    model.forward(batch, 0);
    model.backward(batch);
    ModelParameters gradients = model.gradients();
    const auto analytic = addresses(gradients, learns);
    const auto parameters = addresses(setup.initial, learns);
    QCOMPARE(analytic.size(), parameters.size());
    constexpr double step = 1e-6;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const double kept = *parameters[i];
        const auto lossAt = [&](double value) {
            *parameters[i] = value;
            return ReferenceModel<double>(setup, loss).forward(batch, 0).loss;
        };
        const double slope = (lossAt(kept + step) - lossAt(kept - step)) / (2 * step);
        *parameters[i] = kept;
        QVERIFY2(std::abs(slope - *analytic[i]) < tolerance::gradient,
                 qPrintable(QStringLiteral("parameter %1: %2 instead of %3").arg(i).arg(*analytic[i]).arg(slope)));
    }
}

void TestReferenceTraining::gradientsAreFiniteDifferences_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < activations().size(); ++i)
        QTest::newRow(activations()[i].id.c_str()) << static_cast<int>(i);
}

void TestReferenceTraining::gradientsAreFiniteDifferences()
{
    QFETCH(int, index);
    const Activation &activation = activations()[static_cast<std::size_t>(index)];
    ModelSetup setup;
    setup.activations = {defaultSpec(activation)};
    setup.initial = initialParameters({2, {5, 4}, 2}, 3, activation.defaultParameters());
    verifyGradients(setup, *makeDataset(GeneratedData{.samples = 24}, {.testFraction = 0.25}), Loss::CrossEntropy, 2,
                    activation.isLearnable());
}

void TestReferenceTraining::gradientsOfEveryLossAndDepth_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<int>("classes");
    QTest::addColumn<bool>("squared");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<int>("depth");
    for (const int depth : {0, 1, 4}) {
        QTest::addRow("cross-entropy, %d deep", depth) << "moons" << 2 << false << 2 << depth;
        QTest::addRow("five classes, %d deep", depth) << "blobs" << 5 << false << 5 << depth;
        QTest::addRow("one logit, %d deep", depth) << "moons" << 2 << false << 1 << depth;
        QTest::addRow("one-hot, %d deep", depth) << "blobs" << 3 << true << 3 << depth;
        QTest::addRow("one output, %d deep", depth) << "moons" << 2 << true << 1 << depth;
        QTest::addRow("real values, %d deep", depth) << "bumps" << 2 << true << 1 << depth;
    }
}

void TestReferenceTraining::gradientsOfEveryLossAndDepth()
{
    QFETCH(QString, data);
    QFETCH(int, classes);
    QFETCH(bool, squared);
    QFETCH(int, outputs);
    QFETCH(int, depth);
    // Smooth ones, another one in each layer.
    const char *const ids[] = {"tanh", "gelu", "softplus", "sigmoid"};
    ModelSetup setup;
    std::vector<std::vector<double>> parameters;
    for (int l = 0; l < depth; ++l) {
        setup.activations.push_back(parseActivationSpec(ids[l]));
        parameters.push_back(setup.activations.back().parameters);
    }
    if (depth == 0)
        setup.activations.push_back(parseActivationSpec("relu"));
    setup.initial = initialParameters({2, std::vector<int>(static_cast<std::size_t>(depth), 3), outputs}, 3, parameters);
    GeneratedData configuration;
    configuration.kind = data.toStdString();
    configuration.samples = 24;
    configuration.classes = classes;
    const auto points = makeDataset(configuration);
    verifyGradients(setup, *points, squared ? Loss::MeanSquaredError : Loss::CrossEntropy, outputs, false);
}

void TestReferenceTraining::curveIsPyTorchs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("single");
    for (const char *name : {"relu", "leaky_relu", "prelu"}) {
        QTest::addRow("%s in double", name) << name << false;
        if (!test::isSanitized)
            QTest::addRow("%s in float", name) << name << true;
    }
}

void TestReferenceTraining::curveIsPyTorchs()
{
    QFETCH(QString, name);
    QFETCH(bool, single);
    const Cohort cohort = reference::cohortOfCurve(name);
    const reference::Curve expected = reference::pyTorchsCurve(name);
    const auto backend = makeEigenBackend(single ? Precision::Float : Precision::Double);
    const reference::Curve curve = reference::curveOf(*backend, cohort, expected);
    const QString difference = reference::apart(curve, expected, *cohort.data);
    QVERIFY2(difference.isEmpty() || (single && reference::roundingLeadsTo(curve, cohort)), qPrintable(difference));
}

namespace {

Experiment smallExperiment(std::initializer_list<const char *> ids)
{
    Experiment experiment;
    for (const char *id : ids)
        experiment.models.push_back({.activations = {parseActivationSpec(id)}});
    generated(experiment.data).samples = 60;
    experiment.hidden = {9, 7};
    return experiment;
}

std::vector<ModelReport> trained(const Experiment &experiment, int epochs)
{
    const auto backend = makeEigenBackend();
    backend->load(makeCohort(experiment));
    return backend->advance(epochs);
}

} // namespace

void TestReferenceTraining::sameSeedSameBits()
{
    const Experiment experiment = smallExperiment({"relu", "rrelu", "prelu"});
    const auto once = trained(experiment, 20);
    const auto again = trained(experiment, 20);
    for (std::size_t i = 0; i < once.size(); ++i)
        QVERIFY(once[i].rows == again[i].rows);
}

void TestReferenceTraining::advancingInPartsIsAdvancingAtOnce()
{
    const Experiment experiment = smallExperiment({"rrelu"});
    const auto backend = makeEigenBackend();
    backend->load(makeCohort(experiment));
    auto rows = backend->advance(3).front().rows;
    for (int i = 0; i < 4; ++i)
        rows.push_back(backend->advance(1).front().rows.front());
    QVERIFY(rows == trained(experiment, 7).front().rows);
}

void TestReferenceTraining::drawnSlopesAreRepeatable()
{
    Experiment experiment = smallExperiment({"rrelu"});
    const auto drawn = trained(experiment, 5);
    setActivations(experiment, std::vector{parseActivationSpec("leaky_relu:alpha=0.2291666666666666")});
    const auto mean = trained(experiment, 5);
    QVERIFY(drawn.front().rows[0].trainLoss != mean.front().rows[0].trainLoss);                // drawn per element while training
    QVERIFY(std::abs(drawn.front().rows[0].testLoss - mean.front().rows[0].testLoss) < 1e-12); // the mean when evaluated
}

void TestReferenceTraining::evaluationIsTheNextRow()
{
    const auto backend = makeEigenBackend();
    backend->load(makeCohort(smallExperiment({"tanh", "rrelu"})));
    backend->advance(4);
    const auto figures = backend->evaluate();
    const auto next = backend->advance(1);
    QVERIFY(figures[0] == next[0].rows[0]);
    QVERIFY(figures[1] == next[1].rows[0]);
}

void TestReferenceTraining::largeTargetsAreNoDivergence()
{
    const auto backend = makeEigenBackend();
    Cohort cohort = cohortOfLargeTargets();
    cohort.models[1].optimizer.learningRate = 1e12;
    backend->load(cohort);
    const auto reports = backend->advance(30);
    QVERIFY(!reports[0].divergedAt);
    QCOMPARE(reports[0].rows.size(), std::size_t{30});
    QVERIFY(reports[0].rows.front().trainLoss > divergedLoss);
    QVERIFY(reports[0].rows.back().trainLoss < reports[0].rows.front().trainLoss);
    QVERIFY(reports[1].divergedAt);
}

void TestReferenceTraining::onlyTheDivergedModelStops()
{
    Experiment experiment = smallExperiment({"relu", "tanh"});
    for (ModelConfiguration &model : experiment.models)
        model.optimizer.learningRate = 1e6;
    const auto reports = trained(experiment, 30);
    QVERIFY(reports[0].divergedAt.has_value());
    QCOMPARE(reports[0].rows.size(), static_cast<std::size_t>(*reports[0].divergedAt) + 1);
    QVERIFY(hasDiverged(reports[0].rows.back().trainLoss, divergedLoss));
    QVERIFY(!reports[1].divergedAt.has_value());
    QCOMPARE(reports[1].rows.size(), std::size_t{30});
}

void TestReferenceTraining::predictionIsAProbability()
{
    const auto backend = makeEigenBackend();
    const Cohort cohort = makeCohort(smallExperiment({"gelu"}));
    backend->load(cohort);
    backend->advance(50);
    std::vector<float> points(2 * 1500);
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = static_cast<float>(std::sin(static_cast<double>(i)) * 100);
    const auto probability = answersAt(*backend, cohort, 0, points);
    QCOMPARE(probability.size(), std::size_t{2 * 1500});
    for (std::size_t i = 0; i < 1500; ++i)
        QVERIFY(std::abs(probability[i] + probability[1500 + i] - 1) < 1e-6f);
    for (const float p : probability)
        QVERIFY(p >= 0 && p <= 1);
}

QTEST_GUILESS_MAIN(TestReferenceTraining)
#include "tst_reference_training.moc"
