#include "core/training/run_record.h"

#include <algorithm>
#include <utility>

namespace actiscope {

Experiment RunRecord::experimentAt(std::int64_t epoch) const
{
    Experiment experiment = *start;
    for (const Change &change : changes) {
        if (change.epoch <= epoch)
            applyChange(experiment, change);
    }
    return experiment;
}

RunRecord branched(const RunRecord &record, RunId id, std::int64_t epoch, std::vector<Change> changes)
{
    RunRecord branch = record;
    branch.id = id;
    branch.parent = BranchPoint{record.id, epoch};
    branch.furthest = epoch;
    branch.timeline = record.timeline.upTo(epoch);
    std::erase_if(branch.changes, [epoch](const Change &change) { return change.epoch > epoch; });
    for (Change &change : changes) {
        change.epoch = epoch;
        branch.changes.push_back(std::move(change));
    }
    for (History &history : branch.histories) {
        history = history.first(static_cast<std::size_t>(epoch) + 1);
        history.dropPartsFrom(static_cast<std::size_t>(epoch));
    }
    for (NamedSeries &series : branch.series) {
        const auto kept = std::ranges::upper_bound(series.epochs, epoch) - series.epochs.begin();
        series.epochs.resize(static_cast<std::size_t>(kept));
        series.values.resize(static_cast<std::size_t>(kept));
    }
    return branch;
}

} // namespace actiscope
