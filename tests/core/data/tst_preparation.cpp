// What is done to points before they are divided: classes by a typed curve, and features that networks get beside the coordinates.
#include "core/base/errors.h"
#include "core/data/data_source.h"
#include "core/data/dividing_curve.h"
#include "core/data/input_features.h"
#include "core/data/plane_grid.h"
#include "core/diagnostics/unit_map.h"
#include "core/engine/eigen_backend.h"
#include "core/training/comparison.h"
#include "core/training/experiment.h"
#include "tests/support/answers.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace actiscope;

namespace {

LabelledPoints square()
{
    return {.coordinates = {0.5, -0.25, -1.5, 2, 0, 0, 3, 1}, .labels = {0, 1, 0, 1}};
}

template <class Work>
QString refusalOf(const Work &work)
{
    try {
        work();
    } catch (const ConfigurationError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestPreparation : public QObject {
    Q_OBJECT

private slots:
    void featuresAreWhatTheirNamesSay();
    void featuresHaveOneOrderWhateverTheyAreGivenIn();
    void pointsAboveTheCurveAreOfClass1_data();
    void pointsAboveTheCurveAreOfClass1();
    void curvesThatAreNoneAreRefused_data();
    void curvesThatAreNoneAreRefused();
    void networksGetTheFeaturesAndThePlaneStays();
    void boundariesAreOfThePlane();
    void unitMapsAreOfThePlane();
    void curveMakesTwoClassesOfAnyData();
    void whatDoesNotFitIsRefused();
};

void TestPreparation::featuresAreWhatTheirNamesSay()
{
    const std::vector<std::string> all = {"x1^2", "x2^2", "x1*x2", "sin-x1", "sin-x2"};
    QCOMPARE(inputFeatures().size(), all.size());
    const LabelledPoints points = withFeatures(square(), all);
    QCOMPARE(points.features, std::size_t{7});
    QCOMPARE(points.labels, square().labels);
    for (std::size_t i = 0; i < points.count(); ++i) {
        const double *p = points.point(i), x1 = square().point(i)[0], x2 = square().point(i)[1];
        for (const auto &[value, expected] : {std::pair{p[0], x1}, {p[1], x2}, {p[2], x1 * x1}, {p[3], x2 * x2}, {p[4], x1 * x2}})
            QCOMPARE(value, expected);
        QVERIFY(std::abs(p[5] - std::sin(x1)) <= std::numeric_limits<double>::epsilon());
        QVERIFY(std::abs(p[6] - std::sin(x2)) <= std::numeric_limits<double>::epsilon());
    }
    const std::vector<float> grid = withFeatures(std::vector<float>{0.5f, -2.f}, std::vector<std::string>{"x1*x2"});
    QCOMPARE(grid, (std::vector<float>{0.5f, -2.f, -1.f}));
}

void TestPreparation::featuresHaveOneOrderWhateverTheyAreGivenIn()
{
    const std::vector<std::string> given = {"sin(x1)", "X1X2", "x1^2", "sin x1"};
    QCOMPARE(chosenFeatures(given), (std::vector<std::string>{"x1^2", "x1*x2", "sin-x1"}));
    QVERIFY(refusalOf([] { chosenFeatures(std::vector<std::string>{"x3"}); }).contains("x1^2, x2^2, x1*x2, sin-x1, sin-x2"));
}

void TestPreparation::pointsAboveTheCurveAreOfClass1_data()
{
    QTest::addColumn<QString>("curve");
    QTest::addColumn<QList<int>>("labels");
    QTest::newRow("a line") << "x" << QList{0, 1, 0, 0};
    QTest::newRow("on the curve is not above it") << "y = x^2" << QList{0, 0, 0, 0};
    QTest::newRow("a number") << "Y=-0.3" << QList{1, 1, 1, 1};
    QTest::newRow("a wave") << "2sin(πx/2)" << QList{0, 1, 0, 1};
    QTest::newRow("no value for x < 0: not above") << "sqrt(x) - 1" << QList{1, 0, 1, 1};
}

void TestPreparation::pointsAboveTheCurveAreOfClass1()
{
    QFETCH(QString, curve);
    QFETCH(QList<int>, labels);
    LabelledPoints points = square();
    divideByCurve(points, curve.toStdString());
    QCOMPARE(QList<int>(points.labels.begin(), points.labels.end()), labels);
    QCOMPARE(points.coordinates, square().coordinates);
    const std::vector<double> y = curveValues(curve.toStdString(), {0.5, -1.5, 0, 3});
    for (std::size_t i = 0; i < 4; ++i)
        QCOMPARE(square().point(i)[1] > y[i] ? 1 : 0, points.labels[i]);
}

void TestPreparation::curvesThatAreNoneAreRefused_data()
{
    QTest::addColumn<QString>("curve");
    QTest::addColumn<QString>("fault");
    QTest::newRow("nothing") << "" << "such as sin(3*x)";
    QTest::newRow("nothing after y") << "y =" << "such as sin(3*x)";
    QTest::newRow("a parameter") << "a*x" << "a has no value";
    QTest::newRow("half a formula") << "sin(3*x" << "at character 3 ";
    QTest::newRow("half a formula after y =") << "y = sin(3*x" << "at character 7 ";
    QTest::newRow("y") << "x + y" << "at character";
}

void TestPreparation::curvesThatAreNoneAreRefused()
{
    QFETCH(QString, curve);
    QFETCH(QString, fault);
    const QString refusal = refusalOf([&] { curveFormula(curve.toStdString()); });
    QVERIFY2(refusal.startsWith("curve") && refusal.contains(fault), qPrintable(refusal));
}

void TestPreparation::networksGetTheFeaturesAndThePlaneStays()
{
    Experiment experiment = defaultExperiment();
    const Cohort plain = makeCohort(experiment);
    experiment.preparation.features = {"x1*x2", "sin-x2"};
    const Cohort cohort = makeCohort(experiment);
    QCOMPARE(cohort.shape.inputs, 4);
    QVERIFY(cohort.data->all == plain.data->all);
    QVERIFY(cohort.data->liesInPlane() && liesInPlane(cohort));
    QVERIFY(cohort.data->train == withFeatures(plain.data->train, experiment.preparation.features));
    QVERIFY(cohort.data->test == withFeatures(plain.data->test, experiment.preparation.features));
}

/** The probability at a point of the plane is what the network says of the point with its features. */
void TestPreparation::boundariesAreOfThePlane()
{
    Experiment experiment = defaultExperiment();
    experiment.hidden = {7};
    experiment.preparation.features = {"x1^2", "sin-x1"};
    const std::unique_ptr<Backend> backend = makeEigenBackend();
    Comparison run(1, experiment, *backend);
    run.advance(5);
    const GridSpec grid{.xMin = -1, .xMax = 2, .yMin = -1, .yMax = 1, .width = 4, .height = 3};
    const auto boundary = run.snapshot(grid).models.front().boundary;
    QVERIFY(boundary);
    QCOMPARE(boundary->probability.size(), std::size_t{12});
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 4; ++column) {
            const double x = -1 + column, y = -1 + row;
            const std::vector<float> inputs = {float(x), float(y), float(x * x), float(std::sin(x))};
            const float expected = test::answersAt(*backend, *run.cohort(), 0, inputs)[1];
            QVERIFY(std::abs(boundary->probability[static_cast<std::size_t>(4 * row + column)] - expected) < 1e-6f);
        }
    }
}

/** Before the first step the sum of a unit is the weights times the point and its features. */
void TestPreparation::unitMapsAreOfThePlane()
{
    Experiment experiment = defaultExperiment();
    experiment.hidden = {3};
    experiment.preparation.features = {"x2^2", "x1*x2"};
    const Cohort cohort = makeCohort(experiment);
    const std::unique_ptr<Backend> backend = makeEigenBackend();
    backend->load(cohort);
    const GridSpec grid{.xMin = -1, .xMax = 2, .yMin = -1, .yMax = 1, .width = 4, .height = 3};
    const UnitMap map = unitMap(cohort, backend->state(), 0, {0, 1}, grid);
    const LinearParameters &layer = cohort.models.front().initial.layers.front();
    QCOMPARE(map.preActivations.size(), std::size_t{12});
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 4; ++column) {
            const double x = -1 + column, y = -1 + row;
            const double *w = layer.weight.data() + 4; // of the second unit
            const double sum = layer.bias[1] + w[0] * x + w[1] * y + w[2] * y * y + w[3] * x * y;
            QVERIFY(std::abs(map.preActivations[static_cast<std::size_t>(4 * row + column)] - sum) < 1e-6);
        }
    }
}

void TestPreparation::curveMakesTwoClassesOfAnyData()
{
    const Preparation preparation{.curve = "0.3*x"};
    const auto blobs = makeDataset(GeneratedData{.kind = "blobs", .classes = 5}, {}, preparation);
    QCOMPARE(blobs->classes, 2);
    const LabelledPoints &all = blobs->all;
    for (std::size_t i = 0; i < all.count(); ++i)
        QCOMPARE(all.labels[i], all.point(i)[1] > 0.3 * all.point(i)[0] ? 1 : 0);
    const GivenPoints given{std::make_shared<const LabelledPoints>(square())};
    QCOMPARE(makeDataset(given, {.testFraction = 0.5}, preparation)->all.labels, (std::vector{0, 1, 0, 1}));
    QCOMPARE(given.points->labels, square().labels);
}

void TestPreparation::whatDoesNotFitIsRefused()
{
    const Split split{.testFraction = 0.5};
    const auto refusal = [&](const DataSource &source, const Preparation &preparation) {
        return refusalOf([&] { validate(source, split, preparation); });
    };
    const GivenPoints line{std::make_shared<const LabelledPoints>(LabelledPoints{.features = 1, .coordinates = {0, 1}, .labels = {0, 1}})};
    QVERIFY(refusal(GeneratedData{.kind = "bumps"}, {.curve = "x"}).startsWith("curve"));
    QVERIFY(refusal(line, {.curve = "x"}).startsWith("curve"));
    QVERIFY(refusal(line, {.features = {"x1^2"}}).startsWith("features"));
    QVERIFY(refusal(GeneratedData(), {.features = {"x1^2", "x1^2"}}).startsWith("features"));
    QVERIFY(refusal(GeneratedData(), {.features = {"x3"}}).startsWith("features"));
    QVERIFY(refusal(GeneratedData{.kind = "bumps"}, {.features = {"x1^2"}}).isEmpty());
}

QTEST_APPLESS_MAIN(TestPreparation)
#include "tst_preparation.moc"
