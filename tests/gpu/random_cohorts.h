// Random valid cohorts, and what a test does with them. The same seed makes the same case.
#pragma once

#include "core/activations/builtin_activations.h"
#include "core/engine/backend.h"
#include "core/engine/initialization.h"
#include "tests/gpu/mapped_backend.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace actiscope::test {

/** A cohort, and what is done with it. */
struct Case {
    Cohort cohort;
    int epochs = 1;
    int moreEpochs = 0;                     ///< after the settings were changed
    std::vector<OptimizerSettings> changed; ///< one a model
    std::vector<std::vector<std::vector<double>>> changedActivations;
    std::vector<float> points;          ///< for predictions
    Divided divided = Divided::Nothing; ///< by the work-groups of a model
    QString text;
};

class CaseMaker {
public:
    explicit CaseMaker(unsigned seed) : m_random(seed), m_sets(setsOfRun(seed)) {}

    Case make();
    /** Of formulas that are no number at 0 or have no slope there, of one loss and set, so that there is one program. */
    Case makeOfFormulas();

private:
    int between(int least, int most) { return least + static_cast<int>(m_random() % static_cast<unsigned>(most - least + 1)); }
    bool oneIn(int n) { return between(1, n) == 1; }
    double uniform(double a, double b) { return a + (b - a) * static_cast<double>(m_random()) / 4294967296.0; }
    double normal() { return uniform(-1, 1) + uniform(-1, 1) + uniform(-1, 1); }

    NetworkShape shape();
    std::shared_ptr<const Dataset> data(const NetworkShape &shape, bool regression);
    LabelledPoints points(const NetworkShape &shape, bool regression, int classes, int count);
    Case make(std::size_t set, int kind);
    ActivationSpec activation(std::size_t which);
    std::vector<double> activationParameters(const Activation &activation);
    OptimizerSettings optimizer();
    ModelSetup model(const NetworkShape &shape, std::size_t firstActivation, std::size_t leading);

    static std::vector<std::size_t> setsOfRun(unsigned seed);

    std::mt19937 m_random;
    std::vector<std::size_t> m_sets; ///< of activations that cases have
};

/** Programs take longer to build than to run, so the activations of a case are one of few sets. */
inline constexpr std::size_t setSize = 4;

inline NetworkShape CaseMaker::shape()
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

inline LabelledPoints CaseMaker::points(const NetworkShape &shape, bool regression, int classes, int count)
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

inline std::shared_ptr<const Dataset> CaseMaker::data(const NetworkShape &shape, bool regression)
{
    auto data = std::make_shared<Dataset>();
    data->classes = regression ? 0 : std::max(2, shape.outputs);
    data->train = points(shape, regression, data->classes, oneIn(8) ? between(1, 5) : between(1, 260));
    data->test = points(shape, regression, data->classes, oneIn(8) ? 1 : between(1, 120));
    data->all = data->train;
    return data;
}

inline std::vector<double> CaseMaker::activationParameters(const Activation &activation)
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

/** The sets of rows of activations.def; the set after them is made of formulas. */
inline std::size_t setsOfRows()
{
    return (activations().size() + setSize - 1) / setSize;
}

/** All of them, and that of formulas. Where programs take seconds, as of the lanes mapping, those of a run are three, and others in the next: seeds of its cases
 *  are a multiple of 1000 apart. */
inline std::vector<std::size_t> CaseMaker::setsOfRun(unsigned seed)
{
    constexpr std::size_t few = 3, apart = 1000;
    const std::size_t rows = setsOfRows();
    std::vector<std::size_t> sets;
    for (std::size_t set = 0; set < rows; ++set)
        sets.push_back(set);
    if (mappingUnderTest == KernelMapping::Lanes) {
        sets.clear();
        for (std::size_t i = 0; i + 1 < few; ++i)
            sets.push_back((seed % apart + i * rows / (few - 1)) % rows);
    }
    sets.push_back(rows);
    return sets;
}

/** At 0 these are no number, or f' is none: what fills up a vector or a tile would be seen if it reached a sum. */
inline constexpr std::array<const char *, setSize> formulasWithoutZero = {"formula:sin(x)/x", "formula:x/(exp(x)-1)",
                                                                          "formula:sign(x)*sqrt(abs(x))", "formula:a*x*log(abs(x)),a=0.7"};

inline ActivationSpec CaseMaker::activation(std::size_t which)
{
    if (which >= setsOfRows() * setSize)
        return parseActivationSpec(formulasWithoutZero[which % setSize]);
    const Activation &activation = activations()[which % activations().size()];
    return makeSpec(activation, activationParameters(activation));
}

inline OptimizerSettings CaseMaker::optimizer()
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

inline ModelSetup CaseMaker::model(const NetworkShape &shape, std::size_t firstActivation, std::size_t leading)
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

inline Case CaseMaker::make()
{
    const std::size_t set = m_sets[static_cast<std::size_t>(between(0, static_cast<int>(m_sets.size()) - 1))];
    // Each set meets two of the four losses, each loss many sets.
    return make(set, static_cast<int>(set + (oneIn(2) ? 1 : 0)) % 4);
}

inline Case CaseMaker::makeOfFormulas()
{
    return make(setsOfRows(), static_cast<int>(setsOfRows()) % 4);
}

inline Case CaseMaker::make(std::size_t set, int kind)
{
    Case made;
    NetworkShape shape = this->shape();
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
    constexpr std::array choices = {Divided::Nothing, Divided::Batches, Divided::Units};
    const auto choice = static_cast<std::size_t>(between(0, 2));
    made.divided = choices[choice];
    made.text = QStringLiteral("%1 models, %2 inputs, %3 outputs, %4 training points, batches of %5, loss %6, %7 epochs%8, hidden")
                    .arg(models)
                    .arg(shape.inputs)
                    .arg(shape.outputs)
                    .arg(trainCount)
                    .arg(made.cohort.batchSize)
                    .arg(kind)
                    .arg(made.epochs)
                    .arg(std::array{"", ", batches divided", ", units divided"}[choice]);
    for (const int width : shape.hidden)
        made.text += ' ' + QString::number(width);
    return made;
}

} // namespace actiscope::test
