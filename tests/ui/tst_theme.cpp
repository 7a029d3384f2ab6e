// The two designs: readable text, curves that can be told from the ground, a scale with a neutral middle.
#include "ui/base/activation_colors.h"
#include "ui/base/number_format.h"
#include "ui/base/plot.h"
#include "ui/base/theme.h"

#include <QApplication>
#include <QTest>

#include <cmath>
#include <limits>

using namespace actiscope;

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void textIsReadable_data();
    void textIsReadable();
    void curvesStandOutFromTheGround_data() { textIsReadable_data(); }
    void curvesStandOutFromTheGround();
    void scaleIsNeutralInTheMiddle_data() { textIsReadable_data(); }
    void scaleIsNeutralInTheMiddle();
    void applyingGivesEveryWidgetTheColours();
    void numbersHaveATrueMinusSign_data();
    void numbersHaveATrueMinusSign();
    void tickLabelsHaveATrueMinusSign();
    void colorsSurviveARestart();
    void aColorIsTakenOnlyFromWhatIsNotShown();
};

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::textIsReadable()
{
    QFETCH(bool, dark);
    const Theme theme = dark ? Theme::dark() : Theme::light();
    QCOMPARE(theme.isDark, dark);
    for (const QColor &ground : {theme.background, theme.panel, theme.plotBackground}) {
        for (const QColor &text : {theme.text, theme.mutedText, theme.error})
            QVERIFY2(contrastRatio(text, ground) >= 4.5, qPrintable(text.name() + " on " + ground.name()));
    }
    QVERIFY(contrastRatio(theme.text, theme.selection) >= 4.5);
    QVERIFY(contrastRatio(theme.accentText, theme.accent) >= 4.0);
    for (const QColor &curve : theme.curves)
        QVERIFY2(contrastRatio(theme.readable(curve), theme.plotBackground) >= 4.5, qPrintable(curve.name()));
}

void TestTheme::curvesStandOutFromTheGround()
{
    QFETCH(bool, dark);
    const Theme theme = dark ? Theme::dark() : Theme::light();
    for (const QColor &curve : theme.curves)
        QVERIFY2(contrastRatio(curve, theme.plotBackground) >= 2.2, qPrintable(curve.name()));
    for (std::size_t i = 0; i < theme.curves.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(theme.curves[i] != theme.curves[j]);
    }
}

void TestTheme::scaleIsNeutralInTheMiddle()
{
    QFETCH(bool, dark);
    const Theme theme = dark ? Theme::dark() : Theme::light();
    const QColor middle = theme.diverging(0.5);
    QVERIFY(middle.saturation() < 60);
    QVERIFY(contrastRatio(middle, theme.plotBackground) < 1.2);
    QVERIFY(theme.diverging(0).blue() > theme.diverging(0).red());
    QVERIFY(theme.diverging(1).red() > theme.diverging(1).blue());
    QCOMPARE(theme.diverging(-3), theme.diverging(0));
    QCOMPARE(theme.diverging(7), theme.diverging(1));
    QCOMPARE(theme.diverging(std::nan("")), theme.plotBackground);
}

void TestTheme::applyingGivesEveryWidgetTheColours()
{
    QWidget widget;
    widget.show();
    for (const Theme &theme : {Theme::dark(), Theme::light()}) {
        applyTheme(*qApp, theme);
        QCOMPARE(widget.palette().color(QPalette::Window), theme.background);
        QCOMPARE(widget.palette().color(QPalette::WindowText), theme.text);
    }
    QVERIFY(QApplication::font().pointSizeF() >= 11);
    QVERIFY(plotFont().pointSizeF() >= 11);
}

void TestTheme::numbersHaveATrueMinusSign_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("negative") << formatNumber(-0.0064) << QStringLiteral("−0.0064");
    QTest::newRow("negative zero") << formatNumber(-0.0) << "0";
    QTest::newRow("small") << formatNumber(1.234e-7) << QStringLiteral("1.234e−7");
    QTest::newRow("infinite") << formatNumber(-std::numeric_limits<double>::infinity()) << QStringLiteral("−∞");
    QTest::newRow("not a number") << formatNumber(std::nan("")) << "NaN";
    QTest::newRow("fixed") << formatFixed(-0.64, 3) << QStringLiteral("−0.640");
    QTest::newRow("fixed, rounds to zero") << formatFixed(-0.0001, 2) << "0.00";
    QTest::newRow("trimmed") << formatTrimmed(0.0100, 4) << "0.01";
    QTest::newRow("trimmed integer") << formatTrimmed(20, 4) << "20";
}

void TestTheme::numbersHaveATrueMinusSign()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(text, expected);
}

void TestTheme::tickLabelsHaveATrueMinusSign()
{
    QCustomPlot plot;
    stylePlot(plot, Theme::light());
    QVector<double> ticks;
    QVector<QString> labels;
    plot.xAxis->ticker()->generate(QCPRange(-1, 1), QLocale::c(), QLatin1Char('g'), 6, ticks, nullptr, &labels);
    QVERIFY(!labels.isEmpty());
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        QVERIFY(!labels[i].contains(QLatin1Char('-')));
        QCOMPARE(labels[i].startsWith(minusSign), ticks[i] < 0);
    }
}

void TestTheme::colorsSurviveARestart()
{
    QObject user;
    ActivationColors before;
    before.setShown(&user, {"a", "b", "c"});
    ActivationColors after;
    after.restoreState(before.saveState());
    for (const char *key : {"a", "b", "c"})
        QCOMPARE(after.color(key, Theme::light()), before.color(key, Theme::light()));
    QVERIFY(!after.has("d"));
}

void TestTheme::aColorIsTakenOnlyFromWhatIsNotShown()
{
    QObject one, other;
    ActivationColors colors;
    const Theme theme = Theme::light();
    colors.setShown(&one, {"1", "2", "3", "4", "5", "6", "7", "8"});
    colors.setShown(&other, {"2"});
    const QColor second = colors.color("2", theme);
    colors.setShown(&one, {"3"}); // "2" is still shown by the other
    colors.setShown(&one, {"3", "9"});
    QVERIFY(!colors.has("1"));
    QCOMPARE(colors.color("9", theme), theme.curves[0]);
    QCOMPARE(colors.color("2", theme), second);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
