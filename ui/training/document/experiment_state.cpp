#include "ui/training/document/experiment_state.h"

#include "core/base/errors.h"
#include "core/io/experiment_file.h"
#include "core/training/setting.h"

#include <QStringList>

namespace actiscope {

namespace {

const QString textKey = QStringLiteral("text");

/** What the first version kept: values by the names of settings, and a list of activations. */
Experiment experimentOfFirstVersion(const QVariantMap &map)
{
    Experiment experiment = defaultExperiment();
    const QStringList activations = map.value(QStringLiteral("activations")).toStringList();
    if (!activations.isEmpty()) {
        std::vector<ActivationSpec> specs;
        for (const QString &text : activations)
            specs.push_back(parseActivationSpec(text.toStdString()));
        setActivations(experiment, specs);
    }
    for (const Setting &setting : settings()) {
        const auto found = map.constFind(QString::fromStdString(std::string(setting.name)));
        if (found != map.constEnd() && setting.kind != SettingKind::Points && applies(setting, experiment))
            setEverywhere(experiment, setting, parseSetting(setting, found->toString().toStdString()));
    }
    validate(experiment);
    return experiment;
}

} // namespace

QVariantMap toMap(const Experiment &experiment)
{
    return {{textKey, QString::fromStdString(experimentText(experiment))}};
}

std::optional<Experiment> experimentFromMap(const QVariantMap &map)
{
    if (map.isEmpty())
        return std::nullopt;
    try {
        const Experiment experiment =
            map.contains(textKey) ? parseExperiment(map.value(textKey).toString().toStdString()) : experimentOfFirstVersion(map);
        return experiment.models.size() <= Experiment::maxModels ? std::optional(experiment) : std::nullopt;
    } catch (const Error &) {
        return std::nullopt;
    }
}

} // namespace actiscope
