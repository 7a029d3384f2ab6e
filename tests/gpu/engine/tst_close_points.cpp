// Predictions of points that lie close together: what kernels/vector/locally_linear.cl makes of a network for them says what the network says.
#include "core/activations/activation_catalog.h"
#include "core/analysis/piecewise_linear.h"
#include "core/data/data_generators.h"
#include "core/engine/eigen_backend.h"
#include "core/engine/initialization.h"
#include "gpu/engine/kernel_source.h"
#include "gpu/engine/tuned_backend.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/answers.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** Labels that a network has to bend for: the sign of a product of sines, at random points. */
std::shared_ptr<const Dataset> checkered(std::size_t features)
{
    std::mt19937 random(7);
    auto data = std::make_shared<Dataset>();
    for (LabelledPoints *part : {&data->train, &data->test}) {
        part->features = features;
        for (int i = 0; i < 300; ++i) {
            double product = 1;
            for (std::size_t f = 0; f < features; ++f) {
                part->coordinates.push_back(6.0 * static_cast<double>(random()) / 4294967296.0 - 3);
                product *= std::sin(2 * part->coordinates.back());
            }
            part->labels.push_back(product > 0);
        }
    }
    return data;
}

/** A model of each activation that is piecewise linear, and one that does not. */
Cohort linearCohort(const NetworkShape &shape)
{
    Cohort cohort;
    cohort.data = checkered(static_cast<std::size_t>(shape.inputs));
    cohort.shape = shape;
    for (const Activation *activation : builtInActivations()) {
        if (!isPiecewiseLinear(*activation) && activation->id != "tanh")
            continue;
        ModelSetup setup;
        setup.activations = {{activation, activation->defaultParameters(), activation->id}};
        setup.initial = initialParameters(shape, 3, setup.activations.front().parameters);
        setup.optimizer.learningRate = 0.02;
        cohort.models.push_back(std::move(setup));
    }
    return cohort;
}

/** Along a line through the data, `count` points with `step` between them in every coordinate but the last. */
std::vector<float> line(int features, int count, float step)
{
    std::vector<float> points;
    for (int i = 0; i < count; ++i)
        for (int f = 0; f < features; ++f)
            points.push_back(f + 1 < features || features == 1 ? -3.0f + static_cast<float>(i) * step : 0.3f);
    return points;
}

double farthest(const std::vector<float> &a, const std::vector<float> &b)
{
    double worst = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        worst = std::max(worst, a[i] == b[i] ? 0.0 : std::abs(static_cast<double>(a[i]) - b[i]) + (std::isnan(a[i] - b[i]) ? INFINITY : 0));
    return worst;
}

} // namespace

class TestClosePoints : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_backend = mappedBackend(); }
    void predictionIsEigens_data();
    void predictionIsEigens();
    void everyVectorWidthPredictsTheSame_data();
    void everyVectorWidthPredictsTheSame();
    void whatIsNotANumberStaysSo();

private:
    void compareWithEigen(Backend &backend, const NetworkShape &shape);

    std::unique_ptr<Backend> m_backend;
};

void TestClosePoints::predictionIsEigens_data()
{
    QTest::addColumn<QList<int>>("widths"); // inputs, hidden layers, outputs
    QTest::newRow("2-64-64-2") << QList{2, 64, 64, 2};
    QTest::newRow("2-33-17-5-2") << QList{2, 33, 17, 5, 2};
    if (mappingUnderTest == KernelMapping::Lanes)
        return;
    QTest::newRow("1-40-16-2") << QList{1, 40, 16, 2};
    QTest::newRow("2-32-16-1") << QList{2, 32, 16, 1};
    QTest::newRow("3-100-31-2") << QList{3, 100, 31, 2};
    QTest::newRow("3-200-500-2") << QList{3, 200, 500, 2};
    QTest::newRow("too many inputs, 4-64-64-2") << QList{4, 64, 64, 2};
    QTest::newRow("too narrow, 2-16-64-2") << QList{2, 16, 64, 2};
    QTest::newRow("one layer, 2-64-2") << QList{2, 64, 2};
}

void TestClosePoints::predictionIsEigens()
{
    QFETCH(QList<int>, widths);
    compareWithEigen(*m_backend, {widths.first(), {widths.begin() + 1, widths.end() - 1}, widths.last()});
}

void TestClosePoints::compareWithEigen(Backend &backend, const NetworkShape &shape)
{
    const Cohort cohort = linearCohort(shape);
    const auto eigen = makeEigenBackend();
    backend.load(cohort);
    backend.advance(20);
    eigen->load(cohort);
    eigen->restore(backend.state());
    for (std::size_t m = 0; m < cohort.models.size(); ++m) {
        // From far closer than kinks are to far apart; whole tiles, a few points more, and one.
        for (const auto &[count, step] :
             {std::pair{1, 0.0f}, {5, 1e-3f}, {128, 1e-4f}, {131, 0.005f}, {1000, 0.01f}, {300, 0.3f}, {64, 100.0f}}) {
            const std::vector<float> points = line(shape.inputs, count, step);
            const double apart = farthest(answersAt(backend, cohort, m, points), answersAt(*eigen, cohort, m, points));
            // Outputs grow with the coordinates, and so does what rounding does to them: 2.2e-5 was measured 6,400 away.
            const double allowed = std::max(2e-5, 5e-9 * step * count);
            QVERIFY2(apart < allowed, qPrintable(QStringLiteral("%1, %2 points %3 apart: %4")
                                                     .arg(cohort.models[m].activations[0].text.c_str())
                                                     .arg(count)
                                                     .arg(static_cast<double>(step))
                                                     .arg(apart)));
        }
    }
}

void TestClosePoints::everyVectorWidthPredictsTheSame_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {4, 8, 16})
        QTest::addRow("%d", width) << width;
}

void TestClosePoints::everyVectorWidthPredictsTheSame()
{
    if (mappingUnderTest == KernelMapping::Lanes || !programsUnderTest.empty())
        QSKIP("vectors of the device's own width, or none");
    QFETCH(int, width);
    const auto backend = makeOpenClBackend(0, KernelTuning::forVectorWidth(width));
    compareWithEigen(*backend, {2, {64, 64}, 2});
    compareWithEigen(*backend, {2, {40, 20, 5}, 2});
}

void TestClosePoints::whatIsNotANumberStaysSo()
{
    Cohort cohort = linearCohort({2, {64, 64}, 2});
    for (ModelSetup &setup : cohort.models)
        setup.initial.layers[0].weight[7] = std::nan("");
    m_backend->load(cohort);
    for (std::size_t m = 0; m < cohort.models.size(); ++m)
        for (const float output : m_backend->predict(m, line(2, 100, 0.01f)))
            QVERIFY(std::isnan(output));
}

ACTISCOPE_MAPPED_TEST_MAIN(TestClosePoints)
#include "tst_close_points.moc"
