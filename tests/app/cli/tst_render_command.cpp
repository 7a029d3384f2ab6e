// `actiscope render`: the picture that the window would export, in every format, without a display.
#include "tests/app/program.h"
#include "tests/app/small_training.h"
#include "tests/support/compare_pictures.h"
#include "tests/support/patience.h"
#include "ui/base/activation_colors.h"
#include "ui/charts/export_dialog.h"
#include "ui/functions/functions_export.h"
#include "ui/functions/functions_workspace.h"
#include "ui/functions/plot/functions_picture.h"
#include "ui/functions/state/functions_state.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <span>

using namespace actiscope;
using namespace actiscope::test;

class TestRenderCommand : public QObject {
    Q_OBJECT

private slots:
    void isThePictureThatTheWindowExports_data();
    void isThePictureThatTheWindowExports();
    void allFormatsShowTheSame();
    void titleIsTheNamesUnlessSaidOtherwise();
    void xRangeIsDrawn();
    void themeIsTaken();
    void existingFileSurvivesAFailure();
    void formulasAreDrawnAsWell();
    void whatTheWindowCanShowIsDrawn();
    void helpNamesTheOptions();
    void networksHaveTheColorsOfTheWindow();

private:
    static QByteArray rendered(const QStringList &arguments, const QString &ending)
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a." + ending);
        const ProgramResult result = runProgram(QStringList{"render", "functions"} + arguments + QStringList{"--out", path});
        if (result.exitCode != 0 || !result.errors.isEmpty())
            qWarning("%s", result.errors.constData());
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestRenderCommand::isThePictureThatTheWindowExports_data()
{
    QTest::addColumn<QStringList>("activations");
    QTest::addColumn<bool>("dark");
    QTest::newRow("what the window opens with") << QStringList{} << false;
    QTest::newRow("chosen ones") << QStringList{"gelu", "silu:beta=2", "hardswish"} << true;
}

void TestRenderCommand::isThePictureThatTheWindowExports()
{
    QFETCH(QStringList, activations);
    QFETCH(bool, dark);
    const Theme theme = dark ? Theme::dark() : Theme::light();
    applyTheme(*qApp, theme);
    ActivationColors colors;
    FunctionsWorkspace workspace(colors);
    workspace.resize(1280, 760);
    workspace.setTheme(theme);
    workspace.show();
    QVERIFY(QTest::qWaitForWindowExposed(&workspace));
    QStringList options{"--no-title", "--scale", "2", "--theme", dark ? "dark" : "light"};
    if (!activations.isEmpty()) {
        std::vector<ActivationSpec> specs;
        QStringList ids;
        for (const QString &text : activations) {
            specs.push_back(parseActivationSpec(text.toStdString()));
            ids.append(QString::fromStdString(specs.back().activation->id));
            options << "--activation" << text;
        }
        colors.restoreState(ids); // as if they had been the first ones chosen
        showOnly(workspace.state(), specs);
    }
    workspace.plot()->resetView();
    const QSize size = workspace.plot()->size();
    options << "--size" << QStringLiteral("%1x%2").arg(size.width()).arg(size.height());

    const FunctionsExport source(workspace.state(), colors, *workspace.plot(), theme);
    ExportDialog dialog(source);
    for (QComboBox *choice : dialog.findChildren<QComboBox *>()) {
        if (choice->accessibleName() == QStringLiteral("Colours"))
            choice->setCurrentIndex(dark ? 1 : 0);
    }
    const QTemporaryDir folder;
    dialog.saveTo(folder.filePath("window.png")); // the plot's own size, twice as large
    const QImage window(folder.filePath("window.png"));
    QCOMPARE(window.size(), 2 * size);
    const QImage command = QImage::fromData(rendered(options, "png"), "PNG");
    const double apart = meanDifference(window.convertToFormat(QImage::Format_RGB32), command.convertToFormat(QImage::Format_RGB32));
    QVERIFY2(apart < 1e-4, qPrintable(QString::number(apart)));
}

void TestRenderCommand::allFormatsShowTheSame()
{
    const QStringList options{"--size", "900x600", "--activation", "relu", "--activation", "elu"};
    const QImage png = QImage::fromData(rendered(options, "png"), "PNG");
    QCOMPARE(png.size(), QSize(900, 600));
    const QImage svg = rasterized(rendered(options, "svg"));
    const double apart = meanDifference(coarse(svg, 4), coarse(png, 4));
    QVERIFY2(apart < 0.01, qPrintable(QString::number(apart)));
    QVERIFY(rendered(options, "pdf").startsWith("%PDF"));
}

void TestRenderCommand::titleIsTheNamesUnlessSaidOtherwise()
{
    const QStringList options{"--size", "900x600", "--activation", "relu", "--activation", "elu:alpha=0.5"};
    QVERIFY(rendered(options, "svg").contains("ReLU, ELU ("));
    QVERIFY(!rendered(options + QStringList{"--no-title"}, "svg").contains("ReLU, ELU"));
    QVERIFY(rendered(options + QStringList{"--title", "Lesson 1"}, "svg").contains("Lesson 1"));
    QVERIFY(
        rendered({"--activation", "relu", "--activation", "elu", "--activation", "gelu", "--activation", "silu", "--activation", "mish"},
                 "svg")
            .contains("5 activation functions"));
}

void TestRenderCommand::xRangeIsDrawn()
{
    const QByteArray near = rendered({"--x-range=-1,1"}, "svg");
    const QByteArray far = rendered({"--x-range=0,40"}, "svg");
    QVERIFY(near.contains(">0.5<"));
    QVERIFY(far.contains(">40<") || far.contains(">35<"));
    QVERIFY(!near.contains(">40<"));
}

void TestRenderCommand::themeIsTaken()
{
    for (const bool dark : {false, true}) {
        const QImage image = QImage::fromData(rendered({"--size", "600x400", "--theme", dark ? "dark" : "light"}, "png"), "PNG");
        QCOMPARE(image.pixelColor(1, 1), (dark ? Theme::dark() : Theme::light()).plotBackground);
    }
}

void TestRenderCommand::existingFileSurvivesAFailure()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("a.png"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("kept");
    file.close();
    QCOMPARE(runProgram({"render", "functions", "--out", "a.png", "--scale", "99"}, {}, folder.path()).exitCode, 2);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("kept"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"a.png"});
}

void TestRenderCommand::formulasAreDrawnAsWell()
{
    const QStringList options{"--size", "600x400", "--no-title", "--activation"};
    const QImage formula = QImage::fromData(rendered(options + QStringList{"formula:x*sigmoid(b*x),b=2"}, "png"), "PNG");
    const QImage builtIn = QImage::fromData(rendered(options + QStringList{"silu:beta=2"}, "png"), "PNG");
    QVERIFY(!formula.isNull());
    // The curves are equal, the names at their ends are not.
    QVERIFY2(meanDifference(coarse(formula, 4), coarse(builtIn, 4)) < 0.05, "another curve");
}

void TestRenderCommand::whatTheWindowCanShowIsDrawn()
{
    const QStringList two{"--size", "900x900", "--activation", "gelu", "--activation", "leaky_relu"};
    QVERIFY(!rendered(two, "svg").contains("f″"));
    QVERIFY(rendered(two + QStringList{"--second-derivative"}, "svg").contains("f″"));
    QVERIFY(rendered(two + QStringList{"--difference", "linear"}, "svg").contains("GELU − Leaky ReLU"));
    QVERIFY(rendered(two + QStringList{"--difference", "log"}, "svg").contains("10"));
    const QByteArray family = rendered(two + QStringList{"--family", "0.25,0.75"}, "svg");
    QVERIFY(family.contains("α 0.25") && family.contains("α 0.75"));
    QVERIFY(!family.contains("GELU")); // neither drawn nor in the title
    const QStringList relu{"--size", "900x900", "--activation", "relu"};
    QVERIFY(rendered(relu, "svg").contains("saturated"));
    QVERIFY(!rendered(relu + QStringList{"--no-marks"}, "svg").contains("saturated"));
    QVERIFY(rendered(relu + QStringList{"--equal-scale"}, "svg") != rendered(relu, "svg"));
    QVERIFY(rendered({"--activation", "sigmoid", "--saturation", "0.2"}, "svg") != rendered({"--activation", "sigmoid"}, "svg"));
}

void TestRenderCommand::helpNamesTheOptions()
{
    const ProgramResult result = runProgram({"render", "functions", "--help"});
    QCOMPARE(result.exitCode, 0);
    for (const char *option : {"--activation", "--x-range", "--size", "--scale", "--theme", "--title", "--no-title", "--out"})
        QVERIFY2(result.output.contains(option), option);
}

/** Of sigmoid and ReLU, where ReLU had a colour before: the figure of `render training` and the window of `--screenshot`. */
void TestRenderCommand::networksHaveTheColorsOfTheWindow()
{
    SKIP_WHERE_SLOW;
    const QTemporaryDir folder;
    const QString png = folder.filePath("window.png"), svg = folder.filePath("figure.svg");
    const QStringList what = {"--experiment", "vanishing-gradient", "--epoch", "1", "--show", "gradients", "--theme", "light"};
    for (const QStringList &command : {QStringList{"--screenshot", png, "--size", "1100x700"}, QStringList{"render", "training", "--out", svg}}) {
        const ProgramResult result = runProgram(command + what);
        QVERIFY2(result.exitCode == 0, result.errors.constData());
    }
    const QImage window(png);
    std::map<QRgb, int> pixels;
    for (int y = 0; y < window.height(); ++y) {
        for (int x = 0; x < window.width(); ++x)
            ++pixels[window.pixel(x, y)];
    }
    const QByteArray figure = contentOf(svg).toLower();
    const Theme theme = Theme::light();
    int found = 0;
    for (const QColor &color : std::span(theme.curves).first(7)) { // the last is that of text
        constexpr int leastOfDot = 40;
        const bool isInWindow = pixels[color.rgb()] > leastOfDot;
        QVERIFY2(isInWindow == figure.contains(color.name().toLatin1()), qPrintable(color.name()));
        found += isInWindow ? 1 : 0;
    }
    QCOMPARE(found, 2);
}

QTEST_MAIN(TestRenderCommand)
#include "tst_render_command.moc"
