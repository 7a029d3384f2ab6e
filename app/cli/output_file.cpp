#include "app/cli/output_file.h"

#include "app/process/interruption.h"
#include "core/base/errors.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>

namespace actiscope {
namespace {

namespace fs = std::filesystem;

std::string reasonOf(int error)
{
    return std::generic_category().message(error);
}

Message unwritable(int error)
{
    return {ACTISCOPE_TR("core", "it cannot be written: %1"), {reasonOf(error)}};
}

std::optional<struct stat> statusOf(const fs::path &path)
{
    struct stat status {};
    return stat(path.c_str(), &status) == 0 ? std::optional(status) : std::nullopt;
}

bool isSameFile(const struct stat &one, const struct stat &other)
{
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/** What is written there is gone: any number of outputs may go there. */
bool isNullDevice(const struct stat &status)
{
    return S_ISCHR(status.st_mode) && status.st_rdev == makedev(1, 3);
}

bool isStandardOutputs(const struct stat &status)
{
    struct stat ours {};
    return fstat(STDOUT_FILENO, &ours) == 0 && isSameFile(ours, status) && !isNullDevice(status);
}

/** The place that a path leads to, also where there is nothing yet; open files of this process (/dev/fd/3) stay what they are. */
fs::path withoutLinks(fs::path path)
{
    constexpr int maxLinks = 40;
    std::error_code failed;
    for (int i = 0; i < maxLinks; ++i) {
        const fs::path parent = fs::canonical(path.has_parent_path() ? path.parent_path() : fs::path("."), failed);
        if (failed)
            return path;
        path = parent / path.filename();
        const bool isOpenFile = parent.native().starts_with("/proc/");
        const fs::path next = isOpenFile ? fs::path() : fs::read_symlink(path, failed);
        if (isOpenFile || failed)
            return path;
        path = parent / next;
    }
    return path;
}

/** A descriptor that is closed at the end. */
class Descriptor {
public:
    explicit Descriptor(int file) : m_file(file) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int get() const { return m_file; }
    /** Whether all that was written has arrived, as far as that is to be known now. */
    bool close()
    {
        const int file = std::exchange(m_file, -1);
        return file < 0 || ::close(file) == 0;
    }

private:
    int m_file;
};

/** errno says why where it returns false. */
bool writeAll(int file, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t count = ::write(file, content.data(), content.size());
        if (count < 0 && errno != EINTR)
            return false;
        content.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    return true;
}

/** Beside `target`, where it can be renamed to it; gone at the end, unless it was. */
class UnfinishedFile {
public:
    explicit UnfinishedFile(const fs::path &target)
    {
        std::string name = (target.parent_path() / ".actiscope-XXXXXX").string();
        m_file.emplace(mkostemp(name.data(), O_CLOEXEC));
        if (m_file->get() >= 0)
            m_name.emplace(name);
    }

    bool isOpen() const { return m_file->get() >= 0; }

    /** Writes the content and puts the file in the place of `target`, with its rights. */
    bool become(const fs::path &target, const std::string &content)
    {
        const std::optional<struct stat> old = statusOf(target);
        const mode_t mask = umask(0);
        umask(mask);
        constexpr mode_t everybody = 0666, rights = 07777;
        const bool isWritten = writeAll(m_file->get(), content)
                               && fchmod(m_file->get(), old ? old->st_mode & rights : everybody & ~mask) == 0
                               && (fsync(m_file->get()) == 0 || errno == EINVAL) && m_file->close();
        if (!isWritten || rename(m_name->path().c_str(), target.c_str()) != 0)
            return false;
        m_name->keep();
        return true;
    }

private:
    std::optional<Descriptor> m_file;
    std::optional<RemovedAtTheEnd> m_name;
};

/** The writing end of a pipe, once somebody reads from it; below 0 when nobody does. */
int openPipe(const fs::path &path)
{
    constexpr std::chrono::milliseconds pause{20};
    constexpr int patience = 100; // pauses
    for (int i = 0;; ++i) {
        const int file = open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        if (file >= 0)
            fcntl(file, F_SETFL, 0); // writing waits
        if (file >= 0 || errno != ENXIO || i == patience)
            return file;
        std::this_thread::sleep_for(pause);
    }
}

} // namespace

OutputFile::OutputFile(std::string option, std::string path) : m_option(std::move(option)), m_path(std::move(path))
{
    if (m_path.empty())
        return;
    const Message reason = obstacle();
    if (!reason.empty())
        throw ConfigurationError(m_option, m_path, reason);
}

/** Finds out what the path is. Why nothing can be written there, or an empty text. */
Message OutputFile::obstacle()
{
    if (m_path == "-") {
        m_kind = Kind::StandardOutput;
        return {};
    }
    m_target = withoutLinks(m_path);
    const std::optional<struct stat> status = statusOf(m_path);
    const int error = status ? 0 : errno;
    if (status && isStandardOutputs(*status)) {
        m_kind = Kind::StandardOutput;
        return {};
    }
    if ((status && S_ISDIR(status->st_mode)) || !m_target.has_filename())
        return ACTISCOPE_TR("core", "it is a folder; a file name is accepted");
    if (status && (!S_ISREG(status->st_mode) || m_target.native().starts_with("/proc/"))) {
        m_kind = Kind::WrittenThrough;
        return obstacleToWritingThrough();
    }
    if (const auto folder = statusOf(m_target.parent_path()); !folder || !S_ISDIR(folder->st_mode))
        return ACTISCOPE_TR("core", "the folder does not exist");
    if (!status && error != ENOENT)
        return unwritable(error);
    if (status && access(m_target.c_str(), W_OK) != 0)
        return unwritable(errno);
    if (!UnfinishedFile(m_target).isOpen())
        return unwritable(errno);
    return {};
}

Message OutputFile::obstacleToWritingThrough()
{
    const std::optional<struct stat> status = statusOf(m_path);
    if (status && (S_ISBLK(status->st_mode) || S_ISSOCK(status->st_mode)))
        return S_ISBLK(status->st_mode) ? ACTISCOPE_TR("core", "it is a disk; a file name is accepted") : ACTISCOPE_TR("core", "it is a socket; a file name is accepted");
    if (status && S_ISFIFO(status->st_mode)) {
        const int pipe = openPipe(m_path);
        if (pipe < 0)
            return errno == ENXIO ? Message(ACTISCOPE_TR("core", "nobody reads from this pipe")) : unwritable(errno);
        m_pipe = {new int(pipe), [](const int *file) {
                      close(*file);
                      delete file;
                  }};
        return {};
    }
    return access(m_path.c_str(), W_OK) == 0 ? Message() : unwritable(errno);
}

bool OutputFile::sameTarget(const OutputFile &other) const
{
    if (m_path.empty() || other.m_path.empty())
        return false;
    if (isStandardOutput() || other.isStandardOutput())
        return isStandardOutput() && other.isStandardOutput();
    const auto mine = statusOf(m_target), its = statusOf(other.m_target);
    if (mine && its)
        return isSameFile(*mine, *its) && !isNullDevice(*mine);
    const auto folder = statusOf(m_target.parent_path()), itsFolder = statusOf(other.m_target.parent_path());
    return !mine && !its && folder && itsFolder && isSameFile(*folder, *itsFolder) && m_target.filename() == other.m_target.filename();
}

void OutputFile::write(const std::string &content) const
{
    if (isStandardOutput())
        return writeStandardOutput(content);
    const auto fail = [this] { throw OutputError({ACTISCOPE_TR("core", "--%1: '%2' could not be written: %3"), {m_option, m_path, reasonOf(errno)}}); };
    if (m_pipe) {
        if (!writeAll(*m_pipe, content))
            fail();
        return;
    }
    if (m_kind == Kind::WrittenThrough) {
        Descriptor file(open(m_path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY));
        if (file.get() < 0 || !writeAll(file.get(), content) || !file.close())
            fail();
        return;
    }
    UnfinishedFile file(m_target);
    if (file.isOpen() && file.become(m_target, content))
        return;
    if (errno != EBUSY)
        fail();
    Descriptor mounted(open(m_target.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC)); // a file that is mounted itself stays in its place
    if (mounted.get() < 0 || !writeAll(mounted.get(), content) || !mounted.close())
        fail();
}

void writeStandardOutput(const std::string &content)
{
    if (!writeAll(STDOUT_FILENO, content))
        throw OutputError({ACTISCOPE_TR("core", "standard output could not be written: %1"), {reasonOf(errno)}});
}

} // namespace actiscope
