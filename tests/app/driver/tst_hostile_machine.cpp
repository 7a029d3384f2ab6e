// OpenCL drivers that end the process that calls them: for want of a folder, of room, of memory, or over their own damaged files.
#include "tests/app/program.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace actiscope;

namespace {

const QStringList shortRun = {"train", "--samples", "40", "--hidden", "4", "--epochs", "3", "--json", "-"};

QString deviceOf(const ProgramResult &result)
{
    return QJsonDocument::fromJson(result.output).object().value("device").toString();
}

bool isEigens(const ProgramResult &result)
{
    return deviceOf(result).contains("Eigen");
}

/** What a private folder for programs would leave behind. */
QStringList leftovers(const QString &folder)
{
    return QDir(folder).entryList({"actiscope-*"}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/** A file system of its own; only root can have one. */
class Mount {
public:
    Mount(const QString &path, const char *options, unsigned long flags) : m_path(path.toUtf8())
    {
        QDir().mkpath(path);
        m_isThere = mount("actiscope-test", m_path.constData(), "tmpfs", flags, options) == 0;
    }
    ~Mount()
    {
        if (m_isThere)
            umount2(m_path.constData(), MNT_DETACH);
    }
    bool isThere() const { return m_isThere; }

private:
    QByteArray m_path;
    bool m_isThere;
};

/** A home of its own, in which the driver's programs are looked for and kept; temporary files lie in it, too. */
class Home {
public:
    Home() { QDir(m_folder.path()).mkdir("tmp"); }
    QString path(const QString &name = {}) const { return name.isEmpty() ? m_folder.path() : m_folder.filePath(name); }
    ProgramEnvironment environment(const ProgramEnvironment &more = {}) const
    {
        ProgramEnvironment all = {
            {"HOME", m_folder.path()}, {"XDG_CACHE_HOME", m_folder.filePath("cache")}, {"TMPDIR", path("tmp")}, {"POCL_CACHE_DIR", ""}};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    QString programs() const { return m_folder.filePath("cache/actiscope/opencl"); }
    QStringList programFiles(const QString &pattern) const
    {
        QStringList files;
        for (QDirIterator all(programs(), {pattern}, QDir::Files, QDirIterator::Subdirectories); all.hasNext();)
            files << all.next();
        return files;
    }

private:
    QTemporaryDir m_folder;
};

ProgramEnvironment failingCall(const QString &plan)
{
    return {{"OPENCL_LAYERS", ACTISCOPE_FAILING_LAYER}, {"ACTISCOPE_FAILING_CALL", plan}};
}

} // namespace

class TestHostileMachine : public QObject {
    Q_OBJECT

private slots:
    void driversThatEndTheProcessAreReplaced_data();
    void driversThatEndTheProcessAreReplaced();
    void aDriverThatHangsIsGivenUp();
    void aFaultInTheMiddleHasAWord();
    void programsAreKeptInAFolderOfOnesOwn();
    void damagedProgramsAreMadeAnew_data();
    void damagedProgramsAreMadeAnew();
    void foldersThatDoNotServeAreReplaced_data();
    void foldersThatDoNotServeAreReplaced();
    void aChosenFolderThatDoesNotServeIsSaid();
    void rightsOfOthersFoldersStay_data();
    void rightsOfOthersFoldersStay();
    void littleAddressSpaceIsSaid();
    void withoutThreadsAListIsWritten();
    void manyStartsAtOnce_data();
    void manyStartsAtOnce();
};

/** A sanitizer takes signals for itself, and more addresses than any limit leaves. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define NOT_WITH_A_SANITIZER() QSKIP("a sanitizer takes signals and addresses for itself")
#else
#define NOT_WITH_A_SANITIZER() static_cast<void>(0)
#endif

void TestHostileMachine::driversThatEndTheProcessAreReplaced_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<QString>("cause");
    const QStringList calls = {"clGetDeviceIDs",         "clCreateBuffer", "clCreateKernel",
                               "clEnqueueNDRangeKernel", "clFinish",       "clEnqueueReadBuffer"};
    for (const QString &call : calls)
        QTest::addRow("abort in %s", qPrintable(call)) << call + ":1:abort"
                                                       << "Aborted";
    QTest::newRow("fault") << "clCreateBuffer:1:fault"
                           << "Segmentation fault";
    QTest::newRow("exit") << "clGetDeviceIDs:1:exit"
                          << "status 0";
    QTest::newRow("exit in a launch") << "clEnqueueNDRangeKernel:1:exit"
                                      << "status 0";
}

void TestHostileMachine::driversThatEndTheProcessAreReplaced()
{
    QFETCH(QString, plan);
    QFETCH(QString, cause);
    if (plan.endsWith(QLatin1String("fault")))
        NOT_WITH_A_SANITIZER();
    const Home home;
    const ProgramEnvironment environment = home.environment(failingCall(plan));
    const ProgramResult result = runProgram(shortRun, environment);
    QVERIFY2(result.exitCode == 0 && !result.crashed, result.errors.constData());
    QVERIFY(isEigens(result));
    QVERIFY2(result.errorLines().size() == 1, result.errors.constData());
    QVERIFY2(result.errors.contains(cause.toUtf8()) && result.errors.contains(home.programs().toUtf8()), result.errors.constData());

    const ProgramResult chosen = runProgram(shortRun + QStringList{"--backend", "opencl"}, environment);
    QCOMPARE(chosen.exitCode, 1);
    QVERIFY2(chosen.errorLines().size() == 1 && chosen.errors.contains(cause.toUtf8()), chosen.errors.constData());
}

void TestHostileMachine::aDriverThatHangsIsGivenUp()
{
    const Home home;
    QElapsedTimer clock;
    clock.start();
    const ProgramResult result = runProgram(shortRun, home.environment(failingCall("clGetDeviceIDs:1:hang")));
    QVERIFY2(result.exitCode == 0 && isEigens(result), result.errors.constData());
    QVERIFY2(result.errorLines().size() == 1 && result.errors.contains("does not come to an end"), result.errors.constData());
    QVERIFY(clock.elapsed() < 60000);
}

/** The child has launched four times by then. */
void TestHostileMachine::aFaultInTheMiddleHasAWord()
{
    NOT_WITH_A_SANITIZER();
    const Home home;
    const QStringList longRun = {"train", "--samples", "40", "--hidden", "4", "--epochs", "1000000", "--backend", "opencl"};
    const ProgramResult result = runProgram(longRun, home.environment(failingCall("clEnqueueNDRangeKernel:12:abort")));
    QVERIFY(result.crashed);
    QVERIFY2(result.errorLines().size() == 1 && result.errors.contains("OpenCL driver"), result.errors.constData());
    QVERIFY(!QFile::exists(home.path("cache/actiscope/tried")));
}

void TestHostileMachine::programsAreKeptInAFolderOfOnesOwn()
{
    const Home home;
    const ProgramResult result = runProgram(shortRun, home.environment());
    QVERIFY2(result.exitCode == 0 && !isEigens(result) && result.errors.isEmpty(), result.errors.constData());
    QVERIFY(!home.programFiles("*.so").isEmpty());
    struct stat status {};
    QCOMPARE(stat(home.path("cache/actiscope").toUtf8().constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777u, 0700u);
    QVERIFY(!QDir(home.path(".cache/pocl")).exists() && !QDir(home.path("cache/pocl")).exists());
}

void TestHostileMachine::damagedProgramsAreMadeAnew_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("isFormula");
    QTest::newRow("kernels cut") << "*.so" << qint64(1000) << false;
    QTest::newRow("kernels empty") << "*.so" << qint64(0) << false;
    QTest::newRow("a formula's program cut") << "program.bc" << qint64(1000) << true;
    QTest::newRow("everything empty") << "*" << qint64(0) << true;
}

void TestHostileMachine::damagedProgramsAreMadeAnew()
{
    QFETCH(QString, pattern);
    QFETCH(qint64, size);
    QFETCH(bool, isFormula);
    const Home home;
    const QStringList run = shortRun + (isFormula ? QStringList{"--activation", "formula:x*sigmoid(2*x)"} : QStringList());
    const ProgramResult first = runProgram(run, home.environment());
    QVERIFY2(first.exitCode == 0 && !isEigens(first), first.errors.constData());
    const QStringList files = home.programFiles(pattern);
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QVERIFY(QFile::resize(file, size));
    const ProgramResult second = runProgram(run, home.environment());
    QVERIFY2(second.exitCode == 0 && !isEigens(second), second.errors.constData());
    QVERIFY2(second.errorLines().size() <= 1, second.errors.constData());
    if (!second.errors.isEmpty())
        QVERIFY2(second.errors.contains(home.programs().toUtf8()), second.errors.constData());
    const ProgramResult third = runProgram(run, home.environment());
    QVERIFY2(third.exitCode == 0 && third.errors.isEmpty(), third.errors.constData());
}

void TestHostileMachine::foldersThatDoNotServeAreReplaced_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("reason");
    QTest::newRow("noexec") << "noexec"
                            << "noexec";
    QTest::newRow("full") << "full"
                          << "KiB left";
    QTest::newRow("read-only") << "read-only"
                               << "Read-only file system";
    QTest::newRow("a file") << "file"
                            << "";
    QTest::newRow("a link to where others write") << "link"
                                                  << "others can write";
    QTest::newRow("somebody else's") << "foreign"
                                     << "somebody else";
    QTest::newRow("no home") << "none"
                             << "HOME";
}

void TestHostileMachine::foldersThatDoNotServeAreReplaced()
{
    QFETCH(QString, kind);
    QFETCH(QString, reason);
    const Home home;
    const QString cache = home.path("cache");
    const bool isMounted = kind == "noexec" || kind == "full" || kind == "read-only";
    const unsigned long flags = kind == "noexec" ? MS_NOEXEC : kind == "read-only" ? MS_RDONLY : 0;
    const auto mounted = isMounted ? std::make_unique<Mount>(cache, kind == "full" ? "size=500k" : "size=100m", flags) : nullptr;
    if (isMounted && !mounted->isThere())
        QSKIP("file systems cannot be mounted here");
    if (kind == "file")
        QVERIFY(QFile(cache).open(QIODevice::WriteOnly));
    if (kind == "link")
        QVERIFY(QDir().mkpath(cache) && QDir().mkpath(home.path("elsewhere")) && QFile::link(home.path("elsewhere"), cache + "/actiscope")
                && chmod(home.path("elsewhere").toUtf8().constData(), 0777) == 0);
    if (kind == "foreign"
        && (!QDir().mkpath(cache + "/actiscope") || chown((cache + "/actiscope").toUtf8().constData(), 65534, 65534) != 0))
        QSKIP("nothing can be given to somebody else here");
    ProgramEnvironment environment = home.environment();
    if (kind == "none")
        environment = home.environment({{"HOME", ""}, {"XDG_CACHE_HOME", ""}});
    const ProgramResult result = runProgram(shortRun, environment);
    QVERIFY2(result.exitCode == 0 && !isEigens(result), result.errors.constData());
    QVERIFY2(result.errorLines().size() == 1 && result.errors.contains(reason.toUtf8()), result.errors.constData());
    QVERIFY2(result.errors.contains((kind == "none" ? home.path("tmp") : cache).toUtf8()), result.errors.constData());
    QVERIFY(leftovers(home.path("tmp")).isEmpty());
    QVERIFY(QDir(home.path("elsewhere")).isEmpty());
}

void TestHostileMachine::aChosenFolderThatDoesNotServeIsSaid()
{
    const Home home;
    const QString chosen = home.path("chosen");
    QVERIFY(QFile(chosen).open(QIODevice::WriteOnly));
    const ProgramEnvironment environment = home.environment({{"POCL_CACHE_DIR", chosen}});
    const ProgramResult result = runProgram(shortRun, environment);
    QVERIFY2(result.exitCode == 0 && isEigens(result), result.errors.constData());
    QVERIFY2(result.errorLines().size() == 1 && result.errors.contains(chosen.toUtf8()), result.errors.constData());
    QVERIFY(!result.errors.contains("is pocl-opencl-icd installed?"));
    QCOMPARE(runProgram(shortRun + QStringList{"--device", "0"}, environment).exitCode, 1);
}

void TestHostileMachine::rightsOfOthersFoldersStay_data()
{
    QTest::addColumn<bool>("isLink");
    QTest::addColumn<int>("rights");
    QTest::newRow("chosen, for everybody") << false << 01777;
    QTest::newRow("chosen, for the group") << false << 0770;
    QTest::newRow("chosen, to be read by all") << false << 0755;
    QTest::newRow("the user's own through a link") << true << 0755;
}

/** PoCL loads code from there, so that others must not write to it; but the folder may be /tmp, which is not ours to lock. */
void TestHostileMachine::rightsOfOthersFoldersStay()
{
    QFETCH(bool, isLink);
    QFETCH(int, rights);
    const Home home;
    const QString folder = home.path("folder");
    QVERIFY(QDir().mkpath(folder) && QDir().mkpath(home.path("cache")) && QFile::link(folder, home.path("cache/actiscope")));
    QCOMPARE(chmod(folder.toUtf8().constData(), static_cast<mode_t>(rights)), 0);
    const ProgramResult result = runProgram(shortRun, home.environment({{"POCL_CACHE_DIR", isLink ? QString() : folder}}));
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    struct stat status {};
    QCOMPARE(stat(folder.toUtf8().constData(), &status), 0);
    QCOMPARE(static_cast<int>(status.st_mode & 07777u), rights);
    const bool isWrittenByOthers = (rights & 022) != 0;
    QCOMPARE(isEigens(result), isWrittenByOthers);
    QCOMPARE(QDir(folder).isEmpty(), isWrittenByOthers);
    QCOMPARE(result.errors.contains("others can write to it"), isWrittenByOthers);
    QCOMPARE(result.errorLines().size(), isWrittenByOthers ? 1 : 0);
}

void TestHostileMachine::littleAddressSpaceIsSaid()
{
    NOT_WITH_A_SANITIZER();
    const Home home;
    QProcess shell;
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : home.environment())
        all.insert(name, value);
    shell.setProcessEnvironment(all);
    shell.start("sh", {"-c", "ulimit -v 500000; exec \"$0\" \"$@\"", ACTISCOPE_PROGRAM, "train", "--samples", "40", "--epochs", "3",
                       "--activation", "formula:x*sigmoid(3*x)"});
    QVERIFY(shell.waitForFinished(60000));
    const QByteArray errors = shell.readAllStandardError();
    QVERIFY2(shell.exitCode() == 0 && errors.contains("ulimit -v"), errors.constData());
    QVERIFY(shell.readAllStandardOutput().contains("Eigen"));
}

/** A stack of 4 GB does not go into 3 GB. */
void TestHostileMachine::withoutThreadsAListIsWritten()
{
    NOT_WITH_A_SANITIZER();
    QProcess shell;
    shell.start("sh", {"-c", "ulimit -s 4000000 || exit 77; ulimit -v 3000000; exec \"$0\" list --data", ACTISCOPE_PROGRAM});
    QVERIFY(shell.waitForFinished(60000));
    if (shell.exitCode() == 77)
        QSKIP("stacks cannot be made that large here");
    const QByteArray errors = shell.readAllStandardError();
    QVERIFY2(shell.exitStatus() == QProcess::NormalExit && shell.exitCode() == 0 && errors.isEmpty(), errors.constData());
    QVERIFY(shell.readAllStandardOutput().contains("moons"));
}

void TestHostileMachine::manyStartsAtOnce_data()
{
    QTest::addColumn<bool>("isDamaged");
    QTest::newRow("nothing there") << false;
    QTest::newRow("everything damaged") << true;
}

void TestHostileMachine::manyStartsAtOnce()
{
    QFETCH(bool, isDamaged);
    const Home home;
    if (isDamaged) {
        QCOMPARE(runProgram(shortRun, home.environment()).exitCode, 0);
        const QStringList files = home.programFiles("*");
        QVERIFY(!files.isEmpty());
        for (const QString &file : files)
            QVERIFY(QFile::resize(file, 0));
    }
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : home.environment())
        all.insert(name, value);
    std::vector<std::unique_ptr<QProcess>> starts;
    for (int i = 0; i < 8; ++i) {
        starts.push_back(std::make_unique<QProcess>());
        starts.back()->setProcessEnvironment(all);
        starts.back()->start(ACTISCOPE_PROGRAM, shortRun);
    }
    for (const auto &start : starts) {
        QVERIFY(start->waitForFinished(300000));
        const ProgramResult result = {start->exitCode(), start->readAllStandardOutput(), start->readAllStandardError(), false};
        QVERIFY2(result.exitCode == 0 && !isEigens(result), result.errors.constData());
        QVERIFY2(isDamaged ? result.errorLines().size() <= 1 : result.errors.isEmpty(), result.errors.constData());
    }
}

QTEST_GUILESS_MAIN(TestHostileMachine)
#include "tst_hostile_machine.moc"
