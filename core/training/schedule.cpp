#include "core/training/schedule.h"

#include "core/base/errors.h"
#include "core/base/names.h"
#include "core/base/number_text.h"
#include "core/training/stop_rule.h"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace actiscope {
namespace {

constexpr std::string_view optionsOfStep[] = {"schedule-step", "schedule-factor"};
constexpr std::string_view optionsOfCosine[] = {"schedule-period", "schedule-least"};

constexpr std::array scheduleRows = {
    ScheduleRow{ScheduleKind::Constant, "constant", ACTISCOPE_TR("core", "the same rate in every epoch"), {}},
    ScheduleRow{ScheduleKind::Step, "step", ACTISCOPE_TR("core", "a tenth of the rate every 30 epochs, as PyTorch's StepLR"), optionsOfStep},
    ScheduleRow{ScheduleKind::Cosine, "cosine", ACTISCOPE_TR("core", "falls along a cosine, as PyTorch's CosineAnnealingLR"), optionsOfCosine},
};

void requireEpochs(int epochs, std::string_view option)
{
    if (epochs < 1 || epochs > StopRule::maxEpochs)
        throw ConfigurationError(option, std::to_string(epochs),
                                 {ACTISCOPE_TR("core", "a whole number from %1 to %2"), {"1", std::to_string(StopRule::maxEpochs)}});
}

} // namespace

void validate(const ScheduleSettings &schedule)
{
    requireEpochs(schedule.stepEpochs, "schedule-step");
    if (!(schedule.factor > 0 && std::isfinite(schedule.factor)))
        throw ConfigurationError("schedule-factor", numberText(schedule.factor), ACTISCOPE_TR("core", "a number above 0"));
    requireEpochs(schedule.period, "schedule-period");
    if (!(schedule.leastRate >= 0 && std::isfinite(schedule.leastRate)))
        throw ConfigurationError("schedule-least", numberText(schedule.leastRate), ACTISCOPE_TR("core", "0 or a number above"));
}

/** In closed form: PyTorch's own goes from rate to rate, with the same values but for rounding. After a period of the cosine the rate rises
 *  again, as there. */
double scheduledRate(const ScheduleSettings &schedule, double learningRate, std::int64_t epoch)
{
    switch (schedule.kind) {
    case ScheduleKind::Step:
        return learningRate * std::pow(schedule.factor, static_cast<double>(epoch / schedule.stepEpochs));
    case ScheduleKind::Cosine: {
        // Of an angle within one turn, whose cosine is exact where the rate is the whole or the least.
        const auto phase = static_cast<double>(epoch % (2 * std::int64_t{schedule.period}));
        const double share = (1 + std::cos(std::numbers::pi * phase / schedule.period)) / 2;
        return schedule.leastRate + (learningRate - schedule.leastRate) * share;
    }
    case ScheduleKind::Constant:
        break;
    }
    return learningRate;
}

std::int64_t nextRateChange(const ScheduleSettings &schedule, std::int64_t epoch)
{
    switch (schedule.kind) {
    case ScheduleKind::Step:
        return (epoch / schedule.stepEpochs + 1) * schedule.stepEpochs;
    case ScheduleKind::Cosine:
        return epoch + 1;
    case ScheduleKind::Constant:
        break;
    }
    return std::numeric_limits<std::int64_t>::max();
}

std::span<const ScheduleRow> schedules()
{
    return scheduleRows;
}

std::string_view scheduleName(ScheduleKind kind)
{
    return scheduleRows.at(static_cast<std::size_t>(kind)).name;
}

ScheduleKind parseSchedule(std::string_view name)
{
    return scheduleRows[chooseName("schedule", name, namesOfRows(scheduleRows))].kind;
}

} // namespace actiscope
