// Functions in small windows and in large text: plots, names and rows have their room, and nothing lies over another.
#include "tests/ui/functions/functions_fixture.h"
#include "tests/ui/training/training_fixture.h"
#include "tests/ui/window/window_size_fixture.h"
#include "ui/functions/bars/read_out.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/plot/curve_names.h"
#include "ui/functions/plot/difference_panel.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/plot/inside_panel.h"
#include "ui/functions/state/functions_view.h"
#include "ui/window/main_window.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** No line and no word of it is cut. */
bool isWhole(const QLabel &label)
{
    const QStringList words = label.wordWrap() ? label.text().split(QLatin1Char(' ')) : QStringList{label.text()};
    return label.height() >= label.heightForWidth(label.width()) && std::ranges::all_of(words, [&label](const QString &word) {
               return label.fontMetrics().horizontalAdvance(word) <= label.width();
           });
}

/** Of a window of this size, by the plots with their axes. */
double filledShare(Window &window, const QSize &size)
{
    return double(window.plot().width()) * window.plot().height() / (double(size.width()) * size.height());
}

/** Nothing needs more room than there is, and no word is cut off. */
void verifyRoom(const Window &window, const QSize &room)
{
    const QSize least = window.workspace.minimumSizeHint();
    QStringList widest;
    for (const QWidget *widget : window.workspace.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->minimumSizeHint().width() > 240)
            widest << QStringLiteral("%1 %2 %3")
                          .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                          .arg(widget->minimumSizeHint().width());
    }
    QVERIFY2(least.width() <= room.width() && least.height() <= room.height(),
             qPrintable(QStringLiteral("%1 x %2: %3").arg(least.width()).arg(least.height()).arg(widest.join(QStringLiteral(", ")))));
    QCOMPARE(window.workspace.size(), room);
    for (const QAbstractButton *button : window.workspace.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        const QWidget *parent = button->parentWidget();
        if (button->isVisible())
            QVERIFY2(parent->rect().contains(button->geometry()), qPrintable(button->text() + parent->objectName()));
    }
    for (const QComboBox *box : window.workspace.findChildren<QComboBox *>())
        QVERIFY2(!box->isVisible() || box->parentWidget()->rect().contains(box->geometry()), qPrintable(box->accessibleName()));
}

} // namespace

class TestFunctionsSize : public WindowSizeTest {
    Q_OBJECT

private slots:
    void plotsDoNotOverlapWithAllOptions_data();
    void plotsDoNotOverlapWithAllOptions();
    void plotsAndNamesHaveRoomInTheSmallestWindow_data();
    void plotsAndNamesHaveRoomInTheSmallestWindow();
    void rowsOfTheViewCutNoTextInLargeText_data();
    void rowsOfTheViewCutNoTextInLargeText();
    void smallWindowsHaveRoomForEverything_data();
    void smallWindowsHaveRoomForEverything();
    void sidePanelsAreResizedWithinLimits();
};

void TestFunctionsSize::plotsDoNotOverlapWithAllOptions_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("text");
    QTest::newRow("960 x 600") << smallest << 1.0;
    QTest::newRow("960 x 600, large text") << smallest << 1.5;
    QTest::newRow("1280 x 800, large text") << laptop << 1.5;
}

/** Five plots and all rows above them: each has its height, below the one before, and what does not fit is scrolled. */
void TestFunctionsSize::plotsDoNotOverlapWithAllOptions()
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

void TestFunctionsSize::plotsAndNamesHaveRoomInTheSmallestWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("least"); // share of the window
    QTest::newRow("960 x 600") << smallest << 0.23;
    QTest::newRow("1024 x 768") << QSize(1024, 768) << 0.27;
    QTest::newRow("1280 x 800") << laptop << 0.35;
}

/** As at the first start. */
void TestFunctionsSize::plotsAndNamesHaveRoomInTheSmallestWindow()
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

void TestFunctionsSize::rowsOfTheViewCutNoTextInLargeText_data()
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

void TestFunctionsSize::rowsOfTheViewCutNoTextInLargeText()
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

void TestFunctionsSize::smallWindowsHaveRoomForEverything_data()
{
    QTest::addColumn<QSize>("size"); // of the window, whose rail, menu and status bar take 76 by 60
    QTest::addColumn<double>("text");
    QTest::addColumn<double>("share"); // of the window that the plots fill
    QTest::newRow("960 x 600") << QSize(960, 600) << 1.0 << 0.18;
    QTest::newRow("960 x 600, text at 150 %") << QSize(960, 600) << 1.5 << 0.12;
    QTest::newRow("1280 x 800") << QSize(1280, 800) << 1.0 << 0.35;
    QTest::newRow("1280 x 800, text at 150 %") << QSize(1280, 800) << 1.5 << 0.2;
    QTest::newRow("1920 x 1080") << QSize(1920, 1080) << 1.0 << 0.4;
}

void TestFunctionsSize::smallWindowsHaveRoomForEverything()
{
    QFETCH(QSize, size);
    QFETCH(double, text);
    QFETCH(double, share);
    const TextSize scale(text);
    const QSize inner = size - QSize(76, 60);
    Window window;
    for (int i = 0; i < 2; ++i) { // the first time it may not be laid out yet for this size of text
        window.workspace.resize(inner);
        QTest::qWait(20);
    }
    QVERIFY2(share <= filledShare(window, size), qPrintable(QString::number(filledShare(window, size))));
    verifyRoom(window, inner);
    if (text > 1 && size.width() < 1000)
        return; // the rows of a family and a comparison need more height at that size of text
    focusOn(window, "rrelu");
    for (bool ViewOptions::*option : {&ViewOptions::family, &ViewOptions::comparison})
        press(window, option);
    QTest::qWait(20);
    verifyRoom(window, inner);
}

void TestFunctionsSize::sidePanelsAreResizedWithinLimits()
{
    const TextSize text(1);
    Window window;
    for (const int width : {884, 1204, 1844}) {
        window.workspace.resize(width, 700);
        QTest::qWait(10);
        for (const QWidget *panel : {static_cast<QWidget *>(window.workspace.list()), static_cast<QWidget *>(window.workspace.notes())}) {
            const int least = std::max(panel->minimumWidth(), panel->minimumSizeHint().width());
            QVERIFY2(least >= 240 && least <= 300, qPrintable(QString::number(least)));
            QVERIFY(panel->maximumWidth() >= width / 3 && panel->maximumWidth() <= std::max(least, width / 3));
            QVERIFY(panel->width() >= least && panel->width() <= panel->maximumWidth());
        }
    }
}

QTEST_MAIN(TestFunctionsSize)
#include "tst_functions_size.moc"
