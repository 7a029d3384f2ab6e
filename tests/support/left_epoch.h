// A session is wanted for something else in the middle of an epoch that takes a good part of a second: how soon it answers, and whether what it goes on
// with is what it would have been.
#pragma once

#include "core/training/comparison.h"
#include "core/training/training_session.h"
#include "tests/support/patience.h"
#include "tests/support/small_experiment.h"

#include <QElapsedTimer>
#include <QString>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace actiscope::test {

constexpr qint64 soon = isSanitized ? 800 : 100; ///< ms: how soon hands expect an answer

/** Of so many points. */
inline Experiment batchesOf(int samples)
{
    Experiment experiment = smallExperiment(2);
    generated(experiment.data).samples = samples;
    experiment.hidden = {128, 128};
    experiment.batchSize = 32;
    experiment.tracksUnits = true;
    return experiment;
}

/** Of as many points as make an epoch some times as long as an answer may take, on this machine at the moment. */
inline Experiment longEpochs(const BackendFactory &factory)
{
    constexpr int few = 1000;
    constexpr double wanted = 4.0 * soon;
    const auto backend = factory();
    Comparison run(1, batchesOf(few), *backend);
    run.advance(1);
    QElapsedTimer timer;
    timer.start();
    run.advance(1);
    const double took = std::max(0.5, static_cast<double>(timer.nsecsElapsed()) * 1e-6);
    return batchesOf(static_cast<int>(std::clamp(few * wanted / took, 1.0 * few, 200.0 * few)));
}

/** Where a run stands that nobody disturbed. */
struct Undisturbed {
    Snapshot end;
    qint64 epochTook = 0; ///< ms
};

inline Undisturbed trainUndisturbed(const BackendFactory &factory, const Experiment &experiment)
{
    const auto backend = factory();
    Comparison run(1, experiment, *backend);
    run.advance(1);
    QElapsedTimer timer;
    timer.start();
    run.advance(1);
    const qint64 took = timer.elapsed();
    return {run.snapshot(std::nullopt), took};
}

/** The next snapshot of which this is true, and how long it took; null where there is none for long. */
inline std::pair<std::shared_ptr<const Snapshot>, qint64> awaited(TrainingSession &session, const std::function<bool(const Snapshot &)> &condition)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < patience) {
        if (auto snapshot = session.takeSnapshot(); snapshot && condition(*snapshot))
            return {snapshot, timer.elapsed()};
        QTest::qSleep(1);
    }
    return {nullptr, timer.elapsed()};
}

/** What was asked of a session in the second epoch, and answered when this is true of a snapshot. */
struct Disturbance {
    const char *name;
    std::function<void(TrainingSession &)> ask;
    std::function<bool(const Snapshot &)> isAnswer;
};

/** A session in the middle of its second epoch. */
inline std::unique_ptr<TrainingSession> sessionInSecondEpoch(const BackendFactory &factory, const Experiment &experiment, qint64 epochTook)
{
    auto session = std::make_unique<TrainingSession>(factory);
    session->setGrid(GridSpec{.width = 11, .height = 7}, GridSpec{.width = 21, .height = 13});
    session->setExperiment(experiment);
    session->play();
    const auto snapshot = awaited(*session, [](const Snapshot &each) { return each.epoch >= 1; }).first;
    QTest::qSleep(static_cast<int>(epochTook / 3));
    return snapshot && snapshot->epoch == 1 ? std::move(session) : nullptr;
}

/** What is wrong, or an empty text: the answer comes soon, of epoch 1, and played to its end the run is the undisturbed one, to the last bit. */
inline QString disturbedRun(const BackendFactory &factory, const Experiment &experiment, const Undisturbed &expected, const Disturbance &disturbance)
{
    const auto session = sessionInSecondEpoch(factory, experiment, expected.epochTook);
    if (!session)
        return QStringLiteral("never came to the second epoch");
    disturbance.ask(*session);
    const auto [answer, took] = awaited(*session, disturbance.isAnswer);
    if (!answer || answer->epoch != 1)
        return QStringLiteral("no answer of epoch 1");
    session->play();
    const auto end = awaited(*session, [](const Snapshot &each) { return each.state == RunState::Finished; }).first;
    if (!end || end->moment->epoch != 2)
        return QStringLiteral("does not go on to the end");
    for (std::size_t m = 0; m < end->models.size(); ++m) {
        const History &rows = end->models[m].history, &others = expected.end.models[m].history;
        if (end->moment->models[m] != expected.end.moment->models[m] || rows[1] != others[1] || rows[2] != others[2]
            || !std::ranges::equal(rows.parts(1), others.parts(1)) || rows.parts(0).empty())
            return QStringLiteral("goes on as another run");
    }
    return took <= soon ? QString() : QStringLiteral("answers after %1 ms of an epoch of %2 ms").arg(took).arg(expected.epochTook);
}

/** The first of these that goes wrong each of five times, or an empty text: another program may have the processor for a moment. */
inline QString firstOfDisturbed(const BackendFactory &factory)
{
    const Experiment experiment = longEpochs(factory);
    const Undisturbed expected = trainUndisturbed(factory, experiment);
    const auto isAtRest = [](const Snapshot &each) { return each.state == RunState::Paused || each.state == RunState::Finished; };
    const std::vector<Disturbance> all = {
        {"pause", [](TrainingSession &session) { session.pause(); }, isAtRest},
        {"change",
         [](TrainingSession &session) {
             session.apply({.setting = "learning-rate", .value = 0.5});
             session.apply({.setting = "learning-rate", .value = 0.01}); // as it was
         },
         [](const Snapshot &each) { return each.record && each.record->changes.size() > 0 && each.command >= 4; }},
        {"seek", [](TrainingSession &session) { session.seek(1); }, isAtRest},
    };
    for (const Disturbance &disturbance : all) {
        QString wrong = QStringLiteral("?");
        for (int time = 0; time < 5 && !wrong.isEmpty(); ++time) {
            wrong = disturbedRun(factory, experiment, expected, disturbance);
            if (!wrong.isEmpty())
                qInfo("%s: %s", disturbance.name, qPrintable(wrong));
        }
        if (!wrong.isEmpty())
            return QStringLiteral("%1: %2").arg(QLatin1String(disturbance.name), wrong);
    }
    return {};
}

/** How long it takes to close a session in the middle of an epoch, in ms: the shortest of three times. */
inline qint64 closingTook(const BackendFactory &factory)
{
    const Experiment experiment = longEpochs(factory);
    const Undisturbed expected = trainUndisturbed(factory, experiment);
    qint64 least = patience;
    for (int time = 0; time < 3; ++time) {
        auto session = sessionInSecondEpoch(factory, experiment, expected.epochTook);
        if (!session)
            continue;
        QElapsedTimer timer;
        timer.start();
        session.reset();
        least = std::min(least, timer.elapsed());
    }
    return least;
}

} // namespace actiscope::test
