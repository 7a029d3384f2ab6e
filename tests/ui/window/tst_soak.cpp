// Random hands on the window: clicks, drags, wheels, keys and actions of the palette, one after the other. Nothing may crash, and nothing may keep the window
// busy for a second: in the workspaces of points, and among all the rows about images. ACTISCOPE_SOAK_ACTIONS says how many (5000 under asan is what a release has to pass), ACTISCOPE_SOAK_SEED repeats a run.
#include "tests/ui/training/training_fixture.h"
#include "tests/support/loop_watch.h"
#include "tests/ui/window/cut_text.h"

#include "ui/base/scale.h"
#include "ui/training/document/subject.h"
#include "ui/training/evidence/evidence_kind.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/window/actions/action_registry.h"
#include "ui/window/main_window.h"

#include <QDesktopServices>
#include <QTemporaryDir>

#include <memory>
#include <random>
#include <utility>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr int usualActions = isSanitized ? 150 : 300;
constexpr double longestAction = isSanitized ? 10'000 : 1'000; ///< ms of the window's own time
constexpr qint64 allowedAction = isSanitized ? 2'000 : 500;    ///< ms that one takes of the whole, at most, on a busy machine

class Hands : public QObject {
public:
    Hands(MainWindow &window, LoopWatch &watch, std::uint32_t seed, int actions) : m_window(window), m_watch(watch), m_random(seed), m_left(actions)
    {
        next();
    }

    bool isDone() const { return m_left <= 0 && !openWindow(); }
    QStringList slow() const { return m_slow; }
    /** For who waits in vain. */
    QString last() const
    {
        const QWidget *open = openWindow();
        return QStringLiteral("%1, %2 to come, %3").arg(m_last).arg(m_left).arg(open ? nameOf(*open) : QStringLiteral("nothing is open"));
    }

private:
    int any(int count) { return int(m_random() % std::uint32_t(std::max(1, count))); }
    template <class List>
    auto &anyOf(List &list)
    {
        return list[std::size_t(any(int(std::size(list))))];
    }

    static QWidget *openWindow()
    {
        QWidget *popup = QApplication::activePopupWidget();
        return popup ? popup : QApplication::activeModalWidget();
    }

    /** A new timer each time: it goes on also while an action keeps a dialog or a menu open. At the end what is open is closed from a timer, too: the
     *  test's own loop waits below the dialog's. */
    void next()
    {
        if (m_left > 0)
            QTimer::singleShot(any(4) == 0 ? any(20) : 0, this, &Hands::act);
        else
            QTimer::singleShot(10, this, &Hands::putAway);
    }

    void putAway()
    {
        next();
        if (!openWindow()) {
            m_sinceEnd.invalidate();
            return;
        }
        if (!m_sinceEnd.isValid())
            m_sinceEnd.start();
        if (m_sinceEnd.elapsed() > patience)
            qFatal("%s stays open after: %s", qPrintable(nameOf(*openWindow())), qPrintable(m_last));
        close(QApplication::activePopupWidget(), QApplication::activeModalWidget());
    }

    static void close(QWidget *popup, QWidget *modal)
    {
        if (popup)
            popup->close();
        else if (auto *dialog = qobject_cast<QDialog *>(modal))
            dialog->reject();
    }

    void act()
    {
        constexpr int soon = 5; // ms
        if (m_types && openWindow() == m_typesInto) { // Qt Test lets events be handled between a key's press and release, and may not lose the window meanwhile
            QTimer::singleShot(soon, this, &Hands::act);
            return;
        }
        --m_left;
        next();
        OwnTime time;
        const int number = ++m_number;
        doSomething();
        m_watch.note(m_last);
        if (m_number == number && time.elapsed() > longestAction) // else others came while it kept a dialog open
            m_slow << QStringLiteral("%1: %2 ms").arg(m_last).arg(time.elapsed());
    }

    void doSomething()
    {
        QWidget *popup = QApplication::activePopupWidget();
        QWidget *modal = QApplication::activeModalWidget();
        if (qobject_cast<QFileDialog *>(modal) || ((popup || modal) && any(4) == 0)) { // no files are written at random
            m_last = QStringLiteral("close");
            return close(popup, modal);
        }
        QWidget &top = popup ? *popup : modal ? *modal : m_window;
        switch (any(10)) {
        case 0:
        case 1:
        case 2:
            return click(top);
        case 3:
            return drag(top);
        case 4:
            return wheel(top);
        case 5:
            return popup || modal ? typeKey(top) : runAction();
        case 6:
            return popup || modal ? click(top) : changeWindow();
        default:
            return typeKey(top);
        }
    }

    QWidget *anyWidget(QWidget &top)
    {
        QList<QWidget *> shown = {&top};
        for (QWidget *each : top.findChildren<QWidget *>()) {
            if (each->isVisible() && each->window() == &top && !each->visibleRegion().isEmpty())
                shown << each;
        }
        return anyOf(shown);
    }

    QPoint anyPoint(const QWidget &widget) { return {any(widget.width()), any(widget.height())}; }

    void click(QWidget &top)
    {
        QPointer<QWidget> widget = anyWidget(top);
        const QPoint at = anyPoint(*widget);
        m_last = QStringLiteral("click on %1 at %2, %3").arg(nameOf(*widget)).arg(at.x()).arg(at.y());
        const int kind = any(12);
        if (kind == 0)
            QTest::mouseDClick(widget, Qt::LeftButton, {}, at);
        else if (kind == 1)
            QCoreApplication::postEvent(widget, new QContextMenuEvent(QContextMenuEvent::Mouse, at, widget->mapToGlobal(at)));
        else
            QTest::mouseClick(widget, Qt::LeftButton, any(8) == 0 ? Qt::ControlModifier : Qt::NoModifier, at);
    }

    void drag(QWidget &top)
    {
        QPointer<QWidget> widget = anyWidget(top);
        m_last = QStringLiteral("drag in %1").arg(nameOf(*widget));
        QTest::mousePress(widget, Qt::LeftButton, {}, anyPoint(*widget));
        for (int i = 0; i < 3 && widget; ++i)
            QTest::mouseMove(widget, anyPoint(*widget));
        if (widget)
            QTest::mouseRelease(widget, Qt::LeftButton, {}, anyPoint(*widget));
    }

    void wheel(QWidget &top)
    {
        QWidget *widget = anyWidget(top);
        const QPoint at = anyPoint(*widget);
        m_last = QStringLiteral("wheel on %1").arg(nameOf(*widget));
        QWheelEvent event(at, widget->mapToGlobal(QPointF(at)), {}, QPoint(0, any(2) ? 120 : -120), Qt::NoButton,
                          any(4) ? Qt::NoModifier : Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(widget, &event);
    }

    void typeKey(QWidget &top)
    {
        static const QList<QKeyCombination> keys = {
            Qt::Key_Space, Qt::Key_Space, Qt::Key_S, Qt::Key_R, Qt::Key_L, Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_0, Qt::Key_Period,
            Qt::Key_Comma, Qt::Key_Minus, Qt::Key_Plus, Qt::Key_A, Qt::Key_E, Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Tab, Qt::Key_Backtab,
            Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End, Qt::Key_Return,
            Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_F5, Qt::Key_F9, Qt::Key_F10, Qt::Key_F11, Qt::CTRL | Qt::Key_Z, Qt::CTRL | Qt::Key_Z,
            Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::Key_1, Qt::CTRL | Qt::Key_2, Qt::CTRL | Qt::Key_3, Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Minus,
            Qt::CTRL | Qt::Key_0, Qt::CTRL | Qt::Key_C, Qt::CTRL | Qt::Key_P, Qt::CTRL | Qt::Key_A, Qt::SHIFT | Qt::Key_F9};
        const QKeyCombination key = keys[any(int(keys.size()))];
        m_last = QStringLiteral("key ") + QKeySequence(key).toString();
        const bool types = key.keyboardModifiers() == Qt::NoModifier && key.key() < 0x80;
        const QString text = types ? QString(QChar(key.key())).toLower() : QString();
        if (!top.windowHandle())
            return;
        const bool typed = std::exchange(m_types, true);
        QWidget *typedInto = std::exchange(m_typesInto, openWindow());
        QTest::sendKeyEvent(QTest::Click, top.windowHandle(), key.key(), text, key.keyboardModifiers());
        m_types = typed;
        m_typesInto = typedInto;
    }

    void runAction()
    {
        QList<QAction *> actions = m_window.actionRegistry().all();
        for (const ActionGroup &group : m_window.actionRegistry().offers(*this))
            actions += group.actions;
        QAction *action = anyOf(actions);
        m_last = QStringLiteral("action ") + action->objectName();
        if (action->objectName() != QStringLiteral("file.quit"))
            m_window.actionRegistry().run(*action);
    }

    void changeWindow()
    {
        m_last = QStringLiteral("size or colours");
        if (any(3) == 0)
            m_window.setColorScheme(ColorScheme(any(3)));
        else
            m_window.resize(960 + any(960), 600 + any(480));
    }

    MainWindow &m_window;
    LoopWatch &m_watch;
    std::mt19937 m_random;
    int m_left;
    int m_number = 0;
    QElapsedTimer m_sinceEnd; ///< something was open
    bool m_types = false;
    QWidget *m_typesInto = nullptr; ///< what was open when a key was pressed: never looked into
    QString m_last;
    QStringList m_slow;
};

/** A few of the digits, in networks that are soon trained, with every row that there is. */
void showAllOfImages(MainWindow &window)
{
    auto &images = *qobject_cast<TrainingWorkspace *>(window.workspaceOf(QStringLiteral("images")));
    Experiment experiment = imageSubject().firstExperiment();
    std::get<ImageData>(experiment.data).trainCount = 200;
    experiment.hidden = {12, 8};
    images.setExperiment(experiment);
    QStringList rows;
    for (const EvidenceKind *kind : evidenceKindsOf(imageSubject()))
        rows << QLatin1String(kind->id);
    images.evidence()->showRows(rows);
    window.setWorkspace(QStringLiteral("images"));
}

} // namespace

class TestSoak : public QObject {
    Q_OBJECT

public slots:
    void swallow(const QUrl &) {} // no browser is opened

private slots:
    void randomHandsDoNoHarm_data();
    void randomHandsDoNoHarm();
    void cleanup()
    {
        for (const char *scheme : {"http", "https"})
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }
};

void TestSoak::randomHandsDoNoHarm_data()
{
    QTest::addColumn<bool>("amongImages");
    QTest::newRow("as it begins") << false;
    QTest::newRow("all rows about images") << true;
}

void TestSoak::randomHandsDoNoHarm()
{
    QFETCH(bool, amongImages);
    const QTemporaryDir folder;
    QDir::setCurrent(folder.path());
    for (const char *scheme : {"http", "https"})
        QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "swallow");
    bool isGiven = false;
    const auto given = std::uint32_t(qEnvironmentVariableIntValue("ACTISCOPE_SOAK_SEED", &isGiven));
    const std::uint32_t seed = isGiven ? given : std::random_device()();
    const int actions = qEnvironmentVariableIsSet("ACTISCOPE_SOAK_ACTIONS") ? qEnvironmentVariableIntValue("ACTISCOPE_SOAK_ACTIONS") : usualActions;
    qInfo("%d actions, ACTISCOPE_SOAK_SEED=%u", actions, seed);

    MainWindow window(eigenCatalog(), std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    window.page<TrainingWorkspace>()->setExperiment(smallExperiment());
    if (amongImages)
        showAllOfImages(window);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    LoopWatch watch;
    watch.start();
    Hands hands(window, watch, seed, actions);
    QElapsedTimer clock;
    clock.start();
    while (!hands.isDone() && clock.elapsed() < patience + actions * allowedAction)
        QTest::qWait(20);
    QVERIFY2(hands.isDone(), qPrintable(hands.last()));
    qInfo("%lld s", clock.elapsed() / 1000);
    QVERIFY2(hands.slow().isEmpty(), qPrintable(hands.slow().join(QLatin1Char('\n'))));
    const QString gap = QStringLiteral("%1 ms without an event, after %2").arg(watch.worst()).arg(watch.inWorst().join(QLatin1String(", ")));
    qInfo("%s", qPrintable(gap));
    QVERIFY2(watch.worst() < longestAction, qPrintable(gap));

    // And it still does what it is for.
    window.setPresenting(false);
    auto &images = *qobject_cast<TrainingWorkspace *>(window.workspaceOf(QStringLiteral("images")));
    window.setWorkspace(QStringLiteral("images"));
    if (images.controller().awaited().isTraining())
        images.controller().playOrPause();
    images.setExperiment(imageSubject().firstExperiment());
    QTRY_VERIFY_WITH_TIMEOUT(!images.controller().awaited().isPreparing() && images.controller().state() == RunState::Ready, patience);
    images.controller().step();
    QTRY_COMPARE_WITH_TIMEOUT(images.snapshot()->epoch, std::int64_t(1), patience);
    window.setWorkspace(QStringLiteral("training"));
    TrainingWorkspace &training = *window.page<TrainingWorkspace>();
    if (training.controller().awaited().isTraining()) // one that goes on would be followed by one that goes on
        training.controller().playOrPause();
    training.setExperiment(smallExperiment());
    QTRY_VERIFY_WITH_TIMEOUT(!training.controller().awaited().isPreparing() && training.controller().state() == RunState::Ready, patience);
    training.controller().step();
    QTRY_COMPARE_WITH_TIMEOUT(training.snapshot()->epoch, std::int64_t(1), patience);
    applyTextScale(*qApp, 1);
}

/** Many actions take longer than Qt allows a test. */
int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "7200000");
    QApplication application(argc, argv);
    TestSoak test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_soak.moc"
