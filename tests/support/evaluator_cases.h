// What evaluators of all backends are asked in tests.
#pragma once

#include "core/engine/backend.h"
#include "tests/support/interrupted_run.h"

#include <QTest>

#include <cmath>
#include <thread>
#include <vector>

namespace actiscope::test {

inline void addEvaluatorCases()
{
    QTest::addColumn<std::size_t>("batchSize");
    QTest::newRow("full batch") << std::size_t{0};
    QTest::newRow("batches of 16 and a rest") << std::size_t{16};
}

/** Places all over the plane. */
inline std::vector<float> pointsToPredict(std::size_t count)
{
    std::vector<float> points(2 * count);
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = static_cast<float>(3 * std::sin(static_cast<double>(i) * 0.7));
    return points;
}

/** Whether what the backend's evaluator says of moments in any order is to the last bit what the backend said when it was there. */
inline bool looksAsItsBackend(Backend &backend, const Cohort &cohort)
{
    struct Stop {
        TrainingState moment;
        std::vector<EpochFigures> figures;
        std::vector<std::vector<float>> predictions;
    };
    const std::vector<float> points = pointsToPredict(1001);
    backend.load(cohort);
    const auto evaluator = backend.evaluator();
    std::vector<Stop> stops;
    for (const int epochs : {1, epochsBefore, epochsAfter}) {
        Stop &stop = stops.emplace_back(Stop{backend.state(), backend.evaluate(), {}});
        for (std::size_t m = 0; m < cohort.models.size(); ++m)
            stop.predictions.push_back(backend.predict(m, points));
        backend.advance(epochs);
    }
    for (const std::size_t s : {2, 0, 1}) {
        for (std::size_t m = 0; m + 1 < cohort.models.size(); ++m) { // the last one has diverged: NaN
            if (evaluator->predict(stops[s].moment, m, points) != stops[s].predictions[m]
                || evaluator->evaluate(stops[s].moment, m) != stops[s].figures[m])
                return false;
        }
    }
    return true;
}

/** Whether the evaluator says the same again and again while the backend trains on another thread, and the backend trains as if alone. */
inline bool looksBesideTraining(Backend &backend, const Cohort &cohort)
{
    const SecondPart alone = uninterrupted(backend, cohort);
    backend.load(cohort);
    backend.advance(epochsBefore);
    const TrainingState moment = backend.state();
    const std::vector<float> points = pointsToPredict(300);
    const std::vector<float> expected = backend.predict(1, points);
    const auto evaluator = backend.evaluator();
    std::vector<ModelReport> reports;
    std::thread trainer([&] { reports = backend.advance(epochsAfter); });
    bool isSame = true;
    for (int i = 0; i < 20; ++i)
        isSame = isSame && evaluator->predict(moment, 1, points) == expected;
    trainer.join();
    for (std::size_t m = 0; m < reports.size(); ++m)
        isSame = isSame && reports[m].rows == alone.reports[m].rows;
    return isSame;
}

} // namespace actiscope::test
