#include "ui/base/activation_colors.h"

#include "ui/base/theme.h"

#include <algorithm>
#include <array>
#include <set>

namespace actiscope {

namespace {

constexpr std::size_t colorCount = 7; // of Theme::curves: the text colour belongs to contours, cursors and words

const std::array<QList<qreal>, 3> &dashPatterns()
{
    static const std::array<QList<qreal>, 3> patterns{QList<qreal>{}, QList<qreal>{5, 3}, QList<qreal>{1.5, 2.5}};
    return patterns;
}

} // namespace

void ActivationColors::setShown(const QObject *user, const std::vector<std::string> &keys)
{
    if (!m_shown.contains(user))
        connect(user, &QObject::destroyed, this, [this, user] { m_shown.erase(user); });
    m_shown[user] = keys;
    if (giveMissing())
        emit changed();
}

QColor ActivationColors::color(const std::string &key, const Theme &theme) const
{
    const auto found = m_slots.find(key);
    return found == m_slots.end() ? theme.mutedText : theme.curves[found->second % colorCount];
}

QPen ActivationColors::pen(const std::string &key, const Theme &theme, double width) const
{
    QPen pen(color(key, theme), width * theme.scale, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const auto found = m_slots.find(key);
    if (found != m_slots.end() && found->second >= colorCount)
        pen.setDashPattern(dashPatterns()[found->second / colorCount % dashPatterns().size()]);
    return pen;
}

QVariantMap ActivationColors::saveState() const
{
    QVariantMap state;
    for (const auto &[key, slot] : m_slots)
        state.insert(QString::fromStdString(key), qulonglong(slot));
    return state;
}

void ActivationColors::restoreState(const QVariant &state)
{
    m_slots.clear();
    std::set<std::size_t> taken;
    const auto give = [&](const QString &key, std::size_t slot) {
        if (!key.isEmpty() && taken.insert(slot).second)
            m_slots[key.toStdString()] = slot;
    };
    for (const auto &[key, value] : state.toMap().asKeyValueRange()) {
        bool isNumber = false;
        const qulonglong slot = value.toULongLong(&isNumber);
        if (isNumber)
            give(key, slot);
    }
    const QStringList list = state.toStringList();
    for (qsizetype slot = 0; slot < list.size(); ++slot)
        give(list[slot], std::size_t(slot));
    giveMissing();
    emit changed();
}

/** A colour to whatever is shown and has none; whether there was such. */
bool ActivationColors::giveMissing()
{
    bool anyNew = false;
    for (const auto &[user, keys] : m_shown) {
        for (const std::string &key : keys) {
            if (has(key))
                continue;
            m_slots[key] = freeSlot();
            anyNew = true;
        }
    }
    return anyNew;
}

bool ActivationColors::isShown(const std::string &key) const
{
    return std::ranges::any_of(m_shown, [&key](const auto &entry) { return std::ranges::find(entry.second, key) != entry.second.end(); });
}

/** A colour never given out, else one whose owner is shown nowhere (who loses it), else the next dash pattern. */
std::size_t ActivationColors::freeSlot()
{
    std::map<std::size_t, std::string> owners;
    for (const auto &[key, slot] : m_slots)
        owners[slot] = key;
    std::size_t next = 0;
    while (owners.contains(next))
        ++next;
    if (next < colorCount)
        return next;
    const auto idle = std::ranges::find_if(owners, [this](const auto &owner) { return !isShown(owner.second); });
    if (idle == owners.end())
        return next;
    m_slots.erase(idle->second);
    return idle->first;
}

} // namespace actiscope
