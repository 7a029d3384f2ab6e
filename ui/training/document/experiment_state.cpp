#include "ui/training/document/experiment_state.h"

#include "core/base/errors.h"
#include "core/io/experiment_file.h"
#include "core/training/setting.h"
#include "ui/base/translation.h"
#include "ui/training/document/subject.h"

#include <QCoreApplication>
#include <QStringList>
#include <QVariantMap>

#include <utility>
#include <variant>

namespace actiscope {

namespace {

/** The context of the texts. */
struct ExperimentState {
    Q_DECLARE_TR_FUNCTIONS(actiscope::ExperimentState)
};

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

QString savedExperiment(const Experiment &experiment)
{
    return QString::fromStdString(keptExperimentText(experiment));
}

std::optional<Experiment> restoredExperiment(const QVariant &saved)
{
    const bool isText = saved.typeId() == QMetaType::QString;
    if (!isText && saved.toMap().isEmpty())
        return std::nullopt;
    try {
        Experiment experiment = isText ? parseKeptExperiment(saved.toString().toStdString()) : experimentOfFirstVersion(saved.toMap());
        return whyNotShown(experiment).isEmpty() ? std::optional(std::move(experiment)) : std::nullopt;
    } catch (const Error &) {
        return std::nullopt;
    }
}

QString whyNotShown(const Experiment &experiment)
{
    if (experiment.models.size() > Experiment::maxModels)
        return ExperimentState::tr("it has %1 models, and the window shows %2 at most")
            .arg(experiment.models.size())
            .arg(Experiment::maxModels);
    const auto *given = std::get_if<GivenPoints>(&experiment.data);
    if (given && given->points->features != 2)
        return ExperimentState::tr("its points have %1 coordinates, and the window shows planes").arg(given->points->features);
    return {};
}

QString missingFiles(const Experiment &experiment)
{
    const auto *images = std::get_if<ImageData>(&experiment.data);
    const ImageKind *kind = images ? findImageKind(images->kind) : nullptr;
    try {
        if (kind)
            imageFilesOf(*kind, *images);
    } catch (const ConfigurationError &error) {
        return translated(error.accepted());
    }
    return {};
}

std::vector<const ReadyExperiment *> shownReadyExperiments()
{
    std::vector<const ReadyExperiment *> shown;
    for (const ReadyExperiment &ready : readyExperiments()) {
        if (whyNotShown(ready.experiment).isEmpty())
            shown.push_back(&ready);
    }
    return shown;
}

std::vector<const ReadyExperiment *> shownReadyExperiments(const Subject &subject)
{
    std::vector<const ReadyExperiment *> shown = shownReadyExperiments();
    std::erase_if(shown, [&subject](const ReadyExperiment *ready) { return !subject.has(ready->experiment); });
    return shown;
}

} // namespace actiscope
