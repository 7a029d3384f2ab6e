#include "ui/functions/functions_state.h"

#include "core/errors.h"
#include "core/experiment.h"
#include "ui/base/number_format.h"

#include <QSettings>
#include <QStringList>

#include <algorithm>

namespace actiscope {

FunctionsState::FunctionsState(QObject *parent) : QObject(parent), m_focus(&activations().front())
{
    for (const Activation &activation : activations())
        m_parameters[&activation] = activation.defaultParameters();
    for (const ActivationSpec &spec : defaultExperiment().activations) {
        m_shown.push_back(spec.activation);
        m_parameters[spec.activation] = spec.parameters;
        m_focus = spec.activation;
    }
}

bool FunctionsState::isShown(const Activation &activation) const
{
    return std::ranges::find(m_shown, &activation) != m_shown.end();
}

const std::vector<double> &FunctionsState::parameters(const Activation &activation) const
{
    return m_parameters.at(&activation);
}

QString FunctionsState::label(const Activation &activation) const
{
    const QString name = QString::fromStdString(activation.name);
    QStringList values;
    for (std::size_t k = 0; k < activation.parameters.size(); ++k)
        values.append(QString::fromStdString(activation.parameters[k].symbol) + QLatin1Char(' ') + formatNumber(parameters(activation)[k], 3));
    return values.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, values.join(QStringLiteral(", ")));
}

void FunctionsState::setShown(const Activation &activation, bool shown)
{
    if (isShown(activation) == shown)
        return;
    if (shown)
        m_shown.push_back(&activation);
    else
        std::erase(m_shown, &activation);
    emit shownChanged();
}

void FunctionsState::setFocus(const Activation &activation)
{
    if (m_focus == &activation)
        return;
    m_focus = &activation;
    emit focusChanged();
}

void FunctionsState::setParameter(const Activation &activation, std::size_t index, double value)
{
    setParameters(activation, withParameter(activation, parameters(activation), index, value));
}

void FunctionsState::resetParameters(const Activation &activation)
{
    setParameters(activation, activation.defaultParameters());
}

void FunctionsState::setParameters(const Activation &activation, std::vector<double> values)
{
    if (m_parameters[&activation] == values)
        return;
    m_parameters[&activation] = std::move(values);
    emit parametersChanged(&activation);
}

void FunctionsState::save(QSettings &settings) const
{
    QStringList shown;
    for (const Activation *activation : m_shown)
        shown.append(QString::fromStdString(activation->id));
    settings.setValue(QStringLiteral("functions/shown"), shown);
    settings.setValue(QStringLiteral("functions/focus"), QString::fromStdString(m_focus->id));
    QStringList changed;
    for (const auto &[activation, values] : m_parameters) {
        if (values != activation->defaultParameters())
            changed.append(QString::fromStdString(makeSpec(*activation, values).text));
    }
    settings.setValue(QStringLiteral("functions/parameters"), changed);
}

void FunctionsState::restore(const QSettings &settings)
{
    if (!settings.contains(QStringLiteral("functions/shown")))
        return;
    for (const QString &text : settings.value(QStringLiteral("functions/parameters")).toStringList()) {
        try {
            const ActivationSpec spec = parseActivationSpec(text.toStdString());
            setParameters(*spec.activation, spec.parameters);
        } catch (const ConfigurationError &) {
            continue; // of another version: the default stays
        }
    }
    m_shown.clear();
    for (const QString &id : settings.value(QStringLiteral("functions/shown")).toStringList()) {
        const Activation *activation = findActivation(id.toStdString());
        if (activation && !isShown(*activation))
            m_shown.push_back(activation);
    }
    emit shownChanged();
    if (const Activation *focus = findActivation(settings.value(QStringLiteral("functions/focus")).toString().toStdString()))
        setFocus(*focus);
}

} // namespace actiscope
