// What train writes when it is interrupted, when an output fails, and where two outputs are the same file.
#include "tests/app/program.h"
#include "tests/app/small_training.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace actiscope;

namespace {

const QStringList longRun = {"train", "--samples", "2000", "--hidden", "64,64", "--epochs", "1000000", "--backend", "eigen"};
const QStringList shortRun = {"train", "--samples", "40", "--hidden", "4", "--epochs", "3", "--backend", "eigen"};

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

class TestTrainOutputs : public QObject {
    Q_OBJECT

private slots:
    void aSignalEndsTheRunWithAllOutputs_data();
    void aSignalEndsTheRunWithAllOutputs();
    void aHugeEpochIsLeft_data();
    void aHugeEpochIsLeft();
    void aSecondSignalEndsAtOnceAndLeavesTheFigures();
    void aJsonOnStandardOutputIsWrittenOnce();
    void anOutputThatFailsTakesNoOtherWithIt();
    void aSignalAfterTheLastEpochChangesNothing();
    void aFullDiskIsNamed();
    void aMountedFileIsWritten();
    void aFileThatMayNotGrowIsNamed();
    void aReaderThatGoesAwayIsSaid_data();
    void aReaderThatGoesAwayIsSaid();
    void twoOutputsThatAreOneFileAreRefused_data();
    void twoOutputsThatAreOneFileAreRefused();
    void namesAreBytes();
    void pipesAreWrittenWhereSomebodyReads();
    void aPipeThatNobodyReadsIsRefused();
    void standardOutputByAnotherNameHasNoSummary();
    void hugeFiguresAreRefusedBeforehand();
    void rightsOfAFileStay();
};

void TestTrainOutputs::aSignalEndsTheRunWithAllOutputs_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("INT") << SIGINT;
    QTest::newRow("TERM") << SIGTERM;
    QTest::newRow("HUP") << SIGHUP;
}

void TestTrainOutputs::aSignalEndsTheRunWithAllOutputs()
{
    QFETCH(int, signal);
    const QTemporaryDir folder;
    QProcess program;
    program.setWorkingDirectory(folder.path());
    program.start(ACTISCOPE_PROGRAM, longRun + QStringList{"--csv", "a.csv", "--json", "b.json", "--diagnostics", "d.json"});
    QVERIFY(program.waitForStarted());
    QVERIFY(!program.waitForFinished(3000));
    ::kill(static_cast<pid_t>(program.processId()), signal);
    QVERIFY(program.waitForFinished(20000));
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 128 + signal);
    const QByteArray errors = program.readAllStandardError();
    const QString epoch = QString::fromUtf8(errors).section("stopped at epoch ", 1).section(' ', 0, 0);
    QVERIFY2(errors.contains(" of 1000000") && epoch.toInt() > 0, errors.constData());
    QVERIFY(program.readAllStandardOutput().contains(epoch.toUtf8() + " epochs on Eigen"));
    QCOMPARE(csvRows(contentOf(folder.filePath("a.csv"))).size(), std::size_t(2 * (epoch.toInt() + 1)));
    QVERIFY(QJsonDocument::fromJson(contentOf(folder.filePath("b.json"))).isObject());
    QCOMPARE(QJsonDocument::fromJson(contentOf(folder.filePath("d.json"))).object().value("epoch").toInt(), epoch.toInt());
    QCOMPARE(filesIn(folder.path()), QStringList({"a.csv", "b.json", "d.json"}));
}

void TestTrainOutputs::aHugeEpochIsLeft_data()
{
    QTest::addColumn<QStringList>("size");
    // The figures of epoch 0 are computed to the end: with a sanitizer they would take minutes themselves.
    QTest::newRow("in a batch of all samples") << QStringList{"--samples", test::isSanitized ? "3000" : "30000", "--test-fraction", "0.01", "--hidden",
                                                              "512,512,512,512,512,512,512,512"};
    QTest::newRow("between many batches") << QStringList{"--samples", "3000", "--batch-size", "1", "--hidden", "512,512,512,512"};
}

/** An epoch of these takes minutes; what was left of it is in no figure. */
void TestTrainOutputs::aHugeEpochIsLeft()
{
    QFETCH(QStringList, size);
    const QTemporaryDir folder;
    QProcess program;
    program.setWorkingDirectory(folder.path());
    program.start(ACTISCOPE_PROGRAM,
                  QStringList{"train", "--activation", "relu", "--backend", "eigen", "--csv", "a.csv", "--json", "b.json"} + size);
    QVERIFY(program.waitForStarted());
    QVERIFY(!program.waitForFinished(4000));
    ::kill(static_cast<pid_t>(program.processId()), SIGINT);
    QVERIFY(program.waitForFinished(test::patience));
    QCOMPARE(program.exitCode(), 128 + SIGINT);
    QVERIFY(program.readAllStandardError().contains("stopped at epoch 0 of 100"));
    QCOMPARE(csvRows(contentOf(folder.filePath("a.csv"))).size(), std::size_t{1});
    QVERIFY(QJsonDocument::fromJson(contentOf(folder.filePath("b.json"))).isObject());
}

/** It comes while the boundaries of a large network are computed, which takes minutes. */
void TestTrainOutputs::aSecondSignalEndsAtOnceAndLeavesTheFigures()
{
    const QTemporaryDir folder;
    QProcess program;
    program.setWorkingDirectory(folder.path());
    // Wide enough for its figure to take a while, which is seconds under a sanitizer already for a narrow one.
    program.start(ACTISCOPE_PROGRAM, {"train", "--samples", "50", "--hidden", test::isSanitized ? "128,128" : "512,512,512,512", "--epochs", "100000",
                                      "--backend", "eigen", "--csv", "a.csv", "--json", "b.json", "--figure", "f.png"});
    QVERIFY(program.waitForStarted());
    QVERIFY(!program.waitForFinished(3000));
    ::kill(static_cast<pid_t>(program.processId()), SIGINT);
    QTRY_VERIFY_WITH_TIMEOUT(!contentOf(folder.filePath("b.json")).isEmpty(), test::patience);
    QVERIFY(!program.waitForFinished(500));
    ::kill(static_cast<pid_t>(program.processId()), SIGINT);
    QVERIFY(program.waitForFinished(5000));
    QVERIFY(program.exitStatus() == QProcess::CrashExit);
    QCOMPARE(filesIn(folder.path()), QStringList({"a.csv", "b.json"}));
    QVERIFY(QJsonDocument::fromJson(contentOf(folder.filePath("b.json"))).isObject());
    QVERIFY(csvRows(contentOf(folder.filePath("a.csv"))).size() >= 2);
}

/** With the seconds that its boundaries took; a file is written twice. */
void TestTrainOutputs::aJsonOnStandardOutputIsWrittenOnce()
{
    const ProgramResult result = runProgram(shortRun + QStringList{"--json", "-", "--boundaries"});
    QCOMPARE(result.exitCode, 0);
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(result.output, &error);
    QVERIFY2(error.error == QJsonParseError::NoError, result.output.constData());
    QVERIFY(json.object().value("seconds").toObject().value("boundaries").toDouble() > 0);
}

/** It comes while a figure of all epochs waits for its reader. */
void TestTrainOutputs::aSignalAfterTheLastEpochChangesNothing()
{
    const QTemporaryDir folder;
    QCOMPARE(mkfifo(folder.filePath("pipe").toUtf8().constData(), 0600), 0);
    QFile reader(folder.filePath("pipe"));
    const int file = open(folder.filePath("pipe").toUtf8().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QProcess program;
    program.setWorkingDirectory(folder.path());
    program.start(ACTISCOPE_PROGRAM, {"train", "--samples", "40", "--hidden", "4", "--epochs", "3000", "--backend", "eigen", "--csv",
                                      "pipe", "--json", "b.json"});
    QVERIFY(program.waitForStarted());
    int waiting = 0; // bytes
    QTRY_VERIFY_WITH_TIMEOUT(ioctl(file, FIONREAD, &waiting) == 0 && waiting > 0, 60000);
    ::kill(static_cast<pid_t>(program.processId()), SIGINT);
    fcntl(file, F_SETFL, 0);
    QVERIFY(reader.open(file, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
    const QByteArray csv = reader.readAll();
    QVERIFY(program.waitForFinished(20000));
    const QByteArray errors = program.readAllStandardError();
    QVERIFY2(program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0 && errors.isEmpty(), errors.constData());
    QCOMPARE(csvRows(csv).size(), std::size_t{2 * 3001});
    QVERIFY(QJsonDocument::fromJson(contentOf(folder.filePath("b.json"))).isObject());
}

void TestTrainOutputs::anOutputThatFailsTakesNoOtherWithIt()
{
    const QTemporaryDir folder;
    const ProgramResult result =
        runProgram(shortRun + QStringList{"--csv", "/dev/full", "--json", "b.json", "--diagnostics", "d.json"}, {}, folder.path());
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errorLines().size() == 1 && result.errors.contains("--csv") && result.errors.contains("No space left on device"),
             result.errors.constData());
    QVERIFY(result.output.contains("train loss"));
    QCOMPARE(filesIn(folder.path()), QStringList({"b.json", "d.json"}));
    QCOMPARE(runProgram(shortRun + QStringList{"--csv", "/dev/full", "--json", "/dev/full"}).exitCode, 2);
}

void TestTrainOutputs::aFullDiskIsNamed()
{
    const QTemporaryDir folder;
    const QByteArray disk = folder.filePath("disk").toUtf8();
    QVERIFY(QDir().mkpath(disk));
    if (mount("actiscope-test", disk.constData(), "tmpfs", 0, "size=8k") != 0)
        QSKIP("file systems cannot be mounted here");
    const ProgramResult result = runProgram({"data", "--samples", "5000", "--csv", disk + "/a.csv"});
    const QStringList files = filesIn(disk);
    umount2(disk.constData(), MNT_DETACH);
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errorLines().size() == 1 && result.errors.contains("No space left on device"), result.errors.constData());
    QCOMPARE(files, QStringList());
}

/** As containers have them: nothing can be renamed to it. */
void TestTrainOutputs::aMountedFileIsWritten()
{
    const QTemporaryDir folder;
    const QByteArray outside = folder.filePath("outside").toUtf8(), path = folder.filePath("a.csv").toUtf8();
    for (const QByteArray &name : {outside, path}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(100000, 'x')) == 100000);
    }
    if (mount(outside.constData(), path.constData(), nullptr, MS_BIND, nullptr) != 0)
        QSKIP("files cannot be mounted here");
    const ProgramResult result = runProgram(shortRun + QStringList{"--csv", path});
    umount2(path.constData(), MNT_DETACH);
    QVERIFY2(result.exitCode == 0 && result.errors.isEmpty(), result.errors.constData());
    QCOMPARE(csvRows(contentOf(outside)).size(), std::size_t{8});
    QCOMPARE(filesIn(folder.path()), QStringList({"a.csv", "outside"}));
}

/** ulimit -f: the system sends a signal that ends a program without a word. */
void TestTrainOutputs::aFileThatMayNotGrowIsNamed()
{
    const QTemporaryDir folder;
    QProcess shell;
    shell.setWorkingDirectory(folder.path());
    shell.start("bash",
                {"-c", "ulimit -f 4; exec \"$0\" train --samples 40 --hidden 4 --epochs 500 --backend eigen --csv a.csv --json b.json",
                 ACTISCOPE_PROGRAM});
    QVERIFY(shell.waitForFinished(60000));
    const QByteArray errors = shell.readAllStandardError();
    QVERIFY2(shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 1, errors.constData());
    QVERIFY2(errors.count('\n') == 1 && errors.contains("--csv") && errors.contains("File too large"), errors.constData());
    QCOMPARE(filesIn(folder.path()), QStringList({"b.json"}));
}

void TestTrainOutputs::aReaderThatGoesAwayIsSaid_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("list") << "list --data";
    QTest::newRow("devices") << "devices";
    QTest::newRow("train") << "train --samples 40 --hidden 4 --epochs 3 --csv -";
}

/** Nothing is left behind: without a home, OpenCL's programs are kept in a folder for temporary files. */
void TestTrainOutputs::aReaderThatGoesAwayIsSaid()
{
    QFETCH(QString, command);
    const QTemporaryDir folder;
    QProcess shell;
    shell.setWorkingDirectory(folder.path());
    shell.start("bash",
                {"-c",
                 "unset HOME XDG_CACHE_HOME POCL_CACHE_DIR; export TMPDIR=$PWD; mkfifo pipe; (exec 3< pipe) & exec 4> pipe; wait; \"$0\" "
                     + command + " >&4; rc=$?; rm pipe; exit $rc",
                 ACTISCOPE_PROGRAM});
    QVERIFY(shell.waitForFinished(120000));
    const QByteArray errors = shell.readAllStandardError();
    QVERIFY2(shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 1 && errors.contains("Broken pipe"), errors.constData());
    QCOMPARE(filesIn(folder.path()), QStringList());
}

void TestTrainOutputs::twoOutputsThatAreOneFileAreRefused_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("other spelling") << "x.csv"
                                    << "./x.csv";
    QTest::newRow("through a folder") << "x.csv"
                                      << "folder/../x.csv";
    QTest::newRow("link") << "there"
                          << "link";
    QTest::newRow("hard link") << "there"
                               << "hard";
    QTest::newRow("link to what is not there") << "missing"
                                               << "dangling";
    QTest::newRow("linked folder") << "folder/new"
                                   << "linked/new";
    QTest::newRow("standard output") << "-"
                                     << "/dev/stdout";
    QTest::newRow("standard output's number") << "/dev/fd/1"
                                              << "-";
    QTest::newRow("pipe") << "pipe"
                          << "./pipe";
}

void TestTrainOutputs::twoOutputsThatAreOneFileAreRefused()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const QTemporaryDir folder;
    const auto path = [&](const char *name) { return folder.filePath(name).toUtf8(); };
    QVERIFY(QFile(path("there")).open(QIODevice::WriteOnly) && QDir().mkpath(path("folder")));
    QVERIFY(symlink("there", path("link")) == 0 && link(path("there"), path("hard")) == 0 && symlink("missing", path("dangling")) == 0);
    QVERIFY(symlink("folder", path("linked")) == 0 && mkfifo(path("pipe"), 0600) == 0);
    const int reader = open(path("pipe"), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    const ProgramResult result = runProgram(shortRun + QStringList{"--csv", first, "--json", second}, {}, folder.path());
    close(reader);
    QVERIFY2(result.exitCode == 2, result.errors.constData());
    QVERIFY2(result.errorLines().size() == 1 && result.errors.contains("is already the output of --csv"), result.errors.constData());
    QCOMPARE(filesIn(folder.path()).size(), 7); // no other one
}

void TestTrainOutputs::namesAreBytes()
{
    const QTemporaryDir folder;
    QProcess shell;
    shell.setWorkingDirectory(folder.path());
    shell.start(
        "sh",
        {"-c",
         "exec \"$0\" train --samples 40 --epochs 3 --backend eigen --csv \"$(printf 'a\\377b.csv')\" --figure \"$(printf 'f\\351.svg')\"",
         ACTISCOPE_PROGRAM});
    QVERIFY(shell.waitForFinished(60000));
    QCOMPARE(shell.exitCode(), 0);
    for (const char *name : {"/a\377b.csv", "/f\351.svg"}) {
        struct stat status {};
        QCOMPARE(stat((folder.path().toUtf8() + name).constData(), &status), 0);
        QVERIFY(status.st_size > 0);
        unlink((folder.path().toUtf8() + name).constData()); // QTemporaryDir cannot name it
    }
}

void TestTrainOutputs::pipesAreWrittenWhereSomebodyReads()
{
    const QTemporaryDir folder;
    QProcess shell;
    shell.setWorkingDirectory(folder.path());
    shell.start("bash", QStringList{"-c",
                                    "mkfifo pipe; (sleep 0.5; cat pipe > copy) & \"$0\" \"$@\" --csv pipe --json >(cat > json) > summary; "
                                    "rc=$?; wait; sleep 0.3; exit $rc",
                                    ACTISCOPE_PROGRAM}
                            + shortRun);
    QVERIFY(shell.waitForFinished(60000));
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
    QCOMPARE(csvRows(contentOf(folder.filePath("copy"))).size(), std::size_t{8});
    QVERIFY(QJsonDocument::fromJson(contentOf(folder.filePath("json"))).isObject());
    QVERIFY(contentOf(folder.filePath("summary")).contains("train loss"));
}

void TestTrainOutputs::aPipeThatNobodyReadsIsRefused()
{
    const QTemporaryDir folder;
    QCOMPARE(mkfifo(folder.filePath("pipe").toUtf8().constData(), 0600), 0);
    const ProgramResult result = runProgram(shortRun + QStringList{"--csv", "pipe"}, {}, folder.path());
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.errorLines().size() == 1 && result.errors.contains("nobody reads"), result.errors.constData());
}

void TestTrainOutputs::standardOutputByAnotherNameHasNoSummary()
{
    const ProgramResult result = runProgram(shortRun + QStringList{"--csv", "/dev/stdout"});
    QCOMPARE(result.exitCode, 0);
    QCOMPARE(csvRows(result.output).size(), std::size_t{8});
    QVERIFY(!result.output.contains("train loss"));
}

void TestTrainOutputs::hugeFiguresAreRefusedBeforehand()
{
    QStringList arguments = shortRun;
    for (int i = 0; i < 65; ++i)
        arguments << "--activation"
                  << "relu";
    const QTemporaryDir folder;
    const ProgramResult result = runProgram(arguments + QStringList{"--figure", "a.png"}, {}, folder.path());
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.errorLines().size() == 1 && result.errors.contains("64"), result.errors.constData());
}

void TestTrainOutputs::rightsOfAFileStay()
{
    const QTemporaryDir folder;
    const QByteArray path = folder.filePath("a.csv").toUtf8();
    QVERIFY(QFile(path).open(QIODevice::WriteOnly));
    QCOMPARE(chmod(path.constData(), 0640), 0);
    QCOMPARE(runProgram(shortRun + QStringList{"--csv", path}).exitCode, 0);
    struct stat status {};
    QCOMPARE(stat(path.constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777u, 0640u);
    QVERIFY(status.st_size > 0);
}

QTEST_GUILESS_MAIN(TestTrainOutputs)
#include "tst_train_outputs.moc"
