// Settings that change while a run trains: which those are, and what is refused.
#include "core/base/errors.h"
#include "core/training/change.h"
#include "core/training/setting.h"
#include "tests/support/small_experiment.h"

#include <QTest>

using namespace actiscope;
using namespace actiscope::test;

class TestChange : public QObject {
    Q_OBJECT

private slots:
    void everyLiveSettingChangesItsModel();
    void parametersOfAFormulaChange();
    void whatCannotChangeIsRefusedByName_data();
    void whatCannotChangeIsRefusedByName();
    void differencesLeadFromOneToTheOther();
};

void TestChange::everyLiveSettingChangesItsModel()
{
    for (const std::string_view name : liveSettings()) {
        Change change{0, 1, std::string(name), 0.125};
        if (name == "activation")
            change.value = "leaky_relu:alpha=0.5";
        else if (name == "optimizer")
            change.value = "nesterov";
        else if (name == "schedule")
            change.value = "cosine";
        else if (findSetting(name)->kind == SettingKind::Whole)
            change.value = 77.0;
        const Experiment before = smallExperiment();
        Experiment after = before;
        applyChange(after, change);
        QVERIFY2(after != before, change.setting.c_str());
        QVERIFY2(after.models[0] == before.models[0], change.setting.c_str());
        QVERIFY2((after.models[1] != before.models[1]) == changesFigures(name), change.setting.c_str());
    }
    Experiment all = smallExperiment();
    applyChange(all, {0, {}, "learning-rate", 0.5});
    for (const ModelConfiguration &model : all.models)
        QCOMPARE(model.optimizer.learningRate, 0.5);
}

void TestChange::parametersOfAFormulaChange()
{
    Experiment experiment = smallExperiment();
    setActivations(experiment, std::vector{parseActivationSpec("formula:max(a*x,x),a=0.01")});
    const Activation *activation = experiment.models[0].activation().activation;
    applyChange(experiment, {0, 0, "activation", "formula:max(a*x,x),a=0.4"});
    QCOMPARE(experiment.models[0].activation().parameters.front(), 0.4);
    QVERIFY(experiment.models[0].activation().activation == activation);
}

void TestChange::whatCannotChangeIsRefusedByName_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<ChangeValue>("value");
    QTest::addColumn<int>("model");
    QTest::addColumn<QString>("named");
    QTest::newRow("needs a new run") << "hidden" << ChangeValue("64") << -1 << "hidden";
    QTest::newRow("no such setting") << "speed" << ChangeValue(1.0) << 0 << "speed";
    QTest::newRow("another activation") << "activation" << ChangeValue("tanh") << 1 << "tanh";
    QTest::newRow("no activation") << "activation" << ChangeValue("leaky_relu:beta=1") << 1 << "leaky_relu";
    QTest::newRow("out of range") << "learning-rate" << ChangeValue(-1.0) << 0 << "learning-rate";
    QTest::newRow("no number") << "learning-rate" << ChangeValue("fast") << 0 << "fast";
    QTest::newRow("no model") << "learning-rate" << ChangeValue(0.1) << 9 << "9";
    QTest::newRow("half an epoch") << "epochs" << ChangeValue(10.5) << -1 << "10.5";
    QTest::newRow("NaN epochs") << "epochs" << ChangeValue(std::numeric_limits<double>::quiet_NaN()) << -1 << "epochs";
    QTest::newRow("no optimiser") << "optimizer" << ChangeValue("magic") << 0 << "magic";
}

void TestChange::whatCannotChangeIsRefusedByName()
{
    QFETCH(QString, setting);
    QFETCH(ChangeValue, value);
    QFETCH(int, model);
    QFETCH(QString, named);
    const Experiment before = smallExperiment();
    Experiment experiment = before;
    const Change change{0, model < 0 ? std::nullopt : std::optional<std::size_t>(model), setting.toStdString(), value};
    try {
        applyChange(experiment, change);
        QFAIL("accepted");
    } catch (const ConfigurationError &error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(named), error.what());
    }
    QVERIFY(experiment == before);
}

void TestChange::differencesLeadFromOneToTheOther()
{
    const Experiment before = smallExperiment();
    Experiment after = before;
    after.models[0].optimizer = optimizerChoice("nesterov").settings;
    after.models[0].optimizer.learningRate = 0.3;
    after.models[0].optimizer.momentum = 0.7;
    after.models[1].optimizer.clipNorm = 2;
    after.models[1].activations = {parseActivationSpec("leaky_relu:alpha=0.3")};
    after.stop.epochs = 55;
    Experiment found = before;
    for (const Change &change : changesBetween(before, after, 12)) {
        QCOMPARE(change.epoch, 12);
        applyChange(found, change);
    }
    QVERIFY(found == after);
    QVERIFY(changesBetween(after, after).empty());
}

QTEST_GUILESS_MAIN(TestChange)
#include "tst_change.moc"
