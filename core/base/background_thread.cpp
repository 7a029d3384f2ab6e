#include "core/base/background_thread.h"

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace actiscope {

void yieldToOthers()
{
#ifdef __linux__
    // A tenth of a core that others want: enough to come to an end, and too little to be felt. Of this thread only: on Linux a thread's number is a
    // process to setpriority().
    constexpr int niceness = 10;
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), niceness);
#endif
}

} // namespace actiscope
