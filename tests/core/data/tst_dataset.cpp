// Data sets and initial weights against scikit-learn's and PyTorch's.
#include "core/base/errors.h"
#include "core/data/data_generators.h"
#include "core/data/data_source.h"
#include "core/engine/initialization.h"
#include "tests/support/reference_data.h"
#include "tests/support/tolerances.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

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
    return listed.isArray() ? listed.toArray().at(static_cast<qsizetype>(layer))
                            : json.value(QStringLiteral("%1.%2").arg(2 * layer).arg(what));
}

void addFiles(const char *folder, const char *pattern)
{
    QTest::addColumn<QString>("file");
    const QDir directory(QStringLiteral(ACTISCOPE_TEST_DATA "/") + folder);
    for (const QString &name : directory.entryList({pattern}))
        QTest::newRow(qPrintable(name)) << QStringLiteral("%1/%2").arg(folder, name);
}

/** The data of a reference file; what the file leaves out is the default. */
std::shared_ptr<const Dataset> dataOf(const QJsonObject &given)
{
    GeneratedData configuration;
    Split split;
    configuration.kind = given.value("data").toString("moons").toStdString();
    configuration.samples = given.value("samples").toInt();
    configuration.noise = given.value("noise").toDouble();
    configuration.classes = given.value("classes").toInt(configuration.classes);
    configuration.factor = given.value("factor").toDouble(configuration.factor);
    configuration.seed = static_cast<std::uint32_t>(given.value("data_seed").toDouble());
    split.testFraction = given.value("test_fraction").toDouble();
    split.seed = static_cast<std::uint32_t>(given.value("split_seed").toDouble());
    split.stratify = given.value("stratify").toBool();
    const QStringList box = given.value("center_box").toString("-2,2").split(',');
    configuration.centersLow = box[0].toDouble();
    configuration.centersHigh = box[1].toDouble();
    for (const QString &size : given.value("class_sizes").toString().split(',', Qt::SkipEmptyParts))
        configuration.classSizes.push_back(size.toInt());
    if (!configuration.classSizes.empty()) {
        configuration.classes = static_cast<int>(configuration.classSizes.size());
        configuration.samples = std::accumulate(configuration.classSizes.begin(), configuration.classSizes.end(), 0);
    }
    return makeDataset(configuration, split);
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
    void dataSetsAreNumPysAndScikitLearns_data();
    void dataSetsAreNumPysAndScikitLearns();
    void everyKindHasReferenceFigures();
    void everyKindIsDividedWithItsLabelsOrTargets();
    void aSettingThatAKindUsesChangesItsData();
    void givenPointsAreDividedAsGiven_data();
    void givenPointsAreDividedAsGiven();
    void unusablePointsAreRefused_data();
    void unusablePointsAreRefused();
    void unusableConfigurationNamesTheOption_data();
    void unusableConfigurationNamesTheOption();
};

void TestDataset::moonsAndSplitAreScikitLearnsBitForBit()
{
    const auto data = makeDataset(GeneratedData());
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
    QTest::newRow("odd") << "datasets/initial_parameters_2-33-17-5-2_seed3.json" << std::vector<int>{33, 17, 5} << 3u;
    QTest::newRow("seed 7") << "datasets/initial_parameters_2-64-64-2_seed7.json" << std::vector<int>{64, 64} << 7u;
    QTest::newRow("one unit") << "datasets/initial_parameters_2-1-2_seed4294967295.json" << std::vector<int>{1} << 4294967295u;
    QTest::newRow("100-3") << "datasets/initial_parameters_2-100-3-2_seed42.json" << std::vector<int>{100, 3} << 42u;
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

void TestDataset::dataSetsAreNumPysAndScikitLearns_data()
{
    addFiles("datasets", "*_noise*.json");
}

void TestDataset::dataSetsAreNumPysAndScikitLearns()
{
    QFETCH(QString, file);
    const QJsonObject json = reference::readJson(file);
    const auto data = dataOf(json.value("configuration").toObject());
    const std::vector<double> x = numbers(json.value("x"));
    const std::vector<double> y = numbers(json.value("y"));
    QCOMPARE(data->all.count(), x.size());
    const double tolerance = json.value("exact").toBool() ? 0 : tolerance::pointWithoutAvx512;
    for (std::size_t i = 0; i < x.size(); ++i) {
        QVERIFY(std::abs(data->all.point(i)[0] - x[i]) <= tolerance);
        QVERIFY(std::abs(data->all.point(i)[1] - y[i]) <= tolerance);
    }
    const std::vector<double> labels = numbers(json.value("label"));
    const std::vector<double> targets = numbers(json.value("target"));
    QVERIFY(labels.empty() != targets.empty());
    QVERIFY(std::ranges::equal(data->all.labels, labels));
    QVERIFY(std::ranges::equal(data->all.targets, targets, [=](double a, double b) { return std::abs(a - b) <= tolerance; }));
    QCOMPARE(data->isRegression(), labels.empty());
    QVERIFY(std::ranges::equal(data->trainIndices, numbers(json.value("train"))));
    QVERIFY(std::ranges::equal(data->testIndices, numbers(json.value("test"))));
}

void TestDataset::everyKindHasReferenceFigures()
{
    const QDir directory(QStringLiteral(ACTISCOPE_TEST_DATA "/datasets"));
    for (const DataKind &kind : dataKinds()) {
        const QString name = QString::fromStdString(std::string(kind.name));
        QVERIFY2(directory.entryList({name + "_n*.json"}).size() >= 3, qPrintable(name));
        QVERIFY(!kind.description.empty());
    }
}

void TestDataset::everyKindIsDividedWithItsLabelsOrTargets()
{
    for (const DataKind &kind : dataKinds()) {
        for (int classes = 2; classes <= kind.maxClasses; ++classes) {
            const auto data = makeDataset(GeneratedData{.kind = std::string(kind.name), .samples = 203, .classes = classes, .seed = 3},
                                          {.testFraction = 0.3});
            QCOMPARE(data->all.count(), std::size_t{203});
            QCOMPARE(data->test.count(), std::size_t{61});
            QCOMPARE(data->train.count(), std::size_t{142});
            QCOMPARE(data->classes, kind.isRegression ? 0 : classes);
            QCOMPARE(data->train, data->all.at(data->trainIndices));
            QCOMPARE(data->test, data->all.at(data->testIndices));
            QCOMPARE(data->train.targets.size(), kind.isRegression ? data->train.count() : 0);
            QCOMPARE(data->train.labels.size(), kind.isRegression ? 0 : data->train.count());
            for (int label = 0; label < data->classes; ++label) // no class is forgotten, and none has nearly all
                QVERIFY(std::ranges::count(data->all.labels, label) >= 203 / classes / 2);
        }
    }
}

void TestDataset::aSettingThatAKindUsesChangesItsData()
{
    for (const DataKind &kind : dataKinds()) {
        const GeneratedData configuration{.kind = std::string(kind.name), .samples = 30, .noise = 0.1};
        const auto changed = [&](auto GeneratedData::*field, auto value) {
            GeneratedData other = configuration;
            other.*field = value;
            return makeDataset(other)->all != makeDataset(configuration)->all;
        };
        QVERIFY(!changed(&GeneratedData::seed, configuration.seed));
        QVERIFY(changed(&GeneratedData::seed, 43u));
        QVERIFY(changed(&GeneratedData::noise, 0.2));
        QVERIFY(changed(&GeneratedData::samples, 31));
        const auto has = [&](std::string_view option) { return std::ranges::find(kind.options, option) != kind.options.end(); };
        QCOMPARE(changed(&GeneratedData::factor, 0.6), has("factor"));
        QCOMPARE(changed(&GeneratedData::centersHigh, 3.0), has("center-box"));
        QCOMPARE(kind.maxClasses > 2, has("classes"));
        if (kind.maxClasses > 2)
            QVERIFY(changed(&GeneratedData::classes, 3));
        if (has("class-sizes"))
            QVERIFY(changed(&GeneratedData::classSizes, std::vector<int>{11, 19}));
        QCOMPARE(!kind.isRegression, has("stratify"));
    }
}

void TestDataset::givenPointsAreDividedAsGiven_data()
{
    QTest::addColumn<LabelledPoints>("points");
    QTest::addColumn<int>("classes");
    const auto ramp = [](std::size_t count) {
        std::vector<double> values(count);
        std::iota(values.begin(), values.end(), -3.0);
        return values;
    };
    QTest::newRow("two points of one feature") << LabelledPoints{.features = 1, .coordinates = ramp(2), .labels = {0, 1}} << 2;
    QTest::newRow("one class only") << LabelledPoints{.features = 2, .coordinates = ramp(6), .labels = {0, 0, 0}} << 2;
    QTest::newRow("a class without points") << LabelledPoints{.features = 3, .coordinates = ramp(15), .labels = {4, 1, 0, 4, 2}} << 5;
    QTest::newRow("1024 features") << LabelledPoints{.features = 1024, .coordinates = ramp(4096), .labels = {0, 1, 2, 1}} << 3;
    QTest::newRow("1024 classes") << LabelledPoints{.features = 1, .coordinates = ramp(3), .labels = {5, 1023, 0}} << 1024;
    QTest::newRow("one target") << LabelledPoints{.features = 2, .coordinates = ramp(8), .targetCount = 1, .targets = ramp(4)} << 0;
    QTest::newRow("three targets") << LabelledPoints{.features = 5, .coordinates = ramp(35), .targetCount = 3, .targets = ramp(21)} << 0;
}

void TestDataset::givenPointsAreDividedAsGiven()
{
    QFETCH(LabelledPoints, points);
    QFETCH(int, classes);
    const auto data = makeDataset(points, {.testFraction = 0.4, .seed = 7});
    const SplitIndices split = trainTestSplit(points.count(), 0.4, 7);
    QCOMPARE(data->all, points);
    QCOMPARE(data->classes, classes);
    QCOMPARE(data->trainIndices, split.train);
    QCOMPARE(data->testIndices, split.test);
    QCOMPARE(data->train.count() + data->test.count(), points.count());
    for (std::size_t i = 0; i < split.test.size(); ++i) {
        const std::size_t from = split.test[i];
        QVERIFY(std::equal(points.point(from), points.point(from) + points.features, data->test.point(i)));
        if (classes > 0)
            QCOMPARE(data->test.labels[i], points.labels[from]);
        for (std::size_t k = 0; k < points.targetCount; ++k)
            QCOMPARE(data->test.targets[i * points.targetCount + k], points.targets[from * points.targetCount + k]);
    }
}

void TestDataset::unusablePointsAreRefused_data()
{
    QTest::addColumn<LabelledPoints>("points");
    QTest::addColumn<double>("testFraction");
    QTest::addColumn<QString>("option");
    const LabelledPoints good{.features = 2, .coordinates = {0, 1, 2, 3, 4, 5}, .labels = {0, 1, 0}};
    const LabelledPoints regression{.features = 2, .coordinates = {0, 1, 2, 3}, .targetCount = 2, .targets = {1, 2, 3, 4}};
    const auto row = [](const char *title, LabelledPoints points, const char *option, const auto &spoil) {
        spoil(points);
        QTest::newRow(title) << points << 0.3 << option;
    };
    row("no features", good, "features", [](auto &p) { p.features = 0; });
    row("too many features", good, "features", [](auto &p) { p.features = 1025; });
    row("half a point", good, "points", [](auto &p) { p.coordinates.push_back(1); });
    row("no points", good, "points", [](auto &p) { p = {}; });
    row("one point", good, "points", [](auto &p) { p.coordinates.resize(2), p.labels.resize(1); });
    row("NaN", good, "points", [](auto &p) { p.coordinates[3] = std::nan(""); });
    row("infinity", good, "points", [](auto &p) { p.coordinates[5] = -INFINITY; });
    row("a label missing", good, "labels", [](auto &p) { p.labels.pop_back(); });
    row("a label too many", good, "labels", [](auto &p) { p.labels.push_back(0); });
    row("neither labels nor targets", good, "labels", [](auto &p) { p.labels.clear(); });
    row("a negative label", good, "labels", [](auto &p) { p.labels[1] = -1; });
    row("a huge label", good, "labels", [](auto &p) { p.labels[1] = std::numeric_limits<int>::max(); });
    row("targets whose number is not said", good, "labels", [](auto &p) { p.targets = {1, 2, 3}; });
    row("labels and targets", regression, "targets", [](auto &p) { p.labels = {0, 1}; });
    row("a target missing", regression, "targets", [](auto &p) { p.targets.pop_back(); });
    row("too many targets", regression, "targets", [](auto &p) { p.targetCount = 1025; });
    row("a target that is NaN", regression, "targets", [](auto &p) { p.targets[2] = std::nan(""); });
    QTest::newRow("no test points") << good << 0.0 << "test-fraction";
    QTest::newRow("no training points") << good << 0.7 << "test-fraction";
    QTest::newRow("a share that is NaN") << good << std::nan("") << "test-fraction";
}

void TestDataset::unusablePointsAreRefused()
{
    QFETCH(LabelledPoints, points);
    QFETCH(double, testFraction);
    QFETCH(QString, option);
    try {
        makeDataset(points, {.testFraction = testFraction, .seed = 1});
        QFAIL("accepted");
    } catch (const ConfigurationError &error) {
        QCOMPARE(QString::fromStdString(error.option()), option);
        QVERIFY(!error.accepted().empty());
    }
}

void TestDataset::unusableConfigurationNamesTheOption_data()
{
    QTest::addColumn<GeneratedData>("configuration");
    QTest::addColumn<Split>("split");
    QTest::addColumn<QString>("option");
    QTest::newRow("one sample") << GeneratedData{.samples = 1} << Split() << "samples";
    QTest::newRow("negative noise") << GeneratedData{.noise = -0.1} << Split() << "noise";
    QTest::newRow("NaN noise") << GeneratedData{.noise = std::nan("")} << Split() << "noise";
    QTest::newRow("no test set") << GeneratedData{} << Split{.testFraction = 0} << "test-fraction";
    QTest::newRow("no training set") << GeneratedData{.samples = 4} << Split{.testFraction = 0.9} << "test-fraction";
    QTest::newRow("one class") << GeneratedData{.kind = "blobs", .classes = 1} << Split() << "classes";
    QTest::newRow("nine classes") << GeneratedData{.kind = "blobs", .classes = 9} << Split() << "classes";
    QTest::newRow("three moons") << GeneratedData{.classes = 3} << Split() << "classes";
    QTest::newRow("factor 1") << GeneratedData{.kind = "circles", .factor = 1} << Split() << "factor";
    QTest::newRow("negative factor") << GeneratedData{.kind = "circles", .factor = -0.1} << Split() << "factor";
    QTest::newRow("NaN factor") << GeneratedData{.kind = "circles", .factor = std::nan("")} << Split() << "factor";
    QTest::newRow("sizes of another sum") << GeneratedData{.samples = 10, .classSizes = {5, 6}} << Split() << "class-sizes";
    QTest::newRow("sizes of three moons") << GeneratedData{.samples = 10, .classSizes = {5, 3, 2}} << Split() << "class-sizes";
    QTest::newRow("a negative size") << GeneratedData{.samples = 10, .classSizes = {-5, 15}} << Split() << "class-sizes";
    for (const DataKind &kind : dataKinds()) {
        const auto &options = kind.options;
        if (std::ranges::find(options, "class-sizes") == options.end())
            QTest::addRow("sizes of %s", std::string(kind.name).c_str())
                << GeneratedData{.kind = std::string(kind.name), .samples = 10, .classSizes = {5, 5}} << Split() << "class-sizes";
    }
    QTest::newRow("one point of a class, stratified")
        << GeneratedData{.samples = 10, .classSizes = {9, 1}} << Split{.stratify = true} << "stratify";
    QTest::newRow("fewer test points than classes")
        << GeneratedData{.samples = 20} << Split{.testFraction = 0.05, .stratify = true} << "stratify";
    QTest::newRow("a regression, stratified") << GeneratedData{.kind = "bumps"} << Split{.stratify = true} << "stratify";
    QTest::newRow("centres the wrong way round")
        << GeneratedData{.kind = "blobs", .centersLow = 1, .centersHigh = 0} << Split() << "center-box";
    QTest::newRow("centres that are NaN") << GeneratedData{.kind = "blobs", .centersLow = std::nan("")} << Split() << "center-box";
    QTest::newRow("no name") << GeneratedData{.kind = ""} << Split() << "data";
    QTest::newRow("unknown data") << GeneratedData{.kind = "suns"} << Split() << "data";
}

void TestDataset::unusableConfigurationNamesTheOption()
{
    QFETCH(GeneratedData, configuration);
    QFETCH(Split, split);
    QFETCH(QString, option);
    try {
        makeDataset(configuration, split);
        QFAIL("accepted");
    } catch (const ConfigurationError &error) {
        QCOMPARE(QString::fromStdString(error.option()), option);
        QVERIFY(!error.accepted().empty());
    }
}

QTEST_GUILESS_MAIN(TestDataset)
#include "tst_dataset.moc"
