// Files that a subcommand writes: whole or not at all, "-" for standard output, and checked before any work is done.
#pragma once

#include <stdexcept>
#include <string>

namespace actiscope {

/** A file that could not be written although it could when it was checked; the program ends with status 1. */
struct OutputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/** Where the output of an option goes. Created before the work, written after it. */
class OutputFile {
public:
    /** Throws ConfigurationError naming `option` when nothing can be written at `path`. An empty path is no output. */
    OutputFile(std::string option, std::string path);

    explicit operator bool() const { return !m_path.empty(); }
    const std::string &option() const { return m_option; }
    const std::string &path() const { return m_path; }
    bool isStandardOutput() const { return m_path == "-"; }
    /** Whether both would overwrite one another. */
    bool sameTarget(const OutputFile &other) const;

    /** Replaces the file. Throws OutputError; the old file is then still there. */
    void write(const std::string &content) const;

private:
    std::string m_option;
    std::string m_path;
};

/** Writes to standard output. Throws OutputError. */
void writeStandardOutput(const std::string &content);

} // namespace actiscope
