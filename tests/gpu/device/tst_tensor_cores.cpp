// Tensor cores, as far as there need be none: the products of a block with every grid of work-items, with those of the device where it has some that are trusted and
// else with emulated ones, which read the same places and know the same registers.
#include "gpu/device/tensor_cores.h"
#include "gpu/kernels/common/shared_layout.h"

#include <QTest>

#include <bit>
#include <bitset>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <utility>
#include <vector>

using namespace actiscope;

class TestTensorCores : public QObject {
    Q_OBJECT

private slots:
    void productsOfABlockAreRight_data();
    void productsOfABlockAreRight();
    void fewerBitsAreSeen();
    void whatIsInfiniteStaysSo_data();
    void whatIsInfiniteStaysSo();
    void itemsReadDifferentBanks_data();
    void itemsReadDifferentBanks();
    void aProcessorHasNone();
};

namespace {

cl::Device device()
{
    return allOpenClDevices().at(0);
}

KernelTuning tensorTuning()
{
    const KernelTuning tuning = KernelTuning::forLanes(128, 12288).withTensorCores(haveTensorCores(device()) ? TensorCores::Used : TensorCores::Emulated);
    return tuning.withRows(6);
}

/** Of so many items, or with tensor cores (0), in local memory. */
KernelTuning tuningOf(int items)
{
    KernelTuning tuning = tensorTuning();
    if (items > 0) {
        tuning = KernelTuning::forLanes(static_cast<std::size_t>(items), 12288);
        tuning = tuning.withRows(48 / tuning.rowGroups());
    }
    tuning.localTiles = true;
    tuning.callsFunctions = describe(device()).isCpu;
    return tuning;
}

} // namespace

void TestTensorCores::productsOfABlockAreRight_data()
{
    QTest::addColumn<int>("items"); // 0: with tensor cores
    QTest::addColumn<int>("terms");
    QTest::addColumn<int>("units");
    QTest::addColumn<int>("samples");
    for (const int items : {0, 64, 128, 256}) {
        const QByteArray name = items == 0 ? QByteArray("tensor cores") : QByteArray::number(items) + " items";
        QTest::addRow("%s, a whole block", name.constData()) << items << 64 << 64 << 48;
        QTest::addRow("%s, a short tile", name.constData()) << items << 64 << 64 << 32;
        QTest::addRow("%s, few of everything", name.constData()) << items << 4 << 8 << 1;
        QTest::addRow("%s, no round numbers", name.constData()) << items << 52 << 20 << 37;
    }
}

/** What lies beyond the block is not looked at: it is NaN. */
void TestTensorCores::productsOfABlockAreRight()
{
    QFETCH(int, items);
    QFETCH(int, terms);
    QFETCH(int, units);
    QFETCH(int, samples);
    const KernelTuning tuning = tuningOf(items);
    const TriedBlock block(tuning, terms, units, samples);
    const double error = errorOf(blockProducts(device(), tuning, block), tuning, block);
    const double accepted = items == 0 ? tensorProductError : 0x1p-20; // of 64 sums in single precision
    QVERIFY2(error < accepted, qPrintable(QString::number(error)));
}

/** What the trial accepts tells three products from one. */
void TestTensorCores::fewerBitsAreSeen()
{
    const KernelTuning tuning = tensorTuning();
    const TriedBlock block(tuning, 64, 64, 48);
    TriedBlock rounded = block;
    for (std::vector<float> *factor : {&rounded.values, &rounded.weights, &rounded.deltas}) {
        for (float &number : *factor)
            number = std::bit_cast<float>(std::bit_cast<std::uint32_t>(number) & 0xffffe000u);
    }
    const KernelTuning single = tuningOf(64);
    QVERIFY(errorOf(blockProducts(device(), single, rounded), single, block) > 8 * tensorProductError);
}

void TestTensorCores::whatIsInfiniteStaysSo_data()
{
    QTest::addColumn<int>("items");
    QTest::addColumn<float>("number");
    using Limits = std::numeric_limits<float>;
    for (const int items : {0, 64}) {
        for (const float number : {Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN(), Limits::max()})
            QTest::addRow("%s, %g", items == 0 ? "tensor cores" : "single precision", static_cast<double>(number)) << items << number;
    }
}

/** Such a number in each factor: what it is part of becomes infinite, or no number, as in double; all else stays as it is. */
void TestTensorCores::whatIsInfiniteStaysSo()
{
    QFETCH(int, items);
    QFETCH(float, number);
    constexpr int rows = 48, width = 64, row = 13, column = 38;
    const KernelTuning tuning = tuningOf(items);
    using Product = std::function<double(int, int, int)>; // of a row, a column and a term
    for (std::vector<float> TriedBlock::*factor : {&TriedBlock::values, &TriedBlock::weights, &TriedBlock::deltas}) {
        TriedBlock block(tuning, width, width, rows);
        (block.*factor)[static_cast<std::size_t>(row * width + column)] = number;
        const BlockProducts found = blockProducts(device(), tuning, block);
        const auto at = [](const std::vector<float> &of, int r, int c) -> double { return of[static_cast<std::size_t>(r * width + c)]; };
        const auto compare = [&](const std::vector<float> &product, int height, int terms, const Product &of) {
            for (int r = 0; r < height; ++r) {
                for (int c = 0; c < width; ++c) {
                    double expected = 0, amount = 0;
                    for (int term = 0; term < terms; ++term) {
                        expected += of(r, c, term);
                        amount += std::abs(of(r, c, term));
                    }
                    const double is = at(product, r, c);
                    const bool isRight = std::isnan(expected)   ? std::isnan(is)
                                         : std::isinf(expected) ? is == expected
                                                                : std::abs(is - expected) <= tensorProductError * amount;
                    QVERIFY2(isRight, qPrintable(QStringLiteral("%1, %2: %3 instead of %4").arg(r).arg(c).arg(is).arg(expected)));
                }
            }
        };
        compare(found.forward, rows, width, [&](int r, int c, int term) { return at(block.values, r, term) * at(block.weights, term, c); });
        compare(found.back, rows, width, [&](int r, int c, int term) { return at(block.deltas, r, term) * at(block.weights, c, term); });
        compare(found.gradient, width, rows, [&](int r, int c, int term) { return at(block.values, term, r) * at(block.deltas, term, c); });
    }
}

void TestTensorCores::itemsReadDifferentBanks_data()
{
    using Place = std::function<std::pair<int, int>(int, int)>; // row and column of row group g, quarter q
    QTest::addColumn<int>("floats");                            // that an item reads or writes at once
    QTest::addColumn<std::vector<std::pair<int, int>>>("places");
    const auto add = [](const char *name, int floats, const Place &place) {
        std::vector<std::pair<int, int>> all;
        for (int item = 0; item < 32; ++item)
            all.push_back(place(item / 4, item % 4));
        QTest::addRow("%s", name) << floats << all;
    };
    // As kernels/lanes/tensor_product.cl, block.cl and output.cl have them; what is a multiple of 16 is left out where it is the same for all.
    add("samples", 2, [](int g, int q) { return std::pair(g, 2 * q); });
    add("samples, the next rows and terms", 2, [](int g, int q) { return std::pair(8 + g, 8 + 2 * q); });
    add("own quads", 4, [](int g, int q) { return std::pair(g, 4 * q); });
    add("own quads, the next rows and warp", 4, [](int g, int q) { return std::pair(8 + g, 16 + 4 * q); });
    for (const int n : {0, 1})
        add("weights transposed", 2, [=](int g, int q) { return std::pair(2 * g + n, 2 * q); });
    for (const int h : {0, 1}) {
        add("rows of weights", 2, [=](int g, int q) { return std::pair(2 * q + h, 2 * g); });
        add("rows of weights, the next ones", 2, [=](int g, int q) { return std::pair(8 + 2 * q + h, 2 * g); });
        add("columns of inputs", 4, [=](int g, int q) { return std::pair(q + 4 * h, 4 * g); });
        add("columns of deltas", 2, [=](int g, int q) { return std::pair(q + 4 * h, 2 * g); });
        add("columns of deltas, the next samples", 2, [=](int g, int q) { return std::pair(8 + q + 4 * h, 16 + 2 * g); });
    }
    add("parts of logits", 4, [](int g, int q) { return std::pair(4 * g + q, 0); });
}

/** Of 32 banks, by those of a warp that are served at once: all for a float each, half of them for two, a quarter for four. */
void TestTensorCores::itemsReadDifferentBanks()
{
    using Places = std::vector<std::pair<int, int>>;
    QFETCH(int, floats);
    QFETCH(Places, places);
    const std::size_t together = places.size() / static_cast<std::size_t>(floats);
    for (std::size_t first = 0; first < places.size(); first += together) {
        std::bitset<32> banks;
        for (std::size_t item = first; item < first + together; ++item) {
            const auto [row, column] = places[item];
            for (int i = 0; i < floats; ++i) {
                const auto bank = static_cast<std::size_t>(row * 64 + ((column + i) ^ SWIZZLE(row))) % banks.size();
                QVERIFY(!banks.test(bank));
                banks.set(bank);
            }
        }
    }
}

void TestTensorCores::aProcessorHasNone()
{
    for (const cl::Device &each : allOpenClDevices()) {
        if (describe(each).isCpu)
            QVERIFY(!haveTensorCores(each) && KernelTuning::forDevice(each, KernelMapping::Lanes).tensorCores == TensorCores::None);
        QVERIFY(KernelTuning::forDevice(each, KernelChoice(KernelMapping::Lanes, false)).tensorCores == TensorCores::None);
    }
}

QTEST_GUILESS_MAIN(TestTensorCores)
#include "tst_tensor_cores.moc"
