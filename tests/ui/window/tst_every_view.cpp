// Every view and every dialog, in both languages, in the smallest window, on a laptop and with text half as large again: no label, button, head, field or cell is
// cut off, none lies outside the window, and no line ends between a number and its unit.
#include "tests/ui/functions/functions_fixture.h"
#include "tests/ui/window/cut_text.h"
#include "tests/ui/window/every_view.h"
#include "tests/ui/window/painted_text.h"

#include "ui/base/language.h"
#include "ui/base/scale.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScreen>
#include <QTemporaryDir>

using namespace actiscope;
using namespace actiscope::test;

namespace {

struct Screen {
    const char *name;
    QSize size;
    double text;
};

constexpr QSize smallest(960, 600), laptop(1280, 800);
constexpr Screen screens[] = {{"960 x 600", smallest, 1}, {"1280 x 800", laptop, 1}, {"1280 x 800, text of 150 %", laptop, 1.5}, {"960 x 600, text of 150 %", smallest, 1.5}};

/** The two beside one another. */
QByteArray screensJson()
{
    QJsonArray all;
    int x = 0;
    for (const QSize &size : {smallest, laptop}) {
        all.append(QJsonObject{{"name", QString::number(size.width())}, {"x", x}, {"y", 0}, {"width", size.width()}, {"height", size.height()},
                               {"logicalDpi", 96}, {"dpr", 1}});
        x += size.width();
    }
    return QJsonDocument(QJsonObject{{"screens", all}}).toJson();
}

QPoint placeOfScreen(const QSize &size)
{
    for (const QScreen *each : QGuiApplication::screens()) {
        if (each->size() == size)
            return each->geometry().topLeft();
    }
    return {};
}

/** On its screen, with points and images to train on; its settings are in `folder`. */
std::unique_ptr<MainWindow> windowOn(const Screen &screen, const QTemporaryDir &folder, const QString &language = QStringLiteral("en"))
{
    useLanguage(language);
    auto settings = std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    settings->setValue(QStringLiteral("window/language"), language);
    settings->setValue(QStringLiteral("window/textScale"), screen.text);
    auto window = std::make_unique<MainWindow>(eigenCatalog(), std::move(settings));
    window->services().document.load(smallExperiment(6));
    window->services().imageDocument.load(smallImages());
    if (qEnvironmentVariableIsSet("ACTISCOPE_PICTURES_DARK"))
        window->setColorScheme(ColorScheme::Dark);
    window->resize(screen.size);
    window->move(placeOfScreen(screen.size));
    window->show();
    return window;
}

} // namespace

class TestEveryView : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void nothingIsCut_data();
    void nothingIsCut();
    void everyRowIsReached_data();
    void everyRowIsReached();
};

void TestEveryView::cleanup()
{
    applyTextScale(*qApp, 1);
    useLanguage(QStringLiteral("en"));
}

void TestEveryView::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("screen");
    for (const char *language : {"en", "ko"}) {
        for (int i = 0; i < int(std::size(screens)); ++i)
            QTest::addRow("%s, %s", language, screens[i].name) << language << i;
    }
}

void TestEveryView::nothingIsCut()
{
    QFETCH(QString, language);
    QFETCH(int, screen);
    const QSize size = screens[screen].size;
    const QTemporaryDir folder;
    const auto window = windowOn(screens[screen], folder, language);
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    QStringList cut;
    for (const View &view : everyView()) {
        int looks = 0;
        view.open(*window, [&](QWidget &shown) {
            if (const QByteArray pictures = qgetenv("ACTISCOPE_PICTURES"); !pictures.isEmpty()) // to be looked at
                shown.grab().save(QStringLiteral("%1/%2 %3 %4-%5.png").arg(QString::fromLocal8Bit(pictures), language).arg(screen).arg(view.name).arg(looks++));
            if (shown.width() > size.width() || shown.height() > size.height())
                cut << QStringLiteral("%1: %2 x %3").arg(view.name).arg(shown.width()).arg(shown.height());
            for (const QString &each : cutTexts(shown) + cutPaint(shown) + brokenUnits(shown))
                cut << view.name + QStringLiteral(": ") + each;
        });
    }
    cut.removeDuplicates();
    for (const QString &each : cut) // a message of Qt Test has an end
        qWarning("%s", qPrintable(each));
    QVERIFY(cut.isEmpty());
}

void TestEveryView::everyRowIsReached_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<bool>("byWheel");
    for (const Subject &subject : subjects()) {
        QTest::addRow("%s, wheel", subject.id) << QString::fromLatin1(subject.id) << true;
        QTest::addRow("%s, keys", subject.id) << QString::fromLatin1(subject.id) << false;
    }
}

/** In the smallest window, with text half as large again, whichever hand scrolls: each row is seen from top to bottom somewhere on the way, or, where it is about as
 *  high as what is seen at once or higher, part by part. */
void TestEveryView::everyRowIsReached()
{
    QFETCH(QString, workspace);
    QFETCH(bool, byWheel);
    const QTemporaryDir folder;
    const auto window = windowOn(*std::ranges::find_if(screens, [](const Screen &each) { return each.size == smallest && each.text > 1; }), folder);
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    const Subject &subject = *std::ranges::find_if(subjects(), [&](const Subject &each) { return workspace == QLatin1String(each.id); });
    EvidenceView &evidence = *showNetworks(*window, subject).evidence();
    QStringList rows;
    for (const EvidenceKind *kind : evidenceKindsOf(subject))
        rows << QString::fromLatin1(kind->id);
    evidence.showRows(rows);
    comeToRest();
    QVERIFY(window->size() == smallest && evidence.shownRows().size() > 3);
    QScrollArea &area = *evidence.banks().front()->scrollArea();
    auto &all = *evidence.findChild<QScrollBar *>(QString(), Qt::FindDirectChildrenOnly); // of banks below one another
    QWidget &scrolling = all.isVisible() ? static_cast<QWidget &>(all) : area;
    QStringList unseen = evidence.shownRows();
    std::map<QString, QRegion> parts;
    const auto look = [&] {
        unseen.removeIf([&](const QString &row) {
            const EvidencePanel *panel = evidence.panel(row, 0);
            const QRegion seen = panel->visibleRegion();
            parts[row] += seen;
            const bool isHigher = panel->height() > 0.75 * std::min(area.viewport()->height(), evidence.height()); // a notch is a quarter
            return (isHigher ? parts[row] : seen).boundingRect().height() == panel->height() && parts[row].rectCount() == 1;
        });
    };
    look();
    constexpr int most = 300; // notches, or keys
    if (!byWheel) {
        for (int i = 0; i < most && !scrolling.hasFocus(); ++i)
            QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
        QVERIFY(scrolling.hasFocus());
        QTest::keyClick(&scrolling, Qt::Key_Home); // what had the focus before may have been below
    }
    for (int i = 0; i < most && !unseen.isEmpty(); ++i) {
        if (byWheel) {
            turnWheel(all.isVisible() ? static_cast<QWidget &>(evidence) : *area.viewport(), QPointF(8, 80), -120); // which panels leave it to
        } else {
            QTest::keyClick(&scrolling, Qt::Key_Down);
        }
        QCoreApplication::processEvents();
        look();
    }
    for (const QString &row : unseen)
        qWarning("%s is %d high and was never seen whole", qPrintable(row), evidence.panel(row, 0)->height());
    QVERIFY(unseen.isEmpty());
}

/** Screens of these sizes, side by side: dialogs are no larger than that on which their window is. */
int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QFile screensFile(folder.filePath(QStringLiteral("screens.json")));
    if (!screensFile.open(QIODevice::WriteOnly))
        return 1;
    screensFile.write(screensJson());
    screensFile.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screensFile.fileName().toLocal8Bit());
    QApplication application(argc, argv);
    TestEveryView test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_every_view.moc"
