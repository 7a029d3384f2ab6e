#include "ui/functions/state/inventions.h"

#include "core/activations/invented_activations.h"
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

std::vector<const Activation *> Inventions::all() const
{
    return inventedActivations();
}

const Activation &Inventions::add(const QString &formula, const FormulaProperties &properties)
{
    const Activation *made = inventActivation(formula.toStdString(), properties);
    emit changed();
    return *made;
}

const Activation &Inventions::replace(const Activation &old, const QString &formula, const FormulaProperties &properties)
{
    const Activation *made = inventActivation(formula.toStdString(), properties);
    if (made != &old)
        forgetInvention(old);
    emit changed();
    return *made;
}

void Inventions::remove(const Activation &activation)
{
    forgetInvention(activation);
    emit changed();
}

void Inventions::save(SavedState &settings) const
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

void Inventions::restore(const SavedState &settings)
{
    for (const QVariant &entry : settings.value(savedKey()).toList()) {
        const QVariantMap map = entry.toMap();
        FormulaProperties properties{.name = map[QStringLiteral("name")].toString().toStdString(), .defaults = {}};
        for (const QVariant &value : map[QStringLiteral("defaults")].toList())
            properties.defaults.push_back(value.toDouble());
        try {
            inventActivation(map[QStringLiteral("formula")].toString().toStdString(), properties);
        } catch (const FormulaError &) {
            continue; // of another version
        }
    }
    emit changed();
}

QVariant Inventions::merged(const QVariant &before, const QVariant &ours, const QVariant &theirs)
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
