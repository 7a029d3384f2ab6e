// SVGs of our own paint device: the painter's clip is kept, a label is one text, and any text is XML.
#include "tests/support/svg_reading.h"

#include "ui/base/fonts.h"
#include "ui/base/plot.h"
#include "ui/base/plot_picture.h"
#include "ui/base/svg_picture.h"
#include "ui/base/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>

using namespace actiscope;
using namespace actiscope::test;

namespace {

SvgContent painted(const std::function<void(QPainter &)> &paint, const QString &title = QStringLiteral("Title"))
{
    SvgPicture picture({400, 300}, QSizeF(400, 300), 96, title);
    QPainter painter(&picture);
    painter.setFont(inTextFamilies(QFont(QString(), 11)));
    paint(painter);
    painter.end();
    return readSvg(picture.bytes());
}

} // namespace

class TestSvg : public QObject {
    Q_OBJECT

private slots:
    void sizeAndViewAreThoseAskedFor();
    void everyKindOfShapeIsClipped();
    void clipEndsWithIt();
    void coordinatesOfAnySizeAreCut();
    void labelIsOneText_data();
    void labelIsOneText();
    void anyTextIsXml_data();
    void anyTextIsXml();
    void textSaysWhichFontsItIsFor();
    void otherLabelsStayApart();
    void plotKeepsItsCurvesInside();
};

void TestSvg::sizeAndViewAreThoseAskedFor()
{
    SvgPicture picture({800, 600}, QSizeF(400, 300), 96, QStringLiteral("a"));
    QPainter painter(&picture);
    painter.drawLine(0, 0, 10, 10);
    painter.end();
    const SvgContent content = readSvg(picture.bytes());
    QCOMPARE(content.size, QSizeF(800, 600));
    QCOMPARE(content.view, QRectF(0, 0, 400, 300));
    QCOMPARE(content.title, QStringLiteral("a"));
    QCOMPARE(content.shapes.size(), std::size_t{1});
}

void TestSvg::everyKindOfShapeIsClipped()
{
    const QRectF clip(100, 100, 200, 100);
    const SvgContent content = painted([&](QPainter &painter) {
        painter.setClipRect(clip);
        painter.setPen(QPen(Qt::black, 2));
        painter.drawLine(QPointF(0, 0), QPointF(400, 300));
        const QPointF zigzag[] = {{0, 0}, {150, 250}, {200, 10}, {390, 290}};
        painter.drawPolyline(zigzag, 4);
        painter.drawEllipse(QPointF(50, 50), 4, 4);   // not in sight
        painter.drawEllipse(QPointF(150, 150), 4, 4); // in sight
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::blue);
        painter.drawRect(QRectF(0, 0, 400, 300));
        painter.drawPolygon(zigzag, 4);
        QPainterPath path;
        path.moveTo(0, 150);
        path.cubicTo(100, 0, 300, 0, 400, 150);
        painter.drawPath(path);
        QImage image(400, 300, QImage::Format_RGB32);
        image.fill(Qt::red);
        painter.drawImage(QRectF(0, 0, 400, 300), image);
        painter.drawPixmap(QRect(0, 0, 400, 300), QPixmap::fromImage(image));
    });
    QSet<QString> kinds;
    for (const SvgShape &shape : content.shapes) {
        kinds.insert(shape.kind);
        QVERIFY2(shape.clip == clip, qPrintable(shape.kind));
        QVERIFY2(clip.adjusted(-8, -8, 8, 8).contains(shape.place), qPrintable(shape.kind));
    }
    QCOMPARE(kinds, (QSet<QString>{"polyline", "ellipse", "rect", "path", "image"}));
    QCOMPARE(std::ranges::count(content.shapes, QStringLiteral("ellipse"), &SvgShape::kind), 1);
    QCOMPARE(std::ranges::count(content.shapes, QStringLiteral("image"), &SvgShape::kind), 2);
}

void TestSvg::clipEndsWithIt()
{
    const SvgContent content = painted([](QPainter &painter) {
        painter.save();
        painter.setClipRect(QRect(10, 10, 50, 50));
        painter.drawLine(0, 20, 300, 20);
        painter.restore();
        painter.drawLine(0, 20, 300, 20);
        painter.setClipRect(QRect(10, 10, 50, 50));
        painter.setClipRect(QRect(0, 0, 400, 300)); // all of it is none
        painter.drawLine(0, 20, 300, 20);
    });
    QCOMPARE(content.shapes.size(), std::size_t{3});
    QVERIFY(content.shapes[0].clip && !content.shapes[1].clip && !content.shapes[2].clip);
    QVERIFY(content.shapes[0].place.right() < 70);
    QCOMPARE(content.shapes[1].place.right(), 300.0);
}

void TestSvg::coordinatesOfAnySizeAreCut()
{
    const double infinity = std::numeric_limits<double>::infinity();
    const SvgContent content = painted([&](QPainter &painter) {
        painter.setClipRect(QRect(100, 100, 200, 100));
        for (const double far : {1e7, 1e300, infinity}) {
            const QPointF line[] = {{150, 150}, {160, -far}, {170, far}, {180, 150}};
            painter.drawPolyline(line, 4);
            painter.drawEllipse(QPointF(150, far), 4, 4);
        }
    });
    QVERIFY(!content.shapes.empty());
    QCOMPARE(strayShape(content, {QRectF(100, 100, 200, 100)}), QString());
}

void TestSvg::labelIsOneText_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"Leaky ReLU (α 0.01)", "−0.5", "x₁", "|GELU − GELU (tanh)|, at most 0.0004732", "f″(x)", "한국어 α 1", "a  b",
                             "α − β ≤ ½ · 10⁻³"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestSvg::labelIsOneText()
{
    QFETCH(QString, text);
    const SvgContent content = painted([&](QPainter &painter) {
        painter.drawText(QRectF(20, 20, 360, 30), Qt::AlignLeft, text);
        painter.rotate(-90);
        painter.drawText(QRectF(-280, 20, 260, 30), Qt::AlignCenter, text);
    });
    QCOMPARE(content.textLines(), (QStringList{text, text}));
}

void TestSvg::anyTextIsXml_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("comparison") << QStringLiteral("x < 0 ? a*x : x");
    QTest::newRow("markup") << QStringLiteral("<b>&\"'</b>]]>");
    QTest::newRow("entity") << QStringLiteral("&amp;&#0;");
    QTest::newRow("controls") << QStringLiteral("a\x01\x02\x1f\x7f z");
    QTest::newRow("half a pair") << QStringLiteral("a") + QChar(0xd835) + QStringLiteral("b");
    QTest::newRow("a pair") << QString::fromUtf8("𝑓(x)");
    QTest::newRow("no character") << QStringLiteral("a") + QChar(0xffff);
    QTest::newRow("end of comment") << QStringLiteral("--> <!-- <?xml ?>");
    QTest::newRow("placeholders") << QStringLiteral("%1 %2 %99");
}

void TestSvg::anyTextIsXml()
{
    QFETCH(QString, text);
    const SvgContent content = painted([&](QPainter &painter) { painter.drawText(20, 20, text); }, text);
    QString readable = text;
    for (const char16_t forbidden : {u'\x01', u'\x02', u'\x1f', u'\xffff', u'\xd835'}) {
        if (text != QString::fromUtf8("𝑓(x)"))
            readable.replace(QChar(forbidden), QChar(QChar::ReplacementCharacter));
    }
    QCOMPARE(content.title, readable);
    QVERIFY(!content.texts.empty());
    if (!text.contains(QChar(1)) && !text.contains(QChar(0xffff)) && !text.contains(QChar(0xd835)))
        QCOMPARE(content.texts.front().text, text);
}

void TestSvg::textSaysWhichFontsItIsFor()
{
    const SvgContent content = painted([](QPainter &painter) { painter.drawText(20, 20, QStringLiteral("a")); });
    QCOMPARE(content.texts.front().family, QStringLiteral("DejaVu Sans, Verdana, Arial, Helvetica, NanumGothic, Noto Sans KR, Malgun Gothic, Apple SD Gothic Neo, sans-serif"));
    QVERIFY(std::abs(content.texts.front().size - 11 * 96 / 72.0) < 0.01);
}

void TestSvg::otherLabelsStayApart()
{
    const SvgContent content = painted([](QPainter &painter) {
        painter.drawText(20, 20, QStringLiteral("first"));
        painter.drawText(200, 20, QStringLiteral("second"));
        painter.drawText(20, 60, QStringLiteral("third"));
        painter.setPen(Qt::red);
        painter.drawText(20, 80, QStringLiteral("red"));
        painter.drawText(QRectF(20, 100, 300, 80), Qt::AlignLeft, QStringLiteral("two\nlines"));
    });
    QCOMPARE(content.textLines(), (QStringList{"first", "second", "third", "red", "two", "lines"}));
}

void TestSvg::plotKeepsItsCurvesInside()
{
    QCustomPlot plot;
    setFigureFont(plot);
    stylePlot(plot, Theme::light());
    plot.setViewport(QRect(0, 0, 400, 300));
    plot.xAxis->setLabel(QStringLiteral("x"));
    QCPGraph *graph = plot.addGraph();
    graph->setData({-10, -1, 0, 1, 10}, {1e9, -1e200, 0, 3, -1e9}, true);
    graph->setBrush(QColor(0, 0, 255, 40));
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, 9));
    auto *line = new QCPItemStraightLine(&plot);
    line->point1->setCoords(-50, -40);
    line->point2->setCoords(70, 90);
    plot.xAxis->setRange(-2, 2);
    plot.yAxis->setRange(-2, 2);
    const SvgContent content = readSvg(plotPicture(plot, PictureFormat::Svg, {400, 300}, QStringLiteral("plot")));
    for (const SvgShape &shape : content.shapes) {
        if (shape.clip)
            QVERIFY2(QRectF(plot.axisRect()->rect()).adjusted(-2, -2, 2, 2).contains(*shape.clip), qPrintable(shape.kind));
    }
    QVERIFY(std::ranges::any_of(content.shapes, [](const SvgShape &shape) { return shape.clip.has_value(); }));
    QVERIFY(content.textLines().contains(QStringLiteral("−1")) && content.textLines().contains(QStringLiteral("x")));
}

QTEST_MAIN(TestSvg)
#include "tst_svg.moc"
