// What was done, chosen and named in one language is there in the other, called otherwise where the program named it.
#include "tests/ui/window/language_fixture.h"

#include "core/io/ready_experiments.h"
#include "ui/functions/list/activation_list.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/timeline/runs_panel.h"
#include "ui/window/workspace.h"

#include <QUndoStack>

using namespace actiscope;
using namespace actiscope::test;

class TestLanguageKeeps : public QObject {
    Q_OBJECT

private slots:
    void whatWasDoneIsCalledOtherwise();
    void changesOfFunctionsStay();
    void namesThatSomebodyGaveStay();
    void whatIsLookedAtStays();
    void problemsAreToldAgain();
};

void TestLanguageKeeps::whatWasDoneIsCalledOtherwise()
{
    const LanguageFixture fixture;
    MainWindow *window = fixture.window.get();
    fixture.fill();
    window->setWorkspace(QStringLiteral("training"));
    ExperimentDocument &document = window->services().document;
    window->page<TrainingWorkspace>()->experimentPanel()->makeItDie();
    for (const ReadyExperiment &ready : readyExperiments()) {
        if (pointSubject().has(ready.experiment)) {
            document.take(ready, [&ready] { return TrainingWorkspace::tr("experiment %1").arg(translated(ready.notes.title)); });
            break;
        }
    }
    const QUndoStack &changes = document.undo();
    const auto texts = [&changes] {
        QStringList all;
        for (int i = 0; i < changes.count(); ++i)
            all << changes.text(i);
        return all;
    };
    const auto hasIt = [&window](const char *action, const QString &text) {
        return window->actionRegistry().find(QLatin1String(action))->text().contains(text);
    };
    const QStringList english = texts();
    QVERIFY(english.size() >= 4 && hasIt("edit.undo", english.back()));
    fixture.change(QStringLiteral("ko"));
    for (const QString &text : texts())
        QVERIFY2(hasKorean(text), qPrintable(text));
    QVERIFY(hasIt("edit.undo", texts().back()));
    QVERIFY(window->page<TrainingWorkspace>()->controls()->undoButton()->toolTip().contains(texts().back()));
    fixture.change(QStringLiteral("en"));
    QCOMPARE(texts(), english);
    document.undo().undo();
    QVERIFY(hasIt("edit.redo", english.back()));
}

void TestLanguageKeeps::changesOfFunctionsStay()
{
    const LanguageFixture fixture;
    MainWindow *window = fixture.window.get();
    window->setWorkspace(QStringLiteral("functions"));
    const auto state = [&]() -> FunctionsState & { return window->page<FunctionsWorkspace>()->state(); };
    const auto changes = [&] { return window->page<FunctionsWorkspace>()->undoStack(); };
    const std::vector<const Activation *> before = state().shown();
    state().setShown(*state().available()[4], true);
    QTRY_COMPARE(changes()->count(), 1);
    const std::vector<const Activation *> one = state().shown();
    state().setShown(*state().available()[5], true);
    QTRY_COMPARE(changes()->count(), 2);
    state().setShown(*state().available()[6], true);
    QTRY_COMPARE(changes()->count(), 3);
    changes()->undo();
    window->page<FunctionsWorkspace>()->list()->searchField()->setText(QStringLiteral("relu"));
    const std::vector<const Activation *> now = state().shown();
    fixture.change(QStringLiteral("ko"));
    QCOMPARE(state().shown(), now);
    QCOMPARE(changes()->count(), 3);
    QCOMPARE(changes()->index(), 2);
    for (int i = 0; i < 3; ++i)
        QVERIFY2(hasKorean(changes()->text(i)), qPrintable(changes()->text(i)));
    QCOMPARE(window->page<FunctionsWorkspace>()->list()->searchField()->text(), QStringLiteral("relu"));
    window->actionRegistry().find(QStringLiteral("edit.undo"))->trigger();
    QCOMPARE(state().shown(), one);
    window->actionRegistry().find(QStringLiteral("edit.undo"))->trigger();
    QCOMPARE(state().shown(), before);
    for (int i = 0; i < 3; ++i)
        window->actionRegistry().find(QStringLiteral("edit.redo"))->trigger();
    QCOMPARE(state().shown().size(), before.size() + 3);
    // A change after it is one of its own.
    state().setShown(*state().available()[7], true);
    QTRY_COMPARE(changes()->count(), 4);
}

void TestLanguageKeeps::namesThatSomebodyGaveStay()
{
    const LanguageFixture fixture;
    MainWindow *window = fixture.window.get();
    fixture.fill();
    TrainingController &controller = window->services().training;
    const std::vector<KeptRun> kept = controller.runs();
    QVERIFY(kept.size() >= 2);
    controller.renameRun(kept.front().record->id, QStringLiteral("Run of mine"));
    const auto names = [&] {
        window->setWorkspace(QStringLiteral("training"));
        window->page<TrainingWorkspace>()->timeline()->showRuns();
        comeToRest(); // rows of before are gone
        QStringList all;
        for (const QLineEdit *field : window->page<TrainingWorkspace>()->timeline()->runsPanel()->findChildren<QLineEdit *>()) {
            if (field->placeholderText().isEmpty())
                all << field->text();
        }
        for (QLineEdit *field : window->page<TrainingWorkspace>()->timeline()->runsPanel()->findChildren<QLineEdit *>())
            emit field->editingFinished(); // looked at and left as it is
        window->page<TrainingWorkspace>()->timeline()->runsPanel()->hide();
        return all;
    };
    const QStringList english = names();
    QVERIFY(english.contains(QStringLiteral("Run of mine")) && english.filter(QRegularExpression(QStringLiteral("^Run \\d+$"))).size() == english.size() - 1);
    fixture.change(QStringLiteral("ko"));
    const QStringList korean = names();
    QCOMPARE(korean.size(), english.size());
    QVERIFY(korean.contains(QStringLiteral("Run of mine")) && korean.filter(QRegularExpression(QStringLiteral("^실행 \\d+$"))).size() == korean.size() - 1);
    // A file says the same in every language, and reads it again in that of the window.
    const QString path = fixture.folder.filePath(QStringLiteral("s.actiscope"));
    QVERIFY(window->sessionFiles().saveTo(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(!hasKorean(text) && text.contains(QStringLiteral("Run of mine")));
    QVERIFY(window->sessionFiles().openFile(path));
    fixture.change(QStringLiteral("en"));
    const QStringList again = names(); // and perhaps the run of before the file
    for (const QString &name : english)
        QVERIFY2(again.contains(name), qPrintable(name + QStringLiteral(" is not in ") + again.join(QStringLiteral(", "))));
}

void TestLanguageKeeps::whatIsLookedAtStays()
{
    const LanguageFixture fixture;
    MainWindow *window = fixture.window.get();
    TrainingWorkspace *training = &showTraining(*window);
    training->evidence()->showRows({QStringLiteral("plane"), QStringLiteral("units")});
    training->evidence()->toggleEnlarged(1);
    training->evidence()->selection().keep({0, 3}, 1);
    fixture.change(QStringLiteral("ko"));
    training = window->page<TrainingWorkspace>();
    QCOMPARE(training->evidence()->enlarged(), std::optional<std::size_t>(1));
    QCOMPARE(training->evidence()->selection().kept(), std::optional<HiddenUnit>(HiddenUnit{0, 3}));
    QCOMPARE(training->evidence()->selection().model(), std::optional<std::size_t>(1));
    window->actionRegistry().find(QStringLiteral("training.step-by-step"))->trigger();
    training->stepPage()->setStage(StepStage::Backward);
    training->stepPage()->sampleField()->setValue(7);
    const std::size_t sample = training->stepPage()->sample();
    fixture.change(QStringLiteral("en"));
    training = window->page<TrainingWorkspace>();
    QVERIFY(training->stepPage()->isVisible());
    QCOMPARE(training->stepPage()->stage(), StepStage::Backward);
    QCOMPARE(training->stepPage()->sample(), sample);
}

void TestLanguageKeeps::problemsAreToldAgain()
{
    const LanguageFixture fixture;
    MainWindow *window = fixture.window.get();
    const auto banners = [&] {
        QStringList all;
        for (const MessageBanner *banner : window->findChildren<MessageBanner *>()) {
            if (banner->isVisible())
                all << banner->text();
        }
        return all.join(QLatin1Char('\n'));
    };
    QVERIFY(!window->sessionFiles().openFile(fixture.folder.filePath(QStringLiteral("none.actiscope"))));
    QVERIFY(banners().contains(QStringLiteral("none.actiscope cannot be opened")));
    fixture.change(QStringLiteral("ko"));
    QVERIFY2(banners().contains(QStringLiteral("none.actiscope")) && hasKorean(banners()), qPrintable(banners()));
    for (const MessageBanner *banner : window->findChildren<MessageBanner *>()) {
        if (banner->isVisible())
            banner->dismissButton()->click();
    }
    QCOMPARE(banners(), QString());
    fixture.change(QStringLiteral("en"));
    QCOMPARE(banners(), QString()); // it has been read
}

QTEST_MAIN(TestLanguageKeeps)
#include "tst_language_keeps.moc"
