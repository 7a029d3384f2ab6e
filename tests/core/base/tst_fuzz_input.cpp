// Random input to everything that reads text: it is understood or refused with one line, never a crash. The seed is
// printed and can be given in ACTISCOPE_FUZZ_SEED.
#include "core/activations/activation_spec.h"
#include "core/activations/builtin_activations.h"
#include "core/base/errors.h"
#include "core/base/number_text.h"
#include "core/data/data_generators.h"
#include "core/training/experiment.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <random>

using namespace actiscope;

class TestFuzzInput : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void anyActivationTextIsUnderstoodOrRefused();
    void anyNumberIsWrittenSoThatItReadsBack();
    void anyNumberTextIsUnderstoodOrNot();
    void anyDivisionIsStratifiedOrRefused();
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
    const unsigned seed =
        qEnvironmentVariableIsSet("ACTISCOPE_FUZZ_SEED") ? qEnvironmentVariableIntValue("ACTISCOPE_FUZZ_SEED") : std::random_device()();
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
        case 0:
            text.insert(at, 1, byte);
            break;
        case 1:
            text.erase(at, static_cast<std::size_t>(below(3)));
            break;
        default:
            text.insert(at, text.substr(0, at));
            break;
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
                QVERIFY(spec.parameters[k] >= spec.activation->parameters[k].minimum
                        && spec.parameters[k] <= spec.activation->parameters[k].maximum);
        } catch (const ConfigurationError &error) {
            QCOMPARE(error.option(), std::string("activation"));
            QCOMPARE(error.given(), text);
            QVERIFY(std::string_view(error.what()).find('\n') == std::string_view::npos);
        }
    }
}

void TestFuzzInput::anyNumberIsWrittenSoThatItReadsBack()
{
    for (int i = 0; i < 100000; ++i) {
        const double value =
            std::bit_cast<double>(static_cast<std::uint64_t>(m_random()) << 32 | m_random() | (below(8) == 0 ? 0x7ff0000000000000u : 0u));
        const std::string text = numberText(value);
        QVERIFY2(!text.starts_with("-n") && !fixedText(value, below(6)).starts_with("-n"), text.c_str());
        const auto back = parseNumber(text);
        QVERIFY2(back && (std::isnan(value) ? std::isnan(*back) : *back == value), text.c_str());
        QVERIFY2(!numberFault(text), text.c_str());
    }
}

void TestFuzzInput::anyNumberTextIsUnderstoodOrNot()
{
    for (int i = 0; i < 20000; ++i) {
        const std::string text = mutated("-12.5e300");
        const auto number = parseNumber(text);
        if (number)
            QVERIFY2(!numberFault(text), text.c_str());
        else if (const auto fault = numberFault(text))
            QVERIFY2(!fault->text().empty() && fault->text().find('\n') == std::string::npos, text.c_str());
    }
}

void TestFuzzInput::anyDivisionIsStratifiedOrRefused()
{
    for (int i = 0; i < 2000; ++i) {
        const int classes = 2 + below(7);
        std::vector<int> labels(static_cast<std::size_t>(2 + below(60)));
        for (int &label : labels)
            label = below(classes);
        const double fraction = (1 + below(98)) / 100.0;
        if (std::ceil(fraction * static_cast<double>(labels.size())) >= static_cast<double>(labels.size()))
            continue;
        try {
            const SplitIndices split = stratifiedSplit(labels, classes, fraction, static_cast<std::uint32_t>(m_random()));
            std::vector<bool> seen(labels.size(), false);
            std::vector<double> inTest(static_cast<std::size_t>(classes), 0), all = inTest;
            for (const auto *part : {&split.train, &split.test}) {
                for (const std::size_t place : *part) {
                    QVERIFY(place < labels.size() && !seen[place]);
                    seen[place] = true;
                    const auto label = static_cast<std::size_t>(labels[place]);
                    ++all[label];
                    inTest[label] += part == &split.test ? 1 : 0;
                }
            }
            QVERIFY(std::ranges::all_of(seen, std::identity()));
            const auto share = static_cast<double>(split.test.size()) / static_cast<double>(labels.size());
            for (std::size_t label = 0; label < all.size(); ++label)
                QVERIFY(std::abs(inTest[label] - share * all[label]) < 1 + 1e-9);
        } catch (const ConfigurationError &error) {
            QCOMPARE(error.option(), std::string("stratify"));
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
        generated(experiment.data).kind =
            below(20) == 0 ? mutated("spirals") : dataKinds()[static_cast<std::size_t>(below(static_cast<int>(dataKinds().size())))].name;
        generated(experiment.data).classes = below(3) == 0 ? below(12) - 1 : 2;
        generated(experiment.data).factor = below(3) == 0 ? any() : 0.5;
        generated(experiment.data).samples = below(40) - 3;
        generated(experiment.data).noise = any();
        experiment.split.testFraction = any();
        generated(experiment.data).seed = static_cast<std::uint32_t>(m_random());
        for (ModelConfiguration &model : experiment.models)
            model.optimizer.learningRate = any();
        experiment.stop.epochs = below(5) - 1;
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
