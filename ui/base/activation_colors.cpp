#include "ui/base/activation_colors.h"

#include "ui/base/theme.h"

#include <algorithm>
#include <array>

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

/** A colour to whatever is shown and has none, and another one to what cannot be told from something beside it, where there is one that can be told from
 *  all beside it, wherever it is shown. Whether anything changed. */
bool ActivationColors::giveMissing()
{
    bool anyNew = false;
    for (const auto &[user, keys] : m_shown) {
        for (const std::string &key : keys) {
            const std::set<std::size_t> beside = colorsBeside(key);
            const auto found = m_slots.find(key);
            if (found != m_slots.end() && (beside.size() == colorCount || !beside.contains(found->second % colorCount)))
                continue;
            if (found != m_slots.end())
                m_slots.erase(found);
            m_slots[key] = freeSlot(beside);
            anyNew = true;
        }
    }
    return anyNew;
}

/** Of all that is shown together with it. */
std::set<std::size_t> ActivationColors::colorsBeside(const std::string &key) const
{
    std::set<std::size_t> colors;
    for (const auto &[user, keys] : m_shown) {
        if (std::ranges::find(keys, key) == keys.end())
            continue;
        for (const std::string &other : keys) {
            if (const auto found = m_slots.find(other); other != key && found != m_slots.end())
                colors.insert(found->second % colorCount);
        }
    }
    return colors;
}

bool ActivationColors::isShown(const std::string &key) const
{
    return std::ranges::any_of(m_shown, [&key](const auto &entry) { return std::ranges::find(entry.second, key) != entry.second.end(); });
}

/** A colour never given out, else one whose owner is shown nowhere (who loses it), else the next dash pattern; none of these colours, unless they are all
 *  that there are. */
std::size_t ActivationColors::freeSlot(const std::set<std::size_t> &beside)
{
    std::map<std::size_t, std::string> owners;
    for (const auto &[key, slot] : m_slots)
        owners[slot] = key;
    const auto isTold = [&beside](std::size_t slot) { return beside.size() == colorCount || !beside.contains(slot % colorCount); };
    std::size_t next = 0;
    while (owners.contains(next) || !isTold(next))
        ++next;
    if (next < colorCount)
        return next;
    const auto idle = std::ranges::find_if(owners, [&](const auto &owner) { return isTold(owner.first) && !isShown(owner.second); });
    if (idle == owners.end())
        return next;
    m_slots.erase(idle->second);
    return idle->first;
}

} // namespace actiscope
