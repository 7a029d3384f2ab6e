// Means and intervals of Student's t against SciPy's.
#include "core/analysis/mean_interval.h"
#include "tests/support/reference_data.h"
#include "tests/support/tolerances.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace actiscope;

class TestMeanInterval : public QObject {
    Q_OBJECT

private slots:
    void intervalsAreSciPys_data();
    void intervalsAreSciPys();
    void ofNothingAndOfOneThereIsNoInterval();
    void equalValuesHaveNoSpreadAtAll();
    void aLevelIsBetweenZeroAndOne();
};

void TestMeanInterval::intervalsAreSciPys_data()
{
    QTest::addColumn<QJsonObject>("reference");
    const QJsonObject file = QJsonDocument::fromJson(reference::readFile("seed_statistics.json")).object();
    for (const QJsonValue value : file["cases"].toArray())
        QTest::newRow(value["name"].toString().toUtf8().constData()) << value.toObject();
}

void TestMeanInterval::intervalsAreSciPys()
{
    QFETCH(QJsonObject, reference);
    std::vector<double> values;
    for (const QJsonValue value : reference["values"].toArray())
        values.push_back(value.toDouble());
    const double deviation = reference["deviation"].toDouble();
    const double mean = reference["mean"].toDouble();
    const double lastDigits = 8 * std::numeric_limits<double>::epsilon() * std::abs(mean); // of a mean that is far from zero
    for (const QJsonValue wanted : reference["intervals"].toArray()) {
        const MeanInterval computed = MeanIntervals(wanted["level"].toDouble()).of(values);
        const double half = wanted["half"].toDouble();
        QCOMPARE(computed.count, values.size());
        QVERIFY(std::abs(computed.mean - mean) <= 1e-15 * deviation + lastDigits);
        QVERIFY(std::abs(computed.deviation - deviation) <= tolerance::statisticRelative * deviation + lastDigits);
        QVERIFY(std::abs((computed.high - computed.low) / 2 - half) <= tolerance::statisticRelative * half + lastDigits);
        QVERIFY(std::abs(computed.low - wanted["low"].toDouble()) <= tolerance::sciPyQuantile * half + lastDigits);
        QVERIFY(std::abs(computed.high - wanted["high"].toDouble()) <= tolerance::sciPyQuantile * half + lastDigits);
    }
}

void TestMeanInterval::ofNothingAndOfOneThereIsNoInterval()
{
    const MeanInterval nothing = MeanIntervals().of({});
    QVERIFY(nothing.count == 0 && std::isnan(nothing.mean) && std::isnan(nothing.low));
    const MeanInterval one = MeanIntervals().of(std::vector{0.5});
    QVERIFY(one.count == 1 && one.mean == 0.5 && std::isnan(one.deviation) && std::isnan(one.low) && std::isnan(one.high));
}

void TestMeanInterval::equalValuesHaveNoSpreadAtAll()
{
    for (const double value : {0.1, 1.0 / 3, -7e300, 1e-320}) {
        for (const std::size_t count : {2u, 3u, 7u, 30u}) {
            const MeanInterval equal = MeanIntervals().of(std::vector<double>(count, value));
            QVERIFY(equal.deviation == 0 && equal.mean == value && equal.low == value && equal.high == value);
        }
    }
}

void TestMeanInterval::aLevelIsBetweenZeroAndOne()
{
    for (const double level : {0.0, 1.0, -1.0, 95.0, std::numeric_limits<double>::quiet_NaN()})
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, MeanIntervals{level});
}

QTEST_GUILESS_MAIN(TestMeanInterval)
#include "tst_mean_interval.moc"
