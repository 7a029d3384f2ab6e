#include "ui/functions/notes/notes.h"

#include "core/activations/activation.h"
#include "ui/base/resources.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace actiscope {

namespace {

QByteArray readResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** Lines may break after signs and brackets, which words alone do not let them. */
Formula fromSource(const std::string &source)
{
    static const QRegularExpression sign(QStringLiteral("([\u00b7*+/(,])"));
    const QString text = QString::fromStdString(source);
    const QString foldable = QString(text).replace(sign, QStringLiteral("\\1\u200b"));
    return {{}, text, QStringLiteral("<code>%1</code>").arg(foldable.toHtmlEscaped())};
}

/** Without a drawing it is the program's own expression. */
Formula drawnFormula(const std::string &key, const QString &what, const QString &words, const std::string &source)
{
    const QByteArray drawing = readResource(QStringLiteral(":/formulas/%1_%2.svg").arg(QString::fromStdString(key), what));
    return drawing.isEmpty() ? fromSource(source) : Formula{drawing, words, words.toHtmlEscaped()};
}

QStringList sentences(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue &sentence : array.toArray())
        list.append(sentence.toString());
    return list;
}

Note toNote(const std::string &key, const QJsonObject &entry, const ActivationSource &source)
{
    const auto text = [&entry](const char *name) { return entry[QLatin1String(name)].toString(); };
    Note note{drawnFormula(key, QStringLiteral("value"), text("value"), source.value),
              drawnFormula(key, QStringLiteral("derivative"), text("derivative"), source.derivative),
              text("range"),
              sentences(entry[QLatin1String("about")]),
              sentences(entry[QLatin1String("strengths")]),
              sentences(entry[QLatin1String("weaknesses")]),
              text("pytorch"),
              text("keras"),
              {}};
    for (const QJsonValue &paper : entry[QLatin1String("papers")].toArray())
        note.papers.push_back({paper[QLatin1String("text")].toString(), paper[QLatin1String("arxiv")].toString()});
    return note;
}

} // namespace

Notes::Notes(const QString &language)
{
    initResources();
    add(readResource(QStringLiteral(":/notes/en.json")));
    if (language != QLatin1String("en"))
        add(readResource(QStringLiteral(":/notes/%1.json").arg(language))); // nothing where there is no such file
}

void Notes::add(const QByteArray &json)
{
    const QJsonObject all = QJsonDocument::fromJson(json).object();
    for (auto note = all.begin(); note != all.end(); ++note) {
        QJsonObject &known = m_notes[note.key().toStdString()];
        const QJsonObject fields = note.value().toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            known[field.key()] = field.value();
    }
}

Note Notes::noteFor(const Activation &activation) const
{
    const auto found = m_notes.find(activation.notesKey);
    if (found != m_notes.end())
        return toNote(found->first, found->second, activation.source);
    const bool isTyped = !activation.text.value.empty();
    Note note;
    note.value = fromSource(isTyped ? activation.text.value : activation.source.value);
    note.derivative = fromSource(isTyped ? activation.text.derivative : activation.source.derivative);
    note.fromSource = true;
    return note;
}

} // namespace actiscope
