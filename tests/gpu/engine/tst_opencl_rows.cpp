// Every row of losses and optimisers (core/engine/loss.cpp, optimizer.cpp) computes with kernels what it computes on Eigen; a row without its kernel fails
// here.
#include "core/activations/activation_spec.h"
#include "core/engine/eigen_backend.h"
#include "core/engine/initialization.h"
#include "gpu/engine/kernel_source.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/compare_figures.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr int epochs = 12;

LabelledPoints pointsOf(int count, int outputs, bool hasTargetValues)
{
    LabelledPoints points{.features = 2};
    points.targetCount = hasTargetValues ? static_cast<std::size_t>(outputs) : 0;
    for (int i = 0; i < count; ++i) {
        const double x = std::sin(1.3 * i), y = std::cos(0.7 * i);
        points.coordinates.insert(points.coordinates.end(), {x, y});
        if (!hasTargetValues)
            points.labels.push_back(x + y < -0.4 ? 0 : x - y < 0.3 || outputs < 3 ? 1 : 2);
        for (std::size_t t = 0; t < points.targetCount; ++t)
            points.targets.push_back(std::sin(x + y + static_cast<double>(t)));
    }
    return points;
}

/** A model of each optimiser, with momentum, weight decay and mini-batches, where the row makes use of them. */
Cohort cohortOfEveryOptimizer(const ProgramLoss &loss, int outputs)
{
    Cohort cohort;
    cohort.shape = {2, {9, 6}, outputs};
    auto data = std::make_shared<Dataset>();
    data->classes = loss.hasTargetValues ? 0 : std::max(2, outputs);
    data->train = pointsOf(150, outputs, loss.hasTargetValues);
    data->test = pointsOf(61, outputs, loss.hasTargetValues);
    data->all = data->train;
    cohort.data = data;
    cohort.loss = loss.loss;
    cohort.batchSize = 40;
    for (const OptimizerChoice &choice : optimizerChoices()) {
        ModelSetup &model = cohort.models.emplace_back();
        model.activations = {parseActivationSpec("tanh")};
        model.optimizer = choice.settings;
        model.optimizer.l2 = 0.05;
        model.initial = initialParameters(cohort.shape, 5, std::vector<double>());
    }
    return cohort;
}

} // namespace

class TestOpenClRows : public QObject {
    Q_OBJECT

private slots:
    void everyRowComputesAsOnEigen_data();
    void everyRowComputesAsOnEigen();
};

void TestOpenClRows::everyRowComputesAsOnEigen_data()
{
    QTest::addColumn<std::size_t>("loss");
    QTest::addColumn<int>("outputs");
    const std::vector<ProgramLoss> all = programLosses();
    for (const LossRow &row : losses()) // none is forgotten
        QVERIFY(std::ranges::find(all, row.loss, &ProgramLoss::loss) != all.end());
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const int outputs : {1, 3}) {
            if (!rowOf(all[i].loss).isOfLogits || all[i].isSingleLogit == (outputs == 1))
                QTest::addRow("%s of %s, %d outputs", lossName(all[i].loss).data(), all[i].hasTargetValues ? "values" : "labels", outputs)
                    << i << outputs;
        }
    }
}

void TestOpenClRows::everyRowComputesAsOnEigen()
{
    QFETCH(const std::size_t, loss);
    QFETCH(const int, outputs);
    const ProgramLoss chosen = programLosses()[loss];
    const Cohort cohort = cohortOfEveryOptimizer(chosen, outputs);
    QVERIFY(programLossOf(cohort) == chosen);
    const auto eigen = makeEigenBackend();
    const auto device = mappedBackend();
    eigen->load(cohort);
    device->load(cohort);
    const auto expected = eigen->advance(epochs), computed = device->advance(epochs);
    std::vector<float> points;
    for (int i = 0; i < 2 * 20; ++i)
        points.push_back(static_cast<float>(std::sin(i)));
    for (std::size_t m = 0; m < expected.size(); ++m) {
        const char *name = optimizerChoices()[m].name.data();
        QVERIFY2(expected[m].rows.back().trainLoss < expected[m].rows.front().trainLoss, name); // it learns
        const Difference worst = difference(computed[m].rows, expected[m].rows, *cohort.data);
        QVERIFY2(worst.isWithin(tolerance::loss), (name + (": " + worst.text().toStdString())).c_str());
        const std::vector<float> answers = device->predict(m, points), known = eigen->predict(m, points);
        QCOMPARE(answers.size(), known.size());
        for (std::size_t i = 0; i < known.size(); ++i)
            QVERIFY2(std::abs(answers[i] - known[i]) <= 1e-4 * std::max(1.0f, std::abs(known[i])), name);
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClRows)
#include "tst_opencl_rows.moc"
