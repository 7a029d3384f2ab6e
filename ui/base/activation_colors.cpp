#include "ui/base/activation_colors.h"

#include "ui/base/theme.h"

#include <algorithm>
#include <array>

namespace actiscope {

namespace {

constexpr std::size_t colorCount = std::tuple_size_v<decltype(Theme::curves)>;

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
    bool anyNew = false;
    for (const std::string &key : keys) {
        if (has(key))
            continue;
        m_slots[key] = freeSlot();
        anyNew = true;
    }
    if (anyNew)
        emit changed();
}

QColor ActivationColors::color(const std::string &key, const Theme &theme) const
{
    const auto found = m_slots.find(key);
    return found == m_slots.end() ? theme.mutedText : theme.curves[found->second % colorCount];
}

QPen ActivationColors::pen(const std::string &key, const Theme &theme, double width) const
{
    QPen pen(color(key, theme), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const auto found = m_slots.find(key);
    if (found != m_slots.end() && found->second >= colorCount)
        pen.setDashPattern(dashPatterns()[found->second / colorCount % dashPatterns().size()]);
    return pen;
}

QStringList ActivationColors::saveState() const
{
    QStringList state;
    for (const auto &[key, slot] : m_slots) {
        while (std::size_t(state.size()) <= slot)
            state.append(QString());
        state[qsizetype(slot)] = QString::fromStdString(key);
    }
    return state;
}

void ActivationColors::restoreState(const QStringList &state)
{
    m_slots.clear();
    for (qsizetype slot = 0; slot < state.size(); ++slot) {
        if (!state[slot].isEmpty())
            m_slots[state[slot].toStdString()] = std::size_t(slot);
    }
    emit changed();
}

bool ActivationColors::isShown(const std::string &key) const
{
    return std::ranges::any_of(m_shown, [&key](const auto &entry) {
        return std::ranges::find(entry.second, key) != entry.second.end();
    });
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
