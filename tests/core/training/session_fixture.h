// Training sessions under test: a small experiment on Eigen, and how its snapshots are awaited.
#pragma once

#include "core/engine/eigen_backend.h"
#include "core/training/training_session.h"
#include "tests/support/patience.h"
#include "tests/support/small_experiment.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>

namespace actiscope::test {

/** Long enough to be interrupted. */
inline Experiment sessionExperiment()
{
    return smallExperiment(200);
}

/** A session that has been given that. */
inline std::unique_ptr<TrainingSession> smallSession()
{
    auto session = std::make_unique<TrainingSession>([] { return makeEigenBackend(); });
    session->setGrid(GridSpec{.width = 11, .height = 7}, GridSpec{.width = 21, .height = 13});
    session->setExperiment(sessionExperiment());
    return session;
}

/** Takes snapshots until one satisfies the condition; null where none does for long. */
template <class Condition>
std::shared_ptr<const Snapshot> awaitSnapshot(TrainingSession &session, const Condition &condition)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < patience) {
        if (auto snapshot = session.takeSnapshot(); snapshot && condition(*snapshot))
            return snapshot;
        QTest::qSleep(1);
    }
    return nullptr;
}

inline auto inState(RunState state)
{
    return [state](const Snapshot &snapshot) { return snapshot.state == state; };
}

} // namespace actiscope::test
