#include "ui/functions/state/functions_view.h"

#include "core/activations/activation_catalog.h"
#include "core/activations/activation_spec.h"
#include "core/analysis/parameter_family.h"
#include "ui/base/number_format.h"
#include "ui/base/saved_state.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace actiscope {

namespace {

struct Switch {
    const char *key;
    bool ViewOptions::*option;
};

constexpr Switch switches[] = {
    {"secondDerivative", &ViewOptions::secondDerivative},
    {"equalScale", &ViewOptions::equalScale},
    {"tangent", &ViewOptions::tangent},
    {"asymptotes", &ViewOptions::asymptotes},
    {"saturation", &ViewOptions::saturation},
    {"family", &ViewOptions::family},
    {"comparison", &ViewOptions::comparison},
    {"logarithmicDifference", &ViewOptions::logarithmicDifference},
    {"inside", &ViewOptions::inside},
};

QString keyOf(const char *name)
{
    return QStringLiteral("view/") + QLatin1String(name);
}

QString idOf(const Activation *activation)
{
    return activation ? QString::fromStdString(activation->id) : QString();
}

} // namespace

void FunctionsView::setOptions(const ViewOptions &options)
{
    ViewOptions accepted = options;
    accepted.saturationThreshold = std::clamp(options.saturationThreshold, smallestThreshold, largestThreshold);
    if (accepted == m_options)
        return;
    m_options = accepted;
    emit changed();
}

std::size_t FunctionsView::familyParameter(const Activation &activation) const
{
    return m_options.familyParameter < activation.parameters.size() ? m_options.familyParameter : 0;
}

const std::vector<double> &FunctionsView::familyValues(const Activation &activation, std::size_t k) const
{
    std::vector<double> &values = m_familyValues[{&activation, k}];
    if (values.empty())
        values = startingFamily(activation.parameters.at(k));
    return values;
}

void FunctionsView::setFamilyValues(const Activation &activation, std::size_t k, std::vector<double> values)
{
    std::vector<double> &old = m_familyValues[{&activation, k}];
    if (old == values)
        return;
    old = std::move(values);
    emit changed();
}

void FunctionsView::save(SavedState &settings) const
{
    for (const auto &[key, option] : switches)
        settings.setValue(keyOf(key), m_options.*option);
    settings.setValue(keyOf("saturationThreshold"), m_options.saturationThreshold);
    settings.setValue(keyOf("familyParameter"), int(m_options.familyParameter));
    settings.setValue(keyOf("minuend"), idOf(m_options.minuend));
    settings.setValue(keyOf("subtrahend"), idOf(m_options.subtrahend));
    QStringList families;
    for (const auto &[key, values] : m_familyValues) {
        const auto &[activation, k] = key;
        if (values != startingFamily(activation->parameters[k]))
            families << idOf(activation) << QString::number(k) << familyValuesText(values);
    }
    settings.setValue(keyOf("families"), families);
}

void FunctionsView::restore(const SavedState &settings)
{
    ViewOptions options = m_options;
    for (const auto &[key, option] : switches)
        options.*option = settings.value(keyOf(key), options.*option).toBool();
    options.saturationThreshold = settings.value(keyOf("saturationThreshold"), options.saturationThreshold).toDouble();
    options.familyParameter = std::size_t(std::max(0, settings.value(keyOf("familyParameter")).toInt()));
    options.minuend = findActivation(settings.value(keyOf("minuend")).toString().toStdString());
    options.subtrahend = findActivation(settings.value(keyOf("subtrahend")).toString().toStdString());
    const QStringList families = settings.value(keyOf("families")).toStringList();
    for (qsizetype i = 0; i + 2 < families.size(); i += 3) {
        const Activation *activation = findActivation(families[i].toStdString());
        const auto k = std::size_t(std::max(0, families[i + 1].toInt()));
        if (!activation || k >= activation->parameters.size())
            continue; // of another version
        const std::vector<double> values = parseFamilyValues(families[i + 2], activation->parameters[k], nullptr);
        if (!values.empty())
            setFamilyValues(*activation, k, values);
    }
    setOptions(options);
}

std::vector<double> parseFamilyValues(const QString &text, const ActivationParameter &parameter, QString *error)
{
    static const QRegularExpression separator(QStringLiteral(";\\s*|,\\s+|\\s+"));
    std::vector<double> values;
    bool accepted = true;
    for (const QString &part : text.trimmed().split(separator, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const double value = parseTypedNumber(part, &isNumber);
        accepted = accepted && isNumber && value >= parameter.minimum && value <= parameter.maximum;
        values.push_back(value);
    }
    if (accepted && !values.empty() && values.size() <= maxFamilySize)
        return values;
    if (error)
        *error = FunctionsView::tr("1 to %1 numbers from %2 to %3, as in “0.1; 0.5; 1”")
                     .arg(maxFamilySize)
                     .arg(formatNumber(parameter.minimum), formatNumber(parameter.maximum));
    return {};
}

QString familyValuesText(const std::vector<double> &values)
{
    QStringList texts;
    std::ranges::transform(values, std::back_inserter(texts), [](double value) { return formatNumber(value, 6); });
    return texts.join(QStringLiteral("; "));
}

} // namespace actiscope
