// Random input to everything that reads text: it is understood or refused with one line, never a crash. The seed is
// printed and can be given in ACTISCOPE_FUZZ_SEED.
#include "core/activation_spec.h"
#include "core/data_generators.h"
#include "core/errors.h"
#include "core/experiment.h"
#include "core/number_text.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace actiscope;

class TestFuzzInput : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void anyActivationTextIsUnderstoodOrRefused();
    void anyHiddenTextIsUnderstoodOrRefused();
    void anyExperimentIsTrainableOrRefused();

private:
    /** A valid text with a few bytes changed, doubled, dropped or made up. */
    std::string mutated(std::string text);
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

    std::mt19937 m_random;
};

void TestFuzzInput::initTestCase()
{
    const unsigned seed = qEnvironmentVariableIsSet("ACTISCOPE_FUZZ_SEED") ? qEnvironmentVariableIntValue("ACTISCOPE_FUZZ_SEED")
                                                                          : std::random_device()();
    qInfo("ACTISCOPE_FUZZ_SEED=%u", seed);
    m_random.seed(seed);
}

std::string TestFuzzInput::mutated(std::string text)
{
    static constexpr std::string_view interesting = ":=,.+-eE0123456789nainf xα\0\xff\n";
    for (int change = below(6); change > 0; --change) {
        const auto at = static_cast<std::size_t>(below(static_cast<int>(text.size()) + 1));
        const char byte = interesting[static_cast<std::size_t>(below(static_cast<int>(interesting.size())))];
        switch (below(3)) {
        case 0: text.insert(at, 1, byte); break;
        case 1: text.erase(at, static_cast<std::size_t>(below(3))); break;
        default: text.insert(at, text.substr(0, at)); break;
        }
    }
    return text;
}

void TestFuzzInput::anyActivationTextIsUnderstoodOrRefused()
{
    for (int i = 0; i < 20000; ++i) {
        const Activation &activation = activations()[static_cast<std::size_t>(below(static_cast<int>(activations().size())))];
        const std::string text = mutated(makeSpec(activation, activation.defaultParameters()).text);
        try {
            const ActivationSpec spec = parseActivationSpec(text);
            QCOMPARE(spec.text, text);
            for (std::size_t k = 0; k < spec.parameters.size(); ++k)
                QVERIFY(spec.parameters[k] >= spec.activation->parameters[k].minimum && spec.parameters[k] <= spec.activation->parameters[k].maximum);
        } catch (const ConfigurationError &error) {
            QCOMPARE(error.option(), std::string("activation"));
            QCOMPARE(error.given(), text);
            QVERIFY(std::string_view(error.what()).find('\n') == std::string_view::npos);
        }
    }
}

void TestFuzzInput::anyHiddenTextIsUnderstoodOrRefused()
{
    for (int i = 0; i < 20000; ++i) {
        const std::string text = mutated("64, 33,5");
        try {
            for (const int width : parseHidden(text))
                QVERIFY(width >= 1 && width <= 512);
        } catch (const ConfigurationError &error) {
            QCOMPARE(error.option(), std::string("hidden"));
        }
    }
}

void TestFuzzInput::anyExperimentIsTrainableOrRefused()
{
    const double numbers[] = {0, 1, -1, 0.01, 0.5, 1e-300, 1e300, std::nan(""), INFINITY};
    const auto any = [&] { return numbers[below(9)]; };
    for (int i = 0; i < 2000; ++i) {
        Experiment experiment = defaultExperiment();
        experiment.data.kind = below(20) == 0 ? mutated("spirals") : dataKinds()[static_cast<std::size_t>(below(static_cast<int>(dataKinds().size())))].name;
        experiment.data.classes = below(3) == 0 ? below(12) - 1 : 2;
        experiment.data.factor = below(3) == 0 ? any() : 0.5;
        experiment.data.samples = below(40) - 3;
        experiment.data.noise = any();
        experiment.data.testFraction = any();
        experiment.data.seed = static_cast<std::uint32_t>(m_random());
        experiment.optimizer.learningRate = any();
        experiment.epochs = below(5) - 1;
        experiment.hidden.assign(static_cast<std::size_t>(below(10)), below(20) - 1);
        try {
            const Cohort cohort = makeCohort(experiment);
            QVERIFY(cohort.data->train.count() >= 1 && cohort.data->test.count() >= 1);
            for (const double coordinate : cohort.data->all.coordinates)
                QVERIFY(std::isfinite(coordinate));
            for (const int label : cohort.data->all.labels)
                QVERIFY(label >= 0 && label < cohort.data->classes);
        } catch (const ConfigurationError &error) {
            QVERIFY(!error.option().empty() && !error.accepted().empty());
        }
    }
}

QTEST_GUILESS_MAIN(TestFuzzInput)
#include "tst_fuzz_input.moc"
