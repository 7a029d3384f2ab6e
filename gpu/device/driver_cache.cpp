#include "gpu/device/driver_cache.h"

#include "gpu/device/program_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace actiscope {
namespace {

namespace fs = std::filesystem;

constexpr const char *renewedFile = "renewed"; // beside the programs: made anew whenever they are
constexpr const char *cacheVariable = "POCL_CACHE_DIR";
/** A cache that has grown beyond this is emptied: it is looked at whenever something begins, which takes some 2 µs a file. */
constexpr std::uintmax_t maxCacheBytes = std::uintmax_t{1} << 30;
constexpr std::size_t maxCacheFiles = 8000;

/** An absolute path from the environment, or an empty one. */
fs::path folderFrom(const char *variable)
{
    const char *text = std::getenv(variable);
    const fs::path path = text ? text : "";
    return path.is_absolute() ? path : fs::path();
}

fs::path usersHome()
{
    if (const fs::path cache = folderFrom("XDG_CACHE_HOME"); !cache.empty())
        return cache / "actiscope";
    const fs::path home = folderFrom("HOME");
    return home.empty() ? home : home / ".cache" / "actiscope";
}

/** Folders for temporary files, the usual one first. */
std::vector<fs::path> temporaryFolders()
{
    std::vector<fs::path> all;
    for (const fs::path &folder : {folderFrom("TMPDIR"), folderFrom("XDG_RUNTIME_DIR"), fs::path("/tmp"), fs::path("/var/tmp"), fs::path("/dev/shm")}) {
        if (!folder.empty())
            all.push_back(folder);
    }
    return all;
}

/** Everything in a folder, as far as it can be read; `failed` says why not further. The iterator's own ++ throws. */
template <class Work>
void forEachIn(const fs::path &folder, std::error_code &failed, Work &&work)
{
    const auto options = fs::directory_options::skip_permission_denied;
    for (fs::directory_iterator entry(folder, options, failed), end; !failed && entry != end; entry.increment(failed))
        work(entry->path());
}

constexpr std::string_view temporaryPrefix = "actiscope-programs-";

/** What programs that were killed have left behind: nobody holds its lock. */
void removeLeftovers(const fs::path &parent)
{
    std::error_code ignored;
    forEachIn(parent, ignored, [](const fs::path &folder) {
        std::error_code failed;
        struct stat status{};
        if (!folder.filename().string().starts_with(temporaryPrefix) || lstat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)
            || status.st_uid != geteuid() || !fs::exists(folder / "alive", failed))
            return;
        if (const CacheLock nobody(folder / "alive", true, {}); nobody)
            fs::remove_all(folder, failed);
    });
}

constexpr std::uint64_t fnvStart = 0xcbf29ce484222325u;

/** FNV-1a. */
std::uint64_t mixed(std::uint64_t hash, std::string_view bytes)
{
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
    return hash;
}

template <class Value>
std::uint64_t mixedWith(std::uint64_t hash, const Value &value)
{
    std::array<char, sizeof(Value)> bytes{};
    std::memcpy(bytes.data(), &value, sizeof(Value));
    return mixed(hash, {bytes.data(), bytes.size()});
}

struct CacheCensus {
    std::uint64_t state = 0; // does not depend on the order of files
    std::uintmax_t bytes = 0;
    std::size_t files = 0;
};

/** PoCL touches the one whenever it looks, and makes one of the others at each start. */
bool isPassing(std::string_view name)
{
    return name == "last_accessed" || name.starts_with("tempfile");
}

/** Empty ones that PoCL has not removed. */
void removeOldTemporaries(const fs::path &folder)
{
    constexpr std::chrono::hours old{24};
    std::error_code ignored;
    forEachIn(folder, ignored, [old](const fs::path &file) {
        std::error_code failed;
        if (isPassing(file.filename().native()) && fs::is_regular_file(file, failed) && fs::file_size(file, failed) == 0
            && fs::file_time_type::clock::now() - fs::last_write_time(file, failed) > old && !failed)
            fs::remove(file, failed);
    });
}

CacheCensus censusOf(const fs::path &folder)
{
    CacheCensus census;
    std::error_code ignored;
    for (fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, ignored), end; entry != end; entry.increment(ignored)) {
        struct stat status{};
        if (lstat(entry->path().c_str(), &status) != 0 || S_ISDIR(status.st_mode))
            continue;
        census.bytes += static_cast<std::uintmax_t>(status.st_size);
        ++census.files;
        if (isPassing(entry->path().filename().native()))
            continue;
        std::uint64_t hash = mixed(fnvStart, entry->path().native());
        hash = mixedWith(mixedWith(hash, status.st_size), status.st_ino);
        hash = mixedWith(mixedWith(hash, status.st_mtim.tv_sec), status.st_mtim.tv_nsec);
        census.state += mixedWith(mixedWith(hash, status.st_ctim.tv_sec), status.st_ctim.tv_nsec);
    }
    return census;
}

Message notKept(const fs::path &folder, const Message &why)
{
    return {ACTISCOPE_TR("core", "%1 cannot keep OpenCL programs: %2"), {folder.string(), why}};
}

} // namespace

CacheLock::CacheLock(const fs::path &file, bool isExclusive, std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds pause{20};
    m_file = file.empty() ? -1 : open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    while (m_file >= 0 && flock(m_file, (isExclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        if (patience > std::chrono::milliseconds{0}) {
            std::this_thread::sleep_for(pause);
            patience -= pause;
        } else {
            close(std::exchange(m_file, -1));
        }
    }
}

CacheLock::~CacheLock()
{
    if (m_file >= 0)
        close(m_file);
}

CacheLock::CacheLock(CacheLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

CacheLock &CacheLock::operator=(CacheLock &&other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

DriverCache::DriverCache()
{
    if (const char *chosen = std::getenv(cacheVariable); chosen && *chosen) {
        const Message obstacle = obstacleToPrograms(chosen, FolderOwner::Chosen);
        if (obstacle.empty())
            m_programs = chosen;
        else
            m_obstacle = {ACTISCOPE_TR("core", "%1 cannot keep OpenCL programs: %2 (it is what POCL_CACHE_DIR says)"), {std::string(chosen), obstacle}};
        return;
    }
    const fs::path home = usersHome();
    if (home.empty())
        m_obstacle = ACTISCOPE_TR("core", "neither XDG_CACHE_HOME nor HOME is set, so OpenCL programs cannot be kept");
    else if (const Message obstacle = obstacleToPrograms(home, FolderOwner::UsersHome); !obstacle.empty())
        m_obstacle = notKept(home, obstacle);
    if (!m_obstacle.empty() || !takeHome(home))
        takeTemporary();
}

bool DriverCache::takeHome(const fs::path &home)
{
    const fs::path programs = home / "opencl";
    if (const Message obstacle = obstacleToPrograms(programs, FolderOwner::Ours); !obstacle.empty()) {
        m_obstacle = notKept(programs, obstacle);
        return false;
    }
    m_home = home;
    m_programs = programs;
    setenv(cacheVariable, programs.c_str(), 1);
    removeOldTemporaries(programs);
    const CacheCensus census = censusOf(programs);
    if (census.bytes > maxCacheBytes || census.files > maxCacheFiles)
        renew(renewals());
    return true;
}

void DriverCache::takeTemporary()
{
    for (const fs::path &parent : temporaryFolders()) {
        removeLeftovers(parent);
        std::string name = (parent / temporaryPrefix).string() + "XXXXXX";
        if (!mkdtemp(name.data()))
            continue;
        m_alive = CacheLock(name + "/alive", false, {});
        m_isTemporary = true;
        const Message said = m_obstacle;
        const bool isTaken = m_alive && takeHome(name);
        m_obstacle = said;
        if (isTaken)
            return;
        std::error_code ignored;
        fs::remove_all(name, ignored);
        m_isTemporary = false;
    }
}

DriverCache::~DriverCache()
{
    if (!m_isTemporary)
        return;
    std::error_code ignored;
    fs::remove_all(m_home, ignored);
}

std::uint64_t DriverCache::state() const
{
    return censusOf(m_programs).state;
}

CacheLock DriverCache::loading() const
{
    constexpr std::chrono::seconds patience{10};
    return m_home.empty() ? CacheLock() : CacheLock(m_home / "lock", false, patience);
}

std::uint64_t DriverCache::renewals() const
{
    struct stat status{};
    if (m_home.empty() || stat((m_home / renewedFile).c_str(), &status) != 0)
        return 0;
    return mixedWith(mixedWith(mixedWith(fnvStart, status.st_ino), status.st_mtim.tv_sec), status.st_mtim.tv_nsec);
}

bool DriverCache::renew(std::uint64_t seen)
{
    constexpr std::chrono::seconds patience{30}; // until the others' trials have ended, or have been given up
    if (!canRenew())
        return false;
    const CacheLock alone(m_home / "lock", true, patience);
    if (!alone)
        return false;
    if (renewals() != seen)
        return true;
    std::error_code failed, ignored;
    fs::remove(notes(), ignored);
    fs::remove(m_home / renewedFile, ignored);
    std::ofstream(m_home / renewedFile) << getpid() << '\n';
    bool isEmpty = true;
    forEachIn(m_programs, failed, [&isEmpty](const fs::path &entry) {
        std::error_code kept;
        fs::remove_all(entry, kept);
        isEmpty = isEmpty && !kept;
    });
    return isEmpty && !failed;
}

} // namespace actiscope
