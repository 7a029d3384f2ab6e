#include "app/process/trial_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>
#include <vector>

extern char **environ;

namespace actiscope {
namespace {

using Clock = std::chrono::steady_clock;

constexpr char passedMark = 'P';
constexpr char refusedMark = 'R';

/** Both ends of a pipe; closed with this object. */
class Pipe {
public:
    Pipe() { m_isOpen = pipe2(m_ends.data(), O_CLOEXEC) == 0; }
    ~Pipe()
    {
        closeEnd(0);
        closeEnd(1);
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    bool isOpen() const { return m_isOpen; }
    int reader() const { return m_ends[0]; }
    int writer() const { return m_ends[1]; }
    void closeWriter() { closeEnd(1); }

    /** Adds what is there to `text`, at most so much in all; the rest is lost. */
    void drain(std::string &text) const
    {
        constexpr std::size_t most = 4096;
        std::array<char, 1024> part{};
        pollfd waiting{reader(), POLLIN, 0};
        while (poll(&waiting, 1, 0) > 0 && (waiting.revents & POLLIN) != 0) {
            const ssize_t count = read(reader(), part.data(), part.size());
            if (count <= 0)
                return;
            text.append(part.data(), std::min(static_cast<std::size_t>(count), most - std::min(most, text.size())));
        }
    }

private:
    void closeEnd(std::size_t end)
    {
        if (m_ends[end] >= 0)
            close(std::exchange(m_ends[end], -1));
    }

    std::array<int, 2> m_ends = {-1, -1};
    bool m_isOpen = false;
};

/** The child in a process group of its own, with the usual signals, without standard input; 0 where it cannot be started. */
pid_t spawn(const std::string &task, const Pipe &said, const Pipe &errors)
{
    std::string program = "/proc/self/exe", argument(trialArgument), job = task;
    std::array<char *, 4> arguments = {program.data(), argument.data(), job.data(), nullptr};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, said.writer(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, errors.writer(), STDERR_FILENO);
    sigset_t none, usual;
    sigemptyset(&none);
    sigfillset(&usual);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    pid_t child = 0;
    const int failure = posix_spawn(&child, program.c_str(), &files, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    errno = failure;
    return failure == 0 ? child : 0;
}

/** Ticks that a process has computed for so far, itself and those that it waited for; -1 where that is not to be known. */
long ticksOf(pid_t process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    const std::size_t nameEnd = line.rfind(')'); // the name may hold anything
    if (nameEnd == std::string::npos)
        return -1;
    std::istringstream fields(line.substr(nameEnd + 1));
    std::string skipped;
    for (int i = 3; i < 14; ++i) // proc(5): utime is field 14, cstime 17
        fields >> skipped;
    long ticks = 0, sum = 0;
    for (int i = 14; i <= 17 && fields >> ticks; ++i)
        sum += ticks;
    return sum;
}

/** The first line that says something, fit to be quoted. */
std::string firstLine(const std::string &text)
{
    constexpr std::size_t longest = 160;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.find_first_not_of(" \t\r") != std::string::npos)
            return line.substr(0, longest);
    }
    return {};
}

/** With what was said of it. */
Message withLine(const Message &cause, const std::string &errors)
{
    const std::string line = firstLine(errors);
    return line.empty() ? cause : Message("%1 (%2)", {cause, line});
}

Message causeOf(int status)
{
    if (WIFSIGNALED(status))
        return {ACTISCOPE_TR("core", "it ended with '%1'"), {std::string(strsignal(WTERMSIG(status)))}};
    return {ACTISCOPE_TR("core", "it ended the program with status %1"), {std::to_string(WEXITSTATUS(status))}};
}

Message notTried()
{
    return {ACTISCOPE_TR("core", "it cannot be tried: %1"), {std::string(std::strerror(errno))}};
}

/** What the child has said, if it has. */
std::optional<TrialResult> verdictOf(const std::string &mark)
{
    if (mark == std::string(1, passedMark))
        return TrialResult{TrialResult::Verdict::Passed, false, {}};
    if (mark == std::string(1, refusedMark))
        return TrialResult{TrialResult::Verdict::Refused, false, {}};
    return std::nullopt;
}

/** Waits for the end of the child; nothing where it has to be given up. */
std::optional<int> statusOf(pid_t child, const Pipe &said, const Pipe &errors, std::string &mark, std::string &errorText,
                            std::chrono::seconds patience)
{
    constexpr int pause = 20; // ms
    constexpr std::chrono::milliseconds maxIdle{10'000}, longestLook{5 * pause};
    const auto start = Clock::now();
    auto looked = start;
    long ticks = -1;
    Clock::duration idle{}; // time without progress; that in which this process stands still, too, does not count
    for (int status = 0;;) {
        std::array<pollfd, 1> waiting = {pollfd{said.reader(), POLLIN, 0}};
        poll(waiting.data(), waiting.size(), mark.empty() ? pause : 1);
        said.drain(mark);
        errors.drain(errorText);
        const pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR)) {
            said.drain(mark);
            errors.drain(errorText);
            return status;
        }
        if ((waiting[0].revents & POLLHUP) != 0)
            usleep(1000);
        const long ticksNow = ticksOf(child);
        const auto now = Clock::now();
        idle = ticksNow == ticks ? idle + std::min<Clock::duration>(now - looked, longestLook) : Clock::duration{};
        ticks = ticksNow;
        looked = now;
        if (idle > maxIdle || now - start > patience)
            return std::nullopt;
    }
}

} // namespace

TrialResult tryInChild(const std::string &task, std::chrono::seconds patience)
{
    Pipe said, errors;
    if (!said.isOpen() || !errors.isOpen())
        return {TrialResult::Verdict::Died, false, notTried()};
    const pid_t child = spawn(task, said, errors);
    if (child == 0)
        return {TrialResult::Verdict::Died, false, notTried()};
    said.closeWriter();
    errors.closeWriter();
    std::string mark, errorText;
    const std::optional<int> status = statusOf(child, said, errors, mark, errorText, patience);
    const std::optional<TrialResult> verdict = verdictOf(mark);
    if (!status) {
        kill(-child, SIGKILL);
        waitpid(child, nullptr, 0);
        if (verdict) // its work was done; that the system does not let it go is not the driver's
            return *verdict;
        return {TrialResult::Verdict::Died, false, withLine(ACTISCOPE_TR("core", "it does not come to an end"), errorText)};
    }
    if (*status == 0 && verdict)
        return *verdict;
    return {TrialResult::Verdict::Died, true, withLine(causeOf(*status), errorText)};
}

namespace {

int toParent = STDOUT_FILENO;

} // namespace

void beginTrial()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    toParent = dup(STDOUT_FILENO); // what drivers print does not get there
    dup2(STDERR_FILENO, STDOUT_FILENO);
}

int endTrial(TrialResult::Verdict verdict)
{
    if (verdict == TrialResult::Verdict::Died)
        _exit(1);
    const char mark = verdict == TrialResult::Verdict::Passed ? passedMark : refusedMark;
    const bool isSaid = write(toParent, &mark, 1) == 1;
    _exit(isSaid ? 0 : 1); // what the driver does at the end is not asked for
}

} // namespace actiscope
