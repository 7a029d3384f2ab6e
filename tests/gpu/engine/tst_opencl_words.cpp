// Every word of the kernels' vocabulary and every row of activations.def at awkward inputs: alone and beside each other in a vector, and for NaN of any
// bits, also such that arises inside.
#include "core/activations/builtin_activations.h"
#include "core/activations/formula_graph.h"
#include "gpu/engine/opencl_backend.h"
#include "tests/gpu/mapped_backend.h"
#include "tests/support/tolerances.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double leastFloat = std::numeric_limits<float>::min(), maxFloat = std::numeric_limits<float>::max();

/** Lanes of the widest vector that kernels compute in. */
constexpr std::size_t maxLanes = 32;

/** Floats of all sizes, among them those around which functions change how they compute. */
std::vector<double> awkwardInputs()
{
    std::vector<double> all;
    for (const double magnitude : {0.0,  1e-42, 1.2e-38, 1e-20,     1e-6,      1e-3, 0.5,  1.0,  1.7,  20.0,
                                   87.9, 88.5,  104.0,   8388607.0, 8388609.0, 1e7,  1e12, 1e20, 3e38, infinity}) {
        all.push_back(static_cast<float>(magnitude));
        all.push_back(-static_cast<float>(magnitude));
    }
    all.push_back(std::nan(""));
    return all;
}

/** Quiet NaNs of either sign with several payloads, as doubles that are converted to them. */
std::vector<double> nansOfAnyBits()
{
    std::vector<double> nans;
    for (const std::uint32_t bits :
         {0x7FC00000u, 0xFFC00000u, 0x7FFFFFFFu, 0xFFFFFFFFu, 0x7FC00001u, 0x7FC000FFu, 0xFFD55555u, 0x7FEAAAAAu})
        nans.push_back(static_cast<double>(std::bit_cast<float>(bits)));
    return nans;
}

/** The word of a function, of `argument` and of numbers. */
QString call(const FormulaFunction &function, const QString &argument)
{
    QStringList arguments = {argument};
    while (arguments.size() < static_cast<qsizetype>(function.arity))
        arguments.append(QStringLiteral("1.5"));
    return QString::fromStdString(std::string(function.text)) + '(' + arguments.join(',') + ')';
}

bool isSameFloat(double a, double b)
{
    return (std::isnan(a) && std::isnan(b))
           || std::bit_cast<std::uint32_t>(static_cast<float>(a)) == std::bit_cast<std::uint32_t>(static_cast<float>(b));
}

/** Whether a float is `exact` to 16 units in the last place; what is below the least float may flush to 0, also on the way in and in an exponential
 *  that x multiplies. */
bool isRight(double computed, double exact, double x)
{
    const double flushed = 2 * leastFloat * std::clamp(std::abs(x), 1.0, 104.0);
    if (x != 0 && std::abs(x) < leastFloat)
        return true;
    if (std::isnan(exact))
        return std::isnan(computed);
    if (std::abs(exact) > maxFloat)
        return computed == std::copysign(infinity, exact);
    if (exact == 0 && x == 0)
        return computed == 0 && std::signbit(computed) == std::signbit(exact);
    if (std::abs(exact) <= flushed)
        return std::abs(computed - exact) <= flushed;
    return std::abs(computed - exact) <= tolerance::ulpsTranscendental * std::ldexp(1.0, std::ilogb(exact) - 23);
}

} // namespace

class TestOpenClWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_backend = mappedBackend(); }
    void isRightAloneAndBesideEveryNeighbour_data();
    void isRightAloneAndBesideEveryNeighbour();
    void nanStaysNan_data() { addWords(); }
    void nanStaysNan();

private:
    static void addWords();

    std::unique_ptr<Backend> m_backend;
};

void TestOpenClWords::addWords()
{
    QTest::addColumn<QString>("word");
    for (const FormulaFunction &function : formulaFunctions()) {
        if (function.isTyped)
            QTest::newRow(std::string(function.text).c_str()) << call(function, QStringLiteral("x"));
    }
}

void TestOpenClWords::isRightAloneAndBesideEveryNeighbour_data()
{
    QTest::addColumn<QString>("spec");
    for (const FormulaFunction &function : formulaFunctions()) {
        if (function.isTyped)
            QTest::newRow(std::string(function.text).c_str()) << "formula:" + call(function, QStringLiteral("x"));
    }
    for (const Activation &activation : activations())
        QTest::newRow(activation.id.c_str()) << QString::fromStdString(activation.id);
}

void TestOpenClWords::isRightAloneAndBesideEveryNeighbour()
{
    QFETCH(QString, spec);
    const ActivationSpec made = parseActivationSpec(spec.toStdString());
    const std::vector<double> inputs = awkwardInputs();
    std::vector<double> x; // vectors that are full of each input, then each input in one lane beside each other one
    for (const double input : inputs)
        x.insert(x.end(), maxLanes, input);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        for (const double neighbour : inputs) {
            x.insert(x.end(), maxLanes, neighbour);
            x[x.size() - 1 - i % maxLanes] = inputs[i];
        }
    }
    const Backend::ActivationValues computed = m_backend->evaluateActivation(made, x);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const double value = computed.value[i * maxLanes];
        if (std::isfinite(inputs[i]))
            QVERIFY2(
                isRight(value, made.value(inputs[i]), inputs[i]),
                qPrintable(QStringLiteral("at %1: %2 for %3").arg(inputs[i]).arg(value, 0, 'g', 9).arg(made.value(inputs[i]), 0, 'g', 9)));
        for (std::size_t j = 0; j < inputs.size(); ++j) {
            const std::size_t begin = (inputs.size() + i * inputs.size() + j) * maxLanes;
            const std::size_t place = begin + maxLanes - 1 - i % maxLanes;
            const bool same =
                isSameFloat(computed.value[place], value) && isSameFloat(computed.derivative[place], computed.derivative[i * maxLanes]);
            QVERIFY2(same, qPrintable(QStringLiteral("%1 beside %2: %3 and %4, alone %5 and %6")
                                          .arg(inputs[i])
                                          .arg(inputs[j])
                                          .arg(computed.value[place])
                                          .arg(computed.derivative[place])
                                          .arg(value)
                                          .arg(computed.derivative[i * maxLanes])));
        }
    }
}

void TestOpenClWords::nanStaysNan()
{
    QFETCH(QString, word);
    const ActivationSpec outside = parseActivationSpec("formula:" + word.toStdString());
    const std::vector<double> nans = nansOfAnyBits();
    const Backend::ActivationValues ofNan = m_backend->evaluateActivation(outside, nans);
    for (std::size_t i = 0; i < nans.size(); ++i) {
        QVERIFY2(std::isnan(ofNan.value[i]) == std::isnan(outside.value(nans[i])), qPrintable(QString::number(ofNan.value[i])));
        QVERIFY2(std::isnan(ofNan.derivative[i]) == std::isnan(outside.derivative(nans[i])), qPrintable(QString::number(ofNan.derivative[i])));
    }

    // The logarithm and the root of a negative number, and the difference of infinities, are NaN of whatever bits the device has for them.
    QString inside = word;
    inside.replace(QRegularExpression(QStringLiteral("\\bx\\b")), QStringLiteral("(-0.5*log(x) + sqrt(x) - x^5/x^6)"));
    const ActivationSpec made = parseActivationSpec("formula:" + inside.toStdString());
    const std::vector<double> x = {-1.7, -1e-6, -40, -1e20};
    const Backend::ActivationValues computed = m_backend->evaluateActivation(made, x);
    for (std::size_t i = 0; i < x.size(); ++i) {
        QVERIFY2(std::isnan(computed.value[i]) == std::isnan(made.value(x[i])), qPrintable(QString::number(computed.value[i])));
        QVERIFY2(std::isnan(computed.derivative[i]) == std::isnan(made.derivative(x[i])),
                 qPrintable(QString::number(computed.derivative[i])));
    }
}

ACTISCOPE_MAPPED_TEST_MAIN(TestOpenClWords)
#include "tst_opencl_words.moc"
