#include "core/training/stop_rule.h"

#include "core/base/errors.h"
#include "core/base/number_text.h"

#include <cmath>
#include <string>

namespace actiscope {
namespace {

constexpr const char *acceptedEpochs = ACTISCOPE_TR("core", "a whole number from 1 to 1000000");

} // namespace

void validate(const StopRule &rule)
{
    if (rule.epochs < 1 || rule.epochs > StopRule::maxEpochs)
        throw ConfigurationError("epochs", std::to_string(rule.epochs), acceptedEpochs);
    if (rule.trainingLoss && !(*rule.trainingLoss >= 0 && std::isfinite(*rule.trainingLoss)))
        throw ConfigurationError("stop-loss", numberText(*rule.trainingLoss), ACTISCOPE_TR("core", "0 or a number above"));
    if (rule.testAccuracy && !(*rule.testAccuracy >= 0 && *rule.testAccuracy <= 1))
        throw ConfigurationError("stop-accuracy", numberText(*rule.testAccuracy), ACTISCOPE_TR("core", "a number from 0 to 1"));
    if (rule.patience && (*rule.patience < 1 || *rule.patience > StopRule::maxEpochs))
        throw ConfigurationError("patience", std::to_string(*rule.patience), acceptedEpochs);
}

Message stopText(StopReason reason, const StopRule &rule)
{
    switch (reason) {
    case StopReason::LastEpoch:
        break;
    case StopReason::AllDiverged:
        return ACTISCOPE_TR("core", "every model has diverged");
    case StopReason::TrainingLoss:
        return {ACTISCOPE_TR("core", "the training loss is %1 or below"), {numberText(rule.trainingLoss.value_or(0))}};
    case StopReason::TestAccuracy:
        return {ACTISCOPE_TR("core", "the test accuracy is %1 % or above"), {numberText(100 * rule.testAccuracy.value_or(0))}};
    case StopReason::NoImprovement:
        return {ACTISCOPE_TR("core", "the test loss has not improved for %1 epochs"), {std::to_string(rule.patience.value_or(0))}};
    }
    return {ACTISCOPE_TR("core", "this was the last of %1 epochs"), {std::to_string(rule.epochs)}};
}

void StopWatcher::see(const StopRule &rule, std::int64_t epoch, const EpochFigures &row)
{
    if (row.testLoss < m_least) {
        m_least = row.testLoss;
        m_leastAt = epoch;
    }
    if (m_met || epoch < 1)
        return;
    if (rule.trainingLoss && row.trainLoss <= *rule.trainingLoss)
        m_met = StopReason::TrainingLoss;
    else if (rule.testAccuracy && row.testAccuracy >= *rule.testAccuracy)
        m_met = StopReason::TestAccuracy;
    else if (rule.patience && epoch - m_leastAt >= *rule.patience)
        m_met = StopReason::NoImprovement;
}

} // namespace actiscope
