// Curves that jump, have poles, overflow or begin somewhere: what part of y shows them, and that no line is drawn through what is no line.
#include "core/activations/activation_spec.h"
#include "core/analysis/curve.h"
#include "core/analysis/line_breaks.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using namespace actiscope;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

SampledLine sampled(const std::function<double(double)> &f, double from, double to, int samples = 2000)
{
    SampledLine line;
    for (int i = 0; i < samples; ++i) {
        const double x = from + (to - from) * i / (samples - 1);
        line.x.push_back(x);
        line.y.push_back(f(x));
    }
    return line;
}

/** Where the line is broken, neighbouring breaks counted once. */
std::vector<double> breaksOf(const SampledLine &line)
{
    std::vector<double> breaks;
    for (std::size_t i = 0; i < line.x.size(); ++i) {
        if (std::isnan(line.y[i]) && (breaks.empty() || line.x[i] - breaks.back() > 1e-6))
            breaks.push_back(line.x[i]);
    }
    return breaks;
}

struct Case {
    const char *formula;
    double from;
    double to;
    std::vector<double> breaks; ///< of f
    Interval shown;             ///< of f, about
};

const std::vector<Case> &cases()
{
    constexpr double pi = std::numbers::pi;
    static const std::vector<Case> all = {
        {"x", -5, 5, {}, {-5, 5}},
        {"x^3", -5, 5, {}, {-125, 125}},
        {"x^3", -100, 100, {}, {-1e6, 1e6}},
        {"exp(x)", -5, 5, {}, {0, 148.4}},
        {"exp(x)", -10, 10, {}, {0, 22026}},
        {"exp(x)", -800, 800, {}, {0, 800}},
        {"sinh(x)", -800, 800, {}, {-800, 800}},
        {"cosh(x)", -800, 800, {}, {0, 800}},
        {"exp(-x)", -800, 800, {}, {0, 800}},
        {"exp(x^2)", -5, 5, {}, {0, 5}},
        {"-exp(x)", -1000, 1000, {}, {-1000, 0}},
        {"1/x", -5, 5, {0}, {-5, 5}},
        {"1/x", -800, 800, {0}, {-800, 800}},
        {"-1/x", -5, 5, {0}, {-5, 5}},
        {"1/x^2", -5, 5, {0}, {0, 5}},
        {"1/abs(x)", -5, 5, {0}, {0, 5}},
        {"1/(x-1)", -5, 5, {1}, {-5, 5}},
        {"1/(x^2-4)", -5, 5, {-2, 2}, {-5, 5}},
        {"tan(x)", -5, 5, {-1.5 * pi, -0.5 * pi, 0.5 * pi, 1.5 * pi}, {-8.44, 8.44}},
        {"x < 0 ? -1 : 1", -5, 5, {0}, {-1, 1}},
        {"x < 0 ? -1 : 1", -800, 800, {0}, {-1, 1}},
        {"sign(x)", -5, 5, {0}, {-1, 1}},
        {"x < 1 ? x : x + 2", -5, 5, {1}, {-5, 7}},
        {"tanh(1000*x)", -800, 800, {}, {-1, 1}},
        {"exp(-x^2)", -100, 100, {}, {0, 1}},
    };
    return all;
}

} // namespace

class TestLineBreaks : public QObject {
    Q_OBJECT

private slots:
    void linesAreBrokenWhereTheyJump_data();
    void linesAreBrokenWhereTheyJump();
    void shownIsWhatMatters_data() { linesAreBrokenWhereTheyJump_data(); }
    void shownIsWhatMatters();
    void endsAreFollowed();
    void polesAreFollowedBeyondWhatIsShown();
    void randomJumpsAreFound();
    void steepButContinuousIsNotBroken();
    void whatJumpsEverywhereEnds();
};

void TestLineBreaks::linesAreBrokenWhereTheyJump_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < cases().size(); ++i)
        QTest::addRow("%s, %g to %g", cases()[i].formula, cases()[i].from, cases()[i].to) << int(i);
}

void TestLineBreaks::linesAreBrokenWhereTheyJump()
{
    QFETCH(int, index);
    const Case &given = cases()[std::size_t(index)];
    const ActivationSpec spec = parseActivationSpec(std::string("formula:") + given.formula);
    for (const std::size_t samples : {1999u, 2000u}) { // with and without one at 0
        const ActivationCurve curve = sampleCurve(*spec.activation, spec.parameters, given.from, given.to, samples);
        std::vector<double> breaks = breaksOf(curve.value);
        for (std::size_t i = 0; i < curve.value.y.size(); ++i) { // a pole that is a sample is a break, too
            if (std::isinf(curve.value.y[i]) && !given.breaks.empty())
                breaks.push_back(curve.value.x[i]);
        }
        std::ranges::sort(breaks);
        const auto again = std::ranges::unique(breaks, [](double a, double b) { return std::abs(a - b) < 1e-6; });
        breaks.erase(again.begin(), again.end());
        if (given.breaks.empty() && std::abs(given.to) >= 100)
            continue; // an overflow is no jump, and may leave breaks far outside
        QCOMPARE(breaks.size(), given.breaks.size());
        for (std::size_t i = 0; i < breaks.size(); ++i)
            QVERIFY2(std::abs(breaks[i] - given.breaks[i]) < 1e-6, qPrintable(QString::number(breaks[i], 'g', 12)));
        QVERIFY(std::ranges::is_sorted(curve.value.x));
    }
}

void TestLineBreaks::shownIsWhatMatters()
{
    QFETCH(int, index);
    const Case &given = cases()[std::size_t(index)];
    const ActivationSpec spec = parseActivationSpec(std::string("formula:") + given.formula);
    const ActivationCurve curve = sampleCurve(*spec.activation, spec.parameters, given.from, given.to, 2000);
    const SampledLine *lines[] = {&curve.value};
    const Interval shown = rangeOf(lines, 0);
    const double size = given.shown.size();
    QVERIFY2(std::abs(shown.minimum - given.shown.minimum) < 0.01 * size && std::abs(shown.maximum - given.shown.maximum) < 0.01 * size,
             qPrintable(QStringLiteral("%1 to %2").arg(shown.minimum).arg(shown.maximum)));
}

void TestLineBreaks::endsAreFollowed()
{
    const auto f = [](double x) { return std::sqrt(x - 0.3); };
    const SampledLine line = brokenWhereItJumps(sampled(f, -2, 2, 41), f);
    const auto first = std::ranges::find_if(line.y, [](double y) { return !std::isnan(y); });
    QVERIFY(std::abs(line.x[std::size_t(first - line.y.begin())] - 0.3) < 1e-9);
    QVERIFY(std::ranges::is_sorted(line.x));
    // Down to the lowest number, and yet it is not what the picture has to hold.
    const auto logarithm = [](double x) { return std::log(x); };
    const SampledLine deep = brokenWhereItJumps(sampled(logarithm, -5, 5), logarithm);
    double lowest = 0;
    for (const double y : deep.y)
        lowest = std::isfinite(y) ? std::min(lowest, y) : lowest;
    QVERIFY(lowest < -30);
    QVERIFY(deep.range->minimum > -8);
}

void TestLineBreaks::polesAreFollowedBeyondWhatIsShown()
{
    const auto f = [](double x) { return 1 / (x - 0.123456); };
    const SampledLine line = brokenWhereItJumps(sampled(f, -800, 800, 200), f);
    const auto broken = std::ranges::find_if(line.y, [](double y) { return std::isnan(y); });
    QVERIFY(broken != line.y.end());
    QVERIFY(*(broken - 1) < -1e6);
    QVERIFY(*(broken + 1) > 1e6);
}

void TestLineBreaks::randomJumpsAreFound()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(-9, 9), height(0.5, 3), slope(-1, 1);
    for (int round = 0; round < 200; ++round) {
        const double at = place(random), step = height(random), rise = slope(random);
        const auto f = [&](double x) { return rise * x + (x < at ? 0 : step); };
        const std::vector<double> breaks = breaksOf(brokenWhereItJumps(sampled(f, -10, 10), f));
        QCOMPARE(breaks.size(), std::size_t{1});
        QVERIFY(std::abs(breaks.front() - at) < 1e-9);
        const auto pole = [&](double x) { return rise + step / (x - at); };
        const std::vector<double> poles = breaksOf(brokenWhereItJumps(sampled(pole, -10, 10), pole));
        QCOMPARE(poles.size(), std::size_t{1});
        QVERIFY(std::abs(poles.front() - at) < 1e-9);
    }
}

void TestLineBreaks::steepButContinuousIsNotBroken()
{
    std::mt19937 random(8);
    std::uniform_real_distribution<double> place(-9, 9), logarithm(0, 6);
    for (int round = 0; round < 200; ++round) {
        const double at = place(random), steepness = std::pow(10, logarithm(random));
        for (const auto &f : std::vector<std::function<double(double)>>{
                 [&](double x) { return std::tanh(steepness * (x - at)); }, [&](double x) { return std::cbrt(steepness * (x - at)); },
                 [&](double x) { return std::exp(-steepness * (x - at) * (x - at)); },
                 [&](double x) { return std::max(0.0, steepness * (x - at)); }})
            QCOMPARE(breaksOf(brokenWhereItJumps(sampled(f, -10, 10), f)).size(), std::size_t{0});
    }
}

void TestLineBreaks::whatJumpsEverywhereEnds()
{
    int asked = 0;
    const auto f = [&asked](double x) {
        ++asked;
        return std::fmod(std::sin(x * 1e9) * 43758.5453, 1.0);
    };
    const SampledLine line = sampled(f, -1, 1);
    asked = 0;
    const SampledLine broken = brokenWhereItJumps(line, f);
    QVERIFY(asked < 50000);
    QCOMPARE(broken.x.back(), line.x.back());
    const auto nowhere = [](double) { return std::nan(""); };
    QCOMPARE(shownRange(sampled(nowhere, -1, 1)), Interval());
    const auto everywhere = [](double) { return infinity; };
    QCOMPARE(shownRange(sampled(everywhere, -1, 1)), Interval());
    QCOMPARE(brokenWhereItJumps({}, nowhere).x.size(), std::size_t{0});
}

QTEST_APPLESS_MAIN(TestLineBreaks)
#include "tst_line_breaks.moc"
