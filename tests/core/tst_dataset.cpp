// Data sets and initial weights against scikit-learn's and PyTorch's.
#include "core/dataset.h"
#include "core/errors.h"
#include "core/initialization.h"
#include "tests/reference_data.h"
#include "tests/tolerances.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <cmath>

using namespace actiscope;

namespace {

std::vector<double> numbers(const QJsonValue &value)
{
    std::vector<double> result;
    for (const auto &element : value.toArray()) {
        if (element.isArray()) {
            const auto inner = numbers(element);
            result.insert(result.end(), inner.begin(), inner.end());
        } else {
            result.push_back(element.toDouble());
        }
    }
    return result;
}

/** "weight" or "bias" of a layer, named as in an nn.Sequential or listed by layer. */
QJsonValue arrayOf(const QJsonObject &json, const QString &what, std::size_t layer)
{
    const QJsonValue listed = json.value(what);
    return listed.isArray() ? listed.toArray().at(static_cast<qsizetype>(layer)) : json.value(QStringLiteral("%1.%2").arg(2 * layer).arg(what));
}

void addFiles(const char *folder, const char *pattern)
{
    QTest::addColumn<QString>("file");
    const QDir directory(QStringLiteral(ACTISCOPE_TEST_DATA "/") + folder);
    for (const QString &name : directory.entryList({pattern}))
        QTest::newRow(qPrintable(name)) << QStringLiteral("%1/%2").arg(folder, name);
}

/** Neighbouring floats at most. */
bool withinOneUlp(double computed, double reference)
{
    const auto a = static_cast<float>(computed);
    const auto b = static_cast<float>(reference);
    return a == b || std::nextafter(a, b) == b;
}

} // namespace

class TestDataset : public QObject {
    Q_OBJECT

private slots:
    void moonsAndSplitAreScikitLearnsBitForBit();
    void initialParametersArePyTorchsWithinOneUlp_data();
    void initialParametersArePyTorchsWithinOneUlp();
    void sameSeedSameData();
    void moonsOfOtherSizesAreScikitLearns_data();
    void moonsOfOtherSizesAreScikitLearns();
    void unusableConfigurationNamesTheOption_data();
    void unusableConfigurationNamesTheOption();
};

void TestDataset::moonsAndSplitAreScikitLearnsBitForBit()
{
    const auto data = makeDataset({});
    const auto rows = reference::readCsv("reference/moons_n1000_noise0.2_seed42.csv");
    QCOMPARE(data->all.count(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(data->all.point(i)[0], rows[i][1].toDouble());
        QVERIFY(data->all.point(i)[0] == rows[i][1].toDouble() && data->all.point(i)[1] == rows[i][2].toDouble());
        QCOMPARE(data->all.labels[i], rows[i][3].toInt());
        const auto position = rows[i][5].toULongLong();
        const bool train = rows[i][4] == "train";
        QCOMPARE((train ? data->trainIndices : data->testIndices).at(position), i);
        QCOMPARE((train ? data->train : data->test).point(position)[1], data->all.point(i)[1]);
    }
}

void TestDataset::initialParametersArePyTorchsWithinOneUlp_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<std::vector<int>>("hidden");
    QTest::addColumn<unsigned>("seed");
    QTest::newRow("default") << "reference/initial_parameters_2-64-64-2_seed42.json" << std::vector<int>{64, 64} << 42u;
    QTest::newRow("odd") << "data/initial_parameters_2-33-17-5-2_seed3.json" << std::vector<int>{33, 17, 5} << 3u;
    QTest::newRow("seed 7") << "data/initial_parameters_2-64-64-2_seed7.json" << std::vector<int>{64, 64} << 7u;
    QTest::newRow("one unit") << "data/initial_parameters_2-1-2_seed4294967295.json" << std::vector<int>{1} << 4294967295u;
    QTest::newRow("100-3") << "data/initial_parameters_2-100-3-2_seed42.json" << std::vector<int>{100, 3} << 42u;
}

void TestDataset::initialParametersArePyTorchsWithinOneUlp()
{
    QFETCH(QString, file);
    QFETCH(std::vector<int>, hidden);
    QFETCH(unsigned, seed);
    const QJsonObject json = reference::readJson(file);
    const ModelParameters parameters = initialParameters({2, hidden, 2}, seed, std::vector<double>());
    for (std::size_t layer = 0; layer < parameters.layers.size(); ++layer) {
        const std::vector<double> weight = numbers(arrayOf(json, "weight", layer));
        const std::vector<double> bias = numbers(arrayOf(json, "bias", layer));
        QCOMPARE(parameters.layers[layer].weight.size(), weight.size());
        QCOMPARE(parameters.layers[layer].bias.size(), bias.size());
        QVERIFY(!weight.empty());
        QVERIFY(std::ranges::equal(parameters.layers[layer].weight, weight, withinOneUlp));
        QVERIFY(std::ranges::equal(parameters.layers[layer].bias, bias, withinOneUlp));
    }
}

void TestDataset::sameSeedSameData()
{
    const DataConfiguration configuration{.samples = 301, .noise = 0.3, .seed = 9};
    QCOMPARE(makeDataset(configuration)->train.coordinates, makeDataset(configuration)->train.coordinates);
    DataConfiguration other = configuration;
    other.seed = 10;
    QVERIFY(makeDataset(configuration)->train.coordinates != makeDataset(other)->train.coordinates);
}

void TestDataset::moonsOfOtherSizesAreScikitLearns_data()
{
    addFiles("data", "moons_*.json");
}

void TestDataset::moonsOfOtherSizesAreScikitLearns()
{
    QFETCH(QString, file);
    const QJsonObject json = reference::readJson(file);
    const QJsonObject given = json.value("configuration").toObject();
    const auto seed = [&given](const char *name) { return static_cast<std::uint32_t>(given.value(name).toDouble()); };
    const auto data = makeDataset({.samples = given.value("samples").toInt(),
                                   .noise = given.value("noise").toDouble(),
                                   .seed = seed("data_seed"),
                                   .testFraction = given.value("test_fraction").toDouble(),
                                   .splitSeed = seed("split_seed")});
    const std::vector<double> x = numbers(json.value("x"));
    const std::vector<double> y = numbers(json.value("y"));
    const std::vector<double> labels = numbers(json.value("label"));
    QCOMPARE(data->all.count(), x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        // These files were made without AVX-512, where NumPy's sin and cos are the C library's: up to 4 ulp apart.
        QVERIFY(std::abs(data->all.point(i)[0] - x[i]) < tolerance::moonsAcrossProcessors);
        QVERIFY(std::abs(data->all.point(i)[1] - y[i]) < tolerance::moonsAcrossProcessors);
        QCOMPARE(data->all.labels[i], static_cast<int>(labels[i]));
    }
    const auto sameIndices = [](const std::vector<std::size_t> &computed, const std::vector<double> &expected) {
        return std::ranges::equal(computed, expected, [](std::size_t a, double b) { return static_cast<double>(a) == b; });
    };
    QVERIFY(sameIndices(data->trainIndices, numbers(json.value("train"))));
    QVERIFY(sameIndices(data->testIndices, numbers(json.value("test"))));
}

void TestDataset::unusableConfigurationNamesTheOption_data()
{
    QTest::addColumn<DataConfiguration>("configuration");
    QTest::addColumn<QString>("option");
    QTest::newRow("one sample") << DataConfiguration{.samples = 1} << "samples";
    QTest::newRow("negative noise") << DataConfiguration{.noise = -0.1} << "noise";
    QTest::newRow("NaN noise") << DataConfiguration{.noise = std::nan("")} << "noise";
    QTest::newRow("no test set") << DataConfiguration{.testFraction = 0} << "test-fraction";
    QTest::newRow("no training set") << DataConfiguration{.samples = 4, .testFraction = 0.9} << "test-fraction";
    QTest::newRow("unknown data") << DataConfiguration{.kind = "suns"} << "data";
}

void TestDataset::unusableConfigurationNamesTheOption()
{
    QFETCH(DataConfiguration, configuration);
    QFETCH(QString, option);
    try {
        makeDataset(configuration);
        QFAIL("accepted");
    } catch (const ConfigurationError &error) {
        QCOMPARE(QString::fromStdString(error.option()), option);
        QVERIFY(!error.accepted().empty());
    }
}

QTEST_GUILESS_MAIN(TestDataset)
#include "tst_dataset.moc"
