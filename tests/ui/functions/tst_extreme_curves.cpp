// Functions that overflow, have poles or jump, over ranges of any width, looked at in their pixels: a curve is drawn, it is a line and no
// shape, and nothing is drawn across a pole or a jump.
#include "tests/support/svg_reading.h"

#include "core/activations/activation_spec.h"
#include "ui/base/activation_colors.h"
#include "ui/functions/plot/functions_picture.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace actiscope;
using namespace actiscope::test;

namespace {

struct Case {
    const char *formula;
    double from;
    double to;
    std::vector<double> gaps; ///< x of poles and jumps of f: no curve crosses the middle of the plot there
    bool oscillates = false;  ///< faster than pixels: a shape is right
};

const std::vector<Case> &cases()
{
    constexpr double pi = std::numbers::pi;
    static const std::vector<Case> all = {
        {"sinh(x)", -800, 800, {}},
        {"sinh(x)", -5, 5, {}},
        {"exp(x)", -800, 800, {}},
        {"exp(x)", -30, 30, {}},
        {"exp(x)", -5, 5, {}},
        {"exp(-x)", -800, 800, {}},
        {"-exp(x)", -10000, 10000, {}},
        {"exp(x^2)", -40, 40, {}},
        {"exp(exp(x))", -10, 10, {}},
        {"cosh(x)", -1000, 1000, {}},
        {"x*exp(x)", -800, 800, {}},
        {"exp(x)-exp(-x)", -800, 800, {}},
        {"1/x", -5, 5, {0}},
        {"1/x", -10000, 10000, {}}, // both branches in one column of pixels
        {"1/x", -0.001, 0.001, {0}},
        {"-1/x", -7, 3, {0}},
        {"1/x^2", -5, 5, {}},
        {"1/abs(x)", -5, 5, {}},
        {"1/(x^2-4)", -5, 5, {}},
        {"x/(x-1)", -5, 5, {1}},
        {"1/sin(x)", -10, 10, {-3 * pi, -2 * pi, -pi, 0, pi, 2 * pi, 3 * pi}},
        {"tan(x)", -5, 5, {-1.5 * pi, -0.5 * pi, 0.5 * pi, 1.5 * pi}},
        {"tan(x)", -800, 800, {}, true},
        {"sin(x)", -10000, 10000, {}, true},
        {"log(x)", -5, 5, {}},
        {"sqrt(x)", -5, 5, {}},
        {"log(abs(x))", -100, 100, {}},
        {"x < 0 ? -1 : 1", -5, 5, {0}},
        {"x < 0 ? -1 : 1", -10000, 10000, {0}},
        {"sign(x)", -3, 3, {0}},
        {"x < 1 ? x : x + 20", -5, 5, {1}},
        {"step(x)", -5, 5, {0}},
        {"x^3", -10000, 10000, {}},
        {"tanh(1000*x)", -5, 5, {}},
        {"1e30*x", -5, 5, {}},
    };
    return all;
}

/** How near a pixel is to the curve's colour, rather than to the ground: 0 to 1. */
double inkOf(const QImage &image, int x, int y, const QColor &curve)
{
    const QColor pixel = image.pixelColor(x, y);
    // Grid and zero lines are grey: where red and blue differ, it is the curve.
    return std::clamp(double(pixel.blue() - pixel.red()) / (curve.blue() - curve.red()), 0.0, 1.0);
}

struct Drawn {
    QImage image;
    std::vector<QRectF> plots;
    QByteArray svg;
    QColor curve;
};

Drawn drawn(const Case &given)
{
    const ActivationSpec spec = parseActivationSpec(std::string("formula:") + given.formula);
    FunctionsState state;
    showOnly(state, std::span(&spec, 1));
    state.view().set(&ViewOptions::asymptotes, false);
    state.view().set(&ViewOptions::saturation, false);
    ActivationColors colors;
    colors.setShown(&state, {spec.activation->id});
    FunctionsPicture picture(state, colors, {.size = QSize(900, 700)});
    picture.setXRange(given.from, given.to);
    Drawn result;
    result.image = QImage::fromData(picture.bytes(PictureFormat::Png, 1), "PNG");
    result.svg = picture.bytes(PictureFormat::Svg, 1);
    result.plots = picture.plotRects();
    result.curve = colors.color(spec.activation->id, Theme::light());
    return result;
}

} // namespace

class TestExtremeCurves : public QObject {
    Q_OBJECT

private slots:
    void looksLikeACurve_data();
    void looksLikeACurve();
};

void TestExtremeCurves::looksLikeACurve_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < cases().size(); ++i)
        QTest::addRow("%s, %g to %g", cases()[i].formula, cases()[i].from, cases()[i].to) << int(i);
}

void TestExtremeCurves::looksLikeACurve()
{
    QFETCH(int, index);
    const Case &given = cases()[std::size_t(index)];
    const Drawn picture = drawn(given);
    const QRect plot = picture.plots.front().toRect().adjusted(1, 1, -1, -1);
    double ink = 0;
    int columns = 0; // that have any
    for (int x = plot.left(); x <= plot.right(); ++x) {
        double inColumn = 0;
        for (int y = plot.top(); y <= plot.bottom(); ++y)
            inColumn += inkOf(picture.image, x, y, picture.curve);
        ink += inColumn;
        columns += inColumn > 0.5 ? 1 : 0;
    }
    QVERIFY2(ink > 200, qPrintable(QStringLiteral("no curve: %1 pixels").arg(ink)));
    // A curve of 2 pixels, some of them steep: far less than a shape.
    if (!given.oscillates)
        QVERIFY2(ink < 0.06 * plot.width() * plot.height(),
                 qPrintable(QStringLiteral("a shape: %1 pixels in %2 columns").arg(ink).arg(columns)));
    const double middle = plot.center().y();
    for (const double gap : given.gaps) {
        const double x = plot.left() + (gap - given.from) / (given.to - given.from) * plot.width();
        for (int dx = -1; dx <= 1; ++dx) {
            for (int dy = -10; dy <= 10; ++dy) {
                const int row = int(middle) + dy;
                if (std::abs(dy) > 3) // where zero is, the branches may begin
                    QVERIFY2(inkOf(picture.image, int(x) + dx, row, picture.curve) < 0.5,
                             qPrintable(QStringLiteral("crossed at x = %1").arg(gap)));
            }
        }
    }
    QCOMPARE(strayShape(readSvg(picture.svg), picture.plots), QString());
}

QTEST_MAIN(TestExtremeCurves)
#include "tst_extreme_curves.moc"
