// Pictures of what happens inside networks, made without a hand: `actiscope --screenshot … --experiment … --show …` and `actiscope render training`.
#include "tests/app/program.h"
#include "tests/app/small_training.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace actiscope;

namespace {

/** All that can be read in a drawing, a blank between two pieces of text. */
QString wordsIn(const QString &svg)
{
    QXmlStreamReader xml(contentOf(svg));
    QStringList words;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters() && !xml.isWhitespace())
            words << xml.text().toString().simplified();
    }
    return words.join(QLatin1Char(' '));
}

/** With settings of its own, so that nobody's are read or changed. */
ProgramResult pictured(const QStringList &arguments, const QTemporaryDir &home)
{
    return runProgram(arguments, {{"HOME", home.path()}, {"XDG_CONFIG_HOME", home.path()}});
}

} // namespace

class TestTrainingPictures : public QObject {
    Q_OBJECT

private slots:
    void theFigureHasTheFiguresOfTheTraining_data();
    void theFigureHasTheFiguresOfTheTraining();
    void theFigureShowsTheRowsThatAreAskedFor();
    void theWindowIsPicturedAtTheEpochWithTheRows();
    void unknownNamesAreRefusedInOneLine_data();
    void unknownNamesAreRefusedInOneLine();
};

void TestTrainingPictures::theFigureHasTheFiguresOfTheTraining_data()
{
    QTest::addColumn<int>("epoch");
    QTest::newRow("in the middle") << 12;
    QTest::newRow("at the end") << 100;
}

/** Dead units of each layer and the share of right test points, as `train` writes them. */
void TestTrainingPictures::theFigureHasTheFiguresOfTheTraining()
{
    SKIP_WHERE_SLOW;
    QFETCH(int, epoch);
    const QTemporaryDir folder;
    const QString number = QString::number(epoch);
    const QString svg = folder.filePath("figure.svg");
    const QString json = folder.filePath("run.json");
    const QString inside = folder.filePath("inside.json");
    ProgramResult result = pictured({"render", "training", "--experiment", "dying-relu", "--epoch", number, "--show", "plane,units", "--out", svg}, folder);
    QVERIFY2(result.exitCode == 0 && result.errors.isEmpty(), result.errors.constData());
    result = runProgram({"train", "--experiment", "dying-relu", "--epochs", number, "--backend", "eigen", "--json", json, "--diagnostics", inside});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QString words = wordsIn(svg);
    const QJsonArray models = QJsonDocument::fromJson(contentOf(json)).object()["models"].toArray();
    const QJsonArray diagnosed = QJsonDocument::fromJson(contentOf(inside)).object()["models"].toArray();
    QCOMPARE(models.size(), 2);
    int dead = 0;
    for (int model = 0; model < 2; ++model) {
        const QString right = QString::number(100 * models[model]["test_accuracy"].toDouble(), 'f', 1) + QStringLiteral(" %");
        QVERIFY2(words.contains(right), qPrintable(right + QStringLiteral(" is not in: ") + words));
        for (const QJsonValue layer : diagnosed[model]["layers"].toArray()) {
            const int count = layer["dead_units"].toInt();
            dead += count;
            const QString text = count > 0 ? QStringLiteral("%1 dead").arg(count) : QStringLiteral("none dead");
            QVERIFY2(words.contains(text), qPrintable(text + QStringLiteral(" is not in: ") + words));
        }
    }
    QVERIFY(dead > 20); // there is something to see
    QVERIFY2(words.contains(epoch < 100 ? QStringLiteral("epoch %1 of 100").arg(epoch) : QStringLiteral("100 epochs")), qPrintable(words));
}

void TestTrainingPictures::theFigureShowsTheRowsThatAreAskedFor()
{
    const QTemporaryDir folder;
    const QString svg = folder.filePath("figure.svg");
    const QStringList common = {"render", "training", "--experiment", "dying-relu", "--epoch", "3", "--out", svg};
    ProgramResult result = pictured(common + QStringList{"--show", "gradients"}, folder);
    QVERIFY2(result.exitCode == 0 && result.errors.isEmpty(), result.errors.constData());
    QVERIFY(wordsIn(svg).contains(QStringLiteral("Gradients")) && !wordsIn(svg).contains(QStringLiteral("Units")));
    // Without --show, what the experiment says itself; names as people write them.
    QVERIFY(pictured(common, folder).exitCode == 0);
    for (const char *row : {"Plane", "Units", "Gradients"})
        QVERIFY2(wordsIn(svg).contains(QLatin1String(row)), row);
    QVERIFY(pictured(common + QStringList{"--show", "Pre-Activations,outputs"}, folder).exitCode == 0);
    QVERIFY(wordsIn(svg).contains(QStringLiteral("Pre-activations")) && wordsIn(svg).contains(QStringLiteral("Outputs")));
    const QString png = folder.filePath("figure.png");
    result = pictured({"render", "training", "--experiment", "dying-relu", "--epoch", "3", "--show", "units", "--size", "700x500", "--out", png}, folder);
    QVERIFY2(result.exitCode == 0 && result.errors.isEmpty(), result.errors.constData());
    QCOMPARE(QImage(png).size(), QSize(700, 500));
}

/** Another epoch and other rows are other pictures; the same twice is the same. */
void TestTrainingPictures::theWindowIsPicturedAtTheEpochWithTheRows()
{
    SKIP_WHERE_SLOW;
    const QTemporaryDir folder;
    const auto picture = [&](const QString &epoch, const QString &rows) {
        const QString png = folder.filePath("window.png");
        QFile::remove(png);
        const ProgramResult result = pictured({"--screenshot", png, "--experiment", "dying-relu", "--epoch", epoch, "--show", rows, "--size", "1100x700"}, folder);
        return result.exitCode == 0 && result.errors.isEmpty() ? QImage(png) : QImage();
    };
    const QImage late = picture("100", "units,gradients");
    QCOMPARE(late.size(), QSize(1100, 700));
    QVERIFY(late == picture("100", "gradients,units"));
    const QImage early = picture("1", "units,gradients");
    QVERIFY(!early.isNull() && early != late);
    const QImage others = picture("100", "confusion,outputs");
    QVERIFY(!others.isNull() && others != late);
}

void TestTrainingPictures::unknownNamesAreRefusedInOneLine_data()
{
    QTest::addColumn<QStringList>("wrong");
    QTest::addColumn<QByteArray>("option");
    QTest::addColumn<QByteArray>("accepted");
    QTest::newRow("a row") << QStringList{"--show", "units,planes"} << QByteArray("--show") << QByteArray("pre-activations");
    QTest::newRow("no row") << QStringList{"--show", ""} << QByteArray("--show") << QByteArray("units");
    QTest::newRow("a blank between commas") << QStringList{"--show", "units,,plane"} << QByteArray("--show") << QByteArray("hidden-space");
    QTest::newRow("an experiment") << QStringList{"--experiment", "dying-relus"} << QByteArray("--experiment") << QByteArray("dying-relu");
    QTest::newRow("an epoch too late") << QStringList{"--experiment", "dying-relu", "--epoch", "101"} << QByteArray("--epoch") << QByteArray("100");
    QTest::newRow("an epoch too early") << QStringList{"--epoch", "-1"} << QByteArray("--epoch") << QByteArray("0");
    QTest::newRow("no number") << QStringList{"--epoch", "last"} << QByteArray("--epoch") << QByteArray("0");
}

void TestTrainingPictures::unknownNamesAreRefusedInOneLine()
{
    QFETCH(QStringList, wrong);
    QFETCH(QByteArray, option);
    QFETCH(QByteArray, accepted);
    const QTemporaryDir folder;
    for (const QStringList &command :
         {QStringList{"--screenshot", folder.filePath("window.png")}, QStringList{"render", "training", "--out", folder.filePath("figure.png")}}) {
        const ProgramResult result = pictured(command + wrong, folder);
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errorLines().size() == 1 && result.errors.contains(option) && result.errors.contains(accepted), result.errors.constData());
    }
    QVERIFY(QDir(folder.path()).entryList({"*.png"}).isEmpty());
}

QTEST_GUILESS_MAIN(TestTrainingPictures)
#include "tst_training_pictures.moc"
