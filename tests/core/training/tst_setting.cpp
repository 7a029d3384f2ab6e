// The table of settings: every field of an experiment has a row, every row reaches a field, and ranges are those that validate() accepts.
#include "core/activations/activation_spec.h"
#include "core/base/errors.h"
#include "core/data/data_generators.h"
#include "core/training/model_label.h"
#include "core/training/setting.h"
#include "tests/support/small_experiment.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <set>

using namespace actiscope;
using namespace actiscope::test;

namespace {

Experiment single()
{
    Experiment experiment = smallExperiment();
    experiment.models.resize(1);
    return experiment;
}

/** An experiment in which the setting applies. */
Experiment with(const Setting &setting)
{
    Experiment experiment = single();
    if (setting.kind == SettingKind::Points || applies(setting, experiment))
        return experiment;
    const Setting &selector = *findSetting(setting.selector);
    setEverywhere(experiment, selector, std::string(choicesWith(setting).front()));
    return experiment;
}

GivenPoints somePoints()
{
    return {std::make_shared<const LabelledPoints>(
        LabelledPoints{.features = 2, .coordinates = {0, 1, 2, 3, 4, 5, 6, 7}, .labels = {0, 1, 0, 1}})};
}

/** A value that is nobody's default. */
SettingValue otherValue(const Setting &setting, const Experiment &experiment)
{
    const SettingValue now = setting.get(experiment, 0);
    switch (setting.kind) {
    case SettingKind::Switch:
        return !std::get<bool>(now);
    case SettingKind::Whole:
        return now == SettingValue(7.0) ? 6.0 : 7.0;
    case SettingKind::Number:
        return 0.3125;
    case SettingKind::Name: {
        const std::vector<SettingChoice> choices = setting.choices();
        return std::string(now == SettingValue(std::string(choices[0].name)) ? choices[1].name : choices[0].name);
    }
    case SettingKind::Wholes:
        return std::vector<double>{21, 10};
    case SettingKind::Numbers:
        return std::vector<double>{-1, 3};
    case SettingKind::Names:
        return std::vector<std::string>{std::string(setting.choices().front().name), std::string(setting.choices().back().name)};
    case SettingKind::Formula:
        return std::string("sin(3*x)");
    case SettingKind::Activations:
        return std::vector<std::string>{"tanh"};
    case SettingKind::Folder:
        return std::string("/some/where");
    case SettingKind::Points:
        break;
    }
    return somePoints();
}

using Change = std::function<void(Experiment &)>;

/** One change for each field, and the compiler counts them: a field that is added has to be taken here. */
std::vector<Change> changesOfEveryField()
{
    Experiment e;
    e.models.resize(1);
    [[maybe_unused]] auto &[data, split, preparation, hidden, loss, batchSize, models, stop, tracksUnits] = e;
    [[maybe_unused]] auto &[kind, samples, noise, classes, factor, seed, classSizes, low, high] = generated(data);
    ImageData ofImages;
    [[maybe_unused]] auto &[imageKind, folder, trainCount] = ofImages;
    [[maybe_unused]] auto &[testFraction, splitSeed, stratify] = split;
    [[maybe_unused]] auto &[activations, optimizer, schedule, initialization, seeds] = models.front();
    [[maybe_unused]] auto &[scheduleKind, stepEpochs, scheduleFactor, period, leastRate] = schedule;
    [[maybe_unused]] auto &[curve, features] = preparation;
    [[maybe_unused]] auto &[method, rate, momentum, nesterov, smoothing, beta1, beta2, epsilon, l1, l2, clipNorm] = optimizer;
    [[maybe_unused]] auto &[initKind, range, bias] = initialization;
    [[maybe_unused]] auto &[weights, batches, draws] = seeds;
    [[maybe_unused]] auto &[epochs, trainingLoss, testAccuracy, patience] = stop;
    const auto of = [](auto member, auto value) { return [=](Experiment &x) { generated(x.data).*member = value; }; };
    const auto ofSchedule = [](auto member, auto value) { return [=](Experiment &x) { x.models.front().schedule.*member = value; }; };
    const auto ofOptimizer = [](auto member, auto value) { return [=](Experiment &x) { x.models.front().optimizer.*member = value; }; };
    return {of(&GeneratedData::kind, "circles"),
            of(&GeneratedData::samples, 61),
            of(&GeneratedData::noise, 0.3),
            of(&GeneratedData::classes, 3),
            of(&GeneratedData::factor, 0.7),
            of(&GeneratedData::seed, 7u),
            of(&GeneratedData::classSizes, std::vector{20, 40}),
            of(&GeneratedData::centersLow, -3.0),
            of(&GeneratedData::centersHigh, 3.0),
            [](Experiment &x) { x.data = somePoints(); },
            [](Experiment &x) { x.data = ImageData(); },
            [](Experiment &x) { x.data = ImageData{.kind = "images", .folder = "/x"}; },
            [](Experiment &x) { x.data = ImageData{.trainCount = 7}; },
            [](Experiment &x) { x.split.testFraction = 0.5; },
            [](Experiment &x) { x.split.seed = 7; },
            [](Experiment &x) { x.split.stratify = true; },
            [](Experiment &x) { x.preparation.curve = "sin(3*x)"; },
            [](Experiment &x) { x.preparation.features = {"x1^2", "x1*x2"}; },
            [](Experiment &x) { x.hidden = {5}; },
            [](Experiment &x) { x.loss = Loss::MeanSquaredError; },
            [](Experiment &x) { x.batchSize = 5; },
            [](Experiment &x) { x.tracksUnits = true; },
            [](Experiment &x) { x.stop.epochs = 7; },
            [](Experiment &x) { x.stop.trainingLoss = 0.1; },
            [](Experiment &x) { x.stop.testAccuracy = 0.1; },
            [](Experiment &x) { x.stop.patience = 3; },
            [](Experiment &x) { x.models.front().activations = {parseActivationSpec("tanh")}; },
            [](Experiment &x) { x.models.front().initialization.kind = InitializationKind::HeNormal; },
            [](Experiment &x) { x.models.front().initialization.range = 0.3; },
            [](Experiment &x) { x.models.front().initialization.biasConstant = 0.3; },
            [](Experiment &x) { x.models.front().seeds.weights = 7; },
            [](Experiment &x) { x.models.front().seeds.batches = 7; },
            [](Experiment &x) { x.models.front().seeds.draws = 7; },
            ofOptimizer(&OptimizerSettings::method, OptimizerMethod::RmsProp),
            ofOptimizer(&OptimizerSettings::learningRate, 0.3),
            ofOptimizer(&OptimizerSettings::momentum, 0.3),
            [](Experiment &x) { x.models.front().optimizer = {.method = OptimizerMethod::Sgd, .momentum = 0.9, .nesterov = true}; },
            ofOptimizer(&OptimizerSettings::smoothing, 0.3),
            ofOptimizer(&OptimizerSettings::beta1, 0.3),
            ofOptimizer(&OptimizerSettings::beta2, 0.3),
            ofOptimizer(&OptimizerSettings::epsilon, 0.3),
            ofOptimizer(&OptimizerSettings::l1, 0.3),
            ofOptimizer(&OptimizerSettings::l2, 0.3),
            ofOptimizer(&OptimizerSettings::clipNorm, 0.3),
            ofSchedule(&ScheduleSettings::kind, ScheduleKind::Cosine),
            ofSchedule(&ScheduleSettings::stepEpochs, 7),
            ofSchedule(&ScheduleSettings::factor, 0.3),
            ofSchedule(&ScheduleSettings::period, 7),
            ofSchedule(&ScheduleSettings::leastRate, 0.3)};
}

} // namespace

class TestSetting : public QObject {
    Q_OBJECT

private slots:
    void everyRowReachesAField();
    void everyFieldIsReachedByARow();
    void rowsAreWhole();
    void textsReadBack();
    void rangesAreWhatIsAccepted();
    void aSeedFollowsThatOfTheWeightsUntilItHasItsOwn();
    void otherDataTakeWithThemWhatFits();
    void modelsAreToldApartByWhatDiffers();
    void differencesSayWhatOneMustChange();
};

void TestSetting::everyRowReachesAField()
{
    for (const Setting &setting : settings()) {
        const Experiment before = with(setting);
        Experiment after = before;
        const SettingValue value = otherValue(setting, before);
        setting.set(after, 0, value);
        const std::string name(setting.name);
        QVERIFY2(after != before, name.c_str());
        QVERIFY2(setting.get(after, 0) == value, name.c_str());
        QVERIFY2(setting.kind == SettingKind::Points || applies(setting, after), name.c_str());
        if (setting.isOptional) {
            setting.set(after, 0, SettingValue());
            QVERIFY2(setting.get(after, 0) == SettingValue(), name.c_str());
        }
    }
}

void TestSetting::everyFieldIsReachedByARow()
{
    int field = 0;
    for (const Change &change : changesOfEveryField()) {
        const Experiment before = single();
        Experiment after = before;
        change(after);
        QVERIFY(after != before);
        const bool isSeen = std::ranges::any_of(settings(), [&](const Setting &row) { return row.get(before, 0) != row.get(after, 0); });
        QVERIFY2(isSeen, qPrintable(QString::number(field)));
        ++field;
    }
}

void TestSetting::rowsAreWhole()
{
    std::set<std::string_view> names;
    for (const Setting &setting : settings()) {
        const std::string name(setting.name);
        QVERIFY2(names.insert(setting.name).second, name.c_str());
        QVERIFY2(*setting.label && *setting.help, name.c_str());
        QVERIFY2(!acceptedValues(setting).empty(), name.c_str());
        QCOMPARE(setting.kind == SettingKind::Name || setting.kind == SettingKind::Names, setting.choices != nullptr);
        QVERIFY2(setting.selector.empty() || (findSetting(setting.selector) && !choicesWith(setting).empty()), name.c_str());
        QVERIFY2(setting.instead.empty() || findSetting(setting.instead), name.c_str());
        QVERIFY2(!setting.isPerModel || *setting.symbol || setting.kind == SettingKind::Name || setting.kind == SettingKind::Activations,
                 name.c_str());
    }
    // What a choice says that it makes use of is a setting.
    for (const Setting &setting : settings()) {
        for (const SettingChoice &choice : setting.choices ? setting.choices() : std::vector<SettingChoice>()) {
            for (const std::string_view used : choice.settings)
                QVERIFY2(findSetting(used) && findSetting(used)->selector == setting.name, std::string(used).c_str());
        }
    }
}

void TestSetting::textsReadBack()
{
    for (const Setting &setting : settings()) {
        if (setting.kind == SettingKind::Points)
            continue;
        const SettingValue value = otherValue(setting, with(setting));
        const std::string text = settingText(setting, value);
        QVERIFY2(parseSetting(setting, text) == value, text.c_str());
        for (const char *wrong : {"", "x", "nan", "1e999", "1,5x", "-"}) {
            if ((setting.kind == SettingKind::Formula && *wrong == 'x') || (setting.kind == SettingKind::Folder && *wrong))
                continue; // which is one
            try {
                parseSetting(setting, wrong);
                QFAIL(wrong);
            } catch (const ConfigurationError &error) {
                QCOMPARE(error.option(), setting.kind == SettingKind::Activations ? std::string("activation") : std::string(setting.name));
            }
        }
    }
}

void TestSetting::rangesAreWhatIsAccepted()
{
    const auto isAccepted = [](const Setting &setting, double value) {
        Experiment experiment = with(setting);
        setting.set(experiment, 0, value);
        try {
            validate(experiment);
        } catch (const ConfigurationError &) {
            return false;
        }
        return true;
    };
    for (const Setting &setting : settings()) {
        const SettingRange &range = setting.range;
        if (setting.kind != SettingKind::Number)
            continue;
        const double top = std::min(range.maximum, 1e300);
        // A share of the points has to leave some of them.
        const double inner = setting.name == "test-fraction" ? 0.01 : 0;
        const std::string name(setting.name);
        QCOMPARE(isAccepted(setting, range.minimum + inner), inner > 0 || !range.isOpenBelow);
        QVERIFY2(!isAccepted(setting, range.minimum - 1e-9 * (1 + std::abs(range.minimum))), name.c_str());
        QVERIFY2(!isAccepted(setting, std::nan("")), name.c_str());
        QVERIFY2(isAccepted(setting, (range.minimum + std::min(top, 1.0)) / 2), name.c_str());
        if (range.maximum < 1e300) {
            QCOMPARE(isAccepted(setting, range.maximum), !range.isOpenAbove);
            QVERIFY2(!isAccepted(setting, range.maximum * (1 + 1e-9)), name.c_str());
        }
    }
}

void TestSetting::aSeedFollowsThatOfTheWeightsUntilItHasItsOwn()
{
    Experiment experiment = single();
    findSetting("init-seed")->set(experiment, 0, 7.0);
    QCOMPARE(experiment.models[0].seeds, (Seeds{7, 7, 7}));
    findSetting("batch-seed")->set(experiment, 0, 8.0);
    findSetting("init-seed")->set(experiment, 0, 9.0);
    QCOMPARE(experiment.models[0].seeds, (Seeds{9, 8, 9}));
}

void TestSetting::otherDataTakeWithThemWhatFits()
{
    Experiment experiment = single();
    const Setting &data = *findSetting("data");
    data.set(experiment, 0, std::string("blobs"));
    findSetting("class-sizes")->set(experiment, 0, std::vector<double>{20, 20, 20});
    experiment.split.stratify = true;
    experiment.stop.testAccuracy = 0.9;
    for (const DataKind &kind : dataKinds()) {
        Experiment other = experiment;
        data.set(other, 0, std::string(kind.name));
        validate(other);
        QCOMPARE(rowOf(other.loss).acceptsValues, kind.isRegression);
    }
}

void TestSetting::modelsAreToldApartByWhatDiffers()
{
    Experiment experiment = smallExperiment();
    QCOMPARE(modelLabel(experiment, 0), std::string("ReLU"));
    QCOMPARE(modelLabel(experiment, 1), std::string("Leaky ReLU (α 0.01)"));
    experiment.models[1] = experiment.models[0];
    experiment.models[1].optimizer.learningRate = 0.1;
    QCOMPARE(modelLabel(experiment, 0), std::string("ReLU, η 0.01"));
    QCOMPARE(modelLabel(experiment, 1), std::string("ReLU, η 0.1"));
    experiment.models[1].optimizer = optimizerChoice("sgd").settings;
    experiment.models[1].activations = {parseActivationSpec("tanh"), parseActivationSpec("prelu")};
    QCOMPARE(modelLabel(experiment, 1), std::string("Tanh → PReLU, sgd, momentum 0"));
}

void TestSetting::differencesSayWhatOneMustChange()
{
    const Experiment before = smallExperiment();
    Experiment after = before;
    after.models[1].optimizer.learningRate = 0.5;
    after.stop.epochs = 7;
    const std::vector<SettingDifference> all = differences(before, after);
    QCOMPARE(all.size(), std::size_t{2});
    QCOMPARE(all[0].setting->name, std::string_view("learning-rate"));
    QCOMPARE(all[0].model, std::size_t{1});
    Experiment made = before;
    for (const SettingDifference &difference : all)
        difference.setting->set(made, difference.model, difference.after);
    QVERIFY(made == after);
    QVERIFY(differences(after, after).empty());
}

QTEST_GUILESS_MAIN(TestSetting)
#include "tst_setting.moc"
