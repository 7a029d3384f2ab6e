// The training workspace while its session is silent: what a hand asks for is seen at once, and that it takes a while is said.
#include "tests/ui/training/training_fixture.h"

#include "tests/core/training/watched_backend.h"
#include "ui/base/resources.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/timeline/sentence_line.h"
#include "ui/training/timeline/timeline_view.h"

#include <QElapsedTimer>
#include <QToolButton>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr int atOnce = isSanitized ? 3000 : 600; ///< ms; a third of a second on a machine that is not busy
constexpr int manyPasses = 1'000'000;

/** A counting semaphore; that of GCC 12's library can sleep for ever (its bug 104928). */
class Passes {
public:
    void release(int count = 1)
    {
        const std::lock_guard lock(m_mutex);
        m_count += count;
        m_changed.notify_all();
    }
    void acquire()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_count > 0; });
        --m_count;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
};

/** A workspace whose backend is made, and trains each time that it is asked to, only when the test lets it. */
struct HeldBench {
    HeldBench()
    {
        catalog.choices.push_back({"held", "Held", "Held", [this] {
                                       isMaking = true;
                                       mayMake.acquire();
                                       return std::make_unique<WatchedBackend>([this](int) {
                                           isTraining = true;
                                           mayTrain.acquire();
                                       });
                                   }});
        fixture.emplace(endless(), catalog);
    }
    ~HeldBench()
    {
        mayMake.release(manyPasses);
        mayTrain.release(manyPasses);
        fixture.reset(); // which joins the session
    }
    static Experiment endless()
    {
        Experiment experiment = smallExperiment();
        experiment.stop.epochs = 1000;
        return experiment;
    }
    const RunControls &controls() const { return *fixture->workspace->controls(); }
    QString button() const { return controls().playButton()->text(); }
    QString epoch() const { return controls().epochText(); }
    QString hint() const { return fixture->workspace->timeline()->hint(); }

    Passes mayMake;
    Passes mayTrain;
    std::atomic<bool> isMaking = false;
    std::atomic<bool> isTraining = false;
    BackendCatalog catalog;
    std::optional<WorkspaceFixture> fixture;
};

} // namespace

class TestTrainingWait : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        applyTheme(*qApp, Theme::light());
    }
    void preparingIsSaid();
    void aStandInTrainsMeanwhile();
    void theDeviceTakesOverARunThatHasEnded();
    void aStepThatTakesLongIsSaid();
    void handsAreUnderstoodWhileTheSessionComputes();
    void anEpochThatTakesLongIsSaid();
    void aSlowPaceIsNoWait();
    void aHandThatChangesNothingIsAnswered();
};

void TestTrainingWait::preparingIsSaid()
{
    HeldBench held;
    QTRY_VERIFY_WITH_TIMEOUT(held.isMaking, patience);
    QTRY_COMPARE_WITH_TIMEOUT(held.epoch(), QStringLiteral("preparing…"), atOnce);
    QCOMPARE(held.hint(), QStringLiteral("Making data and weights…"));
    held.mayMake.release();
    WAIT_READY(*held.fixture, HeldBench::endless());
    QCOMPARE(held.epoch(), QStringLiteral("epoch 0 / 1000"));
    QCOMPARE(held.hint(), QStringLiteral("Press Space to train"));

    held.isTraining = false;
    held.fixture->workspace->controller().step(); // now there is a picture, and something that keeps the session
    QTRY_VERIFY_WITH_TIMEOUT(held.isTraining, patience);
    held.fixture->workspace->controller().reset();
    QTRY_COMPARE_WITH_TIMEOUT(held.epoch(), QStringLiteral("preparing… · epoch 0 / 1000"), atOnce);
    QCOMPARE(held.hint(), QStringLiteral("Making data and weights…"));
    held.mayTrain.release();
    QTRY_COMPARE_WITH_TIMEOUT(held.hint(), QStringLiteral("Press Space to train"), patience); // the epoch is 0 a little earlier
    QCOMPARE(held.epoch(), QStringLiteral("epoch 0 / 1000"));
}

/** Where the device's driver builds kernels, and the reference is there. */
void TestTrainingWait::aStandInTrainsMeanwhile()
{
    Passes mayMake;
    BackendCatalog catalog = eigenCatalog();
    catalog.choices.insert(catalog.choices.begin(), {"held", "Held", "Held", [&] {
                                                         mayMake.acquire();
                                                         return std::make_unique<WatchedBackend>([](int) {});
                                                     }});
    WorkspaceFixture fixture(HeldBench::endless(), catalog);
    const auto hint = [&] { return fixture.workspace->timeline()->hint(); };
    const auto sentence = [&] { return fixture.workspace->timeline()->sentence()->sentence(); };
    QTRY_COMPARE_WITH_TIMEOUT(hint(), QStringLiteral("Kernels are being built for the device. Until then Eigen trains."), patience);
    QCOMPARE(sentence(), hint()); // also before anything is trained
    fixture.workspace->controller().playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.epoch() > 0, patience);
    QVERIFY(fixture.workspace->snapshot()->standsIn);
    QCOMPARE(hint(), QStringLiteral("Kernels are being built for the device. Until then Eigen trains."));
    const std::int64_t before = fixture.epoch();
    mayMake.release();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.workspace->snapshot()->standsIn, patience);
    QVERIFY(fixture.epoch() >= before);
    QCOMPARE(hint(), QString());
    QVERIFY(sentence().contains(QStringLiteral("Epoch")));
    QVERIFY(fixture.workspace->controller().runs().empty()); // it is one run
    mayMake.release(manyPasses);
}

/** Nothing moves any more and nothing is asked, when what the stand-in trained to its end comes from the device. */
void TestTrainingWait::theDeviceTakesOverARunThatHasEnded()
{
    Passes mayMake;
    BackendCatalog catalog = eigenCatalog();
    catalog.choices.insert(catalog.choices.begin(), {"held", "Held", "Held", [&] {
                                                         mayMake.acquire();
                                                         return std::make_unique<WatchedBackend>([](int) {});
                                                     }});
    WorkspaceFixture fixture(smallExperiment(5), catalog);
    TrainingController &controller = fixture.workspace->controller();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace->snapshot() && fixture.workspace->snapshot()->standsIn, patience);
    controller.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Finished && controller.survey() && controller.survey()->isComplete, patience);
    QTest::qWait(300); // all that was to be seen of it is
    QVERIFY(!controller.isOver());
    mayMake.release();
    QTRY_VERIFY_WITH_TIMEOUT(controller.isOver(), patience);
    QVERIFY(!fixture.workspace->snapshot()->standsIn);
    QCOMPARE(fixture.epoch(), 5);
    mayMake.release(manyPasses);
}

void TestTrainingWait::aStepThatTakesLongIsSaid()
{
    HeldBench held;
    held.mayMake.release();
    WAIT_READY(*held.fixture, HeldBench::endless());
    held.fixture->workspace->controller().step();
    QCOMPARE(held.hint(), QString());
    QCOMPARE(held.button(), QStringLiteral("Train"));
    QTRY_COMPARE_WITH_TIMEOUT(held.epoch(), QStringLiteral("computing… · epoch 0 / 1000"), atOnce);
    held.mayTrain.release();
    QTRY_COMPARE_WITH_TIMEOUT(held.epoch(), QStringLiteral("epoch 1 / 1000"), patience);
}

void TestTrainingWait::handsAreUnderstoodWhileTheSessionComputes()
{
    HeldBench held;
    held.mayMake.release();
    WAIT_READY(*held.fixture, HeldBench::endless());
    TrainingWorkspace &workspace = *held.fixture->workspace;
    workspace.controller().step();
    QTRY_VERIFY_WITH_TIMEOUT(held.isTraining, patience);
    workspace.controller().playOrPause();
    QCOMPARE(held.button(), QStringLiteral("Pause"));
    QCOMPARE(held.hint(), QString());
    workspace.controller().playOrPause(); // and not a second time to train
    QCOMPARE(held.button(), QStringLiteral("Train"));
    QTRY_COMPARE_WITH_TIMEOUT(held.epoch(), QStringLiteral("pausing… · epoch 0 / 1000"), atOnce);
    held.mayTrain.release(); // the step; at most one epoch more between the two
    held.mayTrain.release();
    QTRY_VERIFY_WITH_TIMEOUT(held.fixture->state() == RunState::Paused && held.epoch().startsWith(QLatin1String("epoch ")), patience);
    QVERIFY(held.fixture->epoch() == 1 || held.fixture->epoch() == 2);
    QCOMPARE(held.button(), QStringLiteral("Train"));
}

void TestTrainingWait::anEpochThatTakesLongIsSaid()
{
    HeldBench held;
    held.mayMake.release();
    WAIT_READY(*held.fixture, HeldBench::endless());
    held.fixture->workspace->controller().playOrPause();
    QCOMPARE(held.button(), QStringLiteral("Pause"));
    QTRY_VERIFY_WITH_TIMEOUT(held.isTraining, patience);
    // The hand has its answer before the epoch ends: from then on this is an epoch among others.
    QTRY_COMPARE_WITH_TIMEOUT(held.epoch(), QStringLiteral("computing… · epoch 0 / 1000"), 300 + atOnce);
    held.mayTrain.release();
    // How long "epoch 1" stands alone before the next epoch is late depends on the machine.
    QTRY_VERIFY_WITH_TIMEOUT(held.epoch().endsWith(QLatin1String("epoch 1 / 1000")), patience);
    QCOMPARE(held.button(), QStringLiteral("Pause"));
    QTRY_COMPARE_WITH_TIMEOUT(held.epoch(), QStringLiteral("computing… · epoch 1 / 1000"), 300 + atOnce); // and not at a slow pace
}

/** Between two epochs of a slow pace nothing is computed, but the first is due at once; where they take long the word stays from one to the next. */
void TestTrainingWait::aSlowPaceIsNoWait()
{
    AwaitedAnswer answer;
    int said = 0;
    connect(&answer, &AwaitedAnswer::overdue, this, [&said] { ++said; });
    Snapshot run;
    run.state = RunState::Ready;
    answer.take(run);
    answer.setPace(0.5);
    run.state = RunState::Running;
    QElapsedTimer clock;
    clock.start();
    answer.take(run);
    QTRY_COMPARE_WITH_TIMEOUT(said, 1, patience);
    QVERIFY(clock.elapsed() >= 200);
    answer.take(run);
    QTest::qWait(600);
    QCOMPARE(said, 1);
    answer.setPace(0);
    answer.take(run);
    QTRY_COMPARE_WITH_TIMEOUT(said, 2, patience);
    answer.take(run);
    QCOMPARE(said, 2);
    QTRY_COMPARE_WITH_TIMEOUT(said, 3, patience);
}

/** A run that is over pauses no more. */
void TestTrainingWait::aHandThatChangesNothingIsAnswered()
{
    Experiment one = smallExperiment();
    one.stop.epochs = 1;
    WorkspaceFixture fixture(one);
    WAIT_READY(fixture, one);
    fixture.workspace->controller().playOrPause();
    fixture.workspace->controller().playOrPause();
    QTest::qWait(400);
    const QString epoch = fixture.workspace->controls()->epochText();
    QVERIFY2(epoch == QLatin1String("epoch 0 / 1") || epoch == QStringLiteral("finished · epoch 1 / 1"), qPrintable(epoch));
    fixture.workspace->controller().step();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace->controls()->epochText(), QStringLiteral("finished · epoch 1 / 1"), patience);
    fixture.workspace->controller().step();
    QTest::qWait(400);
    QCOMPARE(fixture.workspace->controls()->epochText(), QStringLiteral("finished · epoch 1 / 1"));
}

QTEST_MAIN(TestTrainingWait)
#include "tst_training_wait.moc"
