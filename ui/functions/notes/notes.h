// What there is to read about an activation: texts from resources/notes/<language>.json, formulas from resources/formulas (made
// of TeX by make_formulas.py there). An activation without notes, or without its formulas, is shown by its source expressions, so adding one
// needs neither.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <string>
#include <vector>

namespace actiscope {

struct Activation;

/** A function: as a drawing, or where there is none as the program's own expression. */
struct Formula {
    QByteArray drawing; ///< SVG in currentColor, with "f(x) =" in it
    QString words;      ///< the right-hand side as one would read it out; plain text
    QString source;     ///< the right-hand side as rich text, where there is no drawing
};

struct Paper {
    QString text;  ///< authors, year, venue
    QString arxiv; ///< its number there, or empty
};

struct Note {
    Formula value;
    Formula derivative;
    QString range;     ///< rich text with the parameters' symbols, "(−<i>α</i>, ∞)"; empty when figures say it
    QStringList about; ///< rich text, a sentence or two each, as the two below
    QStringList strengths;
    QStringList weaknesses;
    QString pytorch; ///< the call with its defaults; empty when the library has none
    QString keras;
    std::vector<Paper> papers; ///< the first ones; empty for what nobody invented
    bool fromSource = false;   ///< nobody wrote a note: the formulas are the program's own expressions
};

class Notes {
public:
    /** The notes in this language ("ko"); what it lacks comes from the English ones. */
    explicit Notes(const QString &language = QStringLiteral("en"));

    Note noteFor(const Activation &activation) const;
    bool has(const std::string &key) const { return m_notes.contains(key); }
    /** Adds what a file of notes says to what is there, field by field. */
    void add(const QByteArray &json);

private:
    std::map<std::string, QJsonObject> m_notes;
};

} // namespace actiscope
