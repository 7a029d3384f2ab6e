// Sessions on the command line: `actiscope FILE`, and what a program that was killed has left.
#include "tests/app/running_window.h"

#include "core/io/session_file.h"
#include "tests/support/small_experiment.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QTest>

#include <csignal>

using namespace actiscope;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        throw std::runtime_error("cannot write " + path.toStdString());
}

/** The small experiment, in the Training workspace. */
QByteArray sessionBytes(int samples)
{
    Experiment experiment = test::smallExperiment();
    generated(experiment.data).samples = samples;
    Session session{experiment};
    session.workspace = "training";
    return QByteArray::fromStdString(sessionText(session));
}

} // namespace

class TestWindowFiles : public QObject {
    Q_OBJECT

private slots:
    void aFileIsOpenedInTheWindow();
    void aDamagedFileIsSaidAndTheWindowIsThere();
    void whatIsNoFileIsWrongUse_data();
    void whatIsNoFileIsWrongUse();
    void aPictureOfASessionIsTaken();
    void aKilledWindowsChangesStayUntilSomebodyAnswers();

private:
    QTemporaryDir m_folder;
};

void TestWindowFiles::aFileIsOpenedInTheWindow()
{
    const QString file = m_folder.filePath(QString::fromUtf8("α moons.actiscope"));
    write(file, sessionBytes(64));
    RunningWindow window({file, "--theme", "dark"});
    QTRY_COMPARE_WITH_TIMEOUT(window.saved("window/workspace").toString(), QStringLiteral("training"), test::patience);
    QCOMPARE(window.saved("window/recentFiles").toStringList(), QStringList{file});
    QCOMPARE(window.saved("window/colorScheme").toInt(), 2);
    ::kill(pid_t(window.process.processId()), SIGTERM);
    QVERIFY(window.process.waitForFinished(test::patience));
    QCOMPARE(window.said(), QStringList());
    QFile read(file);
    QVERIFY(read.open(QIODevice::ReadOnly));
    QCOMPARE(read.readAll(), sessionBytes(64));
}

void TestWindowFiles::aDamagedFileIsSaidAndTheWindowIsThere()
{
    const QString file = m_folder.filePath("damaged.actiscope");
    write(file, sessionBytes(64).chopped(40));
    RunningWindow window({file});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(window.file()) || window.process.state() != QProcess::Running, test::patience);
    QCOMPARE(window.process.state(), QProcess::Running);
    QVERIFY(window.saved("window/recentFiles").toStringList().isEmpty());
    ::kill(pid_t(window.process.processId()), SIGTERM);
    QVERIFY(window.process.waitForFinished(test::patience));
    const QStringList said = window.said();
    QVERIFY2(said.size() == 1 && said[0].contains(file) && said[0].contains("line "), qPrintable(said.join('|')));
}

void TestWindowFiles::whatIsNoFileIsWrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << QStringList{"missing.actiscope"} << "missing.actiscope";
    QTest::newRow("missing, after an option") << QStringList{"--theme", "dark", "missing.actiscope"} << "missing.actiscope";
    QTest::newRow("two") << QStringList{ACTISCOPE_PROGRAM, ACTISCOPE_PROGRAM} << "one file too many";
    QTest::newRow("no subcommand") << QStringList{"missing"} << "unknown subcommand";
}

void TestWindowFiles::whatIsNoFileIsWrongUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const ProgramResult result = runProgram(arguments, {{"QT_QPA_PLATFORM", "offscreen"}});
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.errorLines().size() == 1 && result.errorLines()[0].contains(says), result.errors.constData());
}

void TestWindowFiles::aPictureOfASessionIsTaken()
{
    const QString picture = m_folder.filePath("a.png");
    write(m_folder.filePath("good.actiscope"), sessionBytes(64));
    write(m_folder.filePath("bad.actiscope"), "{}");
    const ProgramResult bad = runProgram({m_folder.filePath("bad.actiscope"), "--screenshot", picture}, withoutOpenCl());
    QCOMPARE(bad.exitCode, 1);
    QVERIFY2(bad.errorLines().size() == 1 && bad.errorLines()[0].contains("bad.actiscope"), bad.errors.constData());
    const ProgramResult good =
        runProgram({m_folder.filePath("good.actiscope"), "--screenshot", picture, "--size", "960x600"}, withoutOpenCl());
    QVERIFY2(good.exitCode == 0, good.errors.constData());
    QCOMPARE(QImage(picture).size(), QSize(960, 600));
}

/** Neither a start nor an end that nobody looks at takes them away. */
void TestWindowFiles::aKilledWindowsChangesStayUntilSomebodyAnswers()
{
    RunningWindow window;
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(window.file()), test::patience);
    ::kill(pid_t(window.process.processId()), SIGKILL);
    QVERIFY(window.process.waitForFinished(test::patience));
    const QString left = QFileInfo(window.file()).path() + "/unsaved/left.actiscope";
    write(left, sessionBytes(64));
    write(left + ".lock", QByteArray::number(window.process.processId()) + "999999\nactiscope\n\n\n"); // of a process that is no more
    for (const int number : {SIGTERM, SIGKILL}) {
        window.start({"--theme", number == SIGTERM ? "dark" : "light"});
        QTRY_COMPARE_WITH_TIMEOUT(window.saved("window/colorScheme").toInt(), number == SIGTERM ? 2 : 1, test::patience);
        QVERIFY(QFile::exists(left + ".lock")); // it is offered, and to no other window
        ::kill(pid_t(window.process.processId()), number);
        QVERIFY(window.process.waitForFinished(test::patience));
        QFile file(left);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), sessionBytes(64));
    }
}

QTEST_MAIN(TestWindowFiles)
#include "tst_window_files.moc"
