// Sessions as files in the window: opened, saved, asked about, remembered, and kept against a loss.
#include "core/activations/activation_catalog.h"
#include "tests/ui/training/training_fixture.h"
#include "tests/ui/window/session_fixture.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/state/functions_state.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/data/csv_dialog.h"

#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QTemporaryDir>
#include <QUrl>

using namespace actiscope;
using namespace actiscope::test;

class TestSessionFiles : public SessionTest {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatIsSavedIsOpened();
    void bothExperimentsAreKept();
    void aSessionOfBeforeImagesOpens();
    void theTitleTellsFileAndChanges();
    void unsavedWorkIsAskedAbout_data();
    void unsavedWorkIsAskedAbout();
    void aDamagedFileChangesNothing();
    void whatCannotBeSavedIsSaidAndNothingIsLost();
    void recentFilesAreRemembered();
    void aDroppedFileIsOpened();
    void aDroppedTableBecomesTheData();
};

void TestSessionFiles::whatIsSavedIsOpened()
{
    {
        const auto window = makeWindow();
        document(*window).apply(changedExperiment());
        FunctionsState &state = window->page<FunctionsWorkspace>()->state();
        state.showOnly({findActivation("elu")});
        window->page<TrainingWorkspace>()->controls()->setPace(500);
        window->setWorkspace("training");
        QVERIFY(window->sessionFiles().saveTo(file()));
        QVERIFY(!document(*window).isModified());
        state.showOnly({});
        document(*window).load(smallExperiment());
        window->setWorkspace("functions");
        window->page<TrainingWorkspace>()->controls()->setPace(1);
        QVERIFY(window->sessionFiles().open(file()));
        QCOMPARE(document(*window).experiment(), changedExperiment());
        QCOMPARE(state.shown(), std::vector<const Activation *>{findActivation("elu")});
        QCOMPARE(window->workspace(), QStringLiteral("training"));
        QCOMPARE(window->page<TrainingWorkspace>()->controls()->pace(), 500.0);
        QVERIFY(!document(*window).isModified());
        window->close();
    }
    QVERIFY(unsaved().isEmpty());
}

void TestSessionFiles::bothExperimentsAreKept()
{
    const auto window = makeWindow();
    ExperimentDocument &images = window->services().imageDocument;
    const Experiment first = images.experiment();
    Experiment other = first;
    other.hidden = {20, 10};
    document(*window).apply(changedExperiment());
    images.apply(other);
    window->setWorkspace("images");
    QVERIFY(window->sessionFiles().saveTo(file()));
    QVERIFY(!images.isModified() && !document(*window).isModified() && !window->isWindowModified());
    images.apply(first);
    QVERIFY(window->isWindowModified() && !document(*window).isModified());
    answer(QMessageBox::Discard);
    QVERIFY(window->sessionFiles().open(file()));
    QCOMPARE(m_asked, 1);
    QCOMPARE(images.experiment(), other);
    QCOMPARE(document(*window).experiment(), changedExperiment());
    QCOMPARE(window->workspace(), QStringLiteral("images"));
    window->sessionFiles().begin();
    QCOMPARE(images.experiment(), first);
    window->sessionFiles().leave();
}

/** Nothing of images is in it, as in every one of a version that did not know them. */
void TestSessionFiles::aSessionOfBeforeImagesOpens()
{
    const auto window = makeWindow();
    ExperimentDocument &images = window->services().imageDocument;
    const Experiment first = images.experiment();
    document(*window).apply(changedExperiment());
    QVERIFY(window->sessionFiles().saveTo(file()));
    QFile written(file());
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY(text.contains("\"version\": 1") && !text.contains("parts"));
    Experiment other = first;
    other.hidden = {20};
    images.apply(other);
    answer(QMessageBox::Discard);
    QVERIFY(window->sessionFiles().open(file()));
    QCOMPARE(images.experiment(), first);
    QCOMPARE(document(*window).experiment(), changedExperiment());
    window->sessionFiles().leave();
}

void TestSessionFiles::theTitleTellsFileAndChanges()
{
    const auto window = makeWindow();
    QVERIFY(!window->isWindowModified());
    QVERIFY(!window->windowTitle().contains("Untitled"));
    document(*window).apply(changedExperiment());
    QVERIFY(window->isWindowModified());
    QVERIFY2(window->windowTitle().contains("Untitled[*]"), qPrintable(window->windowTitle()));
    QVERIFY(window->sessionFiles().saveTo(file("moons.actiscope")));
    QVERIFY(!window->isWindowModified());
    QVERIFY(window->windowTitle().contains("moons.actiscope[*]"));
    document(*window).undo().undo();
    QVERIFY(window->isWindowModified());
    document(*window).undo().redo();
    QVERIFY(!window->isWindowModified());
}

void TestSessionFiles::unsavedWorkIsAskedAbout_data()
{
    QTest::addColumn<int>("button");
    QTest::addColumn<bool>("closes");
    QTest::newRow("save") << int(QMessageBox::Save) << true;
    QTest::newRow("discard") << int(QMessageBox::Discard) << true;
    QTest::newRow("cancel") << int(QMessageBox::Cancel) << false;
}

void TestSessionFiles::unsavedWorkIsAskedAbout()
{
    QFETCH(int, button);
    QFETCH(bool, closes);
    const auto window = makeWindow();
    QVERIFY(window->sessionFiles().saveTo(file("other.actiscope")));
    document(*window).load(smallExperiment());
    QVERIFY(window->sessionFiles().saveTo(file()));
    document(*window).apply(changedExperiment());
    answer(QMessageBox::StandardButton(button));
    QCOMPARE(window->close(), closes);
    QCOMPARE(m_asked, 1);
    QCOMPARE(document(*window).experiment(), changedExperiment());
    if (!closes) { // nor is another one opened, until that is wanted
        answer(QMessageBox::Cancel);
        QVERIFY(!window->sessionFiles().open(file("other.actiscope")));
        QCOMPARE(document(*window).experiment(), changedExperiment());
        answer(QMessageBox::Discard);
        QVERIFY(window->sessionFiles().open(file("other.actiscope")));
        QCOMPARE(m_asked, 1);
        m_asked = 0;
        QVERIFY(window->close()); // nothing to ask
        QCOMPARE(m_asked, 0);
        return;
    }
    QVERIFY(window->sessionFiles().openFile(file()));
    QCOMPARE(document(*window).experiment() == changedExperiment(), button == int(QMessageBox::Save));
}

void TestSessionFiles::aDamagedFileChangesNothing()
{
    const auto window = makeWindow();
    document(*window).load(changedExperiment());
    QVERIFY(window->sessionFiles().saveTo(file()));
    QFile damaged(file("damaged.actiscope"));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("{\"format\": \"actiscope-session\", \"version\": 1, \"experiment\": [");
    damaged.close();
    for (const char *name : {"damaged.actiscope", "missing.actiscope"}) {
        QVERIFY(!window->sessionFiles().open(file(name)));
        QVERIFY(banner(*window));
        const QString said = banner(*window)->text();
        QVERIFY2(said.contains(QLatin1String(name)) && !said.contains(QLatin1Char('\n')), qPrintable(said));
        QCOMPARE(document(*window).experiment(), changedExperiment());
        QCOMPARE(window->sessionFiles().path(), file());
        banner(*window)->dismissButton()->click();
        QVERIFY(!banner(*window));
    }
    QCOMPARE(window->sessionFiles().recent(), QStringList{file()});
}

void TestSessionFiles::whatCannotBeSavedIsSaidAndNothingIsLost()
{
    const auto window = makeWindow();
    document(*window).apply(changedExperiment());
    QFile inTheWay(file("folder"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QVERIFY(!window->sessionFiles().saveTo(file("folder/a.actiscope")));
    QVERIFY(banner(*window) && banner(*window)->text().contains("folder/a.actiscope"));
    QVERIFY(document(*window).isModified());
    QCOMPARE(window->sessionFiles().path(), QString());
    answer(QMessageBox::Discard);
    window->close();
}

void TestSessionFiles::recentFilesAreRemembered()
{
    {
        const auto window = makeWindow();
        for (const char *name : {"1.actiscope", "2.actiscope", "1.actiscope"})
            QVERIFY(window->sessionFiles().saveTo(file(name)));
        const auto second = makeWindow();
        QVERIFY(second->sessionFiles().saveTo(file("3.actiscope")));
        second->close();
        window->close();
    }
    const auto window = makeWindow();
    QStringList recent = window->sessionFiles().recent();
    QVERIFY(recent.contains(file("3.actiscope")));
    recent.removeAll(file("3.actiscope"));
    QCOMPARE(recent, (QStringList{file("1.actiscope"), file("2.actiscope")}));
}

void TestSessionFiles::aDroppedFileIsOpened()
{
    const auto window = makeWindow();
    document(*window).load(changedExperiment());
    QVERIFY(window->sessionFiles().saveTo(file()));
    document(*window).load(smallExperiment());
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(file())});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.get(), &drop);
    QVERIFY(drop.isAccepted());
    QTRY_COMPARE_WITH_TIMEOUT(document(*window).experiment(), changedExperiment(), patience);

    QMimeData text;
    text.setText("no file");
    QDragEnterEvent other(QPoint(100, 100), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    other.ignore();
    QApplication::sendEvent(window.get(), &other);
    QVERIFY(!other.isAccepted());
}

/** From wherever the window is, and it can be undone. */
void TestSessionFiles::aDroppedTableBecomesTheData()
{
    const auto window = makeWindow();
    document(*window).load(smallExperiment());
    window->setWorkspace("functions");
    QFile table(file("Points.CSV"));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("x;y;class\n0,5;1;red\n2;3,5;blue\n4;5;red\n");
    table.close();
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(table.fileName())});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.get(), &enter);
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window.get(), &drop);
    QVERIFY(drop.isAccepted());
    QTimer hand; // the dialog has an event loop of its own
    connect(&hand, &QTimer::timeout, this, [] {
        if (auto *dialog = qobject_cast<CsvDialog *>(QApplication::activeModalWidget()))
            dialog->accept();
    });
    hand.start(10);
    const auto isOfTable = [&] { return std::holds_alternative<GivenPoints>(document(*window).experiment().data); };
    QTRY_VERIFY_WITH_TIMEOUT(isOfTable(), patience);
    QCOMPARE(std::get<GivenPoints>(document(*window).experiment().data).points->labels, (std::vector{1, 0, 1}));
    QVERIFY(window->page<TrainingWorkspace>()->isVisible());
    document(*window).undo().undo();
    QVERIFY(document(*window).experiment() == smallExperiment());
    document(*window).undo().redo();
    QVERIFY(window->sessionFiles().saveTo(file())); // points stay with the session
    document(*window).load(smallExperiment());
    QVERIFY(window->sessionFiles().open(file()));
    QVERIFY(isOfTable());
}

QTEST_MAIN(TestSessionFiles)
#include "tst_session_files.moc"
