#include "ui/functions/list/activation_search.h"

#include "core/activations/activation.h"
#include "core/analysis/activation_shape.h"
#include "ui/base/activation_family.h"
#include "ui/base/resources.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace actiscope {

namespace {

constexpr const char *wordContext = "actiscope::ActivationSearch";

using A = const Activation &;
/** Nothing of an activation that is not a number everywhere: then no word for its shape fits. */
using Shape = const std::optional<ActivationShape> &;

/** A word for a property, and whether an activation has it. */
struct PropertyWord {
    const char *word;
    bool (*holds)(A activation, Shape shape);
};

constexpr PropertyWord propertyWords[] = {
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "smooth"), [](A, Shape s) { return s && s->isSmooth(); }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "has a kink"), [](A, Shape s) { return s && !s->isSmooth(); }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "monotonic"), [](A, Shape s) { return s && s->isMonotonic(); }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "non-monotonic"), [](A, Shape s) { return s && !s->isMonotonic(); }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "bounded"), [](A, Shape s) { return s && s->isBounded(); }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "unbounded"), [](A, Shape s) { return s && s->range && !s->isBounded(); }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "bounded below"), [](A, Shape s) { return s && s->isBoundedBelow(); }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "bounded above"), [](A, Shape s) { return s && s->isBoundedAbove(); }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "odd"), [](A, Shape s) { return s && s->isOdd; }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "linear"), [](A, Shape s) { return s && s->isLinear; }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "has a parameter"), [](A a, Shape) { return !a.parameters.empty(); }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "no parameter"), [](A a, Shape) { return a.parameters.empty(); }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "learnable"), [](A a, Shape) { return a.isLearnable(); }},
    {QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "random"), [](A a, Shape) { return a.drawsWhileTraining(); }},
};

constexpr const char *hasParameter = QT_TRANSLATE_NOOP("actiscope::ActivationSearch", "has %1");

/** As words are compared: lower case, blanks for hyphens. */
QString plain(const QString &text)
{
    return text.toLower().replace(QLatin1Char('-'), QLatin1Char(' ')).simplified();
}

QString searchWord(const char *word)
{
    return plain(QCoreApplication::translate(wordContext, word));
}

} // namespace

std::vector<const Activation *> ActivationPreset::among(const std::vector<const Activation *> &available) const
{
    std::vector<const Activation *> found;
    if (!family.empty())
        std::ranges::copy_if(available, std::back_inserter(found),
                             [this](const Activation *activation) { return activation->family == family; });
    for (const std::string &id : members) {
        const auto member = std::ranges::find_if(available, [&id](const Activation *activation) { return activation->id == id; });
        if (member != available.end())
            found.push_back(*member);
    }
    return found;
}

ActivationSearch::ActivationSearch(const QString &language)
{
    initResources();
    load(QStringLiteral(":/choices/en.json"));
    if (language != QLatin1String("en"))
        load(QStringLiteral(":/choices/%1.json").arg(language));
}

/** Other names are added to those that there are, presets replace them. */
void ActivationSearch::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return; // not in this language yet
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject aliases = all[QLatin1String("aliases")].toObject();
    for (auto it = aliases.begin(); it != aliases.end(); ++it) {
        for (const QJsonValue &alias : it->toArray())
            m_aliases[it.key()].append(plain(alias.toString()));
    }
    m_presets.clear();
    for (const QJsonValue &value : all[QLatin1String("presets")].toArray()) {
        const QJsonObject entry = value.toObject();
        ActivationPreset preset{entry[QLatin1String("title")].toString(), entry[QLatin1String("family")].toString().toStdString(), {}};
        for (const QJsonValue &id : entry[QLatin1String("members")].toArray())
            preset.members.push_back(id.toString().toStdString());
        m_presets.push_back(std::move(preset));
    }
}

QStringList ActivationSearch::names(const Activation &activation) const
{
    const QString id = QString::fromStdString(activation.id);
    return QStringList{plain(QString::fromStdString(activation.name)), id, plain(activationFamilyTitle(activation.family))}
           + m_aliases.value(id);
}

QStringList ActivationSearch::properties(const Activation &activation) const
{
    QStringList &words = m_properties[&activation];
    if (!words.isEmpty())
        return words;
    const auto shape = shapeOf(activation, activation.defaultParameters());
    for (const auto &[word, holds] : propertyWords) {
        if (holds(activation, shape))
            words << plain(QLatin1String(word)) << searchWord(word);
    }
    for (const ActivationParameter &parameter : activation.parameters) {
        for (const QString &name : {QString::fromStdString(parameter.symbol).toLower(), plain(QString::fromStdString(parameter.name))})
            words << name << QStringLiteral("has ") + name << plain(QCoreApplication::translate(wordContext, hasParameter).arg(name));
    }
    words.removeDuplicates();
    return words;
}

bool ActivationSearch::isProperty(const QString &phrase)
{
    return std::ranges::any_of(propertyWords, [&](const PropertyWord &word) {
        return phrase == plain(QLatin1String(word.word)) || phrase == searchWord(word.word);
    });
}

bool ActivationSearch::matchesPhrase(const Activation &activation, const QString &phrase) const
{
    const QStringList words = properties(activation);
    if (words.contains(phrase))
        return true;
    const bool isName = std::ranges::any_of(names(activation), [&](const QString &name) { return name.contains(phrase); });
    return isName || (!isProperty(phrase) && std::ranges::any_of(words, [&](const QString &word) { return word.startsWith(phrase); }));
}

bool ActivationSearch::matches(const Activation &activation, const QString &query) const
{
    static const QRegularExpression separator(QStringLiteral("[,;\\s]+"));
    const QString phrase = plain(query);
    if (phrase.isEmpty() || matchesPhrase(activation, phrase))
        return true;
    const QStringList parts = phrase.split(separator, Qt::SkipEmptyParts);
    if (isProperty(phrase) || parts.size() < 2)
        return false;
    return std::ranges::all_of(parts, [&](const QString &part) { return matchesPhrase(activation, part); });
}

} // namespace actiscope
