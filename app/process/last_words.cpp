#include "app/process/last_words.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace actiscope {
namespace {

std::array<char, 4096> notesFile{}; // a handler may neither allocate nor lock

void sayLastWords(int)
{
    static constexpr char words[] =
        "actiscope: ended by a fault, perhaps of the OpenCL driver; --backend eigen computes without it, and the next start tries "
        "the driver anew\n";
    unlink(notesFile.data());
    const ssize_t ignored = write(STDERR_FILENO, words, sizeof(words) - 1);
    (void)ignored;
} // the handler is gone by now: the fault comes again and ends the program

} // namespace

void prepareLastWords(const std::filesystem::path &notes)
{
    if (notes.native().size() < notesFile.size())
        std::memcpy(notesFile.data(), notes.c_str(), notes.native().size() + 1);
#ifndef __SANITIZE_ADDRESS__ // which has more to say
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE}) {
        struct sigaction action {};
        action.sa_handler = sayLastWords;
        action.sa_flags = static_cast<int>(SA_RESETHAND);
        sigaction(signal, &action, nullptr);
    }
#endif
}

} // namespace actiscope
