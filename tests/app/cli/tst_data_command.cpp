// `actiscope data` against scikit-learn and NumPy.
#include "tests/app/program.h"
#include "tests/support/tolerances.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace actiscope;

class TestDataCommand : public QObject {
    Q_OBJECT

private slots:
    void defaultIsTheReferenceFileBitForBit();
    void otherSettingsAreNumPysAndScikitLearns_data();
    void otherSettingsAreNumPysAndScikitLearns();
    void fileHasWhatStandardOutputGets();
    void whatWasWrittenIsReadBackBitForBit_data();
    void whatWasWrittenIsReadBackBitForBit();
    void pointsOfAFileAreTrainedOn();
    void wrongPointsAreRefusedInOneLine_data();
    void wrongPointsAreRefusedInOneLine();
};

void TestDataCommand::defaultIsTheReferenceFileBitForBit()
{
    const ProgramResult result =
        runProgram({"data", "--data", "moons", "--samples", "1000", "--noise", "0.2", "--data-seed", "42", "--csv", "-"});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.startsWith("index,x,y,label,part,position_in_part\n"));
    const auto rows = csvRows(result.output);
    const auto expected = reference::readCsv("reference/moons_n1000_noise0.2_seed42.csv");
    QCOMPARE(rows.size(), expected.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QVERIFY(rows[i][1].toDouble() == expected[i][1].toDouble() && rows[i][2].toDouble() == expected[i][2].toDouble());
        for (const int column : {0, 3, 4, 5})
            QCOMPARE(rows[i][column], expected[i][column]);
    }
    QCOMPARE(runProgram({"data"}).output, result.output);
}

void TestDataCommand::otherSettingsAreNumPysAndScikitLearns_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : QDir(QStringLiteral(ACTISCOPE_TEST_DATA "/datasets")).entryList({"*_noise*.json"}))
        QTest::newRow(qPrintable(name)) << "datasets/" + name;
}

void TestDataCommand::otherSettingsAreNumPysAndScikitLearns()
{
    QFETCH(QString, name);
    const QJsonObject json = reference::readJson(name);
    const QJsonObject configuration = json.value("configuration").toObject();
    QStringList arguments{"data"}; // every setting of the file is an option of the same name
    for (auto setting = configuration.begin(); setting != configuration.end(); ++setting) {
        arguments << "--" + QString(setting.key()).replace('_', '-');
        if (!setting->isBool()) // else a switch
            arguments.back() += "=" + (setting->isString() ? setting->toString() : QString::number(setting->toDouble(), 'g', 17));
    }
    const ProgramResult result = runProgram(arguments);
    QCOMPARE(result.exitCode, 0);
    const QString wanted = json.contains("target") ? "target" : "label";
    QCOMPARE(QString::fromUtf8(result.output).section('\n', 0, 0), "index,x,y," + wanted + ",part,position_in_part");
    const auto rows = csvRows(result.output);
    const QJsonArray x = json.value("x").toArray();
    const QJsonArray y = json.value("y").toArray();
    QCOMPARE(static_cast<qsizetype>(rows.size()), x.size());
    for (qsizetype i = 0; i < x.size(); ++i) {
        const QStringList &row = rows[static_cast<std::size_t>(i)];
        QVERIFY(std::abs(row[1].toDouble() - x[i].toDouble()) <= tolerance::pointWithoutAvx512);
        QVERIFY(std::abs(row[2].toDouble() - y[i].toDouble()) <= tolerance::pointWithoutAvx512);
        QVERIFY(std::abs(row[3].toDouble() - json.value(wanted)[i].toDouble()) <= tolerance::pointWithoutAvx512);
        const QJsonArray part = json.value(row[4]).toArray();
        QCOMPARE(part[row[5].toInt()].toInt(), static_cast<int>(i));
    }
}

void TestDataCommand::fileHasWhatStandardOutputGets()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("points.csv");
    const ProgramResult result = runProgram({"data", "--samples", "50", "--csv", path});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.isEmpty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), runProgram({"data", "--samples", "50"}).output);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // nothing else is left behind
}

void TestDataCommand::whatWasWrittenIsReadBackBitForBit_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("moons") << QStringList();
    QTest::newRow("blobs") << QStringList{"--data", "blobs", "--classes", "5"};
    QTest::newRow("regression") << QStringList{"--data", "bumps"};
    QTest::newRow("curve") << QStringList{"--data", "xor", "--curve", "sin(3*x)"};
}

void TestDataCommand::whatWasWrittenIsReadBackBitForBit()
{
    QFETCH(QStringList, options);
    const QTemporaryDir folder;
    const QString path = folder.filePath("points.csv");
    QCOMPARE(runProgram(QStringList{"data", "--csv", path} + options).exitCode, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const ProgramResult back = runProgram({"data", "--points", path});
    QCOMPARE(back.errors, QByteArray());
    QCOMPARE(back.output, file.readAll());
}

void TestDataCommand::pointsOfAFileAreTrainedOn()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("points.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("species;width;length;sure\n");
    for (int i = 0; i < 40; ++i)
        file.write(QStringLiteral("%1;%2,5;%3;%4\n").arg(i % 2 ? "virginica" : "setosa").arg(i % 7).arg(i % 2).arg(i).toUtf8());
    file.close();
    const auto trained = [&](const QStringList &options) {
        const ProgramResult result =
            runProgram(QStringList{"train", "--backend", "eigen", "--epochs", "2", "--json", "-", "--points", file.fileName()} + options);
        return QJsonDocument::fromJson(result.output).object().value("configuration").toObject().value("points").toObject();
    };
    const QJsonObject classes = trained({"--features", "x1^2,x1*x2"});
    QCOMPARE(classes.value("labels").toArray().size(), 40);
    QCOMPARE(classes.value("labels")[1].toInt(), 1);
    QCOMPARE(classes.value("coordinates")[2].toDouble(), 1.5);
    const QJsonObject targets = trained({"--columns", "length,width,target sure"});
    QCOMPARE(targets.value("targets")[39].toDouble(), 39.0);
    QCOMPARE(targets.value("coordinates")[3].toDouble(), 1.5);
    QVERIFY(!targets.contains("labels"));
}

void TestDataCommand::wrongPointsAreRefusedInOneLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("named");
    const QByteArray good = "a,b,c\n1,2,0\n3,4,1\n5,6,1\n";
    QTest::newRow("no number") << QByteArray("a,b,c\n1,2,0\n3,x,1\n") << QStringList() << "line 3, column 2: 'x' is not accepted";
    QTest::newRow("no column") << good << QStringList{"--columns", "a,d,c"} << "--columns: 'a,d,c' is not accepted; there is no column d; there are: a, b, c, or 1 to 3";
    QTest::newRow("noise") << good << QStringList{"--noise", "0.1"} << "--noise";
    QTest::newRow("samples") << good << QStringList{"--samples", "2"} << "--samples";
    QTest::newRow("data") << good << QStringList{"--data", "xor"} << "--data";
    QTest::newRow("stratify a regression") << good << QStringList{"--columns", "a,b,target c", "--stratify"} << "--stratify";
    QTest::newRow("no file") << QByteArray() << QStringList() << "the file cannot be read (No such file or directory)";
}

void TestDataCommand::wrongPointsAreRefusedInOneLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, options);
    QFETCH(QString, named);
    const QTemporaryDir folder;
    QFile file(folder.filePath("points.csv"));
    if (!text.isEmpty()) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
    }
    const ProgramResult result = runProgram(QStringList{"data", "--points", file.fileName()} + options);
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.errors.contains(named.toUtf8()), result.errors.constData());
}

QTEST_GUILESS_MAIN(TestDataCommand)
#include "tst_data_command.moc"
