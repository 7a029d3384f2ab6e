// What there is to read about an activation, from resources/notes/<language>.json. An activation without notes is shown
// by its source expressions, so adding one needs no note.
#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <string>
#include <vector>

namespace actiscope {

struct Activation;

/** A function in rich text: one expression, or several that hold under conditions. */
struct Formula {
    struct Case {
        QString expression;
        QString condition; ///< "x > 0"; empty for the only case
    };
    std::vector<Case> cases;
};

struct Note {
    Formula value;
    Formula derivative;
    QString range;         ///< rich text, "[0, ∞)"; empty when unknown
    QStringList sentences; ///< rich text
    bool fromSource = false; ///< nobody wrote a note: the formulas are the program's own expressions
};

class Notes {
public:
    /** The notes in this language ("ko"); what it lacks comes from the English ones. */
    explicit Notes(const QString &language = QStringLiteral("en"));

    Note noteFor(const Activation &activation) const;
    bool has(const std::string &key) const { return m_notes.contains(key); }

private:
    void load(const QString &path);

    std::map<std::string, Note> m_notes;
};

} // namespace actiscope
