// A training session whose device is slow to load an experiment, as a driver that builds programs is: a stand-in trains meanwhile, and the device then
// trains the same.
#include "core/base/errors.h"
#include "core/training/comparison.h"
#include "core/training/recorded_run.h"
#include "tests/core/training/session_fixture.h"
#include "tests/core/training/watched_backend.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** A door that stays open once it was opened. */
class Door {
public:
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_opened.notify_all();
    }
    void pass()
    {
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, [this] { return m_isOpen; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_isOpen = false;
};

/** In float, so that its figures are not the stand-in's, and nothing is loaded before the door is open. */
class SlowDevice : public WatchedBackend {
public:
    explicit SlowDevice(Door &door) : WatchedBackend([](int) {}, {}, Precision::Float), m_door(door) {}
    Message description() const override { return "device"; }
    void load(const Cohort &cohort) override
    {
        m_door.pass();
        WatchedBackend::load(cohort);
    }

private:
    Door &m_door;
};

/** A session on a slow device with Eigen as its stand-in. */
struct SlowBench {
    SlowBench() : session(std::make_unique<TrainingSession>([this] { return std::make_unique<SlowDevice>(door); }, [] { return makeEigenBackend(); }))
    {
        session->setGrid(GridSpec{.width = 11, .height = 7}, GridSpec{.width = 21, .height = 13});
    }
    ~SlowBench()
    {
        door.open(); // the session waits for who loads
        session.reset();
    }

    Door door;
    std::unique_ptr<TrainingSession> session;
};

/** The training losses of the models at all epochs, as the device alone finds them with these changes, each made where it says. */
std::vector<double> lossesAlone(const Experiment &experiment, const std::vector<Change> &changes, int epochs)
{
    const auto device = makeEigenBackend(Precision::Float);
    RunRecord record;
    record.start = std::make_shared<const Experiment>(experiment);
    record.changes = changes;
    RecordedRun run(std::make_unique<Comparison>(1, experiment, *device), record);
    run.advance(epochs);
    std::vector<double> losses;
    for (const ModelSnapshot &model : run.snapshot(std::nullopt).models)
        for (std::size_t row = 0; row < model.history.size(); ++row)
            losses.push_back(model.history[row].trainLoss);
    return losses;
}

std::vector<double> lossesOf(const Snapshot &snapshot)
{
    std::vector<double> losses;
    for (const ModelSnapshot &model : snapshot.models)
        for (std::size_t row = 0; row < model.history.size(); ++row)
            losses.push_back(model.history[row].trainLoss);
    return losses;
}

bool isOfStandIn(const Snapshot &snapshot)
{
    return snapshot.standsIn && !snapshot.models.empty();
}

bool isOfDevice(const Snapshot &snapshot)
{
    return !snapshot.standsIn && !snapshot.models.empty();
}

} // namespace

class TestSessionStandIn : public QObject {
    Q_OBJECT

private slots:
    void trainsWhileADeviceIsSlow();
    void whatWasPausedStaysPaused();
    void whatWasChangedIsChangedAgain();
    void aNewExperimentIsTheOneThatArrives();
    void aQuickDeviceNeedsNone();
    void aDeviceThatFailsSaysSo();
    void anotherDeviceTakesItsPlace();
};

void TestSessionStandIn::trainsWhileADeviceIsSlow()
{
    SlowBench bench;
    bench.session->setExperiment(sessionExperiment());
    bench.session->play();
    const auto before = awaitSnapshot(*bench.session, [](const Snapshot &each) { return isOfStandIn(each) && each.epoch >= 5; });
    QVERIFY(before);
    QVERIFY(before->device.text().find("Eigen") != std::string::npos);
    bench.door.open();
    const auto after = awaitSnapshot(*bench.session, [](const Snapshot &each) { return isOfDevice(each) && each.state == RunState::Finished; });
    QVERIFY(after);
    QCOMPARE(after->device.text(), std::string("device"));
    QVERIFY(after->run > before->run);
    QVERIFY(!after->record->parent);
    QCOMPARE(lossesOf(*after), lossesAlone(sessionExperiment(), {}, sessionExperiment().stop.epochs)); // from the first epoch on
}

void TestSessionStandIn::whatWasPausedStaysPaused()
{
    SlowBench bench;
    bench.session->setExperiment(sessionExperiment());
    for (int i = 0; i < 3; ++i)
        bench.session->step();
    QVERIFY(awaitSnapshot(*bench.session, [](const Snapshot &each) { return isOfStandIn(each) && each.epoch == 3; }));
    bench.door.open();
    const auto after = awaitSnapshot(*bench.session, isOfDevice);
    QVERIFY(after);
    QCOMPARE(after->epoch, std::int64_t{3});
    QCOMPARE(after->state, RunState::Paused);
    QCOMPARE(lossesOf(*after), lossesAlone(sessionExperiment(), {}, 3));
}

void TestSessionStandIn::whatWasChangedIsChangedAgain()
{
    SlowBench bench;
    bench.session->setExperiment(sessionExperiment());
    bench.session->step();
    bench.session->step();
    Experiment faster = sessionExperiment();
    for (ModelConfiguration &model : faster.models)
        model.optimizer.learningRate *= 3;
    for (const Change &change : changesBetween(sessionExperiment(), faster))
        bench.session->apply(change);
    bench.session->step();
    QVERIFY(awaitSnapshot(*bench.session, [](const Snapshot &each) { return isOfStandIn(each) && each.epoch == 3; }));
    bench.door.open();
    const auto after = awaitSnapshot(*bench.session, isOfDevice);
    QVERIFY(after);
    QVERIFY(!after->record->changes.empty());
    QCOMPARE(after->experiment.models.front().optimizer.learningRate, faster.models.front().optimizer.learningRate);
    QCOMPARE(lossesOf(*after), lossesAlone(sessionExperiment(), after->record->changes, 3));
    QVERIFY(lossesOf(*after) != lossesAlone(sessionExperiment(), {}, 3));
}

/** The device is still busy with the one before. */
void TestSessionStandIn::aNewExperimentIsTheOneThatArrives()
{
    SlowBench bench;
    bench.session->setExperiment(sessionExperiment());
    QVERIFY(awaitSnapshot(*bench.session, isOfStandIn));
    Experiment other = sessionExperiment();
    other.hidden = {3};
    bench.session->setExperiment(other);
    bench.session->step();
    QVERIFY(awaitSnapshot(*bench.session, [](const Snapshot &each) { return isOfStandIn(each) && each.cohort->shape.hidden.front() == 3 && each.epoch == 1; }));
    bench.door.open();
    const auto after = awaitSnapshot(*bench.session, isOfDevice);
    QVERIFY(after);
    QCOMPARE(after->cohort->shape.hidden, (std::vector<int>{3}));
    QCOMPARE(lossesOf(*after), lossesAlone(other, {}, 1));
}

void TestSessionStandIn::aQuickDeviceNeedsNone()
{
    SlowBench bench;
    bench.door.open();
    std::atomic<int> standIns = 0;
    TrainingSession session([&] { return std::make_unique<SlowDevice>(bench.door); },
                            [&] {
                                ++standIns;
                                return makeEigenBackend();
                            });
    session.setExperiment(sessionExperiment());
    session.play();
    QVERIFY(awaitSnapshot(session, inState(RunState::Finished)));
    session.reset();
    session.play();
    const auto after = awaitSnapshot(session, inState(RunState::Finished));
    QVERIFY(after && !after->standsIn);
    QCOMPARE(standIns.load(), 0);
}

void TestSessionStandIn::aDeviceThatFailsSaysSo()
{
    Door door;
    TrainingSession session(
        [&]() -> std::unique_ptr<Backend> {
            door.pass();
            throw BackendError("clBuildProgram", "out of resources");
        },
        [] { return makeEigenBackend(); });
    session.setExperiment(sessionExperiment());
    session.step();
    const auto before = awaitSnapshot(session, [](const Snapshot &each) { return isOfStandIn(each) && each.epoch == 1; });
    QVERIFY(before);
    door.open();
    const auto failed = awaitSnapshot(session, inState(RunState::Failed));
    QVERIFY(failed);
    QVERIFY(failed->message.text().find("out of resources") != std::string::npos);
    session.continueOn([] { return makeEigenBackend(); });
    const auto after = awaitSnapshot(session, isOfDevice);
    QVERIFY(after);
    QCOMPARE(after->epoch, std::int64_t{1});
}

void TestSessionStandIn::anotherDeviceTakesItsPlace()
{
    SlowBench bench;
    bench.session->setExperiment(sessionExperiment());
    QVERIFY(awaitSnapshot(*bench.session, isOfStandIn));
    bench.session->setBackend([] { return makeEigenBackend(Precision::Float); });
    const auto after = awaitSnapshot(*bench.session, isOfDevice);
    QVERIFY(after);
    QVERIFY(after->device.text() != "device");
    bench.door.open(); // what nobody wants any more
    bench.session->play();
    const auto finished = awaitSnapshot(*bench.session, inState(RunState::Finished));
    QVERIFY(finished);
    QCOMPARE(finished->device.text(), after->device.text());
}

QTEST_GUILESS_MAIN(TestSessionStandIn)
#include "tst_session_stand_in.moc"
