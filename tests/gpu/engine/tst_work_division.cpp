// How work is divided, and the phases of a divided model: what follows from batch and network alone, and that every phase of a step comes once and in its
// order.
#include "core/training/experiment.h"
#include "gpu/engine/memory_layout.h"
#include "gpu/engine/work_division.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

using namespace actiscope;
using namespace actiscope::kernels;

class TestWorkDivision : public QObject {
    Q_OBJECT

private slots:
    void smallStepsAreNotDivided();
    void batchesAreDividedWhereTheyAreLong();
    void unitsAreDividedWhereBatchesAreShort();
    void shardsDoNotDependOnWhoComputes();
    void groupsMeetWhereThereIsRoomForAll_data();
    void groupsMeetWhereThereIsRoomForAll();
    void onlyKnownUnitsRunSeveralGroups();
    void wholeModelsHaveNoPhases();
    void aBatchIsShardsThenSlices();
    void unitsGoThroughTheirPhases();
    void measuringEndsWithTheLoss();
};

namespace {

/** Of the default data: 800 training samples, 200 test samples. */
Plan planOf(std::vector<int> hidden, int batchSize)
{
    Experiment experiment = defaultExperiment();
    experiment.hidden = std::move(hidden);
    experiment.batchSize = batchSize;
    return MemoryLayout(makeCohort(experiment), KernelTuning::forVectorWidth(8)).plan;
}

KernelTuning tuning()
{
    KernelTuning result = KernelTuning::forVectorWidth(8);
    result.hasPhaseBarrier = true;
    return result;
}

bool isSame(const Phase &phase, Work work, int layer, int tile, int atEnd)
{
    return phase.work == work && phase.layer == layer && phase.tile == tile && phase.atEnd == atEnd;
}

} // namespace

void TestWorkDivision::smallStepsAreNotDivided()
{
    const WorkDivision division = chooseDivision(planOf({8}, 16), tuning(), 1, 8);
    QCOMPARE(division.division, DIVISION_WHOLE);
    QVERIFY(division.workGroups == 1 && division.shards == 1);
}

void TestWorkDivision::batchesAreDividedWhereTheyAreLong()
{
    const WorkDivision alone = chooseDivision(planOf({64, 64}, 0), tuning(), 1, 2);
    QCOMPARE(alone.division, DIVISION_BATCH);
    QVERIFY(alone.workGroups == 2 && alone.shards >= 2 && alone.parts == alone.shards);
    const WorkDivision pair = chooseDivision(planOf({64, 64}, 0), tuning(), 2, 2); // no core is idle
    QCOMPARE(pair.division, DIVISION_WHOLE);
    QCOMPARE(pair.shards, alone.shards);
    KernelTuning noBarrier = tuning();
    noBarrier.hasPhaseBarrier = false;
    QCOMPARE(chooseDivision(planOf({64, 64}, 0), noBarrier, 1, 2).workGroups, alone.shards); // one each
}

void TestWorkDivision::unitsAreDividedWhereBatchesAreShort()
{
    const Plan plan = planOf({512, 512}, 32);
    const WorkDivision division = chooseDivision(plan, tuning(), 1, 2);
    QCOMPARE(division.division, DIVISION_UNITS);
    QVERIFY(division.workGroups == 2 && division.shards == 1 && division.parts == 8);
    KernelTuning noBarrier = tuning();
    noBarrier.hasPhaseBarrier = false;
    QCOMPARE(chooseDivision(plan, noBarrier, 1, 2).division, DIVISION_WHOLE);
    Plan endless = plan; // a table that nobody wants to keep
    endless.train.count = std::numeric_limits<int>::max() / 2;
    QCOMPARE(chooseDivision(endless, tuning(), 1, 2).division, DIVISION_WHOLE);
}

void TestWorkDivision::shardsDoNotDependOnWhoComputes()
{
    for (const int batchSize : {0, 32, 128, 500}) {
        const Plan plan = planOf({64, 64}, batchSize);
        const std::size_t shards = chooseDivision(plan, tuning(), 1, 1).shards;
        for (const std::size_t models : {1, 2, 64}) {
            for (const std::size_t units : {1, 2, 16})
                QCOMPARE(chooseDivision(plan, tuning(), models, units).shards, shards);
        }
    }
}

void TestWorkDivision::groupsMeetWhereThereIsRoomForAll_data()
{
    QTest::addColumn<std::size_t>("models");
    QTest::addColumn<int>("groupsOfUnit");
    QTest::addColumn<std::size_t>("groups");
    // Six shards, and 132 compute units as an H200 has.
    QTest::newRow("one model") << std::size_t{1} << 1 << std::size_t{6};
    QTest::newRow("22 models, a place for each shard") << std::size_t{22} << 1 << std::size_t{6};
    QTest::newRow("23 models, five places each: three do as well") << std::size_t{23} << 1 << std::size_t{3};
    QTest::newRow("64 models, one group a unit") << std::size_t{64} << 1 << std::size_t{2};
    QTest::newRow("64 models, two groups a unit") << std::size_t{64} << 2 << std::size_t{3};
    QTest::newRow("64 models, four groups a unit") << std::size_t{64} << 4 << std::size_t{6};
}

void TestWorkDivision::groupsMeetWhereThereIsRoomForAll()
{
    QFETCH(std::size_t, models);
    QFETCH(int, groupsOfUnit);
    QFETCH(std::size_t, groups);
    constexpr std::size_t computeUnits = 132;
    KernelTuning tuning = KernelTuning::forLanes(64, 12288);
    Experiment experiment = defaultExperiment();
    experiment.hidden = {64, 64};
    const Cohort cohort = makeCohort(experiment);
    tuning = MemoryLayout::fit(cohort, tuning);
    const Plan plan = MemoryLayout(cohort, tuning).plan;
    const WorkDivision apart = chooseDivision(plan, tuning, models, computeUnits);
    QCOMPARE(apart.shards, std::size_t{6});
    QCOMPARE(apart.workGroups, apart.shards);
    tuning.meetingPolls = 1;
    tuning.groupsOfUnit = groupsOfUnit;
    const WorkDivision division = chooseDivision(plan, tuning, models, computeUnits);
    QCOMPARE(division.division, DIVISION_BATCH);
    QCOMPARE(division.shards, apart.shards); // by which sums are made
    QCOMPARE(division.workGroups, groups);
    QVERIFY(models * division.workGroups <= computeUnits * static_cast<std::size_t>(groupsOfUnit));
}

/** An H200 ran four groups of 64 items, and two of 128. */
void TestWorkDivision::onlyKnownUnitsRunSeveralGroups()
{
    QCOMPARE(groupsThatRun(9, 0, 64), 4);
    QCOMPARE(groupsThatRun(9, 0, 128), 2);
    QCOMPARE(groupsThatRun(8, 0, 64), 3);
    QCOMPARE(groupsThatRun(8, 9, 64), 2); // 100 KiB
    QCOMPARE(groupsThatRun(7, 5, 64), 1);
    QCOMPARE(groupsThatRun(0, 0, 64), 1);
}

void TestWorkDivision::wholeModelsHaveNoPhases()
{
    QVERIFY(phasesOfEpoch(planOf({64, 64}, 32), DIVISION_WHOLE, true).empty());
}

void TestWorkDivision::aBatchIsShardsThenSlices()
{
    const std::vector<Phase> phases = phasesOfEpoch(planOf({64, 64}, 300), DIVISION_BATCH, true); // 800 samples: 300, 300, 200
    QCOMPARE(phases.size(), std::size_t{6});
    for (std::size_t i = 0; i < phases.size(); ++i) {
        QCOMPARE(phases[i].work, i % 2 == 0 ? TRAIN_ON_SHARD : STEP_OF_SLICE);
        QCOMPARE(phases[i].batch, static_cast<int>(i / 2));
        QCOMPARE(phases[i].atEnd, i % 2 == 0 ? END_OF_BATCH : 0);
    }
    QCOMPARE(phasesOfEpoch(planOf({64, 64}, 300), DIVISION_BATCH, false).size(), std::size_t{1});
}

void TestWorkDivision::unitsGoThroughTheirPhases()
{
    Plan plan = planOf({64, 48}, 500); // 800 samples: 500, 300
    plan.tileRows = 128;
    const std::vector<Phase> phases = phasesOfEpoch(plan, DIVISION_UNITS, true);
    // Two tiles of the test set's 200, forward; then four and three tiles, forward and back, and a step each.
    QCOMPARE(phases.size(), std::size_t{2 * 5 + (4 * 8 + 1) + (3 * 8 + 1)});
    QVERIFY(
        std::all_of(phases.begin(), phases.begin() + 10, [](const Phase &phase) { return phase.mode == EVALUATION && phase.batch == 0; }));
    QVERIFY(std::all_of(phases.begin() + 10, phases.end(), [](const Phase &phase) { return phase.mode == TRAINING; }));
    const auto tile = phases.begin() + 10 + 8; // the second one of the first batch
    QVERIFY(isSame(tile[0], TAKE_POINTS, 0, 1, 0));
    QVERIFY(isSame(tile[1], MULTIPLY, 0, 1, 0) && isSame(tile[2], ACTIVATE, 0, 1, 0));
    QVERIFY(isSame(tile[3], MULTIPLY, 1, 1, 0) && isSame(tile[4], ACTIVATE, 1, 1, END_OF_FORWARD));
    QVERIFY(isSame(tile[5], PROPAGATE, 1, 1, END_OF_PROPAGATION) && isSame(tile[6], PROPAGATE, 0, 1, END_OF_PROPAGATION));
    QVERIFY(isSame(tile[7], FINISH_TILE, 0, 1, 0));
    const auto step = phases.begin() + 10 + 32;
    QVERIFY(isSame(step[-1], FINISH_TILE, 0, 3, END_OF_GRADIENT | END_OF_BATCH));
    QVERIFY(isSame(step[0], STEP_OF_UNITS, 0, 0, 0) && step[0].batch == 0 && step[1].batch == 1);
    QVERIFY(isSame(phases.back(), STEP_OF_UNITS, 0, 0, 0) && phases.back().batch == 1);
}

void TestWorkDivision::measuringEndsWithTheLoss()
{
    Plan plan = planOf({64, 48}, 500);
    plan.tileRows = 128;
    const std::vector<Phase> phases = phasesOfEpoch(plan, DIVISION_UNITS, false); // all 800 samples as one batch: seven tiles
    QCOMPARE(phases.size(), std::size_t{(2 + 7) * 5});
    QVERIFY(isSame(phases.back(), ACTIVATE, 1, 6, END_OF_FORWARD | END_OF_BATCH));
    QVERIFY(std::ranges::all_of(phases, [](const Phase &phase) { return phase.work <= ACTIVATE && phase.batch == 0; }));
}

QTEST_GUILESS_MAIN(TestWorkDivision)
#include "tst_work_division.moc"
