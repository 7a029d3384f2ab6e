// Formulas in all the ways to write them against mpmath's figures: what is typed and what overflows.
#include "core/activations/activation_spec.h"
#include "core/activations/formula.h"
#include "tests/support/reference_data.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>

using namespace actiscope;

class TestFormulaValues : public QObject {
    Q_OBJECT

private slots:
    void agreesWithTheTable_data();
    void agreesWithTheTable();
    void textsAreReadAgain_data() { agreesWithTheTable_data(); }
    void textsAreReadAgain();

private:
    QMap<QString, std::vector<QStringList>> m_points;
};

void TestFormulaValues::agreesWithTheTable_data()
{
    QTest::addColumn<QString>("formula");
    if (m_points.empty()) {
        for (const QStringList &row : reference::readCsv("formula_values.csv"))
            m_points[row[0]].push_back(row);
    }
    for (auto points = m_points.cbegin(); points != m_points.cend(); ++points)
        QTest::newRow(qPrintable(points.key())) << points.key();
}

void TestFormulaValues::agreesWithTheTable()
{
    QFETCH(QString, formula);
    const Activation activation = makeFormulaActivation(formula.toStdString());
    const std::vector<double> p = activation.defaultParameters();
    for (const QStringList &row : m_points[formula]) {
        const double x = row[1].toDouble();
        const double expected[] = {row[2].toDouble(), row[3].toDouble()};
        const double computed[] = {activation.value(x, p), activation.derivative(x, p)};
        for (const int k : {0, 1}) {
            QVERIFY2(tolerance::sameFormulaValue(computed[k], expected[k], x),
                     qPrintable(QStringLiteral("%1 at %2 is %3, not %4; f' is computed as %5")
                                    .arg(k == 0 ? "f" : "f'")
                                    .arg(x)
                                    .arg(computed[k], 0, 'g', 17)
                                    .arg(expected[k], 0, 'g', 17)
                                    .arg(QString::fromStdString(activation.text.derivative))));
        }
    }
}

/** The id of a formula is what settings keep. */
void TestFormulaValues::textsAreReadAgain()
{
    QFETCH(QString, formula);
    const Activation activation = makeFormulaActivation(formula.toStdString());
    const Activation again = makeFormulaActivation(activation.id.substr(formulaPrefix.size()));
    QCOMPARE(again.id, activation.id);
    QCOMPARE(again.source.value, activation.source.value);
    QCOMPARE(again.source.derivative, activation.source.derivative);
    QVERIFY(std::ranges::all_of(activation.id, [](char c) { return c > ' ' && c <= '~'; }));
}

QTEST_GUILESS_MAIN(TestFormulaValues)
#include "tst_formula_values.moc"
