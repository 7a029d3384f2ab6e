#include "app/driver/driver_surroundings.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iomanip>
#include <sstream>
#include <string_view>
#include <vector>

extern char **environ;

namespace actiscope {
namespace {

namespace fs = std::filesystem;

/** Which file lies there. */
void addFile(std::ostream &out, const fs::path &file)
{
    struct stat status {};
    if (stat(file.c_str(), &status) != 0) {
        out << file << " is not there\n";
        return;
    }
    out << file << ' ' << status.st_ino << ' ' << status.st_size << ' ' << status.st_mtim.tv_sec << '.' << status.st_mtim.tv_nsec << '\n';
}

/** Which files a folder has. */
void addFolder(std::ostream &out, const fs::path &folder)
{
    std::error_code missing;
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(folder, missing))
        files.push_back(entry.path());
    std::ranges::sort(files);
    for (const fs::path &file : files)
        addFile(out, file);
}

/** What drivers, their loader and the linker read, and what tests put beneath them. */
void addEnvironment(std::ostream &out)
{
    constexpr std::array<std::string_view, 7> prefixes = {"POCL", "OCL_", "OPENCL_", "CL_", "LD_", "LLVM_", "ACTISCOPE_"};
    std::vector<std::string> variables;
    for (char **variable = environ; *variable; ++variable) {
        const std::string_view text = *variable;
        if (std::ranges::any_of(prefixes, [text](std::string_view prefix) { return text.starts_with(prefix); }))
            variables.emplace_back(text);
    }
    std::ranges::sort(variables);
    for (const std::string &variable : variables)
        out << variable << '\n';
    if (const char *vendors = std::getenv("OCL_ICD_VENDORS"))
        addFolder(out, vendors);
    if (const char *layers = std::getenv("OPENCL_LAYERS"))
        addFile(out, layers);
}

void addProcessor(std::ostream &out)
{
    std::ifstream file("/proc/cpuinfo");
    constexpr int maxLines = 40; // one processor's
    std::string line;
    for (int i = 0; i < maxLines && std::getline(file, line); ++i) {
        if (line.starts_with("model") || line.starts_with("flags") || line.starts_with("CPU") || line.starts_with("Features"))
            out << line << '\n';
    }
    out << sysconf(_SC_NPROCESSORS_ONLN) << ' ' << access("/sys/devices/system/cpu", R_OK) << '\n';
    utsname system{};
    if (uname(&system) == 0)
        out << system.release << ' ' << system.machine << '\n';
}

void addLimits(std::ostream &out)
{
    for (const auto resource : {RLIMIT_AS, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_FSIZE, RLIMIT_NPROC, RLIMIT_NOFILE, RLIMIT_MEMLOCK}) {
        rlimit limit{};
        getrlimit(resource, &limit);
        out << limit.rlim_cur << ' ';
    }
    out << geteuid() << '\n';
}

} // namespace

std::string driverSurroundings()
{
    std::ostringstream all;
    addFile(all, "/proc/self/exe");
    addFolder(all, "/etc/OpenCL/vendors");
    addFolder(all, "/dev/dri");
    addFile(all, "/dev/nvidiactl");
    addFile(all, "/etc/ld.so.cache"); // another one whenever libraries are installed
    addEnvironment(all);
    addProcessor(all);
    addLimits(all);
    std::ostringstream line;
    line << "1 " << std::hex << std::hash<std::string>()(all.str());
    return line.str();
}

} // namespace actiscope
