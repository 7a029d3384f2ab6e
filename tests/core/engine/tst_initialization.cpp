// Initial weights and biases, scheme by scheme, against PyTorch's and against the distribution that each promises.
#include "core/base/errors.h"
#include "core/engine/initialization.h"
#include "tests/support/reference_data.h"
#include "tests/support/tolerances.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace actiscope;

namespace {

/** A run of initialization.json. */
struct Given {
    explicit Given(const QJsonObject &json)
        : seed(static_cast<std::uint32_t>(json.value("seed").toDouble())), layers(json.value("layers").toArray())
    {
        const QJsonArray widths = json.value("widths").toArray();
        shape.inputs = widths.first().toInt();
        shape.outputs = widths.last().toInt();
        shape.hidden.clear();
        for (qsizetype i = 1; i + 1 < widths.size(); ++i)
            shape.hidden.push_back(widths[i].toInt());
        settings = {parseInitialization(json.value("init").toString().toStdString()), json.value("range").toDouble(),
                    json.value("bias_constant").toDouble()};
    }

    NetworkShape shape;
    std::uint32_t seed;
    InitializationSettings settings;
    QJsonArray layers;
};

bool isNormal(InitializationKind kind)
{
    return kind == InitializationKind::HeNormal || kind == InitializationKind::GlorotNormal || kind == InitializationKind::LecunNormal;
}

/** How many ulps the weights of a layer may be away; the uniform ones and the few normal ones are PyTorch's to the bit. */
double allowedUlps(InitializationKind kind, std::size_t count)
{
    return isNormal(kind) && count >= 16 ? tolerance::normalUlps : 0;
}

/** An empty text when the layer is PyTorch's. */
QString compareLayer(const LinearParameters &layer, const QJsonObject &json, double ulps)
{
    if (static_cast<int>(layer.weight.size()) != json.value("count").toInt())
        return QStringLiteral("%1 weights").arg(layer.weight.size());
    const QJsonArray index = json.value("index").toArray();
    const QJsonArray weight = json.value("weight").toArray();
    double worst = 0;
    for (qsizetype i = 0; i < index.size(); ++i) {
        const double computed = layer.weight.at(static_cast<std::size_t>(index[i].toInt()));
        const double apart = tolerance::floatUlpsApart(computed, weight[i].toDouble());
        worst = std::max(worst, apart);
        if (!(apart <= ulps) || static_cast<float>(computed) != computed)
            return QStringLiteral("weight %1 is %2 ulp away from %3").arg(index[i].toInt()).arg(apart).arg(weight[i].toDouble());
    }
    double sum = 0;
    double squares = 0;
    double magnitudes = 0;
    for (const double value : layer.weight) {
        sum += value;
        squares += value * value;
        magnitudes += std::abs(value);
    }
    const double rounding = ulps * 0x1p-23 + 1e-13; // of a weight, relative to it
    if (!(std::abs(sum - json.value("sum").toDouble()) <= rounding * magnitudes))
        return QStringLiteral("the sum is %1").arg(sum, 0, 'g', 17);
    if (!(std::abs(squares - json.value("sum_of_squares").toDouble()) <= 2 * rounding * squares))
        return QStringLiteral("the sum of squares is %1").arg(squares, 0, 'g', 17);
    const QJsonArray bias = json.value("bias").toArray();
    const bool sameBias = std::ranges::equal(layer.bias, bias, [](double a, const auto &b) {
        return static_cast<float>(a) == a && a == static_cast<double>(static_cast<float>(b.toDouble()));
    });
    return index.isEmpty() || bias.isEmpty() || !sameBias ? QStringLiteral("the biases differ") : QString();
}

struct Moments {
    double mean = 0;
    double variance = 0;
    double kurtosis = 0; ///< fourth moment / variance²: 3 of a normal distribution, 9/5 of a uniform one
};

Moments moments(const std::vector<double> &values)
{
    Moments m;
    const auto count = static_cast<double>(values.size());
    for (const double value : values)
        m.mean += value / count;
    for (const double value : values) {
        const double square = (value - m.mean) * (value - m.mean);
        m.variance += square / count;
        m.kurtosis += square * square / count;
    }
    m.kurtosis /= m.variance * m.variance;
    return m;
}

/** What validate says, "" when it accepts. */
std::string refusedOption(const InitializationSettings &settings)
{
    try {
        initialParameters({2, {3}, 2}, 1, std::vector<double>(), settings);
    } catch (const ConfigurationError &error) {
        return error.option();
    }
    return {};
}

} // namespace

class TestInitialization : public QObject {
    Q_OBJECT

private slots:
    void parametersArePyTorchs_data();
    void parametersArePyTorchs();
    void everySchemeHasFigures();
    void momentsAreThoseOfTheScheme_data();
    void momentsAreThoseOfTheScheme();
    void biasConstantMovesEveryBiasAndNoWeight_data();
    void biasConstantMovesEveryBiasAndNoWeight();
    void onlyUniformDependsOnTheRange();
    void hiddenLayersKeepTheirOwnActivationParameters();
    void namesAreReadBack();
    void unknownNameNamesTheNearest_data();
    void unknownNameNamesTheNearest();
    void unusableSettingsNameTheOption();
};

void TestInitialization::parametersArePyTorchs_data()
{
    QTest::addColumn<QJsonObject>("json");
    for (const auto &value : reference::readJsonArray("datasets/initialization.json")) {
        const QJsonObject json = value.toObject();
        QTest::addRow("%s, %d inputs", qPrintable(json.value("init").toString()), json.value("widths").toArray().first().toInt()) << json;
    }
}

void TestInitialization::parametersArePyTorchs()
{
    QFETCH(QJsonObject, json);
    const Given given(json);
    const ModelParameters parameters = initialParameters(given.shape, given.seed, std::vector<double>(), given.settings);
    QCOMPARE(static_cast<qsizetype>(parameters.layers.size()), given.layers.size());
    for (std::size_t layer = 0; layer < parameters.layers.size(); ++layer) {
        const double ulps = allowedUlps(given.settings.kind, parameters.layers[layer].weight.size());
        const QString difference = compareLayer(parameters.layers[layer], given.layers[static_cast<qsizetype>(layer)].toObject(), ulps);
        QVERIFY2(difference.isEmpty(), qPrintable(QStringLiteral("layer %1: %2").arg(layer).arg(difference)));
    }
}

void TestInitialization::everySchemeHasFigures()
{
    for (const InitializationScheme &scheme : initializationSchemes()) {
        const auto runs = reference::readJsonArray("datasets/initialization.json");
        const auto found = std::ranges::count_if(
            runs, [&scheme](const auto &run) { return run.toObject().value("init").toString().toStdString() == scheme.name; });
        QVERIFY2(found >= 4, scheme.name.data());
    }
}

void TestInitialization::momentsAreThoseOfTheScheme_data()
{
    constexpr double in = 200;
    constexpr double out = 300;
    QTest::addColumn<InitializationKind>("kind");
    QTest::addColumn<double>("variance");
    QTest::addColumn<double>("kurtosis");
    const auto add = [](InitializationKind kind, double variance, double kurtosis) {
        QTest::newRow(initializationName(kind).data()) << kind << variance << kurtosis;
    };
    add(InitializationKind::PyTorch, 1 / (3 * in), 1.8);
    add(InitializationKind::HeNormal, 2 / in, 3);
    add(InitializationKind::HeUniform, 2 / in, 1.8);
    add(InitializationKind::GlorotNormal, 2 / (in + out), 3);
    add(InitializationKind::GlorotUniform, 2 / (in + out), 1.8);
    add(InitializationKind::LecunNormal, 1 / in, 3);
    add(InitializationKind::Uniform, 0.5 * 0.5 / 3, 1.8);
}

void TestInitialization::momentsAreThoseOfTheScheme()
{
    QFETCH(InitializationKind, kind);
    QFETCH(double, variance);
    QFETCH(double, kurtosis);
    const ModelParameters parameters = initialParameters({200, {300}, 2}, 17, std::vector<double>(), {.kind = kind, .range = 0.5});
    const Moments m = moments(parameters.layers.front().weight);
    // Five standard errors of 60000 draws: √(variance / n), variance · √((kurtosis − 1) / n), and √(96 / n) at most.
    const double n = 200.0 * 300.0;
    QVERIFY2(std::abs(m.mean) < 5 * std::sqrt(variance / n), qPrintable(QString::number(m.mean)));
    QVERIFY2(std::abs(m.variance / variance - 1) < 5 * std::sqrt((kurtosis - 1) / n), qPrintable(QString::number(m.variance)));
    QVERIFY2(std::abs(m.kurtosis - kurtosis) < 5 * std::sqrt(96 / n), qPrintable(QString::number(m.kurtosis)));
}

void TestInitialization::biasConstantMovesEveryBiasAndNoWeight_data()
{
    QTest::addColumn<InitializationKind>("kind");
    for (const InitializationScheme &scheme : initializationSchemes())
        QTest::newRow(scheme.name.data()) << scheme.kind;
}

void TestInitialization::biasConstantMovesEveryBiasAndNoWeight()
{
    QFETCH(InitializationKind, kind);
    constexpr double constant = 0.25;
    const NetworkShape shape{3, {20, 7}, 4};
    const ModelParameters without = initialParameters(shape, 8, std::vector<double>(), {.kind = kind});
    const ModelParameters with = initialParameters(shape, 8, std::vector<double>(), {.kind = kind, .biasConstant = constant});
    for (std::size_t layer = 0; layer < shape.layerCount(); ++layer) {
        QCOMPARE(with.layers[layer].weight, without.layers[layer].weight);
        for (std::size_t i = 0; i < with.layers[layer].bias.size(); ++i) {
            const double moved = with.layers[layer].bias[i] - without.layers[layer].bias[i];
            QVERIFY(std::abs(moved - constant) < 1e-7);
            QCOMPARE(without.layers[layer].bias[i] == 0, kind != InitializationKind::PyTorch);
        }
    }
}

void TestInitialization::onlyUniformDependsOnTheRange()
{
    const NetworkShape shape{3, {20, 7}, 4};
    for (const InitializationScheme &scheme : initializationSchemes()) {
        const auto with = [&](double range) {
            return initialParameters(shape, 8, std::vector<double>(), {.kind = scheme.kind, .range = range});
        };
        QCOMPARE(with(0.1) == with(0.2), scheme.kind != InitializationKind::Uniform);
    }
    const auto constant = initialParameters(shape, 8, std::vector<double>(), {.kind = InitializationKind::Uniform, .range = 0});
    QVERIFY(std::ranges::all_of(constant.layers.front().weight, [](double weight) { return weight == 0; }));
}

void TestInitialization::hiddenLayersKeepTheirOwnActivationParameters()
{
    const std::vector<std::vector<double>> own = {{0.1}, {}, {0.2, 0.3}};
    const NetworkShape shape{2, {4, 5, 6}, 2};
    QCOMPARE(initialParameters(shape, 1, own).activation, own);
    QCOMPARE(initialParameters(shape, 1, std::vector{0.5}).activation, (std::vector<std::vector<double>>{{0.5}, {0.5}, {0.5}}));
    QVERIFY(initialParameters(shape, 1, own).layers == initialParameters(shape, 1, std::vector{0.5}).layers);
    QVERIFY_THROWS_EXCEPTION(ConfigurationError, initialParameters(shape, 1, std::vector<std::vector<double>>{{0.1}, {0.1}}));
}

void TestInitialization::namesAreReadBack()
{
    QCOMPARE(initializationSchemes().size(), std::size_t{7});
    for (const InitializationScheme &scheme : initializationSchemes()) {
        QCOMPARE(parseInitialization(scheme.name), scheme.kind);
        QCOMPARE(initializationName(scheme.kind), scheme.name);
        QVERIFY(scheme.description.ends_with('.'));
    }
    QCOMPARE(initializationName(InitializationSettings().kind), "pytorch");
}

void TestInitialization::unknownNameNamesTheNearest_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("letter missing") << "he-nrmal"
                                    << "he-normal";
    QTest::newRow("letters that changed places") << "glroot_uniform"
                                                 << "glorot-uniform";
    QTest::newRow("its beginning") << "LeC"
                                   << "lecun-normal";
    QTest::newRow("one too many") << "uniforms"
                                  << "uniform";
}

void TestInitialization::unknownNameNamesTheNearest()
{
    QFETCH(QString, given);
    QFETCH(QString, nearest);
    try {
        parseInitialization(given.toStdString());
        QFAIL("accepted");
    } catch (const ConfigurationError &error) {
        QCOMPARE(error.option(), "init");
        QCOMPARE(error.given(), given.toStdString());
        QVERIFY2(error.accepted().text().starts_with("did you mean '" + nearest.toStdString() + "'?"), error.what());
        for (const InitializationScheme &scheme : initializationSchemes())
            QVERIFY(error.accepted().text().find(scheme.name) != std::string::npos);
    }
}

void TestInitialization::unusableSettingsNameTheOption()
{
    QCOMPARE(refusedOption({}), "");
    QCOMPARE(refusedOption({.range = -0.1}), "init-range");
    QCOMPARE(refusedOption({.range = 101}), "init-range");
    QCOMPARE(refusedOption({.range = std::nan("")}), "init-range");
    QCOMPARE(refusedOption({.biasConstant = -100}), "");
    QCOMPARE(refusedOption({.biasConstant = -101}), "init-bias");
    QCOMPARE(refusedOption({.biasConstant = HUGE_VAL}), "init-bias");
}

QTEST_GUILESS_MAIN(TestInitialization)
#include "tst_initialization.moc"
