// The two designs: readable text, curves that can be told from the ground, a scale with a neutral middle.
#include "tests/ui/base/styled_label.h"

#include "ui/base/activation_colors.h"
#include "ui/base/number_format.h"
#include "ui/base/plot.h"
#include "ui/base/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QImage>
#include <QMetaEnum>
#include <QSpinBox>
#include <QStyleOptionSpinBox>
#include <QTest>
#include <QTreeWidget>

#include <cmath>
#include <limits>
#include <utility>

using namespace actiscope;
using namespace actiscope::test;

namespace {

bool standsOut(const QImage &picture, const QColor &ground)
{
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (contrastRatio(picture.pixelColor(x, y), ground) >= 3)
                return true;
        }
    }
    return false;
}

/** True when there is an area of this colour, and something inside it. */
bool hasMarkOn(const QColor &ground, const QImage &picture)
{
    QRect area;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y).rgb() == ground.rgb())
                area |= QRect(x, y, 1, 1);
        }
    }
    return !area.isEmpty() && standsOut(picture.copy(area.adjusted(3, 3, -3, -3)), ground);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void textIsReadable_data();
    void textIsReadable();
    void everyTextOfThePaletteIsReadable_data() { textIsReadable_data(); }
    void everyTextOfThePaletteIsReadable();
    void whatCarriesMeaningStandsOut_data() { textIsReadable_data(); }
    void whatCarriesMeaningStandsOut();
    void marksAreDrawn_data() { textIsReadable_data(); }
    void marksAreDrawn();
    void curvesStandOutFromTheGround_data() { textIsReadable_data(); }
    void curvesStandOutFromTheGround();
    void scaleIsNeutralInTheMiddle_data() { textIsReadable_data(); }
    void scaleIsNeutralInTheMiddle();
    void applyingGivesEveryWidgetTheColours();
    void widgetsAreStyledOnceByATheme();
    void numbersHaveATrueMinusSign_data();
    void numbersHaveATrueMinusSign();
    void tickLabelsHaveATrueMinusSign();
    void colorsSurviveARestart();
    void aColorIsTakenOnlyFromWhatIsNotShown();
    void modelsSideBySideHaveColorsOfTheirOwn_data();
    void modelsSideBySideHaveColorsOfTheirOwn();
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
    for (const auto &[text, ground] : {std::pair(theme.text, theme.selection), std::pair(theme.accentText, theme.accent),
                                       std::pair(theme.accentText, theme.accentHover())})
        QVERIFY2(contrastRatio(text, ground) >= 4.5, qPrintable(text.name() + " on " + ground.name()));
    for (const QColor &curve : theme.curves)
        QVERIFY2(contrastRatio(theme.readable(curve), theme.plotBackground) >= 4.5, qPrintable(curve.name()));
}

/** As widgets get them, whoever draws them. */
void TestTheme::everyTextOfThePaletteIsReadable()
{
    QFETCH(bool, dark);
    applyTheme(*qApp, dark ? Theme::dark() : Theme::light());
    const QPalette palette = QApplication::palette();
    using Role = QPalette::ColorRole;
    for (const auto &[text, ground] :
         {std::pair(Role::WindowText, Role::Window), std::pair(Role::Text, Role::Base), std::pair(Role::Text, Role::AlternateBase),
          std::pair(Role::PlaceholderText, Role::Base), std::pair(Role::ButtonText, Role::Button),
          std::pair(Role::BrightText, Role::Window), std::pair(Role::ToolTipText, Role::ToolTipBase),
          std::pair(Role::HighlightedText, Role::Highlight), std::pair(Role::Link, Role::Window), std::pair(Role::Link, Role::Base),
          std::pair(Role::LinkVisited, Role::Base)}) {
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            QVERIFY2(contrastRatio(palette.color(group, text), palette.color(group, ground)) >= 4.5,
                     QMetaEnum::fromType<Role>().valueToKey(text));
    }
}

void TestTheme::whatCarriesMeaningStandsOut()
{
    QFETCH(bool, dark);
    const Theme theme = dark ? Theme::dark() : Theme::light();
    for (const QColor &ground : {theme.background, theme.panel, theme.plotBackground}) {
        for (const QColor &mark : {theme.accent, theme.outline(), theme.error})
            QVERIFY2(contrastRatio(mark, ground) >= 3, qPrintable(mark.name() + " on " + ground.name()));
    }
}

/** They are SVG files, which a plugin of Qt's draws; it is a package of its own on some systems. */
void TestTheme::marksAreDrawn()
{
    QFETCH(bool, dark);
    const Theme theme = dark ? Theme::dark() : Theme::light();
    applyTheme(*qApp, theme);
    QCheckBox box;
    box.setChecked(true);
    QVERIFY(hasMarkOn(theme.accent, box.grab().toImage()));
    box.setChecked(false);
    QVERIFY(!hasMarkOn(theme.accent, box.grab().toImage()));

    QTreeWidget list;
    list.setHeaderHidden(true);
    list.setColumnCount(1);
    auto *item = new QTreeWidgetItem(&list, {QStringLiteral("ReLU")});
    item->setCheckState(0, Qt::Checked);
    list.show();
    QVERIFY(hasMarkOn(theme.accent, list.viewport()->grab(list.visualItemRect(item)).toImage()));

    QSpinBox number;
    number.setValue(5);
    number.resize(number.sizeHint());
    QStyleOptionSpinBox option;
    option.initFrom(&number);
    option.subControls = QStyle::SC_All;
    for (const auto arrow : {QStyle::SC_SpinBoxUp, QStyle::SC_SpinBoxDown}) {
        const QRect button = number.style()->subControlRect(QStyle::CC_SpinBox, &option, arrow, &number);
        QVERIFY(!button.isEmpty());
        QVERIFY2(standsOut(number.grab(button.adjusted(3, 2, -3, -2)).toImage(), theme.panel),
                 arrow == QStyle::SC_SpinBoxUp ? "up" : "down");
    }
}

void TestTheme::curvesStandOutFromTheGround()
{
    QFETCH(bool, dark);
    const Theme theme = dark ? Theme::dark() : Theme::light();
    for (const QColor &curve : theme.curves)
        QVERIFY2(contrastRatio(curve, theme.plotBackground) >= 3, qPrintable(curve.name()));
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
    QCustomPlot plot;
    QVERIFY(plotFont(plot).pointSizeF() >= 11);
}

/** Which takes a fifth of a millisecond for each of a thousand widgets. */
void TestTheme::widgetsAreStyledOnceByATheme()
{
    applyTheme(*qApp, Theme::light());
    StyledLabel label;
    label.show();
    QCoreApplication::processEvents();
    label.styled = 0;
    applyTheme(*qApp, Theme::dark());
    QCoreApplication::processEvents();
    QCOMPARE(label.styled, 1);
    QVERIFY(label.style()->inherits("QStyleSheetStyle"));
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
    after.restoreState(QVariantMap{{"a", 1}, {"b", 1}, {"c", "nonsense"}, {"d", -1}}); // two windows gave the same
    QCOMPARE(after.color("a", Theme::light()), Theme::light().curves[1]);
    QVERIFY(!after.has("b") && !after.has("c"));
    after.setShown(&user, {"a", "b"});
    QVERIFY(after.color("a", Theme::light()) != after.color("b", Theme::light()));
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

void TestTheme::modelsSideBySideHaveColorsOfTheirOwn_data()
{
    QTest::addColumn<int>("functions");
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("models");
    for (const int functions : {0, 1, 2, 4, 6, 7, 12}) {
        for (const int images : {0, 2, 6}) {
            for (const int models : {2, 6, 7})
                QTest::addRow("%d functions, %d models of images, %d of one activation", functions, images, models) << functions << images << models;
        }
    }
}

/** Whatever the other workspaces show: a dot of a seed has no pattern that would tell two models of one colour apart. */
void TestTheme::modelsSideBySideHaveColorsOfTheirOwn()
{
    QFETCH(int, functions);
    QFETCH(int, images);
    QFETCH(int, models);
    const auto keysOf = [](const std::string &name, int count) {
        std::vector<std::string> keys{"leaky_relu"};
        for (int i = 2; i <= count; ++i)
            keys.push_back(name + std::to_string(i));
        keys.resize(std::size_t(count));
        return keys;
    };
    const Theme theme = Theme::light();
    const auto colorsIn = [&theme](const ActivationColors &colors, const std::vector<std::string> &keys) {
        std::set<QRgb> all;
        for (const std::string &key : keys)
            all.insert(colors.color(key, theme).rgb());
        return all;
    };
    QObject first, second, third;
    ActivationColors colors;
    colors.setShown(&first, keysOf("function", functions));
    colors.setShown(&second, keysOf("image#", images));
    const std::vector<std::string> keys = keysOf("leaky_relu#", models);
    colors.setShown(&third, keys);
    QCOMPARE(colorsIn(colors, keys).size(), keys.size());
    colors.setShown(&first, {}); // what was given in a crowd is kept
    const std::set<QRgb> before = colorsIn(colors, keys);
    colors.setShown(&second, {});
    QCOMPARE(colorsIn(colors, keys), before);

    ActivationColors later; // of a session in which two of them had one colour and two patterns
    later.restoreState(QVariantMap{{"leaky_relu", 1}, {"leaky_relu#2", 8}});
    QSignalSpy changed(&later, &ActivationColors::changed);
    later.setShown(&third, keys);
    QCOMPARE(colorsIn(later, keys).size(), keys.size());
    QCOMPARE(changed.count(), 1);
    later.setShown(&third, keys);
    QCOMPARE(changed.count(), 1); // and no more
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
