// The window's process, as the system sees it: its state is in the file soon after it changed, and it ends cleanly and soon when it is asked to.
#include "tests/app/running_window.h"

#include "core/io/experiment_file.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace actiscope;

namespace {

/** Whether a process has asked for a signal; before that the system ends it without a word. */
bool catches(qint64 process, int signal)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("SigCgt:"))
            return (line.mid(7).trimmed().toULongLong(nullptr, 16) >> (signal - 1) & 1) != 0;
    }
    return false;
}

} // namespace

class TestWindowEnd : public QObject {
    Q_OBJECT

private slots:
    void aSignalEndsItCleanly_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void aSignalEndsItCleanly();
    void beingKilledLosesNothingThatIsOld();
    void aHugeStepDoesNotKeepItAlive();
    void aDriverThatHangsDoesNotKeepItBack();
    void whatCouldNotBeSavedIsSaidAtTheEnd();
};

void TestWindowEnd::aSignalEndsItCleanly()
{
    QFETCH(int, number);
    RunningWindow window({QStringLiteral("--workspace"), QStringLiteral("training"), QStringLiteral("--theme"), QStringLiteral("dark")});
    QTest::qWait(300); // before the event loop runs a signal has its usual effect, which is as well
    while (window.process.state() == QProcess::Running && !QFile::exists(window.file()))
        QTest::qWait(50);
    ::kill(pid_t(window.process.processId()), number);
    QVERIFY(window.process.waitForFinished(test::patience));
    QCOMPARE(window.process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(window.process.exitCode(), 128 + number);
    QCOMPARE(window.said(), QStringList());
    QCOMPARE(window.saved(QStringLiteral("window/workspace")).toString(), QStringLiteral("training"));
    QCOMPARE(window.saved(QStringLiteral("window/colorScheme")).toInt(), 2);
}

void TestWindowEnd::beingKilledLosesNothingThatIsOld()
{
    RunningWindow window({QStringLiteral("--theme"), QStringLiteral("dark")});
    QTRY_COMPARE_WITH_TIMEOUT(window.saved(QStringLiteral("window/colorScheme")).toInt(), 2, test::patience);
    ::kill(pid_t(window.process.processId()), SIGKILL);
    QVERIFY(window.process.waitForFinished(test::patience));
    QVERIFY(QFile::exists(window.file()));
}

/** A step of this network takes many seconds. */
void TestWindowEnd::aHugeStepDoesNotKeepItAlive()
{
    RunningWindow first;
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(first.file()), test::patience);
    Experiment experiment = parseExperiment(first.saved(QStringLiteral("experiment")).toString().toStdString());
    experiment.hidden = std::vector<int>(8, 512);
    generated(experiment.data).samples = 20'000;
    first.process.kill();
    QVERIFY(first.process.waitForFinished(test::patience));
    {
        QSettings settings(first.file(), QSettings::IniFormat);
        settings.setValue(QStringLiteral("experiment"), QString::fromStdString(experimentText(experiment)));
        settings.setValue(QStringLiteral("window/workspace"), QStringLiteral("training"));
    }
    first.process.start(QStringLiteral(ACTISCOPE_PROGRAM), QStringList());
    QVERIFY(first.process.waitForStarted());
    QTest::qWait(4000); // it predicts, and does so for many seconds
    QElapsedTimer clock;
    clock.start();
    ::kill(pid_t(first.process.processId()), SIGTERM);
    QVERIFY(first.process.waitForFinished(test::patience));
    QCOMPARE(first.process.exitCode(), 128 + SIGTERM);
    QVERIFY2(clock.elapsed() < 4000, qPrintable(QString::number(clock.elapsed())));
}

/** It is given up after ten seconds, in which the window is there, and ends as soon as it is asked to. */
void TestWindowEnd::aDriverThatHangsDoesNotKeepItBack()
{
    QElapsedTimer clock;
    clock.start();
    RunningWindow window({QStringLiteral("--theme"), QStringLiteral("dark"), QStringLiteral("--workspace"), QStringLiteral("training")},
                         {{QStringLiteral("OPENCL_LAYERS"), QStringLiteral(ACTISCOPE_FAILING_LAYER)},
                          {QStringLiteral("ACTISCOPE_FAILING_CALL"), QStringLiteral("clGetDeviceIDs:1:hang")}});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(window.file()), test::patience);
    QVERIFY2(clock.elapsed() < 8000, qPrintable(QString::number(clock.elapsed())));
    clock.restart();
    ::kill(pid_t(window.process.processId()), SIGTERM);
    QVERIFY(window.process.waitForFinished(test::patience));
    QCOMPARE(window.process.exitCode(), 128 + SIGTERM);
    QVERIFY2(clock.elapsed() < 4000, qPrintable(QString::number(clock.elapsed())));
}

void TestWindowEnd::whatCouldNotBeSavedIsSaidAtTheEnd()
{
    RunningWindow window;
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(window.file()), test::patience);
    window.process.kill();
    QVERIFY(window.process.waitForFinished(test::patience));
    QVERIFY(QFile::remove(window.file()));
    QVERIFY(QDir(QFileInfo(window.file()).path()).removeRecursively());
    QFile inTheWay(QFileInfo(window.file()).path()); // where the folder should be: nobody can write there, not even root
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    window.process.start(QStringLiteral(ACTISCOPE_PROGRAM), {QStringLiteral("--theme"), QStringLiteral("dark")});
    QVERIFY(window.process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(catches(window.process.processId(), SIGTERM), test::patience);
    QTest::qWait(2000);
    ::kill(pid_t(window.process.processId()), SIGTERM);
    QVERIFY(window.process.waitForFinished(test::patience));
    QCOMPARE(window.process.exitCode(), 128 + SIGTERM);
    const QStringList said = window.said();
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.front().startsWith(QLatin1String("actiscope: ")) && said.front().contains(window.file()), qPrintable(said.front()));
}

QTEST_MAIN(TestWindowEnd)
#include "tst_window_end.moc"
