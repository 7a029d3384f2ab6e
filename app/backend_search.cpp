#include "app/backend_search.h"

#include "app/backend_catalog.h"
#include "core/base/background_thread.h"

#include <QCoreApplication>

#include <utility>

namespace actiscope {

BackendSearch::BackendSearch(Finder find) : m_catalog(m_promise.get_future().share())
{
    m_thread = std::jthread([this, find = std::move(find)] {
        yieldToTheWindow(); // so do the threads that a driver for processors makes now
        m_promise.set_value(find());
        QMetaObject::invokeMethod(
            &m_receiver,
            [this] {
                if (m_found)
                    m_found(m_catalog.get());
            },
            Qt::QueuedConnection);
    });
}

BackendSearch::~BackendSearch() = default;

BackendCatalog BackendSearch::provisional() const
{
    BackendCatalog catalog = makeEigenCatalog();
    const char *name = ACTISCOPE_TR("core", "Looking for OpenCL devices…");
    catalog.choices.push_back({"opencl", name, ACTISCOPE_TR("core", "The first one that is found computes."), [found = m_catalog] {
                                   const BackendCatalog &all = found.get();
                                   return all.choices[all.defaultIndex].create();
                               }});
    catalog.defaultIndex = catalog.choices.size() - 1;
    catalog.reason = name;
    return catalog;
}

void BackendSearch::whenFound(Found found)
{
    m_found = std::move(found);
}

} // namespace actiscope
