// What surrounds the program: the locale, OpenCL that is not there, outputs that go away.
#include "tests/app/program.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace actiscope;

class TestEnvironment : public QObject {
    Q_OBJECT

private slots:
    void numbersAreTheSameInEveryLocale_data();
    void numbersAreTheSameInEveryLocale();
    void withoutOpenClEigenComputesAndItIsSaid();
    void withoutOpenClAskingForItIsAnError();
    void aFailedBuildIsReportedWithItsLog();
    void aDeviceThatNobodyChoseIsReplaced();
    void fullDeviceIsAFailureAndNotReplaced();
};

void TestEnvironment::numbersAreTheSameInEveryLocale_data()
{
    QTest::addColumn<QString>("locale");
    for (const char *locale : {"de_DE.UTF-8", "fr_FR.UTF-8", "ko_KR.UTF-8", "C"})
        QTest::newRow(locale) << locale;
}

void TestEnvironment::numbersAreTheSameInEveryLocale()
{
    QFETCH(QString, locale);
    const QStringList arguments = {"train",   "--samples", "40",        "--hidden", "4",     "--epochs", "3",
                                   "--noise", "0.25",      "--backend", "eigen",    "--csv", "-"};
    const QByteArray expected = runProgram(arguments, {{"LC_ALL", "C.UTF-8"}}).output;
    QVERIFY(expected.contains("0."));
    QCOMPARE(runProgram(arguments, {{"LC_ALL", locale}, {"LANG", locale}, {"LC_NUMERIC", locale}}).output, expected);
}

void TestEnvironment::withoutOpenClEigenComputesAndItIsSaid()
{
    const ProgramResult devices = runProgram({"devices", "--json"}, withoutOpenCl());
    QCOMPARE(devices.exitCode, 0);
    const QJsonObject json = QJsonDocument::fromJson(devices.output).object();
    QCOMPARE(json.value("default").toString(), QStringLiteral("eigen"));
    QCOMPARE(json.value("choices").toArray().size(), 1);
    QVERIFY(json.value("reason").toString().contains("OpenCL"));

    const ProgramResult train = runProgram({"train", "--epochs", "3", "--json", "-"}, withoutOpenCl());
    QCOMPARE(train.exitCode, 0);
    QVERIFY(QJsonDocument::fromJson(train.output).object().value("device").toString().contains("Eigen"));
    QVERIFY(train.errors.contains("Eigen"));
    QCOMPARE(train.errorLines().size(), 1);
}

void TestEnvironment::withoutOpenClAskingForItIsAnError()
{
    for (const QStringList &more : {QStringList{"--backend", "opencl"}, {"--device", "0"}}) {
        const ProgramResult result = runProgram(QStringList{"train", "--epochs", "3"} + more, withoutOpenCl());
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.errorLines().size(), 1);
        QVERIFY(result.errors.contains(more.front().toUtf8()));
    }
}

void TestEnvironment::aFailedBuildIsReportedWithItsLog()
{
    const auto result = runProgram({"train", "--samples", "40", "--hidden", "4", "--epochs", "3", "--backend", "opencl"},
                                   {{"OPENCL_LAYERS", ACTISCOPE_FAILING_LAYER}, {"ACTISCOPE_FAILING_CALL", "clBuildProgram:1:-11"}});
    QCOMPARE(result.exitCode, 1);
    const QStringList lines = result.errorLines();
    QVERIFY2(lines.size() == 3, result.errors.constData());
    QVERIFY2(lines[0].startsWith("actiscope train: clBuildProgram failed: ") && lines[0].contains("--backend eigen"),
             result.errors.constData());
    QVERIFY2(lines[1].contains("the layer accepts none"), result.errors.constData());
}

/** The fourth launch fails, and all after it: by then a first slice of epochs has been kept. Two activations that rounding leaves alike. */
void TestEnvironment::aDeviceThatNobodyChoseIsReplaced()
{
    const QStringList train = {"train", "--activation", "tanh", "--activation", "sigmoid", "--samples", "40", "--hidden",
                               "4",     "--epochs",     "2000", "--csv",        "-"};
    const ProgramEnvironment failing = {{"OPENCL_LAYERS", ACTISCOPE_FAILING_LAYER},
                                        {"ACTISCOPE_FAILING_CALL", "clEnqueueNDRangeKernel:4:-5"}};
    const ProgramResult result = runProgram(train, failing);
    QCOMPARE(result.exitCode, 0);
    QVERIFY2(result.errorLines().size() == 1, result.errors.constData());
    QVERIFY2(result.errors.startsWith("actiscope train: clEnqueueNDRangeKernel failed: "), result.errors.constData());
    const QString from = QString::fromUtf8(result.errors).section(QStringLiteral("Eigen goes on from epoch "), 1).trimmed();
    QVERIFY2(from.toInt() > 0 && from.toInt() < 2000, result.errors.constData());
    const auto rows = csvRows(result.output), expected = csvRows(runProgram(train + QStringList{"--backend", "eigen"}).output);
    QCOMPARE(rows.size(), std::size_t{2 * 2001});
    QCOMPARE(rows.size(), expected.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i][1], expected[i][1]);
        const double loss = rows[i][2].toDouble(), eigens = expected[i][2].toDouble();
        QVERIFY2(std::abs(loss - eigens) < 1e-4, qPrintable(rows[i].join(',')));
    }
    for (const QStringList &more : {QStringList{"--backend", "opencl"}, {"--device", "0"}, {"--kernel", "cpu"}})
        QCOMPARE(runProgram(train + more, failing).exitCode, 1);
    for (const QStringList &more : {QStringList{"--backend", "AUTO"}, {"--kernel", "Auto"}})
        QCOMPARE(runProgram(train + more, failing).exitCode, 0);
}

void TestEnvironment::fullDeviceIsAFailureAndNotReplaced()
{
    const ProgramResult result = runProgram({"data", "--samples", "100", "--csv", "/dev/full"});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY(result.errors.contains("--csv"));
    const QFileInfo device("/dev/full");
    QVERIFY(device.exists() && !device.isFile());
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
