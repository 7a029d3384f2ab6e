// How the window's process ends: cleanly where the system asks for it, and soon, whatever still computes. GUI thread.
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace actiscope {

/** While it lives, SIGTERM, SIGINT and SIGHUP reach the event loop: `ended` is called there with the number. A second one of the same kind
 *  ends the process at once. One at a time. */
class EndSignals {
public:
    explicit EndSignals(std::function<void(int)> ended);
    ~EndSignals();
    EndSignals(const EndSignals &) = delete;
    EndSignals &operator=(const EndSignals &) = delete;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

/** What is still being computed is given a moment to stop; then the process ends with this status. Everything must have been saved. */
void endSoon(int status);

} // namespace actiscope
