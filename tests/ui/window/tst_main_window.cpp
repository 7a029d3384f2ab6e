// The window as a whole: workspaces, themes, panels, pictures, and what survives a restart.
#include "core/activations/activation_catalog.h"
#include "core/engine/eigen_backend.h"
#include "tests/support/loop_watch.h"
#include "tests/support/patience.h"
#include "ui/base/activation_colors.h"
#include "ui/base/parameter_control.h"
#include "ui/charts/export_dialog.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/state/functions_state.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/training_workspace.h"
#include "ui/window/main_window.h"
#include "ui/window/workspace_rail.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QLibraryInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVersionNumber>

#include <atomic>
#include <functional>
#include <future>
#include <optional>
#include <utility>

using namespace actiscope;
using actiscope::test::OwnTime;

namespace {

BackendCatalog catalog()
{
    BackendCatalog result;
    result.choices.push_back({"eigen", "Eigen, double", "Reference", [] { return makeEigenBackend(); }});
    result.choices.push_back({"eigen-float", "Eigen, float", "Single precision", [] { return makeEigenBackend(Precision::Float); }});
    result.reason = "it is always there";
    return result;
}

/** Waits for the first paint of a widget. */
class FirstPaint : public QObject {
public:
    explicit FirstPaint(QWidget &watched, std::function<void()> painted) : QObject(&watched), m_painted(std::move(painted))
    {
        watched.installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_painted)
            std::exchange(m_painted, nullptr)();
        return false;
    }

private:
    std::function<void()> m_painted;
};

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void init();
    void opensOnTheFunctions();
    void functionsAreDrawnWithinASecondAndBeforeABackendIsMade();
    void railAndKeysChangeTheWorkspace();
    void everyThemeIsTakenAtRunTime();
    void keysHideAndShowThePanels();
    void stateSurvivesARestart();
    void twoWindowsKeepEachOthersParametersAndColors();
    void stateOfEarlierVersionsIsRead();
    void devicesThatAreFoundLaterAreOffered();
    void aSavedDeviceIsTakenWhenItIsFound();
    void damagedSettingsDoNoHarm();
    void deviceCanBeChosenAndIsNamed();
    void closingWhileTrainingEndsCleanly();
    void copyPutsThePlotOnTheClipboard();
    void ctrlEOffersWhatCanBeExported();
    void everyControlHasANameAndATooltip();

private:
    std::unique_ptr<MainWindow> makeWindow()
    {
        auto window = std::make_unique<MainWindow>(
            catalog(), std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
        return window;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestMainWindow::opensOnTheFunctions()
{
    const auto window = makeWindow();
    QCOMPARE(window->workspace(), QStringLiteral("functions"));
    QVERIFY(window->page<FunctionsWorkspace>()->isVisible());
    QVERIFY(!window->page<TrainingWorkspace>()->isVisible());
    QVERIFY(!window->deviceButton()->text().isEmpty());
}

void TestMainWindow::functionsAreDrawnWithinASecondAndBeforeABackendIsMade()
{
    constexpr double limit = test::isSanitized ? 10000 : 1000;
    std::atomic<bool> isMade = false;
    BackendCatalog watched = catalog();
    for (BackendChoice &choice : watched.choices) {
        choice.singlePrecision = choice.name.text();
        choice.create = [&isMade, create = choice.create] {
            isMade = true;
            return create();
        };
    }
    std::optional<double> paintedAfter; // ms
    bool wasMade = true;
    const OwnTime time;
    MainWindow window(std::move(watched),
                      std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    new FirstPaint(*window.page<FunctionsWorkspace>()->plot(), [&] {
        wasMade = isMade;
        paintedAfter = time.elapsed();
    });
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(paintedAfter, test::patience);
    QVERIFY2(*paintedAfter <= limit, qPrintable(QString::number(*paintedAfter)));
    QVERIFY(!wasMade);
    QTRY_VERIFY_WITH_TIMEOUT(isMade, test::patience); // but then it is, for the badge
}

void TestMainWindow::railAndKeysChangeTheWorkspace()
{
    const auto window = makeWindow();
    auto *rail = window->findChild<WorkspaceRail *>();
    QTest::mouseClick(rail->button(1), Qt::LeftButton);
    QCOMPARE(window->workspace(), QStringLiteral("training"));
    QVERIFY(window->page<TrainingWorkspace>()->isVisible());
    QTest::keyClick(window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(window->page<FunctionsWorkspace>()->isVisible());
    QVERIFY(rail->button(0)->isChecked());
    window->setWorkspace(QStringLiteral("training"));
    QVERIFY(rail->button(1)->isChecked());
    window->setWorkspace(QStringLiteral("nonsense"));
    QCOMPARE(window->workspace(), QStringLiteral("training"));
}

void TestMainWindow::everyThemeIsTakenAtRunTime()
{
    const auto window = makeWindow();
    for (const ColorScheme scheme : {ColorScheme::Dark, ColorScheme::Light}) {
        window->setColorScheme(scheme);
        const Theme expected = scheme == ColorScheme::Dark ? Theme::dark() : Theme::light();
        QCOMPARE(window->palette().color(QPalette::Window), expected.background);
        window->page<FunctionsWorkspace>()->plot()->replot();
        const QImage picture = window->page<FunctionsWorkspace>()->plot()->grab().toImage();
        QCOMPARE(picture.pixelColor(2, 2), expected.plotBackground);
        window->setWorkspace(QStringLiteral("training"));
        const QImage training = window->page<TrainingWorkspace>()->grab().toImage();
        QCOMPARE(training.pixelColor(training.width() - 3, 3), expected.plotBackground);
        window->setWorkspace(QStringLiteral("functions"));
    }
    window->setColorScheme(ColorScheme::System);
    QCOMPARE(window->theme().isDark, systemPrefersDark());
}

void TestMainWindow::keysHideAndShowThePanels()
{
    const auto window = makeWindow();
    QTest::keyClick(window.get(), Qt::Key_F9);
    QVERIFY(!window->page<FunctionsWorkspace>()->list()->isVisible());
    QTest::keyClick(window.get(), Qt::Key_F9, Qt::ShiftModifier);
    QVERIFY(!window->page<FunctionsWorkspace>()->notes()->isVisible());
    QTest::keyClick(window.get(), Qt::Key_F9);
    QTest::keyClick(window.get(), Qt::Key_F9, Qt::ShiftModifier);
    QVERIFY(window->page<FunctionsWorkspace>()->list()->isVisible());
    QVERIFY(window->page<FunctionsWorkspace>()->notes()->isVisible());
    QTest::keyClick(window.get(), Qt::Key_F11);
    QTRY_VERIFY_WITH_TIMEOUT(window->isFullScreen(), test::patience);
    QVERIFY(!window->menuBar()->isVisible());
    QTest::keyClick(window.get(), Qt::Key_F11);
    QTRY_VERIFY_WITH_TIMEOUT(!window->isFullScreen(), test::patience);
    QVERIFY(window->menuBar()->isVisible());
}

void TestMainWindow::stateSurvivesARestart()
{
    const Activation &first = activations().front();
    std::vector<const Activation *> shown;
    QColor color;
    {
        const auto window = makeWindow();
        FunctionsState &state = window->page<FunctionsWorkspace>()->state();
        state.setShown(first, true);
        shown = state.shown();
        window->page<FunctionsWorkspace>()->notes()->parameterControls().front()->setValue(0.123);
        window->page<FunctionsWorkspace>()->plot()->updateNow();
        color = window->page<FunctionsWorkspace>()->plot()->valueGraph(first)->pen().color();
        window->setColorScheme(ColorScheme::Dark);
        window->setLeftPanelVisible(false);
        window->setWorkspace(QStringLiteral("training"));
        window->setDevice(1);
        window->resize(1111, 777);
        window->close();
    }
    const auto window = makeWindow();
    QCOMPARE(window->page<FunctionsWorkspace>()->state().shown(), shown);
    const Activation &focus = window->page<FunctionsWorkspace>()->state().focus();
    QCOMPARE(window->page<FunctionsWorkspace>()->state().parameters(focus).front(), 0.123);
    QCOMPARE(window->page<FunctionsWorkspace>()->notes()->parameterControls().front()->value(), 0.123);
    QCOMPARE(window->colorScheme(), ColorScheme::Dark);
    QVERIFY(window->theme().isDark);
    QCOMPARE(window->workspace(), QStringLiteral("training"));
    QCOMPARE(window->device(), std::size_t{1});
    QVERIFY(window->page<FunctionsWorkspace>()->list()->isHidden());
    if (QLibraryInfo::version() < QVersionNumber(6, 5)) // later ones keep a window within its screen, which is 800 x 800 offscreen
        QCOMPARE(window->size(), QSize(1111, 777));
    window->setColorScheme(ColorScheme::Light);
    window->page<FunctionsWorkspace>()->plot()->updateNow();
    QVERIFY(window->page<FunctionsWorkspace>()->plot()->valueGraph(first));
}

/** Each changes something else, in turns. */
void TestMainWindow::twoWindowsKeepEachOthersParametersAndColors()
{
    const Activation &one = *findActivation("elu");
    const Activation &other = *findActivation("prelu");
    const Activation &both = *findActivation("leaky_relu");
    QColor colorOfOne;
    {
        const auto first = makeWindow();
        const auto second = makeWindow();
        FunctionsState &inFirst = first->page<FunctionsWorkspace>()->state();
        FunctionsState &inSecond = second->page<FunctionsWorkspace>()->state();
        inFirst.setShown(one, true);
        inFirst.setParameter(one, 0, 2.5);
        first->saveState();
        inSecond.setShown(other, true);
        inSecond.setParameter(other, 0, 0.75);
        inSecond.setParameter(both, 0, 0.5);
        second->saveState();
        inFirst.resetParameters(both);
        first->saveState();
        inSecond.setParameter(other, 0, 0.625);
        second->saveState();
        first->page<FunctionsWorkspace>()->plot()->updateNow();
        colorOfOne = first->page<FunctionsWorkspace>()->plot()->valueGraph(one)->pen().color();
    }
    const auto window = makeWindow();
    FunctionsState &state = window->page<FunctionsWorkspace>()->state();
    QCOMPARE(state.parameters(one).front(), 2.5);
    QCOMPARE(state.parameters(other).front(), 0.625);
    QCOMPARE(state.parameters(both), both.defaultParameters()); // whoever changed it last
    state.setShown(one, true);
    state.setShown(other, true);
    window->page<FunctionsWorkspace>()->plot()->updateNow();
    QCOMPARE(window->page<FunctionsWorkspace>()->plot()->valueGraph(one)->pen().color(), colorOfOne);
    QVERIFY(window->page<FunctionsWorkspace>()->plot()->valueGraph(other)->pen().color()
            != colorOfOne); // though each window gave it the next one
}

void TestMainWindow::stateOfEarlierVersionsIsRead()
{
    {
        QSettings settings(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("functions/shown"), QStringList{QStringLiteral("elu"), QStringLiteral("prelu")});
        settings.setValue(QStringLiteral("functions/focus"), QStringLiteral("elu"));
        settings.setValue(QStringLiteral("functions/parameters"),
                          QStringList{QStringLiteral("elu:alpha=2"), QStringLiteral("prelu:alpha=0.5")});
        settings.setValue(QStringLiteral("window/curveColors"), QStringList{QString(), QStringLiteral("prelu"), QStringLiteral("elu")});
    }
    for (int start = 0; start < 2; ++start) { // the second from what the first has written
        const auto window = makeWindow();
        FunctionsState &state = window->page<FunctionsWorkspace>()->state();
        QCOMPARE(state.parameters(*findActivation("prelu")).front(), 0.5);
        QCOMPARE(state.parameters(*findActivation("elu")).front(), start == 0 ? 2.0 : 3.0);
        window->page<FunctionsWorkspace>()->plot()->updateNow();
        QCOMPARE(window->page<FunctionsWorkspace>()->plot()->valueGraph(*findActivation("elu"))->pen().color(), window->theme().curves[2]);
        state.setParameter(*findActivation("elu"), 0, 3);
        state.setShown(*findActivation("relu"), true);
        window->close();
    }
}

namespace {

/** As while devices are looked for: Eigen, and what will be found. */
BackendCatalog provisionalCatalog(std::shared_future<void> found)
{
    BackendCatalog result;
    result.choices.push_back(catalog().choices.front());
    result.choices.push_back({"later", "Looking", "What will be found", [found = std::move(found)] {
                                  found.wait();
                                  return makeEigenBackend(Precision::Float);
                              }});
    result.defaultIndex = 1;
    return result;
}

BackendCatalog foundCatalog()
{
    BackendCatalog result = catalog();
    result.choices.push_back({"third", "Third", "Another", [] { return makeEigenBackend(); }});
    result.defaultIndex = 1;
    return result;
}

QStringList deviceNames(const MainWindow &window)
{
    QStringList names;
    for (const QAction *action : window.deviceButton()->menu()->actions())
        names << (action->isChecked() ? QStringLiteral("* ") : QString()) + action->text();
    return names;
}

} // namespace

void TestMainWindow::devicesThatAreFoundLaterAreOffered()
{
    std::promise<void> found;
    MainWindow window(provisionalCatalog(found.get_future().share()),
                      std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(deviceNames(window), (QStringList{QStringLiteral("Eigen, double"), QStringLiteral("* Looking")}));
    window.setWorkspace(QStringLiteral("training")); // which begins a run that waits
    window.setCatalog(foundCatalog());
    QCOMPARE(deviceNames(window),
             (QStringList{QStringLiteral("Eigen, double"), QStringLiteral("* Eigen, float"), QStringLiteral("Third")}));
    QCOMPARE(window.device(), std::size_t{1});
    found.set_value();
    QTRY_VERIFY_WITH_TIMEOUT(window.page<TrainingWorkspace>()->snapshot(), test::patience);
    QCOMPARE(window.page<TrainingWorkspace>()->snapshot()->run, std::uint64_t{1}); // it was not begun again
    QVERIFY(window.deviceButton()->text().contains(QStringLiteral("float"), Qt::CaseInsensitive));
    window.setDevice(2);
    QCOMPARE(window.device(), std::size_t{2});
    window.setCatalog(foundCatalog());
    QCOMPARE(window.device(), std::size_t{2}); // by its name
}

void TestMainWindow::aSavedDeviceIsTakenWhenItIsFound()
{
    const QString file = m_folder->filePath(QStringLiteral("settings.ini"));
    QSettings(file, QSettings::IniFormat).setValue(QStringLiteral("window/device"), QStringLiteral("third"));
    std::promise<void> found;
    found.set_value();
    {
        MainWindow window(provisionalCatalog(found.get_future().share()), std::make_unique<QSettings>(file, QSettings::IniFormat));
        window.setColorScheme(ColorScheme::Dark);
        window.saveState(); // before it is found
    }
    QCOMPARE(QSettings(file, QSettings::IniFormat).value(QStringLiteral("window/device")).toString(), QStringLiteral("third"));
    MainWindow window(provisionalCatalog(std::shared_future<void>()), std::make_unique<QSettings>(file, QSettings::IniFormat));
    window.setCatalog(foundCatalog());
    QCOMPARE(window.device(), std::size_t{2});
    QCOMPARE(deviceNames(window).back(), QStringLiteral("* Third"));
}

void TestMainWindow::damagedSettingsDoNoHarm()
{
    {
        QSettings settings(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("window/geometry"), QStringLiteral("nonsense"));
        settings.setValue(QStringLiteral("window/colorScheme"), 77);
        settings.setValue(QStringLiteral("window/workspace"), QStringLiteral("gone"));
        settings.setValue(QStringLiteral("window/device"), QStringLiteral("opencl:9"));
        settings.setValue(QStringLiteral("functions/shown"), QStringList{QStringLiteral("no_such_function")});
        settings.setValue(QStringLiteral("functions/focus"), QStringLiteral("no_such_function"));
        settings.setValue(QStringLiteral("functions/parameters"),
                          QStringList{QStringLiteral("leaky_relu:alpha=99"), QStringLiteral("x:y=z")});
    }
    const auto window = makeWindow();
    QCOMPARE(window->workspace(), QStringLiteral("functions"));
    QCOMPARE(window->device(), std::size_t{0});
    QVERIFY(window->page<FunctionsWorkspace>()->state().shown().empty());
    const Activation &focus = window->page<FunctionsWorkspace>()->state().focus();
    QCOMPARE(window->page<FunctionsWorkspace>()->state().parameters(focus), focus.defaultParameters());
}

void TestMainWindow::deviceCanBeChosenAndIsNamed()
{
    const auto window = makeWindow();
    window->setWorkspace(QStringLiteral("training"));
    window->setDevice(1);
    QCOMPARE(window->device(), std::size_t{1});
    QTRY_VERIFY_WITH_TIMEOUT(window->deviceButton()->text().contains(QStringLiteral("float"), Qt::CaseInsensitive), test::patience);
    window->setDevice(99);
    QCOMPARE(window->device(), std::size_t{1});
}

void TestMainWindow::closingWhileTrainingEndsCleanly()
{
    auto window = makeWindow();
    window->setWorkspace(QStringLiteral("training"));
    TrainingWorkspace &training = *window->page<TrainingWorkspace>();
    QTRY_VERIFY_WITH_TIMEOUT(training.snapshot() && training.snapshot()->state == RunState::Ready,
                             test::patience); // a program is built, under a sanitizer 38 s were seen
    training.controller().playOrPause();
    QTRY_VERIFY_WITH_TIMEOUT(training.snapshot()->epoch > 0, test::patience);
    window->close();
    window.reset();
}

void TestMainWindow::copyPutsThePlotOnTheClipboard()
{
    const auto window = makeWindow();
    window->copyView();
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), 2 * window->page<FunctionsWorkspace>()->plot()->size());
    QVERIFY(data->data(QStringLiteral("image/svg+xml")).startsWith("<?xml"));
    QVERIFY(data->data(QStringLiteral("application/pdf")).startsWith("%PDF"));
}

void TestMainWindow::ctrlEOffersWhatCanBeExported()
{
    const auto window = makeWindow();
    QList<int> found;
    for (const int chosen : {3, 1}) {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        QTimer::singleShot(0, window.get(), [&] {
            auto *dialog = window->findChild<ExportDialog *>();
            auto *formats = dialog->findChild<QComboBox *>(QStringLiteral("format"));
            found.append(formats->currentIndex());
            formats->setCurrentIndex(chosen);
            dialog->reject();
        });
        QTest::keyClick(window.get(), Qt::Key_E, Qt::ControlModifier);
    }
    QCOMPARE(found, (QList<int>{0, 3})); // the choice is kept
}

void TestMainWindow::everyControlHasANameAndATooltip()
{
    const auto window = makeWindow();
    for (QWidget *widget : window->page<FunctionsWorkspace>()->findChildren<QWidget *>()) {
        const bool isControl = widget->focusPolicy() & Qt::TabFocus && widget->isVisible();
        const bool isPart = widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<QLabel *>(widget);
        if (!isControl || isPart)
            continue;
        const bool isNamed = !widget->accessibleName().isEmpty() || widget->property("text").isValid();
        QVERIFY2(isNamed, widget->metaObject()->className());
        if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QAbstractSlider *>(widget) || qobject_cast<QAbstractSpinBox *>(widget))
            QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->accessibleName() + widget->metaObject()->className()));
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
