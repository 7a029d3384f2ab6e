// Names and formulas are shown as they were typed, never read as HTML; tooltips are narrow and beside what they are about.
#include "tests/ui/functions/functions_fixture.h"
#include "ui/base/plain_text.h"
#include "ui/base/theme.h"
#include "ui/base/unbroken.h"
#include "ui/functions/bars/read_out.h"
#include "ui/functions/list/activation_list.h"
#include "ui/functions/state/custom_activation_list.h"

#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <QTreeView>
#include <QTreeWidget>

using namespace actiscope;
using namespace actiscope::test;

namespace {

const QString hostileName = QStringLiteral("<b>x</b><img src=\"no.png\">%1 & co");
const QString hostileFormula = QStringLiteral("x < 0 ? a*x : x");

QString withoutHtml(const QString &html)
{
    return QTextDocumentFragment::fromHtml(html).toPlainText().remove(QChar(0x200B));
}

/** What a reader sees. */
QString readIn(const QLabel &label)
{
    const bool isHtml = label.textFormat() == Qt::RichText || (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
    return isHtml ? withoutHtml(label.text()) : label.text();
}

/** What the tooltip at this place says to a reader. */
QString toolTipAt(QWidget &widget, const QPoint &place)
{
    QToolTip::hideText();
    QHelpEvent event(QEvent::ToolTip, place, widget.mapToGlobal(place));
    QCoreApplication::sendEvent(&widget, &event);
    return withoutHtml(QToolTip::text()).replace(QChar(0x2028), QLatin1Char('\n'));
}

QWidget *toolTipWindow()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->inherits("QTipLabel") && window->isVisible())
            return window;
    }
    return nullptr;
}

bool isHostile(const QString &text)
{
    return text.contains(QLatin1String("no.png")) || text.contains(QLatin1String("? a"));
}

bool isLiteral(const QString &text)
{
    return text.contains(hostileName) || QString(text).remove(QLatin1Char(' ')).contains(QString(hostileFormula).remove(QLatin1Char(' ')));
}

} // namespace

class TestPlainText : public QObject {
    Q_OBJECT

private slots:
    void aNumberAndItsUnitStayTogether_data();
    void aNumberAndItsUnitStayTogether();
    void initTestCase() { applyTheme(*qApp, Theme::light()); }
    void linesAreNoWiderThanAllowed_data();
    void linesAreNoWiderThanAllowed();
    void toolTipsShowWhatWasTyped_data() { linesAreNoWiderThanAllowed_data(); }
    void toolTipsShowWhatWasTyped();
    void toolTipsOfRowsAndMenusAreThoseOfTheirEntries();
    void labelsAndMessagesAreNotHtml();
    void aHostileNameIsLiteralInTheWholeWorkspace();
};

void TestPlainText::linesAreNoWiderThanAllowed_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sentence") << QStringLiteral(
        "Finds names and properties, as in “smooth”, “bounded”, “non-monotonic” or “has α”, and says where f′ is 0 (Ctrl+F)");
    QTest::newRow("tags") << hostileName;
    QTest::newRow("comparison") << hostileFormula;
    QTest::newRow("entity") << QStringLiteral("a &lt; b && c &amp; d");
    QTest::newRow("one long word") << QString(300, QLatin1Char('w'));
    QTest::newRow("lines") << QStringLiteral("one\n\nthree <br> four");
    QTest::newRow("Korean") << QString(QStringLiteral("활성화 함수를 그리려면 체크하세요 ")).repeated(6).trimmed();
}

void TestPlainText::linesAreNoWiderThanAllowed()
{
    QFETCH(QString, text);
    for (const int points : {8, 11, 22}) {
        QFont font = QApplication::font();
        font.setPointSize(points);
        const QString lines = wrapped(text, font, toolTipWidth);
        for (const QString &line : lines.split(QLatin1Char('\n')))
            QVERIFY2(QFontMetricsF(font).horizontalAdvance(line) <= toolTipWidth + 1, qPrintable(line));
        QCOMPARE(QString(lines).remove(QLatin1Char('\n')).remove(QLatin1Char(' ')),
                 QString(text).remove(QLatin1Char('\n')).remove(QLatin1Char(' ')));
    }
}

void TestPlainText::toolTipsShowWhatWasTyped()
{
    QFETCH(QString, text);
    QWidget window;
    QPushButton button(QStringLiteral("Press"), &window);
    button.setGeometry(40, 40, 100, 30);
    button.setToolTip(text);
    window.resize(400, 200);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (const int bottom : {100, window.screen()->availableGeometry().bottom()}) { // with room below it, and at the end of the screen
        window.move(20, bottom - 100);
        QCOMPARE(toolTipAt(button, QPoint(50, 15)), wrapped(text, QToolTip::font(), toolTipWidth));
        const QWidget *toolTip = toolTipWindow();
        QVERIFY(toolTip);
        QVERIFY2(toolTip->width() <= toolTipWidth + 24, qPrintable(QString::number(toolTip->width())));
        QVERIFY(!toolTip->geometry().intersects(QRect(button.mapToGlobal(QPoint()), button.size())));
    }
}

void TestPlainText::toolTipsOfRowsAndMenusAreThoseOfTheirEntries()
{
    QTreeWidget list;
    auto *row = new QTreeWidgetItem(&list, {QStringLiteral("row")});
    row->setToolTip(0, hostileName);
    list.setToolTip(QStringLiteral("of the list"));
    list.show();
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    QCOMPARE(toolTipAt(*list.viewport(), list.visualItemRect(row).center()), wrapped(hostileName, QToolTip::font(), toolTipWidth));
    QMenu menu;
    menu.setToolTipsVisible(true);
    QAction *action = menu.addAction(QStringLiteral("entry"));
    action->setToolTip(hostileFormula);
    menu.popup(QPoint(10, 10));
    QCOMPARE(toolTipAt(menu, menu.actionGeometry(action).center()), hostileFormula);
}

void TestPlainText::labelsAndMessagesAreNotHtml()
{
    QLabel label(hostileName);
    label.show();
    QCOMPARE(readIn(label), hostileName);
    QLabel rich(QStringLiteral("<b>rich</b>"));
    rich.setTextFormat(Qt::RichText);
    rich.show();
    QCOMPARE(readIn(rich), QStringLiteral("rich"));
    QMessageBox box(QMessageBox::Warning, QStringLiteral("title"), hostileName);
    box.setInformativeText(hostileFormula);
    box.show();
    QStringList said;
    for (const QLabel *each : box.findChildren<QLabel *>())
        said << readIn(*each);
    QVERIFY2(said.contains(hostileName) && said.contains(hostileFormula), qPrintable(said.join(QLatin1Char('|'))));
}

/** Every label, tooltip and list entry: whoever mentions the name or the formula says it as it was typed. */
void TestPlainText::aHostileNameIsLiteralInTheWholeWorkspace()
{
    Window w;
    auto *list = w.workspace.findChild<CustomActivationList *>();
    const Activation &made = list->add(hostileFormula, {hostileName.toStdString(), {0.2}});
    w.state().setShown(made, true);
    w.state().setFocus(made);
    press(w, &ViewOptions::comparison);
    w.plot().setPointedX(-1);
    QTest::mouseClick(w.workspace.findChild<QPushButton *>("removeActivation"), Qt::LeftButton); // the question
    int found = 0;
    for (QWidget *widget : w.workspace.window()->findChildren<QWidget *>()) {
        QStringList texts{toolTipAt(*widget, QPoint(2, 2))};
        if (const auto *label = qobject_cast<QLabel *>(widget))
            texts << readIn(*label);
        for (const QString &text : texts) {
            const QString joined = QString(text).replace(QLatin1Char('\n'), QLatin1Char(' '));
            found += isHostile(joined);
            QVERIFY2(!isHostile(joined) || isLiteral(joined), qPrintable(widget->objectName() + ": " + text));
        }
    }
    QVERIFY2(found >= 3, qPrintable(QString::number(found))); // the title of the notes, the kinks, the question
    const QTreeView &view = *w.workspace.list()->view();
    const QString row = toolTipAt(*view.viewport(), view.visualRect(view.currentIndex()).center());
    QVERIFY2(row.contains(QLatin1String("<b>x</b>")), qPrintable(row));
    QVERIFY(w.workspace.readOut()->text().contains(hostileName));
}

void TestPlainText::aNumberAndItsUnitStayTogether_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("shown"); // with ~ where no line may end
    QTest::newRow("percent") << "right on 93.3 % of the training data" << "right on 93.3~% of the training data";
    QTest::newRow("percent in Korean") << QStringLiteral("훈련 데이터에서 맞힌 비율: 에포크 3에서 93.3 %") << QStringLiteral("훈련 데이터에서 맞힌 비율: 에포크 3에서 93.3~%");
    QTest::newRow("a particle after it") << QStringLiteral("점의 50 %에서") << QStringLiteral("점의 50~%에서");
    QTest::newRow("seconds") << "in 0.5 s, or 20 ms" << "in 0.5~s, or 20~ms";
    QTest::newRow("no unit") << "3 seeds of 4 models" << "3 seeds of 4 models";
    QTest::newRow("sides") << QStringLiteral("1200 × 960 pixels") << QStringLiteral("1200~×~960 pixels");
    QTest::newRow("a parameter") << QStringLiteral("Leaky ReLU (α 0.01), η −1") << QStringLiteral("Leaky ReLU (α~0.01), η~−1");
    QTest::newRow("an interval and what it is for")
        << QStringLiteral("(−∞, ∞) for α > 0, [0, 1) else") << QStringLiteral("(−∞,~∞) for α~>~0, [0,~1) else");
    QTest::newRow("a place in HTML") << QStringLiteral("where <i>x</i> &lt; −1.5, at <i>x</i> ≈ 0.75")
                                     << QStringLiteral("where <i>x</i>~&lt;~−1.5, at <i>x</i>~≈~0.75");
    QTest::newRow("a list in brackets") << "(1, 2, 3)"
                                        << "(1, 2, 3)";
    QTest::newRow("nothing") << "" << "";
}

void TestPlainText::aNumberAndItsUnitStayTogether()
{
    QFETCH(QString, written);
    QFETCH(QString, shown);
    QCOMPARE(unbroken(written).replace(QChar(0xA0), QLatin1Char('~')), shown);
}

QTEST_MAIN(TestPlainText)
#include "tst_plain_text.moc"
