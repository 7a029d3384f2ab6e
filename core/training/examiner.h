// Diagnoses moments on a thread of its own, for several who ask: nobody's question replaces another's, and no one who trains is asked.
#pragma once

#include "core/diagnostics/diagnostics.h"
#include "core/training/snapshot.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace actiscope {

/** What an asker learns of a model at a moment. */
struct DiagnosticsAnswer {
    std::uint64_t run = 0;
    std::int64_t epoch = 0;
    std::size_t model = 0;
    DiagnosticsSettings settings = {};
    std::optional<Diagnostics> diagnostics = {};
    Message error = {}; ///< one line, where the question does not fit the run
};

/** All members may be called from any thread; none waits for a diagnosis. */
class Examiner {
public:
    using Asker = std::size_t;

    Examiner();
    /** Waits for the diagnosis that is being made, at most. */
    ~Examiner();
    Examiner(const Examiner &) = delete;
    Examiner &operator=(const Examiner &) = delete;

    /** A number for somebody who will ask. */
    Asker newAsker();

    /** Asks for a model at a snapshot's moment. What the same asker asked before, and nobody has begun to find out, is forgotten. Epochs of death need
     *  Experiment::tracksUnits. Throws ConfigurationError for settings that no run accepts; a model or unit that the run does not have is an error in
     *  the answer, and so is a snapshot without models. */
    void ask(Asker asker, const Snapshot &snapshot, std::size_t model, const DiagnosticsSettings &settings = {});

    /** The newest answer to this asker that was not taken yet, or null. */
    std::shared_ptr<const DiagnosticsAnswer> take(Asker asker);

private:
    struct Question {
        Asker asker = 0;
        std::shared_ptr<const Cohort> cohort;
        Moment moment;
        DiagnosticsAnswer answer; ///< what is known of it beforehand
    };

    void loop(const std::stop_token &stop);

    std::mutex m_mutex; // guards all but the thread
    std::condition_variable_any m_wake;
    Asker m_askers = 0;
    std::deque<Question> m_questions;
    std::map<Asker, std::shared_ptr<const DiagnosticsAnswer>> m_answers;

    std::jthread m_thread; // last: everything above exists when it starts, and still does when it is joined
};

} // namespace actiscope
