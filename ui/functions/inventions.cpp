#include "ui/functions/inventions.h"

#include "core/invented_activations.h"

#include <QSettings>
#include <QVariantMap>

namespace actiscope {

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

void Inventions::save(QSettings &settings) const
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
    settings.setValue(QStringLiteral("inventions"), list);
}

void Inventions::restore(const QSettings &settings)
{
    for (const QVariant &entry : settings.value(QStringLiteral("inventions")).toList()) {
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

} // namespace actiscope
