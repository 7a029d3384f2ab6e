// What the window does when nothing happens, and what it says while much does: it neither wakes up for nothing nor reads out each epoch.
#include "tests/ui/training/training_fixture.h"

#include "core/training/run_event.h"
#include "ui/base/quiet_label.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/controls/training_words.h"
#include "ui/window/main_window.h"

#include <QAbstractEventDispatcher>
#include <QAccessible>
#include <QTemporaryDir>

#include <map>
#include <memory>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** What a screen reader is told of when it changes. (Qt sends nothing where none is there, and so it is looked at here.) */
QString toldOf(const QWidget &widget)
{
    const auto *label = qobject_cast<const QLabel *>(&widget);
    const QString name = label && widget.accessibleName().isEmpty() ? label->text() : widget.accessibleName();
    return name + QLatin1Char('\n') + widget.accessibleDescription();
}

void waitFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/** A moment later in the life of a run. */
Snapshot laterThan(Snapshot snapshot, std::int64_t epoch, RunState state = RunState::Running)
{
    snapshot.epoch = snapshot.furthest = epoch;
    snapshot.state = state;
    return snapshot;
}

} // namespace

class TestQuiet : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void trainingIsNotReadOutEpochByEpoch();
    void progressIsToldNowAndThen();
    void eventsAreToldOnce();
    void aWindowAtRestDoesNotWakeUp();
    void whatIsSetAtRestIsStillShown();

private:
    TrainingWorkspace &training() { return *m_window->page<TrainingWorkspace>(); }
    bool isSettled();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestQuiet::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(
        eigenCatalog(), std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    training().setExperiment(smallExperiment(1'000'000));
    m_window->setWorkspace(QStringLiteral("training"));
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(training().snapshot() && training().snapshot()->state == RunState::Ready, patience);
    training().controls()->setPace(0);
}

void TestQuiet::cleanup()
{
    m_window.reset();
}

void TestQuiet::trainingIsNotReadOutEpochByEpoch()
{
    const QLabel &status = *m_window->findChild<QLabel *>(QStringLiteral("status"));
    training().controller().playOrPause();
    // That it begins is told (progressIsToldNowAndThen); on a fast machine what happens in it takes its place before anybody looks here.
    QTRY_VERIFY_WITH_TIMEOUT(training().snapshot()->epoch > 100, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!status.accessibleName().isEmpty(), patience);
    const std::int64_t before = training().snapshot()->epoch;
    std::map<QWidget *, QString> last;
    std::map<QWidget *, int> changes;
    for (int frame = 0; frame < 50; ++frame) {
        waitFor(20);
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            const QString now = toldOf(*widget), then = std::exchange(last[widget], now);
            changes[widget] += frame > 0 && now != then ? 1 : 0;
        }
    }
    QVERIFY(training().snapshot()->epoch > before + 50);
    for (const auto &[widget, times] : changes)
        QVERIFY2(times <= 2, qPrintable(QStringLiteral("%1: %2 times, now %3").arg(QLatin1String(widget->metaObject()->className())).arg(times).arg(last[widget])));
    training().controller().playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(status.accessibleName().startsWith(QStringLiteral("Paused at epoch")), patience);
    QAccessibleInterface *epoch = QAccessible::queryAccessibleInterface(training().controls()->findChild<QuietLabel *>());
    QVERIFY(epoch && epoch->text(QAccessible::Name) == training().controls()->epochText()); // for who asks
}

void TestQuiet::progressIsToldNowAndThen()
{
    using namespace std::chrono_literals;
    const Snapshot ready = *training().snapshot();
    RunAnnouncer announcer;
    RunAnnouncer::Clock::time_point now{};
    QVERIFY(announcer.take(ready, nullptr, now).sentence.isEmpty());
    const RunAnnouncer::News begun = announcer.take(laterThan(ready, 1), nullptr, now += 1s);
    QCOMPARE(begun.sentence, QStringLiteral("Training from epoch 0"));
    QVERIFY(begun.isSeen);
    int said = 0;
    for (int frame = 1; frame <= 65 * 60; ++frame)
        said += announcer.take(laterThan(ready, 1 + frame), nullptr, now += 16ms).sentence.isEmpty() ? 0 : 1;
    QCOMPARE(said, 6); // in 62 seconds
    const RunAnnouncer::News ended = announcer.take(laterThan(ready, 5000, RunState::Paused), nullptr, now += 16ms);
    QVERIFY(ended.sentence.startsWith(QStringLiteral("Paused at epoch 5000")) && !ended.isSeen);
    for (int frame = 0; frame < 2000; ++frame)
        QVERIFY(announcer.take(laterThan(ready, 5000, RunState::Paused), nullptr, now += 16ms).sentence.isEmpty());
}

void TestQuiet::eventsAreToldOnce()
{
    const Snapshot ready = *training().snapshot();
    RunSurvey survey;
    survey.run = ready.run;
    RunAnnouncer announcer;
    RunAnnouncer::Clock::time_point now{};
    announcer.take(ready, nullptr, now);
    announcer.take(laterThan(ready, 1), &survey, now);
    const auto plateau = std::ranges::find(eventKinds(), std::string_view("plateau"), &EventKind::name);
    survey.events.push_back({.kind = &*plateau, .model = 0, .epoch = 0, .until = 30});
    const RunAnnouncer::News news = announcer.take(laterThan(ready, 30), &survey, now);
    QVERIFY(news.sentence.contains(QStringLiteral("does not get better")) && news.isSeen);
    survey.events.back().until = 50; // it lasts, and is no other
    QVERIFY(announcer.take(laterThan(ready, 50), &survey, now).sentence.isEmpty());
    survey.events.back().model = 1;
    QVERIFY(!announcer.take(laterThan(ready, 60), &survey, now).sentence.isEmpty());
    RunAnnouncer other; // who looks at what is over is told nothing
    other.take(ready, nullptr, now);
    QVERIFY(!other.take(laterThan(ready, 60, RunState::Paused), &survey, now).sentence.contains(QStringLiteral("get better")));
}

bool TestQuiet::isSettled()
{
    const auto survey = training().controller().survey();
    return survey && survey->isComplete && survey->furthest == training().snapshot()->furthest;
}

/** Paused after training: no timer goes on. */
void TestQuiet::aWindowAtRestDoesNotWakeUp()
{
    training().controller().playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(training().snapshot()->epoch > 200, patience);
    training().controller().playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(training().snapshot()->state == RunState::Paused && isSettled(), patience);
    waitFor(7000); // the status bar's sentence goes, and what looks more and more rarely comes to rest
    int wakes = 0;
    const auto counted = connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this, [&wakes] { ++wakes; });
    waitFor(3000);
    disconnect(counted);
    QVERIFY2(wakes <= 6, qPrintable(QStringLiteral("%1 times in 3 seconds").arg(wakes)));
}

void TestQuiet::whatIsSetAtRestIsStillShown()
{
    waitFor(1000);
    Experiment experiment = smallExperiment(1'000'000);
    experiment.models[0].optimizer.learningRate = 0.5;
    training().controller().document().apply(experiment);
    QTRY_VERIFY_WITH_TIMEOUT(training().snapshot()->experiment == experiment && training().snapshot()->state == RunState::Ready, patience);
    training().controller().step();
    QTRY_COMPARE_WITH_TIMEOUT(training().snapshot()->epoch, std::int64_t(1), patience);
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patience);
    waitFor(300);
    experiment.models[0].optimizer.learningRate = 0.25; // in the middle of a run
    training().controller().document().apply(experiment);
    QTRY_VERIFY_WITH_TIMEOUT(training().snapshot()->experiment == experiment, patience);
}

QTEST_MAIN(TestQuiet)
#include "tst_quiet.moc"
