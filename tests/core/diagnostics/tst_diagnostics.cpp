// Diagnostics of networks against PyTorch's and NumPy's (make_diagnostics.py), the epochs at which units die, histograms, wrong requests.
#include "core/base/errors.h"
#include "core/diagnostics/layer_figures.h"
#include "core/engine/eigen_backend.h"
#include "tests/support/diagnostics_cases.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace actiscope;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/** Collects what differs, each with its place. */
class Comparison {
public:
    void same(const QString &what, double computed, double expected)
    {
        if (!tolerance::sameDiagnostic(computed, expected))
            m_differences.append(
                QStringLiteral("%1: %2 instead of %3").arg(what, QString::number(computed, 'g', 17), QString::number(expected, 'g', 17)));
    }
    void same(const QString &what, const Histogram &computed, const QJsonObject &expected)
    {
        same(what + " low", computed.range.low, expected.value("low").toDouble());
        same(what + " high", computed.range.high, expected.value("high").toDouble());
        same(what + " below", static_cast<double>(computed.below), expected.value("below").toDouble());
        same(what + " above", static_cast<double>(computed.above), expected.value("above").toDouble());
        same(what + " nan", static_cast<double>(computed.nan), 0);
        const QJsonArray counts = expected.value("counts").toArray();
        same(what + " bins", static_cast<double>(computed.counts.size()), static_cast<double>(counts.size()));
        for (qsizetype bin = 0; bin < std::min<qsizetype>(std::ssize(computed.counts), counts.size()); ++bin)
            same(what + QStringLiteral(" bin %1").arg(bin), static_cast<double>(computed.counts[static_cast<std::size_t>(bin)]),
                 counts[bin].toDouble());
    }
    void same(const QString &what, const UnitFigures &computed, const QJsonObject &expected)
    {
        const auto figure = [&](const char *name) { return expected.value(QLatin1String(name)).toDouble(notANumber); };
        same(what + " sparsity", computed.sparsity, figure("sparsity"));
        same(what + " saturated", computed.saturated, figure("saturated"));
        same(what + " mean", computed.mean, figure("mean"));
        same(what + " variance", computed.variance, figure("variance"));
        same(what + " mean |f'|", computed.meanAbsoluteSlope, figure("mean_absolute_slope"));
        same(what + " gradient norm", computed.gradientNorm, figure("gradient_norm"));
        same(what + " nan", static_cast<double>(computed.nan), 0);
    }
    void same(const QString &what, const LayerDiagnostics &computed, const QJsonObject &expected)
    {
        same(what, computed.figures, expected.value("figures").toObject());
        same(what + " product", computed.slopeProduct, expected.value("slope_product").toDouble());
        const QJsonValue alpha = expected.value("learned_alpha");
        same(what + " learns", computed.learnedAlpha.has_value(), !alpha.isNull());
        same(what + " alpha", computed.learnedAlpha.value_or(0), alpha.toDouble());
        same(what + " pre-activations", computed.preActivations, expected.value("pre_activations").toObject());
        same(what + " outputs", computed.outputs, expected.value("outputs").toObject());
        const QJsonArray units = expected.value("units").toArray();
        const QJsonArray dead = expected.value("dead").toArray();
        same(what + " units", static_cast<double>(computed.units.size()), static_cast<double>(units.size()));
        int deadUnits = 0;
        for (qsizetype u = 0; u < std::min<qsizetype>(std::ssize(computed.units), units.size()); ++u) {
            const UnitDiagnostics &unit = computed.units[static_cast<std::size_t>(u)];
            const QString name = what + QStringLiteral(" unit %1").arg(u);
            same(name, unit.figures, units[u].toObject());
            same(name + " dead", unit.isDead, dead[u].toBool());
            deadUnits += dead[u].toBool() ? 1 : 0;
        }
        same(what + " dead units", static_cast<double>(computed.deadUnits()), deadUnits);
    }
    const QStringList &differences() const { return m_differences; }

private:
    QStringList m_differences;
};

/** Two hidden layers of three ReLU units on a few points. */
Cohort smallCohort()
{
    Experiment experiment = defaultExperiment();
    generated(experiment.data).samples = 30;
    experiment.hidden = {3, 3};
    return makeCohort(experiment);
}

template <class Request>
QString optionRefusedBy(Request request)
{
    try {
        request();
    } catch (const ConfigurationError &error) {
        return QString::fromStdString(error.option() + "=" + error.given());
    }
    return "nothing";
}

} // namespace

class TestDiagnostics : public QObject {
    Q_OBJECT

private slots:
    void figuresArePyTorchs_data();
    void figuresArePyTorchs();
    void unitsDieWhenPyTorchsDo_data();
    void unitsDieWhenPyTorchsDo();
    void withoutLastAliveNobodyKnowsSinceWhen();
    void aUnitIsDeadWhereItsDerivativeIsZeroWhateverTheActivation_data();
    void aUnitIsDeadWhereItsDerivativeIsZeroWhateverTheActivation();
    void parametersThatAreNotNumbersAreCounted();
    void histogramIsNumPys_data();
    void histogramIsNumPys();
    void histogramCountsEverythingOnce();
    void theMiddleIsBetweenTwoOrderStatistics();
    void figuresOfLayersAreFoundByName();
    void wrongRequestIsRefused();
    void penaltiesAreNotInTheGradient();
    void withoutHistogramsTheRestIsTheSame();
};

void TestDiagnostics::figuresArePyTorchs_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : reference::diagnosticsNames(false))
        QTest::newRow(qPrintable(name)) << name;
}

void TestDiagnostics::figuresArePyTorchs()
{
    QFETCH(QString, name);
    const QJsonObject json = reference::readJson("diagnostics/" + name);
    const QJsonObject expected = json.value("diagnostics").toObject();
    const Cohort cohort = reference::diagnosticsCohort(json);
    const DiagnosticsSettings settings = reference::diagnosticsSettings(json);
    const Diagnostics computed = diagnose(cohort, 0, cohort.models.front().initial, {}, settings);

    Comparison comparison;
    comparison.same("loss", computed.loss, expected.value("loss").toDouble());
    const QJsonArray layers = expected.value("layers").toArray();
    QCOMPARE(std::ssize(computed.layers), layers.size());
    for (qsizetype l = 0; l < layers.size(); ++l)
        comparison.same(QStringLiteral("layer %1").arg(l), computed.layers[static_cast<std::size_t>(l)], layers[l].toObject());
    const QJsonObject output = expected.value("output").toObject();
    comparison.same("output mean", computed.output.mean, output.value("mean").toDouble());
    comparison.same("output variance", computed.output.variance, output.value("variance").toDouble());
    comparison.same("output gradient norm", computed.output.gradientNorm, output.value("gradient_norm").toDouble());
    comparison.same("output", computed.output.outputs, output.value("outputs").toObject());
    const QJsonArray units = expected.value("units").toArray();
    QCOMPARE(std::ssize(computed.units), units.size());
    for (qsizetype i = 0; i < units.size(); ++i) {
        const UnitHistograms &histograms = computed.units[static_cast<std::size_t>(i)];
        QVERIFY(histograms.unit == settings.units[static_cast<std::size_t>(i)]);
        comparison.same(QStringLiteral("histogram %1, pre-activations").arg(i), histograms.preActivations,
                        units[i].toObject().value("pre_activations").toObject());
        comparison.same(QStringLiteral("histogram %1, outputs").arg(i), histograms.outputs,
                        units[i].toObject().value("outputs").toObject());
    }
    QVERIFY2(comparison.differences().isEmpty(), qPrintable(comparison.differences().join('\n')));
}

void TestDiagnostics::unitsDieWhenPyTorchsDo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("single");
    for (const QString &name : reference::diagnosticsNames(true)) {
        QTest::addRow("%s in double", qPrintable(name)) << name << false;
        QTest::addRow("%s in float", qPrintable(name)) << name << true;
    }
}

void TestDiagnostics::unitsDieWhenPyTorchsDo()
{
    QFETCH(QString, name);
    QFETCH(bool, single);
    const auto backend = makeEigenBackend(single ? Precision::Float : Precision::Double);
    const QString difference = reference::compareDeaths(*backend, reference::readJson("diagnostics/" + name));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestDiagnostics::withoutLastAliveNobodyKnowsSinceWhen()
{
    const Cohort cohort = reference::diagnosticsCohort(reference::readJson("diagnostics/relu_killed.json"));
    const ModelParameters &parameters = cohort.models.front().initial;
    const Diagnostics unknown = diagnose(cohort, 0, parameters);
    QVERIFY(unknown.layers[0].deadUnits() > 0);
    QVERIFY(std::ranges::none_of(reference::deathsOf(unknown), [](const auto &since) { return since.has_value(); }));
    // Before the first epoch nothing has been alive: what is dead has been from epoch 0.
    const Diagnostics known = diagnose(cohort, 0, parameters, std::vector<std::int64_t>(15, -1));
    for (const LayerDiagnostics &layer : known.layers) {
        for (const UnitDiagnostics &unit : layer.units)
            QVERIFY(unit.deadSince == (unit.isDead ? std::optional<std::int64_t>(0) : std::nullopt));
    }
}

void TestDiagnostics::aUnitIsDeadWhereItsDerivativeIsZeroWhateverTheActivation_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<double>("bias");
    QTest::addColumn<bool>("dead");
    for (const reference::FarUnits &far : reference::farUnits())
        QTest::addRow("%s at %g", far.activation, far.bias) << far.activation << far.bias << far.isDead;
}

void TestDiagnostics::aUnitIsDeadWhereItsDerivativeIsZeroWhateverTheActivation()
{
    QFETCH(QString, spec);
    QFETCH(double, bias);
    QFETCH(bool, dead);
    const Cohort cohort = reference::cohortOfFarUnits(spec, bias);
    const ModelParameters &parameters = cohort.models.front().initial;
    const Diagnostics diagnostics = diagnose(cohort, 0, parameters, std::vector<std::int64_t>(6, -1));
    for (const LayerDiagnostics &layer : diagnostics.layers) {
        QCOMPARE(layer.deadUnits(), std::size_t{dead ? 3u : 0u});
        QCOMPARE(layer.figures.meanAbsoluteSlope == 0, dead);
        QCOMPARE(layer.units[0].deadSince.has_value(), dead);
    }
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    backend->advance(2);
    QCOMPARE(backend->lastAlive(0), std::vector<std::int64_t>(6, dead ? -1 : 1));
}

void TestDiagnostics::parametersThatAreNotNumbersAreCounted()
{
    const Cohort cohort = smallCohort();
    const auto samples = static_cast<std::int64_t>(cohort.data->train.count());
    ModelParameters parameters = cohort.models.front().initial;
    parameters.layers[0].bias[1] = notANumber;
    const LayerDiagnostics one = diagnose(cohort, 0, parameters).layers[0];
    QCOMPARE(one.figures.nan, samples);
    QCOMPARE(one.preActivations.nan, samples);
    QCOMPARE(one.outputs.nan, samples);
    QVERIFY(std::isnan(one.figures.mean) && std::isnan(one.figures.sparsity) && std::isnan(one.figures.saturated));
    QVERIFY(std::isnan(one.units[1].figures.meanAbsoluteSlope) && !one.units[1].isDead);
    QVERIFY(std::isfinite(one.units[0].figures.mean) && std::isfinite(one.units[2].figures.sparsity));

    for (LinearParameters &layer : parameters.layers)
        std::ranges::fill(layer.weight, notANumber);
    const Diagnostics all = diagnose(cohort, 0, parameters, {}, {.units = {{1, 2}}});
    QVERIFY(std::isnan(all.loss));
    for (const LayerDiagnostics &layer : all.layers) {
        QCOMPARE(layer.figures.nan, 3 * samples);
        QCOMPARE(layer.deadUnits(), std::size_t{0});
        QVERIFY(std::isnan(layer.slopeProduct));
        QVERIFY(std::isnan(layer.figures.gradientNorm));
    }
    QCOMPARE(all.units[0].outputs.nan, samples);
    QCOMPARE(all.output.outputs.nan, 2 * samples);
}

void TestDiagnostics::histogramIsNumPys_data()
{
    QTest::addColumn<int>("index");
    const auto cases = reference::readJsonArray("datasets/histograms.json");
    for (int i = 0; i < cases.size(); ++i)
        QTest::newRow(qPrintable(cases[i].toObject().value("name").toString())) << i;
}

void TestDiagnostics::histogramIsNumPys()
{
    QFETCH(int, index);
    const QJsonObject json = reference::readJsonArray("datasets/histograms.json")[index].toObject();
    const auto values = reference::doubles(json.value("values"));
    Comparison comparison;
    comparison.same("histogram", histogram(values, json.value("bins").toInt(), reference::histogramRange(json.value("range"))), json);
    QVERIFY2(comparison.differences().isEmpty(), qPrintable(comparison.differences().join('\n')));
}

void TestDiagnostics::histogramCountsEverythingOnce()
{
    const std::vector<double> values = {-infinity, -3, -1, 0, 0.5, 1, 1.0000001, notANumber, infinity, infinity};
    const Histogram given = histogram(values, 4, HistogramRange{-1, 1});
    QCOMPARE(given.counts, (std::vector<std::int64_t>{1, 0, 1, 2}));
    QCOMPARE(given.below, 2);
    QCOMPARE(given.above, 3);
    QCOMPARE(given.nan, 1);
    const Histogram own = histogram(values, 2, std::nullopt);
    QVERIFY((own.range == HistogramRange{-3, 1.0000001}));
    QCOMPARE(own.counts, (std::vector<std::int64_t>{2, 4}));
    QCOMPARE(own.below + own.above + own.nan, 4);
    const Histogram none = histogram(std::vector<double>{notANumber, infinity}, 3, std::nullopt);
    QVERIFY((none.range == HistogramRange{0, 1}));
    QCOMPARE(none.counts, (std::vector<std::int64_t>{0, 0, 0}));
    // A range that overflows a double.
    const double most = std::numeric_limits<double>::max();
    QCOMPARE(histogram(std::vector<double>{-most, 0, most}, 2, std::nullopt).counts, (std::vector<std::int64_t>{1, 2}));
}

/** Against sorted values, and by hand. */
void TestDiagnostics::theMiddleIsBetweenTwoOrderStatistics()
{
    const std::vector<double> four{3, 1, 2, 0};
    QVERIFY(middleOf(four, 1) == (HistogramRange{0, 3}));
    QVERIFY(middleOf(four, 0.5) == (HistogramRange{0, 3})); // np.quantile(four, 0.25, method="lower"), (0.75, method="higher")
    QVERIFY(middleOf(four, 0.3) == (HistogramRange{1, 2}));
    QVERIFY(middleOf(std::vector{notANumber, 5.0, -infinity, infinity}, 0.9) == (HistogramRange{5, 5}));
    QVERIFY(!middleOf(std::vector{notANumber}, 0.9));
    std::vector<double> many;
    for (int i = 0; i < 1001; ++i)
        many.push_back((i * 389) % 1001); // each of 0 … 1000 once
    QVERIFY(middleOf(many, 0.98) == (HistogramRange{10, 990}));
    const Cohort cohort = smallCohort();
    const Diagnostics found = diagnose(cohort, 0, cohort.models.front().initial, {}, {.units = {{1, 2}}});
    QVERIFY(found.layers[0].middle->low >= found.layers[0].preActivations.range.low);
    QVERIFY(found.layers[0].middle->high <= found.layers[0].preActivations.range.high);
    QVERIFY(found.units[0].middle->high <= found.units[0].preActivations.range.high);
}

void TestDiagnostics::figuresOfLayersAreFoundByName()
{
    const Cohort cohort = smallCohort();
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    const TrainingState moment = backend->state();
    const Diagnostics expected = diagnose(cohort, moment, 0);
    for (const LayerFigure &figure : layerFigures()) {
        QVERIFY(findLayerFigure(figure.name) == &figure);
        QVERIFY(!figure.lookFor.empty());
        const std::vector<double> values = figureByLayer(figure, cohort, moment, 0);
        QCOMPARE(values.size(), std::size_t{2});
        QVERIFY(!figure.ofUnit || values[1] == expected.layers[1].figures.*figure.ofUnit);
    }
    QCOMPARE(figureByLayer(*findLayerFigure("slope_product"), cohort, moment, 0)[1], expected.layers[1].slopeProduct);
    QVERIFY(std::isnan(figureByLayer(*findLayerFigure("learned_alpha"), cohort, moment, 0)[0])); // ReLU learns none
    QVERIFY(!findLayerFigure("speed"));
}

void TestDiagnostics::wrongRequestIsRefused()
{
    const Cohort cohort = smallCohort();
    const ModelParameters parameters = cohort.models.front().initial;
    const auto refused = [&](const DiagnosticsSettings &settings) {
        return optionRefusedBy([&] { diagnose(cohort, 0, parameters, {}, settings); });
    };
    QCOMPARE(refused({.bins = 0}), "bins=0");
    QCOMPARE(refused({.bins = -5}), "bins=-5");
    QCOMPARE(refused({.bins = maxHistogramBins + 1}), "bins=10001");
    QCOMPARE(refused({.bins = maxHistogramBins}), "nothing");
    QCOMPARE(refused({.saturation = 0}), "saturation=0");
    QCOMPARE(refused({.saturation = notANumber}), "saturation=nan");
    QCOMPARE(refused({.preActivationRange = HistogramRange{1, 1}}), "pre-activation-range=1,1");
    QCOMPARE(refused({.preActivationRange = HistogramRange{2, 1}}), "pre-activation-range=2,1");
    QCOMPARE(refused({.outputRange = HistogramRange{0, infinity}}), "output-range=0,inf");
    QCOMPARE(refused({.outputRange = HistogramRange{notANumber, 0}}), "output-range=nan,0");
    QCOMPARE(refused({.units = {{0, 2}, {2, 0}}}), "unit=2,0");
    QCOMPARE(refused({.units = {{1, 3}}}), "unit=1,3");
    QCOMPARE(refused({.units = {{1, 2}}}), "nothing");
    QCOMPARE(optionRefusedBy([&] { diagnose(cohort, 2, parameters); }), "model=2");
    QCOMPARE(optionRefusedBy([&] { diagnose(cohort, 0, parameters, std::vector<std::int64_t>(5)); }), "last-alive=5");
    ModelParameters shorter = parameters;
    shorter.layers.pop_back();
    QCOMPARE(optionRefusedBy([&] { diagnose(cohort, 0, shorter); }), "weights=2");
    Cohort linear = cohort;
    linear.shape.hidden.clear();
    QCOMPARE(optionRefusedBy([&] { diagnose(linear, 0, parameters, {}, {.units = {{0, 0}}}); }), "unit=0,0");
}

void TestDiagnostics::penaltiesAreNotInTheGradient()
{
    Cohort cohort = smallCohort();
    const ModelParameters parameters = cohort.models.front().initial;
    const double without = diagnose(cohort, 0, parameters).layers[1].figures.gradientNorm;
    cohort.models.front().optimizer.l1 = 0.5;
    cohort.models.front().optimizer.l2 = 0.5;
    cohort.models.front().optimizer.clipNorm = 1e-3;
    QVERIFY(without > 1e-3);
    QCOMPARE(diagnose(cohort, 0, parameters).layers[1].figures.gradientNorm, without);
}

void TestDiagnostics::withoutHistogramsTheRestIsTheSame()
{
    const Cohort cohort = smallCohort();
    const ModelParameters &parameters = cohort.models.front().initial;
    const Diagnostics with = diagnose(cohort, 0, parameters), without = diagnose(cohort, 0, parameters, {}, {.wantsHistograms = false});
    QCOMPARE(without.layers.size(), with.layers.size());
    for (std::size_t l = 0; l < with.layers.size(); ++l) {
        const LayerDiagnostics &one = with.layers[l], &other = without.layers[l];
        QVERIFY(one.figures.active == other.figures.active && one.figures.variance == other.figures.variance
                && one.figures.gradientNorm == other.figures.gradientNorm && one.slopeProduct == other.slopeProduct
                && one.deadUnits() == other.deadUnits());
        QVERIFY(!one.preActivations.counts.empty() && one.middle && other.preActivations.counts.empty() && other.outputs.counts.empty() && !other.middle);
    }
    QVERIFY(with.loss == without.loss && with.output.mean == without.output.mean && without.output.outputs.counts.empty());
    QVERIFY(!diagnose(cohort, 0, parameters, {}, {.units = {{1, 2}}, .wantsHistograms = false}).units[0].outputs.counts.empty()); // asked for
}

QTEST_GUILESS_MAIN(TestDiagnostics)
#include "tst_diagnostics.moc"
