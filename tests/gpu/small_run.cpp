// A little of everything that the kernels do, for a tool that watches their memory accesses (see watch_accesses.sh): odd widths, batches
// with a remainder, activations that learn and that draw, several models, predictions of points far apart and close, and models divided by
// several work-groups.
//
//   small_run vectors|lanes|tensor|meeting|phases
//
// tensor is lanes on tensor cores, which are emulated where there are none; meeting is lanes whose work-groups wait for one another within a launch, for as long
// as they do or, one after the other, in vain; phases is vectors with shards, and units, that go through their phases within a launch. The last two are in an
// order that no watcher for races can know of. Figures are compared with Eigen's, too. Status 1 and a line on standard error when something is wrong.
#include "core/base/errors.h"
#include "core/engine/eigen_backend.h"
#include "core/training/experiment.h"
#include "gpu/device/tensor_cores.h"
#include "gpu/engine/memory_layout.h"
#include "gpu/engine/tuned_backend.h"
#include "tests/support/answers.h"
#include "tests/support/tolerances.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>

using namespace actiscope;

namespace {

Cohort smallCohort(std::vector<int> hidden, int batchSize)
{
    Experiment experiment = defaultExperiment();
    setActivations(experiment, std::vector{parseActivationSpec("prelu"), parseActivationSpec("rrelu")});
    generated(experiment.data).samples = 57;
    experiment.split.testFraction = 0.2;
    experiment.hidden = std::move(hidden);
    experiment.batchSize = batchSize;
    experiment.models.front().optimizer.clipNorm = 1; // and the other's gradient need not lie together
    for (ModelConfiguration &model : experiment.models)
        model.optimizer.l1 = 1e-4;
    Cohort cohort = makeCohort(experiment);
    cohort.tracksUnits = true;
    return cohort;
}

void require(bool holds, const std::string &what)
{
    if (!holds)
        throw std::runtime_error(what);
}

void compareWithEigen(Backend &backend, const Cohort &cohort)
{
    constexpr int epochs = 3;
    const auto eigen = makeEigenBackend();
    eigen->load(cohort);
    backend.load(cohort);
    const auto expected = eigen->advance(epochs), computed = backend.advance(epochs);
    const std::vector<float> farApart = {-1, 0.5f, 0, 0, 2, -0.5f}, close = {0.5f, 0.5f, 0.51f, 0.5f, 0.52f, 0.5f};
    for (std::size_t m = 0; m < cohort.models.size(); ++m) {
        for (std::size_t e = 0; e < epochs; ++e)
            require(std::abs(expected[m].rows[e].trainLoss - computed[m].rows[e].trainLoss) < tolerance::loss,
                    "the training loss is wrong");
        require(eigen->lastAlive(m) == backend.lastAlive(m), "units are said to be dead or alive that are not");
        for (const std::vector<float> &points : {farApart, close}) {
            const std::vector<float> there = test::answersAt(*eigen, cohort, m, points), here = test::answersAt(backend, cohort, m, points);
            for (std::size_t i = 0; i < here.size(); ++i)
                require(std::abs(there[i] - here[i]) < 1e-5f, "a prediction is wrong");
        }
    }
    TrainingState state = backend.state();
    const auto evaluator = backend.evaluator();
    for (std::size_t m = 0; m < cohort.models.size(); ++m) {
        require(evaluator->predict(state, m, farApart) == backend.predict(m, farApart), "the evaluator predicts otherwise");
        require(evaluator->evaluate(state, m) == backend.evaluate()[m], "the evaluator measures otherwise");
    }
    // A launch of fewer models before one of all.
    state.models.front().divergedAt = state.epoch;
    backend.load(cohort);
    backend.restore(state);
    backend.advance(1);
    backend.evaluate();
}

enum class Way { Vectors, Lanes, Tensor, Meeting, Phases };

/** As main()'s argument names them, in the order of the enumerators. */
constexpr std::array wayNames = {"vectors", "lanes", "tensor", "meeting", "phases"};

void runAll(Way way)
{
    constexpr int aFewPolls = 50; // a simulator takes its time, and runs one work-group after the other
    const bool hasTensorCores = way == Way::Tensor, hasPhaseBarrier = way == Way::Phases;
    const KernelMapping mapping = way == Way::Vectors || way == Way::Phases ? KernelMapping::Vectors : KernelMapping::Lanes;
    const cl::Device device = allOpenClDevices().at(0);
    KernelTuning tuning = KernelTuning::forDevice(device, KernelChoice(mapping, false));
    tuning.lanes = std::min(tuning.lanes, 32); // each of them has several places then, and a simulator less to do
    if (hasTensorCores)
        tuning = tuning.withTensorCores(haveTensorCores(device) ? TensorCores::Used : TensorCores::Emulated);
    tuning.callsFunctions = false; // as on a GPU
    tuning.hasPhaseBarrier = tuning.isImpatient = hasPhaseBarrier;
    const bool isSmall = mapping == KernelMapping::Lanes && !hasTensorCores; // blocks that tiles of so few items have room for a gradient of
    const KernelTuning ofBatches = isSmall ? tuning.withUnits(32) : tuning;
    const auto backend = makeOpenClBackend(0, ofBatches);
    const bool isLanes = mapping == KernelMapping::Lanes;
    const Cohort inBatches = smallCohort(isLanes ? std::vector{9, 5} : std::vector{33, 17}, isLanes ? 16 : 20);
    const KernelTuning fitted = MemoryLayout::fit(inBatches, ofBatches);
    require(!isLanes || hasTensorCores || (MemoryLayout(inBatches, fitted).plan.tileRows == fitted.shortTile && fitted.shortTile < fitted.tile), "its tiles are not short");
    compareWithEigen(*backend, inBatches);
    const ActivationSpec gelu = parseActivationSpec("gelu");
    const std::vector<double> x = {-1, 0, 1};
    require(std::abs(backend->evaluateActivation(gelu, x).value[2] - gelu.value(1)) < 1e-6, "an activation's value is wrong");

    tuning.divisionFlops = 0; // two work-groups or more for every model
    tuning.meetingPolls = way == Way::Meeting ? aFewPolls : 0;
    tuning.shardRows = 8;
    tuning.tile = std::max(16, tuning.realWidth());
    tuning.localFloats = hasTensorCores ? 7500 : 3800; // of tiles of 16 rows in the lanes mapping
    const Cohort cohort = smallCohort({17}, 0);
    require(MemoryLayout::fit(cohort, tuning).tile <= std::max(24, tuning.tile), "there are too few tiles to divide");
    compareWithEigen(*makeOpenClBackend(0, tuning), cohort);
    if (hasPhaseBarrier) {
        tuning.shardRows = 1000;
        tuning.phaseFlops = 0;
        compareWithEigen(*makeOpenClBackend(0, tuning), smallCohort({33, 17}, 20));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view asked = argc == 2 ? argv[1] : "";
    try {
        const auto way = std::ranges::find(wayNames, asked);
        require(way != wayNames.end(), "usage: small_run vectors|lanes|tensor|meeting|phases");
        runAll(static_cast<Way>(way - wayNames.begin()));
    } catch (const BackendError &error) {
        std::fprintf(stderr, "%s\n%s\n", error.what(), error.log().c_str());
        return 1;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
