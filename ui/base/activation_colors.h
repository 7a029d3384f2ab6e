// One colour per activation in the whole window: given out in order of selection and kept across workspaces, and as long
// as there are enough, after it was put away, too. Beyond seven at once the pattern changes; what is shown side by side has
// different colours as far as there are any, since a dot has no pattern. GUI thread.
#pragma once

#include <QObject>
#include <QPen>
#include <QStringList>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace actiscope {

struct Theme;

class ActivationColors : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /** Tells which activations `user` (a workspace) shows now, in its order; gives a colour to those that have none, and
     *  another to one that has that of something beside it. A key is an activation's id; a second model of the same
     *  activation is a key of its own, "leaky_relu#2". */
    void setShown(const QObject *user, const std::vector<std::string> &keys);

    /** True when the key has a colour. */
    bool has(const std::string &key) const { return m_slots.contains(key); }
    /** The key's colour; the muted text colour for one that was never shown. */
    QColor color(const std::string &key, const Theme &theme) const;
    /** A pen of that colour and the key's dash pattern, flat ends. */
    QPen pen(const std::string &key, const Theme &theme, double width = 2) const;

    /** The number of each key's colour: to be kept between sessions. */
    QVariantMap saveState() const;
    /** That, or (of earlier versions) the keys in the order of their colours, an empty one where a colour is free. Of two keys that two
     *  windows gave one colour, the second has none until it is shown. */
    void restoreState(const QVariant &state);

signals:
    /** A key got another colour than before. */
    void changed();

private:
    bool isShown(const std::string &key) const;
    bool giveMissing();
    std::set<std::size_t> colorsBeside(const std::string &key) const;
    std::size_t freeSlot(const std::set<std::size_t> &beside);

    std::map<std::string, std::size_t> m_slots;
    std::map<const QObject *, std::vector<std::string>> m_shown;
};

} // namespace actiscope
