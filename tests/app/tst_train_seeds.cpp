// `actiscope train --seeds` from outside: what many runs of one comparison say.
#include "tests/app/program.h"
#include "tests/app/small_training.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace actiscope;

class TestTrainSeeds : public QObject {
    Q_OBJECT

private slots:
    void manySeedsEndInAVerdict();
    void thirtySeedsOfTheDefaultPairSayWhatPyTorchsDo();
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

void TestTrainSeeds::whatIsOfOneRunIsRefusedWithSeeds()
{
    for (const QStringList &more :
         {QStringList{"--figure", "a.png"}, QStringList{"--diagnostics", "a.json"}, QStringList{"--boundaries"}}) {
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
