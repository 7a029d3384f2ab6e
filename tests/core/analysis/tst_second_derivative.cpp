// f'' against closed forms, with the error that is said to bound it; where there is none.
#include "core/activations/activation_spec.h"
#include "core/activations/builtin_activations.h"
#include "core/analysis/curve.h"
#include "core/analysis/second_derivative.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <numbers>

using namespace actiscope;

namespace {

double sigmoid(double x)
{
    return 1 / (1 + std::exp(-x));
}

double density(double x)
{
    return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
}

struct ClosedForm {
    const char *spec;
    std::function<double(double)> second;
};

/** Worked out by hand. */
const std::vector<ClosedForm> &closedForms()
{
    static const auto logistic = [](double x, double b) {
        return b * b * sigmoid(b * x) * (1 - sigmoid(b * x)) * (1 - 2 * sigmoid(b * x));
    };
    static const std::vector<ClosedForm> forms = {
        {"identity", [](double) { return 0; }},
        {"leaky_relu:alpha=0.3", [](double) { return 0; }},
        {"sigmoid", [](double x) { return logistic(x, 1); }},
        {"tanh", [](double x) { return -2 * std::tanh(x) / (std::cosh(x) * std::cosh(x)); }},
        {"softplus:beta=20", [](double x) { return 20 * sigmoid(20 * x) * sigmoid(-20 * x); }},
        {"gelu", [](double x) { return density(x) * (2 - x * x); }},
        {"silu:beta=3", [](double x) { return 2 * 3 * sigmoid(3 * x) * sigmoid(-3 * x) + x * logistic(x, 3); }},
        {"elu:alpha=0.5", [](double x) { return x > 0 ? 0 : 0.5 * std::exp(x); }},
        {"celu:alpha=0.25", [](double x) { return x > 0 ? 0 : 4 * std::exp(4 * x); }},
        {"softsign", [](double x) { return -2 * (x > 0 ? 1 : -1) / std::pow(1 + std::abs(x), 3); }},
        {"hardswish", [](double x) { return std::abs(x) > 3 ? 0 : 1.0 / 3; }},
        {"tanhshrink", [](double x) { return 2 * std::tanh(x) / (std::cosh(x) * std::cosh(x)); }},
    };
    return forms;
}

} // namespace

class TestSecondDerivative : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheClosedFormWithinItsError_data();
    void agreesWithTheClosedFormWithinItsError();
    void isKnownCloseToAKink();
    void thereIsNoneWhereTheSlopeJumpsOrTurns_data();
    void thereIsNoneWhereTheSlopeJumpsOrTurns();
    void lineIsBrokenWhereThereIsNone();
    void everyActivationHasOneAlmostEverywhere();
};

void TestSecondDerivative::agreesWithTheClosedFormWithinItsError_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < closedForms().size(); ++i)
        QTest::newRow(closedForms()[i].spec) << int(i);
}

void TestSecondDerivative::agreesWithTheClosedFormWithinItsError()
{
    QFETCH(int, index);
    const auto &[text, second] = closedForms()[std::size_t(index)];
    const ActivationSpec spec = parseActivationSpec(text);
    for (double x = -9.97; x < 10; x += 0.0501) {
        const auto [value, error] = secondDerivative(*spec.activation, x, spec.parameters);
        const double off = std::abs(value - second(x));
        // The closed forms themselves are rounded.
        QVERIFY2(off <= error + 1e-13 * std::max(1.0, std::abs(value)),
                 qPrintable(QStringLiteral("at %1: %2, off by %3, said %4").arg(x).arg(value).arg(off).arg(error)));
        QVERIFY2(error < 1e-7, qPrintable(QStringLiteral("at %1: error %2").arg(x).arg(error)));
    }
}

void TestSecondDerivative::isKnownCloseToAKink()
{
    const ActivationSpec elu = parseActivationSpec("elu:alpha=2");
    for (const double x : {-0.2, -0.01, -0.0007}) {
        const auto [value, error] = secondDerivative(*elu.activation, x, elu.parameters);
        QVERIFY(error < 1e-6);
        QVERIFY(std::abs(value - 2 * std::exp(x)) <= error);
    }
}

void TestSecondDerivative::thereIsNoneWhereTheSlopeJumpsOrTurns_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<double>("x");
    QTest::newRow("f' jumps") << "relu" << 0.0;
    QTest::newRow("f' jumps at the second kink") << "hardtanh" << 1.0;
    QTest::newRow("f'' jumps, elu") << "elu:alpha=1" << 0.0;
    QTest::newRow("f'' jumps, no kink is listed") << "celu:alpha=0.5" << 0.0;
    QTest::newRow("f'' jumps to its opposite, so that a central difference says 0") << "softsign" << 0.0;
}

void TestSecondDerivative::thereIsNoneWhereTheSlopeJumpsOrTurns()
{
    QFETCH(QString, spec);
    QFETCH(double, x);
    const ActivationSpec function = parseActivationSpec(spec.toStdString());
    const SecondDerivative second = secondDerivative(*function.activation, x, function.parameters);
    QVERIFY2(std::isnan(second.value) || second.error > 1e-3, qPrintable(QString::number(second.value)));
}

void TestSecondDerivative::lineIsBrokenWhereThereIsNone()
{
    const ActivationSpec relu = parseActivationSpec("relu");
    const std::vector<double> x{-1, 0, 0, 1};
    const SampledLine line = sampleSecondDerivative(*relu.activation, relu.parameters, x);
    QCOMPARE(line.x, (std::vector<double>{-1, 0, 1}));
    QCOMPARE(line.y[0], 0.0);
    QVERIFY(std::isnan(line.y[1]));
    QCOMPARE(line.y[2], 0.0);
}

void TestSecondDerivative::everyActivationHasOneAlmostEverywhere()
{
    for (const Activation &activation : activations()) {
        const auto parameters = activation.defaultParameters();
        const ActivationCurve curve = sampleCurve(activation, parameters, -5, 5, 2000);
        const SampledLine line = sampleSecondDerivative(activation, parameters, curve.value.x);
        const auto breaks = std::ranges::count_if(line.y, [](double y) { return std::isnan(y); });
        QVERIFY2(breaks <= std::ssize(activation.kinks), activation.id.c_str());
    }
}

QTEST_APPLESS_MAIN(TestSecondDerivative)
#include "tst_second_derivative.moc"
