#include "ui/training/document/experiment_state.h"

#include "core/base/errors.h"

namespace actiscope {

QVariantMap toMap(const Experiment &experiment)
{
    QStringList models;
    for (const ModelConfiguration &model : experiment.models)
        models << QString::fromStdString(activationText(model));
    const GeneratedData &data = generated(experiment.data);
    const ModelConfiguration &model = experiment.models.front();
    return {{QStringLiteral("activations"), models},
            {QStringLiteral("data"), QString::fromStdString(data.kind)},
            {QStringLiteral("samples"), data.samples},
            {QStringLiteral("noise"), data.noise},
            {QStringLiteral("classes"), data.classes},
            {QStringLiteral("factor"), data.factor},
            {QStringLiteral("data-seed"), data.seed},
            {QStringLiteral("test-fraction"), experiment.split.testFraction},
            {QStringLiteral("split-seed"), experiment.split.seed},
            {QStringLiteral("hidden"), QString::fromStdString(hiddenText(experiment.hidden))},
            {QStringLiteral("init-seed"), model.seeds.weights},
            {QStringLiteral("learning-rate"), model.optimizer.learningRate},
            {QStringLiteral("epochs"), experiment.stop.epochs}};
}

std::optional<Experiment> experimentFromMap(const QVariantMap &map)
{
    if (map.isEmpty())
        return std::nullopt;
    Experiment experiment = defaultExperiment();
    GeneratedData &data = generated(experiment.data);
    ModelConfiguration model = experiment.models.front();
    const auto read = [&map](const char *key, auto &field) {
        const auto found = map.constFind(QString::fromLatin1(key));
        if (found != map.constEnd() && found->canConvert<std::decay_t<decltype(field)>>())
            field = found->value<std::decay_t<decltype(field)>>();
    };
    QString kind = QString::fromStdString(data.kind);
    read("data", kind);
    data.kind = kind.toStdString();
    read("samples", data.samples);
    read("noise", data.noise);
    read("classes", data.classes);
    read("factor", data.factor);
    read("data-seed", data.seed);
    read("test-fraction", experiment.split.testFraction);
    read("split-seed", experiment.split.seed);
    read("init-seed", model.seeds.weights);
    read("learning-rate", model.optimizer.learningRate);
    read("epochs", experiment.stop.epochs);
    QString hidden = QString::fromStdString(hiddenText(experiment.hidden));
    read("hidden", hidden);
    QStringList models;
    read("activations", models);
    try {
        experiment.hidden = parseHidden(hidden.toStdString());
        std::vector<ActivationSpec> activations;
        for (const QString &each : models)
            activations.push_back(parseActivationSpec(each.toStdString()));
        for (const ModelConfiguration &each : experiment.models) {
            if (models.isEmpty())
                activations.push_back(each.activation());
        }
        model.seeds.batches = model.seeds.draws = model.seeds.weights;
        experiment.models = {model};
        setActivations(experiment, activations);
        validate(experiment);
    } catch (const ConfigurationError &) {
        return std::nullopt;
    }
    if (experiment.models.size() > Experiment::maxModels)
        return std::nullopt;
    return experiment;
}

} // namespace actiscope
