// Networks of all shapes on OpenCL, with vectors, groups of work-items and tiles of all sizes, against Eigen.
#include "core/engine/eigen_backend.h"
#include "gpu/device/opencl_device.h"
#include "gpu/engine/memory_layout.h"
#include "gpu/engine/tuned_backend.h"
#include "tests/gpu/odd_cohorts.h"
#include "tests/support/answers.h"
#include "tests/support/compare_figures.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** How far a backend is from Eigen after 20 epochs of training. */
Difference distanceToEigen(Backend &backend, const Cohort &cohort)
{
    constexpr int epochs = 20;
    const auto eigen = makeEigenBackend();
    eigen->load(cohort);
    backend.load(cohort);
    return difference(backend.advance(epochs).front().rows, eigen->advance(epochs).front().rows, *cohort.data);
}

} // namespace

class TestOpenClShapes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_backend = mappedBackend(); }
    void everyShapeTrainsAsOnEigen_data();
    void everyShapeTrainsAsOnEigen();
    void everyWidthTrainsAlike_data();
    void everyWidthTrainsAlike();
    void tilesOfAnyLengthTrainAlike_data();
    void tilesOfAnyLengthTrainAlike();

private:
    void comparePredictions(Backend &backend, const Cohort &cohort);

    std::unique_ptr<Backend> m_backend;
};

/** Of a backend that has trained this cohort, at points all over the plane. */
void TestOpenClShapes::comparePredictions(Backend &backend, const Cohort &cohort)
{
    std::vector<float> points(2 * 1001);
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = static_cast<float>(3 * std::sin(static_cast<double>(i) * 0.7));
    const auto eigen = makeEigenBackend();
    eigen->load(cohort);
    eigen->restore(backend.state());
    const std::vector<float> a = answersAt(backend, cohort, 0, points), b = answersAt(*eigen, cohort, 0, points);
    QCOMPARE(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        QVERIFY(std::abs(a[i] - b[i]) < 1e-5f);
}

void TestOpenClShapes::everyShapeTrainsAsOnEigen_data()
{
    QTest::addColumn<int>("inputs");
    QTest::addColumn<QList<int>>("hidden");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<int>("trainCount");
    QTest::addColumn<int>("testCount");
    if (emulatesTensorCores()) { // what has blocks of terms, of units, of neither
        QTest::newRow("three classes") << 3 << QList<int>{33, 17, 5} << 3 << 97 << 53;
        QTest::newRow("many inputs") << 301 << QList<int>{19} << 2 << 40 << 40;
        QTest::newRow("wide") << 2 << QList<int>{70, 130} << 2 << 60 << 20;
        return;
    }
    QTest::newRow("smallest") << 1 << QList<int>{1} << 2 << 1 << 1;
    QTest::newRow("one test point") << 2 << QList<int>{8, 8} << 2 << 49 << 1;
    QTest::newRow("three classes") << 3 << QList<int>{33, 17, 5} << 3 << 97 << 53;
    QTest::newRow("ten classes") << 20 << QList<int>{30} << 10 << 200 << 31;
    QTest::newRow("more classes than lanes") << 7 << QList<int>{23, 40} << 13 << 148 << 37;
    QTest::newRow("most classes") << 7 << QList<int>{23, 40} << 16 << 148 << 37;
    QTest::newRow("many inputs") << 301 << QList<int>{19} << 2 << 40 << 40;
    QTest::newRow("eight layers") << 2 << QList<int>{9, 8, 7, 16, 15, 3, 2, 31} << 2 << 64 << 48;
    QTest::newRow("one layer, in the plane") << 2 << QList<int>{64} << 2 << 137 << 61;
    QTest::newRow("one layer of one unit, in the plane") << 2 << QList<int>{1} << 2 << 33 << 7;
    QTest::newRow("one wide layer, in the plane") << 2 << QList<int>{509} << 2 << 70 << 40;
    QTest::newRow("wide") << 2 << QList<int>{512, 511} << 2 << 60 << 20;
}

void TestOpenClShapes::everyShapeTrainsAsOnEigen()
{
    QFETCH(int, inputs);
    QFETCH(QList<int>, hidden);
    QFETCH(int, outputs);
    QFETCH(int, trainCount);
    QFETCH(int, testCount);
    const NetworkShape shape{inputs, {hidden.begin(), hidden.end()}, outputs};
    // sigmoid(0) is not 0: padding that leaks is seen
    for (const char *spec : {"sigmoid", "prelu", "rrelu"}) {
        const Cohort cohort = blobCohort(shape, spec, static_cast<std::size_t>(trainCount), static_cast<std::size_t>(testCount));
        const Difference worst = distanceToEigen(*m_backend, cohort);
        QVERIFY2(worst.isWithin(tolerance::loss), qPrintable(spec + QStringLiteral(": ") + worst.text()));
    }
}

void TestOpenClShapes::everyWidthTrainsAlike_data()
{
    QTest::addColumn<int>("width");
    const bool areLanes = mappingUnderTest == KernelMapping::Lanes;
    for (const int width : areLanes ? QList<int>{1, 16} : QList<int>{4, 8, 16})
        QTest::addRow("%d", width) << width;
}

void TestOpenClShapes::everyWidthTrainsAlike()
{
    if (pretence.hasTensorCores)
        QSKIP("those have one grid of work-items");
    QFETCH(int, width);
    KernelTuning tuning = KernelTuning::forVectorWidth(width);
    QStringList specs = {"gelu", "prelu", "rrelu"};
    if (mappingUnderTest == KernelMapping::Lanes) { // work-items are few here; elsewhere they are many
        constexpr std::size_t enough = 100000;
        tuning = KernelTuning::forLanes(static_cast<std::size_t>(width), std::min(enough, localFloatsUnderTest()));
        tuning.callsFunctions = true;
        specs = {"prelu"};
    }
    const auto backend = mappedBackend(tuning);
    const NetworkShape shapes[] = {{2, {33, 64, 5}, 3}, {2, {100}, 2}};
    for (const QString &spec : specs) {
        for (const NetworkShape &shape : shapes) {
            Cohort cohort = blobCohort(shape, qPrintable(spec), 137, 61);
            for (const std::size_t batchSize : {50u, 0u}) {
                cohort.batchSize = batchSize;
                const Difference worst = distanceToEigen(*backend, cohort);
                QVERIFY2(worst.isWithin(tolerance::loss), qPrintable(spec + QStringLiteral(": ") + worst.text()));
            }
            comparePredictions(*backend, cohort);
        }
    }
}

void TestOpenClShapes::tilesOfAnyLengthTrainAlike_data()
{
    QTest::addColumn<int>("localFloats");
    QTest::newRow("what fits") << 4000;
    QTest::newRow("nothing fits") << 64;
}

void TestOpenClShapes::tilesOfAnyLengthTrainAlike()
{
    if (mappingUnderTest == KernelMapping::Vectors)
        QSKIP("tiles of the vector mapping lie in memory");
    QFETCH(int, localFloats);
    Cohort cohort = blobCohort({2, {33, 64, 5}, 3}, "prelu", 137, 61);
    KernelTuning tuning = KernelTuning::forLanes(64, static_cast<std::size_t>(localFloats));
    tuning.callsFunctions = true;
    if (pretence.hasTensorCores) { // whose blocks are no smaller than this
        tuning = tuningUnderTest();
        tuning.localFloats = localFloats > 64 ? 7500 : 64;
    }
    QCOMPARE(MemoryLayout::fit(cohort, tuning).localTiles, localFloats > 64);
    for (const std::size_t batchSize : {0u, 50u}) {
        cohort.batchSize = batchSize;
        const Difference worst = distanceToEigen(*mappedBackend(tuning), cohort);
        QVERIFY2(worst.isWithin(tolerance::loss), qPrintable(worst.text()));
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClShapes)
#include "tst_opencl_shapes.moc"
