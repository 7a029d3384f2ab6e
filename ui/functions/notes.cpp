#include "ui/functions/notes.h"

#include "core/activation.h"
#include "ui/base/resources.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace actiscope {

namespace {

/** "expression", or [["expression", "condition"], …]. */
Formula toFormula(const QJsonValue &value)
{
    Formula formula;
    if (value.isString())
        formula.cases.push_back({value.toString(), QString()});
    for (const QJsonValue &entry : value.toArray())
        formula.cases.push_back({entry.toArray().at(0).toString(), entry.toArray().at(1).toString()});
    return formula;
}

/** Lines may break after signs and brackets, which words alone do not let them. */
Formula fromSource(const std::string &source)
{
    static const QRegularExpression sign(QStringLiteral("([\u00b7*+/(,])"));
    const QString text = QString::fromStdString(source).replace(sign, QStringLiteral("\\1\u200b"));
    return {{{QStringLiteral("<code>%1</code>").arg(text.toHtmlEscaped()), QString()}}};
}

} // namespace

Notes::Notes(const QString &language)
{
    initResources();
    load(QStringLiteral(":/notes/en.json"));
    if (language != QLatin1String("en"))
        load(QStringLiteral(":/notes/%1.json").arg(language));
}

void Notes::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return; // no notes in this language yet
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject entry = it->toObject();
        Note note{toFormula(entry[QLatin1String("formula")]), toFormula(entry[QLatin1String("derivative")]),
                  entry[QLatin1String("range")].toString(), {}};
        for (const QJsonValue &sentence : entry[QLatin1String("sentences")].toArray())
            note.sentences.append(sentence.toString());
        m_notes[it.key().toStdString()] = note;
    }
}

Note Notes::noteFor(const Activation &activation) const
{
    const auto found = m_notes.find(activation.notesKey);
    if (found != m_notes.end())
        return found->second;
    if (!activation.text.value.empty())
        return {fromSource(activation.text.value), fromSource(activation.text.derivative), QString(), {}};
    Note note{fromSource(activation.source.value), fromSource(activation.source.derivative), QString(), {}};
    note.fromSource = true;
    return note;
}

} // namespace actiscope
