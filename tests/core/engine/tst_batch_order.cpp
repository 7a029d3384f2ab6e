// The order of the training samples against the DataLoader's.
#include "core/base/errors.h"
#include "core/engine/batch_order.h"
#include "tests/support/reference_data.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace actiscope;

namespace {

/** Σ (i + 1) · order[i] mod 2³². */
std::uint32_t checksum(const std::vector<std::uint32_t> &order)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
        sum += static_cast<std::uint32_t>(i + 1) * order[i];
    return sum;
}

std::vector<std::uint32_t> allIndices(std::size_t count)
{
    std::vector<std::uint32_t> indices(count);
    std::iota(indices.begin(), indices.end(), std::uint32_t{0});
    return indices;
}

} // namespace

class TestBatchOrder : public QObject {
    Q_OBJECT

private slots:
    void orderIsTheDataLoaders_data();
    void orderIsTheDataLoaders();
    void everyEpochVisitsEverySampleOnce();
    void orderDependsOnTheSeed();
    void copyGoesOnFromWhereTheOriginalIs();
    void firstSampleIsUniform();
    void unusableCountNamesTheOption();
};

void TestBatchOrder::orderIsTheDataLoaders_data()
{
    QTest::addColumn<QJsonObject>("run");
    for (const auto &value : reference::readJsonArray("datasets/batch_order.json")) {
        const QJsonObject run = value.toObject();
        QTest::addRow("%d samples, seed %.0f", run.value("count").toInt(), run.value("seed").toDouble()) << run;
    }
}

void TestBatchOrder::orderIsTheDataLoaders()
{
    QFETCH(QJsonObject, run);
    const auto count = static_cast<std::size_t>(run.value("count").toInt());
    const QJsonArray epochs = run.value("epochs").toArray();
    QCOMPARE(epochs.size(), 3);
    BatchOrder order(static_cast<std::uint32_t>(run.value("seed").toDouble()), count);
    for (const auto &epoch : epochs) {
        const std::vector<std::uint32_t> &computed = order.next();
        QCOMPARE(computed.size(), count);
        const QJsonArray first = epoch.toObject().value("first").toArray();
        QCOMPARE(static_cast<std::size_t>(first.size()), std::min<std::size_t>(count, count <= 32 ? 32 : 100));
        for (qsizetype i = 0; i < first.size(); ++i)
            QCOMPARE(static_cast<int>(computed[static_cast<std::size_t>(i)]), first[i].toInt());
        QCOMPARE(checksum(computed), static_cast<std::uint32_t>(epoch.toObject().value("checksum").toDouble()));
    }
}

void TestBatchOrder::everyEpochVisitsEverySampleOnce()
{
    for (const std::size_t count : {1, 2, 3, 17, 32, 257, 1000}) {
        BatchOrder order(5, count);
        std::vector<std::uint32_t> earlier;
        for (int epoch = 0; epoch < 4; ++epoch) {
            std::vector<std::uint32_t> visited = order.next();
            QVERIFY(count < 17 || visited != earlier);
            earlier = visited;
            std::ranges::sort(visited);
            QCOMPARE(visited, allIndices(count));
        }
    }
}

void TestBatchOrder::orderDependsOnTheSeed()
{
    QCOMPARE(BatchOrder(5, 100).next(), BatchOrder(5, 100).next());
    QVERIFY(BatchOrder(5, 100).next() != BatchOrder(6, 100).next());
}

void TestBatchOrder::copyGoesOnFromWhereTheOriginalIs()
{
    BatchOrder original(5, 100);
    original.next();
    BatchOrder copy = original;
    for (int epoch = 0; epoch < 3; ++epoch)
        QCOMPARE(copy.next(), original.next());
}

void TestBatchOrder::firstSampleIsUniform()
{
    constexpr int count = 8;
    constexpr int epochs = 8000;
    std::vector<int> times(count);
    BatchOrder order(1, count);
    for (int epoch = 0; epoch < epochs; ++epoch)
        ++times[order.next().front()];
    double chiSquared = 0;
    for (const int observed : times)
        chiSquared += (observed - epochs / count) * (observed - epochs / count) * count / static_cast<double>(epochs);
    QVERIFY2(chiSquared < 24.3, qPrintable(QString::number(chiSquared))); // 7 degrees of freedom: above it once in a thousand
}

void TestBatchOrder::unusableCountNamesTheOption()
{
    for (const std::size_t count : {std::size_t{0}, BatchOrder::maxCount + 1}) {
        try {
            BatchOrder(1, count);
            QFAIL("accepted");
        } catch (const ConfigurationError &error) {
            QCOMPARE(error.option(), "samples");
            QCOMPARE(error.given(), std::to_string(count));
        }
    }
}

QTEST_GUILESS_MAIN(TestBatchOrder)
#include "tst_batch_order.moc"
