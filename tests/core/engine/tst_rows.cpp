// Every row of losses, optimisers and initialisations has what it computes with on Eigen, and that is what the row says it is.
#include "core/engine/initialization.h"
#include "core/engine/loss.h"
#include "core/engine/optimizer.h"
#include "core/engine/reference_loss.h"
#include "core/engine/reference_optimizer.h"

#include <QTest>

#include <cmath>
#include <set>
#include <string>

using namespace actiscope;

namespace {

using Doubles = LossMatrix<double>;

const std::vector<int> binaryLabels = {0, 1, 1, 0, 1}, labelsOfThree = {2, 0, 1, 1, 2};

Doubles waves(Eigen::Index rows, Eigen::Index columns, double phase)
{
    return Doubles::NullaryExpr(rows, columns,
                                [&](Eigen::Index i, Eigen::Index j) { return 1.7 * std::sin(static_cast<double>(3 * i + 5 * j) + phase); });
}

/** How far the gradient is from central differences of the mean, at most. */
double gradientError(const LossFormulas<Doubles> &formulas, const Doubles &outputs, const std::vector<int> &labels, const Doubles &targets)
{
    constexpr double h = 1e-5;
    const Doubles gradient = formulas.gradient(outputs, labels, targets);
    double worst = 0;
    for (Eigen::Index i = 0; i < outputs.size(); ++i) {
        Doubles above = outputs, below = outputs;
        above.data()[i] += h;
        below.data()[i] -= h;
        const double slope = (formulas.mean(above, labels, targets) - formulas.mean(below, labels, targets)) / (2 * h);
        worst = std::max(worst, std::abs(slope - gradient.data()[i]));
    }
    return worst;
}

/** Parameters after some steps down w² / 2. */
template <class Real>
typename StepArray<Real>::Matrix afterSteps(const OptimizerSettings &settings, int steps)
{
    using Matrix = typename StepArray<Real>::Matrix;
    Matrix value(1, 2);
    value << Real(1), Real(-0.5);
    Matrix first = Matrix::Zero(1, 2), second = first;
    for (int step = 1; step <= steps; ++step) {
        const Matrix gradient = value;
        ruleOf(settings.method).reference->step<Real>(settings, {value, gradient, first, second, settings.l2, step});
    }
    return value;
}

} // namespace

class TestRows : public QObject {
    Q_OBJECT

private slots:
    void gradientsAreThoseOfTheirLosses();
    void answersOfLogitsAreProbabilities();
    void everyOptimizerGoesDown();
    void methodsAndRulesGoTogether();
    void everyInitializationHasItsSpread();
};

void TestRows::gradientsAreThoseOfTheirLosses()
{
    for (const LossRow &row : losses()) {
        QVERIFY2(row.reference && !row.kernel.empty() && !row.axis.empty() && (row.acceptsLabels || row.acceptsValues), row.name.data());
        const LossFormulas<Doubles> &formulas = formulasOf<Doubles>(row.loss);
        for (const int outputs : {1, 3}) {
            const Doubles logits = waves(5, outputs, 0.4);
            const std::vector<int> &labels = outputs == 1 ? binaryLabels : labelsOfThree;
            if (row.acceptsLabels)
                QVERIFY2(gradientError(formulas, logits, labels, oneHot<Doubles>(labels, outputs)) < 1e-8, row.name.data());
            if (row.acceptsValues)
                QVERIFY2(gradientError(formulas, logits, {}, waves(5, outputs, 2)) < 1e-8, row.name.data());
        }
    }
}

void TestRows::answersOfLogitsAreProbabilities()
{
    for (const LossRow &row : losses()) {
        const Doubles outputs = waves(5, 3, 1), answers = formulasOf<Doubles>(row.loss).answer(outputs);
        if (row.isOfLogits)
            QVERIFY2((answers.rowwise().sum().array() - 1).abs().maxCoeff() < 1e-14 && answers.minCoeff() > 0, row.name.data());
        else
            QVERIFY2(answers == outputs, row.name.data());
    }
}

void TestRows::everyOptimizerGoesDown()
{
    for (const OptimizerChoice &choice : optimizerChoices()) {
        const auto inDouble = afterSteps<double>(choice.settings, 5);
        const auto inSingle = afterSteps<float>(choice.settings, 5);
        QVERIFY2(inDouble(0, 0) > 0 && inDouble(0, 0) < 0.99 && inDouble(0, 1) < 0 && inDouble(0, 1) > -0.495, choice.name.data());
        QVERIFY2((inSingle.cast<double>() - inDouble).cwiseAbs().maxCoeff() < 1e-5, choice.name.data());
    }
}

/** Choices of one method compute alike, and no two methods have one rule. */
void TestRows::methodsAndRulesGoTogether()
{
    std::set<std::string_view> kernels;
    std::set<const ReferenceRule *> references;
    for (std::size_t method = 0; method < optimizerMethodCount(); ++method) {
        const OptimizerRule &rule = ruleOf(static_cast<OptimizerMethod>(method));
        QVERIFY(rule.reference && references.insert(rule.reference).second);
        QVERIFY(rule.reference->formula);
        QVERIFY(!rule.kernel.empty() && kernels.insert(rule.kernel).second);
    }
    for (const OptimizerChoice &choice : optimizerChoices()) {
        QVERIFY2(choice.rule.kernel == ruleOf(choice.settings.method).kernel, choice.name.data());
        QCOMPARE(std::string(optimizerName(choice.settings)), std::string(choice.name));
    }
}

void TestRows::everyInitializationHasItsSpread()
{
    std::set<std::pair<bool, double>> spreads;
    for (const InitializationScheme &scheme : initializationSchemes()) {
        QVERIFY2(scheme.spread, scheme.name.data());
        const InitialSpread spread = scheme.spread({.kind = scheme.kind}, 6, 10);
        QVERIFY2(spread.size > 0 && spreads.emplace(spread.isNormal, spread.size).second, scheme.name.data());
    }
}

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
