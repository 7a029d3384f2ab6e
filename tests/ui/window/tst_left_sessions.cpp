// What a window left without being asked is offered by the next one, also where the program was killed.
#include "core/activations/activation_catalog.h"
#include "tests/ui/training/training_fixture.h"
#include "tests/ui/window/session_fixture.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/state/functions_state.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/data/csv_dialog.h"
#include "ui/window/main_window.h"

#include <QMessageBox>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

#include <unistd.h>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr const char *leavingArgument = "leave-unsaved";

} // namespace

class TestLeftSessions : public SessionTest {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatAWindowLeftIsOffered_data();
    void whatAWindowLeftIsOffered();
    void eachOfSeveralIsOffered();
    void whatIsSavedIsNotOffered();
    void aKilledProgramLosesNoChange();
    void twoWindowsKeepTheirOwn();
};

void TestLeftSessions::whatAWindowLeftIsOffered_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::newRow("taken") << true;
    QTest::newRow("discarded") << false;
}

/** Without a chance to close, as when the program is ended. */
void TestLeftSessions::whatAWindowLeftIsOffered()
{
    QFETCH(bool, wanted);
    {
        const auto window = makeWindow();
        QVERIFY(window->sessionFiles().saveTo(file()));
        document(*window).apply(changedExperiment());
        QTRY_COMPARE_WITH_TIMEOUT(unsaved().size(), 1, patience);
        document(*window).load(changedExperiment()); // the settings of the next window do not have it by themselves
        document(*window).load(smallExperiment());
        document(*window).apply(changedExperiment());
        window->saveState();
    }
    QCOMPARE(unsaved().size(), 1);
    const auto window = makeWindow();
    QVERIFY(banner(*window));
    document(*window).load(smallExperiment());
    if (wanted) {
        banner(*window)->actionButton()->click();
        QCOMPARE(document(*window).experiment(), changedExperiment());
        QCOMPARE(window->sessionFiles().path(), file());
        QVERIFY(document(*window).isModified());
        answer(QMessageBox::Save);
        QVERIFY(window->close());
        QCOMPARE(m_asked, 1);
        QVERIFY(window->sessionFiles().openFile(file()));
        QCOMPARE(document(*window).experiment(), changedExperiment());
    } else {
        banner(*window)->dismissButton()->click();
        QCOMPARE(document(*window).experiment(), smallExperiment());
        QVERIFY(window->close());
    }
    QVERIFY(unsaved().isEmpty());
    QVERIFY(!banner(*makeWindow()));
}

/** One after the other; none stays without an answer. */
void TestLeftSessions::eachOfSeveralIsOffered()
{
    for (const int samples : {70, 90}) {
        const auto window = makeWindow();
        if (banner(*window)) // it is left to the next one
            QCOMPARE(samples, 90);
        document(*window).apply(changedExperiment(samples));
        window->saveState();
    }
    QCOMPARE(unsaved().size(), 2);
    const auto window = makeWindow();
    for (int left = 2; left > 0; --left) {
        QCOMPARE(unsaved().size(), left);
        QVERIFY(banner(*window));
        banner(*window)->dismissButton()->click();
    }
    QVERIFY(!banner(*window));
    QVERIFY(unsaved().isEmpty());
}

void TestLeftSessions::whatIsSavedIsNotOffered()
{
    {
        const auto window = makeWindow();
        document(*window).apply(changedExperiment());
        QTRY_COMPARE_WITH_TIMEOUT(unsaved().size(), 1, patience);
        QVERIFY(window->sessionFiles().saveTo(file()));
        QVERIFY(unsaved().isEmpty());
        document(*window).apply(smallExperiment());
        window->sessionFiles().keep();
        QCOMPARE(unsaved().size(), 1);
        document(*window).undo().undo();
        QTRY_VERIFY_WITH_TIMEOUT(unsaved().isEmpty(), patience);
    }
    QVERIFY(!banner(*makeWindow()));
}

/** By a signal that nothing can catch. */
void TestLeftSessions::aKilledProgramLosesNoChange()
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QCoreApplication::applicationFilePath(), {leavingArgument, m_folder->path()});
    QVERIFY(program.waitForFinished(patience));
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
    QCOMPARE(unsaved().size(), 1);
    const auto window = makeWindow();
    QVERIFY(banner(*window));
    banner(*window)->actionButton()->click();
    QCOMPARE(document(*window).experiment(), changedExperiment());
    QVERIFY(document(*window).isModified());
    QCOMPARE(window->sessionFiles().path(), file());
    QVERIFY(window->sessionFiles().save());
    QVERIFY(window->close());
    QVERIFY(unsaved().isEmpty());
}

void TestLeftSessions::twoWindowsKeepTheirOwn()
{
    const auto first = makeWindow();
    const auto second = makeWindow();
    document(*first).apply(changedExperiment(70));
    document(*second).apply(changedExperiment(90));
    first->saveState();
    second->saveState();
    QCOMPARE(unsaved().size(), 2);
    QVERIFY(!banner(*makeWindow())); // they are there: nothing is lost
    answer(QMessageBox::Discard);
    QVERIFY(first->close());
    QCOMPARE(unsaved().size(), 1);
    answer(QMessageBox::Discard);
    QVERIFY(second->close());
    QVERIFY(unsaved().isEmpty());
}

/** A window with a file, and with a change that is not in it, is killed. */
int leaveUnsaved(const QString &folder)
{
    MainWindow window(eigenCatalog(), std::make_unique<QSettings>(folder + "/settings.ini", QSettings::IniFormat));
    window.show();
    window.sessionFiles().saveTo(folder + "/a.actiscope");
    window.services().document.apply(changedExperiment());
    const QDir unsaved(folder + "/unsaved");
    while (unsaved.entryList({"*.actiscope"}, QDir::Files).isEmpty())
        QTest::qWait(50); // nobody asks for it
    return ::kill(::getpid(), SIGKILL);
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc == 3 && QLatin1String(argv[1]) == QLatin1String(leavingArgument))
        return leaveUnsaved(QString::fromLocal8Bit(argv[2]));
    TestLeftSessions test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_left_sessions.moc"
