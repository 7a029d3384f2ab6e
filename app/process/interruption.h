// What Ctrl-C, TERM and HUP do to a subcommand: nothing is left lying about, and who can end early is asked to.
#pragma once

#include <filesystem>
#include <thread>

namespace actiscope {

/** While it exists, a thread of its own takes these signals: files that are not finished are removed, then the program ends by the signal; unless
 *  somebody can be asked (EarlyEnd). Signals that were ignored when the program started stay so;
 *  where no thread can be had, all do what they usually do. To be made by the first thread before
 *  there are others; one at a time. */
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

private:
    std::thread m_thread;
};

/** While it exists, the first signal only asks for an end; the second one does not ask. */
class EarlyEnd {
public:
    EarlyEnd();
    ~EarlyEnd();
    EarlyEnd(const EarlyEnd &) = delete;
    EarlyEnd &operator=(const EarlyEnd &) = delete;

    /** The signal that came; 0 as long as none did. */
    static int signal();
};

/** A file that is gone with this object or when a signal ends the program, unless it is kept. */
class RemovedAtTheEnd {
public:
    explicit RemovedAtTheEnd(std::filesystem::path path);
    ~RemovedAtTheEnd();
    RemovedAtTheEnd(const RemovedAtTheEnd &) = delete;
    RemovedAtTheEnd &operator=(const RemovedAtTheEnd &) = delete;

    const std::filesystem::path &path() const { return m_path; }
    void keep();

private:
    std::filesystem::path m_path;
};

} // namespace actiscope
