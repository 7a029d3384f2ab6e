#include "app/cli/terminal_line.h"

#include <unistd.h>

#include <cstdio>

namespace actiscope {

bool stderrIsTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}

void clearProgress()
{
    if (stderrIsTerminal())
        std::fputs("\r\033[K", stderr);
}

} // namespace actiscope
