#include "core/base/background_thread.h"

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace actiscope {

namespace {

/** Of this thread only: on Linux a thread's number is a process to setpriority(). */
void setNiceness([[maybe_unused]] int niceness)
{
#ifdef __linux__
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), niceness);
#endif
}

} // namespace

void yieldToTheWindow()
{
    setNiceness(4); // two fifths of what the window's thread gets where there are not cores for both
}

void yieldToOthers()
{
    setNiceness(10); // a tenth of a core that others want: enough to come to an end, and too little to be felt
}

} // namespace actiscope
