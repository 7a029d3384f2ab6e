// The window as a whole: workspaces, themes, panels, pictures, and what survives a restart.
#include "core/activations/activation_catalog.h"
#include "tests/support/loop_watch.h"
#include "tests/support/patience.h"
#include "tests/ui/base/styled_label.h"
#include "tests/ui/window/main_window_fixture.h"
#include "ui/base/activation_colors.h"
#include "ui/base/elided_label.h"
#include "ui/base/parameter_control.h"
#include "ui/base/scale.h"
#include "ui/charts/export_dialog.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/state/functions_state.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/training_workspace.h"
#include "ui/window/actions/action_registry.h"
#include "ui/window/main_window.h"
#include "ui/window/menu_corner.h"
#include "ui/window/workspace_rail.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLibraryInfo>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QVersionNumber>

#include <atomic>
#include <functional>
#include <optional>
#include <utility>

using namespace actiscope;
using namespace actiscope::test;

namespace {

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

class TestMainWindow : public MainWindowTest {
    Q_OBJECT

private slots:
    void init();
    void opensOnTheFunctions();
    void functionsAreDrawnWithinASecondAndBeforeABackendIsMade();
    void railAndKeysChangeTheWorkspace();
    void everyThemeIsTakenAtRunTime();
    void keptColoursAreTakenAtOnce();
    void aKeptTextSizeIsTakenAtOnce();
    void keysHideAndShowThePanels();
    void stateSurvivesARestart();
    void twoWindowsKeepEachOthersParametersAndColors();
    void stateOfEarlierVersionsIsRead();
    void damagedSettingsDoNoHarm();
    void copyPutsThePlotOnTheClipboard();
    void ctrlEOffersWhatCanBeExported();
    void everyControlHasANameAndATooltip();
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

/** Not after others, in which all would be styled first. */
void TestMainWindow::keptColoursAreTakenAtOnce()
{
    {
        const auto window = makeWindow();
        window->setColorScheme(ColorScheme::Dark);
        window->saveState();
    }
    StyledLabel label;
    label.show();
    QCoreApplication::processEvents();
    label.styled = 0;
    const auto window = makeWindow();
    QCOMPARE(window->palette().color(QPalette::Window), Theme::dark().background);
    QVERIFY(window->actionRegistry().find(QStringLiteral("view.colours-dark"))->isChecked());
    QCOMPARE(label.styled, 0);
    window->setColorScheme(ColorScheme::Light);
}

/** Parts are not made for text of the usual size first: there is as much to style as where none was kept. */
void TestMainWindow::aKeptTextSizeIsTakenAtOnce()
{
    const auto styledWhileMade = [this](double textScale) {
        applyTextScale(*qApp, 1); // as a program starts
        StyleCounter counter;
        const auto window = makeWindow();
        const int styled = counter.styled;
        [&] {
            QCOMPARE(window->textScale(), textScale);
            QCOMPARE(appliedTextScale(*qApp), textScale);
            QVERIFY(window->findChild<MenuCorner *>()->label()->fullText().isEmpty()); // nobody has changed anything
        }();
        window->setTextScale(1.5);
        window->saveState();
        return styled;
    };
    const int usual = styledWhileMade(1), enlarged = styledWhileMade(1.5);
    makeWindow()->setTextScale(1);
    QVERIFY2(usual > 0 && enlarged < 1.2 * usual, qPrintable(QStringLiteral("%1 and %2").arg(usual).arg(enlarged)));
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

using actiscope::test::OwnTime;

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
