// Confusion matrices, R², principal components of the last hidden layer and maps of units against scikit-learn's and PyTorch's
// (make_network_views.py), and what is refused.
#include "core/base/errors.h"
#include "core/diagnostics/confusion.h"
#include "core/diagnostics/hidden_space.h"
#include "core/diagnostics/unit_map.h"
#include "core/engine/eigen_backend.h"
#include "tests/support/diagnostics_cases.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace actiscope;

namespace {

QJsonObject references()
{
    static const QJsonObject json = reference::readJson("network_views.json");
    return json;
}

Cohort cohortOfFile(const QString &name)
{
    return reference::diagnosticsCohort(reference::readJson("diagnostics/" + name + ".json"));
}

/** The moment at which the one model has its initial parameters. */
TrainingState momentOf(const Cohort &cohort)
{
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    return backend->state();
}

template <class Request>
QString optionRefusedFor(Request request)
{
    try {
        request();
    } catch (const ConfigurationError &error) {
        return QString::fromStdString(error.option());
    }
    return "nothing";
}

} // namespace

class TestNetworkViews : public QObject {
    Q_OBJECT

private slots:
    void answersAreScikitLearns_data() { everyNetwork(); }
    void answersAreScikitLearns();
    void determinationIsScikitLearns();
    void componentsAreScikitLearns_data() { everyNetwork(); }
    void componentsAreScikitLearns();
    void componentsAreTurnedTheSameWayWhateverTheSigns();
    void mapsArePyTorchs_data() { everyNetwork(); }
    void mapsArePyTorchs();
    void accuracyIsTheEvaluators();
    void whatIsNotFiniteHasNoHiddenSpace();
    void wrongRequestsAreRefused();

private:
    void everyNetwork();
};

void TestNetworkViews::everyNetwork()
{
    QTest::addColumn<QString>("name");
    const QStringList names = references().value("views").toObject().keys();
    QCOMPARE(names.size(), reference::diagnosticsNames(false).size());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestNetworkViews::answersAreScikitLearns()
{
    QFETCH(QString, name);
    const QJsonObject expected = references().value("views").toObject().value(name).toObject();
    const Cohort cohort = cohortOfFile(name);
    const Answers answers = answersOf(cohort, momentOf(cohort), 0);
    for (const AnswerQuality &quality : {answers.train, answers.test}) { // which are the same points
        QCOMPARE(quality.confusion.has_value(), expected.contains("confusion"));
        QCOMPARE(quality.determination.has_value(), expected.contains("determination"));
        if (!quality.confusion) {
            QVERIFY(tolerance::sameDiagnostic(*quality.determination, expected.value("determination").toDouble()));
            continue;
        }
        const std::vector<double> counts = reference::doubles(expected.value("confusion"));
        QVERIFY(std::ranges::equal(quality.confusion->counts, counts, {}, [](std::int64_t count) { return static_cast<double>(count); }));
        QCOMPARE(quality.confusion->accuracy(), expected.value("accuracy").toDouble());
        QCOMPARE(quality.confusion->points(), static_cast<std::int64_t>(cohort.data->train.count()));
        for (int label = 0; label < quality.confusion->classes; ++label)
            QCOMPARE(quality.confusion->pointsOf(label), std::ranges::count(cohort.data->train.labels, label));
    }
}

void TestNetworkViews::determinationIsScikitLearns()
{
    for (const auto &entry : references().value("determinations").toArray()) {
        const QJsonObject json = entry.toObject();
        const double found = determination(reference::doubles(json.value("targets")), reference::doubles(json.value("predictions")),
                                           static_cast<std::size_t>(json.value("count").toInt()));
        QVERIFY(tolerance::sameDiagnostic(found, json.value("r2").toDouble()));
    }
    const double notANumber = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(std::isnan(determination(std::vector{1.0, 2.0}, std::vector{notANumber, 2.0}, 1)));
    QVERIFY(std::isnan(determination(std::vector{2.0, 2.0}, std::vector{notANumber, 2.0}, 1)));
    QVERIFY(std::isnan(determination(std::vector{2.0}, std::vector{2.0}, 1)));
}

void TestNetworkViews::componentsAreScikitLearns()
{
    QFETCH(QString, name);
    const QJsonObject expected = references().value("views").toObject().value(name).toObject().value("hidden_space").toObject();
    const Cohort cohort = cohortOfFile(name);
    const std::optional<HiddenSpace> space = hiddenSpaceOf(cohort, momentOf(cohort), 0);
    QCOMPARE(space.has_value(), !expected.isEmpty());
    if (!space)
        return;
    const std::vector<double> points = reference::doubles(expected.value("points")), shares = reference::doubles(expected.value("shares"));
    QCOMPARE(space->points.size() * 2, points.size());
    const double largest = std::abs(*std::ranges::max_element(points, {}, [](double value) { return std::abs(value); }));
    for (std::size_t i = 0; i < points.size(); ++i)
        QVERIFY(std::abs(space->points[i / 2][i % 2] - points[i]) <= tolerance::principalComponentRelative * largest);
    for (std::size_t k = 0; k < 2; ++k)
        QVERIFY(std::abs(space->shares[k] - shares[k]) <= tolerance::principalComponentRelative);
}

/** Units whose weights are negated, in a layer where f is odd, are the same space seen from the other side. */
void TestNetworkViews::componentsAreTurnedTheSameWayWhateverTheSigns()
{
    Cohort cohort = cohortOfFile("tanh_saturated");
    const auto before = hiddenSpaceOf(cohort, momentOf(cohort), 0);
    LinearParameters &last = cohort.models.front().initial.layers[2];
    for (std::vector<double> *part : {&last.weight, &last.bias})
        std::ranges::transform(*part, part->begin(), std::negate<>());
    const auto after = hiddenSpaceOf(cohort, momentOf(cohort), 0);
    QVERIFY(before && after);
    for (std::size_t i = 0; i < before->points.size(); ++i) {
        for (std::size_t k = 0; k < 2; ++k)
            QVERIFY(std::abs(before->points[i][k] - after->points[i][k]) <= 1e-12);
    }
}

void TestNetworkViews::mapsArePyTorchs()
{
    QFETCH(QString, name);
    const QJsonArray layers = references().value("views").toObject().value(name).toObject().value("maps").toArray();
    const Cohort cohort = cohortOfFile(name);
    if (cohort.shape.inputs != 2)
        return;
    const QJsonObject g = references().value("grid").toObject();
    const GridSpec grid{g.value("x_min").toDouble(), g.value("x_max").toDouble(), g.value("y_min").toDouble(),
                        g.value("y_max").toDouble(), g.value("width").toInt(),    g.value("height").toInt()};
    const TrainingState moment = momentOf(cohort);
    const auto maps = unitMaps(cohort, moment, 0, grid);
    QCOMPARE(std::ssize(maps), layers.size());
    const auto isSame = [](double found, double expected) {
        return std::abs(found - expected) <= tolerance::unitMapRelative * std::max(1.0, std::abs(expected));
    };
    for (std::size_t layer = 0; layer < maps.size(); ++layer) {
        const QJsonArray units = layers[static_cast<qsizetype>(layer)].toArray();
        QCOMPARE(std::ssize(maps[layer]), units.size());
        for (std::size_t unit = 0; unit < maps[layer].size(); ++unit) {
            const QJsonObject json = units[static_cast<qsizetype>(unit)].toObject();
            const std::vector<double> z = reference::doubles(json.value("z")), f = reference::doubles(json.value("f"));
            QVERIFY(std::ranges::equal(maps[layer][unit].preActivations, z, isSame));
            QVERIFY(std::ranges::equal(maps[layer][unit].outputs, f, isSame));
            const UnitMap alone = unitMap(cohort, moment, 0, {layer, unit}, grid);
            QVERIFY(alone.outputs == maps[layer][unit].outputs && alone.preActivations == maps[layer][unit].preActivations);
        }
    }
}

/** Of a run: the share of right answers is the accuracy that the curves show. */
void TestNetworkViews::accuracyIsTheEvaluators()
{
    Experiment experiment = defaultExperiment();
    generated(experiment.data).samples = 200;
    experiment.hidden = {8};
    const Cohort cohort = makeCohort(experiment);
    const auto backend = makeEigenBackend();
    backend->load(cohort);
    backend->advance(20);
    const TrainingState moment = backend->state();
    const std::vector<EpochFigures> figures = backend->evaluate();
    for (std::size_t model = 0; model < 2; ++model) {
        const Answers answers = answersOf(cohort, moment, model);
        QCOMPARE(answers.train.confusion->accuracy(), figures[model].trainAccuracy);
        QCOMPARE(answers.test.confusion->accuracy(), figures[model].testAccuracy);
        QCOMPARE(answers.train.confusion->points(), 160);
        QCOMPARE(answers.test.confusion->points(), 40);
    }
}

void TestNetworkViews::whatIsNotFiniteHasNoHiddenSpace()
{
    Cohort cohort = cohortOfFile("relu_killed");
    cohort.models.front().initial.layers[1].weight[0] = std::numeric_limits<double>::quiet_NaN();
    const TrainingState moment = momentOf(cohort);
    QVERIFY(!hiddenSpaceOf(cohort, moment, 0));
    const UnitMap map = unitMap(cohort, moment, 0, {1, 0}, {.width = 3, .height = 2});
    QVERIFY(std::ranges::all_of(map.outputs, [](float value) { return std::isnan(value); }));
}

void TestNetworkViews::wrongRequestsAreRefused()
{
    const Cohort plane = cohortOfFile("relu_killed"), space = cohortOfFile("tanh_saturated");
    const TrainingState moment = momentOf(plane);
    QCOMPARE(optionRefusedFor([&] { answersOf(plane, moment, 1); }), "model");
    QCOMPARE(optionRefusedFor([&] { hiddenSpaceOf(plane, moment, 1); }), "model");
    QCOMPARE(optionRefusedFor([&] { unitMaps(plane, moment, 1, {}); }), "model");
    QCOMPARE(optionRefusedFor([&] { unitMap(plane, moment, 0, {0, 9}, {}); }), "unit");
    QCOMPARE(optionRefusedFor([&] { unitMap(plane, moment, 0, {2, 0}, {}); }), "unit");
    QCOMPARE(optionRefusedFor([&] { unitMaps(space, momentOf(space), 0, {}); }), "inputs");
}

QTEST_GUILESS_MAIN(TestNetworkViews)
#include "tst_network_views.moc"
