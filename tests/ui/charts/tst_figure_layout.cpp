// How the panels of a figure are arranged, and what is left of a name that is too long for its place.
#include "ui/base/elided_name.h"
#include "ui/base/fonts.h"
#include "ui/charts/figure_layout.h"

#include <QFontMetricsF>
#include <QTest>

using namespace actiscope;

class TestFigureLayout : public QObject {
    Q_OBJECT

private slots:
    void namesKeepTheirFiguresWhereThereIsLittleRoom()
    {
        const QFontMetricsF metrics(inTextFamilies(QFont(QString(), 11)));
        const QString name = QString::fromUtf8("Leaky ReLU (α 0.01)");
        QCOMPARE(elidedName(name, metrics, 1000), name);
        for (double width = 40; width < metrics.horizontalAdvance(name); width += 3) {
            const QString shortened = elidedName(name, metrics, width);
            QVERIFY2(metrics.horizontalAdvance(shortened) <= width + 1, qPrintable(shortened));
            QVERIFY2(shortened.contains(QStringLiteral("01")), qPrintable(shortened));
        }
        QVERIFY(elidedName(QStringLiteral("Identity and more"), metrics, 60).contains(QChar(0x2026)));
    }

    void panelsAreArrangedToBeLargest()
    {
        QCOMPARE(panelColumns(1, 2), 1);
        QCOMPARE(panelColumns(2, 2), 2);
        QCOMPARE(panelColumns(2, 0.5), 1);
        QCOMPARE(panelColumns(6, 2), 3);
        QCOMPARE(panelColumns(4, 1.5), 2);
        QCOMPARE(panelColumns(0, 1), 1);
    }
};

QTEST_MAIN(TestFigureLayout)
#include "tst_figure_layout.moc"
