// `actiscope evaluate` against PyTorch's values and derivatives, on both backends.
#include "tests/app/program.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>
#include <map>

using namespace actiscope;

class TestEvaluateCommand : public QObject {
    Q_OBJECT

private slots:
    void valuesArePyTorchs_data();
    void valuesArePyTorchs();
    void notANumberStaysNotANumber();
    void severalActivationsComeInOrder();
    void formulaIsEvaluatedAndGivenBackAsItWas_data();
    void formulaIsEvaluatedAndGivenBackAsItWas();
};

void TestEvaluateCommand::valuesArePyTorchs_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QString>("table");
    for (const char *backend : {"eigen", "auto"}) {
        for (const QString &table : reference::shippedTables())
            QTest::addRow("%s %s", backend, qPrintable(QFileInfo(table).baseName())) << backend << table;
    }
}

void TestEvaluateCommand::valuesArePyTorchs()
{
    QFETCH(QString, backend);
    QFETCH(QString, table);
    std::map<std::string, std::vector<reference::ActivationPoint>> bySpec;
    for (const reference::ActivationPoint &point : reference::readActivationPoints(table))
        bySpec[point.spec.text].push_back(point);
    for (const auto &[spec, points] : bySpec) {
        QStringList x;
        for (const reference::ActivationPoint &point : points)
            x.append(QString::number(point.x, 'g', 17));
        const QString activation = QString::fromStdString(spec);
        const ProgramResult result =
            runProgram({"evaluate", "--activation", activation, "--x=" + x.join(','), "--backend", backend, "--csv", "-"});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const auto rows = csvRows(result.output);
        QCOMPARE(rows.size(), points.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows[i][0], activation);
            QVERIFY(rows[i][1].toDouble() == points[i].x);
            const double value = rows[i][2].toDouble();
            const double derivative = rows[i][3].toDouble();
            const QString where = QStringLiteral("%1(%2) = %3, derivative %4").arg(activation, rows[i][1], rows[i][2], rows[i][3]);
            if (backend == "eigen")
                QVERIFY2(tolerance::sameActivationValue(value, points[i].value)
                             && tolerance::sameActivationValue(derivative, points[i].derivative),
                         qPrintable(where));
            else // float; how many ulp exactly is tested in tests/gpu
                QVERIFY2(tolerance::sameSingleValue(value, points[i].value) && tolerance::sameSingleValue(derivative, points[i].derivative),
                         qPrintable(where));
        }
    }
}

void TestEvaluateCommand::notANumberStaysNotANumber()
{
    const ProgramResult result = runProgram({"evaluate", "--activation", "relu", "--x=nan,inf,-inf"});
    QCOMPARE(result.exitCode, 0);
    const auto rows = csvRows(result.output);
    QCOMPARE(rows[0][2], QStringLiteral("nan"));
    QCOMPARE(rows[1][2], QStringLiteral("inf"));
    QCOMPARE(rows[2][2].toDouble(), 0.0);
}

void TestEvaluateCommand::severalActivationsComeInOrder()
{
    const ProgramResult result =
        runProgram({"evaluate", "--activation", "rrelu:lower=0.1,upper=0.3", "--activation", "elu:alpha=0.50", "--x=-1,2"});
    QCOMPARE(result.exitCode, 0);
    const auto rows = csvRows(result.output);
    QCOMPARE(rows.size(), std::size_t{4});
    QCOMPARE(rows[0][0], QStringLiteral("rrelu:lower=0.1,upper=0.3")); // as given, quoted because of the comma
    QCOMPARE(rows[0][2].toDouble(), -0.2);
    QCOMPARE(rows[2][0], QStringLiteral("elu:alpha=0.50"));
    QCOMPARE(rows[3][2].toDouble(), 2.0);
}

void TestEvaluateCommand::formulaIsEvaluatedAndGivenBackAsItWas_data()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("eigen") << "eigen";
    QTest::newRow("opencl, or eigen where there is none") << "auto";
}

void TestEvaluateCommand::formulaIsEvaluatedAndGivenBackAsItWas()
{
    QFETCH(QString, backend);
    const QString formula = QStringLiteral("formula: x*sigmoid(b*x) + max(\u03b1*x, 1),b=1.5,\u03b1=0.5");
    const ProgramResult result = runProgram({"evaluate", "--activation", formula, "--x=-2,3", "--backend", backend});
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    const auto rows = csvRows(result.output);
    QCOMPARE(rows.size(), std::size_t{2});
    for (const QStringList &row : rows) {
        QCOMPARE(row[0], formula); // quoted in the file
        const double x = row[1].toDouble();
        const double s = 1 / (1 + std::exp(-1.5 * x));
        QVERIFY(tolerance::sameSingleValue(row[2].toDouble(), x * s + std::max(0.5 * x, 1.0)));
        QVERIFY(tolerance::sameSingleValue(row[3].toDouble(), s + 1.5 * x * s * (1 - s) + (0.5 * x > 1 ? 0.5 : 0.0)));
    }
}

QTEST_GUILESS_MAIN(TestEvaluateCommand)
#include "tst_evaluate_command.moc"
