// Random valid cohorts on OpenCL and on Eigen: figures, predictions, parameters and living units have to agree. The seed is printed;
// ACTISCOPE_FUZZ_SEED repeats a run, ACTISCOPE_FUZZ_COUNT makes it longer.
//
// Float strays from double as far as the configuration lets it: a sample that crosses a kink, a gradient that is nearly 0 and that Adam
// makes a whole step of. How far, Eigen tells itself: it trains again from initial parameters that are a few rounding errors of float away.
// Not every kink is met by that, so a few models in a hundred cohorts may stray further; a fault is not seen in a few.
#include "core/eigen_backend.h"
#include "core/initialization.h"
#include "gpu/opencl_device.h"
#include "tests/compare_figures.h"
#include "tests/disturbed.h"
#include "tests/gpu/mapped_backend.h"

#include <QTest>

#include <array>
#include <cmath>
#include <map>
#include <random>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr int defaultCount = 500;
constexpr int defaultCountOfLanes = 12; // PoCL takes seconds to build each program of this mapping

/** Differences that no rounding explains, of figures and predictions relative to 1 + magnitude. */
constexpr double gross = 0.03;

/** What a run left behind. */
struct Outcome {
    std::vector<ModelReport> reports;
    std::vector<EpochFigures> evaluation;
    std::vector<std::vector<float>> predictions;
    std::vector<ModelParameters> parameters;
    std::vector<std::vector<std::int64_t>> lastAlive;
};

/** A cohort, and what is done with it. */
struct Case {
    Cohort cohort;
    int epochs = 1;
    int moreEpochs = 0;                       ///< after the settings were changed
    std::vector<OptimizerSettings> changed;   ///< one a model
    std::vector<std::vector<std::vector<double>>> changedActivations;
    std::vector<float> points;                ///< for predictions
    bool split = false;                       ///< whether work-groups share a model
    QString text;
};

class CaseMaker {
public:
    explicit CaseMaker(unsigned seed)
        : m_random(seed)
    {
    }

    Case make();

private:
    int between(int least, int most) { return least + static_cast<int>(m_random() % static_cast<unsigned>(most - least + 1)); }
    bool oneIn(int n) { return between(1, n) == 1; }
    double uniform(double a, double b) { return a + (b - a) * static_cast<double>(m_random()) / 4294967296.0; }
    double normal() { return uniform(-1, 1) + uniform(-1, 1) + uniform(-1, 1); }

    NetworkShape shape();
    std::shared_ptr<const Dataset> data(const NetworkShape &shape, bool regression);
    LabelledPoints points(const NetworkShape &shape, bool regression, int classes, int count);
    ActivationSpec activation(std::size_t which);
    std::vector<double> activationParameters(const Activation &activation);
    OptimizerSettings optimizer();
    ModelSetup model(const NetworkShape &shape, std::size_t firstActivation, std::size_t leading);

    std::mt19937 m_random;
};

/** Programs take longer to build than to run, so the activations of a case are one of few sets. */
constexpr std::size_t setSize = 4;

NetworkShape CaseMaker::shape()
{
    NetworkShape shape;
    shape.inputs = oneIn(12) ? between(100, 300) : oneIn(3) ? between(1, 40) : between(1, 4);
    shape.hidden.clear();
    const int depth = oneIn(6) ? between(4, 8) : between(0, 3);
    for (int l = 0; l < depth; ++l)
        shape.hidden.push_back(oneIn(15) ? between(100, 300) : oneIn(2) ? between(1, 12) : between(1, 70));
    shape.outputs = oneIn(3) ? 2 : between(1, 16);
    return shape;
}

LabelledPoints CaseMaker::points(const NetworkShape &shape, bool regression, int classes, int count)
{
    LabelledPoints points;
    points.features = static_cast<std::size_t>(shape.inputs);
    points.targetCount = regression ? static_cast<std::size_t>(shape.outputs) : 0;
    for (int i = 0; i < count; ++i) {
        double sum = 0;
        for (int f = 0; f < shape.inputs; ++f) {
            points.coordinates.push_back(normal());
            sum += points.coordinates.back();
        }
        if (!regression)
            points.labels.push_back(oneIn(10) ? between(0, classes - 1) : std::abs(static_cast<int>(std::floor(sum))) % classes);
        for (std::size_t t = 0; t < points.targetCount; ++t)
            points.targets.push_back(std::sin(sum + static_cast<double>(t)) + 0.1 * normal());
    }
    return points;
}

std::shared_ptr<const Dataset> CaseMaker::data(const NetworkShape &shape, bool regression)
{
    auto data = std::make_shared<Dataset>();
    data->classes = regression ? 0 : std::max(2, shape.outputs);
    data->train = points(shape, regression, data->classes, oneIn(8) ? between(1, 5) : between(1, 260));
    data->test = points(shape, regression, data->classes, oneIn(8) ? 1 : between(1, 120));
    data->all = data->train;
    return data;
}

std::vector<double> CaseMaker::activationParameters(const Activation &activation)
{
    std::vector<double> values = activation.defaultParameters();
    for (std::size_t k = 0; k < values.size() && !oneIn(3); ++k) {
        const ActivationParameter &parameter = activation.parameters[k];
        const double reach = 2 * std::abs(parameter.defaultValue) + 0.1;
        values[k] = uniform(std::max(parameter.minimum, values[k] - reach), std::min(parameter.maximum, values[k] + reach));
    }
    if (activation.drawsWhileTraining())
        std::ranges::sort(values);
    return values;
}

ActivationSpec CaseMaker::activation(std::size_t which)
{
    const Activation &activation = activations()[which % activations().size()];
    return makeSpec(activation, activationParameters(activation));
}

OptimizerSettings CaseMaker::optimizer()
{
    const auto choices = optimizerChoices();
    OptimizerSettings settings = choices[static_cast<std::size_t>(between(0, static_cast<int>(choices.size()) - 1))].settings;
    settings.learningRate = std::pow(10.0, uniform(-4, -1.5));
    if (settings.momentum > 0 || (settings.method == OptimizerMethod::RmsProp && oneIn(2)))
        settings.momentum = uniform(0.1, 0.95);
    if (oneIn(2)) {
        settings.smoothing = uniform(0.5, 0.999);
        settings.beta1 = uniform(0, 0.95);
        settings.beta2 = uniform(0.5, 0.9999);
        settings.epsilon = std::pow(10.0, uniform(-8, -3));
    }
    if (oneIn(4))
        settings.l1 = std::pow(10.0, uniform(-5, -2));
    if (oneIn(3))
        settings.l2 = std::pow(10.0, uniform(-5, -1));
    if (oneIn(3))
        settings.clipNorm = std::pow(10.0, uniform(-2, 1));
    return settings;
}

ModelSetup CaseMaker::model(const NetworkShape &shape, std::size_t firstActivation, std::size_t leading)
{
    ModelSetup setup;
    setup.activations = {activation(firstActivation + leading)};
    if (!shape.hidden.empty() && oneIn(2)) {
        while (setup.activations.size() < shape.hidden.size())
            setup.activations.push_back(activation(firstActivation + static_cast<std::size_t>(between(0, setSize - 1))));
    }
    std::vector<std::vector<double>> parameters;
    for (std::size_t l = 0; l < shape.hidden.size(); ++l)
        parameters.push_back(setup.activation(l).parameters);
    InitializationSettings initialization;
    const auto schemes = initializationSchemes();
    initialization.kind = schemes[static_cast<std::size_t>(between(0, static_cast<int>(schemes.size()) - 1))].kind;
    initialization.range = uniform(0.05, 0.5);
    initialization.biasConstant = oneIn(4) ? uniform(-1, 1) : 0;
    setup.initial = initialParameters(shape, static_cast<std::uint32_t>(m_random()), parameters, initialization);
    setup.optimizer = optimizer();
    setup.batchSeed = static_cast<std::uint32_t>(between(0, 2));
    setup.drawSeed = static_cast<std::uint32_t>(m_random());
    return setup;
}

Case CaseMaker::make()
{
    Case made;
    const std::size_t sets = (activations().size() + setSize - 1) / setSize;
    const std::size_t set = static_cast<std::size_t>(between(0, static_cast<int>(sets) - 1));
    NetworkShape shape = this->shape();
    // Each set meets two of the four losses, each loss many sets.
    const int kind = static_cast<int>(set + (oneIn(2) ? 1 : 0)) % 4;
    if (kind == 1)
        shape.outputs = 1;
    else if (kind == 0 && shape.outputs == 1)
        shape.outputs = 2;
    made.cohort.shape = shape;
    made.cohort.data = data(shape, kind == 3);
    made.cohort.loss = kind >= 2 ? Loss::MeanSquaredError : Loss::CrossEntropy;
    const int trainCount = static_cast<int>(made.cohort.data->train.count());
    if (oneIn(2))
        made.cohort.batchSize = static_cast<std::size_t>(oneIn(4) ? between(1, 4) : between(1, trainCount + 10));
    made.cohort.tracksUnits = oneIn(2);
    const std::size_t models = oneIn(10) ? static_cast<std::size_t>(between(10, 40)) : setSize + static_cast<std::size_t>(between(0, 2));
    for (std::size_t m = 0; m < models; ++m)
        made.cohort.models.push_back(model(shape, set * setSize, m % setSize));
    made.epochs = between(1, 3);
    made.moreEpochs = oneIn(3) ? between(1, 2) : 0;
    for (const ModelSetup &setup : made.cohort.models) {
        made.changed.push_back(setup.optimizer);
        made.changed.back().learningRate *= 0.5;
        made.changedActivations.emplace_back();
        for (std::size_t l = 0; l < shape.hidden.size(); ++l)
            made.changedActivations.back().push_back(activationParameters(*setup.activation(l).activation));
    }
    for (int i = between(1, 100) * shape.inputs; i > 0; --i)
        made.points.push_back(static_cast<float>(normal()));
    made.split = oneIn(3);
    made.text = QStringLiteral("%1 models, %2 inputs, %3 outputs, %4 training points, batches of %5, loss %6, %7 epochs%8, hidden")
                    .arg(models)
                    .arg(shape.inputs)
                    .arg(shape.outputs)
                    .arg(trainCount)
                    .arg(made.cohort.batchSize)
                    .arg(kind)
                    .arg(made.epochs)
                    .arg(made.split ? ", split" : "");
    for (const int width : shape.hidden)
        made.text += ' ' + QString::number(width);
    return made;
}

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
        outcome.predictions.push_back(backend.predict(m, made.points));
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

} // namespace

class TestFuzzBackends : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void anyCohortTrainsOnOpenClAsOnEigen();

private:
    Backend &openCl(bool split);
    QString compare(const Case &made, unsigned seed);

    unsigned m_seed = 0;
    int m_count = 0;
    std::map<bool, std::unique_ptr<Backend>> m_openCl; ///< by whether work-groups share a model
    int m_models = 0;
    int m_touchy = 0; ///< models that float cannot be held to anything on
    int m_strayed = 0; ///< models that float took further away than expected
};

void TestFuzzBackends::initTestCase()
{
    m_seed = qEnvironmentVariableIsSet("ACTISCOPE_FUZZ_SEED") ? qEnvironmentVariable("ACTISCOPE_FUZZ_SEED").toUInt() : std::random_device()();
    m_count = mappingUnderTest == KernelMapping::Lanes ? defaultCountOfLanes : defaultCount;
    if (qEnvironmentVariableIsSet("ACTISCOPE_FUZZ_COUNT"))
        m_count = qEnvironmentVariableIntValue("ACTISCOPE_FUZZ_COUNT");
    qInfo("ACTISCOPE_FUZZ_SEED=%u", m_seed);
}

Backend &TestFuzzBackends::openCl(bool split)
{
    std::unique_ptr<Backend> &backend = m_openCl[split];
    if (!backend) {
        KernelTuning tuning = KernelTuning::forDevice(allOpenClDevices().at(0), mappingUnderTest);
        tuning.splitFlops = split ? 0 : 1e300;
        backend = makeOpenClBackend(0, tuning);
    }
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

/** What differs too much, or an empty text. A few models may stray further than expected, by no more than `gross`. */
QString TestFuzzBackends::compare(const Case &made, unsigned seed)
{
    const auto eigen = makeEigenBackend();
    const Outcome expected = run(*eigen, made, made.cohort);
    const Outcome nearby[] = {run(*eigen, made, disturbed(made.cohort, seed + 1, 4 * floatRounding)),
                              run(*eigen, made, disturbed(made.cohort, seed + 2, 4 * floatRounding))};
    const Outcome computed = run(openCl(made.split), made, made.cohort);
    for (std::size_t m = 0; m < made.cohort.models.size(); ++m) {
        const Dataset &data = *made.cohort.data;
        const Distance found = distanceOf(computed, expected, m, data);
        const Distance a = distanceOf(nearby[0], expected, m, data), b = distanceOf(nearby[1], expected, m, data);
        ++m_models;
        constexpr double factor = 30;
        constexpr double touchy = 1e-4;
        if (std::max({a.figures, b.figures, a.predictions, b.predictions}) > touchy) {
            ++m_touchy;
            continue;
        }
        const auto allowed = [&](double Distance::*member, double least) { return std::max(least, factor * std::max(a.*member, b.*member)); };
        const OptimizerSettings &optimizer = made.cohort.models[m].optimizer;
        const double steps = static_cast<double>(made.cohort.batches()) * (made.epochs + made.moreEpochs);
        const double strayStep = optimizer.method == OptimizerMethod::Sgd ? 0 : 0.01 * optimizer.learningRate * std::sqrt(steps);
        // A sample that crosses a kink somewhere on the way changes the direction of a step a little.
        const double strayLoss = 1e-3 * progress(expected.reports[m].rows) + strayStep;
        const bool agrees = found.figures <= allowed(&Distance::figures, 1e-5 + strayLoss)
            && found.predictions <= allowed(&Distance::predictions, 2e-5 + strayLoss)
            && found.parameters <= allowed(&Distance::parameters, 2e-5 + strayStep)
            && (mayVanish(made.cohort.models[m])
                || (found.samples <= allowed(&Distance::samples, 4.5) && found.units <= allowed(&Distance::units, 0)));
        if (agrees)
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
