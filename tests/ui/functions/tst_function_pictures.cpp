// The plots of the Functions workspace as pictures, compared with those in tests/data/pictures by structural similarity. Those were
// rendered by the program and looked at; ACTISCOPE_WRITE_PICTURES=<folder> writes them anew instead of comparing. Offscreen, in the font
// that the packages install (DejaVu Sans), so that every Debian 12 draws the same letters.
#include "core/activations/activation_catalog.h"
#include "tests/support/structural_similarity.h"
#include "tests/support/tolerances.h"

#include "ui/base/activation_colors.h"
#include "ui/base/theme.h"
#include "ui/functions/plot/function_plot.h"
#include "ui/functions/state/functions_state.h"
#include "ui/functions/state/functions_view.h"

#include <QTest>

using namespace actiscope;

namespace {

/** What one picture shows. */
struct Scene {
    const char *name;
    std::vector<const char *> shown; ///< the last one in focus
    void (*setUp)(FunctionsState &state);
    bool isDark = false;
};

const std::vector<Scene> &scenes()
{
    static const std::vector<Scene> all = {
        {"relu_and_leaky_relu", {"relu", "leaky_relu"}, [](FunctionsState &state) { state.setParameter(state.focus(), 0, 0.2); }},
        {"sigmoid_saturation_asymptotes",
         {"tanh", "sigmoid"},
         [](FunctionsState &state) { state.view().set(&ViewOptions::saturationThreshold, 0.05); }},
        {"prelu_family", {"prelu"}, [](FunctionsState &state) { state.view().set(&ViewOptions::family, true); }, true},
        {"rrelu_drawn_slopes", {"rrelu"}, [](FunctionsState &state) { state.drawAgain(); }},
        {"elu_second_derivative_equal_scale",
         {"elu"},
         [](FunctionsState &state) {
             state.view().set(&ViewOptions::secondDerivative, true);
             state.view().set(&ViewOptions::equalScale, true);
         },
         true},
        {"gelu_difference",
         {"gelu_tanh", "gelu"},
         [](FunctionsState &state) {
             state.view().set(&ViewOptions::comparison, true);
             state.view().set(&ViewOptions::logarithmicDifference, true);
         }},
    };
    return all;
}

/** The plot alone, with the line at x = 1. */
QImage render(const Scene &scene, double bentTo = -1)
{
    ActivationColors colors;
    FunctionsState state;
    std::vector<const Activation *> shown;
    std::vector<std::string> keys;
    for (const char *id : scene.shown) {
        shown.push_back(findActivation(id));
        keys.push_back(id);
    }
    state.showOnly(shown);
    state.setFocus(*shown.back());
    colors.setShown(&state, keys);
    scene.setUp(state);
    if (bentTo >= 0)
        state.setParameter(state.focus(), 0, bentTo);
    FunctionPlot plot(state, colors);
    plot.resize(480, 420);
    plot.setTheme(scene.isDark ? Theme::dark() : Theme::light());
    plot.show();
    // The ranges and ticks that the layout asks for come with the next replot.
    for (int i = 0; i < 3; ++i) {
        plot.updateNow();
        plot.setPointedX(1);
        plot.replot();
        QCoreApplication::processEvents();
    }
    return plot.toPixmap(480, 420, 1).toImage();
}

QString pathOf(const char *name)
{
    return QStringLiteral(ACTISCOPE_TEST_DATA "/pictures/%1.png").arg(QLatin1String(name));
}

} // namespace

class TestFunctionPictures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void looksAsBefore_data();
    void looksAsBefore();
    void bentCurveIsAnotherPicture();
    void similarityIsOneForTheSameAndSmallForOthers();
};

void TestFunctionPictures::initTestCase()
{
    QFont font(QStringLiteral("DejaVu Sans"), 11);
    QVERIFY2(QFontInfo(font).family() == font.family(), "fonts-dejavu-core is not installed");
    QApplication::setFont(font);
}

void TestFunctionPictures::looksAsBefore_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < scenes().size(); ++i)
        QTest::newRow(scenes()[i].name) << int(i);
}

void TestFunctionPictures::looksAsBefore()
{
    QFETCH(int, index);
    const Scene &scene = scenes()[std::size_t(index)];
    const QImage picture = render(scene);
    const QString folder = qEnvironmentVariable("ACTISCOPE_WRITE_PICTURES");
    if (!folder.isEmpty()) {
        QVERIFY(picture.convertToFormat(QImage::Format_RGB888)
                    .save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(scene.name)), "PNG", 0));
        QSKIP("written, not compared");
    }
    const QImage stored(pathOf(scene.name));
    QVERIFY2(!stored.isNull(), qPrintable(pathOf(scene.name)));
    const double similarity = test::structuralSimilarity(picture, stored);
    if (similarity < tolerance::pictureSimilarity)
        picture.save(QStringLiteral("%1.failed.png").arg(QLatin1String(scene.name)));
    QVERIFY2(similarity >= tolerance::pictureSimilarity, qPrintable(QString::number(similarity)));
}

void TestFunctionPictures::bentCurveIsAnotherPicture()
{
    const QImage stored(pathOf(scenes().front().name));
    const double similarity = test::structuralSimilarity(render(scenes().front(), 0.3), stored);
    QVERIFY2(similarity < tolerance::pictureSimilarity, qPrintable(QString::number(similarity)));
}

void TestFunctionPictures::similarityIsOneForTheSameAndSmallForOthers()
{
    QImage stripes(64, 64, QImage::Format_Grayscale8), across(64, 64, QImage::Format_Grayscale8);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) {
            stripes.scanLine(y)[x] = uchar(x / 2 % 2 * 255);
            across.scanLine(y)[x] = uchar(y / 2 % 2 * 255);
        }
    }
    QCOMPARE(test::structuralSimilarity(stripes, stripes), 1.0);
    QVERIFY(test::structuralSimilarity(stripes, across) < 0.1);
    QVERIFY(test::structuralSimilarity(stripes, stripes.copy(0, 0, 32, 64)) == 0);
}

QTEST_MAIN(TestFunctionPictures)

#include "tst_function_pictures.moc"
