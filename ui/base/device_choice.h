// What the window computes on: the devices that there are, the one that was chosen, and what it says of itself. GUI thread.
#pragma once

#include "core/engine/backend.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <optional>

namespace actiscope {

class DeviceChoice : public QObject {
    Q_OBJECT

public:
    /** Begins with the catalog's default. */
    explicit DeviceChoice(BackendCatalog catalog, QObject *parent = nullptr);

    const BackendCatalog &catalog() const { return m_catalog; }
    /** An entry of the catalog. */
    std::size_t index() const { return m_index; }
    const BackendChoice &current() const { return m_catalog.choices[m_index]; }
    /** Another one to go on with where the current one fails: the reference, which is always there. */
    std::optional<std::size_t> fallback() const;
    /** What the backend says of itself, or its entry's name until it does, in the language of the window. */
    QString description() const;

    /** What the search for devices has found takes the place of the catalog. Whoever chose something goes on with it; else the default
     *  computes, which is what an entry of the old catalog that is not in the new one stood for. */
    void setCatalog(const BackendCatalog &catalog);
    /** The user's choice: what goes on begins anew on it. Another than an entry changes nothing. */
    void choose(std::size_t index);
    /** The choice of who goes on with a run on another device. */
    void moveTo(std::size_t index);
    void setDescription(const Message &description);

    /** What is kept between sessions: an entry's id; empty for the default, which is found anew at each start. */
    QString saved() const;
    /** If it is there; it may yet be found, or be back at the next start. */
    void restore(const QString &id);

signals:
    /** There are other entries, perhaps with another index. */
    void catalogChanged();
    /** Something else computes from now on; `chosen` by the user, or in passing. */
    void changed(bool chosen);
    void described();

private:
    void takeWanted();

    BackendCatalog m_catalog;
    std::size_t m_index;
    QString m_wanted; ///< of the settings, while it has not been found
    Message m_description;
};

} // namespace actiscope
