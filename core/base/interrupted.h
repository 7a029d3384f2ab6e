// How long computing is left before its end: what computes asks now and then, and throws when it is told to leave.
#pragma once

#include <exception>
#include <functional>

namespace actiscope {

/** Says whether to leave; asked some times a second, by the thread that computes. An empty one never does. */
using StopWish = std::function<bool()>;

/** Computing was left because a StopWish said so. Whoever throws it says what is left as it was. */
class Interrupted final : public std::exception {
public:
    const char *what() const noexcept override { return "interrupted"; }
};

inline void leaveIfWished(const StopWish &wish)
{
    if (wish && wish())
        throw Interrupted();
}

} // namespace actiscope
