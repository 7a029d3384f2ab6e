// The window fits small screens: whatever is compared, however long the names, in either theme, and with text half as large again.
#include "core/activations/custom_activations.h"
#include "core/io/ready_experiments.h"
#include "tests/ui/training/training_fixture.h"
#include "tests/ui/window/window_size_fixture.h"
#include "ui/base/elided_tool_button.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/evidence/evidence_chips.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/timeline/timeline_view.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/workspaces.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>
#include <map>
#include <memory>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** With names longer than any screen is wide. */
Experiment manyModels(int count, int epochs)
{
    Experiment experiment = smallExperiment();
    experiment.stop.epochs = epochs;
    experiment.models.clear();
    for (int i = 0; i < count; ++i) {
        const std::string formula = "x*" + std::to_string(i + 2) + "*a*b";
        const std::string name =
            "An activation whose name is so long that nobody would ever want to read it in a list, number " + std::to_string(i);
        experiment.models.push_back({.activations = {defaultSpec(*addCustomActivation(formula, {.name = name, .defaults = {1, 1}}))}});
    }
    return experiment;
}

} // namespace

class TestWindowSize : public WindowSizeTest {
    Q_OBJECT

private slots:
    void fitsTheSmallestWindow_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("models");
        QTest::addColumn<int>("epochs");
        for (const bool dark : {false, true}) {
            for (const int models : {1, 2, 6})
                QTest::addRow("%s, %d models, 100000 epochs", dark ? "dark" : "light", models) << dark << models << 100'000;
        }
        QTest::newRow("five digits") << false << 2 << 10'000;
        QTest::newRow("seven digits") << false << 2 << 1'000'000;
    }
    void fitsTheSmallestWindow();
    void fitsTheSmallestWindowInLargeText();
    void fitsALaptopInLargeText();
    void aWideWindowCanBeMadeNarrow_data();
    void aWideWindowCanBeMadeNarrow();
    void theChartHasTheStripsThatThereIsRoomFor();
    void nothingMovesWhileEpochsAreCounted();
    void theToolbarHasItsWaysBack_data();
    void theToolbarHasItsWaysBack();
    void thePlanesHaveTheHeight_data();
    void thePlanesHaveTheHeight();
    void longNamesAreCutAndKept();
    void smallTextGrowsWithTheText();
    void keysFitASmallScreenInLargeText();
};

void TestWindowSize::fitsTheSmallestWindow()
{
    QFETCH(bool, dark);
    QFETCH(int, models);
    QFETCH(int, epochs);
    const TextSize text(1);
    const auto window = makeWindow(manyModels(models, epochs));
    window->setColorScheme(dark ? ColorScheme::Dark : ColorScheme::Light);
    verifyFits(*window, smallest);
}

/** In Korean, whose words are wider in places. */
void TestWindowSize::fitsTheSmallestWindowInLargeText()
{
    const TextSize text(1.5);
    for (const char *language : {"en", "ko"}) {
        const auto window = makeWindow(manyModels(6, 100'000));
        changeLanguage(*window, QLatin1String(language));
        verifyFits(*window, smallest);
        changeLanguage(*window, QStringLiteral("en"));
    }
}

void TestWindowSize::fitsALaptopInLargeText()
{
    const TextSize text(1.5);
    const auto window = makeWindow(manyModels(6, 100'000));
    verifyFits(*window, laptop - QSize(0, 40)); // and the frame
}

void TestWindowSize::aWideWindowCanBeMadeNarrow_data()
{
    QTest::addColumn<double>("text");
    QTest::addColumn<QString>("workspace");
    for (const double text : {1.0, 1.25}) {
        for (const WorkspaceEntry &entry : workspaces())
            QTest::addRow("text %g, %s", text, entry.id) << text << QString::fromLatin1(entry.id);
    }
}

/** What stands side by side in it does not keep it wide, as when it comes back from the whole screen. */
void TestWindowSize::aWideWindowCanBeMadeNarrow()
{
    QFETCH(double, text);
    QFETCH(QString, workspace);
    constexpr QSize wide(1920, 1080);
    const TextSize scale(text);
    const auto window = makeWindow(smallExperiment());
    window->setWorkspace(workspace);
    window->resize(wide);
    QTRY_COMPARE_WITH_TIMEOUT(window->size(), wide, patience);
    QTest::qWait(50);
    QVERIFY2(window->minimumSizeHint().width() <= smallest.width(), qPrintable(widest(*window)));
    window->resize(smallest);
    QTest::qWait(50);
    QCOMPARE(window->size(), smallest);
}

/** Strips that there is the height for, each with its name, and as much of its note as fits. */
void TestWindowSize::theChartHasTheStripsThatThereIsRoomFor()
{
    const TextSize text(1);
    const auto window = makeWindow(smallExperiment());
    window->setWorkspace(QStringLiteral("training"));
    QTRY_VERIFY_WITH_TIMEOUT(window->page<TrainingWorkspace>()->snapshot(), patience);
    const TimelinePlot &plot = *window->page<TrainingWorkspace>()->timeline()->plot();
    for (const QSize size : {smallest, QSize(1600, 1000), smallest}) {
        window->resize(size);
        QTRY_COMPARE_WITH_TIMEOUT(window->size(), size, patience);
        QTRY_VERIFY_WITH_TIMEOUT(size == smallest || plot.stripCount() == plot.series().size(), patience);
        QVERIFY(plot.stripCount() >= 1 && plot.stripCount() <= plot.series().size());
        for (std::size_t i = 0; i < plot.stripCount(); ++i)
            QTRY_VERIFY2_WITH_TIMEOUT(plot.strip(i).axisRect()->height() >= 40, qPrintable(QString::number(plot.strip(i).axisRect()->height())), patience);
    }
}

void TestWindowSize::thePlanesHaveTheHeight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("strips");
    QTest::addColumn<int>("least");
    // The drawn target has 248, 320 and 256 pixels of plane.
    QTest::newRow("960 x 600") << QSize(960, 600) << 2 << 1 << 220;
    QTest::newRow("1280 x 800, two rows") << QSize(1280, 800) << 2 << 2 << 290;
    QTest::newRow("1280 x 800, three rows") << QSize(1280, 800) << 3 << 2 << 215;
    QTest::newRow("1920 x 1080") << QSize(1920, 1080) << 3 << 2 << 370;
}

void TestWindowSize::thePlanesHaveTheHeight()
{
    QFETCH(QSize, size);
    QFETCH(int, rows);
    QFETCH(int, strips);
    QFETCH(int, least);
    const TextSize text(1);
    const QTemporaryDir folder;
    MainWindow window(test::eigenCatalog(),
                      std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    window.setWorkspace(QStringLiteral("training"));
    window.resize(size);
    window.show();
    auto &training = *window.page<TrainingWorkspace>();
    training.controller().document().take(*findReadyExperiment(std::string_view("dying-relu")), {});
    QTRY_VERIFY_WITH_TIMEOUT(training.snapshot() && training.snapshot()->models.size() == 2
                                 && training.snapshot()->experiment == training.experiment(), patience);
    training.evidence()->showRows(QStringList{QStringLiteral("plane"), QStringLiteral("units"), QStringLiteral("gradients")}.first(rows));
    QTest::qWait(50);
    const int plane = training.evidence()->panel(QStringLiteral("plane"), 0)->height() - 20; // its numbers are in that
    QVERIFY2(plane >= least, qPrintable(QString::number(plane)));
    QCOMPARE(int(training.timeline()->plot()->fittingStrips()), strips);
    if (size.width() >= 1280) { // chips are there, and the toolbar has one line
        QVERIFY(training.evidence()->chips()->chip(QStringLiteral("pre-activations"))->isVisible());
        QVERIFY(training.controls()->paceSlider()->isVisible());
    }
    QVERIFY2(training.controls()->height() <= 44, qPrintable(QString::number(training.controls()->height())));
}

void TestWindowSize::nothingMovesWhileEpochsAreCounted()
{
    const TextSize text(1);
    WorkspaceFixture fixture;
    WAIT_READY(fixture, smallExperiment());
    fixture.workspace->resize(860, 520);
    RunControls &controls = *fixture.workspace->controls();
    const auto places = [&controls] {
        QList<QRect> list;
        for (const QWidget *child : controls.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
            list << child->geometry();
        return list;
    };
    Snapshot run = *fixture.workspace->snapshot();
    QTest::qWait(50);
    for (const int last : {100, 100'000, 1'000'000}) {
        run.state = RunState::Ready;
        run.epoch = 0;
        run.experiment.stop.epochs = last;
        controls.showState(run);
        controls.layout()->activate();
        const QList<QRect> before = places();
        for (const auto &[state, epoch] : {std::pair(RunState::Running, 7), std::pair(RunState::Paused, last - 1), std::pair(RunState::Finished, last)}) {
            run.state = state;
            run.epoch = epoch;
            controls.showState(run);
            QVERIFY(controls.epochText().contains(QString::number(last)));
            controls.layout()->activate();
            QCOMPARE(places(), before);
            controls.showBusy(QStringLiteral("computing…"));
            QVERIFY(controls.epochText().startsWith(QStringLiteral("computing…"))); // where the epoch would be cut, the word alone
            controls.layout()->activate();
            QCOMPARE(places(), before);
        }
    }
}

void TestWindowSize::theToolbarHasItsWaysBack_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("text");
    QTest::addColumn<QString>("language");
    for (const QSize &size : {smallest, laptop}) {
        for (const double text : {1.0, 1.5, 2.0}) {
            if (text == 2 && size == smallest)
                continue; // there the window is larger
            for (const QString &language : text == 1.5 ? QStringList{QStringLiteral("en"), QStringLiteral("ko")} : QStringList{QStringLiteral("en")})
                QTest::addRow("%d x %d, text %g, %s", size.width(), size.height(), text, qPrintable(language)) << size << text << language;
        }
    }
}

/** Each button of the toolbar can be found by a hand that has no keys, on one line where all of them have room there, else on two. */
void TestWindowSize::theToolbarHasItsWaysBack()
{
    QFETCH(QSize, size);
    QFETCH(double, text);
    QFETCH(QString, language);
    const TextSize scale(text);
    const auto window = makeWindow(smallExperiment());
    window->resize(size);
    QTRY_COMPARE_WITH_TIMEOUT(window->size(), size, patience);
    changeLanguage(*window, language);
    QTRY_COMPARE_WITH_TIMEOUT(window->size(), size, patience);
    window->setWorkspace(QStringLiteral("training"));
    window->resize(size);
    auto &training = *window->page<TrainingWorkspace>();
    for (const char *name : {"dying-relu", "vanishing-gradient", "too-long"}) {
        training.setExperiment(findReadyExperiment(std::string_view(name))->experiment);
        QTRY_VERIFY_WITH_TIMEOUT(training.snapshot() && training.snapshot()->experiment == training.experiment(), patience);
        QTest::qWait(50);
        const RunControls &controls = *training.controls();
        QCOMPARE(window->size(), size);
        for (const QToolButton *button : {controls.undoButton(), controls.redoButton(), controls.playButton(), controls.seedsButton()}) {
            QVERIFY2(button->isVisible() && controls.rect().contains(button->geometry()), qPrintable(button->accessibleName() + QLatin1Char(' ') + QLatin1String(name)));
            QVERIFY(button->width() >= 30 && button->height() >= 30);
        }
        const bool isOneLine = controls.height() < 1.5 * controls.playButton()->height();
        QVERIFY2(isOneLine || text > 1, qPrintable(QString::number(controls.height())));
        QVERIFY(isOneLine || controls.paceSlider()->isVisible()); // a second line has room for it
        for (const char *id : {"training.slower", "training.faster"}) // what the slider does where it has no room
            QVERIFY(window->findChild<QAction *>(QLatin1String(id)));
    }
    changeLanguage(*window, QStringLiteral("en"));
}

void TestWindowSize::longNamesAreCutAndKept()
{
    const TextSize text(1);
    ElidedToolButton button(QStringLiteral(" ▾"));
    button.setFullText(QStringLiteral("Swish & co, a function with a rather long name"));
    button.resize(button.sizeHint());
    button.show();
    QCOMPARE(button.text(), QStringLiteral("Swish && co, a function with a rather long name ▾"));
    const QSize whole = button.sizeHint();
    button.resize(button.minimumSizeHint());
    QTest::qWait(20);
    QVERIFY(button.minimumSizeHint().width() < whole.width() / 2);
    QVERIFY2(button.text().contains(QStringLiteral("…")) && button.text().endsWith(QStringLiteral(" ▾")), qPrintable(button.text()));
    QCOMPARE(button.sizeHint(), whole);
    button.resize(whole);
    QVERIFY(!button.text().contains(QStringLiteral("…")));
}

/** The sentence below an experiment's name, the kind of data, icons: they grow with the text, while the window is open. */
void TestWindowSize::smallTextGrowsWithTheText()
{
    const TextSize text(1);
    const auto window = makeWindow(smallExperiment());
    window->setWorkspace(QStringLiteral("training"));
    window->resize(laptop);
    QTRY_VERIFY_WITH_TIMEOUT(window->page<TrainingWorkspace>()->snapshot(), patience);
    QTest::qWait(50);
    const auto sizes = [&window] {
        std::map<const QWidget *, double> all;
        const QWidget *panel = window->page<TrainingWorkspace>()->experimentPanel();
        for (const QLabel *label : panel->findChildren<QLabel *>()) {
            if (!label->text().isEmpty() && label->isVisible())
                all[label] = label->font().pointSizeF();
        }
        for (const QAbstractButton *button : panel->findChildren<QAbstractButton *>()) {
            if (!button->icon().isNull() && button->iconSize().height() > 1 && button->isVisible())
                all[button] = button->iconSize().height();
        }
        return all;
    };
    const std::map<const QWidget *, double> before = sizes();
    QVERIFY(before.size() > 10);
    window->setTextScale(1.5);
    QTest::qWait(100);
    const std::map<const QWidget *, double> after = sizes();
    for (const auto &[widget, size] : before) {
        const auto found = after.find(widget);
        if (found == after.end())
            continue; // in the drawer now, or folded
        const auto *label = qobject_cast<const QLabel *>(widget);
        QVERIFY2(found->second >= 1.4 * size, qPrintable(QStringLiteral("%1 %2: %3, %4").arg(QLatin1String(widget->metaObject()->className()),
                                                                                         label ? label->text() : widget->accessibleName()).arg(size).arg(found->second)));
    }
    window->setTextScale(1);
}

void TestWindowSize::keysFitASmallScreenInLargeText()
{
    for (const double share : {1.0, 1.5}) {
        const TextSize text(share);
        const auto window = makeWindow(smallExperiment());
        KeysDialog dialog(window->actionRegistry());
        dialog.show();
        QVERIFY2(dialog.height() <= std::min(laptop.height(), dialog.screen()->availableGeometry().height()),
                 qPrintable(QString::number(dialog.height())));
        QVERIFY2(dialog.width() <= laptop.width(), qPrintable(QString::number(dialog.width())));
        QVERIFY(dialog.minimumSizeHint().height() <= 400);
        const auto *scroll = dialog.findChild<QScrollArea *>();
        QVERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(),
                 qPrintable(QStringLiteral("%1 in %2").arg(scroll->widget()->minimumSizeHint().width()).arg(scroll->viewport()->width())));
    }
}

QTEST_MAIN(TestWindowSize)
#include "tst_window_size.moc"
