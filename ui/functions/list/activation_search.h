// Finds activations by what people call them and by what they are: name, id, other names (resources/choices/<language>.json), group,
// and properties that core computes ("smooth", "non-monotonic", "has α"). Also the presets of that file. GUI thread.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <map>
#include <string>
#include <vector>

namespace actiscope {

struct Activation;

/** Activations that are shown together: a whole family, or a list of ids. */
struct ActivationPreset {
    QString title;
    std::string family;               ///< empty for a list
    std::vector<std::string> members; ///< ids

    /** Its members among those that there are, in its own order. */
    std::vector<const Activation *> among(const std::vector<const Activation *> &available) const;
};

class ActivationSearch {
public:
    /** In this language ("ko"); what it lacks comes from the English file. */
    explicit ActivationSearch(const QString &language = QStringLiteral("en"));

    const std::vector<ActivationPreset> &presets() const { return m_presets; }
    /** A property said in full ("bounded") finds those that have it. Anything else finds names that contain it, and properties that
     *  begin with it; of several words each has to be found. Case and hyphens do not matter; nothing finds everything. */
    bool matches(const Activation &activation, const QString &query) const;
    /** What its properties are called, in English and in the language of the window, computed with its default parameters. */
    QStringList properties(const Activation &activation) const;
    /** The ids that the file gives other names for. */
    QStringList idsWithAliases() const { return m_aliases.keys(); }

private:
    void load(const QString &path);
    QStringList names(const Activation &activation) const;
    bool matchesPhrase(const Activation &activation, const QString &phrase) const;
    static bool isProperty(const QString &phrase);

    QMap<QString, QStringList> m_aliases; ///< by id
    std::vector<ActivationPreset> m_presets;
    mutable std::map<const Activation *, QStringList> m_properties; ///< of those that were asked for
};

} // namespace actiscope
