// Does in a child process what may end a process: OpenCL drivers call abort() where they cannot go on, run into damaged files of their own, or
// wait for ever. The child is this program again, with a hidden first argument.
#pragma once

#include "core/base/errors.h"

#include <chrono>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

namespace actiscope {

/** The hidden argument; a task follows. */
inline constexpr std::string_view trialArgument = "--try-opencl";

struct TrialResult {
    enum class Verdict {
        Passed,  ///< it was done
        Refused, ///< an error came back as it should: whoever does it meets the same
        Died,    ///< the child ended or hung over it
    };
    Verdict verdict = Verdict::Died;
    bool ended = false; ///< of a death: by itself
    Message cause;      ///< of a death, with what the driver said last: "it ended with 'Aborted' (LLVM ERROR: …)"
};

/** Has a child do the task. A child that takes longer than `patience`, or that for ten seconds neither computes nor ends, is killed. */
TrialResult tryInChild(const std::string &task, std::chrono::seconds patience);

/** What the child does around `work`, which throws where it fails. Returns its exit status. */
template <class Work>
int runTrial(Work &&work);

/** Before the child's work: it ends with its parent and leaves no core file behind. */
void beginTrial();
/** Tells the parent; returns the exit status. */
int endTrial(TrialResult::Verdict verdict);

template <class Work>
int runTrial(Work &&work)
{
    beginTrial();
    try {
        work();
    } catch (const Error &) {
        return endTrial(TrialResult::Verdict::Refused);
    } catch (const std::exception &error) { // no driver throws such: it ran out of memory, and who knows what it has locked
        std::fprintf(stderr, "%s\n", error.what());
        return endTrial(TrialResult::Verdict::Died);
    }
    return endTrial(TrialResult::Verdict::Passed);
}

} // namespace actiscope
