#include "ui/functions/state/custom_activation_list.h"

#include "core/activations/custom_activations.h"
#include "ui/base/saved_state.h"

#include <QVariantMap>

#include <algorithm>

namespace actiscope {

namespace {

QString savedFormula(const QVariant &entry)
{
    return entry.toMap().value(QStringLiteral("formula")).toString();
}

/** The entry of this formula, or an invalid one. */
QVariant savedEntry(const QVariantList &list, const QString &formula)
{
    const auto found = std::ranges::find(list, formula, savedFormula);
    return found == list.end() ? QVariant() : *found;
}

} // namespace

std::vector<const Activation *> CustomActivationList::all() const
{
    return customActivations();
}

const Activation &CustomActivationList::add(const QString &formula, const FormulaProperties &properties)
{
    const Activation *made = addCustomActivation(formula.toStdString(), properties);
    emit changed();
    return *made;
}

const Activation &CustomActivationList::replace(const Activation &old, const QString &formula, const FormulaProperties &properties)
{
    const Activation *made = addCustomActivation(formula.toStdString(), properties);
    if (made != &old)
        removeCustomActivation(old);
    emit changed();
    return *made;
}

void CustomActivationList::remove(const Activation &activation)
{
    removeCustomActivation(activation);
    emit changed();
}

std::vector<CustomActivationList::Entry> CustomActivationList::entries() const
{
    std::vector<Entry> entries;
    for (const Activation *activation : all())
        entries.push_back({activation->text.value, {.name = activation->name, .defaults = activation->defaultParameters()}});
    return entries;
}

void CustomActivationList::setEntries(const std::vector<Entry> &wanted)
{
    if (entries() == wanted)
        return;
    for (const Activation *activation : all())
        removeCustomActivation(*activation);
    for (const Entry &entry : wanted)
        addCustomActivation(entry.formula, entry.properties);
    emit changed();
}

void CustomActivationList::save(SavedState &settings) const
{
    QVariantList list;
    for (const Activation *activation : all()) {
        QVariantList defaults;
        for (const double value : activation->defaultParameters())
            defaults.append(value);
        list.append(QVariantMap{{QStringLiteral("formula"), QString::fromStdString(activation->text.value)},
                                {QStringLiteral("name"), QString::fromStdString(activation->name)},
                                {QStringLiteral("defaults"), defaults}});
    }
    settings.setValue(savedKey(), list);
}

void CustomActivationList::restore(const SavedState &settings)
{
    const QVariant earlier = settings.value(QStringLiteral("inventions")); // up to version 0.1, also in sessions
    for (const QVariant &entry : settings.value(savedKey(), earlier).toList()) {
        const QVariantMap map = entry.toMap();
        FormulaProperties properties{.name = map[QStringLiteral("name")].toString().toStdString(), .defaults = {}};
        for (const QVariant &value : map[QStringLiteral("defaults")].toList())
            properties.defaults.push_back(value.toDouble());
        try {
            addCustomActivation(map[QStringLiteral("formula")].toString().toStdString(), properties);
        } catch (const FormulaError &) {
            continue; // of another version
        }
    }
    emit changed();
}

QVariant CustomActivationList::merged(const QVariant &before, const QVariant &ours, const QVariant &theirs)
{
    const QVariantList base = before.toList();
    const QVariantList own = ours.toList();
    const QVariantList other = theirs.toList();
    QVariantList joined;
    for (const QVariant &entry : other) {
        const QVariant mine = savedEntry(own, savedFormula(entry));
        const QVariant old = savedEntry(base, savedFormula(entry));
        if (mine.isValid())
            joined.append(mine == old ? entry : mine);
        else if (!old.isValid())
            joined.append(entry);
    }
    for (const QVariant &entry : own) {
        const bool isNews = savedEntry(base, savedFormula(entry)) != entry;
        if (isNews && !savedEntry(other, savedFormula(entry)).isValid())
            joined.append(entry);
    }
    return joined;
}

} // namespace actiscope
