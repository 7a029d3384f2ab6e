// What fails on OpenCL is a BackendError that says what failed, never an abort.
#include "core/activations/activation_catalog.h"
#include "core/base/errors.h"
#include "core/training/experiment.h"
#include "gpu/device/opencl_device.h"
#include "gpu/device/opencl_errors.h"
#include "gpu/engine/tuned_backend.h"
#include "tests/gpu/mapped_backend.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestOpenClFailures : public QObject {
    Q_OBJECT

private slots:
    void deviceIsDescribed();
    void missingDeviceIsNamed();
    void failedBuildCarriesTheLog();
    void nothingRunsBeforeLoading();
    void aFailedLoadLeavesTheBackendUsable();
    void aCohortThatDoesNotFitIsRefused();
    void codesComeWithWhatTheyMean_data();
    void codesComeWithWhatTheyMean();
};

namespace {

Activation brokenActivation()
{
    Activation broken = *findActivation("relu");
    broken.id = "broken";
    broken.source.value = "NO_SUCH_FUNCTION(x";
    return broken;
}

} // namespace

void TestOpenClFailures::deviceIsDescribed()
{
    const auto devices = openClDevices();
    QVERIFY(!devices.empty());
    for (std::size_t i = 0; i < devices.size(); ++i) {
        QCOMPARE(devices[i].index, i);
        QVERIFY(!devices[i].name.empty() && !devices[i].platform.empty() && devices[i].computeUnits > 0);
    }
    QVERIFY(mappedBackend()->description().text().find(devices[0].name) != std::string::npos);
}

void TestOpenClFailures::missingDeviceIsNamed()
{
    QVERIFY_THROWS_EXCEPTION(BackendError, makeOpenClBackend(99));
}

void TestOpenClFailures::failedBuildCarriesTheLog()
{
    const Activation broken = brokenActivation();
    const std::vector<double> x = {1.0};
    try {
        mappedBackend()->evaluateActivation({&broken, {}, "broken"}, x);
        QFAIL("built");
    } catch (const BackendError &error) {
        QCOMPARE(error.call(), std::string("clBuildProgram"));
        QVERIFY2(error.log().find("error") != std::string::npos, error.log().c_str());
    }
}

void TestOpenClFailures::nothingRunsBeforeLoading()
{
    const auto backend = mappedBackend();
    QVERIFY_THROWS_EXCEPTION(BackendError, backend->advance(1));
    QVERIFY_THROWS_EXCEPTION(BackendError, backend->parameters(0));
}

void TestOpenClFailures::aFailedLoadLeavesTheBackendUsable()
{
    const Activation broken = brokenActivation();
    Experiment experiment = defaultExperiment();
    Cohort cohort = makeCohort(experiment);
    const auto backend = mappedBackend();
    const Cohort good = cohort;
    cohort.models[0].activations[0].activation = &broken;
    QVERIFY_THROWS_EXCEPTION(BackendError, backend->load(cohort));
    QVERIFY_THROWS_EXCEPTION(BackendError, backend->advance(1));
    backend->load(good);
    QCOMPARE(backend->advance(2).front().rows.size(), std::size_t{2});
}

void TestOpenClFailures::aCohortThatDoesNotFitIsRefused()
{
    KernelTuning tuning = tuningUnderTest();
    tuning.maxBufferBytes = std::size_t{2} << 20; // which the gradients of two models' shards fit in
    const auto backend = mappedBackend(tuning);
    Cohort cohort = makeCohort(defaultExperiment());
    const Cohort small = cohort;
    while (cohort.models.size() < 64)
        cohort.models.push_back(cohort.models.front());
    try {
        backend->load(cohort);
        QFAIL("loaded");
    } catch (const BackendError &error) {
        QCOMPARE(error.call(), std::string("clCreateBuffer"));
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.contains("64 models") && message.contains("the device gives 2;") && !message.contains('\n'), error.what());
    }
    backend->load(small);
    QCOMPARE(backend->advance(1).size(), small.models.size());
}

void TestOpenClFailures::codesComeWithWhatTheyMean_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("memory") << CL_MEM_OBJECT_ALLOCATION_FAILURE << "too little memory";
    QTest::newRow("resources") << CL_OUT_OF_RESOURCES << "out of resources";
    QTest::newRow("device") << CL_DEVICE_NOT_AVAILABLE << "no longer there";
    QTest::newRow("work-group") << CL_INVALID_WORK_GROUP_SIZE << "work-groups of this size";
    QTest::newRow("a code of the future") << -9999 << "-9999";
}

void TestOpenClFailures::codesComeWithWhatTheyMean()
{
    QFETCH(int, code);
    QFETCH(QString, meaning);
    try {
        guarded([&] { throw cl::Error(code, "clSomeCall"); });
        QFAIL("not thrown");
    } catch (const BackendError &error) {
        QCOMPARE(error.call(), std::string("clSomeCall"));
        QVERIFY2(QString::fromUtf8(error.what()).contains(meaning), error.what());
        QVERIFY2(QString::fromUtf8(error.what()).contains(QString::fromStdString(openClErrorName(code))), error.what());
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClFailures)
#include "tst_opencl_failures.moc"
