// What the window keeps from one start to the next, by key: widgets write it into one of these and read it from one; the file is
// the settings keeper's (ui/window/settings_keeper.h).
#pragma once

#include <QString>
#include <QVariantMap>

#include <utility>

namespace actiscope {

class SavedState {
public:
    SavedState() = default;
    explicit SavedState(QVariantMap values) : m_values(std::move(values)) {}

    bool contains(const QString &key) const { return m_values.contains(key); }
    QVariant value(const QString &key, const QVariant &otherwise = {}) const { return m_values.value(key, otherwise); }
    void setValue(const QString &key, const QVariant &value) { m_values.insert(key, value); }
    const QVariantMap &values() const { return m_values; }

private:
    QVariantMap m_values;
};

} // namespace actiscope
