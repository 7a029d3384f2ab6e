// What is said of models that are compared: true for every setting of the table, and true of the weights they start from.
#include "core/io/ready_experiments.h"
#include "core/training/difference_text.h"
#include "core/training/setting.h"
#include "tests/support/small_experiment.h"

#include <QTest>

#include <algorithm>

using namespace actiscope;
using namespace actiscope::test;

namespace {

std::string text(const Experiment &experiment)
{
    return differenceText(experiment).text.text();
}

/** Two models that are the same. */
Experiment twins()
{
    Experiment experiment = smallExperiment();
    experiment.models.assign(2, experiment.models[0]);
    return experiment;
}

/** A value of the second model that the first does not have. */
SettingValue otherThan(const Setting &setting, const SettingValue &value)
{
    if (setting.kind == SettingKind::Name) {
        const std::vector<SettingChoice> choices = setting.choices();
        const auto other =
            std::ranges::find_if(choices, [&](const SettingChoice &each) { return value != SettingValue(std::string(each.name)); });
        return std::string(other->name);
    }
    if (setting.kind == SettingKind::Activations)
        return std::vector<std::string>{"tanh"};
    return setting.kind == SettingKind::Whole ? 7.0 : 0.3125;
}

} // namespace

class TestDifferenceText : public QObject {
    Q_OBJECT

private slots:
    void theArticleDiffersInTheActivationOnly();
    void oneModelAndTwinsAreSaidToBeSuch();
    void twoThingsAreAWarning();
    void aParameterIsNamedByItsSymbol();
    void whatComesWithAChoiceIsNotCounted();
    void everySettingOfAModelIsNamed();
    void weightsThatAreSaidToBeTheSameAre();
    void theStartSaysWhatIsTrue();
};

void TestDifferenceText::theArticleDiffersInTheActivationOnly()
{
    const DifferenceText difference = differenceText(defaultExperiment());
    QCOMPARE(difference.text.text(), std::string("Only the activation differs. Same data, weights (seed 42) and batches."));
    QVERIFY(!difference.isWarning());
}

void TestDifferenceText::oneModelAndTwinsAreSaidToBeSuch()
{
    Experiment experiment = twins();
    QCOMPARE(text(experiment), std::string("Nothing differs: the models are the same."));
    experiment.models.resize(1);
    QCOMPARE(text(experiment), std::string("One model: add another to compare it with."));
    QVERIFY(!differenceText(experiment).isWarning());
}

void TestDifferenceText::twoThingsAreAWarning()
{
    Experiment experiment = defaultExperiment();
    experiment.models[1].optimizer.learningRate = 1;
    QCOMPARE(text(experiment), std::string("Two things differ: activation, learning rate."));
    QVERIFY(differenceText(experiment).isWarning());
    experiment.models[1].seeds = {7, 7, 7};
    QCOMPARE(text(experiment), std::string("Three things differ: activation, weights seed, learning rate."));
    for (const Setting &setting : settings()) {
        if (setting.isPerModel && setting.kind == SettingKind::Number && applies(setting, experiment, 1))
            setting.set(experiment, 1, setting.name == "init-range" ? 0.25 : 0.3125);
    }
    const DifferenceText many = differenceText(experiment);
    QVERIFY(many.count > 9);
    QVERIFY(many.text.text().starts_with(std::to_string(many.count) + " things differ: activation, "));
}

void TestDifferenceText::aParameterIsNamedByItsSymbol()
{
    Experiment experiment = twins();
    for (const auto &[model, spec] : {std::pair(0, "leaky_relu:alpha=0.01"), std::pair(1, "leaky_relu:alpha=0.2")})
        experiment.models[std::size_t(model)].activations = {parseActivationSpec(spec)};
    QCOMPARE(text(experiment), std::string("Only α differs. Same data, weights (seed 42) and batches."));
    experiment.models[1].optimizer.learningRate = 1;
    QCOMPARE(text(experiment), std::string("Two things differ: α, learning rate."));
}

void TestDifferenceText::whatComesWithAChoiceIsNotCounted()
{
    Experiment experiment = twins();
    experiment.models[1].optimizer = optimizerChoice("sgd").settings;
    QCOMPARE(text(experiment), std::string("Only the optimiser differs. Same data, weights (seed 42) and batches."));
    experiment = twins();
    experiment.models[1].schedule.kind = ScheduleKind::Step;
    QCOMPARE(text(experiment), std::string("Only the schedule differs. Same data, weights (seed 42) and batches."));
}

void TestDifferenceText::everySettingOfAModelIsNamed()
{
    for (const Setting &setting : settings()) {
        if (!setting.isPerModel)
            continue;
        Experiment experiment = twins();
        if (!applies(setting, experiment)) {
            for (const std::size_t model : {0u, 1u})
                findSetting(setting.selector)->set(experiment, model, std::string(choicesWith(setting).back()));
        }
        setting.set(experiment, 1, otherThan(setting, setting.get(experiment, 0)));
        QVERIFY2(*setting.noun, std::string(setting.name).c_str());
        const DifferenceText difference = differenceText(experiment);
        QVERIFY2(difference.text.text().find(setting.noun) != std::string::npos, difference.text.text().c_str());
        QVERIFY2(difference.text.text().starts_with("Only "), difference.text.text().c_str());
    }
}

void TestDifferenceText::weightsThatAreSaidToBeTheSameAre()
{
    for (const ReadyExperiment &ready : readyExperiments()) {
        Experiment experiment = ready.experiment;
        if (std::holds_alternative<ImageData>(experiment.data))
            experiment.data = ImageData(); // which are on every machine
        const Cohort cohort = makeCohort(experiment);
        const auto weights = [&cohort](std::size_t model) { return cohort.models[model].initial.layers; };
        bool areSame = true;
        for (std::size_t model = 1; model < cohort.models.size(); ++model) {
            for (std::size_t layer = 0; layer < weights(0).size(); ++layer)
                areSame = areSame && weights(model)[layer].weight == weights(0)[layer].weight
                          && weights(model)[layer].bias == weights(0)[layer].bias;
        }
        QCOMPARE(startText(ready.experiment).text().find("same weights") != std::string::npos, areSame);
        if (!differenceText(ready.experiment).isWarning())
            QCOMPARE(text(ready.experiment).find("weights (seed 42)") != std::string::npos, areSame);
    }
}

void TestDifferenceText::theStartSaysWhatIsTrue()
{
    Experiment experiment = defaultExperiment();
    QCOMPARE(startText(experiment).text(), std::string("Press Space: both networks start from the same weights."));
    experiment.models.push_back(experiment.models.front());
    QCOMPARE(startText(experiment).text(), std::string("Press Space: all networks start from the same weights."));
    experiment.models.back().seeds.weights = 1;
    QCOMPARE(startText(experiment).text(), std::string("Press Space to train."));
}

QTEST_GUILESS_MAIN(TestDifferenceText)
#include "tst_difference_text.moc"
