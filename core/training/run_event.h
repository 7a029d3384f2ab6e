// What happens in a run that a student should look at, in one sentence with its numbers, and what to try next: rows of one table (run_event.cpp). A new
// kind is its row.
#pragma once

#include "core/base/message.h"
#include "core/training/run_survey.h"
#include "core/training/setting.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

struct Snapshot;

/** A value of a setting, for all models. */
struct Suggestion {
    Message text = {};
    const Setting *setting = nullptr;
    SettingValue value = {};

    /** The experiment with it; as it was where it does not fit. */
    Experiment appliedTo(const Experiment &experiment) const;
};

/** Rows are by importance: what explains comes before what it explains. */
struct EventKind {
    std::string_view name; ///< "units-die"
    const char *title;     ///< what the mark on the time axis is called
    /** Looks for it in a model. */
    std::vector<RunEvent> (*detect)(const Snapshot &run, const RunSurvey &survey, std::size_t model);
    /** What is to be said of it at an epoch from then on; true there. */
    Message (*sentence)(const RunEvent &event, const Snapshot &run, const RunSurvey &survey, std::int64_t epoch);
    std::optional<Suggestion> (*suggest)(const RunEvent &event, const Experiment &experiment);
    bool isSymptom = false; ///< of what rows above it say, where that has happened to the same model
};

std::span<const EventKind> eventKinds();

/** All that happened, by epoch; those of an epoch in the order of the table. Looks through all rows of the histories. */
std::vector<RunEvent> findEvents(const Snapshot &run, const RunSurvey &survey);

/** The last one at or before an epoch, or what it is a symptom of; null for none, and for a symptom that has been over for longer than it lasted. */
const RunEvent *eventBefore(const std::vector<RunEvent> &events, std::int64_t epoch);

} // namespace actiscope
