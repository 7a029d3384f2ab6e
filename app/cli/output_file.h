// Files that a subcommand writes: whole or not at all, "-" for standard output, and checked before any work is done. Names are bytes, whatever
// they are encoded in.
#pragma once

#include "core/base/errors.h"

#include <filesystem>
#include <memory>
#include <string>

namespace actiscope {

/** A file that could not be written although it could when it was checked; the program ends with status 1. */
struct OutputError : Error {
    using Error::Error;
};

/** Where the output of an option goes. Created before the work, written after it. */
class OutputFile {
public:
    /** Throws ConfigurationError naming `option` when nothing can be written at `path`. An empty path is no output. Of a pipe, the writing end is
     *  open from now on; one that nobody reads from within a moment is refused. */
    OutputFile(std::string option, std::string path);

    explicit operator bool() const { return !m_path.empty(); }
    const std::string &option() const { return m_option; }
    const std::string &path() const { return m_path; }
    /** By whichever name: "-", "/dev/stdout", or the file that it has been redirected to. */
    bool isStandardOutput() const { return m_kind == Kind::StandardOutput; }
    /** Whether what is written last is all that there is; a pipe keeps everything. */
    bool canBeRewritten() const { return m_kind == Kind::Replaced; }
    /** Whether both would overwrite one another, through links, too. */
    bool sameTarget(const OutputFile &other) const;

    /** Replaces the file. Throws OutputError; the old file is then still there. */
    void write(const std::string &content) const;

private:
    enum class Kind {
        Replaced,       ///< a file, or none yet
        WrittenThrough, ///< a device, a pipe or an open file of this process: replacing it by a file is not what anybody means
        StandardOutput,
    };
    Message obstacle();
    Message obstacleToWritingThrough();

    std::string m_option;
    std::string m_path;
    Kind m_kind = Kind::Replaced;
    std::filesystem::path m_target;    // m_path without links
    std::shared_ptr<const int> m_pipe; // closed with the last copy
};

/** Writes to standard output. Throws OutputError. */
void writeStandardOutput(const std::string &content);

} // namespace actiscope
