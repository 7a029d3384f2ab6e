#include "app/process/prepared_folder.h"

#include <system_error>

namespace actiscope {

std::filesystem::path preparedFolder()
{
    std::error_code unknown;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", unknown);
    return unknown ? std::filesystem::path() : program.parent_path() / ACTISCOPE_PROGRAMS_FROM_PROGRAM;
}

} // namespace actiscope
