// Calls that fail as a driver makes them fail (failing_layer.cpp): each ends in a BackendError that names the call and says what it
// means, the backend can be used again when the cause is gone, and a run goes on with Eigen from its last snapshot.
#include "core/base/errors.h"
#include "core/engine/eigen_backend.h"
#include "core/training/experiment.h"
#include "core/training/training_session.h"
#include "gpu/device/opencl_device.h"
#include "gpu/engine/tuned_backend.h"
#include "gpu/kernels/common/shared_layout.h"
#include "tests/core/training/session_fixture.h"
#include "tests/gpu/failing_call.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/compare_figures.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace actiscope;
using namespace actiscope::test;

class TestOpenClLostDevice : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aFailingCallIsNamedAndExplained_data();
    void aFailingCallIsNamedAndExplained();
    void whatStillRunsWritesIntoNothingThatIsOthers();
    void settingsNeedNoNewProgram();
    void workGroupsAreAsLargeAsKernelsCanHave();
    void aRunWhoseDeviceIsLostGoesOnWithEigen();
};

void TestOpenClLostDevice::initTestCase()
{
    const FailingCall failing("clCreateBuffer", 1, CL_OUT_OF_RESOURCES);
    const auto backend = mappedBackend();
    if (qgetenv("OPENCL_LAYERS").isEmpty())
        QSKIP("no layer is loaded");
    QVERIFY_THROWS_EXCEPTION(BackendError, backend->load(makeCohort(defaultExperiment())));
}

void TestOpenClLostDevice::aFailingCallIsNamedAndExplained_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("memory") << QByteArray("clCreateBuffer") << CL_MEM_OBJECT_ALLOCATION_FAILURE << "too little memory";
    QTest::newRow("memory when launched") << QByteArray("clEnqueueNDRangeKernel") << CL_MEM_OBJECT_ALLOCATION_FAILURE
                                          << "too little memory";
    QTest::newRow("host memory") << QByteArray("clEnqueueReadBuffer") << CL_OUT_OF_HOST_MEMORY << "too little memory";
    QTest::newRow("resources") << QByteArray("clEnqueueNDRangeKernel") << CL_OUT_OF_RESOURCES << "out of resources";
    QTest::newRow("a timed out kernel") << QByteArray("clFinish") << CL_OUT_OF_RESOURCES << "out of resources";
    QTest::newRow("build") << QByteArray("clBuildProgram") << CL_BUILD_PROGRAM_FAILURE << "compiler did not accept";
    QTest::newRow("a kernel that crashed") << QByteArray("clFinish") << CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST
                                           << "failed while it was computing";
    QTest::newRow("work-group") << QByteArray("clEnqueueNDRangeKernel") << CL_INVALID_WORK_GROUP_SIZE << "work-groups of this size";
    QTest::newRow("lost while training") << QByteArray("clEnqueueNDRangeKernel") << CL_DEVICE_NOT_AVAILABLE << "no longer there";
    QTest::newRow("lost while waiting") << QByteArray("clFinish") << CL_DEVICE_NOT_AVAILABLE << "no longer there";
    QTest::newRow("lost before") << QByteArray("clCreateBuffer") << CL_DEVICE_NOT_AVAILABLE << "no longer there";
}

void TestOpenClLostDevice::aFailingCallIsNamedAndExplained()
{
    QFETCH(QByteArray, call);
    QFETCH(int, code);
    QFETCH(QString, meaning);
    Experiment experiment = defaultExperiment();
    generated(experiment.data).samples = 50;
    experiment.hidden = {4};
    const Cohort cohort = makeCohort(experiment);
    const auto backend = mappedBackend();
    try {
        const FailingCall failing(call.constData(), 1, code);
        backend->load(cohort);
        backend->advance(3);
        QFAIL("nothing failed");
    } catch (const BackendError &error) {
        const QString message = QString::fromUtf8(error.what());
        QCOMPARE(QByteArray::fromStdString(error.call()), call);
        QVERIFY2(message.contains(meaning) && message.contains(QString::number(code)) && !message.contains('\n'), error.what());
        QCOMPARE(error.log().find("the layer accepts none") != std::string::npos, call == "clBuildProgram");
    }
    backend->load(cohort);
    QCOMPARE(backend->advance(3).front().rows.size(), std::size_t{3});
}

void TestOpenClLostDevice::whatStillRunsWritesIntoNothingThatIsOthers()
{
    // Waiting fails at once while the kernels go on: memory that is asked for now is what they had been given to write into, if they lost it.
    const Experiment experiment = smallExperiment(1000);
    const Cohort cohort = makeCohort(experiment);
    const auto backend = mappedBackend();
    backend->load(cohort);
    const std::size_t bytes = cohort.models.size() * sizeof(kernels::Progress);
    std::vector<std::vector<unsigned char>> others;
    try {
        const FailingCall failing("clFinish", 1, CL_OUT_OF_RESOURCES);
        backend->advance(1000);
        QFAIL("nothing failed");
    } catch (const BackendError &) {
        for (int i = 0; i < 100; ++i)
            others.emplace_back(bytes, 0xA5);
    }
    backend->load(cohort);
    QCOMPARE(backend->advance(1).front().rows.size(), std::size_t{1});
    QTest::qWait(300); // what was begun is over
    for (const std::vector<unsigned char> &other : others)
        QVERIFY(std::ranges::all_of(other, [](unsigned char byte) { return byte == 0xA5; }));
}

void TestOpenClLostDevice::settingsNeedNoNewProgram()
{
    Experiment experiment = defaultExperiment();
    generated(experiment.data).samples = 50;
    experiment.hidden = {5};
    const auto backend = mappedBackend();
    backend->load(makeCohort(experiment));
    backend->advance(1);
    const FailingCall failing("clBuildProgram", 1, CL_BUILD_PROGRAM_FAILURE);
    for (ModelConfiguration &model : experiment.models) {
        for (double &parameter : model.activations.front().parameters)
            parameter *= 1.5;
    }
    generated(experiment.data).samples = 77;
    experiment.hidden = {9, 4, 6};
    for (ModelConfiguration &model : experiment.models)
        model.optimizer = optimizerChoice("rmsprop").settings;
    for (ModelConfiguration &model : experiment.models)
        model.optimizer.clipNorm = 1;
    experiment.batchSize = 16;
    const Cohort cohort = makeCohort(experiment);
    backend->load(cohort);
    backend->advance(1);
    backend->setOptimizer(0, optimizerChoice("adamw").settings);
    for (const ModelReport &report : backend->advance(2))
        QCOMPARE(report.rows.size(), std::size_t{2});
}

void TestOpenClLostDevice::workGroupsAreAsLargeAsKernelsCanHave()
{
    if (mappingUnderTest == KernelMapping::Vectors)
        QSKIP("work-groups have one work-item there");
    Experiment experiment = defaultExperiment();
    generated(experiment.data).samples = 50;
    experiment.hidden = {9};
    const Cohort cohort = makeCohort(experiment);
    constexpr std::size_t floats = 3600; // of local memory, in which 16 and 64 have tiles that are as long
    const KernelTuning fewer = KernelTuning::forLanes(16, floats);
    const auto expecting = makeOpenClBackend(0, fewer);
    expecting->load(cohort);
    const auto expected = expecting->advance(3);
    // 64 are asked for; halved until kernels can have them, and then the same is computed as by so many.
    qputenv("ACTISCOPE_WORK_GROUP_SIZE", "16");
    const auto backend = makeOpenClBackend(0, KernelTuning::forLanes(64, floats));
    backend->load(cohort);
    const auto found = backend->advance(3);
    qunsetenv("ACTISCOPE_WORK_GROUP_SIZE");
    for (std::size_t m = 0; m < found.size(); ++m)
        QVERIFY(found[m].rows == expected[m].rows);
}

void TestOpenClLostDevice::aRunWhoseDeviceIsLostGoesOnWithEigen()
{
    const Experiment experiment = smallExperiment(1000);
    const auto eigen = makeEigenBackend();
    eigen->load(makeCohort(experiment));
    const std::vector<ModelReport> expected = eigen->advance(experiment.stop.epochs);
    TrainingSession session([] { return mappedBackend(); });
    session.setGrid(GridSpec{.width = 5, .height = 4}, GridSpec{.width = 5, .height = 4});
    session.setPace(50);
    session.setExperiment(experiment);
    QVERIFY(awaitSnapshot(session, inState(RunState::Ready)));
    session.play();
    QVERIFY(awaitSnapshot(session, [](const Snapshot &s) { return s.state == RunState::Running && s.epoch >= 10; }));
    const FailingCall failing("clEnqueueNDRangeKernel", 1, CL_DEVICE_NOT_AVAILABLE);
    const auto failed = awaitSnapshot(session, inState(RunState::Failed));
    QVERIFY(failed);
    QVERIFY2(failed->message.text().find("no longer there") != std::string::npos, failed->message.text().c_str());
    session.setPace(0);
    session.continueOn([] { return makeEigenBackend(); });
    const auto finished = awaitSnapshot(session, inState(RunState::Finished));
    QVERIFY(finished);
    QCOMPARE(finished->run, failed->run);
    QCOMPARE(finished->device.text(), eigen->description().text());
    for (std::size_t m = 0; m < expected.size(); ++m) {
        const History &history = finished->models[m].history;
        QCOMPARE(history.size(), expected[m].rows.size() + 1);
        for (std::size_t e = 0; e < expected[m].rows.size(); ++e)
            QVERIFY(distance(history[e].trainLoss, expected[m].rows[e].trainLoss) < 1e-5);
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClLostDevice)
#include "tst_opencl_lost_device.moc"
