// Whether a folder can keep the programs of an OpenCL driver, which ends the process where it cannot.
#pragma once

#include "core/base/message.h"

#include <filesystem>

namespace actiscope {

/** Whose a folder is, hence what is looked at and what is changed. */
enum class FolderOwner {
    Chosen,    ///< somebody's choice, for other uses, too: its rights stay as they are
    UsersHome, ///< the user's own, perhaps through a link
    Ours,      ///< made by this program: nobody else gets into it
};

/** Why no programs can be kept in `folder`, in a few words; empty where they can. It is made if need be; then rights, room, writing and execution are tried. */
Message obstacleToPrograms(const std::filesystem::path &folder, FolderOwner owner);

} // namespace actiscope
