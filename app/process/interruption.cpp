#include "app/process/interruption.h"

#include "app/process/told.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <mutex>
#include <set>
#include <system_error>
#include <utility>

namespace actiscope {
namespace {

constexpr std::array ending = {SIGINT, SIGTERM, SIGHUP};
constexpr int noMore = SIGUSR1; // to the thread: nothing is to be waited for any more

std::mutex unfinishedMutex;
std::set<std::filesystem::path> unfinished; // guarded by it
std::atomic<bool> canBeAsked = false;
std::atomic<int> askedBy = 0;
std::atomic<bool> isNoLongerAwaited = false;

/** Those that nobody ignores. */
sigset_t signalsToTake()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : ending) {
        struct sigaction action {};
        if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&set, signal);
    }
    return set;
}

[[noreturn]] void endBy(int signal)
{
    const std::lock_guard lock(unfinishedMutex);
    std::error_code ignored;
    for (const std::filesystem::path &path : unfinished)
        std::filesystem::remove_all(path, ignored);
    struct sigaction usual {};
    usual.sa_handler = SIG_DFL;
    sigaction(signal, &usual, nullptr);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    raise(signal);
    _exit(128 + signal);
}

void takeSignals(sigset_t awaited)
{
    sigaddset(&awaited, noMore);
    for (int signal = 0; sigwait(&awaited, &signal) == 0 && !isNoLongerAwaited;) {
        if (!canBeAsked || askedBy != 0 || signal == noMore)
            endBy(signal);
        askedBy = signal;
        if (isatty(STDERR_FILENO) != 0)
            std::fprintf(stderr, "\r\033[K%s\n", told(ACTISCOPE_TR("core", "stopping after what is being computed; once more ends at once")).c_str());
    }
}

} // namespace

Interruption::Interruption()
{
    isNoLongerAwaited = false;
    sigset_t taken = signalsToTake();
    sigset_t blocked = taken;
    sigaddset(&blocked, noMore);
    pthread_sigmask(SIG_BLOCK, &blocked, nullptr); // in all threads to come as well, so that none but one takes them
    try {
        m_thread = std::thread(takeSignals, taken);
    } catch (const std::system_error &) { // none can be had: signals do what they usually do
        pthread_sigmask(SIG_UNBLOCK, &blocked, nullptr);
    }
}

Interruption::~Interruption()
{
    if (!m_thread.joinable())
        return;
    isNoLongerAwaited = true;
    pthread_kill(m_thread.native_handle(), noMore);
    m_thread.join();
    sigset_t taken = signalsToTake();
    sigaddset(&taken, noMore);
    pthread_sigmask(SIG_UNBLOCK, &taken, nullptr);
}

EarlyEnd::EarlyEnd()
{
    canBeAsked = true;
}

EarlyEnd::~EarlyEnd()
{
    canBeAsked = false;
}

int EarlyEnd::signal()
{
    return askedBy;
}

RemovedAtTheEnd::RemovedAtTheEnd(std::filesystem::path path) : m_path(std::move(path))
{
    const std::lock_guard lock(unfinishedMutex);
    unfinished.insert(m_path);
}

RemovedAtTheEnd::~RemovedAtTheEnd()
{
    if (m_path.empty())
        return;
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
    keep();
}

void RemovedAtTheEnd::keep()
{
    const std::lock_guard lock(unfinishedMutex);
    unfinished.erase(std::exchange(m_path, {}));
}

} // namespace actiscope
