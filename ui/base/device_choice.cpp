#include "ui/base/device_choice.h"

#include "ui/base/backend_choices.h"
#include "ui/base/translation.h"

#include <string>
#include <utility>

namespace actiscope {

DeviceChoice::DeviceChoice(BackendCatalog catalog, QObject *parent)
    : QObject(parent), m_catalog(std::move(catalog)), m_index(m_catalog.defaultIndex)
{
}

std::optional<std::size_t> DeviceChoice::fallback() const
{
    const auto eigen = indexOf(m_catalog, "eigen");
    return eigen == m_index ? std::nullopt : eigen;
}

QString DeviceChoice::description() const
{
    return translated(m_description.empty() ? current().name : m_description);
}

void DeviceChoice::setCatalog(const BackendCatalog &catalog)
{
    const std::string before = current().id;
    m_catalog = catalog;
    m_index = indexOf(m_catalog, before).value_or(m_catalog.defaultIndex);
    m_description = {};
    emit catalogChanged();
    takeWanted();
}

void DeviceChoice::choose(std::size_t index)
{
    if (index >= m_catalog.choices.size() || index == m_index)
        return;
    m_wanted.clear();
    m_index = index;
    m_description = {};
    emit changed(true);
}

void DeviceChoice::moveTo(std::size_t index)
{
    m_index = index;
    emit changed(false);
}

void DeviceChoice::setDescription(const Message &description)
{
    if (description.empty() || std::exchange(m_description, description).text() == description.text())
        return;
    emit described();
}

QString DeviceChoice::saved() const
{
    if (!m_wanted.isEmpty())
        return m_wanted;
    return m_index == m_catalog.defaultIndex ? QString() : QString::fromStdString(current().id);
}

void DeviceChoice::restore(const QString &id)
{
    m_wanted = id;
    takeWanted();
}

void DeviceChoice::takeWanted()
{
    if (const auto wanted = indexOf(m_catalog, m_wanted.toStdString())) {
        m_wanted.clear();
        choose(*wanted);
    }
}

} // namespace actiscope
