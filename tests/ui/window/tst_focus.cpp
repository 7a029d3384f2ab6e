// Focus: every widget that can have it shows so, by pixels, in light and dark; and Tab goes as the eye does.
#include "tests/ui/training/training_fixture.h"
#include "tests/ui/window/cut_text.h"

#include "ui/functions/functions_workspace.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/notes/notes_panel.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/window/main_window.h"

#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr int around = 4; ///< pixels beside a widget that its ring may take

/** What is reached with Tab, in its order. */
QList<QWidget *> tabStops(QWidget &window)
{
    constexpr qsizetype plenty = 500;
    QList<QWidget *> stops;
    while (stops.size() < plenty) {
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        if (stops.contains(window.focusWidget()))
            break;
        stops << window.focusWidget();
    }
    for (auto *area : window.findChildren<QAbstractScrollArea *>()) // the focus was brought into sight: back to the top
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->minimum());
    return stops;
}

/** Pixels of the widget and around it, as they are on the screen. */
QImage pictureOf(const QWidget &widget)
{
    QWidget &window = *widget.window();
    const QRect place(widget.mapTo(&window, QPoint(0, 0)), widget.size());
    return window.grab(place.adjusted(-around, -around, around, around).intersected(window.rect())).toImage();
}

int changedPixels(const QImage &a, const QImage &b)
{
    int changed = 0;
    for (int y = 0; y < std::min(a.height(), b.height()); ++y) {
        for (int x = 0; x < std::min(a.width(), b.width()); ++x)
            changed += contrastRatio(a.pixelColor(x, y), b.pixelColor(x, y)) >= 1.5;
    }
    return changed;
}

/** One pixel along the upper edge of what is small, and a part of it of what is large. */
int wantedPixels(const QWidget &widget)
{
    return std::clamp((widget.width() + widget.height()) / 2, 16, 64);
}

/** Scrolls, so that the widget is in sight. */
void bringIntoSight(QWidget &widget)
{
    for (QWidget *each = widget.parentWidget(); each; each = each->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(each); area && area->isAncestorOf(&widget))
            area->ensureWidgetVisible(&widget);
    }
}

} // namespace

class TestFocus : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void everyFocusIsSeen_data();
    void everyFocusIsSeen();
    void tabGoesAsTheEyeDoes_data();
    void tabGoesAsTheEyeDoes();

private:
    void show(const QString &workspace)
    {
        m_window->setWorkspace(workspace);
        m_window->resize(1280, 800);
        QTest::qWait(80);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestFocus::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(
        eigenCatalog(), std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    m_window->page<TrainingWorkspace>()->setExperiment(smallExperiment());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QApplication::setCursorFlashTime(0); // a cursor that blinks is no ring
}

void TestFocus::everyFocusIsSeen_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<bool>("dark");
    for (const char *workspace : {"functions", "training"}) {
        for (const bool dark : {false, true})
            QTest::addRow("%s, %s", workspace, dark ? "dark" : "light") << QString::fromLatin1(workspace) << dark;
    }
}

void TestFocus::everyFocusIsSeen()
{
    QFETCH(QString, workspace);
    QFETCH(bool, dark);
    show(workspace);
    m_window->setColorScheme(dark ? ColorScheme::Dark : ColorScheme::Light);
    if (workspace == QStringLiteral("training"))
        QTRY_VERIFY_WITH_TIMEOUT(m_window->page<TrainingWorkspace>()->snapshot(), patience);
    const QList<QWidget *> stops = tabStops(*m_window);
    QVERIFY2(stops.size() > 8, qPrintable(QString::number(stops.size())));
    QStringList blind;
    for (QWidget *stop : stops) {
        bringIntoSight(*stop);
        QWidget *other = stop == stops.front() ? stops.back() : stops.front();
        other->setFocus(Qt::TabFocusReason);
        QTest::qWait(10);
        const QImage without = pictureOf(*stop);
        stop->setFocus(Qt::TabFocusReason);
        QTest::qWait(10);
        if (!stop->hasFocus())
            continue; // hands it on
        const int changed = changedPixels(without, pictureOf(*stop));
        if (changed < wantedPixels(*stop))
            blind << QStringLiteral("%1: %2 of %3 pixels").arg(nameOf(*stop)).arg(changed).arg(wantedPixels(*stop));
    }
    QVERIFY2(blind.isEmpty(), qPrintable(blind.join(QLatin1Char('\n'))));
}

void TestFocus::tabGoesAsTheEyeDoes_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::newRow("functions") << QStringLiteral("functions");
    QTest::newRow("training") << QStringLiteral("training");
}

/** From the rail to the right, in a column of the window from above, in a line from the left. */
void TestFocus::tabGoesAsTheEyeDoes()
{
    QFETCH(QString, workspace);
    show(workspace);
    std::vector<const QWidget *> columns = {m_window->findChild<QWidget *>(QStringLiteral("workspaceRail"))};
    if (workspace == QStringLiteral("functions")) {
        const auto &functions = *m_window->page<FunctionsWorkspace>();
        columns.insert(columns.end(), {functions.list(), functions.view(), functions.notes()});
    } else {
        columns.push_back(m_window->page<TrainingWorkspace>()->experimentPanel());
    }
    const auto columnOf = [&](const QWidget &widget) {
        const auto found = std::ranges::find_if(columns, [&](const QWidget *column) { return column == &widget || column->isAncestorOf(&widget); });
        return int(found - columns.begin());
    };
    QList<QWidget *> stops = tabStops(*m_window);
    std::ranges::rotate(stops, std::ranges::find_if(stops, [&](const QWidget *stop) { return columnOf(*stop) == 0; }));
    stops.removeIf([this](const QWidget *stop) { return stop == m_window->deviceButton() || qobject_cast<const QMenuBar *>(stop); });
    QStringList leaps;
    for (qsizetype i = 1; i < stops.size(); ++i) {
        const QWidget &before = *stops[i - 1];
        const QWidget &now = *stops[i];
        const QRect from(before.mapTo(m_window.get(), QPoint()), before.size());
        const QRect to(now.mapTo(m_window.get(), QPoint()), now.size());
        const bool isInLine = from.top() < to.bottom() && to.top() < from.bottom();
        const int step = columnOf(now) - columnOf(before);
        const bool follows = step > 0 || (step == 0 && (isInLine ? to.left() >= from.left() : to.top() >= from.bottom()));
        if (!follows)
            leaps << QStringLiteral("%1 (%2, %3) to %4 (%5, %6)").arg(nameOf(before)).arg(from.x()).arg(from.y()).arg(nameOf(now)).arg(to.x()).arg(to.y());
    }
    QVERIFY2(leaps.isEmpty(), qPrintable(leaps.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestFocus)
#include "tst_focus.moc"
