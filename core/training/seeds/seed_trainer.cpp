#include "core/training/seeds/seed_trainer.h"

#include "core/base/errors.h"

#include <exception>
#include <utility>

namespace actiscope {

/** A summary is made only when the last one was taken, or nothing more comes. */
class SeedTrainer::Watch final : public SeedWatch {
public:
    Watch(SeedTrainer &trainer, std::uint64_t study, const std::stop_token &stop) : m_trainer(trainer), m_study(study), m_stop(stop) {}

    void trained(const SeedStudy &seeds) override
    {
        if (!seeds.isComplete() && m_trainer.isAwaited())
            m_trainer.publish({.study = m_study, .seeds = seeds, .summary = summarize(seeds)});
    }
    bool wantsEnd() override { return m_stop.stop_requested() || !m_trainer.isWanted(m_study); }

private:
    SeedTrainer &m_trainer;
    std::uint64_t m_study;
    const std::stop_token &m_stop;
};

SeedTrainer::SeedTrainer() : m_thread([this](const std::stop_token &stop) { loop(stop); }) {}

SeedTrainer::~SeedTrainer() = default;

std::uint64_t SeedTrainer::begin(const Experiment &experiment, const SeedPlan &plan, BackendFactory factory,
                                 const std::optional<GridSpec> &grid)
{
    const std::lock_guard lock(m_mutex);
    m_wanted = ++m_studies;
    m_task = Task{m_wanted, experiment, plan, std::move(factory), grid};
    m_slot.reset();
    m_wake.notify_all();
    return m_wanted;
}

void SeedTrainer::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_wanted = 0;
    m_task.reset();
    m_slot.reset();
}

std::shared_ptr<const SeedProgress> SeedTrainer::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_slot, nullptr);
}

bool SeedTrainer::isWanted(std::uint64_t study) const
{
    const std::lock_guard lock(m_mutex);
    return m_wanted == study;
}

bool SeedTrainer::isAwaited() const
{
    const std::lock_guard lock(m_mutex);
    return !m_slot;
}

void SeedTrainer::publish(SeedProgress progress)
{
    auto next = std::make_shared<const SeedProgress>(std::move(progress));
    const std::lock_guard lock(m_mutex);
    if (next->study == m_wanted)
        m_slot = std::move(next);
}

void SeedTrainer::loop(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        std::optional<Task> task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return m_task.has_value(); });
            task = std::exchange(m_task, std::nullopt);
        }
        if (task)
            carryOut(*task, stop);
    }
}

void SeedTrainer::carryOut(const Task &task, const std::stop_token &stop)
{
    Watch watch(*this, task.number, stop);
    SeedProgress progress{.study = task.number, .seeds = {.experiment = task.experiment, .plan = task.plan}};
    progress.summary = summarize(progress.seeds); // of none yet, and of all models
    publish(progress);
    try {
        progress.seeds = trainSeeds(task.experiment, task.plan, *task.factory(), task.grid, watch);
        progress.summary = summarize(progress.seeds);
    } catch (const Error &error) {
        progress.error = error.message();
    } catch (const std::exception &error) {
        progress.error = Message(std::string(error.what()));
    }
    progress.isRunning = false;
    publish(std::move(progress));
}

} // namespace actiscope
