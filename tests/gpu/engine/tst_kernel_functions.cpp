// Functions of the kernels by themselves, as a device computes them: what a formula's value hides, or the host puts right, is seen here.
#include "core/activations/activation_catalog.h"
#include "core/activations/activation_spec.h"
#include "gpu/device/opencl_device.h"
#include "gpu/kernels/embedded_kernels.h"
#include "tests/support/tolerances.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

using namespace actiscope;

class TestKernelFunctions : public QObject {
    Q_OBJECT

private slots:
    void nanStaysNanWhateverItsBits_data() { addTunings(); }
    void nanStaysNanWhateverItsBits();
    void nanTimesAPowerOf2IsNan_data() { addTunings(); }
    void nanTimesAPowerOf2IsNan();
    void productsAndSumsAreContracted_data();
    void productsAndSumsAreContracted();
    void whatRoundingLostIsKeptWhereSumsTakeProductsIn_data();
    void whatRoundingLostIsKeptWhereSumsTakeProductsIn();

private:
    static void addTunings();
};

namespace {

/** The arithmetic of all programs. */
std::string words()
{
    std::string text;
    for (const char *file : {"common/shared_layout.h", "common/real.cl", "common/vocabulary.cl", "common/formula_words.cl"})
        text.append(embeddedKernel(file)).append("\n");
    return text;
}

/** Functions of the vocabulary and of formulas, each as what it makes of `x`. Those of several numbers get it as all of them. */
QStringList calls()
{
    static const QRegularExpression function(
        QStringLiteral("\nINLINE real (\\w+)\\(((?:Constants table|real \\w+|float \\w+)(?:, (?:real \\w+|float \\w+))*)\\)"));
    const QString text = QString::fromStdString(words());
    QStringList all;
    for (auto match = function.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        QStringList arguments;
        for (const QString &argument : found.captured(2).split(QStringLiteral(", ")))
            arguments += argument.startsWith(QLatin1String("Constants")) ? QStringLiteral("table")
                         : argument.startsWith(QLatin1String("real"))    ? QStringLiteral("x")
                                                                         : QStringLiteral("0.9f");
        all += found.captured(1) + QLatin1Char('(') + arguments.join(QStringLiteral(", ")) + QLatin1Char(')');
    }
    return all + QStringList{"POWN(x, 3)", "POWN(x, -2)", "MIN(x, x)", "POW(x, (real)(1.5f))", "SINH(x)", "COSH(x)", "CBRT(x)", "ATAN(x)",
                             "ASINH(x)", "LOG(x)", "LOG1P(x)", "SQRT(x)", "FLOOR(x)", "CEIL(x)", "ROUND(x)", "SIN(x)", "COS(x)", "TAN(x)"};
}

/** NaNs: x86's and NVIDIA's of arithmetic (0xFFC00000, 0x7FFFFFFF), and others. A float that goes through arithmetic keeps its bits on both. */
std::vector<float> nans()
{
    std::vector<float> all;
    for (const std::uint32_t bits :
         {0x7FC00000u, 0xFFC00000u, 0x7FFFFFFFu, 0xFFFFFFFFu, 0x7FC00001u, 0x7FC000FFu, 0xFFD55555u, 0x7FEAAAAAu})
        all.push_back(std::bit_cast<float>(bits));
    return all;
}

/** As a compiler makes it that takes a product into every sum that it is a term of, in whichever statement, also where the product alone is used, too: NVIDIA's
 *  does, PoCL's cannot be brought to it. */
QString contracted(const QString &text)
{
    static const QRegularExpression product(QStringLiteral("const real (\\w+) = ([\\w.]+|C\\(\\w+\\)) \\* ([\\w.]+|C\\(\\w+\\));"));
    QString result = text;
    for (qsizetype from = 0;;) {
        const QRegularExpressionMatch match = product.match(result, from);
        if (!match.hasMatch())
            return result;
        from = match.capturedEnd();
        const qsizetype end = result.indexOf(QStringLiteral("\n}\n"), from);
        QString rest = result.mid(from, end - from);
        const QString name = match.captured(1), a = match.captured(2), b = QStringLiteral("(real)(%1)").arg(match.captured(3));
        // A sum of the product and one other term, nothing more, in parentheses or as a statement.
        const QString begin = QStringLiteral("(?:(?<=\\()|(?<== )|(?<=return ))"), after = QStringLiteral("(?=[;)])");
        const QString term = QStringLiteral("(\\w+|C\\(\\w+\\)|\\([^()]*\\))");
        const auto replace = [&](const QString &sum, const QString &fused) { rest.replace(QRegularExpression(begin + sum + after), fused.arg(a, b)); };
        replace(term + QStringLiteral(" - %1").arg(name), QStringLiteral("fma(-(%1), %2, (real)(\\1))"));
        replace(name + QStringLiteral(" - ") + term, QStringLiteral("fma(%1, %2, -(real)(\\1))"));
        replace(term + QStringLiteral(" \\+ %1").arg(name), QStringLiteral("fma(%1, %2, (real)(\\1))"));
        replace(name + QStringLiteral(" \\+ ") + term, QStringLiteral("fma(%1, %2, (real)(\\1))"));
        result.replace(from, end - from, rest);
    }
}

/** What one work-item makes of each input: `statements` have `x`, a `real`, and write `result`. */
std::vector<float> computed(const KernelTuning &tuning, const QString &statements, std::span<const float> inputs, const std::string &arithmetic = words())
{
    const auto width = static_cast<std::size_t>(tuning.realWidth());
    const cl::Device device = allOpenClDevices().at(0);
    const cl::Context context(device);
    const cl::CommandQueue queue(context, device);
    const std::string kernel = R"(
__kernel void compute(__global const float *inputs, __global float *table, __global float *results, int count)
{
#if REAL_WIDTH > 1
    fillTable(table);
#endif
    for (int i = 0; i < count; ++i) {
        const real x = (real)(inputs[i]);
        real result = x;
        )" + statements.toStdString()
                               + R"(
        storeReal(results + i * REAL_WIDTH, result);
    }
}
)";
    cl::Program program(context, arithmetic + kernel);
    try {
        program.build(tuning.buildOptions().c_str());
    } catch (const cl::Error &) {
        throw std::runtime_error(program.getBuildInfo<CL_PROGRAM_BUILD_LOG>(device));
    }
    std::vector<float> in(inputs.begin(), inputs.end()), out(inputs.size() * width);
    const cl::Buffer inputBuffer(context, CL_MEM_READ_WRITE | CL_MEM_COPY_HOST_PTR, in.size() * sizeof(float), in.data());
    const cl::Buffer table(context, CL_MEM_READ_WRITE, 64 * width * sizeof(float)), results(context, CL_MEM_READ_WRITE, out.size() * sizeof(float));
    cl::Kernel compute(program, "compute");
    compute.setArg(0, inputBuffer);
    compute.setArg(1, table);
    compute.setArg(2, results);
    compute.setArg(3, static_cast<cl_int>(in.size()));
    queue.enqueueNDRangeKernel(compute, cl::NullRange, cl::NDRange(1), cl::NDRange(1));
    queue.enqueueReadBuffer(results, CL_TRUE, 0, out.size() * sizeof(float), out.data());
    return out;
}

QString bitsOf(float value)
{
    return QString::number(std::bit_cast<std::uint32_t>(value), 16);
}

KernelTuning tuningOf(int width)
{
    return width == 1 ? KernelTuning::forLanes(1, 0) : KernelTuning::forVectorWidth(width);
}

} // namespace

void TestKernelFunctions::addTunings()
{
    QTest::addColumn<int>("width");
    for (const int width : {1, 8}) // PoCL takes seconds for each
        QTest::addRow("%d", width) << width;
}

/** All calls in one program: the results of a call are added up with its number where one of them is a number after all. */
void TestKernelFunctions::nanStaysNanWhateverItsBits()
{
    QFETCH(int, width);
    const QStringList all = calls();
    QVERIFY(all.size() > 40);
    QVERIFY(all.contains(QStringLiteral("exponential(table, x)")) && all.contains(QStringLiteral("sigmoidCubic(table, x, 0.9f, 0.9f, 0.9f, 0.9f)")));
    QString statements = QStringLiteral("result = (real)(0.0f);\n");
    for (const QString &call : all)
        statements += QStringLiteral("{ const real y = %1; result += SEL(y == y, 1.0f, 0.0f); }\n").arg(call);
    const std::vector<float> inputs = nans(), found = computed(tuningOf(width), statements, inputs);
    if (std::ranges::all_of(found, [](float count) { return count == 0; }))
        return;
    for (const QString &call : all) { // whose it is
        const std::vector<float> ofCall = computed(tuningOf(width), QStringLiteral("result = %1;").arg(call), inputs);
        for (std::size_t i = 0; i < ofCall.size(); ++i)
            QVERIFY2(std::isnan(ofCall[i]), qPrintable(QStringLiteral("%1 of %2 is %3").arg(call, bitsOf(inputs[i * inputs.size() / ofCall.size()])).arg(ofCall[i])));
    }
    QFAIL("some function makes a number of NaN, but none does alone");
}

/** Also where the bits of the power are those that a NaN left behind. */
void TestKernelFunctions::nanTimesAPowerOf2IsNan()
{
    QFETCH(int, width);
    const std::vector<float> inputs = nans();
    for (const char *bits : {"(integer)(0)", "(integer)(0x3F800000)", "(integer)(0x7F800000)", "AS_INTEGER(x)", "AS_INTEGER(x) << 23"}) {
        const std::vector<float> found = computed(tuningOf(width), QStringLiteral("result = timesPowerOf2(x, %1);").arg(QLatin1String(bits)), inputs);
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY2(std::isnan(found[i]), qPrintable(QStringLiteral("%1, power %2").arg(bitsOf(inputs[i / (found.size() / inputs.size())]), QLatin1String(bits))));
    }
}

void TestKernelFunctions::productsAndSumsAreContracted_data()
{
    addTunings();
}

/** What tests of contracted kernels rely on: a product that is taken from a number in another statement is not rounded. */
void TestKernelFunctions::productsAndSumsAreContracted()
{
    QFETCH(int, width);
    KernelTuning tuning = tuningOf(width);
    tuning.contracts = true;
    const std::vector<float> inputs = {1 + 0x1p-12f}; // whose square is 1 + 2^-11 + 2^-24
    const std::vector<float> found =
        computed(tuning, QStringLiteral("const real square = x * x; const real rounded = (real)(0x1.002p0f); result = rounded - square;"), inputs);
    for (const float each : found)
        QCOMPARE(each, -0x1p-24f);
}

void TestKernelFunctions::whatRoundingLostIsKeptWhereSumsTakeProductsIn_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("activation"); // what it is
    const QString gelu = QString::fromStdString(findActivation("gelu_tanh")->source.value);
    QVERIFY(gelu.contains(QStringLiteral("SIGMOID_CUBIC")));
    QTest::newRow("gelu_tanh") << gelu << "gelu_tanh";
    QTest::newRow("erfc") << "ERFC(x)" << "formula:erfc(x)";
    QTest::newRow("exp") << "EXP(x)" << "formula:exp(x)";
    QTest::newRow("normal density") << "NORMAL_PDF(x)" << "formula:exp(-x^2/2)*0.3989422804014327";
    QTest::newRow("softplus") << "SOFTPLUS(x)" << "softplus";
    QTest::newRow("x - tanh(x)") << "X_MINUS_TANH(x)" << "tanhshrink";
}

void TestKernelFunctions::whatRoundingLostIsKeptWhereSumsTakeProductsIn()
{
    QFETCH(QString, call);
    QFETCH(QString, activation);
    const QString text = QString::fromStdString(words()), changed = contracted(text);
    QVERIFY(changed != text);
    const ActivationSpec spec = parseActivationSpec(activation.toStdString());
    std::vector<float> inputs;
    for (int i = -9 * 64; i <= 9 * 64; ++i)
        inputs.push_back(static_cast<float>(i / 64.0 + (i % 7) * 1e-4));
    const std::vector<float> found = computed(tuningOf(1), QStringLiteral("result = %1;").arg(call), inputs, changed.toStdString());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const double exact = spec.value(inputs[i]), ulp = std::ldexp(1.0, std::ilogb(std::max(std::abs(exact), 1e-37)) - 23);
        QVERIFY2(std::abs(found[i] - exact) <= tolerance::ulpsTranscendental * ulp,
                 qPrintable(QStringLiteral("at %1: %2 for %3, %4 ulp").arg(inputs[i]).arg(found[i], 0, 'g', 9).arg(exact, 0, 'g', 9).arg(std::abs(found[i] - exact) / ulp)));
    }
}

QTEST_GUILESS_MAIN(TestKernelFunctions)
#include "tst_kernel_functions.moc"
