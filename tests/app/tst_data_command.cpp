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

QTEST_GUILESS_MAIN(TestDataCommand)
#include "tst_data_command.moc"
