// The steps in which the lanes mapping goes through a tile, and how its blocks are cut for a device: both follow from network, batch and the device's limits
// alone.
#include "core/training/experiment.h"
#include "gpu/engine/memory_layout.h"
#include "gpu/engine/tile_steps.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

using namespace actiscope;
using namespace actiscope::kernels;

class TestTileSteps : public QObject {
    Q_OBJECT

private slots:
    void aBlockGoesThroughTheseSteps_data();
    void aBlockGoesThroughTheseSteps();
    void oneLayerKeepsItsWeights();
    void everyBlockComesOnce_data();
    void everyBlockComesOnce();
    void blocksAreCutForTheDevice_data();
    void blocksAreCutForTheDevice();
    void groupsAreAsLargeAsRegistersAllow();
    void manyItemsHaveShortTilesInLittleMemory();
    void blocksAreCutForTensorCores();
    void theTileFitsTheBatch_data();
    void theTileFitsTheBatch();
    void aProgramIsForAllNetworks();
    void aShortTileHasTwoThirds();
};

namespace {

/** Of the default data: 800 training samples in the plane. */
Cohort cohortOf(std::vector<int> hidden, int inputs = 2, int outputs = 2, int batchSize = 0)
{
    Experiment experiment = defaultExperiment();
    experiment.hidden = std::move(hidden);
    experiment.batchSize = batchSize;
    Cohort cohort = makeCohort(experiment);
    cohort.shape.inputs = inputs;
    cohort.shape.outputs = outputs;
    return cohort;
}

KernelTuning tuningOf(std::size_t items, std::size_t kibibytes)
{
    return KernelTuning::forLanes(items, kibibytes * 1024 / sizeof(float));
}

int workOf(const std::vector<TileStep> &steps)
{
    int all = 0;
    for (const TileStep &step : steps)
        all |= step.work;
    return all;
}

} // namespace

void TestTileSteps::aBlockGoesThroughTheseSteps_data()
{
    QTest::addColumn<bool>("hasTensorCores");
    QTest::newRow("single precision") << false;
    QTest::newRow("tensor cores") << true; // what an item has of a product, it has of all
}

/** 2-64-64-2: nothing is loaded or kept, and all gradients stay in registers until the last tile. */
void TestTileSteps::aBlockGoesThroughTheseSteps()
{
    QFETCH(bool, hasTensorCores);
    const MemoryLayout layout(cohortOf({64, 64}), hasTensorCores ? tuningOf(64, 48).withTensorCores(TensorCores::Used) : tuningOf(64, 48));
    QVERIFY(layout.plan.isFromPoints && layout.plan.keepsWeights);
    std::vector<std::pair<int, int>> expected = {
        {TAKE_SAMPLES, 0},
        {APPLY | FROM_POINTS | TO_INPUTS, 0},
        {START | MULTIPLY_WEIGHTS | KEEP_BLOCK | APPLY | PARTS_OF_LOGITS, 1},
        {ADD_LOGITS | MEASURE, 1},
        {KEEP_BLOCK | APPLY_BACK, 1},
        {GRADIENT_OF_WEIGHTS | START | PROPAGATE_BLOCK, 1},
        {SPREAD_BLOCK, 0},
        {APPLY_BACK | FROM_POINTS, 0},
        {STORE_SUMS, 0},
        {ADD_SUMS, 0},
        {STORE_SUMS, 1},
        {ADD_SUMS, 1},
        {FLUSH_WEIGHTS, 1},
    };
    if (hasTensorCores) {
        constexpr int spreading = 6;
        QCOMPARE(expected[spreading].first, static_cast<int>(SPREAD_BLOCK));
        expected.erase(expected.begin() + spreading);
        expected[spreading].first |= KEEP_BLOCK;
    }
    QVERIFY(std::ranges::equal(layout.steps.all, expected, [](const TileStep &step, const auto &pair) {
        return step.work == pair.first && step.layer == pair.second && step.column == 0 && step.term == 0 && step.group == 0;
    }));
    QCOMPARE(layout.plan.forwardSteps, 4);
    QCOMPARE(layout.plan.tileSteps, hasTensorCores ? 7 : 8);
    QCOMPARE(layout.plan.allSteps, hasTensorCores ? 12 : 13);
}

/** One hidden layer of several inputs: its weights are never loaded in a tile, coordinates once. */
void TestTileSteps::oneLayerKeepsItsWeights()
{
    const MemoryLayout layout(cohortOf({40}, 30), tuningOf(64, 48));
    QVERIFY(!layout.plan.isFromPoints && layout.plan.keepsWeights && layout.plan.addsOnce);
    const std::vector<int> expected = {TAKE_SAMPLES,
                                       LOAD_INPUTS,
                                       START | MULTIPLY_WEIGHTS | KEEP_BLOCK | APPLY | PARTS_OF_LOGITS,
                                       ADD_LOGITS | MEASURE,
                                       KEEP_BLOCK | APPLY_BACK,
                                       GRADIENT_OF_WEIGHTS,
                                       STORE_SUMS,
                                       ADD_SUMS,
                                       FLUSH_WEIGHTS};
    QVERIFY(std::ranges::equal(layout.steps.all, expected, {}, &TileStep::work));
    QCOMPARE(layout.plan.tileSteps, 6);
    for (const auto &[hidden, inputs] : {std::pair(65, 30), std::pair(40, 65)})
        QVERIFY(!MemoryLayout(cohortOf({hidden}, inputs), tuningOf(64, 48)).plan.keepsWeights);
}

void TestTileSteps::everyBlockComesOnce_data()
{
    QTest::addColumn<int>("inputs");
    QTest::addColumn<QList<int>>("hidden");
    QTest::addColumn<int>("outputs");
    QTest::newRow("no hidden layer") << 5 << QList<int>{} << 3;
    QTest::newRow("one layer") << 2 << QList{64} << 2;
    QTest::newRow("one wide layer") << 2 << QList{200} << 5;
    QTest::newRow("pixels") << 784 << QList{128} << 10;
    QTest::newRow("odd widths") << 2 << QList{65, 130, 3} << 1;
    QTest::newRow("pixels, two layers") << 100 << QList{64, 64} << 16;
    QTest::newRow("eight layers") << 3 << QList{5, 80, 7, 64, 1, 9, 33, 129} << 2;
}

/** Each block of each layer is applied once on the way forward and once on the way back, and has its gradient taken once; so it is loaded. */
void TestTileSteps::everyBlockComesOnce()
{
    QFETCH(int, inputs);
    QFETCH(QList<int>, hidden);
    QFETCH(int, outputs);
    const MemoryLayout layout(cohortOf({hidden.begin(), hidden.end()}, inputs, outputs), tuningOf(64, 48));
    const BlockedNetwork network(layout.plan, 64);
    std::map<std::tuple<int, int, int, int>, int> found; // work, layer, column, term
    for (int i = 0; i < layout.plan.tileSteps; ++i) {
        const TileStep &step = layout.steps.all[static_cast<std::size_t>(i)];
        const bool isForward = i < layout.plan.forwardSteps;
        QVERIFY(isForward || !(step.work & (MULTIPLY_WEIGHTS | PARTS_OF_LOGITS | MEASURE)));
        QVERIFY(!isForward || !(step.work & (APPLY_BACK | GRADIENT_OF_WEIGHTS | PROPAGATE_BLOCK)));
        for (const int work : {MULTIPLY_WEIGHTS, APPLY_BACK, GRADIENT_OF_WEIGHTS, PROPAGATE_BLOCK})
            found[{work, step.layer, step.column, step.term}] += (step.work & work) != 0;
    }
    for (int layer = 0; layer < network.hiddenLayers(); ++layer) {
        for (int column = 0; column < network.columns(layer); ++column) {
            QCOMPARE((found[{APPLY_BACK, layer, column, 0}]), 1);
            for (int term = 0; term < network.terms(layer); ++term) {
                const int products = network.isFromPoints(layer) ? 0 : 1;
                QCOMPARE((found[{MULTIPLY_WEIGHTS, layer, column, term}]), products);
                QCOMPARE((found[{GRADIENT_OF_WEIGHTS, layer, column, term}]), products);
                QCOMPARE((found[{PROPAGATE_BLOCK, layer, column, term}]), layer > 0 ? 1 : 0);
            }
        }
    }
    const bool hasBlocks = network.hiddenLayers() > 0 && (inputs > 2 || network.last() > 0);
    QCOMPARE((workOf(layout.steps.all) & LOAD_WEIGHTS) != 0, hasBlocks && !network.hasOneBlock());
    QCOMPARE(layout.steps.all[static_cast<std::size_t>(layout.plan.forwardSteps) - 1].work & MEASURE, MEASURE);
}

void TestTileSteps::blocksAreCutForTheDevice_data()
{
    QTest::addColumn<int>("kibibytes");
    QTest::addColumn<int>("items"); // that a work-group may have
    QTest::addColumn<int>("lanes");
    QTest::addColumn<int>("units");
    QTest::addColumn<int>("tile");
    for (const int items : {64, 128, 256, 1024}) {
        const int lanes = std::min(items, 256);
        QTest::addRow("16 KiB, %d", items) << 16 << items << 64 << 32 << 32;
        QTest::addRow("32 KiB, %d", items) << 32 << items << lanes << 64 << (lanes == 256 ? 16 : 24);
        for (const int kibibytes : {47, 48, 64, 100})
            QTest::addRow("%d KiB, %d", kibibytes, items) << kibibytes << items << lanes << 64 << 48;
    }
}

void TestTileSteps::blocksAreCutForTheDevice()
{
    QFETCH(int, kibibytes);
    QFETCH(int, items);
    QFETCH(int, lanes);
    QFETCH(int, units);
    QFETCH(int, tile);
    for (const bool isWide : {false, true}) { // blocks are as large whatever the network
        const Cohort cohort = isWide ? cohortOf({512, 300, 7}) : cohortOf({64, 64});
        const KernelTuning found = MemoryLayout::fit(cohort, tuningOf(static_cast<std::size_t>(items), static_cast<std::size_t>(kibibytes)));
        QVERIFY(found.localTiles);
        QCOMPARE(found.lanes, lanes);
        QCOMPARE(found.units, units);
        QCOMPARE(found.tile, tile);
        QCOMPARE(found.rowGroups() * found.columnGroups(), found.lanes);
        QVERIFY(found.units % (4 * found.columnGroups()) == 0 && found.units % (4 * found.rowGroups()) == 0 && found.tile % found.rowGroups() == 0);
        const std::size_t bytes = (found.scratchFloats() + MemoryLayout(cohort, found).localFloats) * sizeof(float);
        QVERIFY(bytes + 1024 <= static_cast<std::size_t>(kibibytes) * 1024); // 1 KiB is the driver's
    }
    QVERIFY(!MemoryLayout::fit(cohortOf({64, 64}), tuningOf(static_cast<std::size_t>(items), 4)).localTiles);
}

/** Nothing but what a device says of itself: its name is not asked. */
void TestTileSteps::groupsAreAsLargeAsRegistersAllow()
{
    constexpr std::size_t little = 32 << 10, enough = 64 << 10; // bytes of local memory
    QCOMPARE(suitableItems({.isProcessor = true, .localBytes = little}), std::size_t{64});
    QCOMPARE(suitableItems({.registers = 65536, .localBytes = enough}), std::size_t{64});  // 255 for each item of four such groups
    QCOMPARE(suitableItems({.registers = 65536, .localBytes = little}), std::size_t{64});
    QCOMPARE(suitableItems({.registers = 32768, .localBytes = enough}), std::size_t{128}); // 168 for each item of one
    QCOMPARE(suitableItems({.registers = 16384, .localBytes = little}), std::size_t{256});
    QCOMPARE(suitableItems({.wavefront = 64, .localBytes = enough}), std::size_t{128});
    QCOMPARE(suitableItems({.wavefront = 32, .localBytes = enough}), std::size_t{128});
    QCOMPARE(suitableItems({.localBytes = enough}), std::size_t{256});
    QCOMPARE(suitableItems({.localBytes = little}), std::size_t{128});
}

/** Why: with what a device has that says nothing of registers, more items have a third as many rows. */
void TestTileSteps::manyItemsHaveShortTilesInLittleMemory()
{
    const auto rowsOf = [](std::size_t items, std::size_t kibibytes) {
        const KernelTuning tuning = MemoryLayout::fit(cohortOf({64, 64}), tuningOf(items, kibibytes));
        return tuning.tile / tuning.rowGroups();
    };
    QCOMPARE(rowsOf(128, 32), 3);
    QCOMPARE(rowsOf(256, 32), 1);
    QCOMPARE(rowsOf(256, 47), 3);
    QCOMPARE(rowsOf(256, 45), 2);
}

/** Sixteen rows at a time, in the grid that they need; blocks that are too small for them do without. */
void TestTileSteps::blocksAreCutForTensorCores()
{
    const auto found = [](std::size_t kibibytes, int batchSize) {
        return MemoryLayout::fit(cohortOf({64, 64}, 2, 2, batchSize), tuningOf(256, kibibytes).withTensorCores(TensorCores::Used));
    };
    for (const auto &[kibibytes, batchSize, tile] : {std::tuple(48, 0, 48), std::tuple(48, 64, 48), std::tuple(48, 1, 48), std::tuple(32, 0, 16)}) {
        const KernelTuning tuning = found(static_cast<std::size_t>(kibibytes), batchSize);
        QVERIFY(tuning.tensorCores == TensorCores::Used && tuning.localTiles);
        QCOMPARE(tuning.lanes, 128);
        QCOMPARE(tuning.rowGroups(), 8);
        QCOMPARE(tuning.units, 64);
        QCOMPARE(tuning.rowLength(), 64);
        QCOMPARE(tuning.tile, tile);
    }
    QVERIFY(found(16, 0).tensorCores == TensorCores::None && found(16, 0).units == 32);
}

void TestTileSteps::theTileFitsTheBatch_data()
{
    QTest::addColumn<int>("batchSize");
    QTest::addColumn<int>("tile");
    QTest::newRow("all 800") << 0 << 48;
    QTest::newRow("1") << 1 << 32;
    QTest::newRow("16") << 16 << 32;
    QTest::newRow("32") << 32 << 32;
    QTest::newRow("48") << 48 << 48;
    QTest::newRow("64") << 64 << 32;
}

void TestTileSteps::theTileFitsTheBatch()
{
    QFETCH(int, batchSize);
    QFETCH(int, tile);
    const KernelTuning usual = MemoryLayout::fit(cohortOf({64, 64}), tuningOf(64, 48));
    const Cohort cohort = cohortOf({64, 64}, 2, 2, batchSize);
    const KernelTuning tuning = MemoryLayout::fit(cohort, tuningOf(64, 48));
    QCOMPARE(MemoryLayout(cohort, tuning).plan.tileRows, tile);
    QCOMPARE(tuning.buildOptions(), usual.buildOptions());
}

/** But where so many outputs leave room for neither length of a tile. */
void TestTileSteps::aProgramIsForAllNetworks()
{
    const auto tuningFor = [](const Cohort &cohort) { return MemoryLayout::fit(cohort, tuningOf(64, 48)); };
    const QString usual = QString::fromStdString(tuningFor(cohortOf({64, 64})).buildOptions());
    for (const auto &[hidden, inputs, outputs, tile] :
         {std::tuple(std::vector{4}, 2, 2, 48), std::tuple(std::vector{128}, 784, 10, 48), std::tuple(std::vector{64, 64, 64}, 30, 3, 48),
          std::tuple(std::vector<int>{}, 2, 2, 48), std::tuple(std::vector{64}, 30, 24, 32)}) {
        const Cohort cohort = cohortOf(hidden, inputs, outputs);
        const KernelTuning tuning = tuningFor(cohort);
        QCOMPARE(QString::fromStdString(tuning.buildOptions()), usual);
        QCOMPARE(MemoryLayout(cohort, tuning).plan.tileRows, tile);
    }
    const KernelTuning ofMany = tuningFor(cohortOf({64}, 2, 200));
    QVERIFY(ofMany.localTiles && ofMany.tile < 48);
}

/** Of those that tensor cores multiply at once where there are such; what cannot be shorter is as long. */
void TestTileSteps::aShortTileHasTwoThirds()
{
    for (const auto &[rows, few, fewOfTensorCores] : {std::tuple(6, 4, 4), std::tuple(4, 2, 2), std::tuple(3, 2, 0), std::tuple(2, 1, 2), std::tuple(1, 1, 0)}) {
        QCOMPARE(tuningOf(64, 48).withRows(rows).fewRows(), few);
        if (fewOfTensorCores > 0)
            QCOMPARE(tuningOf(256, 48).withTensorCores(TensorCores::Used).withRows(rows).fewRows(), fewOfTensorCores);
    }
}

QTEST_GUILESS_MAIN(TestTileSteps)
#include "tst_tile_steps.moc"
