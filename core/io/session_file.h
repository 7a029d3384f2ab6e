// A session as a file: the experiment, how the window looks at it, and the figures of runs that were kept. JSON with a format and a version, so that a later
// program reads it and an earlier one says why it does not.
#pragma once

#include "core/base/errors.h"
#include "core/training/experiment.h"
#include "core/training/run_store.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace actiscope {

/** What is trained in one more workspace. */
struct SessionPart {
    Experiment experiment;
    std::vector<KeptRun> runs = {};
};

struct Session {
    Experiment experiment;
    std::string workspace = {};                    ///< the current one's name
    std::map<std::string, std::string> views = {}; ///< how each workspace looks at what it shows, by its name: a JSON object as text
    std::vector<KeptRun> runs = {};                ///< their figures, what was measured and what was changed in them; no moments
    std::map<std::string, SessionPart> parts = {}; ///< of other workspaces than that of the experiment, by their names; those that are as they begin have none
    std::string file = {};                         ///< whose it is, in what is kept against a loss; elsewhere empty
};

/** A text that is no session: says where, what is there and what is accepted. */
class SessionError : public Error {
public:
    using Error::Error;
};

constexpr std::size_t maxSessionBytes = std::size_t{64} << 20;

/** As it is written. */
std::string sessionText(const Session &session);

/** Throws SessionError, for a text that is too long or damaged, of a newer version, or says what no experiment can be. */
Session parseSession(std::string_view text);

} // namespace actiscope
