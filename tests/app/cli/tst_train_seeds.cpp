// `actiscope train --seeds` from outside: what many runs of one comparison say.
#include "tests/app/program.h"
#include "tests/app/small_training.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace actiscope;

namespace {

/** All that can be read in a drawing, a blank between two pieces of text. */
QString svgWords(const QByteArray &svg)
{
    QXmlStreamReader xml(svg);
    QStringList words;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters() && !xml.isWhitespace())
            words << xml.text().toString().simplified();
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

class TestTrainSeeds : public QObject {
    Q_OBJECT

private slots:
    void manySeedsEndInAVerdict();
    void thirtySeedsOfTheDefaultPairSayWhatPyTorchsDo();
    void theFigureSaysWhatTheFilesSay();
    void figuresComeInEveryFormatAndSize();
    void aFigureOfSeedsChangesNoFigures();
    void whatIsOfOneRunIsRefusedWithSeeds();
};

void TestTrainSeeds::manySeedsEndInAVerdict()
{
    const QTemporaryDir folder;
    const QString csv = folder.filePath("seeds.csv");
    const QString json = folder.filePath("seeds.json");
    const ProgramResult result = runProgram(small({"--seeds", "3", "--csv", csv, "--json", json}));
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const std::vector<QStringList> rows = csvRows(contentOf(csv));
    QCOMPARE(rows.size(), std::size_t{2 * 2 * 6 + 2 * 6}); // two figures of two models and of their difference, epochs 0 to 5
    const QJsonObject report = QJsonDocument::fromJson(contentOf(json)).object();
    QCOMPARE(report["runs"].toArray().size(), 3);
    const QJsonObject difference = report["differences"].toArray().first().toObject();
    QVERIFY(!difference["verdict"].toString().isEmpty());
    QVERIFY(result.output.contains(difference["verdict"].toString().toUtf8()));
    // Every seed is a run that the command line can make.
    const QString alone = folder.filePath("alone.json");
    QCOMPARE(runProgram(small({"--data-seed", "2", "--split-seed", "2", "--init-seed", "2", "--batch-seed", "2", "--draw-seed", "2",
                               "--json", alone}))
                 .exitCode,
             0);
    const QJsonArray models = QJsonDocument::fromJson(contentOf(alone)).object()["models"].toArray();
    const QJsonArray ofSeed = report["runs"].toArray()[1].toObject()["models"].toArray();
    for (int model = 0; model < 2; ++model) {
        for (const char *figure : {"train_loss", "test_loss", "train_accuracy", "test_accuracy"})
            QCOMPARE(ofSeed[model].toObject()[figure].toDouble(), models[model].toObject()[figure].toDouble());
    }
}

/** In PyTorch (seeds 1 to 30, each for data, split and weights): 96.70 % and 96.77 %, difference 0.07 points, −0.04 to 0.17, 20 ties. A test point that
 *  another processor's last bit puts on the other side of a boundary is 0.017 points of a mean. */
void TestTrainSeeds::thirtySeedsOfTheDefaultPairSayWhatPyTorchsDo()
{
    SKIP_WHERE_SLOW;
    constexpr double aPoint = 0.018;
    const ProgramResult result = runProgram({"train", "--seeds", "30", "--backend", "eigen", "--json", "-"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QJsonObject report = QJsonDocument::fromJson(result.output).object();
    const auto percent = [](const QJsonValue &interval, const char *end) { return 100 * interval[QLatin1String(end)].toDouble(); };
    const QJsonArray models = report["models"].toArray();
    QVERIFY(std::abs(percent(models[0]["test_accuracy"], "mean") - 96.70) < aPoint);
    QVERIFY(std::abs(percent(models[1]["test_accuracy"], "mean") - 96.77) < aPoint);
    const QJsonObject difference = report["differences"].toArray().first().toObject();
    QVERIFY(std::abs(percent(difference["test_accuracy"], "mean") - 0.07) < aPoint);
    QVERIFY(std::abs(percent(difference["test_accuracy"], "low") + 0.04) < 2 * aPoint);
    QVERIFY(std::abs(percent(difference["test_accuracy"], "high") - 0.17) < 2 * aPoint);
    QVERIFY(std::abs(difference["ties"].toInt() - 20) <= 1);
    QCOMPARE(difference["verdict"].toString(), QStringLiteral("No difference that 30 seeds could show."));
}

/** As the window draws it: models with mean and interval, the interval by its name, the paired difference and the verdict, in the words of the JSON. */
void TestTrainSeeds::theFigureSaysWhatTheFilesSay()
{
    const QTemporaryDir folder;
    const QString svg = folder.filePath("seeds.svg");
    const QString json = folder.filePath("seeds.json");
    const ProgramResult result = runProgram(small({"--seeds", "4", "--figure", svg, "--json", json}));
    QVERIFY2(result.exitCode == 0 && result.errors.isEmpty(), result.errors.constData());
    const QString words = svgWords(contentOf(svg));
    const QJsonObject report = QJsonDocument::fromJson(contentOf(json)).object();
    const QJsonObject difference = report["differences"].toArray().first().toObject();
    const QString plainVerdict = difference["verdict"].toString();
    for (const QString &part : {QStringLiteral("ReLU, Leaky ReLU"), QStringLiteral("4 seeds"),
                                QStringLiteral("mean and pointwise 95 % interval (t, 4 seeds)"), plainVerdict,
                                QStringLiteral("seeds 1 to 4, each of data, split and weights"), QStringLiteral("5 epochs")})
        QVERIFY2(words.contains(part), qPrintable(part + QStringLiteral(" is not in: ") + words));
    for (const QJsonValue &model : report["models"].toArray()) {
        const QString mean = QString::number(100 * model["test_accuracy"]["mean"].toDouble(), 'f', 1);
        QVERIFY2(words.contains(mean), qPrintable(mean + QStringLiteral(" is not in: ") + words));
    }
}

void TestTrainSeeds::figuresComeInEveryFormatAndSize()
{
    const QTemporaryDir folder;
    const QString png = folder.filePath("seeds.png");
    ProgramResult result = runProgram(small({"--seeds", "2", "--figure", png}));
    QVERIFY2(result.exitCode == 0 && result.errors.isEmpty(), result.errors.constData());
    QCOMPARE(QImage(png).size(), QSize(960, 800)); // two models
    result = runProgram(small({"--seeds", "2", "--figure", png, "--page", "700x900"}));
    QVERIFY2(result.exitCode == 0 && result.errors.isEmpty(), result.errors.constData());
    QCOMPARE(QImage(png).size(), QSize(700, 900));
    const QString pdf = folder.filePath("seeds.pdf");
    result = runProgram(small({"--seeds", "2", "--figure", pdf, "--page", "a4"}));
    QVERIFY2(result.exitCode == 0 && contentOf(pdf).startsWith("%PDF"), result.errors.constData());
    // Where nothing lies in a plane, and with one model alone.
    for (const QStringList &more : {QStringList{"--data", "plane"}, QStringList{"--data", "blobs", "--classes", "3"}, QStringList{"--activation", "relu"}}) {
        result = runProgram(small(QStringList{"--seeds", "2", "--figure", png} + more));
        QVERIFY2(result.exitCode == 0 && result.errors.isEmpty(), result.errors.constData());
        QVERIFY(!QImage(png).isNull());
    }
}

/** Boundaries are computed beside the training, not within it. */
void TestTrainSeeds::aFigureOfSeedsChangesNoFigures()
{
    const QTemporaryDir folder;
    const QString with = folder.filePath("with.csv");
    const QString without = folder.filePath("without.csv");
    QCOMPARE(runProgram(small({"--seeds", "3", "--csv", with, "--figure", folder.filePath("seeds.svg")})).exitCode, 0);
    QCOMPARE(runProgram(small({"--seeds", "3", "--csv", without})).exitCode, 0);
    QVERIFY(!contentOf(with).isEmpty());
    QCOMPARE(contentOf(with), contentOf(without));
}

void TestTrainSeeds::whatIsOfOneRunIsRefusedWithSeeds()
{
    QStringList seven = {"--figure", "a.png"};
    for (int i = 0; i < 7; ++i)
        seven << "--activation" << QStringLiteral("leaky_relu:alpha=0.%1").arg(i + 1);
    for (const QStringList &more :
         {seven, QStringList{"--figure", "a.jpg"}, QStringList{"--diagnostics", "a.json"}, QStringList{"--boundaries"}}) {
        const ProgramResult result = runProgram(small(QStringList{"--seeds", "3"} + more));
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errorLines().size() == 1 && result.errors.contains(more.first().toUtf8()), result.errors.constData());
    }
    for (const char *count : {"1", "0", "1001", "many", "2.5"}) {
        const ProgramResult result = runProgram(small({"--seeds", count}));
        QCOMPARE(result.exitCode, 2);
        QVERIFY2(result.errorLines().size() == 1 && result.errors.contains("--seeds"), result.errors.constData());
    }
}

QTEST_GUILESS_MAIN(TestTrainSeeds)
#include "tst_train_seeds.moc"
