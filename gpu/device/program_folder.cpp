#include "gpu/device/program_folder.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <system_error>

namespace actiscope {
namespace {

namespace fs = std::filesystem;

/** A program of PoCL's takes half a mebibyte to four, and it does not survive a disk that gets full. */
constexpr std::uintmax_t leastRoom = std::uintmax_t{24} << 20;
/** Files and folders that the programs of a run take, some forty each. */
constexpr std::uintmax_t leastFiles = 400;

std::string reasonOf(int error)
{
    return std::generic_category().message(error);
}

/** A file that is gone when this ends. */
class TrialFile {
public:
    explicit TrialFile(const fs::path &folder) : m_name((folder / "trial-XXXXXX").string()), m_file(mkostemp(m_name.data(), O_CLOEXEC)) {}
    ~TrialFile()
    {
        if (m_file < 0)
            return;
        close(m_file);
        unlink(m_name.c_str());
    }
    TrialFile(const TrialFile &) = delete;
    TrialFile &operator=(const TrialFile &) = delete;

    int file() const { return m_file; }

private:
    std::string m_name;
    int m_file;
};

/** Code is written and mapped as the loader maps a library. */
Message obstacleToCode(const fs::path &folder)
{
    const std::array<char, 4096> page{};
    const TrialFile trial(folder);
    if (trial.file() < 0 || write(trial.file(), page.data(), page.size()) != static_cast<ssize_t>(page.size()))
        return {ACTISCOPE_TR("core", "it cannot be written (%1)"), {reasonOf(errno)}};
    void *code = mmap(nullptr, page.size(), PROT_READ | PROT_EXEC, MAP_PRIVATE, trial.file(), 0);
    if (code == MAP_FAILED)
        return {ACTISCOPE_TR("core", "code in it cannot be run (%1; is it mounted noexec?)"), {reasonOf(errno)}};
    munmap(code, page.size());
    return {};
}

constexpr mode_t writtenByOthers = S_IWGRP | S_IWOTH;

/** Somebody's choice is only looked at: it may serve for something else, too. Links are followed. */
Message obstacleToChoice(const fs::path &folder)
{
    struct stat status{};
    if (stat(folder.c_str(), &status) != 0)
        return {ACTISCOPE_TR("core", "it cannot be made (%1)"), {reasonOf(errno)}};
    if (!S_ISDIR(status.st_mode))
        return ACTISCOPE_TR("core", "it is not a folder");
    if (status.st_uid != geteuid())
        return ACTISCOPE_TR("core", "it belongs to somebody else");
    return (status.st_mode & writtenByOthers) != 0 ? Message(ACTISCOPE_TR("core", "others can write to it")) : Message();
}

/** Whether nobody else can put another folder in the place of the one that a link leads to. */
bool isOutOfOthersReach(const fs::path &link)
{
    std::error_code failed;
    fs::path folder = fs::canonical(link, failed);
    while (!failed && folder.has_relative_path()) {
        folder = folder.parent_path();
        struct stat status{};
        const bool isKnown = stat(folder.c_str(), &status) == 0 && (status.st_uid == geteuid() || status.st_uid == 0);
        if (!isKnown || ((status.st_mode & writtenByOthers) != 0 && (status.st_mode & S_ISVTX) == 0))
            return false;
    }
    return !failed;
}

Message obstacleToOwnership(const fs::path &folder)
{
    struct stat status{};
    if (lstat(folder.c_str(), &status) != 0)
        return {ACTISCOPE_TR("core", "it cannot be made (%1)"), {reasonOf(errno)}};
    if (status.st_uid != geteuid())
        return ACTISCOPE_TR("core", "it belongs to somebody else");
    if (!S_ISDIR(status.st_mode))
        return ACTISCOPE_TR("core", "it is not a folder");
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    if ((status.st_mode & others) != 0 && chmod(folder.c_str(), S_IRWXU) != 0)
        return ACTISCOPE_TR("core", "others can get into it");
    return {};
}

/** The user's own folder may be a link to another place; what it leads to is the user's choice. */
Message obstacleToHome(const fs::path &folder)
{
    struct stat status{};
    if (lstat(folder.c_str(), &status) != 0 || status.st_uid != geteuid() || !S_ISLNK(status.st_mode))
        return obstacleToOwnership(folder);
    Message obstacle = obstacleToChoice(folder);
    if (obstacle.empty() && !isOutOfOthersReach(folder))
        obstacle = ACTISCOPE_TR("core", "others can replace the folder that it leads to");
    return obstacle;
}

Message obstacleToRoom(const fs::path &folder)
{
    struct statvfs room{};
    if (statvfs(folder.c_str(), &room) != 0)
        return {ACTISCOPE_TR("core", "its room cannot be asked for (%1)"), {reasonOf(errno)}};
    const std::uintmax_t bytes = std::uintmax_t{room.f_bavail} * room.f_frsize;
    if (room.f_files > 0 && room.f_favail < leastFiles) // 0 where a file system does not count them
        return {ACTISCOPE_TR("core", "there can be %1 more files on its disk, and programs take up to %2"), {std::to_string(room.f_favail), std::to_string(leastFiles)}};
    if (bytes >= leastRoom)
        return {};
    return {ACTISCOPE_TR("core", "there are %1 KiB left on its disk, and programs take up to %2 MiB"), {std::to_string(bytes >> 10), std::to_string(leastRoom >> 20)}};
}

/** All folders that are missing, for nobody else. Why that failed, or 0. */
int makeFolders(const fs::path &folder)
{
    if (mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST)
        return 0;
    if (errno != ENOENT || folder.parent_path() == folder)
        return errno;
    if (const int failure = makeFolders(folder.parent_path()); failure != 0)
        return failure;
    return mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST ? 0 : errno;
}

Message (*rightsOf(FolderOwner owner))(const fs::path &)
{
    switch (owner) {
    case FolderOwner::Chosen:
        return obstacleToChoice;
    case FolderOwner::UsersHome:
        return obstacleToHome;
    case FolderOwner::Ours:
        break;
    }
    return obstacleToOwnership;
}

} // namespace

Message obstacleToPrograms(const fs::path &folder, FolderOwner owner)
{
    if (const int failure = makeFolders(folder); failure != 0)
        return {ACTISCOPE_TR("core", "it cannot be made (%1)"), {reasonOf(failure)}};
    for (const auto &test : {rightsOf(owner), obstacleToRoom, obstacleToCode}) {
        if (Message obstacle = test(folder); !obstacle.empty())
            return obstacle;
    }
    return {};
}

} // namespace actiscope
