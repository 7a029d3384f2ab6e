// list, devices, --help and --version.
#include "core/activations/activation.h"
#include "core/activations/builtin_activations.h"
#include "core/data/data_generators.h"
#include "core/data/image_data.h"
#include "tests/app/program.h"

#include <QJsonArray>
#include <QTest>

using namespace actiscope;

class TestListings : public QObject {
    Q_OBJECT

private slots:
    void listNamesEveryActivation();
    void listAsJsonHasDefaultsAndRanges();
    void listNamesEveryDataSet();
    void listNamesEveryReadyExperiment();
    void listNamesWhatDiagnosticsHave();
    void schemaIsWritten();
    void devicesNamesTheDefaultAndWhy();
    void helpIsOffered_data();
    void helpIsOffered();
    void versionIsTold();
};

void TestListings::listNamesEveryActivation()
{
    const ProgramResult result = runProgram({"list"});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.errors.isEmpty());
    for (const Activation &activation : activations())
        QVERIFY2(result.output.contains(activation.id.c_str()), activation.id.c_str());
}

void TestListings::listAsJsonHasDefaultsAndRanges()
{
    const ProgramResult result = runProgram({"list", "--json"});
    QCOMPARE(result.exitCode, 0);
    const QJsonArray all = QJsonDocument::fromJson(result.output).array();
    QCOMPARE(static_cast<std::size_t>(all.size()), activations().size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Activation &activation = activations()[static_cast<std::size_t>(i)];
        const QJsonObject given = all[i].toObject();
        QCOMPARE(given.value("id").toString().toStdString(), activation.id);
        QCOMPARE(given.value("name").toString().toStdString(), activation.name);
        const QJsonArray parameters = given.value("parameters").toArray();
        QCOMPARE(static_cast<std::size_t>(parameters.size()), activation.parameters.size());
        for (qsizetype k = 0; k < parameters.size(); ++k) {
            const ActivationParameter &parameter = activation.parameters[static_cast<std::size_t>(k)];
            const QJsonObject values = parameters[k].toObject();
            QCOMPARE(values.value("name").toString().toStdString(), parameter.name);
            QCOMPARE(values.value("default").toDouble(), parameter.defaultValue);
            QCOMPARE(values.value("minimum").toDouble(), parameter.minimum);
            QCOMPARE(values.value("maximum").toDouble(), parameter.maximum);
        }
    }
}

void TestListings::listNamesEveryDataSet()
{
    const ProgramResult text = runProgram({"list", "--data"});
    QCOMPARE(text.exitCode, 0);
    const QJsonArray all = QJsonDocument::fromJson(runProgram({"list", "--data", "--json"}).output).array();
    QCOMPARE(static_cast<std::size_t>(all.size()), dataKinds().size() + imageKinds().size());
    const QByteArray help = runProgram({"train", "--help"}).output;
    const auto isListed = [&](std::size_t i, const auto &kind, bool isRegression) {
        const QJsonObject given = all[static_cast<qsizetype>(i)].toObject();
        QCOMPARE(given.value("name").toString().toStdString(), kind.name);
        QCOMPARE(given.value("regression").toBool(), isRegression);
        QVERIFY(text.output.contains(QByteArray(kind.description.data(), static_cast<qsizetype>(kind.description.size()))));
        QVERIFY(help.contains(QByteArray(kind.name.data(), static_cast<qsizetype>(kind.name.size()))));
    };
    for (std::size_t i = 0; i < dataKinds().size(); ++i)
        isListed(i, dataKinds()[i], dataKinds()[i].isRegression);
    for (std::size_t i = 0; i < imageKinds().size(); ++i)
        isListed(dataKinds().size() + i, imageKinds()[i], false);
}

/** All that is listed is in the report of a run, of layers and where it says so of units. */
void TestListings::listNamesWhatDiagnosticsHave()
{
    const QByteArray text = runProgram({"list", "--diagnostics"}).output;
    const QJsonArray all = QJsonDocument::fromJson(runProgram({"list", "--diagnostics", "--json"}).output).array();
    const QByteArray report = runProgram({"train", "--samples", "60", "--hidden", "4,3", "--epochs", "2", "--backend", "eigen", "--diagnostics", "-"}).output;
    const QJsonObject layer = QJsonDocument::fromJson(report).object()["models"][0]["layers"][1].toObject();
    QVERIFY(all.size() >= 10 && !layer.isEmpty());
    for (const auto &each : all) {
        const QString name = each.toObject()["name"].toString();
        QVERIFY2(layer.contains(name), qPrintable(name));
        QCOMPARE(layer["units"][0].toObject().contains(name), each.toObject()["of_units"].toBool());
        QVERIFY(text.contains(name.toUtf8()) && text.contains(each.toObject()["look_for"].toString().toUtf8()));
    }
}

void TestListings::listNamesEveryReadyExperiment()
{
    const QByteArray text = runProgram({"list", "--experiments"}).output;
    const QJsonArray all = QJsonDocument::fromJson(runProgram({"list", "--experiments", "--json"}).output).array();
    QCOMPARE(all.size(), text.count('\n'));
    QVERIFY(all.size() >= 9);
    for (const auto &each : all) {
        const QJsonObject ready = each.toObject();
        QVERIFY(text.contains(ready.value("name").toString().toUtf8()) && text.contains(ready.value("about").toString().toUtf8()));
        QVERIFY(!ready.value("configuration").toObject().value("models").toArray().isEmpty());
    }
    QCOMPARE(runProgram({"list", "--experiments", "--data"}).exitCode, 2);
}

void TestListings::schemaIsWritten()
{
    const QJsonObject schema = QJsonDocument::fromJson(runProgram({"list", "--schema"}).output).object();
    QVERIFY(schema.value("properties").toObject().contains("models"));
}

void TestListings::devicesNamesTheDefaultAndWhy()
{
    const QJsonObject devices = QJsonDocument::fromJson(runProgram({"devices", "--json"}).output).object();
    const QString preferred = devices.value("default").toString();
    const QString reason = devices.value("reason").toString();
    QVERIFY(!preferred.isEmpty() && !reason.isEmpty());
    QStringList ids;
    for (const auto &choice : devices.value("choices").toArray()) {
        ids.append(choice.toObject().value("id").toString());
        const QString description = choice.toObject().value("description").toString();
        QCOMPARE(description.contains("kernel cpu") || description.contains("kernel gpu"), ids.last() != "eigen"); // what auto chooses
    }
    QVERIFY(ids.contains("eigen"));
    QVERIFY(ids.contains(preferred));
    QCOMPARE(preferred == "eigen", ids.size() == 1); // OpenCL wherever there is a device
    const ProgramResult text = runProgram({"devices"});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(QString::fromUtf8(text.output).contains("* " + preferred));
    QVERIFY(QString::fromUtf8(text.output).contains(reason));
}

void TestListings::helpIsOffered_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("program") << QStringList{"--help"} << "train";
    QTest::newRow("train") << QStringList{"train", "--help"} << "--learning-rate";
    QTest::newRow("data") << QStringList{"data", "--help"} << "--test-fraction";
    QTest::newRow("evaluate") << QStringList{"evaluate", "-h"} << "--activation";
    QTest::newRow("list") << QStringList{"list", "--help"} << "--json";
    QTest::newRow("what a setting applies to") << QStringList{"train", "--help"} << "(only with --optimizer adam or adamw)";
    QTest::newRow("where blobs lie") << QStringList{"data", "--help"} << "[-2,2]";
}

void TestListings::helpIsOffered()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, mentions);
    const ProgramResult result = runProgram(arguments);
    QCOMPARE(result.exitCode, 0);
    QVERIFY(QString::fromUtf8(result.output).simplified().contains(mentions)); // which may go on in the next line
    QVERIFY(result.errors.isEmpty());
}

void TestListings::versionIsTold()
{
    const ProgramResult result = runProgram({"--version"});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(QString::fromUtf8(result.output).startsWith("actiscope "));
}

QTEST_GUILESS_MAIN(TestListings)
#include "tst_listings.moc"
