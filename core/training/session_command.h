// What the owner of a training session asks of its thread: few commands, each carried out in one place (session_commands.cpp).
#pragma once

#include "core/data/plane_grid.h"
#include "core/engine/backend.h"
#include "core/training/change.h"
#include "core/training/run_record.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace actiscope::session {

/** Data and weights are made anew for a new run, at epoch 0. The experiment must be valid. */
struct Begin {
    Experiment experiment;
};

/** Computes elsewhere from now on: a new run of the same experiment; or the run goes on where its last snapshot stood, so that after a failure
 *  nothing more than the last moment is lost. */
struct ComputeOn {
    BackendFactory factory;
    bool goesOn = false;
    BackendFactory standIn = {}; ///< as of TrainingSession
};

struct Control {
    enum Action {
        Play, ///< trains until the last epoch; nothing where the run has ended
        Pause,
        Step,  ///< pauses, then trains one epoch
        Reset, ///< a new run of the same experiment
        Pace,  ///< so many epochs a second while playing; 0 means as fast as it goes
    };
    Action action = Play;
    double epochsPerSecond = 0; ///< of Pace
};

/** A live setting (core/training/change.h), or a number of a network (parameter_change.h), from the next step on; its epoch is the one at which it arrives. Where the run stands before an epoch that it
 *  came to already, it branches: what was is kept in the store. */
struct Apply {
    Change change;
};

/** Changes of the network's numbers are as if they had never been made: the run stands where the first of them was, with all others of that epoch. What it
 *  trained since is kept in the store, as a run of its own. Nothing happens where the run has none of them. */
struct TakeBack {
    std::vector<Change> changes;
};

/** Pauses at this epoch, one that the run came to; all is as it was then, to the last bit. Playing on repeats what was, changes as well. */
struct Seek {
    std::int64_t epoch = 0;
    bool isPassing = false; ///< a hand moves over the epochs: boundaries as while running, until it comes to rest
};

/** A new run that goes as this one did up to an epoch, and is changed there; pauses there. The run that was is kept in the store. Also how a kept run is
 *  restored: at its furthest epoch, without changes. */
struct Branch {
    std::shared_ptr<const RunRecord> record;
    std::int64_t epoch = 0;
    std::vector<Change> changes;
};

/** The plane that boundaries are evaluated on, while running and (finer) at rest. std::nullopt: the data's box. */
struct View {
    std::optional<GridSpec> whileRunning;
    std::optional<GridSpec> atRest;
};

using Command = std::variant<Begin, ComputeOn, Control, Apply, TakeBack, Seek, Branch, View>;

/** Whether another run begins, or the same elsewhere. */
inline bool endsRun(const Command &command)
{
    const auto *control = std::get_if<Control>(&command);
    return std::holds_alternative<Begin>(command) || std::holds_alternative<ComputeOn>(command) || (control && control->action == Control::Reset);
}

/** Whether an epoch that takes long is left for it. */
inline bool isUrgent(const Command &command)
{
    if (const auto *control = std::get_if<Control>(&command))
        return control->action != Control::Play && control->action != Control::Pace;
    return !std::holds_alternative<View>(command);
}

/** Whether the owner means `next` instead of `before`, which nobody looked at yet: a setting is replaced by its successor; steps are counted, each one. */
inline bool replaces(const Command &next, const Command &before)
{
    if (next.index() != before.index() || std::holds_alternative<Branch>(next) || std::holds_alternative<TakeBack>(next))
        return false;
    if (const auto *control = std::get_if<Control>(&next))
        return control->action != Control::Step && control->action == std::get<Control>(before).action;
    if (const auto *apply = std::get_if<Apply>(&next)) {
        const Change &change = apply->change, &earlier = std::get<Apply>(before).change;
        return change.model == earlier.model && change.setting == earlier.setting && change.place == earlier.place;
    }
    return true;
}

} // namespace actiscope::session
