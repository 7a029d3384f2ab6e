// `actiscope train` from outside: curves against PyTorch's on both backends, what the files hold, divergence.
#include "core/engine/backend.h"
#include "tests/app/program.h"
#include "tests/app/small_training.h"
#include "tests/support/pytorch_curves.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace actiscope;

namespace {

QStringList spelledOut(const QStringList &activations)
{
    QStringList arguments = {"train"};
    for (const QString &activation : activations)
        arguments += {"--activation", activation};
    return arguments + QStringList{"--data",       "moons", "--samples",       "1000", "--noise",         "0.2",   "--data-seed", "42",
                                   "--split-seed", "42",    "--test-fraction", "0.2",  "--hidden",        "64,64", "--init",      "pytorch",
                                   "--init-seed",  "42",    "--optimizer",     "adam", "--learning-rate", "0.01",  "--epochs",    "100"};
}

} // namespace

class TestTrainCommand : public QObject {
    Q_OBJECT

private slots:
    void curvesArePyTorchs_data();
    void curvesArePyTorchs();
    void aRegressionHasNoAccuracy();
    void eitherKernelLearnsTheSame();
    void formulaLearnsAsTheActivationThatItWrites_data();
    void formulaLearnsAsTheActivationThatItWrites();
    void sameSeedSameBits();
    void sameBitsOnAnyNumberOfCores_data();
    void sameBitsOnAnyNumberOfCores();
    void rowsOfBatchesAreTheSameWhateverTheLastEpoch_data();
    void rowsOfBatchesAreTheSameWhateverTheLastEpoch();
    void theJsonSaysWhatComputed();
    void divergedModelStopsAndOthersGoOn_data();
    void divergedModelStopsAndOthersGoOn();
    void csvQuotesAnActivationWithACommaAndKeepsItAsGiven();
    void secondsOfBoundariesAreThereWhenAskedFor();
    void figureIsDrawn_data();
    void figureIsDrawn();
    void jsonAndCsvShareStandardOutputWithNothingElse();
    void diagnosticsSayWhichUnitsDied_data();
    void diagnosticsSayWhichUnitsDied();
    void diagnosticsOfADivergedModelAreNull();
};

void TestTrainCommand::curvesArePyTorchs_data()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("eigen") << "eigen";
    QTest::newRow("opencl, or eigen where there is none") << "auto";
}

void TestTrainCommand::curvesArePyTorchs()
{
    QFETCH(QString, backend);
    const QTemporaryDir folder;
    const QStringList names = {"relu", "leaky_relu", "prelu"};
    const ProgramResult result = runProgram(
        spelledOut(names) + QStringList{"--backend", backend, "--csv", folder.filePath("a.csv"), "--json", folder.filePath("a.json")});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const auto rows = csvRows(contentOf(folder.filePath("a.csv")));
    const QJsonArray models = QJsonDocument::fromJson(contentOf(folder.filePath("a.json"))).object().value("models").toArray();
    QCOMPARE(models.size(), names.size());
    std::size_t row = 0;
    for (qsizetype m = 0; m < names.size(); ++m) {
        const reference::Curve expected = reference::pyTorchsCurve(names[m]);
        const QJsonObject model = models[m].toObject();
        reference::Curve written{{}, reference::numbersOf(model.value("learned_alpha").toArray())};
        for (std::size_t e = 0; e < expected.rows.size(); ++e, ++row) {
            QCOMPARE(rows[row][0], names[m]);
            QCOMPARE(rows[row][1].toULongLong(), e);
            written.rows.push_back({rows[row][2].toDouble(), rows[row][3].toDouble(), rows[row][4].toDouble(), rows[row][5].toDouble()});
        }
        const Cohort cohort = reference::cohortOfCurve(names[m]);
        const QString difference = reference::apart(written, expected, *cohort.data);
        QVERIFY2(difference.isEmpty() || (backend == "auto" && reference::roundingLeadsTo(written, cohort)),
                 qPrintable(names[m] + ": " + difference));
        QCOMPARE(rows[row++][1].toULongLong(), expected.rows.size()); // the row after the last update, which the reference leaves out
        QCOMPARE(model.value("train_loss").toDouble(), rows[row - 1][2].toDouble()); // figures of the last row
        QCOMPARE(model.value("test_accuracy").toDouble(), rows[row - 1][5].toDouble());
        QVERIFY(model.value("diverged_at").isNull());
    }
    QCOMPARE(rows.size(), row);
}

void TestTrainCommand::aRegressionHasNoAccuracy()
{
    const ProgramResult result = runProgram({"train", "--data", "plane", "--samples", "60", "--hidden", "4", "--epochs", "3"});
    QCOMPARE(result.exitCode, 0);
    QVERIFY2(result.output.contains("test loss") && !result.output.contains("nan") && !result.output.contains("accuracy"),
             result.output.constData());
}

void TestTrainCommand::eitherKernelLearnsTheSame()
{
    QList<QJsonObject> reports;
    for (const char *kernel : {"cpu", "gpu", "gpu-fp32"}) {
        const ProgramResult result = runProgram(small({"--backend", "opencl", "--kernel", kernel, "--json", "-"}));
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        reports << QJsonDocument::fromJson(result.output).object();
    }
    QVERIFY(reports[0].value("device") != reports[1].value("device")); // one of them says that it is not the device's own
    const auto loss = [&](qsizetype report, qsizetype model) {
        return reports[report].value("models").toArray()[model].toObject().value("train_loss").toDouble();
    };
    for (qsizetype model = 0; model < 2; ++model) {
        QVERIFY(std::abs(loss(0, model) - loss(1, model)) <= tolerance::loss);
        QVERIFY(std::abs(loss(0, model) - loss(2, model)) <= tolerance::loss);
    }
    const auto products = [&](qsizetype report) { return reports[report].value("arithmetic").toObject().value("products").toString(); };
    QVERIFY(products(1) == "fp32" || products(1) == "3xtf32"); // what the device has
    QCOMPARE(products(0), QStringLiteral("fp32"));
    QCOMPARE(products(2), QStringLiteral("fp32"));
}

void TestTrainCommand::formulaLearnsAsTheActivationThatItWrites_data()
{
    QTest::addColumn<QStringList>("backend");
    QTest::newRow("eigen") << QStringList{"--backend", "eigen"};
    QTest::newRow("opencl, or eigen where there is none") << QStringList{"--backend", "auto"};
}

void TestTrainCommand::formulaLearnsAsTheActivationThatItWrites()
{
    QFETCH(QStringList, backend);
    const QString formula = QStringLiteral("formula:max(a*x, x),a=0.01");
    const ProgramResult result = runProgram(QStringList{"train", "--activation", formula, "--activation", "leaky_relu", "--samples", "100",
                                                        "--hidden", "9,7", "--epochs", "30", "--csv", "-"}
                                            + backend);
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const auto rows = csvRows(result.output);
    QCOMPARE(rows.size(), std::size_t{62});
    for (std::size_t epoch = 0; epoch <= 30; ++epoch) {
        QCOMPARE(rows[epoch][0], formula);
        QVERIFY(std::abs(rows[epoch][2].toDouble() - rows[epoch + 31][2].toDouble()) < tolerance::loss);
    }
}

void TestTrainCommand::sameSeedSameBits()
{
    const QStringList arguments = small({"--activation", "rrelu", "--activation", "prelu", "--csv", "-"});
    const QByteArray once = runProgram(arguments).output;
    QVERIFY(!once.isEmpty());
    QCOMPARE(runProgram(arguments).output, once);
    QVERIFY(runProgram(arguments + QStringList{"--init-seed", "43"}).output != once);
    QVERIFY(runProgram(arguments + QStringList{"--data-seed", "43"}).output != once);
    QVERIFY(runProgram(arguments + QStringList{"--split-seed", "43"}).output != once);
}

void TestTrainCommand::sameBitsOnAnyNumberOfCores_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("the default pair") << QStringList{"--epochs", "30"};
    QTest::newRow("one model") << QStringList{"--activation", "gelu", "--epochs", "20"};
    QTest::newRow("batches") << QStringList{"--batch-size", "130", "--epochs", "5"};
    QTest::newRow("large layers") << QStringList{"--activation", "relu", "--hidden", "512,300", "--epochs", "3"};
}

/** PoCL takes as many cores as it is told. */
void TestTrainCommand::sameBitsOnAnyNumberOfCores()
{
    QFETCH(QStringList, more);
    QByteArray expected;
    for (const char *cores : {"1", "2", "3", "8"}) {
        const ProgramResult result = runProgram(QStringList{"train", "--csv", "-"} + more, {{"POCL_MAX_PTHREAD_COUNT", cores}});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        if (expected.isEmpty())
            expected = result.output;
        QVERIFY2(result.output == expected, cores);
    }
}

void TestTrainCommand::rowsOfBatchesAreTheSameWhateverTheLastEpoch_data()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("eigen") << "eigen";
    QTest::newRow("opencl, or eigen where there is none") << "auto";
}

/** From a report of rows that changed with --epochs. */
void TestTrainCommand::rowsOfBatchesAreTheSameWhateverTheLastEpoch()
{
    QFETCH(QString, backend);
    for (const char *batchSize : {"16", "1", "47", "48", "100"}) {
        const auto csv = [&](const char *epochs) {
            return runProgram({"train", "--activation", "relu", "--samples", "60", "--hidden", "8,8", "--batch-size", batchSize, "--epochs",
                               epochs, "--backend", backend, "--csv", "-"})
                .output;
        };
        const QByteArray longest = csv("5");
        QCOMPARE(csvRows(longest).size(), std::size_t{6});
        for (const char *epochs : {"1", "2", "4"})
            QVERIFY2(longest.startsWith(csv(epochs)), batchSize);
        const QStringList first = csvRows(longest)[0];
        const bool isSingle = QByteArray(batchSize) == "48" || QByteArray(batchSize) == "100";
        QCOMPARE(first[2] == "nan" && first[4] == "nan", !isSingle);
        QVERIFY(first[3].toDouble() > 0 && first[5].toDouble() > 0);
    }
}

void TestTrainCommand::theJsonSaysWhatComputed()
{
    for (const auto &[backend, precision] : {std::pair{"eigen", "double"}, {"auto", ""}}) {
        const QJsonObject report =
            QJsonDocument::fromJson(runProgram(small({"--backend", backend, "--batch-size", "16", "--json", "-"})).output).object();
        const QJsonObject arithmetic = report.value("arithmetic").toObject();
        QVERIFY(arithmetic.value("precision").toString() == (arithmetic.value("backend").toString() == "eigen" ? "double" : "single"));
        QVERIFY(QString(precision).isEmpty() || arithmetic.value("precision").toString() == precision);
        QVERIFY(!arithmetic.value("driver").toString().isEmpty());
        for (const char *key : {"device", "mapping", "products", "vector_width"})
            QVERIFY(arithmetic.value(key).isNull() == (arithmetic.value("backend").toString() == "eigen"));
        QCOMPARE(report.value("training_figures").toString(), "mean over the batches of the epoch that ended");
    }
    const QJsonObject whole = QJsonDocument::fromJson(runProgram(small({"--json", "-"})).output).object();
    QCOMPARE(whole.value("training_figures").toString(), "whole training set before the update");
}

void TestTrainCommand::divergedModelStopsAndOthersGoOn_data()
{
    curvesArePyTorchs_data();
}

void TestTrainCommand::divergedModelStopsAndOthersGoOn()
{
    QFETCH(QString, backend);
    const QTemporaryDir folder;
    const QStringList arguments = {
        "train",     "--activation", "leaky_relu", "--activation",           "tanh",   "--learning-rate",        "1e6", "--epochs", "30",
        "--backend", backend,        "--csv",      folder.filePath("a.csv"), "--json", folder.filePath("a.json")};
    const ProgramResult result = runProgram(arguments);
    QCOMPARE(result.exitCode, 0);
    const QJsonArray models = QJsonDocument::fromJson(contentOf(folder.filePath("a.json"))).object().value("models").toArray();
    QVERIFY(models[0].toObject().value("diverged_at").isDouble());
    const int divergedAt = models[0].toObject().value("diverged_at").toInt();
    QVERIFY(models[1].toObject().value("diverged_at").isNull());
    QVERIFY(result.output.contains("leaky_relu diverged at epoch " + QByteArray::number(divergedAt) + "\n"));
    int rows[2] = {0, 0};
    for (const QStringList &row : csvRows(contentOf(folder.filePath("a.csv"))))
        ++rows[row[0] == "tanh" ? 1 : 0];
    QCOMPARE(rows[0], divergedAt + 1); // ends at the epoch at which it diverged
    QCOMPARE(rows[1], 31);
}

void TestTrainCommand::csvQuotesAnActivationWithACommaAndKeepsItAsGiven()
{
    const ProgramResult result = runProgram(small({"--activation", "rrelu:lower=0.10,upper=0.3", "--csv", "-"}));
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.startsWith(
        "activation,epoch,train_loss,test_loss,train_accuracy,test_accuracy,model\n\"rrelu:lower=0.10,upper=0.3\",0,"));
    QCOMPARE(csvRows(result.output).size(), std::size_t{6});
}

void TestTrainCommand::secondsOfBoundariesAreThereWhenAskedFor()
{
    const auto seconds = [](const QStringList &more) {
        const QByteArray json = runProgram(small(more + QStringList{"--json", "-"})).output;
        return QJsonDocument::fromJson(json).object().value("seconds").toObject().value("boundaries");
    };
    QVERIFY(seconds({}).isNull());
    QVERIFY(seconds({"--boundaries"}).toDouble() > 0);
}

void TestTrainCommand::figureIsDrawn_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("PNG") << "figure.png" << QByteArray("\x89PNG");
    QTest::newRow("SVG") << "figure.svg" << QByteArray("<?xml");
    QTest::newRow("PDF") << "figure.pdf" << QByteArray("%PDF");
}

void TestTrainCommand::figureIsDrawn()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, beginning);
    const QTemporaryDir folder;
    const ProgramResult result = runProgram(small({"--figure", folder.filePath(name)}));
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY(contentOf(folder.filePath(name)).startsWith(beginning));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{name});
    if (name.endsWith(".png"))
        QVERIFY(QImage(folder.filePath(name)).width() >= 600);
}

void TestTrainCommand::jsonAndCsvShareStandardOutputWithNothingElse()
{
    const ProgramResult csv = runProgram(small({"--csv", "-"}));
    QVERIFY(csv.output.startsWith("activation,") && csv.output.endsWith("\n"));
    QCOMPARE(csvRows(csv.output).size(), std::size_t{12}); // two models, rows 0 … 5
    QVERIFY(!QJsonDocument::fromJson(runProgram(small({"--json", "-"})).output).isNull());
}

void TestTrainCommand::diagnosticsSayWhichUnitsDied_data()
{
    curvesArePyTorchs_data();
}

void TestTrainCommand::diagnosticsSayWhichUnitsDied()
{
    QFETCH(QString, backend);
    const QStringList arguments = {"--init-bias", "-2", "--backend",      backend, "--diagnostics", "-",
                                   "--bins",      "6",  "--output-range", "-1,1",  "--unit",        "0,7"};
    const ProgramResult result = runProgram(small(arguments));
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QJsonObject report = QJsonDocument::fromJson(result.output).object();
    QCOMPARE(report.value("epoch").toInt(), 5);
    QCOMPARE(report.value("saturation").toDouble(), 1e-3);
    const QJsonArray models = report.value("models").toArray();
    QCOMPARE(models.size(), 2);
    int dead[2] = {0, 0};
    for (const int m : {0, 1}) {
        const QJsonObject layer = models[m].toObject().value("layers").toArray()[0].toObject();
        const QJsonArray units = layer.value("units").toArray();
        QCOMPARE(units.size(), 8);
        for (const auto &unit : units) {
            dead[m] += unit.toObject().value("dead").toBool() ? 1 : 0;
            QCOMPARE(unit.toObject().value("dead_since").isDouble(), unit.toObject().value("dead").toBool());
        }
        QCOMPARE(layer.value("dead_units").toInt(), dead[m]);
        const QJsonObject outputs = layer.value("outputs").toObject();
        QCOMPARE(outputs.value("low").toDouble(), -1.0);
        double counted = outputs.value("below").toDouble() + outputs.value("above").toDouble();
        QCOMPARE(outputs.value("counts").toArray().size(), 6);
        for (const auto &count : outputs.value("counts").toArray())
            counted += count.toDouble();
        QCOMPARE(counted, 48.0 * 8);
        const QJsonObject unit = models[m].toObject().value("units").toArray()[0].toObject();
        QCOMPARE(unit.value("unit").toInt(), 7);
    }
    QVERIFY(dead[0] > 0);
    QCOMPARE(dead[1], 0); // Leaky ReLU
}

void TestTrainCommand::diagnosticsOfADivergedModelAreNull()
{
    const ProgramResult result = runProgram({"train", "--activation", "leaky_relu", "--optimizer", "sgd", "--learning-rate", "1e300",
                                             "--epochs", "30", "--samples", "60", "--backend", "eigen", "--diagnostics", "-"});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const QJsonObject model = QJsonDocument::fromJson(result.output).object().value("models").toArray()[0].toObject();
    QVERIFY(model.value("diverged_at").isDouble());
    QVERIFY(model.value("loss").isNull());
    QVERIFY(model.value("layers").toArray()[1].toObject().value("mean").isNull());
}

QTEST_GUILESS_MAIN(TestTrainCommand)
#include "tst_train_command.moc"
