// What is taken away from the Functions workspace: pictures of the size and scale that were asked for, that show what the window
// shows, and tables that hold what core computes. Real widgets, offscreen.
#include "functions_fixture.h"

#include "core/number_text.h"
#include "tests/compare_pictures.h"
#include "ui/base/number_spin_box.h"
#include "ui/functions/take_away_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>

#include <stdexcept>

using namespace actiscope;
using namespace actiscope::test;

namespace {

/** The workspace, and a dialog about it. */
struct TakeAway : Window {
    TakeAwayDialog dialog{{workspace.state(), colors, *workspace.plot(), Theme::light()}};
    QTemporaryDir folder;

    template <class Field>
    Field &field(const char *accessibleName)
    {
        for (Field *candidate : dialog.findChildren<Field *>()) {
            if (candidate->accessibleName() == QLatin1String(accessibleName))
                return *candidate;
        }
        throw std::runtime_error(accessibleName);
    }
    void setFormat(int index) { field<QComboBox>("Format").setCurrentIndex(index); }
    void setSize(int width, int height, double scale)
    {
        field<QSpinBox>("Width").setValue(width);
        field<QSpinBox>("Height").setValue(height);
        field<NumberSpinBox>("Scale").setValue(scale);
    }
    QByteArray saved(const QString &name)
    {
        const QString path = folder.filePath(name);
        dialog.saveTo(path);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

enum { Png, Svg, Pdf, Csv };

} // namespace

class TestTakeAway : public QObject {
    Q_OBJECT

private slots:
    void pictureHasTheSizeAskedFor_data();
    void pictureHasTheSizeAskedFor();
    void drawingHasTheSizeAskedFor();
    void documentHasTheSizeAskedFor();
    void pictureShowsWhatTheWindowShows();
    void drawingShowsWhatThePictureShows();
    void scaleEnlargesEverything();
    void titleIsWrittenWhenAskedFor();
    void coloursCanBeChosen();
    void tableHoldsWhatCoreComputes();
    void familyOfTwoParametersThatStayInOrderHasATable();
    void copyPutsTheFormatOnTheClipboard();
    void tooManyPixelsAreNotOffered();
    void emptyViewHasNoTable();
    void rowsThatDoNotApplyAreAbsent();
    void choicesAreKept();
    void nothingIsHalfWritten();
    void everyFieldIsNamedAndReachable();
};

void TestTakeAway::pictureHasTheSizeAskedFor_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::newRow("smallest") << QSize(240, 240) << 1.0;
    QTest::newRow("slide") << QSize(1600, 900) << 1.0;
    QTest::newRow("twice") << QSize(800, 600) << 2.0;
    QTest::newRow("half") << QSize(800, 600) << 0.5;
    QTest::newRow("higher than wide") << QSize(400, 900) << 1.5;
}

void TestTakeAway::pictureHasTheSizeAskedFor()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    TakeAway takeAway;
    takeAway.setSize(size.width(), size.height(), scale);
    const QImage image = QImage::fromData(takeAway.saved(QStringLiteral("a.png")), "PNG");
    QCOMPARE(image.size(), (QSizeF(size) * scale).toSize());
}

void TestTakeAway::drawingHasTheSizeAskedFor()
{
    TakeAway takeAway;
    takeAway.setFormat(Svg);
    takeAway.setSize(900, 600, 2);
    QSvgRenderer renderer(takeAway.saved(QStringLiteral("a.svg")));
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.defaultSize(), QSize(1800, 1200));
    QCOMPARE(renderer.viewBox().size(), QSize(900, 600));
}

void TestTakeAway::documentHasTheSizeAskedFor()
{
    TakeAway takeAway;
    takeAway.setFormat(Pdf);
    takeAway.setSize(960, 480, 2);
    const QByteArray pdf = takeAway.saved(QStringLiteral("a.pdf"));
    QVERIFY(pdf.startsWith("%PDF"));
    static const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)\\]"));
    const QRegularExpressionMatch match = box.match(QString::fromLatin1(pdf));
    QVERIFY(match.hasMatch());
    QVERIFY(std::abs(match.captured(1).toDouble() - 2 * 960 * 0.75) < 1); // points are 1/72 inch, pixels 1/96
    QVERIFY(std::abs(match.captured(2).toDouble() - 2 * 480 * 0.75) < 1);
}

void TestTakeAway::pictureShowsWhatTheWindowShows()
{
    TakeAway takeAway;
    FunctionPlot &plot = takeAway.plot();
    takeAway.state().setShown(byId("gelu"), true);
    takeAway.control().setValue(0.75); // its label needs the same room as before
    turnWheel(plot, QPointF(plot.valueRect()->center()), 240); // zoomed in: the part of the plane goes along
    plot.updateNow();
    QVERIFY(plot.valueRect()->axis(QCPAxis::atBottom)->range().size() < 9);
    takeAway.setSize(plot.width(), plot.height(), 1);
    const QImage saved = QImage::fromData(takeAway.saved(QStringLiteral("a.png")), "PNG");
    const QImage shown = plot.toPixmap(plot.width(), plot.height()).toImage().convertToFormat(QImage::Format_RGB32);
    QVERIFY2(meanDifference(saved, shown) < 1e-3, qPrintable(QString::number(meanDifference(saved, shown))));
    // A picture of something else is farther away.
    takeAway.state().setShown(byId("gelu"), false);
    const QImage other = QImage::fromData(takeAway.saved(QStringLiteral("b.png")), "PNG");
    QVERIFY2(meanDifference(other, shown) > 2e-3, qPrintable(QString::number(meanDifference(other, shown))));
}

void TestTakeAway::drawingShowsWhatThePictureShows()
{
    TakeAway takeAway;
    takeAway.setSize(900, 700, 1);
    const QImage picture = QImage::fromData(takeAway.saved(QStringLiteral("a.png")), "PNG");
    takeAway.setFormat(Svg);
    const QImage drawing = rasterized(takeAway.saved(QStringLiteral("a.svg")));
    QCOMPARE(drawing.size(), picture.size());
    const double apart = meanDifference(coarse(drawing, 4), coarse(picture, 4));
    QVERIFY2(apart < 0.01, qPrintable(QString::number(apart)));
}

void TestTakeAway::scaleEnlargesEverything()
{
    TakeAway takeAway;
    takeAway.setSize(800, 600, 1);
    const QImage once = QImage::fromData(takeAway.saved(QStringLiteral("a.png")), "PNG");
    takeAway.setSize(800, 600, 3);
    const QImage thrice = QImage::fromData(takeAway.saved(QStringLiteral("b.png")), "PNG");
    const double apart = meanDifference(coarse(thrice, 12), coarse(once, 4));
    QVERIFY2(apart < 0.01, qPrintable(QString::number(apart)));
}

void TestTakeAway::titleIsWrittenWhenAskedFor()
{
    TakeAway takeAway;
    takeAway.setFormat(Svg);
    QVERIFY(!takeAway.saved(QStringLiteral("a.svg")).contains("Rectifiers in class"));
    takeAway.dialog.findChild<QCheckBox *>()->setChecked(true);
    QCOMPARE(takeAway.field<QLineEdit>("Text of the title").text(), pictureTitle(takeAway.state()));
    takeAway.field<QLineEdit>("Text of the title").setText(QStringLiteral("Rectifiers in class"));
    QVERIFY(takeAway.saved(QStringLiteral("b.svg")).contains("Rectifiers in class"));
}

void TestTakeAway::coloursCanBeChosen()
{
    TakeAway takeAway;
    takeAway.setSize(600, 400, 1);
    for (const bool dark : {false, true}) {
        takeAway.field<QComboBox>("Colours").setCurrentIndex(dark ? 2 : 1);
        const QImage image = QImage::fromData(takeAway.saved(QStringLiteral("a.png")), "PNG");
        const Theme theme = dark ? Theme::dark() : Theme::light();
        QCOMPARE(image.pixelColor(1, 1), theme.plotBackground);
        for (const Activation *activation : takeAway.state().shown())
            QVERIFY(shareOf(image, takeAway.colors.color(activation->id, theme)) > 1e-4);
    }
    QCOMPARE(takeAway.plot().grab().toImage().pixelColor(1, 1), Theme::light().plotBackground); // the window keeps its own
}

void TestTakeAway::tableHoldsWhatCoreComputes()
{
    TakeAway takeAway;
    takeAway.control().setValue(0.7);
    takeAway.setFormat(Csv);
    takeAway.field<QSpinBox>("Points").setValue(101);
    const QList<QByteArray> lines = takeAway.saved(QStringLiteral("a.csv")).trimmed().split('\n');
    QCOMPARE(lines.front(), QByteArray("activation,x,value,derivative"));
    const std::vector<ActivationSpec> specs = shownSpecs(takeAway.state(), takeAway.colors);
    QCOMPARE(lines.size(), qsizetype(1 + 101 * specs.size()));
    QCOMPARE(lines[1].split(',')[1], QByteArray("-5"));
    QCOMPARE(lines[101].split(',')[1], QByteArray("5"));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> fields = lines[i].split(',');
        const ActivationSpec &spec = specs[std::size_t((i - 1) / 101)];
        QCOMPARE(fields[0].toStdString(), spec.text);
        const double x = fields[1].toDouble();
        QCOMPARE(fields[2].toStdString(), numberText(spec.value(x)));
        QCOMPARE(fields[3].toStdString(), numberText(spec.derivative(x)));
    }
    QVERIFY(specs.back().text.find("0.7") != std::string::npos);
}

void TestTakeAway::familyOfTwoParametersThatStayInOrderHasATable()
{
    TakeAway takeAway;
    const Activation &rrelu = byId("rrelu");
    takeAway.state().showOnly({&rrelu});
    takeAway.state().setFocus(rrelu);
    takeAway.state().view().set(&ViewOptions::family, true); // lower 0.1, 0.5 and 1, where upper is a third
    takeAway.setFormat(Csv);
    const QByteArray table = takeAway.saved(QStringLiteral("a.csv"));
    QVERIFY2(table.contains("rrelu:lower=0.5,upper=0.5"), table.left(400).constData());
}

void TestTakeAway::copyPutsTheFormatOnTheClipboard()
{
    TakeAway takeAway;
    takeAway.setSize(400, 300, 2);
    const QClipboard *clipboard = QGuiApplication::clipboard();
    QTest::mouseClick(takeAway.dialog.findChild<QPushButton *>(QStringLiteral("copy")), Qt::LeftButton);
    QCOMPARE(clipboard->image().size(), QSize(800, 600));
    takeAway.setFormat(Svg);
    takeAway.dialog.copy();
    QVERIFY(rasterized(clipboard->mimeData()->data(QStringLiteral("image/svg+xml"))).size() == QSize(800, 600));
    takeAway.setFormat(Pdf);
    takeAway.dialog.copy();
    QVERIFY(clipboard->mimeData()->data(QStringLiteral("application/pdf")).startsWith("%PDF"));
    takeAway.setFormat(Csv);
    takeAway.dialog.copy();
    QVERIFY(clipboard->text().startsWith(QStringLiteral("activation,x")));
}

void TestTakeAway::tooManyPixelsAreNotOffered()
{
    TakeAway takeAway;
    const auto *save = takeAway.dialog.findChild<QPushButton *>(QStringLiteral("save"));
    QVERIFY(save->isEnabled());
    takeAway.setSize(largestPicture, largestPicture, largestScale);
    QVERIFY(!save->isEnabled());
    QVERIFY(takeAway.dialog.findChild<QLabel *>(QStringLiteral("summary"))->text().contains(QStringLiteral("too many")));
    takeAway.setFormat(Svg);
    QVERIFY(save->isEnabled()); // has none
}

void TestTakeAway::emptyViewHasNoTable()
{
    TakeAway takeAway;
    showOnly(takeAway.state(), {});
    takeAway.setFormat(Csv);
    QVERIFY(!takeAway.dialog.findChild<QPushButton *>(QStringLiteral("save"))->isEnabled());
    takeAway.setFormat(Png);
    takeAway.setSize(400, 300, 1);
    QVERIFY(!QImage::fromData(takeAway.saved(QStringLiteral("a.png")), "PNG").isNull());
}

void TestTakeAway::rowsThatDoNotApplyAreAbsent()
{
    TakeAway takeAway;
    takeAway.dialog.show();
    QVERIFY(takeAway.field<QSpinBox>("Width").isVisible());
    QVERIFY(!takeAway.field<QSpinBox>("Points").isVisible());
    takeAway.setFormat(Csv);
    QVERIFY(!takeAway.field<QSpinBox>("Width").isVisible());
    QVERIFY(!takeAway.field<QComboBox>("Colours").isVisible());
    QVERIFY(takeAway.field<QSpinBox>("Points").isVisible());
}

void TestTakeAway::choicesAreKept()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("a.ini")), QSettings::IniFormat);
    {
        TakeAway takeAway;
        takeAway.setFormat(Csv);
        takeAway.field<QSpinBox>("Points").setValue(77);
        takeAway.field<QComboBox>("Colours").setCurrentIndex(2);
        takeAway.dialog.save(settings);
    }
    TakeAway next;
    next.dialog.restore(settings);
    QCOMPARE(next.field<QComboBox>("Format").currentIndex(), int(Csv));
    QCOMPARE(next.field<QSpinBox>("Points").value(), 77);
    QCOMPARE(next.field<QComboBox>("Colours").currentIndex(), 2);
    settings.setValue(QStringLiteral("takeAway/theme"), 99);
    settings.setValue(QStringLiteral("takeAway/format"), QStringLiteral("bmp"));
    settings.setValue(QStringLiteral("takeAway/scale"), QStringLiteral("much"));
    TakeAway damaged;
    damaged.dialog.restore(settings);
    QVERIFY(!damaged.saved(QStringLiteral("a.png")).isEmpty());
}

void TestTakeAway::nothingIsHalfWritten()
{
    TakeAway takeAway;
    takeAway.setSize(400, 300, 1);
    QVERIFY_EXCEPTION_THROWN(takeAway.dialog.saveTo(takeAway.folder.filePath(QStringLiteral("nowhere/a.png"))), std::runtime_error);
    QVERIFY(QDir(takeAway.folder.path()).isEmpty());
    QVERIFY_EXCEPTION_THROWN((void)pictureFormatOf(QStringLiteral("a.bmp")), std::runtime_error);
    QCOMPARE(int(pictureFormatOf(QStringLiteral("A.PDF"))), int(PictureFormat::Pdf));
}

void TestTakeAway::everyFieldIsNamedAndReachable()
{
    TakeAway takeAway;
    for (const int format : {Png, Csv}) {
        takeAway.setFormat(format);
        takeAway.dialog.show();
        for (QWidget *widget : takeAway.dialog.findChildren<QWidget *>()) {
            const bool isPart = widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<QLabel *>(widget);
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || isPart)
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty() || widget->property("text").isValid(), widget->metaObject()->className());
            if (!qobject_cast<QPushButton *>(widget) || widget->objectName() == QLatin1String("save"))
                QVERIFY2(!widget->toolTip().isEmpty(), widget->metaObject()->className());
        }
    }
}

QTEST_MAIN(TestTakeAway)

#include "tst_take_away.moc"
