// What the window keeps from one start to the next, by key: widgets write it into one of these and read it from one; the file is
// the settings keeper's (ui/window/settings_keeper.h), or a session's. Values are what JSON can say.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QVariantMap>

#include <utility>

namespace actiscope {

/** Bytes, such as where a splitter stands, as a value of JSON. */
inline QString savedBytes(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

/** Read from it; earlier versions kept the bytes themselves. */
inline QByteArray bytesOf(const QVariant &saved)
{
    return saved.typeId() == QMetaType::QByteArray ? saved.toByteArray() : QByteArray::fromBase64(saved.toString().toLatin1());
}

class SavedState {
public:
    SavedState() = default;
    explicit SavedState(QVariantMap values) : m_values(std::move(values)) {}
    explicit SavedState(const QJsonObject &values) : m_values(values.toVariantMap()) {}

    bool contains(const QString &key) const { return m_values.contains(key); }
    QVariant value(const QString &key, const QVariant &otherwise = {}) const { return m_values.value(key, otherwise); }
    void setValue(const QString &key, const QVariant &value) { m_values.insert(key, value); }
    const QVariantMap &values() const { return m_values; }
    QJsonObject json() const { return QJsonObject::fromVariantMap(m_values); }
    /** Takes in all values of `part`, under "name/key". */
    void setPart(const QString &name, const QJsonObject &part)
    {
        for (auto value = part.begin(); value != part.end(); ++value)
            m_values.insert(name + QLatin1Char('/') + value.key(), value->toVariant());
    }
    QJsonObject part(const QString &name) const
    {
        QJsonObject part;
        for (const auto &[key, value] : m_values.asKeyValueRange()) {
            if (key.startsWith(name + QLatin1Char('/')))
                part.insert(key.mid(name.size() + 1), QJsonValue::fromVariant(value));
        }
        return part;
    }

private:
    QVariantMap m_values;
};

} // namespace actiscope
