// Devices in the window: those that are found later, the one that was saved, and the one that is chosen.
#include "core/activations/activation_catalog.h"
#include "core/engine/eigen_backend.h"
#include "tests/support/loop_watch.h"
#include "tests/support/patience.h"
#include "tests/ui/window/main_window_fixture.h"
#include "ui/base/activation_colors.h"
#include "ui/base/elided_tool_button.h"
#include "ui/base/parameter_control.h"
#include "ui/charts/export_dialog.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/state/functions_state.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/training_workspace.h"
#include "ui/window/device_name.h"
#include "ui/window/main_window.h"
#include "ui/window/menu_corner.h"
#include "ui/window/workspace_rail.h"

#include <QAction>
#include <QMainWindow>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <utility>

using namespace actiscope;
using namespace actiscope::test;

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

class TestWindowDevices : public MainWindowTest {
    Q_OBJECT

private slots:
    void init();
    void devicesThatAreFoundLaterAreOffered();
    void aSavedDeviceIsTakenWhenItIsFound();
    void deviceCanBeChosenAndIsNamed();
    void aLongNameKeepsWhatMatters_data();
    void aLongNameKeepsWhatMatters();
    void theNameFitsItsPlace();
    void aNewNameHasItsLeastRoomAtOnce();
    void closingWhileTrainingEndsCleanly();
};

void TestWindowDevices::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestWindowDevices::devicesThatAreFoundLaterAreOffered()
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

void TestWindowDevices::aSavedDeviceIsTakenWhenItIsFound()
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

void TestWindowDevices::deviceCanBeChosenAndIsNamed()
{
    const auto window = makeWindow();
    window->setWorkspace(QStringLiteral("training"));
    window->setDevice(1);
    QCOMPARE(window->device(), std::size_t{1});
    QTRY_VERIFY_WITH_TIMEOUT(window->deviceButton()->text().contains(QStringLiteral("float"), Qt::CaseInsensitive), test::patience);
    window->setDevice(99);
    QCOMPARE(window->device(), std::size_t{1});
}

void TestWindowDevices::aLongNameKeepsWhatMatters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("shorter");
    QTest::newRow("PoCL 5 on Intel") << QStringLiteral("PoCL · cpu-haswell-Intel(R) Xeon(R) CPU E5-2680 v3 @ 2.50GHz · 2 cores")
                                     << QStringList{QStringLiteral("PoCL · Intel Xeon E5-2680 v3 · 2 cores"), QStringLiteral("Intel Xeon E5-2680 v3 · 2 cores"),
                                                    QStringLiteral("Intel Xeon E5-2680 v3"), QStringLiteral("Xeon E5-2680 v3")};
    QTest::newRow("PoCL 3 on AMD") << QStringLiteral("PoCL · pthread-AMD EPYC 9B14 96-Core Processor · 4 cores")
                                   << QStringList{QStringLiteral("PoCL · AMD EPYC 9B14 · 4 cores"), QStringLiteral("AMD EPYC 9B14 · 4 cores"), QStringLiteral("AMD EPYC 9B14"),
                                                  QStringLiteral("EPYC 9B14")};
    QTest::newRow("a GPU, in Korean, with a kernel") << QStringLiteral("NVIDIA CUDA · NVIDIA H200 · 계산 유닛 132개 · gpu 커널")
                                                     << QStringList{QStringLiteral("NVIDIA H200 · 계산 유닛 132개 · gpu 커널"), QStringLiteral("NVIDIA H200 · gpu 커널"),
                                                                    QStringLiteral("NVIDIA H200"), QStringLiteral("H200")};
    QTest::newRow("the reference") << QStringLiteral("Eigen · double") << QStringList{QStringLiteral("Eigen")};
    QTest::newRow("what it says of itself") << QStringLiteral("Eigen, 배정밀도") << QStringList{QStringLiteral("Eigen")};
    QTest::newRow("a search") << QStringLiteral("Looking for OpenCL devices…") << QStringList();
}

void TestWindowDevices::aLongNameKeepsWhatMatters()
{
    QFETCH(QString, name);
    QFETCH(QStringList, shorter);
    QCOMPARE(shorterDeviceNames(name), shorter);
}

/** The longest that has room; all of it is in the tooltip. */
void TestWindowDevices::theNameFitsItsPlace()
{
    const QString name = QStringLiteral("PoCL · cpu-haswell-Intel(R) Xeon(R) CPU E5-2680 v3 @ 2.50GHz · 2 cores");
    BackendCatalog longNamed = catalog();
    longNamed.choices.front().name = name.toStdString();
    MainWindow window(longNamed, std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    window.show();
    for (const auto &[size, scale] : {std::pair(QSize(1920, 1080), 1.0), {QSize(1280, 800), 1.0}, {QSize(960, 600), 1.0}, {QSize(1280, 800), 1.5}}) {
        window.setTextScale(scale);
        window.resize(size);
        QTest::qWait(50);
        const QString shown = window.deviceButton()->text();
        QVERIFY2(!shown.contains(QStringLiteral("…")) && shown.contains(QStringLiteral("Xeon")), qPrintable(QStringLiteral("%1: %2").arg(size.width()).arg(shown)));
        QVERIFY(size.width() < 1920 || shown.startsWith(name));
        QVERIFY(window.deviceButton()->toolTip().contains(name));
    }
    window.setTextScale(1);
}

void TestWindowDevices::closingWhileTrainingEndsCleanly()
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

/** In a window whose menus leave no more than that. */
void TestWindowDevices::aNewNameHasItsLeastRoomAtOnce()
{
    QMainWindow narrow;
    narrow.menuBar()->addMenu(QStringLiteral("A menu with a long name"));
    auto *button = new ElidedToolButton(QStringLiteral(" ▾"));
    button->setLeastCharacters(6);
    button->setFullText(QStringLiteral("i"));
    auto *corner = new MenuCorner(*narrow.menuBar(), *button);
    narrow.menuBar()->setCornerWidget(corner);
    narrow.resize(120, 100);
    narrow.show();
    QVERIFY(QTest::qWaitForWindowExposed(&narrow));
    const int before = button->minimumSizeHint().width();
    button->setFullText(QStringLiteral("Eigen, double precision"));
    QCoreApplication::processEvents();
    QVERIFY(button->minimumSizeHint().width() > before);
    QVERIFY(button->width() >= button->minimumSizeHint().width());
    button->setFullText(QStringLiteral("Eigen, double precision"), {QStringLiteral("Eigen")});
    QCoreApplication::processEvents();
    QVERIFY(button->text().startsWith(QLatin1String("Eigen")));
}

QTEST_MAIN(TestWindowDevices)
#include "tst_window_devices.moc"
