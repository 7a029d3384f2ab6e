#include "app/driver/opencl_driver.h"

#include "app/driver/driver_surroundings.h"
#include "app/driver/opencl_tasks.h"
#include "app/process/last_words.h"
#include "app/process/told.h"
#include "core/base/errors.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <system_error>

namespace actiscope {
namespace {

namespace fs = std::filesystem;

void note(const Message &message)
{
    std::fprintf(stderr, "%s\n", told({ACTISCOPE_TR("core", "note: %1"), {message}}).c_str());
}

/** PoCL takes ten seconds for a large program on a slow machine. */
std::chrono::seconds patienceFor(const std::string &task)
{
    return std::chrono::seconds(task == findTask() ? 30 : 180);
}

/** Where address space is limited (ulimit -v), PoCL and its compiler get stuck on locks of their own once there is no more. */
void requireAddressSpace()
{
    // A formula on two cores takes 0.5 GiB; each thread of PoCL's has a stack and an arena of its own.
    const rlim_t least = (rlim_t{1} << 30) + (rlim_t{128} << 20) * static_cast<rlim_t>(std::max(1L, sysconf(_SC_NPROCESSORS_ONLN)));
    constexpr int mebibytes = 20;
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < least)
        throw BackendError("OpenCL",
                           {ACTISCOPE_TR("core", "this process is limited to %1 MiB of address space (ulimit -v), and a driver needs %2"),
                            {std::to_string(limit.rlim_cur >> mebibytes), std::to_string(least >> mebibytes)}});
}

} // namespace

OpenClDriver::OpenClDriver(fs::path programs) : m_preparedPrograms(std::move(programs)), m_surroundings(driverSurroundings())
{
    if (m_cache.isTemporary())
        m_temporary.emplace(m_cache.notes().parent_path());
    if (!m_cache.programs().empty() && !m_cache.obstacle().empty())
        note({ACTISCOPE_TR("core", "%1; until the end they are kept in %2"), {m_cache.obstacle(), m_cache.programs().string()}});
    readNotes();
}

std::vector<OpenClDevice> OpenClDriver::devices()
{
    requireAddressSpace();
    if (m_cache.programs().empty())
        throw BackendError("OpenCL", m_cache.obstacle());
    return after(findTask(), openClDevices);
}

/** Nobody empties the cache while the child builds or loads. */
TrialResult OpenClDriver::tried(const std::string &task) const
{
    const CacheLock loading = m_cache.loading();
    return tryInChild(task, patienceFor(task));
}

/** Whether the cache is in the state that is known. Looking at all its files takes milliseconds, and a program that begins asks for six things in a row. */
bool OpenClDriver::isAsLeft()
{
    constexpr std::chrono::seconds fresh{1};
    const Clock::time_point now = Clock::now();
    if (m_looked != Clock::time_point() && now - m_looked < fresh)
        return true;
    if (m_cache.state() != m_state)
        return false;
    m_looked = now;
    return true;
}

bool OpenClDriver::require(const std::string &task)
{
    if (const auto deadly = m_deadly.find(task); deadly != m_deadly.end())
        throw BackendError("OpenCL", deadly->second);
    if (!isAsLeft()) { // by somebody else, or damaged
        m_isInDoubt = true;
        m_survived.clear();
    }
    if (m_survived.contains(task))
        return false;
    using Verdict = TrialResult::Verdict;
    const std::uint64_t renewals = m_cache.renewals();
    const TrialResult first = tried(task);
    const bool mayBeDamage = (first.verdict == Verdict::Died && first.ended) || (first.verdict == Verdict::Refused && m_isInDoubt);
    TrialResult last = first;
    if (mayBeDamage && m_cache.renew(renewals)) {
        m_isInDoubt = false;
        m_survived.clear();
        last = tried(task);
        if (last.verdict == Verdict::Passed)
            note({ACTISCOPE_TR("core", "what the OpenCL driver had kept in %1 was damaged and is made anew"), {m_cache.programs().string()}});
    }
    if (last.verdict == Verdict::Died) {
        m_deadly[task] = {ACTISCOPE_TR("core", "the driver does not survive what is asked of it: %1; it keeps its programs in %2"),
                          {last.cause, m_cache.programs().string()}};
        throw BackendError("OpenCL", m_deadly[task]);
    }
    if (last.verdict == Verdict::Passed)
        m_survived.insert(task);
    return true;
}

void OpenClDriver::settle(bool hasNew)
{
    if (hasNew) {
        m_state = m_cache.state();
        m_looked = Clock::now();
        writeNotes();
    }
    prepareLastWords(m_cache.notes());
}

/** The surroundings, the state of the cache, and a line for each task. */
void OpenClDriver::readNotes()
{
    std::ifstream file(m_cache.notes());
    std::string surroundings, state;
    if (m_cache.notes().empty() || !std::getline(file, surroundings) || !std::getline(file, state))
        return;
    std::istringstream(state) >> m_state;
    if (surroundings != m_surroundings)
        return;
    for (std::string task; std::getline(file, task);)
        m_survived.insert(task);
}

void OpenClDriver::writeNotes() const
{
    constexpr std::size_t maxTasks = 1000;
    if (m_cache.notes().empty() || m_survived.size() > maxTasks)
        return;
    const fs::path unfinished = m_cache.notes().string() + "." + std::to_string(getpid());
    std::ofstream file(unfinished, std::ios::binary);
    file << m_surroundings << '\n' << m_state << '\n';
    for (const std::string &task : m_survived)
        file << task << '\n';
    file.close();
    std::error_code failed;
    if (file)
        fs::rename(unfinished, m_cache.notes(), failed);
    if (!file || failed)
        fs::remove(unfinished, failed);
}

} // namespace actiscope
