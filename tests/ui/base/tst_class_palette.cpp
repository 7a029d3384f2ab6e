// The colours of classes and of models, measured in pixels as they are painted: far apart for everybody, on both grounds, and never one for the other.
#include "tests/ui/base/color_science.h"
#include "ui/base/activation_colors.h"
#include "ui/base/class_palette.h"
#include "ui/charts/plane_painter.h"

#include <QImage>
#include <QPainter>
#include <QtTest>

#include <limits>
#include <set>

using namespace actiscope;
using namespace actiscope::test;

namespace {

constexpr int cell = 40; ///< pixels of a class's area in a picture of all eight

/** A strip of areas, a class each, with a test point in the middle of each; the second one is misclassified where it is wanted. */
struct ClassStrip {
    explicit ClassStrip(int classes, bool isSecondWrong, const Theme &theme)
    {
        auto data = std::make_shared<Dataset>();
        data->classes = classes;
        Boundary boundary{.grid = {.xMin = 0, .xMax = double(classes), .yMin = 0, .yMax = 1, .width = classes * cell + 1, .height = cell + 1}};
        boundary.scores.assign(static_cast<std::size_t>(classes), {});
        for (int row = 0; row <= cell; ++row) {
            for (int column = 0; column <= classes * cell; ++column) {
                for (int label = 0; label < classes; ++label)
                    boundary.scores[static_cast<std::size_t>(label)].push_back(std::min(column / cell, classes - 1) == label ? 1.0f : 0.0f);
                if (classes == 2)
                    boundary.probability.push_back(column / cell > 0 ? 1.0f : 0.0f);
            }
        }
        if (classes == 2)
            boundary.scores.clear();
        std::vector<bool> mistakes;
        for (int label = 0; label < classes; ++label) {
            data->all.coordinates.insert(data->all.coordinates.end(), {label + 0.5, 0.5});
            data->all.labels.push_back(label);
            data->testIndices.push_back(static_cast<std::size_t>(label));
            mistakes.push_back(isSecondWrong && label == 1);
        }
        PlanePainter plane;
        plane.setTheme(theme);
        plane.setData(data);
        plane.setBoundary(std::make_shared<Boundary>(std::move(boundary)));
        plane.setMistakes(mistakes);
        image = QImage(classes * cell, cell, QImage::Format_RGB32);
        image.fill(theme.plotBackground);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const PlaneView view{QRectF(0, 0, classes, 1), QRectF(image.rect())};
        plane.drawShading(painter, view);
        plane.drawContour(painter, view);
        plane.drawPoints(painter, view, {5, 10});
    }

    QColor area(int label) const { return image.pixelColor(label * cell + 4, 4); }
    /** Of a test point: its fill is between the dot and the rim. */
    QColor fill(int label) const { return image.pixelColor(label * cell + cell / 2, cell / 2 + 5); }
    QColor dot(int label) const { return image.pixelColor(label * cell + cell / 2, cell / 2); }
    /** The colour nearest to `wanted` in the column through the middle of a class's area. */
    QColor nearest(int label, const QColor &wanted) const
    {
        QColor best;
        for (int y = 0; y < cell; ++y) {
            const QColor seen = image.pixelColor(label * cell + cell / 2, y);
            if (!best.isValid() || difference2000(seen, wanted) < difference2000(best, wanted))
                best = seen;
        }
        return best;
    }

    QImage image;
};

/** As a curve of 2 px is painted on its plot. */
std::vector<QColor> modelColors(const Theme &theme)
{
    ActivationColors given;
    std::vector<std::string> keys;
    for (int i = 0; i < 7; ++i)
        keys.push_back(std::to_string(i));
    QObject user;
    given.setShown(&user, keys);
    std::vector<QColor> colors;
    for (const std::string &key : keys) {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(theme.plotBackground);
        QPainter painter(&image);
        painter.setPen(given.pen(key, theme));
        painter.drawLine(0, 4, 8, 4);
        painter.end();
        colors.push_back(image.pixelColor(4, 4));
    }
    return colors;
}

} // namespace

class TestClassPalette : public QObject {
    Q_OBJECT

private slots:
    /** Pairs 1, 7, 17 and 25 of Sharma, Wu and Dalal 2005. */
    void theMeasureIsRight()
    {
        QVERIFY(std::abs(difference2000(Lab{50, 2.6772, -79.7751}, Lab{50, 0, -82.7485}) - 2.0425) < 5e-5);
        QVERIFY(std::abs(difference2000(Lab{50, 0, 0}, Lab{50, -1, 2}) - 2.3669) < 5e-5);
        QVERIFY(std::abs(difference2000(Lab{50, 2.5, 0}, Lab{73, 25, -18}) - 27.1492) < 5e-5);
        QVERIFY(std::abs(difference2000(Lab{60.2574, -34.0099, 36.2677}, Lab{60.4626, -34.1751, 39.4387}) - 1.2644) < 5e-5);
    }

    void classesAreFarApartAndNoModels_data() { addThemes(); }
    void classesAreFarApartAndNoModels()
    {
        QFETCH(bool, isDark);
        const Theme theme = isDark ? Theme::dark() : Theme::light();
        const ClassStrip two(2, true, theme);
        const QColor zero = two.area(0), one = two.area(1);
        QCOMPARE(zero, classColors(0, theme).area);
        QCOMPARE(one, classColors(1, theme).area);
        QVERIFY2(contrastRatio(zero, one) >= 1.6, qPrintable(QString::number(contrastRatio(zero, one)))); // in greyscale as in colours
        QVERIFY(contrastRatio(deuteranope(zero), deuteranope(one)) >= 1.6);
        QVERIFY(difference2000(zero, one) >= 15);
        const QColor ink = two.fill(0), ivory = two.fill(1);
        QVERIFY(contrastRatio(ink, ivory) >= 4.5);
        for (const QColor &model : modelColors(theme)) {
            for (const QColor &color : {zero, one, ink, ivory})
                QVERIFY2(difference2000(color, model) >= 25, qPrintable(color.name() + model.name()));
        }
        for (const QColor &area : {zero, one}) {
            for (const int label : {0, 1}) {
                const double seen = std::max(contrastRatio(two.fill(label), area), contrastRatio(two.dot(label), area));
                QVERIFY2(seen >= 3, qPrintable(QString::number(seen)));
            }
            const QColor ring = two.nearest(1, wrongColor(theme));
            QVERIFY(difference2000(ring, wrongColor(theme)) < 8); // there it is
            QVERIFY(contrastRatio(wrongColor(theme), area) >= 3);
        }
        QVERIFY(difference2000(two.nearest(0, wrongColor(theme)), wrongColor(theme)) > 25); // and not round the point that is right
    }

    void eightClassesCanBeTold_data() { addThemes(); }
    void eightClassesCanBeTold()
    {
        QFETCH(bool, isDark);
        const Theme theme = isDark ? Theme::dark() : Theme::light();
        const ClassStrip eight(paletteClasses, false, theme);
        const std::vector<QColor> models = modelColors(theme);
        for (int i = 0; i < paletteClasses; ++i) {
            QCOMPARE(eight.area(i), classColors(i, theme).area);
            QVERIFY(std::max(contrastRatio(eight.fill(i), eight.area(i)), contrastRatio(eight.dot(i), eight.area(i))) >= 3);
            for (const QColor &model : models)
                QVERIFY2(difference2000(eight.area(i), model) >= 25, qPrintable(eight.area(i).name() + model.name()));
            for (int j = 0; j < i; ++j) {
                QVERIFY(difference2000(eight.area(i), eight.area(j)) >= 8);
                if (i % 2 != j % 2)
                    QVERIFY(contrastRatio(eight.area(i), eight.area(j)) >= 1.35);
                QVERIFY(classShape(i) != classShape(j));
            }
        }
    }

    void signsAreSeenOnPlainGround_data() { addThemes(); }
    void signsAreSeenOnPlainGround()
    {
        QFETCH(bool, isDark);
        const Theme theme = isDark ? Theme::dark() : Theme::light();
        for (int label = 0; label < paletteClasses; ++label) {
            const ClassColors colors = classColorsOn(theme.plotBackground, label, theme);
            QCOMPARE(colors.fill, classColors(label, theme).fill);
            QVERIFY2(contrastRatio(colors.rim, theme.plotBackground) >= 4.5, qPrintable(colors.rim.name()));
        }
    }

    void modelsCanBeTold_data() { addThemes(); }
    void modelsCanBeTold()
    {
        QFETCH(bool, isDark);
        const Theme theme = isDark ? Theme::dark() : Theme::light();
        const std::vector<QColor> models = modelColors(theme);
        for (std::size_t i = 0; i < models.size(); ++i) {
            QVERIFY2(contrastRatio(models[i], theme.plotBackground) >= 3, qPrintable(models[i].name()));
            QVERIFY(difference2000(models[i], theme.text) > 14); // contours, cursors and words have that to themselves
            for (std::size_t j = 0; j < i; ++j) {
                QVERIFY(difference2000(models[i], models[j]) >= 14);
                QVERIFY(difference2000(deuteranope(models[i]), deuteranope(models[j])) >= 8);
            }
        }
    }

    /** Straight from one area to the other: no third tone in the middle. */
    void probabilitiesAreShadedInSteps_data() { addThemes(); }
    void probabilitiesAreShadedInSteps()
    {
        QFETCH(bool, isDark);
        const Theme theme = isDark ? Theme::dark() : Theme::light();
        std::set<QRgb> shades;
        double before = labOf(probabilityShade(0, theme)).L;
        for (int i = 0; i <= 1000; ++i) {
            const QColor shade = probabilityShade(i / 1000.0, theme);
            QVERIFY(labOf(shade).L >= before - 0.2); // rounded channels
            before = labOf(shade).L;
            shades.insert(shade.rgb());
        }
        QCOMPARE(shades.size(), std::size_t{shadingSteps});
        QCOMPARE(probabilityShade(0, theme), classColors(0, theme).area);
        QCOMPARE(probabilityShade(1, theme), classColors(1, theme).area);
        QCOMPARE(probabilityShade(std::numeric_limits<double>::quiet_NaN(), theme), theme.plotBackground);
    }

private:
    static void addThemes()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
};

QTEST_MAIN(TestClassPalette)
#include "tst_class_palette.moc"
