// What is exported from the workspaces: pictures of the size and scale that were asked for, that show what the window
// shows, and tables that hold what core computes. Real widgets, offscreen.
#include "core/analysis/second_derivative.h"
#include "core/base/number_text.h"
#include "core/engine/eigen_backend.h"
#include "core/io/run_report.h"
#include "core/training/comparison.h"
#include "core/training/run_event.h"
#include "tests/support/compare_pictures.h"
#include "tests/support/svg_reading.h"
#include "tests/ui/charts/export_fixture.h"
#include "tests/ui/functions/functions_fixture.h"
#include "ui/base/number_spin_box.h"
#include "ui/charts/export_dialog.h"
#include "ui/functions/functions_export.h"
#include "ui/training/evidence_figure.h"
#include "ui/training/run_export.h"
#include "ui/training/timeline/timeline_plot.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>

#include <stdexcept>

using namespace actiscope;
using namespace actiscope::test;

class TestExport : public QObject {
    Q_OBJECT

private slots:
    void pictureHasTheSizeAskedFor_data();
    void pictureHasTheSizeAskedFor();
    void drawingHasTheSizeAskedFor();
    void documentHasTheSizeAskedFor();
    void pictureShowsWhatTheWindowShows();
    void drawingShowsWhatThePictureShows();
    void scaleEnlargesEverything();
    void pageSetsTheSize();
    void lightUnlessSaidOtherwise();
    void nothingIsDrawnOutsideItsPlot();
    void anyTitleIsXml();
    void titleIsWrittenWhenAskedFor();
    void coloursCanBeChosen();
    void copyPutsTheFormatOnTheClipboard();
    void tooManyPixelsAreNotOffered();
    void emptyViewHasNoTable();
    void rowsThatDoNotApplyAreAbsent();
    void choicesAreKept();
    void nothingIsHalfWritten();
    void everyFieldIsNamedAndReachable();
};

void TestExport::pictureHasTheSizeAskedFor_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::newRow("smallest") << QSize(240, 240) << 1.0;
    QTest::newRow("slide") << QSize(1600, 900) << 1.0;
    QTest::newRow("twice") << QSize(800, 600) << 2.0;
    QTest::newRow("half") << QSize(800, 600) << 0.5;
    QTest::newRow("higher than wide") << QSize(400, 900) << 1.5;
}

void TestExport::pictureHasTheSizeAskedFor()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    Export exporting;
    exporting.setSize(size.width(), size.height(), scale);
    const QImage image = QImage::fromData(exporting.saved(QStringLiteral("a.png")), "PNG");
    QCOMPARE(image.size(), (QSizeF(size) * scale).toSize());
}

void TestExport::drawingHasTheSizeAskedFor()
{
    Export exporting;
    exporting.setFormat(Svg);
    exporting.setSize(900, 600, 2);
    QSvgRenderer renderer(exporting.saved(QStringLiteral("a.svg")));
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.defaultSize(), QSize(1800, 1200));
    QCOMPARE(renderer.viewBox().size(), QSize(900, 600));
}

void TestExport::documentHasTheSizeAskedFor()
{
    Export exporting;
    exporting.setFormat(Pdf);
    exporting.setSize(960, 480, 2);
    const QByteArray pdf = exporting.saved(QStringLiteral("a.pdf"));
    QVERIFY(pdf.startsWith("%PDF"));
    static const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"));
    const QRegularExpressionMatch match = box.match(QString::fromLatin1(pdf));
    QVERIFY(match.hasMatch());
    QVERIFY(std::abs(match.captured(1).toDouble() - 2 * 960 * 0.75) < 1); // points are 1/72 inch, pixels 1/96
    QVERIFY(std::abs(match.captured(2).toDouble() - 2 * 480 * 0.75) < 1);
}

void TestExport::pictureShowsWhatTheWindowShows()
{
    Export exporting;
    FunctionPlot &plot = exporting.plot();
    exporting.state().setShown(byId("gelu"), true);
    exporting.control().setValue(0.75);                        // its label needs the same room as before
    turnWheel(plot, QPointF(plot.valueRect()->center()), 240); // zoomed in: the part of the plane goes along
    plot.updateNow();
    QVERIFY(plot.valueRect()->axis(QCPAxis::atBottom)->range().size() < 9);
    exporting.setSize(plot.width(), plot.height(), 1);
    const QImage saved = QImage::fromData(exporting.saved(QStringLiteral("a.png")), "PNG");
    const QImage shown = plot.toPixmap(plot.width(), plot.height()).toImage().convertToFormat(QImage::Format_RGB32);
    QVERIFY2(meanDifference(saved, shown) < 1e-3, qPrintable(QString::number(meanDifference(saved, shown))));
    // A picture of something else is farther away.
    exporting.state().setShown(byId("gelu"), false);
    const QImage other = QImage::fromData(exporting.saved(QStringLiteral("b.png")), "PNG");
    QVERIFY2(meanDifference(other, shown) > 2e-3, qPrintable(QString::number(meanDifference(other, shown))));
}

void TestExport::drawingShowsWhatThePictureShows()
{
    Export exporting;
    exporting.setSize(900, 700, 1);
    const QImage picture = QImage::fromData(exporting.saved(QStringLiteral("a.png")), "PNG");
    exporting.setFormat(Svg);
    const QImage drawing = rasterized(exporting.saved(QStringLiteral("a.svg")));
    QCOMPARE(drawing.size(), picture.size());
    const double apart = meanDifference(coarse(drawing, 4), coarse(picture, 4));
    QVERIFY2(apart < 0.01, qPrintable(QString::number(apart)));
}

void TestExport::scaleEnlargesEverything()
{
    Export exporting;
    exporting.setSize(800, 600, 1);
    const QImage once = QImage::fromData(exporting.saved(QStringLiteral("a.png")), "PNG");
    exporting.setSize(800, 600, 3);
    const QImage thrice = QImage::fromData(exporting.saved(QStringLiteral("b.png")), "PNG");
    const double apart = meanDifference(coarse(thrice, 12), coarse(once, 4));
    QVERIFY2(apart < 0.01, qPrintable(QString::number(apart)));
}

void TestExport::pageSetsTheSize()
{
    Export exporting;
    auto &page = exporting.field<QComboBox>("Page");
    QCOMPARE(page.currentIndex(), 0);
    for (std::size_t i = 0; i < pages().size(); ++i) {
        page.setCurrentIndex(int(i) + 1);
        emit page.activated(int(i) + 1);
        QCOMPARE(exporting.field<QSpinBox>("Width").value(), pages()[i].size.width());
        QCOMPARE(exporting.field<QSpinBox>("Height").value(), pages()[i].size.height());
        QCOMPARE(exporting.field<NumberSpinBox>("Scale").value(), std::round(100 * pages()[i].scale) / 100);
        QCOMPARE(page.currentIndex(), int(i) + 1);
    }
    exporting.field<QSpinBox>("Width").setValue(777);
    QCOMPARE(page.currentIndex(), int(pages().size()) + 1); // another size
    emit page.activated(0);
    QCOMPARE(exporting.field<QSpinBox>("Width").value(), exporting.plot().width());
}

void TestExport::lightUnlessSaidOtherwise()
{
    Export exporting;
    const FunctionsExport source(exporting.state(), exporting.colors, exporting.plot(), Theme::dark());
    ExportDialog dialog(source);
    dialog.saveTo(exporting.folder.filePath(QStringLiteral("a.png")));
    QCOMPARE(QImage(exporting.folder.filePath(QStringLiteral("a.png"))).pixelColor(1, 1), Theme::light().plotBackground);
}

void TestExport::nothingIsDrawnOutsideItsPlot()
{
    Export exporting;
    exporting.state().showOnly({&byId("gelu_tanh"), &byId("gelu"), &byId("elu")});
    exporting.state().view().set(&ViewOptions::secondDerivative, true);
    exporting.state().view().set(&ViewOptions::comparison, true);
    for (const bool logarithmic : {false, true}) {
        for (const double from : {-5.0, -0.2, -900.0}) {
            exporting.state().view().set(&ViewOptions::logarithmicDifference, logarithmic);
            FunctionsPicture picture(exporting.state(), exporting.colors, {.size = QSize(700, 900)});
            picture.setXRange(from, -from / 2);
            const SvgContent content = readSvg(picture.bytes(PictureFormat::Svg, 1));
            QCOMPARE(strayShape(content, picture.plotRects()), QString());
        }
    }
    // Bands and families, and a part of the plane that the curves leave.
    focusOn(exporting, "rrelu");
    exporting.plot().chooseYRanges({QCPRange(-0.1, 0.1), QCPRange(-0.1, 0.1), QCPRange(-0.1, 0.1)});
    exporting.plot().updateNow();
    FunctionsPicture picture(exporting.state(), exporting.colors, {.size = QSize(700, 900)}, exporting.workspace.plot());
    const SvgContent content = readSvg(picture.bytes(PictureFormat::Svg, 1));
    QCOMPARE(strayShape(content, picture.plotRects()), QString());
}

void TestExport::anyTitleIsXml()
{
    Export exporting;
    exporting.setFormat(Svg);
    exporting.dialog.findChild<QCheckBox *>()->setChecked(true);
    const QString title = QStringLiteral("<b>&\" x < 0 ? a*x : x");
    exporting.field<QLineEdit>("Text of the title").setText(title);
    const SvgContent content = readSvg(exporting.saved(QStringLiteral("a.svg")));
    QCOMPARE(content.title, title);
    QVERIFY(content.textLines().contains(title));
}

void TestExport::titleIsWrittenWhenAskedFor()
{
    Export exporting;
    exporting.setFormat(Svg);
    QVERIFY(!exporting.saved(QStringLiteral("a.svg")).contains("Rectifiers in class"));
    exporting.dialog.findChild<QCheckBox *>()->setChecked(true);
    QCOMPARE(exporting.field<QLineEdit>("Text of the title").text(), pictureTitle(exporting.state()));
    exporting.field<QLineEdit>("Text of the title").setText(QStringLiteral("Rectifiers in class"));
    QVERIFY(exporting.saved(QStringLiteral("b.svg")).contains("Rectifiers in class"));
}

void TestExport::coloursCanBeChosen()
{
    Export exporting;
    exporting.setSize(600, 400, 1);
    for (const bool dark : {false, true}) {
        exporting.field<QComboBox>("Colours").setCurrentIndex(dark ? 1 : 0);
        const QImage image = QImage::fromData(exporting.saved(QStringLiteral("a.png")), "PNG");
        const Theme theme = dark ? Theme::dark() : Theme::light();
        QCOMPARE(image.pixelColor(1, 1), theme.plotBackground);
        for (const Activation *activation : exporting.state().shown())
            QVERIFY(shareOf(image, exporting.colors.color(activation->id, theme)) > 1e-4);
    }
    QCOMPARE(exporting.plot().grab().toImage().pixelColor(1, 1), Theme::light().plotBackground); // the window keeps its own
}

void TestExport::copyPutsTheFormatOnTheClipboard()
{
    Export exporting;
    exporting.setSize(400, 300, 2);
    const QClipboard *clipboard = QGuiApplication::clipboard();
    QTest::mouseClick(exporting.dialog.findChild<QPushButton *>(QStringLiteral("copy")), Qt::LeftButton);
    QCOMPARE(clipboard->image().size(), QSize(800, 600));
    exporting.setFormat(Svg);
    exporting.dialog.copy();
    QVERIFY(rasterized(clipboard->mimeData()->data(QStringLiteral("image/svg+xml"))).size() == QSize(800, 600));
    exporting.setFormat(Pdf);
    exporting.dialog.copy();
    QVERIFY(clipboard->mimeData()->data(QStringLiteral("application/pdf")).startsWith("%PDF"));
    exporting.setFormat(Csv);
    exporting.dialog.copy();
    QVERIFY(clipboard->text().startsWith(QStringLiteral("activation,x")));
}

void TestExport::tooManyPixelsAreNotOffered()
{
    Export exporting;
    const auto *save = exporting.dialog.findChild<QPushButton *>(QStringLiteral("save"));
    QVERIFY(save->isEnabled());
    exporting.setSize(largestPicture, largestPicture, largestScale);
    QVERIFY(!save->isEnabled());
    QVERIFY(exporting.dialog.findChild<QLabel *>(QStringLiteral("summary"))->text().contains(QStringLiteral("too many")));
    exporting.setFormat(Svg);
    QVERIFY(save->isEnabled()); // has none
}

void TestExport::emptyViewHasNoTable()
{
    Export exporting;
    showOnly(exporting.state(), {});
    exporting.setFormat(Csv);
    QVERIFY(!exporting.dialog.findChild<QPushButton *>(QStringLiteral("save"))->isEnabled());
    exporting.setFormat(Png);
    exporting.setSize(400, 300, 1);
    QVERIFY(!QImage::fromData(exporting.saved(QStringLiteral("a.png")), "PNG").isNull());
}

void TestExport::rowsThatDoNotApplyAreAbsent()
{
    Export exporting;
    exporting.dialog.show();
    QVERIFY(exporting.field<QSpinBox>("Width").isVisible());
    QVERIFY(!exporting.field<QSpinBox>("Points").isVisible());
    exporting.setFormat(Csv);
    QVERIFY(!exporting.field<QSpinBox>("Width").isVisible());
    QVERIFY(!exporting.field<QComboBox>("Colours").isVisible());
    QVERIFY(exporting.field<QSpinBox>("Points").isVisible());
}

void TestExport::choicesAreKept()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    {
        Export exporting;
        exporting.setFormat(Csv);
        exporting.field<QSpinBox>("Points").setValue(77);
        exporting.field<QComboBox>("Colours").setCurrentIndex(2);
        exporting.dialog.save(settings);
    }
    Export next;
    next.dialog.restore(settings);
    QCOMPARE(next.field<QComboBox>("Format").currentIndex(), int(Csv));
    QCOMPARE(next.field<QSpinBox>("Points").value(), 77);
    QCOMPARE(next.field<QComboBox>("Colours").currentIndex(), 2);
    settings.setValue(QStringLiteral("export/theme"), 99);
    settings.setValue(QStringLiteral("export/format"), QStringLiteral("bmp"));
    settings.setValue(QStringLiteral("export/scale"), QStringLiteral("much"));
    Export damaged;
    damaged.dialog.restore(settings);
    QVERIFY(!damaged.saved(QStringLiteral("a.png")).isEmpty());
}

void TestExport::nothingIsHalfWritten()
{
    Export exporting;
    exporting.setSize(400, 300, 1);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, exporting.dialog.saveTo(exporting.folder.filePath(QStringLiteral("nowhere/a.png"))));
    QVERIFY(QDir(exporting.folder.path()).isEmpty());
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, (void)pictureFormatOf(QStringLiteral("a.bmp")));
    QCOMPARE(int(pictureFormatOf(QStringLiteral("A.PDF"))), int(PictureFormat::Pdf));
}

void TestExport::everyFieldIsNamedAndReachable()
{
    Export exporting;
    for (const int format : {Png, Csv}) {
        exporting.setFormat(format);
        exporting.dialog.show();
        for (QWidget *widget : exporting.dialog.findChildren<QWidget *>()) {
            const bool isPart = widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<QLabel *>(widget);
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || isPart)
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty() || widget->property("text").isValid(), widget->metaObject()->className());
            if (!qobject_cast<QPushButton *>(widget) || widget->objectName() == QLatin1String("save"))
                QVERIFY2(!widget->toolTip().isEmpty(), widget->metaObject()->className());
        }
    }
}

QTEST_MAIN(TestExport)
#include "tst_export.moc"
