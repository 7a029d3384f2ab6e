// What is wrong with a wrong formula and where, and that nothing that can be typed takes long or does harm.
#include "core/activations/activation_spec.h"
#include "core/activations/formula.h"
#include "core/base/errors.h"
#include "tests/support/patience.h"

#include <QTest>

#include <cmath>
#include <ctime>
#include <random>

using namespace actiscope;

namespace {

QString messageOf(std::string_view formula, std::size_t *position = nullptr)
{
    try {
        makeFormulaActivation(formula);
    } catch (const FormulaError &error) {
        if (position)
            *position = error.position();
        return QString::fromUtf8(error.what());
    }
    return {};
}

/** Of the processor's time: what other programs take does not count. */
double millisecondsSince(std::clock_t start)
{
    return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/** `inner` put into itself `times` times; "%" is where. */
std::string nested(const std::string &inner, int times)
{
    std::string text = "x";
    for (int i = 0; i < times; ++i) {
        std::string next;
        for (const char c : inner)
            next += c == '%' ? "(" + text + ")" : std::string(1, c);
        text = next;
    }
    return text;
}

} // namespace

class TestFormulaParser : public QObject {
    Q_OBJECT

private slots:
    void wrongFormulaNamesTheCharacter_data();
    void wrongFormulaNamesTheCharacter();
    void nothingTypedTakesLong_data();
    void nothingTypedTakesLong();
    void randomWordsGiveAFunctionOrAMessage();
    void wrongSpecNamesThePosition();
};

void TestFormulaParser::wrongFormulaNamesTheCharacter_data()
{
    QTest::addColumn<QString>("formula");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("part"); // of the message
    const auto row = [](const char *formula, int position, const char *part) {
        QTest::newRow(formula) << QString::fromUtf8(formula) << position << QString::fromUtf8(part);
    };
    row("", 0, "x*sigmoid(b*x)");
    row("   ", 0, "expected");
    row("x*tahn(x)", 2, "did you mean 'tanh'");
    row("β·β·y", 4, "there is no 'y'"); // characters, not bytes
    row("x 2", 2, "'*'");
    row("ax", 0, "'*'");
    row("xsin(x)", 0, "x*sin");
    row("x2", 0, "x^2");
    row("np.exp(x)", 0, "without 'np.'");
    row("SQTR(x)", 0, "did you mean 'sqrt'");
    row("leakyrleu(x)", 0, "did you mean");
    row("[x]", 0, "brackets are ( and )");
    row("0,5*x", 1, "decimal sign is '.'");
    row("max(0,5*x, x)", 9, "decimal sign is '.'");
    row("max(x)", 5, "2 arguments");
    row("sin", 3, "sin(x)");
    row("max x", 4, "max(a*x, x)");
    row("sin^-1(x)", 3, "asin");
    row("sin^1e30(x)", 3, "powers of functions");
    row("sin^3e9 x", 3, "powers of functions");
    row("sin⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹ x", 3, "powers of functions");
    row("√x²", 0, "two ways");
    row("x²⁻", 1, "superscript");
    row("(x", 0, "not closed");
    row("tanh(x", 4, "not closed");
    row("x)", 1, "closes nothing");
    row("x +", 3, "ends");
    row("x * / 2", 4, "was not expected");
    row("1/0", 1, "divides by 0");
    row("x + 1/(2-2)", 5, "divides by 0");
    row("x + log(0)", 4, "no finite value");
    row("sqrt(-1)*x", 0, "no finite value");
    row("x^1000000", 2, "from -100 to 100");
    row("9^9^9^9 + x", 5, "from -100 to 100"); // power by power, from the right
    row("10^10^2 + x", 2, "larger than 1e30");
    row("1e31*x", 0, "1e30");
    row("not x", 0, "a comparison was expected");
    row("x and x > 1", 2, "comparisons were expected");
    row("where(x, 1, 2)", 6, "a comparison was expected");
    row("where(x > 1, x)", 14, "3 arguments");
    row("x if x > 0 else 1", 2, "where(");
    row("|x", 0, "not closed");
    row("elu(x, 9)", 7, "from 0 to 5");
    row("elu(x, x)", 7, "cannot depend on x");
    row("elu(x, 0,5)", 8, "decimal sign");
    row("clamp(x, 0, 1, 2)", 13, "3 arguments");
    row("x ? 1 : 2", 2, "comparison was expected");
    row("x < 1 ? 2", 9, "':' was expected");
    row("x = 1", 2, "'='");
    row("x $ 1", 2, "'$'");
    row("x\xff", 1, "cannot be in a formula");
    row("x.", 1, "a number was expected");
    row("a*b", 0, "depend on x");
    row("sqrt(-1-x^2)", 0, "no finite value");
    row("x/(x-x)", 0, "no finite value");
}

void TestFormulaParser::wrongFormulaNamesTheCharacter()
{
    QFETCH(QString, formula);
    QFETCH(int, position);
    QFETCH(QString, part);
    std::size_t found = 999;
    const QString message = messageOf(formula == "x\uFFFD" ? std::string("x\xff") : formula.toStdString(), &found);
    QVERIFY2(message.contains(part), qPrintable("message: " + message));
    QCOMPARE(static_cast<int>(found), position);
    QVERIFY(!message.contains('\n'));
}

void TestFormulaParser::nothingTypedTakesLong_data()
{
    QTest::addColumn<QByteArray>("formula");
    const auto row = [](const char *name, const std::string &formula) { QTest::newRow(name) << QByteArray::fromStdString(formula); };
    row("100 kB of opening brackets", std::string(100'000, '('));
    row("100 kB of brackets around x", std::string(50'000, '(') + "x" + std::string(50'000, ')'));
    row("brackets", std::string(490, '(') + "x" + std::string(490, ')'));
    row("signs", std::string(900, '-') + "x");
    row("questions", nested("x<%?x:%", 7));
    row("a tower of powers", "x^9^9^9^9");
    row("powers of powers", nested("%^x", 45));
    row("the powers of 99", nested("%^99", 40));
    row("powers to the left", nested("x^%", 40));
    row("quotients", nested("x/(1+%)", 45));
    row("maxima", nested("max(%,%*x)", 5));
    row("maxima of maxima", nested("max(x,min(%,a))", 40));
    row("functions", nested("tanh(%)", 45));
    row("products of functions", nested("exp(%)*sin(%)", 5));
    row("many factors", [] {
        std::string text = "x";
        for (int i = 0; i < 120; ++i)
            text += "*(x+" + std::to_string(i % 10) + ")";
        return text;
    }());
    row("a long sum", [] {
        std::string text = "x";
        for (int i = 0; i < 490; ++i)
            text += "+x";
        return text;
    }());
    row("a long number", std::string(900, '9') + "*x");
    row("many commas", "max(" + std::string(900, ',') + ")");
    row("large numbers", "1e30*x*1e30*1e30*x^100");
    row("million-digit integers", "(2*x)^100*(3*x)^100*(2*x)^99*(12345*x)^100");
}

void TestFormulaParser::nothingTypedTakesLong()
{
    QFETCH(QByteArray, formula);
    const std::clock_t start = std::clock();
    const QString message = messageOf(formula.toStdString());
    const double taken = millisecondsSince(start);
    constexpr double allowed = test::isSanitized ? 1000 : 100;
    QVERIFY2(taken < allowed, qPrintable(QStringLiteral("%1 ms: %2").arg(taken).arg(message)));
}

void TestFormulaParser::randomWordsGiveAFunctionOrAMessage()
{
    const std::vector<std::string> words = {
        "x",     "x",    "x",         "a",  "b",      "1",     "2.5",  "0",    "+",      "-",      "*",    "/",    "^",    "(",     ")",
        "(",     ")",    "<",         ">=", "?",      ":",     ",",    "exp(", "tanh(",  "max(",   "min(", "abs(", "log(", "sqrt(", "pow(",
        "1e30",  "erf(", "softplus(", " ",  "relu(",  "e",     "pi",   "β",    "99",     "y",      ".",    "|",    "|",    "√",     "²",
        " and ", "not ", "==",        "!=", "where(", "gelu(", "elu(", "sin ", "floor(", "clamp(", "2x",   "||",   "&&"};
    const unsigned seed = std::random_device()();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    int accepted = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string text;
        const auto length = 1 + random() % (i % 10 == 0 ? 60 : 9);
        for (auto k = length; k > 0; --k)
            text += words[random() % words.size()];
        const std::clock_t start = std::clock();
        try {
            const Activation activation = makeFormulaActivation(text);
            ++accepted;
            QVERIFY2(std::isnan(activation.value(std::nan(""), activation.defaultParameters())), text.c_str());
            QCOMPARE(makeFormulaActivation(activation.id.substr(formulaPrefix.size())).source.derivative, activation.source.derivative);
        } catch (const FormulaError &error) {
            QVERIFY2(error.position() <= text.size(), text.c_str());
            QVERIFY2(std::string_view(error.what()).size() > 10, text.c_str());
        }
        QVERIFY2(millisecondsSince(start) < 100, text.c_str());
    }
    QVERIFY2(accepted > 5, QByteArray::number(accepted)); // about 40 are
}

void TestFormulaParser::wrongSpecNamesThePosition()
{
    const auto accepted = [](const char *text) {
        try {
            parseActivationSpec(text);
        } catch (const ConfigurationError &error) {
            return QString::fromUtf8(error.what());
        }
        return QString();
    };
    QVERIFY(accepted("formula:x*tahn(x)").contains("character 2"));
    QVERIFY(accepted("formula:").contains("character 0"));
    QVERIFY(accepted("formula:x*a,b=1").contains("parameters of"));
    QVERIFY(accepted("formula:x*a,a=11").contains("from -10 to 10"));
    QVERIFY(accepted("formula:x*a,a=0,5").contains("decimal sign is '.'"));
    QVERIFY(accepted("elu:alpha=0,5").contains("decimal sign is '.'"));
    QVERIFY(accepted("formula:x*a,a=2,a=3").contains("a is given twice"));
    QVERIFY(accepted("elu:alpha=1,alpha=2").contains("alpha is given twice"));
    QVERIFY(accepted("formula:x*a,a=1e400").contains("from -10 to 10"));
    QCOMPARE(accepted("formula: a*x , a = 2"), QString());
    QCOMPARE(accepted("elu: alpha = 1"), QString());
    QCOMPARE(accepted("formula:x == 1 ? a : x,a=2"), QString());
    QCOMPARE(accepted("formula:max(x, x==a),a=2"), QString());
    QVERIFY(accepted("x^2").contains("formula:x^2"));
    QVERIFY(accepted("elu(x)").contains("formula:elu(x)"));
    QVERIFY(accepted("sin(x").contains("formula:"));
    QVERIFY(accepted("elu").isEmpty());
    QVERIFY(!accepted("eluu").contains("formula:"));
    QVERIFY(accepted("formula:x*a,a=").contains("a is a number"));
}

QTEST_GUILESS_MAIN(TestFormulaParser)
#include "tst_formula_parser.moc"
