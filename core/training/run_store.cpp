#include "core/training/run_store.h"

#include <algorithm>
#include <utility>

namespace actiscope {

std::vector<KeptRun>::iterator RunStore::place(RunId id)
{
    return std::ranges::find_if(m_runs, [id](const KeptRun &run) { return run.record->id == id; });
}

void RunStore::keep(std::shared_ptr<const RunRecord> record, std::string_view name)
{
    const std::lock_guard lock(m_mutex);
    auto found = place(record->id);
    if (found == m_runs.end())
        found = m_runs.insert(m_runs.end(), KeptRun{.name = {}, .record = nullptr, .number = record->id});
    if (!name.empty())
        found->name = name;
    found->record = std::move(record);
}

bool RunStore::rename(RunId id, std::string_view name)
{
    const std::lock_guard lock(m_mutex);
    const auto found = place(id);
    if (found == m_runs.end())
        return false;
    found->name = name;
    return true;
}

bool RunStore::setNote(RunId id, std::string_view note)
{
    const std::lock_guard lock(m_mutex);
    const auto found = place(id);
    if (found == m_runs.end())
        return false;
    found->note = note;
    return true;
}

void RunStore::insert(std::size_t place, KeptRun run)
{
    const std::lock_guard lock(m_mutex);
    m_runs.insert(m_runs.begin() + static_cast<std::ptrdiff_t>(std::min(place, m_runs.size())), std::move(run));
}

void RunStore::boundMoments(std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    std::size_t kept = 0;
    for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run) {
        const std::size_t size = run->record->timeline.bytes();
        if (size == 0 || (kept += size) <= bytes)
            continue;
        kept -= size;
        auto record = std::make_shared<RunRecord>(*run->record);
        record->timeline = Timeline();
        run->record = std::move(record);
    }
}

bool RunStore::remove(RunId id)
{
    const std::lock_guard lock(m_mutex);
    return std::erase_if(m_runs, [id](const KeptRun &run) { return run.record->id == id; }) > 0;
}

std::shared_ptr<const RunRecord> RunStore::find(RunId id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find_if(m_runs, [id](const KeptRun &run) { return run.record->id == id; });
    return found == m_runs.end() ? nullptr : found->record;
}

std::vector<KeptRun> RunStore::runs() const
{
    const std::lock_guard lock(m_mutex);
    return m_runs;
}

} // namespace actiscope
