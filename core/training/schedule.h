// How the learning rate changes from epoch to epoch: the schedules of torch.optim.lr_scheduler, stepped once an epoch.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace actiscope {

enum class ScheduleKind {
    Constant,
    Step,   ///< StepLR
    Cosine, ///< CosineAnnealingLR
};

struct ScheduleSettings {
    ScheduleKind kind = ScheduleKind::Constant;
    int stepEpochs = 30;  ///< of Step: so many epochs have one rate (PyTorch's step_size)
    double factor = 0.1;  ///< of Step: the next rate is so many times the last one (gamma)
    int period = 100;     ///< of Cosine: epochs from the whole rate to the least (T_max)
    double leastRate = 0; ///< of Cosine (eta_min)

    bool operator==(const ScheduleSettings &) const = default;
};

/** Throws ConfigurationError at the first setting that is out of range, named as on the command line. */
void validate(const ScheduleSettings &schedule);

/** The learning rate of the updates of `epoch`, where it is `learningRate` at the start. */
double scheduledRate(const ScheduleSettings &schedule, double learningRate, std::int64_t epoch);

/** The first epoch after `epoch` that may have another rate. */
std::int64_t nextRateChange(const ScheduleSettings &schedule, std::int64_t epoch);

/** One schedule, as the command line and files name it. */
struct ScheduleRow {
    ScheduleKind kind;
    std::string_view name;
    std::string_view description;
    std::span<const std::string_view> options = {}; ///< that only this one makes use of
};

/** Every schedule once, in the order of the enumeration. */
std::span<const ScheduleRow> schedules();

std::string_view scheduleName(ScheduleKind kind);
/** Throws ConfigurationError("schedule", …). */
ScheduleKind parseSchedule(std::string_view name);

} // namespace actiscope
