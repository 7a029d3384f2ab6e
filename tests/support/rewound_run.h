// A long run that is changed while it trains, and whether it can be gone back to at any of its epochs: to the last bit.
#pragma once

#include "core/training/comparison.h"
#include "core/training/parameter_change.h"
#include "core/training/recorded_run.h"

#include <QByteArray>

#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

namespace actiscope::test {

inline constexpr int longRunEpochs = 10'000;

/** Mini-batches and a rest; an activation that is learned, one that draws, one that is set while it trains. */
inline Experiment changedExperiment(int batchSize)
{
    Experiment experiment = defaultExperiment();
    std::get<GeneratedData>(experiment.data).samples = 30;
    experiment.hidden = {5, 4};
    experiment.batchSize = batchSize;
    experiment.stop.epochs = longRunEpochs;
    experiment.tracksUnits = true;
    setActivations(experiment, std::vector{parseActivationSpec("prelu"), parseActivationSpec("rrelu"), parseActivationSpec("leaky_relu")});
    return experiment;
}

inline Change placed(std::int64_t epoch, Change change)
{
    change.epoch = epoch;
    return change;
}

/** By epoch. */
inline std::vector<Change> changesOnTheWay()
{
    return {{3, {}, "learning-rate", 0.02},
            {137, 1, "learning-rate", 0.003},
            {1000, 2, "activation", "leaky_relu:alpha=0.3"},
            {1000, 2, "activation", "leaky_relu:alpha=0.2"},
            {2500, 0, "activation", "prelu:alpha=0.25"},
            {4096, {}, "beta1", 0.5},
            {5000, 1, "optimizer", "sgd"},
            placed(5000, weightChange(0, {0, 3, 1}, -1.25)),
            placed(6000, biasChange(2, 2, 1, 0.3)),
            placed(7000, weightChange(1, {2, 0, 3}, 0.1)),
            placed(7000, unitOffChange(1, 1, 2))};
}

/** What a run says where it stands. */
struct Standing {
    std::int64_t epoch = 0;
    TrainingState state;
    std::vector<EpochFigures> current;
    std::vector<std::size_t> rows;
};

inline Standing standingOf(Snapshot snapshot)
{
    Standing result{snapshot.epoch, *snapshot.moment, {}, {}};
    for (const ModelSnapshot &model : snapshot.models) {
        result.current.push_back(model.current);
        result.rows.push_back(model.history.size());
    }
    return result;
}

/** NaN is NaN. */
inline bool areSameFigures(const EpochFigures &a, const EpochFigures &b)
{
    const auto same = [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); };
    return same(a.trainLoss, b.trainLoss) && same(a.testLoss, b.testLoss) && same(a.trainAccuracy, b.trainAccuracy)
           && same(a.testAccuracy, b.testAccuracy);
}

inline bool isSameStanding(const Standing &a, const Standing &b)
{
    bool isSame = a.epoch == b.epoch && a.state == b.state;
    for (std::size_t m = 0; m < a.current.size(); ++m)
        isSame = isSame && areSameFigures(a.current[m], b.current[m]);
    return isSame;
}

/** Without a record: a comparison that is trained from the beginning, changed on the way and stopped there. */
inline Standing stoppedAt(Backend &backend, const Experiment &experiment, std::int64_t epoch)
{
    Comparison run(1, experiment, backend);
    const auto train = [&run](std::int64_t to) {
        if (to > run.epoch())
            run.advance(static_cast<int>(to - run.epoch()));
    };
    for (const Change &change : changesOnTheWay()) {
        if (change.epoch > epoch)
            break;
        train(change.epoch);
        run.apply(change);
    }
    train(epoch);
    return standingOf(run.snapshot(std::nullopt));
}

inline RunRecord newRecord(const Experiment &experiment, Timeline timeline = Timeline())
{
    RunRecord record;
    record.id = 1;
    record.start = std::make_shared<const Experiment>(experiment);
    record.timeline = std::move(timeline);
    return record;
}

inline std::unique_ptr<RecordedRun> recorded(Backend &backend, RunRecord record)
{
    auto task = std::make_unique<Comparison>(record.id, *record.start, backend);
    return std::make_unique<RecordedRun>(std::move(task), std::move(record));
}

/** To the end, changed on the way by hand. */
inline std::unique_ptr<RecordedRun> changedRun(Backend &backend, const Experiment &experiment, Timeline timeline = Timeline())
{
    auto run = recorded(backend, newRecord(experiment, std::move(timeline)));
    for (const Change &change : changesOnTheWay()) {
        if (change.epoch > run->epoch())
            run->advance(static_cast<int>(change.epoch - run->epoch()));
        run->apply(change);
    }
    run->advance(static_cast<int>(longRunEpochs - run->epoch()));
    return run;
}

/** To and fro. */
inline const std::vector<std::int64_t> epochsToSeek = {7777, 1, 0, 1000, 137, 9999, 999, 5000, 5001, longRunEpochs};

/** The first of these epochs at which a rewound run is not what a run is that was stopped there; -1 for none. */
inline std::int64_t firstEpochThatDiffers(Backend &backend, Backend &reference, int batchSize,
                                          const std::vector<std::int64_t> &epochs = epochsToSeek)
{
    const Experiment experiment = changedExperiment(batchSize);
    const auto run = changedRun(backend, experiment);
    for (const std::int64_t epoch : epochs) {
        run->seek(epoch);
        const Standing found = standingOf(run->snapshot(std::nullopt));
        if (!isSameStanding(found, stoppedAt(reference, experiment, epoch)) || found.rows[0] != longRunEpochs + 1)
            return epoch;
    }
    return -1;
}

} // namespace actiscope::test
