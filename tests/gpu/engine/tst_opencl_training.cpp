// Training and prediction on OpenCL: against PyTorch's curves, against Eigen, and against itself.
#include "core/activations/builtin_activations.h"
#include "core/engine/eigen_backend.h"
#include "core/training/experiment.h"
#include "gpu/device/opencl_device.h"
#include "gpu/engine/opencl_backend.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/answers.h"
#include "tests/support/compare_figures.h"
#include "tests/support/pytorch_curves.h"
#include "tests/support/small_experiment.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr qsizetype activationsTogether = 5;

/** A small network of odd widths on an odd number of points, every model with its default parameters. */
Experiment oddExperiment(std::initializer_list<const char *> specs)
{
    Experiment experiment;
    for (const char *spec : specs)
        experiment.models.push_back({.activations = {parseActivationSpec(spec)}});
    generated(experiment.data).samples = 437;
    generated(experiment.data).noise = 0.1;
    experiment.split.testFraction = 0.3;
    experiment.hidden = {33, 17, 5};
    return experiment;
}

} // namespace

class TestOpenClTraining : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_backend = mappedBackend(); }
    void curveIsPyTorchs_data();
    void curveIsPyTorchs();
    void everyActivationTrainsAsOnEigen_data();
    void everyActivationTrainsAsOnEigen();
    void layersMayDifferInTheirActivation();
    void sameSeedSameBits();
    void advancingInPartsIsAdvancingAtOnce();
    void aMixedCohortIsItsModelsApart();
    void evaluationIsTheNextRow();
    void aLearningRateCountsFromTheNextStep();
    void onlyTheDivergedModelStops();
    void largeTargetsAreNoDivergence();
    void settingsTooSmallForFloatCount();
    void gradientsWhoseSquaresAreNoFloatsCount_data();
    void gradientsWhoseSquaresAreNoFloatsCount();
    void theLargestCohortIsTrained();
    void predictionIsEigens();
    void parametersComeBackAsTheyWentIn();

private:
    std::vector<ModelReport> train(const Cohort &cohort, int epochs);

    std::unique_ptr<Backend> m_backend;
};

std::vector<ModelReport> TestOpenClTraining::train(const Cohort &cohort, int epochs)
{
    m_backend->load(cohort);
    return m_backend->advance(epochs);
}

void TestOpenClTraining::curveIsPyTorchs_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"relu", "leaky_relu", "prelu"})
        QTest::newRow(name) << name;
}

void TestOpenClTraining::curveIsPyTorchs()
{
    QFETCH(QString, name);
    const Cohort cohort = reference::cohortOfCurve(name);
    const reference::Curve expected = reference::pyTorchsCurve(name);
    const reference::Curve computed = reference::curveOf(*m_backend, cohort, expected);
    const QString difference = reference::apart(computed, expected, *cohort.data);
    if (difference.isEmpty())
        return;
    QVERIFY2(reference::roundingLeadsTo(computed, cohort), qPrintable(difference + " and is no curve that rounding leads to"));
    qInfo("not PyTorch's curve (%s), but one that rounding leads to", qPrintable(difference));
}

void TestOpenClTraining::everyActivationTrainsAsOnEigen_data()
{
    QTest::addColumn<qsizetype>("first");
    const auto count = static_cast<qsizetype>(activations().size());
    for (qsizetype first = 0; first < count; first += activationsTogether)
        QTest::newRow(activations()[static_cast<std::size_t>(first)].id.c_str()) << first;
}

/** Some together: PoCL takes seconds for a program. What is alone in one trains alike, see aMixedCohortIsItsModelsApart(). */
void TestOpenClTraining::everyActivationTrainsAsOnEigen()
{
    QFETCH(qsizetype, first);
    Experiment experiment = oddExperiment({});
    for (qsizetype i = first; i < std::min(first + activationsTogether, static_cast<qsizetype>(activations().size())); ++i)
        experiment.models.push_back({.activations = {defaultSpec(activations()[static_cast<std::size_t>(i)])}});
    const Cohort cohort = makeCohort(experiment);
    const auto eigen = makeEigenBackend();
    eigen->load(cohort);
    const auto computed = train(cohort, 30), expected = eigen->advance(30);
    for (std::size_t m = 0; m < expected.size(); ++m) {
        const Difference worst = difference(computed[m].rows, expected[m].rows, *cohort.data);
        QVERIFY2(worst.isWithin(tolerance::loss), (cohort.models[m].activation(0).text + ": " + worst.text().toStdString()).c_str());
    }
}

void TestOpenClTraining::layersMayDifferInTheirActivation()
{
    Cohort cohort = makeCohort(oddExperiment({"tanh"}));
    ModelSetup &setup = cohort.models[0];
    setup.activations = {parseActivationSpec("prelu"), parseActivationSpec("rrelu"), parseActivationSpec("gelu")};
    for (std::size_t layer = 0; layer < setup.activations.size(); ++layer)
        setup.initial.activation[layer] = setup.activations[layer].parameters;
    const auto eigen = makeEigenBackend();
    eigen->load(cohort);
    const Difference worst = difference(train(cohort, 20).front().rows, eigen->advance(20).front().rows, *cohort.data);
    QVERIFY2(worst.isWithin(tolerance::loss), qPrintable(worst.text()));
}

void TestOpenClTraining::sameSeedSameBits()
{
    const Cohort cohort = makeCohort(oddExperiment({"relu", "gelu", "rrelu", "prelu"}));
    const auto once = train(cohort, 25);
    const ModelParameters parameters = m_backend->parameters(2);
    const auto again = train(cohort, 25);
    for (std::size_t m = 0; m < once.size(); ++m)
        QVERIFY(once[m].rows == again[m].rows);
    QVERIFY(parameters == m_backend->parameters(2));
}

void TestOpenClTraining::advancingInPartsIsAdvancingAtOnce()
{
    const Cohort cohort = makeCohort(oddExperiment({"tanh", "rrelu"}));
    const auto atOnce = train(cohort, 10);
    m_backend->load(cohort);
    std::vector<std::vector<EpochFigures>> rows(2);
    for (int e = 0; e < 10; ++e) {
        const auto reports = m_backend->advance(1);
        for (std::size_t m = 0; m < reports.size(); ++m)
            rows[m].push_back(reports[m].rows.front());
    }
    QVERIFY(rows[0] == atOnce[0].rows);
    QVERIFY(rows[1] == atOnce[1].rows);
}

void TestOpenClTraining::aMixedCohortIsItsModelsApart()
{
    const std::initializer_list<const char *> specs = {"relu", "leaky_relu:alpha=0.01", "leaky_relu:alpha=0.3", "gelu", "prelu"};
    const auto together = train(makeCohort(oddExperiment(specs)), 15);
    std::size_t m = 0;
    for (const char *spec : specs)
        QVERIFY(train(makeCohort(oddExperiment({spec})), 15).front().rows == together[m++].rows);
}

void TestOpenClTraining::evaluationIsTheNextRow()
{
    m_backend->load(makeCohort(oddExperiment({"tanh", "rrelu"})));
    m_backend->advance(4);
    const auto figures = m_backend->evaluate();
    const auto next = m_backend->advance(1);
    for (std::size_t m = 0; m < figures.size(); ++m)
        QVERIFY(figures[m] == next[m].rows.front());
}

void TestOpenClTraining::aLearningRateCountsFromTheNextStep()
{
    const Cohort cohort = makeCohort(oddExperiment({"tanh"}));
    const auto eigen = makeEigenBackend();
    std::vector<EpochFigures> rows[2];
    int b = 0;
    for (Backend *backend : {m_backend.get(), eigen.get()}) {
        backend->load(cohort);
        backend->advance(5);
        OptimizerSettings faster = cohort.models[0].optimizer;
        faster.learningRate = 0.1;
        backend->setOptimizer(0, faster);
        rows[b++] = backend->advance(10).front().rows;
    }
    QVERIFY(difference(rows[0], rows[1], *cohort.data).loss < tolerance::loss);
}

void TestOpenClTraining::largeTargetsAreNoDivergence()
{
    Cohort cohort = cohortOfLargeTargets();
    cohort.models[1].optimizer.learningRate = 1e12;
    const auto eigen = makeEigenBackend();
    eigen->load(cohort);
    const auto expected = eigen->advance(30), found = train(cohort, 30);
    QVERIFY(!found[0].divergedAt);
    QCOMPARE(found[0].rows.size(), std::size_t{30});
    for (std::size_t e = 0; e < found[0].rows.size(); ++e)
        QVERIFY(std::abs(found[0].rows[e].trainLoss / expected[0].rows[e].trainLoss - 1) < tolerance::loss);
    QCOMPARE(found[1].divergedAt, expected[1].divergedAt);
}

void TestOpenClTraining::settingsTooSmallForFloatCount()
{
    Cohort cohort = makeCohort(oddExperiment({"relu", "tanh"}));
    cohort.models[0].optimizer.epsilon = 1e-40;
    cohort.models[1].optimizer.method = OptimizerMethod::Sgd;
    cohort.models[1].optimizer.learningRate = 1;
    cohort.models[1].optimizer.clipNorm = 1e-60;
    const auto eigen = makeEigenBackend();
    eigen->load(cohort);
    const auto expected = eigen->advance(5), found = train(cohort, 5);
    for (std::size_t m = 0; m < found.size(); ++m) {
        QCOMPARE(found[m].rows.size(), std::size_t{5});
        QVERIFY(difference(found[m].rows, expected[m].rows, *cohort.data).loss < tolerance::loss);
    }
    QCOMPARE(found[1].rows.back().trainLoss, found[1].rows.front().trainLoss);
}

void TestOpenClTraining::gradientsWhoseSquaresAreNoFloatsCount_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {1e-31, 1e-24, 1e-20, 1e-17, 1e-12, 3e-10, 1e-9, 1e-3, 1e3, 1e9, 1e15})
        QTest::addRow("%g", scale) << scale;
}

/** The second moments of Adam and RMSprop, whichever size gradients have: here they are about `scale`, since targets are. A break in between keeps
 *  every bit, and epsilon may become a usual one, where they are kept otherwise. */
void TestOpenClTraining::gradientsWhoseSquaresAreNoFloatsCount()
{
    QFETCH(double, scale);
    constexpr double small = 1e-34; // of initial parameters, so that outputs are about 0
    Experiment experiment = oddExperiment({"identity", "identity", "identity", "identity"});
    generated(experiment.data).kind = "plane";
    experiment.hidden = {};
    experiment.loss = Loss::MeanSquaredError;
    Cohort cohort = makeCohort(experiment);
    Dataset data = *cohort.data;
    for (LabelledPoints *part : {&data.all, &data.train, &data.test}) {
        for (double &target : part->targets)
            target *= scale;
    }
    cohort.data = std::make_shared<const Dataset>(std::move(data));
    for (std::size_t m = 0; m < cohort.models.size(); ++m) {
        OptimizerSettings &optimizer = cohort.models[m].optimizer;
        optimizer.method = std::array{OptimizerMethod::Adam, OptimizerMethod::AdamW, OptimizerMethod::RmsProp, OptimizerMethod::RmsProp}[m];
        optimizer.momentum = m == 3 ? 0.5 : 0;
        optimizer.epsilon = 1e-36;
        optimizer.learningRate = 0.01 * scale;
        for (double &weight : cohort.models[m].initial.layers[0].weight)
            weight *= small;
        cohort.models[m].initial.layers[0].bias.assign(1, 0);
    }
    const auto eigen = makeEigenBackend();
    eigen->load(cohort);
    eigen->advance(20);
    m_backend->load(cohort);
    m_backend->advance(8);
    m_backend->restore(m_backend->state());
    m_backend->advance(12);
    const TrainingState broken = m_backend->state();
    train(cohort, 20);
    for (std::size_t m = 0; m < cohort.models.size(); ++m) {
        const ModelState found = m_backend->state().models[m], expected = eigen->state().models[m];
        QVERIFY(found.numbers == broken.models[m].numbers && found.activation == broken.models[m].activation);
        for (std::size_t i = 0; i < expected.parameters().layers[0].weight.size(); ++i) {
            QVERIFY2(std::abs(found.parameters().layers[0].weight[i] / expected.parameters().layers[0].weight[i] - 1) < 1e-4,
                     qPrintable(QString::number(found.parameters().layers[0].weight[i] / expected.parameters().layers[0].weight[i])));
            QVERIFY(std::abs(found.secondMoment().layers[0].weight[i] / expected.secondMoment().layers[0].weight[i] - 1) < 1e-4);
        }
    }
    for (Backend *each : {eigen.get(), m_backend.get()}) {
        for (std::size_t m = 0; m < cohort.models.size(); ++m) {
            OptimizerSettings usual = cohort.models[m].optimizer;
            usual.epsilon = 1e-9;
            each->setOptimizer(m, usual);
        }
        each->advance(5);
    }
    for (std::size_t m = 0; m < cohort.models.size(); ++m) {
        const auto found = m_backend->parameters(m).layers[0].weight, expected = eigen->parameters(m).layers[0].weight;
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(found[i] / expected[i] - 1) < 1e-4);
    }
}

void TestOpenClTraining::onlyTheDivergedModelStops()
{
    Experiment experiment = oddExperiment({"relu", "tanh"});
    for (ModelConfiguration &model : experiment.models)
        model.optimizer.learningRate = 1e6;
    const auto reports = train(makeCohort(experiment), 30);
    QVERIFY(reports[0].divergedAt.has_value());
    QCOMPARE(reports[0].rows.size(), static_cast<std::size_t>(*reports[0].divergedAt) + 1);
    QVERIFY(hasDiverged(reports[0].rows.back().trainLoss, divergedLoss));
    QVERIFY(!reports[1].divergedAt.has_value());
    QCOMPARE(reports[1].rows.size(), std::size_t{30});
    const auto later = m_backend->advance(3);
    QVERIFY(later[0].rows.empty() && later[0].divergedAt == reports[0].divergedAt);
    QCOMPARE(later[1].rows.size(), std::size_t{3});
}

void TestOpenClTraining::theLargestCohortIsTrained()
{
    Experiment experiment = oddExperiment({"relu", "gelu", "prelu", "elu", "rrelu", "tanh"});
    generated(experiment.data).samples = 40;
    experiment.hidden = {3};
    Cohort cohort = makeCohort(experiment);
    const std::vector<ModelSetup> setups = cohort.models;
    cohort.models.clear();
    constexpr std::size_t models = 4096, differentRates = 5;
    for (std::size_t m = 0; m < models; ++m) {
        ModelSetup setup = setups[m % setups.size()];
        setup.optimizer.learningRate = 0.01 * static_cast<double>(1 + m % differentRates);
        cohort.models.push_back(std::move(setup));
    }
    const auto reports = train(cohort, 3);
    QCOMPARE(reports.size(), models);
    const std::size_t different = setups.size() * differentRates;
    for (std::size_t m = different; m < models; ++m)
        QVERIFY(reports[m].rows == reports[m % different].rows);
    cohort.models.resize(different);
    const auto eigen = makeEigenBackend();
    eigen->load(cohort);
    const auto expected = eigen->advance(3);
    for (std::size_t m = 0; m < different; ++m) {
        const Difference worst = difference(reports[m].rows, expected[m].rows, *cohort.data);
        QVERIFY2(worst.isWithin(tolerance::loss), qPrintable(worst.text()));
    }
}

void TestOpenClTraining::predictionIsEigens()
{
    const Cohort cohort = makeCohort(oddExperiment({"gelu", "relu"}));
    const auto eigen = makeEigenBackend();
    for (const std::size_t count : {1u, 47u, 48u, 5003u}) {
        std::vector<float> points(2 * count);
        for (std::size_t i = 0; i < points.size(); ++i)
            points[i] = static_cast<float>(3 * std::sin(static_cast<double>(i) * 0.7));
        std::vector<float> probability[2];
        int b = 0;
        for (Backend *backend : {m_backend.get(), eigen.get()}) {
            backend->load(cohort);
            backend->advance(20);
            probability[b++] = answersAt(*backend, cohort, 1, points);
        }
        QCOMPARE(probability[0].size(), 2 * count); // one row an output
        QCOMPARE(probability[1].size(), 2 * count);
        for (std::size_t i = 0; i < 2 * count; ++i)
            QVERIFY(std::abs(probability[0][i] - probability[1][i]) < 1e-5f);
    }
    QVERIFY(m_backend->predict(0, {}).empty());
}

void TestOpenClTraining::parametersComeBackAsTheyWentIn()
{
    const Cohort cohort = makeCohort(oddExperiment({"leaky_relu:alpha=0.01", "prelu", "rrelu", "tanh"}));
    m_backend->load(cohort);
    for (std::size_t m = 0; m < cohort.models.size(); ++m)
        QVERIFY(m_backend->parameters(m) == cohort.models[m].initial);
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClTraining)
#include "tst_opencl_training.moc"
