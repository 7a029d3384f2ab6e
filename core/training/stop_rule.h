// When a run ends before its last epoch.
#pragma once

#include "core/base/message.h"
#include "core/engine/backend.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace actiscope {

/** A run ends after `epochs`; before, when each of its models has met one of the other conditions at some epoch from 1 on, whichever it is. Models that
 *  have diverged wait for nothing. */
struct StopRule {
    int epochs = 100;                        ///< 1 to maxEpochs
    std::optional<double> trainingLoss = {}; ///< met where the training loss is at or below this
    std::optional<double> testAccuracy = {}; ///< met where the test accuracy, a share, is at least this
    std::optional<int> patience = {};        ///< met where the test loss has had no new minimum for so many epochs

    static constexpr int maxEpochs = 1'000'000;

    bool hasConditions() const { return trainingLoss || testAccuracy || patience; }
    bool operator==(const StopRule &) const = default;
};

/** Throws ConfigurationError for "epochs", "stop-loss", "stop-accuracy" or "patience". */
void validate(const StopRule &rule);

/** Why a run ended. */
enum class StopReason { LastEpoch, AllDiverged, TrainingLoss, TestAccuracy, NoImprovement };

/** "the test loss has not improved for 20 epochs" */
Message stopText(StopReason reason, const StopRule &rule);

/** What one model has met of a rule's conditions, row after row of its history. */
class StopWatcher {
public:
    /** Row `epoch`, each epoch once, in order. */
    void see(const StopRule &rule, std::int64_t epoch, const EpochFigures &row);
    /** What was met first, if anything was. */
    std::optional<StopReason> met() const { return m_met; }

private:
    double m_least = std::numeric_limits<double>::infinity(); // test loss
    std::int64_t m_leastAt = 0;
    std::optional<StopReason> m_met;
};

/** What a run has met up to now. Part of where it stands: a row may have been another when it was compared, before a change at its epoch. */
struct StopProgress {
    std::int64_t next = 0;                 ///< the first epoch whose row was not compared with the rule
    std::vector<StopWatcher> models = {};  ///< of each model
    std::optional<StopReason> reason = {}; ///< once every model has met something
};

} // namespace actiscope
