// What is kept of a run: enough to show it, to stand at any of its epochs again, to replay and to branch it.
#pragma once

#include "core/training/change.h"
#include "core/training/history.h"
#include "core/training/timeline.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace actiscope {

using RunId = std::uint64_t;

/** Where a run parted from another one. */
struct BranchPoint {
    RunId run = 0;
    std::int64_t epoch = 0;

    bool operator==(const BranchPoint &) const = default;
};

/** What was measured besides the figures of every epoch: "learned-alpha", "dead-units". */
struct NamedSeries {
    std::string name;
    std::optional<std::size_t> model = {}; ///< none: of the whole run
    std::vector<std::int64_t> epochs = {};
    std::vector<double> values = {}; ///< one an epoch of these
};

/** A value; copies share histories and moments. A branch has all that it needs, whatever becomes of its parent. */
struct RunRecord {
    RunId id = 0;
    std::optional<BranchPoint> parent = {};
    std::shared_ptr<const Experiment> start = {}; ///< as it began; a branch's is that of the run at its root
    std::vector<Change> changes = {};             ///< by epoch; those of an epoch in the order in which they were made
    std::int64_t furthest = 0;                    ///< the last epoch that it came to
    std::vector<History> histories = {};          ///< of each model
    std::vector<NamedSeries> series = {};
    Timeline timeline = Timeline();
    Arithmetic arithmetic = {}; ///< where it was trained

    /** As it was set after what was changed at this epoch, or before it. */
    Experiment experimentAt(std::int64_t epoch) const;
    Experiment experimentBefore(std::int64_t epoch) const { return experimentAt(epoch - 1); }
};

/** A run with this number that goes as the given one did up to `epoch`, and on from there with these changes. Stands at its beginning. */
RunRecord branched(const RunRecord &record, RunId id, std::int64_t epoch, std::vector<Change> changes);

} // namespace actiscope
