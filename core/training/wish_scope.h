// Whether a backend is to leave what it does: asked for a while. The thread that computes.
#pragma once

#include "core/engine/backend.h"

#include <utility>

namespace actiscope {

/** Until it ends a backend asks this. */
class WishScope {
public:
    WishScope(Backend &backend, StopWish wish) : m_backend(backend) { m_backend.leaveWhen(std::move(wish)); }
    ~WishScope() { m_backend.leaveWhen({}); }
    WishScope(const WishScope &) = delete;
    WishScope &operator=(const WishScope &) = delete;

private:
    Backend &m_backend;
};

} // namespace actiscope
