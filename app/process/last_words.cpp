#include "app/process/last_words.h"

#include "app/process/told.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <string>

namespace actiscope {
namespace {

// What the handler needs: it may neither allocate nor lock.
std::array<char, 4096> notesFile{};
std::array<char, 1024> lastWords{};
std::atomic<std::size_t> lastWordsSize = 0;

void sayLastWords(int)
{
    unlink(notesFile.data());
    const ssize_t ignored = write(STDERR_FILENO, lastWords.data(), lastWordsSize);
    (void)ignored;
} // the handler is gone by now: the fault comes again and ends the program

/** In the language of the terminal, which stays the same: once. */
void prepareWords()
{
    if (lastWordsSize != 0)
        return;
    const std::string words = "actiscope: "
                              + told(ACTISCOPE_TR("core", "ended by a fault, perhaps of the OpenCL driver; --backend eigen computes without it, and the "
                                                          "next start tries the driver anew"))
                              + "\n";
    const std::size_t size = std::min(words.size(), lastWords.size());
    std::memcpy(lastWords.data(), words.data(), size);
    lastWordsSize = size;
}

} // namespace

void prepareLastWords(const std::filesystem::path &notes)
{
    prepareWords();
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
