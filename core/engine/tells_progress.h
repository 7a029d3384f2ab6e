// What a backend has that says, while it trains, how far it has come: an epoch of many images takes a second or more.
#pragma once

#include <functional>

namespace actiscope {

/** Takes the share of a call of Backend::advance() that is done, 0 to 1; called some times a second or more often, by the thread that called advance(). */
using ProgressListener = std::function<void(double share)>;

class TellsProgress {
public:
    virtual ~TellsProgress() = default;
    /** Who listens from now on; an empty one hears nothing. */
    virtual void tellProgress(ProgressListener listener) = 0;
};

} // namespace actiscope
