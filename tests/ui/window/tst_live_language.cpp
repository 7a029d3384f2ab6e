// Another language while the window is full of things that were said in the first one: everything that can be read changes at once, and back. What is said is
// looked for in the whole window and all its dialogs (every_view.h).
#include "tests/ui/base/styled_label.h"
#include "tests/ui/window/language_fixture.h"
#include "tests/ui/window/seen_texts.h"

#include "ui/window/workspace.h"

#include <QMenuBar>
#include <QUndoStack>

using namespace actiscope;
using namespace actiscope::test;

class TestLiveLanguage : public QObject {
    Q_OBJECT

private slots:
    void everythingThatIsReadChanges();
    void devicesAreCalledOtherwise();
    void aPresentedWindowIsNotStyledAgain();

private:
    /** Of all views, by what was opened. */
    static std::map<QString, QSet<QString>> everythingIn(MainWindow &window);
};

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

void TestLiveLanguage::everythingThatIsReadChanges()
{
    EnglishTexts texts;
    QVERIFY(texts.size() > 1000);
    const LanguageFixture fixture;
    fixture.fill();
    fixture.fillImages();
    showTraining(*fixture.window); // where English is, the looking itself sees it
    QVERIFY(EnglishTexts().in(seenTexts(*fixture.window)).size() > 30);
    fixture.change(QStringLiteral("ko"));
    QStringList english;
    for (const auto &[view, seen] : everythingIn(*fixture.window)) {
        for (const QString &text : texts.in(seen))
            english << view + QStringLiteral(": ") + text;
    }
    QVERIFY2(english.isEmpty(), qPrintable(QStringLiteral("in English still:\n") + english.join(QLatin1Char('\n'))));
    fixture.change(QStringLiteral("en"));
    QStringList korean;
    for (const auto &[view, seen] : everythingIn(*fixture.window)) {
        for (const QString &text : seen) {
            if (hasKorean(text) && text != QStringLiteral("한국어"))
                korean << view + QStringLiteral(": ") + text;
        }
    }
    QVERIFY2(korean.isEmpty(), qPrintable(QStringLiteral("in Korean still:\n") + korean.join(QLatin1Char('\n'))));
}

/** Which takes a quarter of a second each time. */
void TestLiveLanguage::aPresentedWindowIsNotStyledAgain()
{
    const LanguageFixture fixture;
    fixture.window->setPresenting(true);
    const double scale = fixture.window->theme().scale;
    StyledLabel label;
    label.show();
    QCoreApplication::processEvents();
    label.styled = 0;
    fixture.change(QStringLiteral("ko"));
    QCOMPARE(label.styled, 0); // its theme is the same
    QVERIFY(fixture.window->isPresenting() && !fixture.window->menuBar()->isVisible());
    QCOMPARE(fixture.window->theme().scale, scale);
}

void TestLiveLanguage::devicesAreCalledOtherwise()
{
    BackendCatalog catalog = eigenCatalog();
    catalog.choices.push_back({"opencl", "Looking for OpenCL devices…", "The first one that is found computes.", [] { return makeEigenBackend(); }});
    catalog.choices.push_back({"opencl:1", {"%1 · %2 · %3 cores", {std::string("PoCL"), std::string("A"), std::string("2")}},
                               {"%1, single precision, all models of a comparison at once; kernel %2.", {std::string("OpenCL 3.0"), std::string("cpu")}},
                               [] { return makeEigenBackend(); }});
    catalog.reason = "It is the first OpenCL device that is a CPU, which the kernels are tuned for.";
    const LanguageFixture fixture(catalog);
    MainWindow *window = fixture.window.get();
    const auto words = [&] {
        QStringList all{window->deviceButton()->toolTip(), window->deviceButton()->text()};
        for (const QAction *action : window->deviceButton()->menu()->actions())
            all << action->text() << action->toolTip();
        return all;
    };
    window->setDevice(1);
    QVERIFY(!hasKorean(words().join(QString())));
    QVERIFY(words().contains(QStringLiteral("PoCL · A · 2 cores")));
    fixture.change(QStringLiteral("ko"));
    QCOMPARE(words().filter(QStringLiteral("cores")), QStringList());
    const QStringList korean = words();
    QVERIFY2(EnglishTexts().in({korean.begin(), korean.end()}).isEmpty(), qPrintable(korean.join(QLatin1Char('\n'))));
    QVERIFY(hasKorean(window->deviceButton()->text()));
    showTraining(*window); // and what the device says of itself
    QTRY_VERIFY_WITH_TIMEOUT(window->services().training.state() == RunState::Ready, patience);
    QVERIFY2(hasKorean(window->services().devices.description()), qPrintable(window->services().devices.description()));
}

QTEST_MAIN(TestLiveLanguage)
#include "tst_live_language.moc"
