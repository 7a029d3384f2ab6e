#include "ui/charts/run_caption.h"

#include "core/data/input_features.h"
#include "core/training/snapshot.h"
#include "ui/base/number_format.h"

#include <QCoreApplication>

#include <algorithm>

namespace actiscope {

namespace {

struct CaptionWords {
    Q_DECLARE_TR_FUNCTIONS(actiscope::RunCaption)
};

QString networkText(const Snapshot &run)
{
    QStringList layers;
    if (run.data)
        layers << QString::number(run.data->train.features);
    for (const int width : run.experiment.hidden)
        layers << QString::number(width);
    if (run.data)
        layers << QString::number(run.data->isRegression() ? static_cast<int>(run.data->train.targetCount) : run.data->classes);
    return CaptionWords::tr("network %1").arg(layers.join(QChar(0x2013)));
}

QString dataText(const DataSource &source)
{
    const auto *data = std::get_if<GeneratedData>(&source);
    if (!data)
        return CaptionWords::tr("%n given points", nullptr, static_cast<int>(pointCount(source)));
    return CaptionWords::tr("%1: %2 points, noise %3, seed %4")
        .arg(QString::fromStdString(data->kind))
        .arg(data->samples)
        .arg(formatNumber(data->noise))
        .arg(data->seed);
}

/** What is trained on and tested with. */
QStringList dataTexts(const Snapshot &run)
{
    const Experiment &experiment = run.experiment;
    const auto *images = std::get_if<ImageData>(&experiment.data);
    if (images && run.data)
        return {CaptionWords::tr("%1: %2 images").arg(QString::fromStdString(images->kind)).arg(run.data->train.count()),
                CaptionWords::tr("%1 images for testing").arg(run.data->test.count())};
    return {dataText(experiment.data),
            CaptionWords::tr("%1 % for testing, seed %2").arg(formatNumber(100 * experiment.split.testFraction, 3)).arg(experiment.split.seed)};
}

/** What was done to the points. */
QStringList preparationTexts(const Preparation &preparation)
{
    QStringList parts, symbols;
    if (!preparation.curve.empty())
        parts << CaptionWords::tr("classes divided by y = %1").arg(QString::fromStdString(preparation.curve));
    for (const InputFeature &feature : inputFeatures()) {
        if (std::ranges::find(preparation.features, feature.name) != preparation.features.end())
            symbols << QString::fromUtf8(feature.symbol.data(), qsizetype(feature.symbol.size()));
    }
    if (!symbols.isEmpty())
        parts << CaptionWords::tr("inputs x₁, x₂, %1").arg(symbols.join(QStringLiteral(", ")));
    return parts;
}

} // namespace

QStringList runCaption(const Snapshot &run)
{
    const Experiment &experiment = run.experiment;
    const ModelConfiguration &model = experiment.models.front();
    QStringList parts = dataTexts(run);
    parts += {
        networkText(run),
        CaptionWords::tr("weights %1, seed %2").arg(QString::fromUtf8(initializationName(model.initialization.kind))).arg(model.seeds.weights),
        CaptionWords::tr("%1, learning rate %2")
            .arg(QString::fromUtf8(optimizerName(model.optimizer)), formatNumber(model.optimizer.learningRate))};
    const QStringList preparation = preparationTexts(experiment.preparation);
    for (qsizetype i = 0; i < preparation.size(); ++i)
        parts.insert(1 + i, preparation[i]);
    if (experiment.batchSize > 0)
        parts << CaptionWords::tr("batches of %1, seed %2").arg(experiment.batchSize).arg(model.seeds.batches);
    parts << (run.epoch < experiment.stop.epochs ? CaptionWords::tr("epoch %1 of %2").arg(run.epoch).arg(experiment.stop.epochs)
                                                 : CaptionWords::tr("%1 epochs").arg(experiment.stop.epochs));
    return parts;
}

} // namespace actiscope
