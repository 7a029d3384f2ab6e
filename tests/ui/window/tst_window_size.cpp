// The window fits small screens: whatever is compared, however long the names, in either theme, and with text half as large again.
#include "tests/ui/training/training_fixture.h"

#include "core/activations/custom_activations.h"
#include "core/io/ready_experiments.h"
#include "ui/base/elided_tool_button.h"
#include "ui/functions/bars/read_out.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/plot/curve_names.h"
#include "ui/functions/plot/difference_panel.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/plot/inside_panel.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/evidence/evidence_chips.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/timeline/timeline_view.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>
#include <map>
#include <memory>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr QSize smallest(960, 600);
constexpr QSize laptop(1280, 800);

/** The text of the application in another size, as long as it lives. */
class TextSize {
public:
    explicit TextSize(double share) : m_before(QApplication::font())
    {
        applyTheme(*qApp, Theme::light()); // which sees to a size that can be read
        QFont font = QApplication::font();
        font.setPointSizeF(font.pointSizeF() * share);
        QApplication::setFont(font);
    }
    ~TextSize() { QApplication::setFont(m_before); }

private:
    QFont m_before;
};

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

BackendCatalog catalogWithALongName()
{
    BackendCatalog catalog = eigenCatalog();
    catalog.choices.front().name =
        "pthread-a-processor-whose-name-goes-on-and-on (Portable Computing Language, of a driver that has much to say)";
    return catalog;
}

/** What asks for the width, for whoever has to mend it. */
QString widest(const QWidget &window)
{
    QStringList list;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const int width = std::max(widget->minimumSizeHint().width(), widget->minimumWidth());
        if (widget->isVisible() && width > 200)
            list << QStringLiteral("%1 %2 %3").arg(width).arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
    }
    return list.join(QLatin1Char('\n'));
}

/** No line and no word of it is cut. */
bool isWhole(const QLabel &label)
{
    const QStringList words = label.wordWrap() ? label.text().split(QLatin1Char(' ')) : QStringList{label.text()};
    return label.height() >= label.heightForWidth(label.width()) && std::ranges::all_of(words, [&label](const QString &word) {
               return label.fontMetrics().horizontalAdvance(word) <= label.width();
           });
}

} // namespace

class TestWindowSize : public QObject {
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
    void plotsDoNotOverlapWithAllOptions_data();
    void plotsDoNotOverlapWithAllOptions();
    void plotsAndNamesHaveRoomInTheSmallestWindow_data();
    void plotsAndNamesHaveRoomInTheSmallestWindow();
    void rowsOfTheViewCutNoTextInLargeText_data();
    void rowsOfTheViewCutNoTextInLargeText();
    void theChartHasTheStripsThatThereIsRoomFor();
    void nothingMovesWhileEpochsAreCounted();
    void theToolbarHasItsWaysBackInTheSmallestWindow();
    void thePlanesHaveTheHeight_data();
    void thePlanesHaveTheHeight();
    void longNamesAreCutAndKept();
    void smallTextGrowsWithTheText();
    void keysFitASmallScreenInLargeText();

private:
    std::unique_ptr<MainWindow> makeWindow(const Experiment &experiment)
    {
        auto window = std::make_unique<MainWindow>(
            catalogWithALongName(), std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
        window->page<TrainingWorkspace>()->setExperiment(experiment);
        window->show();
        return window;
    }

    /** In both workspaces, with everything shown that can be. */
    void verifyFits(MainWindow &window, const QSize &most)
    {
        FunctionsState &state = window.page<FunctionsWorkspace>()->state();
        for (const Activation *activation : customActivations())
            state.setShown(*activation, true);
        if (!customActivations().empty())
            state.setFocus(*customActivations().front());
        for (const char *workspace : {"functions", "training"}) {
            window.setWorkspace(QLatin1String(workspace));
            if (workspace == std::string("training"))
                QTRY_VERIFY_WITH_TIMEOUT(window.page<TrainingWorkspace>()->snapshot(), patience);
            for (const QSize &size : {laptop, most}) {
                window.resize(size);
                QTest::qWait(50);
            }
            const QSize hint = window.minimumSizeHint();
            QVERIFY2(hint.width() <= most.width() && hint.height() <= most.height(),
                     qPrintable(QStringLiteral("%1: %2 x %3\n").arg(QLatin1String(workspace)).arg(hint.width()).arg(hint.height())
                                + widest(window)));
            QCOMPARE(window.size(), most);
        }
    }

    QTemporaryDir m_folder;
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
        window->setLanguage(QLatin1String(language));
        QTest::qWait(50);
        verifyFits(*window, smallest);
        window->setLanguage(QStringLiteral("en"));
        QTest::qWait(50);
    }
}

void TestWindowSize::fitsALaptopInLargeText()
{
    const TextSize text(1.5);
    const auto window = makeWindow(manyModels(6, 100'000));
    verifyFits(*window, laptop - QSize(0, 40)); // and the frame
}

void TestWindowSize::plotsDoNotOverlapWithAllOptions_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("text");
    QTest::newRow("960 x 600") << smallest << 1.0;
    QTest::newRow("960 x 600, large text") << smallest << 1.5;
    QTest::newRow("1280 x 800, large text") << laptop << 1.5;
}

/** Five plots and all rows above them: each has its height, below the one before, and what does not fit is scrolled. */
void TestWindowSize::plotsDoNotOverlapWithAllOptions()
{
    QFETCH(QSize, size);
    QFETCH(double, text);
    const TextSize scale(text);
    const auto window = makeWindow(smallExperiment());
    auto &functions = *window->page<FunctionsWorkspace>();
    window->setWorkspace(QStringLiteral("training"));
    QTRY_VERIFY_WITH_TIMEOUT(window->page<TrainingWorkspace>()->snapshot(), patience);
    window->setWorkspace(QStringLiteral("functions"));
    FunctionsView &view = functions.state().view();
    for (bool ViewOptions::*option : {&ViewOptions::secondDerivative, &ViewOptions::family, &ViewOptions::comparison, &ViewOptions::inside})
        view.set(option, true);
    window->resize(size);
    QTest::qWait(100);
    const FunctionPlot &plot = *functions.plot();
    QVERIFY(plot.shownPlaces().size() >= 4);
    double bottom = 0;
    for (const PanelStack::Place place : plot.shownPlaces()) {
        const FunctionPanel &panel = place == PanelStack::Inside       ? plot.inside().panel()
                                     : place == PanelStack::Difference ? plot.difference().panel()
                                                                       : plot.panel(place == PanelStack::Value ? 0 : place == PanelStack::Derivative ? 1 : 2);
        const QRect title = panel.title()->rect(), rect = panel.rect()->rect();
        QVERIFY2(title.top() >= bottom && rect.top() >= title.bottom() - 1, qPrintable(QStringLiteral("%1 after %2").arg(title.top()).arg(bottom)));
        QVERIFY2(rect.height() >= 2.5 * QFontMetricsF(plotFont(plot)).height(), qPrintable(QStringLiteral("%1: %2").arg(place).arg(rect.height())));
        bottom = rect.bottom();
    }
    QVERIFY(bottom < plot.height());
    std::vector<QRect> rows; // nor do the rows above
    for (const QWidget *row : window->findChild<QWidget *>(QStringLiteral("viewBar"))->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (row->isVisible())
            rows.push_back(row->geometry());
    }
    for (std::size_t a = 0; a < rows.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b)
            QVERIFY2(!rows[a].intersects(rows[b]), qPrintable(QStringLiteral("%1 %2").arg(rows[a].top()).arg(rows[b].bottom())));
    }
}

void TestWindowSize::plotsAndNamesHaveRoomInTheSmallestWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("least"); // share of the window
    QTest::newRow("960 x 600") << smallest << 0.23;
    QTest::newRow("1024 x 768") << QSize(1024, 768) << 0.27;
    QTest::newRow("1280 x 800") << laptop << 0.35;
}

/** As at the first start. */
void TestWindowSize::plotsAndNamesHaveRoomInTheSmallestWindow()
{
    QFETCH(QSize, size);
    QFETCH(double, least);
    const TextSize text(1);
    const QTemporaryDir folder;
    MainWindow window(eigenCatalog(), std::make_unique<QSettings>(folder.filePath(QStringLiteral("new.ini")), QSettings::IniFormat));
    window.resize(size);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    FunctionPlot &plot = *window.page<FunctionsWorkspace>()->plot();
    plot.updateNow();
    const double share = double(plot.width()) * plot.height() / (double(size.width()) * size.height());
    QVERIFY2(share >= least, qPrintable(QString::number(share)));
    for (const CurveNames *names : {plot.valueNames(), plot.derivativeNames()}) {
        for (const QRectF &name : names->textRectangles())
            QVERIFY(!name.isEmpty());
    }
    const ReadOut &readOut = *window.page<FunctionsWorkspace>()->readOut();
    const bool isLow = size == smallest;
    QCOMPARE(window.page<FunctionsWorkspace>()->kinkNote()->isVisible(), !isLow);
    QCOMPARE(readOut.idleText(), isLow ? window.page<FunctionsWorkspace>()->kinkNote()->text() : QString());
    QVERIFY(!window.page<FunctionsWorkspace>()->kinkNote()->text().isEmpty());

    const QRect before = plot.geometry();
    plot.setPointedX(1.5);
    QCOMPARE(plot.geometry(), before); // nothing moves
    QCOMPARE(readOut.inSight(), (std::pair{0, 2}));
}

void TestWindowSize::rowsOfTheViewCutNoTextInLargeText_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("share");
    for (const QSize &size : {smallest, laptop}) {
        for (const double share : {1.0, 1.5}) {
            if (size == laptop || share == 1)
                QTest::addRow("%d x %d, text %g", size.width(), size.height(), share) << size << share;
        }
    }
}

void TestWindowSize::rowsOfTheViewCutNoTextInLargeText()
{
    QFETCH(QSize, size);
    QFETCH(double, share);
    const TextSize text(share);
    const QTemporaryDir folder;
    MainWindow window(eigenCatalog(), std::make_unique<QSettings>(folder.filePath(QStringLiteral("new.ini")), QSettings::IniFormat));
    FunctionsView &view = window.page<FunctionsWorkspace>()->state().view();
    view.set(&ViewOptions::family, true);
    view.set(&ViewOptions::comparison, true);
    window.resize(size);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *values = window.findChild<QLineEdit *>(QStringLiteral("familyValues"));
    for (const bool isWrong : {false, true}) {
        if (isWrong) {
            values->setFocus();
            values->clear();
            QTest::keyClicks(values, QStringLiteral("0.1; nonsense"));
        }
        QTest::qWait(50);
        auto *bar = window.findChild<QWidget *>(QStringLiteral("viewBar"));
        for (const QWidget *each : bar->findChildren<QWidget *>()) {
            if (!each->isVisible() || each->window() != &window)
                continue;
            const QString name = QLatin1String(each->metaObject()->className()) + QLatin1Char(' ') + each->objectName();
            QVERIFY2(each->height() >= each->minimumSizeHint().height(), qPrintable(name));
            const auto *label = qobject_cast<const QLabel *>(each);
            if (label && !label->text().isEmpty())
                QTRY_VERIFY2_WITH_TIMEOUT(isWhole(*label), qPrintable(label->text()), patience);
        }
        const int shown = values->fontMetrics().horizontalAdvance(values->text());
        QVERIFY2(values->width() >= std::min(shown + 16, 200), qPrintable(QStringLiteral("%1 for %2").arg(values->width()).arg(shown)));
    }
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

/** In a window as small as it may be: each button of the toolbar can be found by a hand that has no keys, in both languages' lengths of words. */
void TestWindowSize::theToolbarHasItsWaysBackInTheSmallestWindow()
{
    const TextSize text(1);
    for (const char *name : {"dying-relu", "vanishing-gradient", "too-long"}) {
        const auto window = makeWindow(findReadyExperiment(std::string_view(name))->experiment);
        window->setWorkspace(QStringLiteral("training"));
        window->resize(smallest);
        auto &training = *window->page<TrainingWorkspace>();
        QTRY_VERIFY_WITH_TIMEOUT(training.snapshot() && training.snapshot()->experiment == training.experiment(), patience);
        QTest::qWait(50);
        const RunControls &controls = *training.controls();
        QCOMPARE(window->size(), smallest);
        for (const QToolButton *button : {controls.undoButton(), controls.redoButton(), controls.playButton(), controls.seedsButton()}) {
            QVERIFY2(button->isVisible() && controls.rect().contains(button->geometry()), qPrintable(button->accessibleName() + QLatin1Char(' ') + QLatin1String(name)));
            QVERIFY(button->width() >= 30 && button->height() >= 30);
        }
        QVERIFY2(controls.height() <= 44, qPrintable(QString::number(controls.height())));
        for (const char *id : {"training.slower", "training.faster"}) // what the slider does where it has no room
            QVERIFY(window->findChild<QAction *>(QLatin1String(id)));
    }
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
