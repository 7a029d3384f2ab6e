#include "app/cli/train_seeds.h"

#include "app/backend_catalog.h"
#include "app/cli/run_command.h"
#include "app/cli/shared_options.h"
#include "app/cli/terminal_line.h"
#include "app/process/told.h"
#include "app/process/interruption.h"

#include <cstdio>
#include <optional>

namespace actiscope {
namespace {

/** Says how many seeds are there; a signal ends the study once there is one to keep. */
class TerminalSeedWatch final : public SeedWatch {
public:
    void trained(const SeedStudy &study) override
    {
        if (!m_mayEnd)
            m_mayEnd.emplace();
        if (stderrIsTerminal())
            std::fprintf(stderr, "\r\033[K%s",
                         told({ACTISCOPE_TR("core", "%1 of %2 seeds"), {std::to_string(study.runs.size()), std::to_string(study.plan.count)}}).c_str());
    }
    bool wantsEnd() override { return EarlyEnd::signal() != 0; }

private:
    std::optional<EarlyEnd> m_mayEnd;
};

/** Where nobody chose the device that failed: a study is of one device, so that it begins again. */
SeedStudy trainOnEither(const Arguments &arguments, const Experiment &experiment, const SeedPlan &plan, const std::optional<GridSpec> &grid,
                        SeedWatch &watch)
{
    const BackendChoice choice = readBackend(arguments, true);
    try {
        return trainSeeds(experiment, plan, *choice.create(), grid, watch);
    } catch (const BackendError &error) {
        if (isBackendChosen(arguments))
            throw;
        clearProgress();
        reportFailure("actiscope train", error, ACTISCOPE_TR("core", "Eigen begins again with the first seed"));
    }
    return trainSeeds(experiment, plan, *makeEigenCatalog().choices.front().create(), grid, watch);
}

} // namespace

int trainManySeeds(const Arguments &arguments, const Experiment &experiment, TrainOutputs &outputs)
{
    const SeedPlan plan{.count = static_cast<int>(arguments.integer("seeds", SeedPlan::least, SeedPlan::most))};
    TerminalSeedWatch watch;
    const SeedStudy study = trainOnEither(arguments, experiment, plan, outputs.seedsGrid(experiment), watch);
    clearProgress();
    outputs.writeSeeds(study);
    if (!study.isComplete())
        std::fprintf(stderr, "actiscope train: %s\n",
                     told({ACTISCOPE_TR("core", "stopped after %1 of %2 seeds"), {std::to_string(study.runs.size()), std::to_string(plan.count)}}).c_str());
    if (!outputs.areWritten())
        return 1;
    return study.isComplete() ? 0 : 128 + EarlyEnd::signal();
}

} // namespace actiscope
