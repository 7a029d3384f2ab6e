// Where the OpenCL driver keeps the programs that it builds. PoCL loads code from there and ends the process where it cannot: so the folder
// is one that nobody else can write to, and room, writing and execution are tried before PoCL sees it.
#pragma once

#include "core/base/message.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace actiscope {

/** Keeps others from emptying the driver's cache, or from loading from it, as long as it lives. */
class CacheLock {
public:
    CacheLock() = default;
    /** `file` is made if need be; without one, or when `patience` is over, nothing is held. */
    CacheLock(const std::filesystem::path &file, bool isExclusive, std::chrono::milliseconds patience);
    ~CacheLock();
    CacheLock(CacheLock &&other) noexcept;
    CacheLock &operator=(CacheLock &&other) noexcept;

    explicit operator bool() const { return m_file >= 0; }

private:
    int m_file = -1;
};

class DriverCache {
public:
    /** Takes $POCL_CACHE_DIR, where somebody has set it and nobody else can write to it; its rights stay as they are. Else the user's own folder (XDG_CACHE_HOME/actiscope or ~/.cache/actiscope); where that
     *  does not serve, one of its own in the folder for temporary files, which ends with this object. Tells the driver by
     *  POCL_CACHE_DIR: to be made before the first OpenCL call and before other threads read the environment. */
    DriverCache();
    ~DriverCache();
    DriverCache(const DriverCache &) = delete;
    DriverCache &operator=(const DriverCache &) = delete;

    /** Where the driver keeps its programs; empty where no folder serves. */
    const std::filesystem::path &programs() const { return m_programs; }
    /** Why the folder that should be used is not, with its name: "/home/x/.cache/actiscope cannot keep programs: …"; or empty. */
    const Message &obstacle() const { return m_obstacle; }
    /** Whether the folder ends with this object. */
    bool isTemporary() const { return m_isTemporary; }

    /** A number that is another one as soon as any file of the driver's is another one. */
    std::uint64_t state() const;
    /** What is known about the cache is kept beside it; empty where nothing can be. */
    std::filesystem::path notes() const { return m_home.empty() ? m_home : m_home / "tried"; }
    /** To be held while programs are loaded. */
    CacheLock loading() const;
    /** Whether renew() can do anything: a folder that somebody chose is left alone. */
    bool canRenew() const { return !m_home.empty(); }
    /** Another number after each time that somebody emptied the folder. */
    std::uint64_t renewals() const;
    /** Empties the folder, once nobody loads from it, unless somebody has since there were so many renewals(). Returns false when it
     *  was not emptied. */
    bool renew(std::uint64_t seen);

private:
    bool takeHome(const std::filesystem::path &home);
    void takeTemporary();

    std::filesystem::path m_home; // of m_programs and the notes; empty where somebody else chose m_programs
    std::filesystem::path m_programs;
    Message m_obstacle;
    bool m_isTemporary = false;
    CacheLock m_alive; // tells that a temporary folder is in use
};

} // namespace actiscope
