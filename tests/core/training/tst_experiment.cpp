// Specs, settings and their refusals; history; counter-based random numbers.
#include "core/activations/activation_spec.h"
#include "core/activations/builtin_activations.h"
#include "core/base/counter_random.h"
#include "core/base/errors.h"
#include "core/base/number_text.h"
#include "core/training/experiment.h"
#include "core/training/history.h"

#include <QTest>

#include <functional>

using namespace actiscope;

class TestExperiment : public QObject {
    Q_OBJECT

private slots:
    void specReadsParameters();
    void canonicalTextReadsBack();
    void wrongInputNamesOptionAndWhatIsAccepted_data();
    void wrongInputNamesOptionAndWhatIsAccepted();
    void defaultIsValidAndComparesTwo();
    void cohortGivesEveryModelTheSameWeights();
    void copiesOfAHistoryStayAsTheyWere();
    void numbersReadBackWhateverTheLocale();
    void drawnUniformsAreUniformAndAddressable();
};

void TestExperiment::specReadsParameters()
{
    const ActivationSpec spec = parseActivationSpec("rrelu:upper=0.5,lower=0.25");
    QCOMPARE(spec.parameters, (std::vector<double>{0.25, 0.5}));
    QCOMPARE(spec.text, std::string("rrelu:upper=0.5,lower=0.25"));
    QCOMPARE(parseActivationSpec("elu:α=0.5").parameters, std::vector<double>{0.5});
    QCOMPARE(parseActivationSpec("leaky_relu").parameters, std::vector<double>{0.01});
}

void TestExperiment::canonicalTextReadsBack()
{
    for (const Activation &activation : activations()) {
        const ActivationSpec spec = makeSpec(activation, activation.defaultParameters());
        QCOMPARE(parseActivationSpec(spec.text), spec);
        QVERIFY(!spec.label().empty());
    }
}

void TestExperiment::wrongInputNamesOptionAndWhatIsAccepted_data()
{
    QTest::addColumn<std::function<void()>>("call");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("accepted");
    const auto parse = [](const char *text) { return std::function<void()>([text] { parseActivationSpec(text); }); };
    QTest::newRow("nearest name") << parse("rellu") << "activation"
                                  << "did you mean 'relu'";
    QTest::newRow("α out of range") << parse("elu:alpha=-1") << "activation"
                                    << "alpha is a number from 0 to 5";
    QTest::newRow("NaN") << parse("elu:alpha=nan") << "activation"
                         << "from 0 to 5";
    QTest::newRow("no number") << parse("elu:alpha=big") << "activation"
                               << "from 0 to 5";
    QTest::newRow("no value") << parse("elu:alpha") << "activation"
                              << "name=value";
    QTest::newRow("nothing after colon") << parse("elu:") << "activation"
                                         << "alpha";
    QTest::newRow("no such parameter") << parse("relu:alpha=1") << "activation"
                                       << "no parameters";
    QTest::newRow("bounds crossed") << parse("rrelu:lower=0.9") << "activation"
                                    << "at most upper";
    const auto hidden = [](const char *text) { return std::function<void()>([text] { parseHidden(text); }); };
    QTest::newRow("hidden 0") << hidden("0") << "hidden"
                              << "from 1 to 512";
    QTest::newRow("hidden empty") << hidden("") << "hidden"
                                  << "from 1 to 512";
    QTest::newRow("hidden trailing comma") << hidden("64,") << "hidden"
                                           << "from 1 to 512";
    QTest::newRow("hidden too many") << hidden("1,1,1,1,1,1,1,1,1") << "hidden"
                                     << "1 to 8";
    const auto with = [](auto change) {
        return std::function<void()>([change] {
            Experiment experiment = defaultExperiment();
            change(experiment);
            validate(experiment);
        });
    };
    QTest::newRow("learning rate 0") << with([](Experiment &e) {
        for (ModelConfiguration &model : e.models)
            model.optimizer.learningRate = 0;
    }) << "learning-rate"
                                     << "above 0";
    QTest::newRow("epochs 0") << with([](Experiment &e) { e.stop.epochs = 0; }) << "epochs"
                              << "from 1";
    QTest::newRow("optimizer") << std::function<void()>([] { optimizerChoice("magic"); }) << "optimizer"
                               << "adam";
    QTest::newRow("loss") << std::function<void()>([] { parseLoss("magic"); }) << "loss"
                          << "mse";
    QTest::newRow("init range") << with([](Experiment &e) {
        for (ModelConfiguration &model : e.models)
            model.initialization.range = -1;
    }) << "init-range"
                                << "0";
    QTest::newRow("momentum 1") << with([](Experiment &e) {
        for (ModelConfiguration &model : e.models)
            model.optimizer.momentum = 1;
    }) << "momentum"
                                << "below 1";
    QTest::newRow("negative weight decay") << with([](Experiment &e) {
        for (ModelConfiguration &model : e.models)
            model.optimizer.l2 = -1;
    }) << "l2"
                                           << "0 or";
    QTest::newRow("negative clipping") << with([](Experiment &e) {
        for (ModelConfiguration &model : e.models)
            model.optimizer.clipNorm = -1;
    }) << "clip-norm"
                                       << "0 or";
    QTest::newRow("beta2 1") << with([](Experiment &e) {
        for (ModelConfiguration &model : e.models)
            model.optimizer.beta2 = 1;
    }) << "beta2"
                             << "below 1";
    QTest::newRow("negative batch") << with([](Experiment &e) { e.batchSize = -1; }) << "batch-size"
                                    << "from 1";
    QTest::newRow("nine hidden layers") << with([](Experiment &e) { e.hidden.assign(9, 4); }) << "hidden"
                                        << "1 to 8";
    QTest::newRow("cross-entropy of real values") << with([](Experiment &e) { generated(e.data).kind = "plane"; }) << "loss"
                                                  << "real-valued";
    QTest::newRow("no activation") << with([](Experiment &e) { e.models.clear(); }) << "activation"
                                   << "at least one";
}

void TestExperiment::wrongInputNamesOptionAndWhatIsAccepted()
{
    QFETCH(std::function<void()>, call);
    QFETCH(QString, option);
    QFETCH(QString, accepted);
    try {
        call();
        QFAIL("accepted");
    } catch (const ConfigurationError &error) {
        QCOMPARE(QString::fromStdString(error.option()), option);
        QVERIFY2(QString::fromStdString(error.accepted().text()).contains(accepted), error.what());
        QVERIFY(!QString::fromUtf8(error.what()).contains('\n'));
    }
}

void TestExperiment::defaultIsValidAndComparesTwo()
{
    validate(defaultExperiment());
    QCOMPARE(defaultExperiment().models.size(), std::size_t{2});
}

void TestExperiment::cohortGivesEveryModelTheSameWeights()
{
    const Cohort cohort = makeCohort(defaultExperiment());
    QVERIFY(cohort.models[0].initial.layers == cohort.models[1].initial.layers);
    QCOMPARE(cohort.shape.weightCount(), std::size_t{2 * 64 + 64 * 64 + 64 * 2});
    QCOMPARE(flopsPerStep(cohort), 6.0 * 4352 * 800);
}

void TestExperiment::copiesOfAHistoryStayAsTheyWere()
{
    History history;
    for (int e = 0; e < 3000; ++e)
        history.append({.trainLoss = static_cast<double>(e)});
    const History copy = history;
    history.append({.trainLoss = -1});
    QCOMPARE(copy.size(), std::size_t{3000});
    QCOMPARE(history.size(), std::size_t{3001});
    for (std::size_t e = 0; e < copy.size(); ++e)
        QCOMPARE(copy[e].trainLoss, static_cast<double>(e));
}

void TestExperiment::numbersReadBackWhateverTheLocale()
{
    for (const double value : {0.1, -1e-300, 1.0 / 3.0, 5e22, 0.0})
        QCOMPARE(parseNumber(numberText(value)), std::optional(value));
    QCOMPARE(numberText(0.01), std::string("0.01"));
    for (const char *text : {"", "1,5", "1x", " 1", "--1"})
        QVERIFY(!parseNumber(text));
}

void TestExperiment::drawnUniformsAreUniformAndAddressable()
{
    // Known answers of Random123's philox2x32-10.
    QCOMPARE(philox2x32(0, 0, 0)[0], 0xff1dae59u);
    QCOMPARE(philox2x32(0, 0, 0)[1], 0x6cd10df2u);
    QCOMPARE(philox2x32(0xffffffff, 0xffffffff, 0xffffffff)[0], 0x2c3f628bu);
    double sum = 0;
    double squares = 0;
    constexpr int count = 100000;
    for (int i = 0; i < count; ++i) {
        const double r = elementUniform(42, static_cast<std::uint32_t>(i % 7), static_cast<std::uint32_t>(i), 128, 5);
        QVERIFY(r >= 0 && r < 1);
        sum += r;
        squares += r * r;
    }
    QVERIFY(std::abs(sum / count - 0.5) < 0.005);
    QVERIFY(std::abs(squares / count - 1.0 / 3.0) < 0.005);
}

QTEST_GUILESS_MAIN(TestExperiment)
#include "tst_experiment.moc"
