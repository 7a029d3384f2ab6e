// Every option of `train` either changes the configuration that the run reports, or is refused by name: for each data set, optimiser and
// initialisation. No text that the program writes has a NaN with a sign.
#include "core/data/data_generators.h"
#include "core/data/image_data.h"
#include "core/engine/initialization.h"
#include "core/engine/optimizer.h"
#include "core/training/schedule.h"
#include "tests/app/program.h"

#include <QSet>
#include <QTest>

#include <map>

using namespace actiscope;

namespace {

/** A value of each setting that is nobody's default. */
const std::map<QString, QString> &settingValues()
{
    static const std::map<QString, QString> all = {
        {"samples", "31"},        {"class-sizes", "21,10"},
        {"noise", "0.15"},        {"classes", "3"},
        {"factor", "0.25"},       {"center-box", "-1,3"},
        {"data-seed", "5"},       {"split-seed", "6"},
        {"test-fraction", "0.3"}, {"stratify", ""},
        {"init-range", "0.2"},    {"init-bias", "0.5"},
        {"init-seed", "7"},       {"hidden", "3"},
        {"batch-size", "8"},      {"momentum", "0.4"},
        {"smoothing", "0.8"},     {"learning-rate", "0.02"},
        {"beta1", "0.7"},         {"beta2", "0.95"},
        {"epsilon", "1e-6"},      {"l1", "0.003"},
        {"l2", "0.004"},          {"clip-norm", "0.5"},
        {"epochs", "2"},          {"loss", "mse"},
        {"batch-seed", "9"},      {"draw-seed", "9"},
        {"stop-loss", "0.125"},   {"stop-accuracy", "0.95"},
        {"patience", "3"},        {"track-units", ""},
        {"schedule-step", "3"},   {"schedule-factor", "0.7"},
        {"schedule-period", "5"}, {"schedule-least", "0.001"},
        {"curve", "x^2-0.3"},     {"features", "x1*x2"},
        {"train-count", "31"},    {"images", "/nowhere"},
    };
    return all;
}

QJsonObject configurationOf(const QStringList &arguments, ProgramResult &result)
{
    result = runProgram(QStringList{"train", "--backend", "eigen", "--activation", "relu", "--json", "-"} + arguments);
    return QJsonDocument::fromJson(result.output).object().value("configuration").toObject();
}

} // namespace

class TestSettingsApply : public QObject {
    Q_OBJECT

private slots:
    void everyOptionChangesTheRunOrIsRefused_data();
    void everyOptionChangesTheRunOrIsRefused();
    void everySettingIsTried();
    void noOutputHasASignedNan_data();
    void noOutputHasASignedNan();
};

void TestSettingsApply::everyOptionChangesTheRunOrIsRefused_data()
{
    QTest::addColumn<QString>("selector");
    QTest::addColumn<QString>("choice");
    const auto rows = [](const char *selector, const auto &table) {
        for (const auto &row : table)
            QTest::addRow("%s %s", selector, std::string(row.name).c_str()) << selector << QString::fromStdString(std::string(row.name));
    };
    rows("data", dataKinds());
    rows("data", imageKinds().first(1)); // those that need no files
    rows("optimizer", optimizerChoices());
    rows("init", initializationSchemes());
    rows("schedule", schedules());
}

void TestSettingsApply::everyOptionChangesTheRunOrIsRefused()
{
    QFETCH(QString, selector);
    QFETCH(QString, choice);
    const QStringList base = {"--" + selector, choice};
    const QStringList few = {findImageKind(choice.toStdString()) ? "--train-count" : "--samples", "40"};
    const auto with = [&](const QString &name, const QString &value) {
        QStringList arguments = base + QStringList{value.isEmpty() ? "--" + name : "--" + name + "=" + value};
        if (name != "epochs")
            arguments << "--epochs"
                      << "1";
        if (name != "samples" && name != "class-sizes" && name != "train-count")
            arguments << few;
        return arguments;
    };
    ProgramResult result;
    const QJsonObject before = configurationOf(base + few + QStringList{"--epochs", "1"}, result);
    QVERIFY2(!before.isEmpty(), result.errors.constData());
    int refused = 0;
    for (const auto &[name, value] : settingValues()) {
        const QJsonObject after = configurationOf(with(name, value), result);
        if (result.exitCode == 0) {
            const bool isDefault = name == "loss" && before.value("loss") == value; // of a regression
            QVERIFY2(after != before || isDefault, qPrintable(name));
            continue;
        }
        ++refused;
        QCOMPARE(result.exitCode, 2);
        QCOMPARE(result.errorLines().size(), 1);
        QVERIFY2(result.errors.contains("--" + name.toUtf8()), result.errors.constData());
        QVERIFY2(result.errors.contains("does not apply") && result.errors.contains("it does with"), result.errors.constData());
    }
    QVERIFY(refused > 0);
}

void TestSettingsApply::everySettingIsTried()
{
    QSet<QString> known{"activation",   "data",       "optimizer", "init",       "schedule",    "backend", "device",
                        "kernel",       "csv",        "json",      "figure",     "diagnostics", "bins",    "pre-activation-range",
                        "output-range", "saturation", "unit",      "boundaries", "weights",     "page",    "model",
                        "experiment",   "points",     "columns",   "seeds",      "language",    "parts"};
    for (const auto &[name, value] : settingValues())
        known.insert(name);
    for (const QString &line : QString::fromUtf8(runProgram({"train", "--help"}).output).split('\n')) {
        const QString name = line.trimmed().section(' ', 0, 0);
        if (line.startsWith("  --")) // not where the words about one go on
            QVERIFY2(known.contains(name.mid(2)), qPrintable(name + " is not tried"));
    }
}

void TestSettingsApply::noOutputHasASignedNan_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList nans = {"--activation", "formula:log(x)", "--activation", "formula:sqrt(x)", "--activation", "sine"};
    QTest::newRow("evaluate, eigen") << QStringList{"evaluate", "--x=-2,-inf,inf,nan,-nan,0", "--backend", "eigen"} + nans;
    QTest::newRow("evaluate, auto") << QStringList{"evaluate", "--x=-2,-inf,inf,nan,-nan,0", "--backend", "auto"} + nans;
    const QStringList train = {"train", "--epochs", "3", "--samples", "40", "--backend", "eigen", "--learning-rate", "1e30"};
    QTest::newRow("train, summary") << train + nans;
    QTest::newRow("train, CSV") << train + nans + QStringList{"--csv", "-"};
    QTest::newRow("train, JSON") << train + nans + QStringList{"--json", "-"};
    QTest::newRow("train, diagnostics") << train + nans + QStringList{"--diagnostics", "-"};
    QTest::newRow("train, a regression") << train + nans + QStringList{"--data", "plane", "--csv", "-"};
}

void TestSettingsApply::noOutputHasASignedNan()
{
    QFETCH(QStringList, arguments);
    const ProgramResult result = runProgram(arguments);
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QVERIFY(!result.output.isEmpty());
    QVERIFY2(!result.output.contains("-nan") && !result.errors.contains("-nan"), result.output.constData());
}

QTEST_GUILESS_MAIN(TestSettingsApply)
#include "tst_settings_apply.moc"
