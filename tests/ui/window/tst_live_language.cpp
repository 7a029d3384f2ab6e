// Another language while the window is full of things that were said in the first one: everything that can be read changes at once, and back. What is said is
// looked for in the whole window and all its dialogs (every_view.h).
#include "tests/ui/window/every_view.h"
#include "tests/ui/window/seen_texts.h"

#include "core/io/ready_experiments.h"
#include "ui/base/language.h"
#include "ui/base/translation.h"
#include "ui/functions/list/activation_list.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/timeline/runs_panel.h"
#include "ui/window/workspace.h"

#include <QTemporaryDir>
#include <QUndoStack>
#include <QXmlStreamReader>

using namespace actiscope;
using namespace actiscope::test;

namespace {

bool hasKorean(const QString &text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.script() == QChar::Script_Hangul; });
}

/** A sentence of the program in English, with anything in its places. */
struct EnglishText {
    QString source;
    QRegularExpression pattern;
};

/** Those of which the Korean is other words. One that has hardly more than places is told from nothing. */
std::vector<EnglishText> englishTexts()
{
    static const QRegularExpression place(QStringLiteral("%L?[1-9n]")), word(QStringLiteral("[A-Za-z]{3,}"));
    std::vector<EnglishText> texts;
    QFile file(QStringLiteral(ACTISCOPE_SOURCE_DIR "/resources/translations/actiscope_ko.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("source"))
            source = withoutMnemonic(xml.readElementText()).trimmed();
        if (xml.name() != QLatin1String("translation"))
            continue;
        const QString korean = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        for (const QString &line : source.split(QLatin1Char('\n'))) {
            if (!hasKorean(korean) || !QString(line).remove(place).contains(word))
                continue;
            QStringList parts;
            for (const QString &part : line.split(place))
                parts << QRegularExpression::escape(part);
            texts.push_back({line, QRegularExpression(QRegularExpression::anchoredPattern(parts.join(QStringLiteral(".*"))))});
        }
    }
    return texts;
}

} // namespace

class TestLiveLanguage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_english = englishTexts(); }
    void init();
    void cleanup();
    void everythingThatIsReadChanges();
    void whatWasDoneIsCalledOtherwise();
    void changesOfFunctionsStay();
    void namesThatSomebodyGaveStay();
    void whatIsLookedAtStays();
    void devicesAreCalledOtherwise();
    void problemsAreToldAgain();

private:
    std::unique_ptr<MainWindow> makeWindow(BackendCatalog catalog = eigenCatalog());
    void fill(MainWindow &window) const;
    QStringList stillEnglish(const QSet<QString> &seen) const;
    void change(MainWindow &window, const QString &language) const;
    /** Of all views, by what was opened. */
    static std::map<QString, QSet<QString>> everythingIn(MainWindow &window);

    std::vector<EnglishText> m_english;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLiveLanguage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    useLanguage(QStringLiteral("en"));
}

void TestLiveLanguage::cleanup()
{
    useLanguage(QStringLiteral("en"));
}

std::unique_ptr<MainWindow> TestLiveLanguage::makeWindow(BackendCatalog catalog)
{
    auto window = std::make_unique<MainWindow>(
        std::move(catalog), std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    window->services().document.load(smallExperiment(6));
    window->services().imageDocument.load(smallImages());
    window->resize(1280, 800);
    window->show();
    (void)QTest::qWaitForWindowExposed(window.get());
    return window;
}

void TestLiveLanguage::change(MainWindow &window, const QString &language) const
{
    window.setLanguage(language);
    const auto isWritten = [&] { return hasKorean(window.menuBar()->actions().front()->text()) == (language == QLatin1String("ko")); };
    QTRY_VERIFY_WITH_TIMEOUT(isWritten(), patience);
    comeToRest();
}

/** Undo stacks, two runs that are kept, one that diverged, a run that has ended: all told in the language of now. */
void TestLiveLanguage::fill(MainWindow &window) const
{
    ExperimentDocument &document = window.services().document;
    TrainingController &controller = window.services().training;
    const auto trainToEnd = [&] {
        QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Ready || controller.state() == RunState::Finished, patience);
        const auto before = controller.state() == RunState::Finished ? controller.snapshot()->run : 0;
        controller.playOrPause(); // one that has ended begins again
        QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Finished && controller.snapshot()->run != before, patience);
    };
    showTraining(window);
    trainToEnd();
    window.page<TrainingWorkspace>()->experimentPanel()->makeItDie();
    trainToEnd();
    Experiment next = document.experiment();
    next.hidden = {5, 4};
    next.stop.epochs = 8;
    document.apply(next);
    trainToEnd();
    FunctionsState &functions = window.page<FunctionsWorkspace>()->state();
    functions.setShown(*functions.available()[4], true);
    QTest::qWait(20);
    functions.setParameters(*functions.available()[1], {0.3});
    QTest::qWait(20);
    showNetworks(window, imageSubject());
    QTRY_VERIFY_WITH_TIMEOUT(window.services().images.state() == RunState::Ready, patience);
    window.services().images.playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(window.services().images.state() == RunState::Finished, patience);
}

std::map<QString, QSet<QString>> TestLiveLanguage::everythingIn(MainWindow &window)
{
    std::map<QString, QSet<QString>> seen;
    for (const View &view : everyView())
        view.open(window, [&](QWidget &shown) { seen[view.name] |= seenTexts(shown); });
    for (Workspace *workspace : window.findChildren<Workspace *>()) {
        const QUndoStack *changes = workspace->undoStack();
        for (int i = 0; changes && i < changes->count(); ++i)
            seen[QStringLiteral("undo of ") + workspace->accessibleName()] << changes->text(i);
    }
    return seen;
}

/** In whole, or some words of it in a row. */
QStringList TestLiveLanguage::stillEnglish(const QSet<QString> &seen) const
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));
    QStringList found;
    for (const QString &text : seen) {
        if (hasKorean(text) || !text.contains(word) || text == QLatin1String("momentum") || text == QLatin1String("step")) // names of choices
            continue;
        const QString said = withoutMnemonic(text);
        for (const EnglishText &english : m_english) {
            if (english.pattern.match(said).hasMatch()) {
                found << said + QStringLiteral("   [") + english.source + QLatin1Char(']');
                break;
            }
        }
    }
    return found;
}

void TestLiveLanguage::everythingThatIsReadChanges()
{
    QVERIFY(m_english.size() > 1000);
    const auto window = makeWindow();
    fill(*window);
    const auto first = everythingIn(*window);
    change(*window, QStringLiteral("ko"));
    QStringList english;
    for (const auto &[view, seen] : everythingIn(*window)) {
        for (const QString &text : stillEnglish(seen))
            english << view + QStringLiteral(": ") + text;
    }
    QVERIFY2(english.isEmpty(), qPrintable(QStringLiteral("in English still:\n") + english.join(QLatin1Char('\n'))));
    change(*window, QStringLiteral("en"));
    QStringList korean;
    for (const auto &[view, seen] : everythingIn(*window)) {
        for (const QString &text : seen) {
            if (hasKorean(text) && text != QStringLiteral("한국어"))
                korean << view + QStringLiteral(": ") + text;
        }
    }
    QVERIFY2(korean.isEmpty(), qPrintable(QStringLiteral("in Korean still:\n") + korean.join(QLatin1Char('\n'))));
    // And the looking itself sees something: this is where English is.
    QVERIFY(stillEnglish(first.at(QStringLiteral("training"))).size() > 30);
}

void TestLiveLanguage::whatWasDoneIsCalledOtherwise()
{
    const auto window = makeWindow();
    fill(*window);
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
    change(*window, QStringLiteral("ko"));
    for (const QString &text : texts())
        QVERIFY2(hasKorean(text), qPrintable(text));
    QVERIFY(hasIt("edit.undo", texts().back()));
    QVERIFY(window->page<TrainingWorkspace>()->controls()->undoButton()->toolTip().contains(texts().back()));
    change(*window, QStringLiteral("en"));
    QCOMPARE(texts(), english);
    document.undo().undo();
    QVERIFY(hasIt("edit.redo", english.back()));
}

void TestLiveLanguage::changesOfFunctionsStay()
{
    const auto window = makeWindow();
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
    change(*window, QStringLiteral("ko"));
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

void TestLiveLanguage::namesThatSomebodyGaveStay()
{
    const auto window = makeWindow();
    fill(*window);
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
    change(*window, QStringLiteral("ko"));
    const QStringList korean = names();
    QCOMPARE(korean.size(), english.size());
    QVERIFY(korean.contains(QStringLiteral("Run of mine")) && korean.filter(QRegularExpression(QStringLiteral("^실행 \\d+$"))).size() == korean.size() - 1);
    // A file says the same in every language, and reads it again in that of the window.
    const QString path = m_folder->filePath(QStringLiteral("s.actiscope"));
    QVERIFY(window->sessionFiles().saveTo(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(!hasKorean(text) && text.contains(QStringLiteral("Run of mine")));
    QVERIFY(window->sessionFiles().openFile(path));
    change(*window, QStringLiteral("en"));
    const QStringList again = names(); // and perhaps the run of before the file
    for (const QString &name : english)
        QVERIFY2(again.contains(name), qPrintable(name + QStringLiteral(" is not in ") + again.join(QStringLiteral(", "))));
}

void TestLiveLanguage::whatIsLookedAtStays()
{
    const auto window = makeWindow();
    TrainingWorkspace *training = &showTraining(*window);
    training->evidence()->showRows({QStringLiteral("plane"), QStringLiteral("units")});
    training->evidence()->toggleEnlarged(1);
    training->evidence()->selection().keep({0, 3}, 1);
    change(*window, QStringLiteral("ko"));
    training = window->page<TrainingWorkspace>();
    QCOMPARE(training->evidence()->enlarged(), std::optional<std::size_t>(1));
    QCOMPARE(training->evidence()->selection().kept(), std::optional<HiddenUnit>(HiddenUnit{0, 3}));
    QCOMPARE(training->evidence()->selection().model(), std::optional<std::size_t>(1));
    window->actionRegistry().find(QStringLiteral("training.step-by-step"))->trigger();
    training->stepPage()->setStage(StepStage::Backward);
    training->stepPage()->sampleField()->setValue(7);
    const std::size_t sample = training->stepPage()->sample();
    change(*window, QStringLiteral("en"));
    training = window->page<TrainingWorkspace>();
    QVERIFY(training->stepPage()->isVisible());
    QCOMPARE(training->stepPage()->stage(), StepStage::Backward);
    QCOMPARE(training->stepPage()->sample(), sample);
}

void TestLiveLanguage::devicesAreCalledOtherwise()
{
    BackendCatalog catalog = eigenCatalog();
    catalog.choices.push_back({"opencl", "Looking for OpenCL devices…", "The first one that is found computes.", [] { return makeEigenBackend(); }});
    catalog.choices.push_back({"opencl:1", {"%1 · %2 · %3 cores", {std::string("PoCL"), std::string("A"), std::string("2")}},
                               {"%1, single precision, all models of a comparison at once; kernel %2.", {std::string("OpenCL 3.0"), std::string("cpu")}},
                               [] { return makeEigenBackend(); }});
    catalog.reason = "It is the first OpenCL device that is a CPU, which the kernels are tuned for.";
    const auto window = makeWindow(catalog);
    const auto words = [&] {
        QStringList all{window->deviceButton()->toolTip(), window->deviceButton()->text()};
        for (const QAction *action : window->deviceButton()->menu()->actions())
            all << action->text() << action->toolTip();
        return all;
    };
    window->setDevice(1);
    QVERIFY(!hasKorean(words().join(QString())));
    QVERIFY(words().contains(QStringLiteral("PoCL · A · 2 cores")));
    change(*window, QStringLiteral("ko"));
    QCOMPARE(words().filter(QStringLiteral("cores")), QStringList());
    const QStringList korean = words();
    QVERIFY2(stillEnglish({korean.begin(), korean.end()}).isEmpty(), qPrintable(korean.join(QLatin1Char('\n'))));
    QVERIFY(hasKorean(window->deviceButton()->text()));
    showTraining(*window); // and what the device says of itself
    QTRY_VERIFY_WITH_TIMEOUT(window->services().training.state() == RunState::Ready, patience);
    QVERIFY2(hasKorean(window->services().devices.description()), qPrintable(window->services().devices.description()));
}

void TestLiveLanguage::problemsAreToldAgain()
{
    const auto window = makeWindow();
    const auto banners = [&] {
        QStringList all;
        for (const MessageBanner *banner : window->findChildren<MessageBanner *>()) {
            if (banner->isVisible())
                all << banner->text();
        }
        return all.join(QLatin1Char('\n'));
    };
    QVERIFY(!window->sessionFiles().openFile(m_folder->filePath(QStringLiteral("none.actiscope"))));
    QVERIFY(banners().contains(QStringLiteral("none.actiscope cannot be opened")));
    change(*window, QStringLiteral("ko"));
    QVERIFY2(banners().contains(QStringLiteral("none.actiscope")) && hasKorean(banners()), qPrintable(banners()));
    for (const MessageBanner *banner : window->findChildren<MessageBanner *>()) {
        if (banner->isVisible())
            banner->dismissButton()->click();
    }
    QCOMPARE(banners(), QString());
    change(*window, QStringLiteral("en"));
    QCOMPARE(banners(), QString()); // it has been read
}

QTEST_MAIN(TestLiveLanguage)
#include "tst_live_language.moc"
