// Weights, biases and units that are changed by hand while a run trains: which number it is, that a run is replayed to the last bit (tst_timeline seeks
// before and after such changes, too), and what is refused.
#include "core/base/errors.h"
#include "core/diagnostics/diagnostics.h"
#include "core/engine/eigen_backend.h"
#include "core/training/parameter_change.h"
#include "tests/core/training/session_fixture.h"
#include "tests/support/rewound_run.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** 2-5-4-2, three models. */
Experiment editedExperiment(const char *activation = "relu", const char *optimizer = "adam")
{
    Experiment experiment = changedExperiment(7);
    setActivations(experiment, std::vector{parseActivationSpec(activation), parseActivationSpec("leaky_relu"), parseActivationSpec("tanh")});
    for (ModelConfiguration &model : experiment.models)
        model.optimizer = optimizerChoice(optimizer).settings;
    experiment.stop.epochs = 400;
    return experiment;
}

/** Every parameter of the model, in which a change may have touched only one. */
std::vector<double> numbersOf(const ModelParameters &parameters)
{
    std::vector<double> all;
    for (const LinearParameters &layer : parameters.layers) {
        all.insert(all.end(), layer.weight.begin(), layer.weight.end());
        all.insert(all.end(), layer.bias.begin(), layer.bias.end());
    }
    return all;
}

std::ptrdiff_t countDifferent(const std::vector<double> &a, const std::vector<double> &b)
{
    std::ptrdiff_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        count += a[i] != b[i] ? 1 : 0;
    return count;
}

} // namespace

class TestParameterChange : public QObject {
    Q_OBJECT

private slots:
    void oneNumberIsChangedAndNoOther();
    void aUnitThatIsOffSaysNothingMore_data();
    void aUnitThatIsOffSaysNothingMore();
    void figuresAreThoseOfTheChangedNetwork();
    void whatAModelDoesNotHaveIsRefused_data();
    void whatAModelDoesNotHaveIsRefused();
    void aRewoundSessionBranches();
    void aSessionTellsWhatItRefuses();
};

void TestParameterChange::oneNumberIsChangedAndNoOther()
{
    const auto backend = makeEigenBackend();
    const auto run = recorded(*backend, newRecord(editedExperiment()));
    run->advance(20);
    const TrainingState before = *run->snapshot(std::nullopt).moment;
    run->apply(weightChange(1, {1, 3, 2}, 0.625));
    run->apply(biasChange(1, 2, 1, -0.25));
    const TrainingState after = *run->snapshot(std::nullopt).moment;
    QVERIFY(after.models[0] == before.models[0] && after.models[2] == before.models[2]);
    const ModelParameters parameters = after.models[1].parameters();
    QCOMPARE(parameters.layers[1].weight[3 * 5 + 2], 0.625);
    QCOMPARE(parameters.layers[2].bias[1], -0.25);
    QCOMPARE(countDifferent(numbersOf(parameters), numbersOf(before.models[1].parameters())), 2);
    QVERIFY(after.models[1].firstMoment() == before.models[1].firstMoment());
    QVERIFY(after.models[1].secondMoment() == before.models[1].secondMoment());
    QVERIFY(backend->state() == after); // what trains on is what is shown
    QCOMPARE(run->record().changes.size(), std::size_t{2});
    QCOMPARE(run->record().changes.front().epoch, 20);
}

void TestParameterChange::aUnitThatIsOffSaysNothingMore_data()
{
    QTest::addColumn<QByteArray>("optimizer");
    for (const char *optimizer : {"adam", "sgd", "nesterov", "rmsprop", "adamw"})
        QTest::newRow(optimizer) << QByteArray(optimizer);
}

/** Also after training on, with momentum: of activations with f(0) = 0. */
void TestParameterChange::aUnitThatIsOffSaysNothingMore()
{
    QFETCH(QByteArray, optimizer);
    const auto backend = makeEigenBackend();
    const auto run = recorded(*backend, newRecord(editedExperiment("relu", optimizer)));
    run->advance(30);
    for (std::size_t model = 0; model < 3; ++model) {
        run->apply(unitOffChange(model, 0, 4));
        run->apply(unitOffChange(model, 1, 0));
    }
    for (const int epochs : {0, 25, 100}) {
        if (epochs > 0)
            run->advance(epochs);
        const Snapshot snapshot = run->snapshot(std::nullopt);
        for (std::size_t model = 0; model < 3; ++model) {
            const ModelParameters parameters = snapshot.moment->models[model].parameters();
            for (std::size_t row = 0; row < 4; ++row)
                QCOMPARE(parameters.layers[1].weight[row * 5 + 4], 0.0);
            for (std::size_t row = 0; row < 2; ++row)
                QCOMPARE(parameters.layers[2].weight[row * 4], 0.0);
            const Diagnostics found = diagnose(*snapshot.cohort, *snapshot.moment, model);
            QCOMPARE(found.layers[0].units[4].figures.sparsity, 1.0);
            QCOMPARE(found.layers[1].units[0].figures.sparsity, 1.0);
            QVERIFY(found.layers[1].figures.sparsity < 1);
        }
    }
}

void TestParameterChange::figuresAreThoseOfTheChangedNetwork()
{
    const auto backend = makeEigenBackend();
    const auto run = recorded(*backend, newRecord(editedExperiment()));
    run->advance(50);
    run->apply(weightChange(0, {2, 0, 1}, 30));
    const Snapshot shown = run->snapshot(std::nullopt);
    const auto evaluator = backend->evaluator();
    QVERIFY(evaluator->evaluate(*shown.moment, 0).testLoss == shown.models[0].current.testLoss);
    const Standing standing = standingOf(shown);
    run->advance(60);
    const Standing later = standingOf(run->snapshot(std::nullopt));
    run->seek(49);
    run->seek(50);
    QVERIFY(isSameStanding(standingOf(run->snapshot(std::nullopt)), standing));
    run->seek(110);
    QVERIFY(isSameStanding(standingOf(run->snapshot(std::nullopt)), later));
}

void TestParameterChange::whatAModelDoesNotHaveIsRefused_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("named");
    QTest::newRow("model") << weightChange(3, {0, 0, 0}, 1) << "model";
    QTest::newRow("layer") << weightChange(0, {3, 0, 0}, 1) << "layer";
    QTest::newRow("row") << weightChange(0, {0, 5, 0}, 1) << "unit";
    QTest::newRow("column") << weightChange(0, {0, 0, 2}, 1) << "input";
    QTest::newRow("bias of an output") << biasChange(0, 2, 2, 1) << "unit";
    QTest::newRow("output is no unit") << unitOffChange(0, 2, 0) << "layer";
    QTest::newRow("unit") << unitOffChange(0, 1, 4) << "unit";
    QTest::newRow("NaN") << weightChange(0, {0, 0, 0}, std::numeric_limits<double>::quiet_NaN()) << "weight";
    QTest::newRow("infinite") << biasChange(0, 0, 0, -std::numeric_limits<double>::infinity()) << "bias";
    QTest::newRow("too large for float") << weightChange(0, {0, 0, 0}, 1e39) << "weight";
    QTest::newRow("unit on") << Change{.model = 0, .setting = "unit", .value = "on", .place = ParameterPlace{}} << "unit";
    QTest::newRow("no place") << Change{.model = 0, .setting = "weight", .value = 1.0} << "weight";
    QTest::newRow("no model") << Change{.setting = "weight", .value = 1.0, .place = ParameterPlace{}} << "weight";
}

void TestParameterChange::whatAModelDoesNotHaveIsRefused()
{
    QFETCH(Change, change);
    QFETCH(QString, named);
    const auto backend = makeEigenBackend();
    const auto run = recorded(*backend, newRecord(editedExperiment()));
    run->advance(2);
    const Standing before = standingOf(run->snapshot(std::nullopt));
    try {
        run->apply(change);
        QFAIL("accepted");
    } catch (const ConfigurationError &error) {
        QCOMPARE(QString::fromStdString(error.option()), named);
    }
    QVERIFY(isSameStanding(standingOf(run->snapshot(std::nullopt)), before));
    QVERIFY(run->record().changes.empty());
}

void TestParameterChange::aRewoundSessionBranches()
{
    const auto session = smallSession();
    session->play();
    const auto end = awaitSnapshot(*session, inState(RunState::Finished));
    QVERIFY(end);
    session->seek(60);
    QVERIFY(awaitSnapshot(*session, [](const Snapshot &s) { return s.epoch == 60; }));
    session->apply(weightChange(0, {0, 7, 1}, 2.5));
    session->apply(weightChange(0, {0, 7, 0}, 1.5)); // another one, not instead of it
    const auto branch = awaitSnapshot(*session, [&](const Snapshot &s) { return s.run > end->run && s.record && s.record->changes.size() == 2; });
    QVERIFY(branch && branch->epoch == 60);
    QCOMPARE(branch->moment->models[0].parameters().layers[0].weight[15], 2.5);
    QCOMPARE(branch->moment->models[0].parameters().layers[0].weight[14], 1.5);
    QVERIFY(branch->models[0].current != end->models[0].history[60]);
    QVERIFY(branch->models[1].current == end->models[1].history[60]);
    QVERIFY(session->runs().find(end->run));
}

void TestParameterChange::aSessionTellsWhatItRefuses()
{
    const auto session = smallSession();
    session->play();
    QVERIFY(awaitSnapshot(*session, inState(RunState::Finished)));
    session->seek(10);
    const auto before = awaitSnapshot(*session, [](const Snapshot &s) { return s.epoch == 10; });
    QVERIFY(before);
    session->apply(weightChange(0, {0, 0, 2}, 1)); // there are two inputs
    const auto refused = awaitSnapshot(*session, [](const Snapshot &s) { return !s.message.empty(); });
    QVERIFY(refused && refused->run == before->run && refused->state == RunState::Paused);
    QVERIFY(refused->message.text().find("input") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestParameterChange)
#include "tst_parameter_change.moc"
