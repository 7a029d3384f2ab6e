// Series of any length: what is drawn of them is what they have, in few points and little time.
#include "core/drawing/decimated_series.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace actiscope;

class TestDecimatedSeries : public QObject {
    Q_OBJECT

private slots:
    void bucketsHaveTheExtremesOfTheirValues();
    void fewValuesAreThemselves();
    void nanIsNone();
    void bucketsStayAsTheSeriesGrows();
    void aMillionValuesAreSoonThere();
    void aLongOneIsDrawnAsIfAllWereKept();
};

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

bool isSame(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

DecimatedSeries seriesOf(const std::vector<double> &values)
{
    DecimatedSeries series;
    for (const double value : values)
        series.append(value);
    return series;
}

} // namespace

/** Against a search of the values, for lengths around every boundary and any part. */
void TestDecimatedSeries::bucketsHaveTheExtremesOfTheirValues()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> uniform(-1, 1);
    for (const std::size_t size : {1, 7, 8, 9, 15, 16, 17, 31, 64, 65, 100, 1000, 1023, 1024, 1025, 5000}) {
        std::vector<double> values(size);
        for (double &value : values)
            value = uniform(random) < -0.8 ? none : uniform(random);
        const DecimatedSeries series = seriesOf(values);
        QCOMPARE(series.size(), size);
        for (int i = 0; i < 40; ++i) {
            std::size_t first = random() % size, last = random() % size;
            if (first > last)
                std::swap(first, last);
            const std::size_t most = 2 + random() % 30;
            const auto buckets = series.buckets(first, last, most);
            QVERIFY(!buckets.empty() && buckets.size() <= most);
            QVERIFY(buckets.front().first <= first && buckets.back().first + buckets.back().count > last);
            std::size_t next = buckets.front().first;
            for (const SeriesBucket &bucket : buckets) {
                QCOMPARE(bucket.first, next);
                next += bucket.count;
                double least = none, greatest = none;
                for (std::size_t p = bucket.first; p < next; ++p) {
                    least = std::isnan(least) || values[p] < least ? values[p] : least;
                    greatest = std::isnan(greatest) || values[p] > greatest ? values[p] : greatest;
                }
                QVERIFY(isSame(bucket.least, least) && isSame(bucket.greatest, greatest));
                QVERIFY(isSame(values[bucket.leastAt], least) && isSame(values[bucket.greatestAt], greatest));
            }
        }
    }
}

void TestDecimatedSeries::fewValuesAreThemselves()
{
    const DecimatedSeries series = seriesOf({3, 1, 4, 1, 5, 9, 2, 6, 5, 3});
    const auto buckets = series.buckets(2, 6, 5);
    QCOMPARE(buckets.size(), std::size_t{5});
    QVERIFY((buckets[3] == SeriesBucket{5, 1, 9, 9, 5, 5}));
    QVERIFY(series.buckets(10, 20, 5).empty() && series.buckets(4, 3, 5).empty() && DecimatedSeries().buckets(0, 0, 5).empty());
    QCOMPARE(series.buckets(0, 1000, 20).size(), std::size_t{10});
}

void TestDecimatedSeries::nanIsNone()
{
    std::vector<double> values(64, none);
    values[40] = 2;
    values[41] = std::numeric_limits<double>::infinity();
    const auto buckets = seriesOf(values).buckets(0, 63, 8);
    QCOMPARE(buckets.size(), std::size_t{8});
    QVERIFY(std::isnan(buckets[0].least) && std::isnan(buckets[4].greatest));
    QCOMPARE(buckets[5].least, 2.0);
    QVERIFY(std::isinf(buckets[5].greatest));
}

void TestDecimatedSeries::bucketsStayAsTheSeriesGrows()
{
    DecimatedSeries series;
    for (int i = 0; i < 4096; ++i)
        series.append(std::sin(i * 0.37));
    const auto before = series.buckets(512, 1023, 16);
    QCOMPARE(before.size(), std::size_t{16});
    for (int i = 0; i < 5000; ++i)
        series.append(i);
    QVERIFY(series.buckets(512, 1023, 16) == before);
}

void TestDecimatedSeries::aMillionValuesAreSoonThere()
{
    DecimatedSeries series;
    for (int i = 0; i < 1'000'000; ++i)
        series.append(std::cos(i * 1e-3));
    std::size_t points = 0;
    QElapsedTimer timer;
    timer.start();
    for (int frame = 0; frame < 60; ++frame)
        points += series.buckets(static_cast<std::size_t>(frame), 1'000'000, 1000).size();
    QVERIFY(points >= 60 * 480 && points <= 60 * 1000);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed()))); // a second's frames in a second; takes 1 ms
}

/** What is kept of it is little: each value that is there is the one of its place, and buckets have the extremes of all that was ever appended. */
void TestDecimatedSeries::aLongOneIsDrawnAsIfAllWereKept()
{
    std::vector<double> values;
    DecimatedSeries series;
    for (int i = 0; i < 300'000; ++i) {
        values.push_back(std::sin(i * 0.37) * std::cos(i * 1e-4) + (i == 123'457 ? 50 : 0));
        series.append(values.back());
    }
    std::size_t kept = 0;
    for (std::size_t place = 0; place < values.size(); ++place) {
        QCOMPARE(series[place], values[series.kept(place)]);
        kept += series.kept(place) == place ? 1 : 0;
    }
    QVERIFY(kept <= DecimatedSeries::maxValues + 1 && kept >= DecimatedSeries::maxValues / 2);
    QCOMPARE(series[values.size() - 1], values.back());
    for (const auto &[first, last] : {std::pair<std::size_t, std::size_t>{0, values.size() - 1}, {1'000, 250'000}, {123'400, 123'500}}) {
        const std::vector<SeriesBucket> buckets = series.buckets(first, last, 1000);
        QVERIFY(!buckets.empty() && buckets.size() <= 1000 && buckets.front().first <= first && buckets.back().first + buckets.back().count > last);
        for (const SeriesBucket &bucket : buckets) {
            const auto begin = values.begin() + static_cast<std::ptrdiff_t>(bucket.first), end = begin + static_cast<std::ptrdiff_t>(bucket.count);
            QCOMPARE(bucket.least, *std::min_element(begin, end));
            QCOMPARE(bucket.greatest, *std::max_element(begin, end));
            QCOMPARE(values[bucket.greatestAt], bucket.greatest);
        }
    }
}

QTEST_GUILESS_MAIN(TestDecimatedSeries)
#include "tst_decimated_series.moc"
