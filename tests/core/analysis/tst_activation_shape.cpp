// What is said of activations: against what follows from their formulas by hand.
#include "core/activations/activation_spec.h"
#include "core/activations/builtin_activations.h"
#include "core/analysis/activation_shape.h"
#include "core/base/number_text.h"
#include "core/base/real.h"
#include "tests/support/reference_data.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <set>

using namespace actiscope;

namespace {

/** What a textbook says of one activation. */
struct Expected {
    std::string spec;
    RangeEnd low;
    RangeEnd high;
    Trend trend;
    std::vector<double> kinks;
    std::vector<double> bends;
    std::vector<InputInterval> zeroSlope;
    std::vector<double> jumps = {};
};

InputInterval upTo(double x, bool included = true)
{
    return {-infinity, x, false, included};
}

InputInterval from(double x)
{
    return {x, infinity, true, false};
}

InputInterval at(double x)
{
    return {x, x, true, true};
}

constexpr RangeEnd noLimit{std::numeric_limits<double>::quiet_NaN(), false}; // of an oscillation: the range is not known
constexpr RangeEnd noLower{-infinity, false};
constexpr RangeEnd noUpper{infinity, false};

/** Minima: f' = 0 by bisection of difference quotients of Python's own math.erf, tanh and exp; SiLU's is
 *  also -(1 + W(1/e)), and with β it shrinks as 1/β. */
const std::vector<Expected> &textbook()
{
    static const std::vector<Expected> all = {
        {"identity", noLower, noUpper, Trend::Rising, {}, {}, {}},
        {"relu", {0, true}, noUpper, Trend::NeverFalling, {0}, {}, {upTo(0)}},
        {"leaky_relu", noLower, noUpper, Trend::Rising, {0}, {}, {}},
        {"leaky_relu:alpha=0", {0, true}, noUpper, Trend::NeverFalling, {0}, {}, {upTo(0)}},
        {"leaky_relu:alpha=1", noLower, noUpper, Trend::Rising, {}, {}, {}},
        {"prelu", noLower, noUpper, Trend::Rising, {0}, {}, {}},
        {"prelu:alpha=-0.5", {0, true}, noUpper, Trend::Turning, {0}, {}, {}},
        {"rrelu", noLower, noUpper, Trend::Rising, {0}, {}, {}},
        {"relu6", {0, true}, {6, true}, Trend::NeverFalling, {0, 6}, {}, {upTo(0), from(6)}},
        {"threshold", {0, true}, noUpper, Trend::NeverFalling, {1}, {}, {upTo(1)}, {1}},
        {"threshold:threshold=-1,value=2", {-1, false}, noUpper, Trend::Turning, {-1}, {}, {upTo(-1)}, {-1}},
        {"threshold:threshold=0,value=0", {0, true}, noUpper, Trend::NeverFalling, {0}, {}, {upTo(0)}},
        {"squared_relu", {0, true}, noUpper, Trend::NeverFalling, {}, {0}, {upTo(0)}},
        {"elu", {-1, false}, noUpper, Trend::Rising, {}, {0}, {}},
        {"elu:alpha=0.5", {-0.5, false}, noUpper, Trend::Rising, {0}, {}, {}},
        {"celu", {-1, false}, noUpper, Trend::Rising, {}, {0}, {}},
        {"celu:alpha=0.05", {-0.05, false}, noUpper, Trend::Rising, {}, {0}, {}},
        {"celu:alpha=5", {-5, false}, noUpper, Trend::Rising, {}, {0}, {}},
        {"selu", {-1.758099, false}, noUpper, Trend::Rising, {0}, {}, {}},
        {"gelu", {-0.169971, true}, noUpper, Trend::Turning, {}, {}, {at(-0.751792)}},
        {"gelu_tanh", {-0.170041, true}, noUpper, Trend::Turning, {}, {}, {at(-0.752461)}},
        {"gelu_sigmoid", {-0.163610, true}, noUpper, Trend::Turning, {}, {}, {at(-0.751154)}},
        {"silu", {-0.278465, true}, noUpper, Trend::Turning, {}, {}, {at(-1.278465)}},
        {"silu:beta=0", noLower, noUpper, Trend::Rising, {}, {}, {}},
        {"silu:beta=10", {-0.0278465, true}, noUpper, Trend::Turning, {}, {}, {at(-0.1278465)}},
        {"mish", {-0.308843, true}, noUpper, Trend::Turning, {}, {}, {at(-1.192431)}},
        {"softplus", {0, false}, noUpper, Trend::Rising, {}, {}, {}},
        {"softplus:beta=20", {0, false}, noUpper, Trend::Rising, {}, {}, {}},
        {"sigmoid", {0, false}, {1, false}, Trend::Rising, {}, {}, {}},
        {"tanh", {-1, false}, {1, false}, Trend::Rising, {}, {}, {}},
        {"softsign", {-1, false}, {1, false}, Trend::Rising, {}, {0}, {}},
        {"logsigmoid", noLower, {0, false}, Trend::Rising, {}, {}, {}},
        {"tanhshrink", noLower, noUpper, Trend::Rising, {}, {}, {at(0)}},
        {"hardtanh", {-1, true}, {1, true}, Trend::NeverFalling, {-1, 1}, {}, {upTo(-1), from(1)}},
        {"hardsigmoid", {0, true}, {1, true}, Trend::NeverFalling, {-3, 3}, {}, {upTo(-3), from(3)}},
        {"hardshrink", noLower, noUpper, Trend::NeverFalling, {-0.5, 0.5}, {}, {{-0.5, 0.5, true, true}}, {-0.5, 0.5}},
        {"hardshrink:lambd=2", noLower, noUpper, Trend::NeverFalling, {-2, 2}, {}, {{-2, 2, true, true}}, {-2, 2}},
        {"softshrink", noLower, noUpper, Trend::NeverFalling, {-0.5, 0.5}, {}, {{-0.5, 0.5, true, true}}},
        {"sine",
         noLimit,
         noLimit,
         Trend::Turning,
         {},
         {},
         {at(-7.853982), at(-4.712389), at(-1.570796), at(1.570796), at(4.712389), at(7.853982)}},
        {"formula:sign(x)", {-1, true}, {1, true}, Trend::NeverFalling, {}, {}, {{-infinity, infinity, false, false}}, {0}},
        {"formula:x<0?x+1:x-1", noLower, noUpper, Trend::Turning, {}, {}, {}, {0}},
        {"hardswish", {-0.375, true}, noUpper, Trend::Turning, {-3, 3}, {}, {upTo(-3), at(-1.5)}},
    };
    return all;
}

bool same(double a, double b)
{
    return a == b || std::abs(a - b) < 2e-6;
}

bool same(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return same(x, y); });
}

bool same(const InputInterval &a, const InputInterval &b)
{
    return same(a.from, b.from) && same(a.to, b.to) && a.includesFrom == b.includesFrom && a.includesTo == b.includesTo;
}

} // namespace

class TestActivationShape : public QObject {
    Q_OBJECT

private slots:
    void areWhatTheFormulasImply_data();
    void areWhatTheFormulasImply();
    void wordsForItAreThoseOfTheFormula_data();
    void wordsForItAreThoseOfTheFormula();
    void whatTheGivenTableHasIsInTheTextbook();
    void everyActivationIsAsItsFiguresSay();
    void turningIsWhereItFallsAndRises();
    void slopesFarOutAreLimits();
    void somethingThatIsNoNumberHasNoProperties();
    void anOscillationHasNoLimit();
    void slowGrowthAndSlowApproachHaveLimits();
    void aFormulaIsLookedAtWithItsParameters();
    void kinksFarOutCostNoMore();

private:
    static ActivationShape of(const std::string &text)
    {
        const ActivationSpec spec = parseActivationSpec(text);
        return shapeOf(*spec.activation, spec.parameters).value();
    }
};

void TestActivationShape::areWhatTheFormulasImply_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < textbook().size(); ++i)
        QTest::newRow(textbook()[i].spec.c_str()) << static_cast<int>(i);
}

void TestActivationShape::areWhatTheFormulasImply()
{
    QFETCH(int, index);
    const Expected &expected = textbook()[static_cast<std::size_t>(index)];
    const ActivationShape found = of(expected.spec);
    QCOMPARE(found.range.has_value(), !std::isnan(expected.low.value));
    if (found.range) {
        const auto describe = [](const RangeEnd &end) { return QStringLiteral("%1 %2").arg(end.value, 0, 'g', 9).arg(end.attained); };
        QVERIFY2(same(found.range->low.value, expected.low.value) && found.range->low.attained == expected.low.attained,
                 qPrintable(describe(found.range->low)));
        QVERIFY2(same(found.range->high.value, expected.high.value) && found.range->high.attained == expected.high.attained,
                 qPrintable(describe(found.range->high)));
    }
    QVERIFY(same(found.jumps, expected.jumps));
    QCOMPARE(static_cast<int>(found.trend), static_cast<int>(expected.trend));
    QVERIFY(same(found.kinks, expected.kinks));
    QVERIFY2(same(found.bends, expected.bends), qPrintable(QString::number(found.bends.size())));
    const auto sameInterval = [](const InputInterval &a, const InputInterval &b) { return same(a, b); };
    QVERIFY2(std::ranges::equal(found.zeroSlope, expected.zeroSlope, sameInterval),
             qPrintable(found.zeroSlope.empty() ? QStringLiteral("none") : QString::number(found.zeroSlope.front().from, 'g', 9)));
}

void TestActivationShape::wordsForItAreThoseOfTheFormula_data()
{
    QTest::addColumn<QString>("expected"); // of smooth, monotonic, bounded below, bounded above, linear, odd: the letters that hold
    QTest::newRow("identity") << "smlo";
    QTest::newRow("relu") << "mb";
    QTest::newRow("leaky_relu") << "m";
    QTest::newRow("leaky_relu:alpha=1") << "smlo";
    QTest::newRow("prelu:alpha=-0.5") << "b";
    QTest::newRow("relu6") << "mba";
    QTest::newRow("elu") << "smb";
    QTest::newRow("elu:alpha=0.5") << "mb";
    QTest::newRow("celu:alpha=0.5") << "smb";
    QTest::newRow("selu") << "mb";
    QTest::newRow("gelu") << "sb";
    QTest::newRow("silu") << "sb";
    QTest::newRow("mish") << "sb";
    QTest::newRow("softplus") << "smb";
    QTest::newRow("sigmoid") << "smba";
    QTest::newRow("tanh") << "smbao";
    QTest::newRow("softsign") << "smbao";
    QTest::newRow("logsigmoid") << "sma";
    QTest::newRow("tanhshrink") << "smo";
    QTest::newRow("hardtanh") << "mbao";
    QTest::newRow("hardsigmoid") << "mba";
    QTest::newRow("hardswish") << "b";
    QTest::newRow("hardshrink") << "mo";
    QTest::newRow("hardshrink:lambd=0") << "smo";
    QTest::newRow("softshrink") << "mo";
    QTest::newRow("squared_relu") << "smb";
    QTest::newRow("sine") << "so";
    QTest::newRow("threshold") << "mb";
    QTest::newRow("formula:sign(x)") << "mbao";
}

void TestActivationShape::wordsForItAreThoseOfTheFormula()
{
    QFETCH(QString, expected);
    const ActivationShape shape = of(QTest::currentDataTag());
    QString found;
    const std::pair<bool, const char *> letters[] = {{shape.isSmooth(), "s"},       {shape.isMonotonic(), "m"},
                                                     {shape.isBoundedBelow(), "b"}, {shape.isBoundedAbove(), "a"},
                                                     {shape.isLinear, "l"},         {shape.isOdd, "o"}};
    for (const auto &[holds, letter] : letters)
        found += QLatin1String(holds ? letter : "");
    QCOMPARE(found, expected);
}

/** A newcomer may be looked at by the next test alone. */
void TestActivationShape::whatTheGivenTableHasIsInTheTextbook()
{
    std::set<std::string> known;
    for (const Expected &entry : textbook())
        known.insert(entry.spec);
    for (const auto &point : reference::readActivationPoints(reference::shippedTable("activations")))
        QVERIFY2(known.contains(point.spec.activation->id), point.spec.activation->id.c_str());
}

void TestActivationShape::everyActivationIsAsItsFiguresSay()
{
    constexpr double rounding = 1e-12;
    std::vector<reference::ActivationPoint> points = reference::readShippedPoints();
    for (const char *table : {"activation_tails.csv", "extreme_values.csv"}) {
        const auto more = reference::readActivationPoints(table);
        points.insert(points.end(), more.begin(), more.end());
    }
    for (const Activation &activation : activations()) {
        const ActivationShape found = of(activation.id);
        bool rises = false, falls = false;
        for (const auto &point : points) {
            if (point.spec.activation != &activation || point.spec.parameters != activation.defaultParameters())
                continue;
            rises = rises || point.derivative > 0;
            falls = falls || point.derivative < 0;
            const double allowed = rounding * std::max(1.0, std::abs(point.value));
            QVERIFY2(!found.range || (point.value >= found.range->low.value - allowed && point.value <= found.range->high.value + allowed),
                     qPrintable(QStringLiteral("%1 at %2").arg(activation.id.c_str()).arg(point.x)));
        }
        QVERIFY2(rises || falls, activation.id.c_str());
        QVERIFY2(found.isMonotonic() == !(rises && falls), activation.id.c_str());
    }
}

void TestActivationShape::turningIsWhereItFallsAndRises()
{
    QVERIFY(same(of("gelu").turns, {-0.751792}));
    QVERIFY(same(of("hardswish").turns, {-1.5}));
    QVERIFY(same(of("prelu:alpha=-0.5").turns, {0}));
    for (const Activation &activation : activations()) {
        const ActivationShape found = of(activation.id);
        QCOMPARE(found.turns.empty(), found.isMonotonic());
        for (const double x : found.turns) {
            const ActivationSpec spec = defaultSpec(activation);
            QVERIFY(spec.derivative(x - 0.01) * spec.derivative(x + 0.01) < 0);
        }
    }
}

void TestActivationShape::slopesFarOutAreLimits()
{
    QCOMPARE(of("elu").slopeFarLeft, 0.0);
    QCOMPARE(of("elu").slopeFarRight, 1.0);
    QCOMPARE(of("leaky_relu:alpha=0.25").slopeFarLeft, 0.25);
    QCOMPARE(of("sigmoid").slopeFarRight, 0.0);
}

/** Where that is not yet seen at a million. */
void TestActivationShape::slowGrowthAndSlowApproachHaveLimits()
{
    const auto range = [](const std::string &text) { return of(text).range.value(); };
    QCOMPARE(range("formula:log1p(relu(x))").high, (RangeEnd{infinity, false}));
    QCOMPARE(range("formula:log1p(relu(x))").low, (RangeEnd{0, true}));
    QCOMPARE(range("formula:asinh(x)").high, (RangeEnd{infinity, false}));
    QCOMPARE(range("formula:asinh(x)").low, (RangeEnd{-infinity, false}));
    QCOMPARE(range("formula:x/(1e7+|x|)").high, (RangeEnd{1, false}));
    QVERIFY(!of("formula:x*sin(x)").range);
    QVERIFY(!of("formula:cos(log1p(x²))").range);
}

void TestActivationShape::somethingThatIsNoNumberHasNoProperties()
{
    Activation root = activations().front();
    root.doubleKernels.value = [](std::size_t count, const double *x, const ActivationKernels<double>::ParameterView &, double *y) {
        std::transform(x, x + count, y, [](double at) { return std::sqrt(at); });
    };
    QVERIFY(!shapeOf(root, {}));
}

void TestActivationShape::anOscillationHasNoLimit()
{
    Activation wave = activations().front();
    wave.doubleKernels.value = [](std::size_t count, const double *x, const ActivationKernels<double>::ParameterView &, double *y) {
        std::transform(x, x + count, y, [](double at) { return std::sin(at); });
    };
    wave.doubleKernels.derivative = [](std::size_t count, const double *x, const double *, const ActivationKernels<double>::ParameterView &,
                                       double *dydx) { std::transform(x, x + count, dydx, [](double at) { return std::cos(at); }); };
    const auto found = shapeOf(wave, {});
    QVERIFY(found && !found->range);
    QCOMPARE(found->zeroSlope.size(), std::size_t(6)); // ±π/2, ±3π/2, ±5π/2
    QVERIFY(std::abs(found->zeroSlope.back().from - 2.5 * 3.14159265358979) < 1e-9);
    QVERIFY(!found->isMonotonic());
}

void TestActivationShape::aFormulaIsLookedAtWithItsParameters()
{
    const ActivationShape found = of("formula:max(x-a,0),a=2.5");
    QCOMPARE(found.kinks, std::vector<double>{2.5}); // moves with the parameter
    QVERIFY(found.trend == Trend::NeverFalling);
    QCOMPARE(found.zeroSlope.size(), std::size_t(1));
    QVERIFY(std::abs(found.zeroSlope.front().to - 2.5) < 1e-9);
    QCOMPARE(of("formula:x*sigmoid(b*x)").zeroSlope.size(), std::size_t(1));
    QVERIFY(same(of("formula:x*sigmoid(b*x)").range->low.value, of("silu").range->low.value));
}

void TestActivationShape::kinksFarOutCostNoMore()
{
    for (const double kink : {1e6, 1e20}) {
        QElapsedTimer timer;
        timer.start();
        const ActivationShape found = of("formula:relu(x-" + numberText(kink) + ")");
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(found.kinks, std::vector<double>{kink});
        QVERIFY(found.trend == Trend::NeverFalling);
        QCOMPARE(found.zeroSlope.size(), std::size_t(1));
        QCOMPARE(found.zeroSlope.front().to, kink);
        QVERIFY(found.range && found.range->low.value == 0 && found.range->high.value == infinity);
    }
    QCOMPARE(of("formula:relu(a*x+1),a=0.0001").kinks, std::vector<double>{-10000.0});
}

QTEST_GUILESS_MAIN(TestActivationShape)
#include "tst_activation_shape.moc"
