// Every activation as OpenCL computes it, in float, against the double formulas and the reference tables.
#include "core/activations/builtin_activations.h"
#include "core/base/errors.h"
#include "gpu/engine/opencl_backend.h"
#include "tests/gpu/failing_call.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/reference_data.h"
#include "tests/support/tolerances.h"

#include <QRegularExpression>
#include <QTest>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** Distance in units in the last place of a float at `scale`. What is below the smallest normal float may flush to 0, in the
 *  result and in a factor that x multiplies; and the double formulas know x itself only to its last bit. */
double ulps(double computed, double reference, double scale, double x)
{
    constexpr double smallest = std::numeric_limits<float>::min();
    const double ignored =
        std::max(smallest * std::max(1.0, std::abs(x)), std::numeric_limits<double>::epsilon() * std::min(1.0, std::abs(x)));
    if (std::abs(computed - reference) <= ignored)
        return 0;
    const int exponent = std::ilogb(std::max(std::abs(scale), smallest));
    return std::abs(computed - reference) / std::ldexp(1.0, exponent - 23);
}

/** True when the formulas use more of the vocabulary than literals, choices and absolute values. */
bool isTranscendental(const Activation &activation)
{
    static const QRegularExpression word("\\b(?!LIT\\b|SEL\\b|ABS\\b)[A-Z][A-Z0-9_]+");
    return word.match(QString::fromStdString(activation.source.value + " " + activation.source.derivative)).hasMatch();
}

/** Places where the derivative changes its sign. There it is a difference of terms that are larger than itself. */
std::vector<double> signChanges(const ActivationSpec &spec)
{
    std::vector<double> places;
    for (double x = -20; x < 20; x += 1.0 / 64)
        if ((spec.derivative(x) < 0) != (spec.derivative(x + 1.0 / 64) < 0))
            places.push_back(x);
    return places;
}

/** Quiet NaNs of either sign with several payloads, as doubles that are converted to them. */
std::vector<double> floatNans()
{
    std::vector<double> nans;
    for (const std::uint32_t bits :
         {0x7FC00000u, 0xFFC00000u, 0x7FFFFFFFu, 0xFFFFFFFFu, 0x7FC00001u, 0x7FC000FFu, 0xFFD55555u, 0x7FEAAAAAu})
        nans.push_back(static_cast<double>(std::bit_cast<float>(bits)));
    return nans;
}

std::vector<double> grid()
{
    std::vector<double> xs;
    for (int i = -20 * 256; i <= 20 * 256; ++i)
        xs.push_back(static_cast<float>(i / 256.0 + (i % 7) * 1e-4)); // not only short binary fractions
    for (int exponent = -30; exponent < 4; ++exponent)
        for (const double m : {1.0, 1.3, 1.7})
            for (const double sign : {-1.0, 1.0})
                xs.push_back(static_cast<float>(sign * std::ldexp(m, exponent)));
    return xs;
}

} // namespace

class TestOpenClActivations : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_backend = mappedBackend(); }
    void floatFollowsDouble_data() { addActivations(); }
    void floatFollowsDouble();
    void agreesWithTheReferenceTables_data() { reference::addShippedTables(); }
    void agreesWithTheReferenceTables();
    void rightAtTheEndsOfFloat();
    void nanGivesNan_data() { addActivations(); }
    void nanGivesNan();
    void infinityGivesTheLimit_data() { addActivations(); }
    void infinityGivesTheLimit();
    void whatFloatCannotHoldIsInfinity_data() { addActivations(); }
    void whatFloatCannotHoldIsInfinity();
    void aParameterNeedsNoNewProgram();

private:
    static void addActivations();
    static ActivationSpec current();

    std::unique_ptr<Backend> m_backend;
};

void TestOpenClActivations::addActivations()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < activations().size(); ++i)
        QTest::newRow(activations()[i].id.c_str()) << static_cast<int>(i);
}

ActivationSpec TestOpenClActivations::current()
{
    QFETCH(int, index);
    return defaultSpec(activations()[static_cast<std::size_t>(index)]);
}

void TestOpenClActivations::floatFollowsDouble()
{
    const ActivationSpec spec = current();
    const bool transcendental = isTranscendental(*spec.activation);
    const double allowed = transcendental ? tolerance::ulpsTranscendental : tolerance::ulpsRational;
    const std::vector<double> crossings = signChanges(spec);
    const std::vector<double> xs = grid();
    const Backend::ActivationValues computed = m_backend->evaluateActivation(spec, xs);
    double worstValue = 0;
    double worstDerivative = 0;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        const double x = xs[i];
        const double value = spec.value(x);
        const double derivative = spec.derivative(x);
        // A rational function may be a sum whose terms are of the size of x f'.
        const double valueScale = transcendental ? value : std::max(std::abs(value), std::abs(x * derivative));
        const bool nearCrossing = std::ranges::any_of(crossings, [x](double place) { return std::abs(x - place) < 1; });
        const double derivativeScale = nearCrossing ? std::max(std::abs(derivative), std::abs(value / x)) : derivative;
        const double valueUlps = ulps(computed.value[i], value, valueScale, x);
        const double derivativeUlps = ulps(computed.derivative[i], derivative, derivativeScale, x);
        worstValue = std::max(worstValue, valueUlps);
        worstDerivative = std::max(worstDerivative, derivativeUlps);
        const QString where =
            QStringLiteral("at %1: value %2 for %3 (%4 ulp)").arg(x).arg(computed.value[i], 0, 'g', 9).arg(value, 0, 'g', 9).arg(valueUlps)
            + QStringLiteral(", derivative %1 for %2 (%3 ulp)")
                  .arg(computed.derivative[i], 0, 'g', 9)
                  .arg(derivative, 0, 'g', 9)
                  .arg(derivativeUlps);
        QVERIFY2(valueUlps <= allowed && derivativeUlps <= allowed, qPrintable(where));
    }
    qInfo("worst: value %.1f ulp, derivative %.1f ulp", worstValue, worstDerivative);
}

void TestOpenClActivations::agreesWithTheReferenceTables()
{
    QFETCH(QString, table);
    for (const reference::ActivationPoint &point : reference::readActivationPoints(table)) {
        const std::vector<double> x = {point.x};
        const Backend::ActivationValues computed = m_backend->evaluateActivation(point.spec, x);
        const QString where = QStringLiteral("%1 at %2: %3 and %4 for %5 and %6")
                                  .arg(QString::fromStdString(point.spec.text))
                                  .arg(point.x)
                                  .arg(computed.value[0], 0, 'g', 9)
                                  .arg(computed.derivative[0], 0, 'g', 9)
                                  .arg(point.value, 0, 'g', 9)
                                  .arg(point.derivative, 0, 'g', 9);
        QVERIFY2(tolerance::sameSingleValue(computed.value[0], point.value)
                     && tolerance::sameSingleValue(computed.derivative[0], point.derivative),
                 qPrintable(where));
    }
}

void TestOpenClActivations::rightAtTheEndsOfFloat()
{
    constexpr double least = std::numeric_limits<float>::min(), most = std::numeric_limits<float>::max();
    const auto isSame = [=](double computed, double exact, double x, double allowed) {
        // What is below the least float flushes to 0, also where a parameter (up to 20) or x (as far as that concerns exponentials) multiplies it.
        const double flushed = 20 * least * std::clamp(std::abs(x), 1.0, 200.0);
        if (std::abs(exact) < flushed)
            return std::abs(computed - exact) <= flushed;
        if (std::abs(exact) > most)
            return std::isinf(computed) && std::signbit(computed) == std::signbit(exact);
        return ulps(computed, exact, exact, 0) <= allowed;
    };
    std::size_t points = 0;
    std::map<std::string, std::vector<reference::ActivationPoint>> ofSpec;
    for (const reference::ActivationPoint &point : reference::readActivationPoints("extreme_values.csv")) {
        if (std::abs(point.x) >= least && std::abs(point.x) <= most)
            ofSpec[point.spec.text].push_back(point);
    }
    for (const auto &[text, all] : ofSpec) {
        std::vector<double> x;
        for (const reference::ActivationPoint &point : all)
            x.push_back(point.x);
        const Backend::ActivationValues computed = m_backend->evaluateActivation(all.front().spec, x);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (static_cast<float>(x[i]) != x[i])
                continue;
            const QString where = QStringLiteral("%1 at %2: %3 and %4 for %5 and %6")
                                      .arg(QString::fromStdString(text))
                                      .arg(x[i])
                                      .arg(computed.value[i], 0, 'g', 9)
                                      .arg(computed.derivative[i], 0, 'g', 9)
                                      .arg(all[i].value, 0, 'g', 9)
                                      .arg(all[i].derivative, 0, 'g', 9);
            // The exponential of a product u, where parameter and product are rounded, is off by u units; above 104 it is 0.
            const std::vector<double> &p = all[i].spec.parameters;
            const double product = p.empty() ? 0 : std::min(std::abs(x[i] * p[0]), 104.0);
            const double allowed = tolerance::ulpsTranscendental + product;
            QVERIFY2(isSame(computed.value[i], all[i].value, x[i], allowed)
                         && isSame(computed.derivative[i], all[i].derivative, x[i], allowed),
                     qPrintable(where));
            ++points;
        }
    }
    QVERIFY(points > 1000);
}

void TestOpenClActivations::nanGivesNan()
{
    const std::vector<double> x = floatNans();
    const Backend::ActivationValues computed = m_backend->evaluateActivation(current(), x);
    for (std::size_t i = 0; i < x.size(); ++i)
        QVERIFY(std::isnan(computed.value[i]) && std::isnan(computed.derivative[i]));
}

void TestOpenClActivations::infinityGivesTheLimit()
{
    const ActivationSpec spec = current();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> x = {infinity, -infinity};
    const Backend::ActivationValues computed = m_backend->evaluateActivation(spec, x);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double limit = spec.value(x[i]);
        const double farOut = spec.value(std::copysign(1e12, x[i]));
        const double farther = spec.value(std::copysign(1.5e12, x[i]));
        if (std::abs(farther - farOut) > 1e-6 && std::abs(farther) < 1.4 * std::abs(farOut))
            continue; // an oscillation has no limit
        if (std::isinf(limit))
            QCOMPARE(computed.value[i], limit);
        else
            QVERIFY(std::abs(computed.value[i] - limit) < 1e-6);
        const double slope = spec.derivative(x[i]);
        QVERIFY(std::abs(computed.derivative[i] - slope) < 1e-6 || (std::isinf(computed.derivative[i]) && std::abs(slope) > 1e50));
    }
}

void TestOpenClActivations::whatFloatCannotHoldIsInfinity()
{
    const ActivationSpec spec = current();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto isSame = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    for (const double sign : {-1.0, 1.0}) {
        const std::vector<double> atInfinity = {sign * infinity}, beyond = {sign * 1e39, sign * 1e300, 0.5};
        const Backend::ActivationValues limit = m_backend->evaluateActivation(spec, atInfinity);
        const Backend::ActivationValues computed = m_backend->evaluateActivation(spec, beyond);
        for (const std::size_t i : {0, 1}) {
            QVERIFY(isSame(computed.value[i], limit.value[0]));
            QVERIFY(isSame(computed.derivative[i], limit.derivative[0]));
        }
        QVERIFY(std::abs(computed.value[2] - spec.value(0.5)) < 1e-5);
    }
    const Backend::ActivationValues softsign =
        m_backend->evaluateActivation(parseActivationSpec("softsign"), std::vector<double>{1e39, -1e300});
    QCOMPARE(softsign.value, (std::vector<double>{1, -1}));
    QCOMPARE(softsign.derivative, (std::vector<double>{0, 0}));
}

void TestOpenClActivations::aParameterNeedsNoNewProgram()
{
    if (qgetenv("OPENCL_LAYERS").isEmpty())
        QSKIP("no layer is loaded that has builds fail");
    const std::vector<double> x = {-2.0, -0.5, 0.75};
    for (const Activation &activation : activations())
        m_backend->evaluateActivation(defaultSpec(activation), x); // the program is there from now on
    const FailingCall failing("clBuildProgram", 1, CL_BUILD_PROGRAM_FAILURE);
    QVERIFY_THROWS_EXCEPTION(BackendError, m_backend->evaluateActivation(parseActivationSpec("formula:x * 0.8125"), x));
    for (const Activation &activation : activations()) {
        if (activation.parameters.empty())
            continue;
        ActivationSpec spec = defaultSpec(activation);
        spec.parameters[0] = 0.5 * (spec.parameters[0] + activation.parameters[0].maximum);
        const Backend::ActivationValues computed = m_backend->evaluateActivation(spec, x);
        for (std::size_t i = 0; i < x.size(); ++i)
            QVERIFY(std::abs(computed.value[i] - spec.value(x[i])) < 1e-5 * std::max(1.0, std::abs(spec.value(x[i]))));
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClActivations)
#include "tst_opencl_activations.moc"
