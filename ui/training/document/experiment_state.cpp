#include "ui/training/document/experiment_state.h"

#include "core/base/errors.h"

namespace actiscope {

QVariantMap toMap(const Experiment &experiment)
{
    QStringList models;
    for (const ActivationSpec &model : experiment.activations)
        models << QString::fromStdString(model.text);
    return {{QStringLiteral("activations"), models},
            {QStringLiteral("data"), QString::fromStdString(experiment.data.kind)},
            {QStringLiteral("samples"), experiment.data.samples},
            {QStringLiteral("noise"), experiment.data.noise},
            {QStringLiteral("classes"), experiment.data.classes},
            {QStringLiteral("factor"), experiment.data.factor},
            {QStringLiteral("data-seed"), experiment.data.seed},
            {QStringLiteral("test-fraction"), experiment.data.testFraction},
            {QStringLiteral("split-seed"), experiment.data.splitSeed},
            {QStringLiteral("hidden"), QString::fromStdString(hiddenText(experiment.hidden))},
            {QStringLiteral("init-seed"), experiment.initSeed},
            {QStringLiteral("learning-rate"), experiment.optimizer.learningRate},
            {QStringLiteral("epochs"), experiment.epochs}};
}

std::optional<Experiment> experimentFromMap(const QVariantMap &map)
{
    if (map.isEmpty())
        return std::nullopt;
    Experiment experiment = defaultExperiment();
    const auto read = [&map](const char *key, auto &field) {
        const auto found = map.constFind(QString::fromLatin1(key));
        if (found != map.constEnd() && found->canConvert<std::decay_t<decltype(field)>>())
            field = found->value<std::decay_t<decltype(field)>>();
    };
    QString kind = QString::fromStdString(experiment.data.kind);
    read("data", kind);
    experiment.data.kind = kind.toStdString();
    read("samples", experiment.data.samples);
    read("noise", experiment.data.noise);
    read("classes", experiment.data.classes);
    read("factor", experiment.data.factor);
    read("data-seed", experiment.data.seed);
    read("test-fraction", experiment.data.testFraction);
    read("split-seed", experiment.data.splitSeed);
    read("init-seed", experiment.initSeed);
    read("learning-rate", experiment.optimizer.learningRate);
    read("epochs", experiment.epochs);
    QString hidden = QString::fromStdString(hiddenText(experiment.hidden));
    read("hidden", hidden);
    QStringList models;
    read("activations", models);
    try {
        experiment.hidden = parseHidden(hidden.toStdString());
        if (!models.isEmpty())
            experiment.activations.clear();
        for (const QString &model : models)
            experiment.activations.push_back(parseActivationSpec(model.toStdString()));
        validate(experiment);
    } catch (const ConfigurationError &) {
        return std::nullopt;
    }
    if (experiment.activations.size() > Experiment::maxModels)
        return std::nullopt;
    return experiment;
}

} // namespace actiscope
