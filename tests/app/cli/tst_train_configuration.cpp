// What `actiscope train` is told: a configuration written and read again, options beside it, models that differ, and what is refused.
#include "tests/app/program.h"
#include "tests/app/small_training.h"
#include "tests/support/tolerances.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace actiscope;

namespace {

/** The configuration that a report holds, as a file. */
void writeConfiguration(const QByteArray &report, const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(QJsonDocument::fromJson(report).object().value("configuration").toObject()).toJson());
}

} // namespace

class TestTrainConfiguration : public QObject {
    Q_OBJECT

private slots:
    void withoutArgumentsItIsTheDefaultComparison();
    void threeBlobsAreLearnedAndTheJsonSaysSo();
    void aWrittenConfigurationTrainsTheSameAgain();
    void optionsReplaceSettingsOfAFile();
    void modelsMayDifferInAnything();
    void whatIsNoExperimentIsRefusedInALine_data();
    void whatIsNoExperimentIsRefusedInALine();
};

void TestTrainConfiguration::withoutArgumentsItIsTheDefaultComparison()
{
    const ProgramResult result = runProgram({"train", "--json", "-"});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject report = QJsonDocument::fromJson(result.output).object();
    const QJsonObject configuration = report.value("configuration").toObject();
    QStringList activations;
    for (const auto &model : configuration.value("models").toArray()) {
        activations << model.toObject().value("activation").toString();
        QCOMPARE(model.toObject().value("init-seed").toInt(), 42);
        QCOMPARE(model.toObject().value("learning-rate").toDouble(), 0.01);
    }
    QCOMPARE(activations, (QStringList{"relu", "leaky_relu:alpha=0.01"}));
    QCOMPARE(configuration.value("hidden").toArray(), (QJsonArray{64, 64}));
    for (const auto &[key, value] :
         {std::pair{"samples", 1000.0}, {"noise", 0.2}, {"data-seed", 42}, {"split-seed", 42}, {"test-fraction", 0.2}, {"epochs", 100}})
        QCOMPARE(configuration.value(key).toDouble(), value);
    QVERIFY(!report.value("device").toString().isEmpty());
    const QJsonObject seconds = report.value("seconds").toObject();
    QVERIFY(seconds.value("training").toDouble() > 0);
    QVERIFY(seconds.value("setup").toDouble() > 0);
    QVERIFY(seconds.contains("boundaries"));
    for (const auto &model : report.value("models").toArray())
        QVERIFY(tolerance::samplesApart(model.toObject().value("test_accuracy").toDouble(), 0.99, 200) < 1.5);
}

void TestTrainConfiguration::threeBlobsAreLearnedAndTheJsonSaysSo()
{
    const ProgramResult result =
        runProgram({"train", "--data", "blobs", "--classes", "3", "--center-box", "-2,2", "--stratify", "--samples", "300", "--json", "-"});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject report = QJsonDocument::fromJson(result.output).object();
    const QJsonObject configuration = report.value("configuration").toObject();
    QCOMPARE(configuration.value("data").toString(), "blobs");
    QCOMPARE(configuration.value("classes").toInt(), 3);
    QCOMPARE(configuration.value("center-box").toArray(), (QJsonArray{-2, 2}));
    QVERIFY(configuration.value("stratify").toBool());
    QVERIFY(!configuration.contains("class-sizes") && !configuration.contains("factor"));
    QCOMPARE(report.value("models").toArray().size(), 2);
    for (const auto &model : report.value("models").toArray()) // two outputs would get two thirds right at most
        QVERIFY(model.toObject().value("test_accuracy").toDouble() > 0.95);
}

void TestTrainConfiguration::aWrittenConfigurationTrainsTheSameAgain()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("e.json");
    const QStringList settings = {"train",
                                  "--backend",
                                  "eigen",
                                  "--epochs",
                                  "4",
                                  "--data",
                                  "blobs",
                                  "--classes",
                                  "3",
                                  "--samples",
                                  "60",
                                  "--hidden",
                                  "5,4",
                                  "--stratify",
                                  "--optimizer",
                                  "adamw",
                                  "--l2",
                                  "0.125",
                                  "--batch-size",
                                  "7",
                                  "--init",
                                  "uniform",
                                  "--init-range",
                                  "0.3",
                                  "--activation",
                                  "prelu",
                                  "--activation",
                                  "rrelu:lower=0.1,upper=0.3",
                                  "--draw-seed",
                                  "3"};
    writeConfiguration(runProgram(settings + QStringList{"--json", "-"}).output, file);
    const QByteArray first = runProgram(settings + QStringList{"--csv", "-"}).output;
    const ProgramResult again = runProgram({"train", "--backend", "eigen", "--experiment", file, "--csv", "-"});
    QVERIFY2(again.exitCode == 0, again.errors.constData());
    QCOMPARE(again.output, first);
}

void TestTrainConfiguration::optionsReplaceSettingsOfAFile()
{
    const ProgramResult result = runProgram({"train", "--experiment", "dying-relu", "--epochs", "2", "--samples", "40", "--hidden", "4",
                                             "--learning-rate", "0.5", "--backend", "eigen", "--json", "-"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QJsonObject configuration = QJsonDocument::fromJson(result.output).object().value("configuration").toObject();
    QCOMPARE(configuration.value("epochs").toInt(), 2);
    QVERIFY(configuration.value("track-units").toBool());
    for (const auto &model : configuration.value("models").toArray())
        QCOMPARE(model.toObject().value("learning-rate").toDouble(), 0.5);
    // What applies is a matter of the file's own choices.
    const QTemporaryDir folder;
    const QString file = folder.filePath("e.json");
    writeConfiguration(runProgram(small({"--optimizer", "sgd", "--json", "-"})).output, file);
    QCOMPARE(runProgram({"train", "--backend", "eigen", "--experiment", file, "--momentum", "0.5"}).exitCode, 0);
    const ProgramResult refused = runProgram({"train", "--experiment", file, "--beta1", "0.5"});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY(refused.errors.contains("--beta1") && refused.errors.contains("does not apply to --optimizer sgd"));
}

void TestTrainConfiguration::modelsMayDifferInAnything()
{
    const ProgramResult result = runProgram({"train", "--samples", "40", "--hidden", "4,4", "--epochs", "2", "--backend", "eigen", "--l1",
                                             "0.01", "--model", "activation=rrelu:lower=0.1,upper=0.3; learning-rate=0.1", "--model",
                                             "activation=relu; activation=tanh; optimizer=sgd; momentum=0.5", "--csv", "-"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY(result.output.startsWith("activation,epoch,train_loss,test_loss,train_accuracy,test_accuracy,model\n"));
    const auto rows = csvRows(result.output);
    QCOMPARE(rows.size(), std::size_t{6});
    for (std::size_t row = 0; row < rows.size(); ++row) {
        QCOMPARE(rows[row].last(), QString::number(row / 3));
        QCOMPARE(rows[row].first(), row < 3 ? QString("rrelu:lower=0.1,upper=0.3") : QString("relu; tanh"));
    }
}

void TestTrainConfiguration::whatIsNoExperimentIsRefusedInALine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const QStringList file = {"--experiment", QStringLiteral(ACTISCOPE_TEST_DATA "/reference/README.md")};
    QTest::newRow("no such file") << QStringList{"--experiment", "dying-rellu"} << QByteArray("did you mean 'dying-relu'");
    QTest::newRow("a folder") << QStringList{"--experiment", "/tmp"} << QByteArray("is no file that can be read");
    QTest::newRow("no JSON") << file << QByteArray("line 1, column 1");
    QTest::newRow("no setting") << QStringList{"--model", "activation=relu; speed=3"} << QByteArray("speed is no setting of a model");
    QTest::newRow("not a model's") << QStringList{"--model", "activation=relu; epochs=3"} << QByteArray("epochs is no setting of a model");
    QTest::newRow("does not apply") << QStringList{"--model", "activation=relu; optimizer=sgd; beta1=0.5"}
                                    << QByteArray("does not apply to optimizer sgd");
    QTest::newRow("out of range") << QStringList{"--model", "learning-rate=-1"} << QByteArray("learning-rate");
    QTest::newRow("nothing") << QStringList{"--model", ";"} << QByteArray("activation=relu");
    QTest::newRow("twice") << QStringList{"--model", "l1=0;l1=1"} << QByteArray("l1 is given twice");
    QTest::newRow("three layers of two") << QStringList{"--model", "activation=relu;activation=relu;activation=relu"}
                                         << QByteArray("one for each of the 2");
    QTest::newRow("activations beside models") << QStringList{"--activation", "relu", "--activation", "tanh", "--model", "l1=0"}
                                               << QByteArray("common to all");
}

void TestTrainConfiguration::whatIsNoExperimentIsRefusedInALine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const ProgramResult result = runProgram(QStringList{"train", "--backend", "eigen"} + arguments);
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.errors.contains(says), result.errors.constData());
}

QTEST_GUILESS_MAIN(TestTrainConfiguration)
#include "tst_train_configuration.moc"
