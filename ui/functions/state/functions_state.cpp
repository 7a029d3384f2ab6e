#include "ui/functions/state/functions_state.h"

#include "core/activations/activation_catalog.h"
#include "core/base/errors.h"
#include "core/training/experiment.h"
#include "ui/base/number_format.h"
#include "ui/base/saved_state.h"
#include "ui/functions/state/functions_view.h"

#include <QScopedValueRollback>
#include <QStringList>

#include <algorithm>
#include <chrono>

namespace actiscope {

namespace {

/** Changes without a slider held down that follow one another faster than this are one bend. */
constexpr std::chrono::milliseconds bendPause{1000};

} // namespace

FunctionsState::FunctionsState(QObject *parent) : QObject(parent), m_view(new FunctionsView(this)), m_focus(&activations().front())
{
    for (const Activation &activation : activations())
        m_available.push_back(&activation);
    for (const ModelConfiguration &model : defaultExperiment().models) {
        const ActivationSpec &spec = model.activation();
        m_shown.push_back(spec.activation);
        m_parameters[spec.activation] = spec.parameters;
        m_focus = spec.activation;
    }
    m_bendPause.setSingleShot(true);
    m_bendPause.setInterval(bendPause);
    connect(&m_bendPause, &QTimer::timeout, this, &FunctionsState::bendEnded);
}

void FunctionsState::setAvailable(std::vector<const Activation *> all)
{
    m_available = std::move(all);
    const auto hasGone = [this](const Activation *activation) { return !isAvailable(*activation); };
    if (hasGone(m_focus))
        setFocus(*m_available.front());
    ViewOptions options = m_view->options();
    for (const Activation **compared : {&options.minuend, &options.subtrahend}) {
        if (*compared && hasGone(*compared))
            *compared = nullptr;
    }
    m_view->setOptions(options);
    emit availableChanged();
    if (std::erase_if(m_shown, hasGone) > 0)
        emit shownChanged();
}

bool FunctionsState::isAvailable(const Activation &activation) const
{
    return std::ranges::find(m_available, &activation) != m_available.end();
}

bool FunctionsState::isShown(const Activation &activation) const
{
    return std::ranges::find(m_shown, &activation) != m_shown.end();
}

const std::vector<double> &FunctionsState::parameters(const Activation &activation) const
{
    return m_parameters.try_emplace(&activation, activation.defaultParameters()).first->second;
}

bool FunctionsState::showsFamily() const
{
    return m_view->options().family && !m_focus->parameters.empty();
}

ActivationSpec FunctionsState::minuend() const
{
    const Activation *chosen = m_view->options().minuend;
    const Activation &activation = chosen ? *chosen : *m_focus;
    return makeSpec(activation, parameters(activation));
}

ActivationSpec FunctionsState::subtrahend() const
{
    const Activation *minuend = m_view->options().minuend ? m_view->options().minuend : m_focus;
    const Activation *chosen = m_view->options().subtrahend;
    if (!chosen) {
        const auto other = std::ranges::find_if(m_shown, [minuend](const Activation *shown) { return shown != minuend; });
        chosen = other == m_shown.end() ? minuend : *other;
    }
    return makeSpec(*chosen, parameters(*chosen));
}

bool FunctionsState::looksInside() const
{
    return m_hasRun && m_view->options().inside;
}

void FunctionsState::setHasRun(bool hasRun)
{
    if (m_hasRun == hasRun)
        return;
    m_hasRun = hasRun;
    emit runChanged();
}

QString FunctionsState::label(const Activation &activation) const
{
    const QString name = QString::fromStdString(activation.name);
    QStringList values;
    for (std::size_t k = 0; k < activation.parameters.size(); ++k)
        values.append(QString::fromStdString(activation.parameters[k].symbol) + QLatin1Char(' ')
                      + formatNumber(parameters(activation)[k], 3));
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
    if (shown && m_preview == &activation)
        dropPreview();
    emit shownChanged();
}

void FunctionsState::showOnly(std::vector<const Activation *> shown)
{
    if (m_shown == shown)
        return;
    m_shown = std::move(shown);
    dropPreview();
    emit shownChanged();
}

void FunctionsState::setFocus(const Activation &activation)
{
    if (m_focus == &activation)
        return;
    endBend(); // the slider has gone
    dropPreview();
    m_focus = &activation;
    emit focusChanged();
}

void FunctionsState::setPreview(const Activation &activation)
{
    setFocus(activation);
    if (isDrawn(activation))
        return;
    m_preview = &activation;
    emit previewChanged();
}

void FunctionsState::dropPreview()
{
    if (std::exchange(m_preview, nullptr))
        emit previewChanged();
}

void FunctionsState::setParameter(const Activation &activation, std::size_t index, double value)
{
    setParameters(activation, withParameter(activation, parameters(activation), index, value));
}

void FunctionsState::bend(std::size_t index, double value, bool drags)
{
    if (!drags && !isBending())
        keepBend();
    if (!drags)
        m_bendPause.start();
    setParameter(*m_focus, index, value);
}

void FunctionsState::beginBend()
{
    keepBend();
    m_bendPause.stop();
    m_isHeld = true;
}

void FunctionsState::endBend()
{
    if (!isBending())
        return;
    m_isHeld = false;
    m_bendPause.stop();
    emit bendEnded();
}

/** What the ghost shows. */
void FunctionsState::keepBend()
{
    m_bend = {m_focus, parameters(*m_focus)};
    emit ghostChanged();
}

std::optional<std::vector<double>> FunctionsState::ghost() const
{
    if (!m_keepsGhost || m_bend.activation != m_focus || m_bend.before == parameters(*m_focus))
        return std::nullopt;
    return m_bend.before;
}

void FunctionsState::setKeepsGhost(bool keeps)
{
    if (m_keepsGhost == keeps)
        return;
    m_keepsGhost = keeps;
    emit ghostChanged();
}

void FunctionsState::drawAgain()
{
    ++m_drawSeed;
    emit drawn();
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

void FunctionsState::save(SavedState &settings) const
{
    QStringList shown;
    for (const Activation *activation : m_shown)
        shown.append(QString::fromStdString(activation->id));
    settings.setValue(QStringLiteral("shown"), shown);
    settings.setValue(QStringLiteral("focus"), QString::fromStdString(m_focus->id));
    QVariantMap changed;
    for (const auto &[activation, values] : m_parameters) {
        if (isAvailable(*activation) && values != activation->defaultParameters())
            changed.insert(QString::fromStdString(activation->id), QString::fromStdString(makeSpec(*activation, values).text));
    }
    settings.setValue(QStringLiteral("parameters"), changed);
    settings.setValue(QStringLiteral("ghost"), m_keepsGhost);
    m_view->save(settings);
}

void FunctionsState::restore(const SavedState &settings)
{
    if (!settings.contains(QStringLiteral("shown")))
        return;
    const QScopedValueRollback restoring(m_isRestoring, true);
    for (const auto &[activation, values] : std::map(m_parameters)) // those of the first picture
        resetParameters(*activation);
    const QVariant saved = settings.value(QStringLiteral("parameters"));
    QStringList texts = saved.toStringList(); // in earlier versions
    for (const QVariant &text : saved.toMap())
        texts.append(text.toString());
    for (const QString &text : std::as_const(texts)) {
        try {
            const ActivationSpec spec = parseActivationSpec(text.toStdString());
            setParameters(*spec.activation, spec.parameters);
        } catch (const ConfigurationError &) {
            continue; // of another version: the default stays
        }
    }
    m_view->restore(settings);
    setKeepsGhost(settings.value(QStringLiteral("ghost")).toBool());
    m_shown.clear();
    for (const QString &id : settings.value(QStringLiteral("shown")).toStringList()) {
        const Activation *activation = findActivation(id.toStdString());
        if (activation && isAvailable(*activation) && !isShown(*activation))
            m_shown.push_back(activation);
    }
    emit shownChanged();
    const Activation *focus = findActivation(settings.value(QStringLiteral("focus")).toString().toStdString());
    if (focus && isAvailable(*focus))
        setFocus(*focus);
}

} // namespace actiscope
