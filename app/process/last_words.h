// What is said when a driver ends the program after all, in the middle of its work.
#pragma once

#include <filesystem>

namespace actiscope {

/** From now on, a fault or abort() says in a line on standard error, in the language of the terminal, that it may be the OpenCL driver's, and forgets what is known about its cache
 *  (`notes`): the next start tries it again in a child process and renews what is damaged. To be called again after drivers have
 *  been at work: LLVM puts handlers of its own in the place of these. */
void prepareLastWords(const std::filesystem::path &notes);

} // namespace actiscope
