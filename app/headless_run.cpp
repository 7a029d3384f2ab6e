#include "app/headless_run.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace actiscope {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

void append(ModelSnapshot &model, const EpochFigures &row)
{
    model.history.append(row);
    model.current = row;
}

/** Trains; a slice is some tenths of a second, so that progress can be told. */
void trainModels(Snapshot &run, Backend &backend, const RunProgress &progress)
{
    constexpr double sliceSeconds = 0.3;
    constexpr int longestSlice = 4096;
    const auto hasStopped = [](const ModelSnapshot &model) { return model.divergedAt.has_value(); };
    int slice = 100;
    int done = 0;
    while (done < run.experiment.epochs && !std::ranges::all_of(run.models, hasStopped)) {
        const auto start = Clock::now();
        const int epochs = std::min(slice, run.experiment.epochs - done);
        const std::vector<ModelReport> reports = backend.advance(epochs);
        for (std::size_t i = 0; i < reports.size(); ++i) {
            for (const EpochFigures &row : reports[i].rows)
                append(run.models[i], row);
            run.models[i].divergedAt = reports[i].divergedAt;
        }
        done += epochs;
        progress(done);
        const double factor = std::clamp(sliceSeconds / std::max(secondsSince(start), 1e-6), 0.25, 4.0);
        slice = std::clamp(static_cast<int>(epochs * factor), 1, longestSlice);
    }
    run.epoch = done;
}

/** The last row: figures after the last update. */
void appendLastRow(Snapshot &run, Backend &backend)
{
    const std::vector<EpochFigures> last = backend.evaluate();
    for (std::size_t i = 0; i < run.models.size(); ++i) {
        ModelSnapshot &model = run.models[i];
        if (model.divergedAt)
            continue;
        append(model, last[i]);
        if (hasDiverged(last[i].trainLoss))
            model.divergedAt = run.epoch;
    }
}

void readLearnedParameters(Snapshot &run, Backend &backend)
{
    for (std::size_t i = 0; i < run.models.size(); ++i) {
        if (!run.models[i].activation.activation->isLearnable())
            continue;
        for (const std::vector<double> &layer : backend.parameters(i).activation)
            run.models[i].learnedAlpha.push_back(layer.front());
    }
}

/** Step 0.01 and margin 1 around the test points; coarser where the data are spread so far that the grid would be huge. */
GridSpec boundaryGrid(const LabelledPoints &points)
{
    constexpr double margin = 1;
    constexpr double finest = 0.01;
    constexpr double mostPoints = 2000; // along the longer side
    const auto [low, high] = std::ranges::minmax(points.coordinates);
    return gridAround(points, margin, std::max(finest, (high - low + 2 * margin) / mostPoints));
}

void computeBoundaries(Snapshot &run, Backend &backend)
{
    const GridSpec grid = boundaryGrid(run.data->test);
    const std::vector<float> points = gridPoints(grid);
    for (std::size_t i = 0; i < run.models.size(); ++i) {
        auto boundary = std::make_shared<Boundary>();
        boundary->grid = grid;
        boundary->probability = run.models[i].divergedAt ? std::vector<float>(points.size() / 2, std::numeric_limits<float>::quiet_NaN())
                                                         : backend.predict(i, points);
        run.models[i].boundary = std::move(boundary);
    }
}

} // namespace

FinishedRun runToEnd(const Experiment &experiment, Backend &backend, bool withBoundaries, const RunProgress &progress)
{
    FinishedRun run;
    run.snapshot.run = 1;
    run.snapshot.experiment = experiment;
    for (const ActivationSpec &activation : experiment.activations) {
        run.snapshot.models.emplace_back();
        run.snapshot.models.back().activation = activation;
    }

    auto start = Clock::now();
    const Cohort cohort = makeCohort(experiment);
    run.snapshot.data = cohort.data;
    backend.load(cohort);
    run.snapshot.device = backend.description();
    run.seconds.setup = secondsSince(start);

    start = Clock::now();
    trainModels(run.snapshot, backend, progress);
    appendLastRow(run.snapshot, backend);
    readLearnedParameters(run.snapshot, backend);
    run.seconds.training = secondsSince(start);

    if (withBoundaries) {
        start = Clock::now();
        computeBoundaries(run.snapshot, backend);
        run.seconds.boundaries = secondsSince(start);
    }
    run.snapshot.state = RunState::Finished;
    return run;
}

} // namespace actiscope
