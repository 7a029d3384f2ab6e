// Random valid cohorts on OpenCL and on Eigen: figures, predictions, parameters and living units have to agree; on OpenCL to the last bit, however
// many compute units there are. The seed is printed;
// ACTISCOPE_FUZZ_SEED repeats a run, ACTISCOPE_FUZZ_COUNT makes it longer.
//
// Float strays from double as far as the configuration lets it: a sample that crosses a kink, a gradient that is nearly 0 and that Adam
// makes a whole step of. How far, Eigen tells itself: it trains again from initial parameters that are a few rounding errors of float away.
// Not every kink is met by that, so a few models in a hundred cohorts may stray further; a fault is not seen in a few.
#include "core/engine/eigen_backend.h"
#include "gpu/device/opencl_device.h"
#include "gpu/engine/tuned_backend.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/gpu/random_cohorts.h"
#include "tests/support/answers.h"
#include "tests/support/compare_figures.h"
#include "tests/support/disturbed.h"

#include <QTest>

#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <random>
#include <utility>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr int defaultCount = 500;
constexpr int defaultCountOfLanes = 60; // PoCL takes seconds to build each program of this mapping

/** Differences that no rounding explains, of figures and predictions relative to 1 + magnitude. */
constexpr double gross = 0.03;

/** Where rounding alone makes a larger difference, of figures and predictions as above, float cannot be held to anything. */
constexpr double touchy = 1e-4;

/** What a run left behind. */
struct Outcome {
    std::vector<ModelReport> reports;
    std::vector<EpochFigures> evaluation;
    std::vector<std::vector<float>> predictions;
    std::vector<ModelParameters> parameters;
    std::vector<std::vector<std::int64_t>> lastAlive;
};

Outcome run(Backend &backend, const Case &made, const Cohort &cohort)
{
    Outcome outcome;
    backend.load(cohort);
    outcome.reports = backend.advance(made.epochs);
    if (made.moreEpochs > 0) {
        for (std::size_t m = 0; m < cohort.models.size(); ++m) {
            backend.setOptimizer(m, made.changed[m]);
            backend.setActivationParameters(m, made.changedActivations[m]);
        }
        const auto more = backend.advance(made.moreEpochs);
        for (std::size_t m = 0; m < more.size(); ++m)
            outcome.reports[m].rows.insert(outcome.reports[m].rows.end(), more[m].rows.begin(), more[m].rows.end());
    }
    outcome.evaluation = backend.evaluate();
    for (std::size_t m = 0; m < cohort.models.size(); ++m) {
        outcome.predictions.push_back(answersAt(backend, cohort, m, made.points));
        outcome.parameters.push_back(backend.parameters(m));
        outcome.lastAlive.push_back(backend.lastAlive(m));
    }
    return outcome;
}

/** Whether signals or slopes of a network may be below the smallest float, which kernels flush to 0: then units look dead, or all outputs
 *  are equal. */
bool mayVanish(const ModelSetup &setup)
{
    return std::ranges::any_of(setup.activations, [](const ActivationSpec &spec) {
        return std::ranges::any_of(std::array{-100.0, -15.0, 1e-25, 15.0, 100.0}, [&](double x) {
            const double slope = std::abs(spec.derivative(x));
            return slope > 0 && slope < 1e-30;
        });
    });
}

/** Largest differences of one model between two runs, each relative to 1 + magnitude; of predictions and parameters the root of the mean square, since
 *  where a gradient is nothing but rounding errors, an adaptive method makes whole steps of them. */
struct Distance {
    double figures = 0;
    double samples = 0;
    double predictions = 0;
    double parameters = 0;
    double units = 0; ///< whose last living epoch differs
};

/** The row in which a model had diverged (the evaluation at the end is one more), or none. What follows overflows in float before it does in double. */
std::optional<std::size_t> divergedRow(const Outcome &outcome, std::size_t model, double limit)
{
    std::vector<EpochFigures> rows = outcome.reports[model].rows;
    rows.push_back(outcome.evaluation[model]);
    const auto first = std::ranges::find_if(
        rows, [&](const EpochFigures &row) { return hasDiverged(row.trainLoss, limit) || hasDiverged(row.testLoss, limit); });
    return first == rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(first - rows.begin()));
}

/** How far training brought the loss, relative to 1 + its least. */
double progress(const std::vector<EpochFigures> &rows)
{
    const auto [least, most] = std::ranges::minmax_element(rows, {}, &EpochFigures::trainLoss);
    return (most->trainLoss - least->trainLoss) / (1 + least->trainLoss);
}

double relative(double a, double b)
{
    if (std::isnan(a) && std::isnan(b))
        return 0;
    return distance(a, b) / (1 + std::abs(b));
}

double distanceOfParameters(const ModelParameters &a, const ModelParameters &b)
{
    double squares = 0;
    std::size_t count = 0;
    const auto compare = [&](const std::vector<double> &x, const std::vector<double> &y) {
        for (std::size_t i = 0; i < y.size(); ++i)
            squares += std::pow(relative(x.at(i), y[i]), 2);
        count += y.size();
    };
    for (std::size_t l = 0; l < b.layers.size(); ++l) {
        compare(a.layers[l].weight, b.layers[l].weight);
        compare(a.layers[l].bias, b.layers[l].bias);
    }
    for (std::size_t l = 0; l < b.activation.size(); ++l)
        compare(a.activation[l], b.activation[l]);
    return std::sqrt(squares / static_cast<double>(count));
}

Distance distanceOf(const Outcome &a, const Outcome &b, std::size_t model, const Dataset &data)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Distance worst;
    std::vector<EpochFigures> x = a.reports[model].rows, y = b.reports[model].rows;
    if (x.size() != y.size())
        return {infinity, infinity, infinity, infinity, infinity};
    x.push_back(a.evaluation[model]);
    y.push_back(b.evaluation[model]);
    for (std::size_t e = 0; e < x.size(); ++e) {
        worst.figures = std::max({worst.figures, relative(x[e].trainLoss, y[e].trainLoss), relative(x[e].testLoss, y[e].testLoss)});
        worst.samples = std::max({worst.samples, relative(x[e].trainAccuracy, y[e].trainAccuracy) * static_cast<double>(data.train.count()),
                                  relative(x[e].testAccuracy, y[e].testAccuracy) * static_cast<double>(data.test.count())});
    }
    for (std::size_t i = 0; i < b.predictions[model].size(); ++i)
        worst.predictions += std::pow(relative(a.predictions[model].at(i), b.predictions[model][i]), 2);
    worst.predictions = std::sqrt(worst.predictions / static_cast<double>(b.predictions[model].size()));
    worst.parameters = distanceOfParameters(a.parameters[model], b.parameters[model]);
    if (a.lastAlive[model].size() != b.lastAlive[model].size())
        worst.units = infinity;
    else
        for (std::size_t i = 0; i < b.lastAlive[model].size(); ++i)
            worst.units += a.lastAlive[model][i] != b.lastAlive[model][i];
    return worst;
}

Distance further(const Distance &a, const Distance &b)
{
    return {std::max(a.figures, b.figures), std::max(a.samples, b.samples), std::max(a.predictions, b.predictions),
            std::max(a.parameters, b.parameters), std::max(a.units, b.units)};
}

} // namespace

class TestFuzzBackends : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void anyCohortTrainsOnOpenClAsOnEigen();

private:
    Backend &openCl(Divided divided);
    QString compare(const Case &made, unsigned seed);
    QString compareUnits(const Case &made, unsigned seed, const Outcome &computed);

    unsigned m_seed = 0;
    int m_count = 0;
    std::map<Divided, std::unique_ptr<Backend>> m_openCl;                          ///< by what is divided
    std::map<std::pair<Divided, std::size_t>, std::unique_ptr<Backend>> m_ofUnits; ///< and with how many compute units
    int m_models = 0;
    int m_touchy = 0;  ///< models that float cannot be held to anything on
    int m_strayed = 0; ///< models that float took further away than expected
};

void TestFuzzBackends::initTestCase()
{
    m_seed =
        qEnvironmentVariableIsSet("ACTISCOPE_FUZZ_SEED") ? qEnvironmentVariable("ACTISCOPE_FUZZ_SEED").toUInt() : std::random_device()();
    m_count = mappingUnderTest == KernelMapping::Lanes ? defaultCountOfLanes : defaultCount;
    if (qEnvironmentVariableIsSet("ACTISCOPE_FUZZ_COUNT"))
        m_count = qEnvironmentVariableIntValue("ACTISCOPE_FUZZ_COUNT");
    qInfo("ACTISCOPE_FUZZ_SEED=%u", m_seed);
}

/** Whether two runs are the same, bit for bit. */
bool isSame(const Outcome &a, const Outcome &b)
{
    const auto same = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
    const auto sameRow = [&](const EpochFigures &x, const EpochFigures &y) {
        return same(x.trainLoss, y.trainLoss) && same(x.testLoss, y.testLoss) && same(x.trainAccuracy, y.trainAccuracy)
               && same(x.testAccuracy, y.testAccuracy);
    };
    for (std::size_t m = 0; m < a.reports.size(); ++m) {
        const double apart = distanceOfParameters(a.parameters[m], b.parameters[m]);
        if (!std::ranges::equal(a.reports[m].rows, b.reports[m].rows, sameRow) || !sameRow(a.evaluation[m], b.evaluation[m]) || apart != 0
            || !std::ranges::equal(a.predictions[m], b.predictions[m], same) || a.lastAlive[m] != b.lastAlive[m])
            return false;
    }
    return true;
}

/** On a device that says that it has so many compute units. */
std::unique_ptr<Backend> backendOfUnits(Divided divided, std::size_t units)
{
    KernelTuning tuning = tuningFor(divided);
    tuning.computeUnits = units;
    return mappedBackend(tuning);
}

/** With how many compute units a model becomes another one, or an empty text. */
QString TestFuzzBackends::compareUnits(const Case &made, unsigned seed, const Outcome &computed)
{
    constexpr std::array<std::size_t, 3> counts = {1, 3, 8};
    const std::size_t units = counts[seed / 1000 % counts.size()];
    std::unique_ptr<Backend> &backend = m_ofUnits[{made.divided, units}];
    if (!backend)
        backend = backendOfUnits(made.divided, units);
    if (isSame(run(*backend, made, made.cohort), computed))
        return {};
    return QStringLiteral("ACTISCOPE_FUZZ_SEED=%1 ACTISCOPE_FUZZ_COUNT=1: %2: other bits on %3 compute units")
        .arg(seed)
        .arg(made.text)
        .arg(units);
}

Backend &TestFuzzBackends::openCl(Divided divided)
{
    std::unique_ptr<Backend> &backend = m_openCl[divided];
    if (!backend)
        backend = mappedBackend(divided);
    return *backend;
}

QString describe(const ModelSetup &setup, const Distance &found, const Distance &nearby)
{
    QStringList parts = {QString::fromStdString(setup.activations.front().text), QString::fromUtf8(optimizerName(setup.optimizer))};
    const auto add = [&](const char *name, double Distance::*member) {
        parts += QStringLiteral("%1 %2 (%3)").arg(name).arg(found.*member).arg(nearby.*member);
    };
    add("figures", &Distance::figures);
    add("samples", &Distance::samples);
    add("predictions", &Distance::predictions);
    add("parameters", &Distance::parameters);
    add("units", &Distance::units);
    return parts.join(", ");
}

/** Whether a model is as near to Eigen's as runs that were disturbed, `nearby`, lead to expect. */
bool agrees(const Case &made, std::size_t m, const Distance &found, const Distance &nearby, const Outcome &expected)
{
    constexpr double factor = 30;
    const auto allowed = [&](double Distance::*member, double least) { return std::max(least, factor * nearby.*member); };
    const OptimizerSettings &optimizer = made.cohort.models[m].optimizer;
    const double steps = static_cast<double>(made.cohort.batches()) * (made.epochs + made.moreEpochs);
    const double strayStep = optimizer.method == OptimizerMethod::Sgd ? 0 : 0.01 * optimizer.learningRate * std::sqrt(steps);
    // A sample that crosses a kink somewhere on the way changes the direction of a step a little.
    const double strayLoss = 1e-3 * progress(expected.reports[m].rows) + strayStep;
    return found.figures <= allowed(&Distance::figures, 1e-5 + strayLoss)
           && found.predictions <= allowed(&Distance::predictions, 2e-5 + strayLoss)
           && found.parameters <= allowed(&Distance::parameters, 2e-5 + strayStep)
           && (mayVanish(made.cohort.models[m])
               || (found.samples <= allowed(&Distance::samples, 4.5) && found.units <= allowed(&Distance::units, 0)));
}

/** How far float goes astray by itself: the furthest of Eigen's runs in float, from initial parameters that are off by half an ulp. Two disturbed runs in
 *  double do not find everything: not the one gradient in thousands whose sign RMSprop's first step takes for all of it, nor a slope that cancels to 0, as
 *  that of sin(x)/x beside 0. */
Distance furthestInFloat(const Case &made, std::size_t model, unsigned seed, const Outcome &expected)
{
    constexpr unsigned attempts = 20;
    const auto eigen = makeEigenBackend(Precision::Float);
    Distance furthest;
    for (unsigned attempt = 0; attempt < attempts; ++attempt)
        furthest = further(furthest, distanceOf(run(*eigen, made, disturbed(made.cohort, seed + 3 + attempt, floatRounding)), expected, model, *made.cohort.data));
    return furthest;
}

/** What differs too much, or an empty text. A few models may stray further than expected, by no more than `gross`. */
QString TestFuzzBackends::compare(const Case &made, unsigned seed)
{
    const auto eigen = makeEigenBackend();
    const Outcome expected = run(*eigen, made, made.cohort);
    const Outcome nearby[] = {run(*eigen, made, disturbed(made.cohort, seed + 1, roundingOfARun)),
                              run(*eigen, made, disturbed(made.cohort, seed + 2, roundingOfARun))};
    const Outcome computed = run(openCl(made.divided), made, made.cohort);
    if (const QString different = compareUnits(made, seed, computed); !different.isEmpty())
        return different;
    for (std::size_t m = 0; m < made.cohort.models.size(); ++m) {
        const Dataset &data = *made.cohort.data;
        const Distance found = distanceOf(computed, expected, m, data);
        const Distance a = distanceOf(nearby[0], expected, m, data), b = distanceOf(nearby[1], expected, m, data);
        ++m_models;
        if (std::max({a.figures, b.figures, a.predictions, b.predictions}) > touchy) {
            ++m_touchy;
            continue;
        }
        const double limit = divergedLossOf(data);
        const auto diverged = divergedRow(expected, m, limit);
        if (diverged && diverged == divergedRow(computed, m, limit))
            continue;
        if (agrees(made, m, found, further(a, b), expected))
            continue;
        const Distance inFloat = furthestInFloat(made, m, seed, expected);
        if (std::max(inFloat.figures, inFloat.predictions) > touchy) {
            ++m_touchy;
            continue;
        }
        if (agrees(made, m, found, inFloat, expected))
            continue;
        ++m_strayed;
        const QString text = QStringLiteral("ACTISCOPE_FUZZ_SEED=%1 ACTISCOPE_FUZZ_COUNT=1: %2: model %3: ").arg(seed).arg(made.text).arg(m)
                             + describe(made.cohort.models[m], found, a);
        const bool isGross = !(found.figures <= gross && found.predictions <= gross);
        if (isGross || m_strayed > std::max(3, m_count / 20))
            return text;
        qInfo("%s", qPrintable(text));
    }
    return {};
}

void TestFuzzBackends::anyCohortTrainsOnOpenClAsOnEigen()
{
    for (unsigned i = 0; i < static_cast<unsigned>(m_count); ++i) {
        const unsigned seed = m_seed + 1000 * i;
        const Case made = CaseMaker(seed).make();
        const QString different = compare(made, seed);
        QVERIFY2(different.isEmpty(), qPrintable(different));
    }
    qInfo("%d models of %d cohorts; %d strayed, %d are too touchy to compare", m_models, m_count, m_strayed, m_touchy);
    QVERIFY2(m_touchy <= m_models / 10 + 1, "most models have to be compared");
}

ACTISCOPE_MAPPED_TEST_MAIN(TestFuzzBackends)
#include "tst_fuzz_backends.moc"
