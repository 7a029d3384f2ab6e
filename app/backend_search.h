// Looks for the machine's devices while the window is there already: a driver may take half a minute to say that it cannot. GUI thread.
#pragma once

#include "core/engine/backend.h"

#include <QObject>

#include <functional>
#include <future>
#include <thread>

namespace actiscope {

class BackendSearch {
public:
    using Finder = std::function<BackendCatalog()>;
    using Found = std::function<void(const BackendCatalog &)>;

    /** Begins at once, on a thread of its own. */
    explicit BackendSearch(Finder find);
    /** Waits for the end of the search. */
    ~BackendSearch();
    BackendSearch(const BackendSearch &) = delete;
    BackendSearch &operator=(const BackendSearch &) = delete;

    /** What can be offered meanwhile: Eigen, and (as the default) what will be found, whose backend is made as soon as it is known. */
    BackendCatalog provisional() const;
    /** Calls `found` once, from the event loop. */
    void whenFound(Found found);

private:
    QObject m_receiver;
    Found m_found;
    std::promise<BackendCatalog> m_promise;
    std::shared_future<BackendCatalog> m_catalog;
    std::jthread m_thread;
};

} // namespace actiscope
