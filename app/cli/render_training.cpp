// 'render training' and 'render images': what happens inside the networks of an experiment at one epoch, as in the workspaces of these names.
#include "app/backend_catalog.h"
#include "app/cli/command.h"
#include "app/cli/look_options.h"
#include "app/cli/offscreen_application.h"
#include "app/cli/output_file.h"
#include "app/cli/picture_options.h"
#include "app/cli/shown_moment.h"
#include "core/io/ready_experiments.h"
#include "core/training/model_label.h"
#include "ui/base/device_choice.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/subject.h"
#include "ui/training/document/training_controller.h"
#include "ui/training/evidence_figure.h"

#include <memory>
#include <utility>

namespace actiscope {
namespace {

constexpr int longestSurvey = 60'000; ///< ms

std::vector<Option> trainingOptions()
{
    std::vector<Option> options = momentOptions();
    for (Option &option : pictureOptions(ACTISCOPE_TR("core", "the line above the figure; without it, the names of the models")))
        options.push_back(std::move(option));
    return options;
}

QString namesOfModels(const Experiment &experiment)
{
    QStringList names;
    for (std::size_t i = 0; i < experiment.models.size(); ++i)
        names << QString::fromStdString(modelLabel(experiment, i));
    return names.join(QStringLiteral(", "));
}

/** The strips that a ready experiment is best looked at with, or those that show most of another one. */
FigureChart chartOf(const Experiment &experiment, std::shared_ptr<const RunSurvey> survey)
{
    FigureChart chart{.series = {}, .survey = std::move(survey)};
    const ReadyExperiment *ready = findReadyExperiment(experiment);
    for (const std::string &name : ready ? ready->notes.chart : std::vector<std::string>()) {
        if (const SeriesKind *kind = findSeries(name))
            chart.series.push_back(kind);
    }
    if (chart.series.empty())
        chart.series = usualSeries(experiment);
    return chart;
}

int renderNetworks(const Arguments &arguments, const Subject &subject)
{
    const ShownMoment moment = readMoment(arguments);
    if (moment.experiment && !subject.has(*moment.experiment))
        throw UsageError({ACTISCOPE_TR("core", "--experiment: '%1' does not apply to 'render %2'; it does with 'render %3'"),
                          {arguments.value("experiment"), subject.id, subjectOf(*moment.experiment).id}});
    requireRowsOf(subject, moment);
    const PictureRequest picture = readPicture(arguments);
    const OutputFile file("out", arguments.value("out"));
    const OffscreenApplication application;
    applyTheme(application.application(), picture.theme());
    DeviceChoice devices(makeEigenCatalog()); // the same figure on every machine
    ExperimentDocument document(subject);
    TrainingController controller(devices, document);
    document.load(moment.experiment.value_or(subject.firstExperiment()));
    controller.setPace(0);
    controller.setWatched(true);
    goToMoment(controller, moment.epoch);
    const QString title = picture.title.value_or(namesOfModels(document.experiment()));
    const auto isSurveyed = [&controller] {
        return controller.survey() && controller.survey()->isComplete && controller.survey()->furthest == controller.snapshot()->furthest;
    };
    waitUntil(isSurveyed, longestSurvey); // without it the figure has no events
    const EvidenceFigure::Content content{.rows = moment.rows.value_or(subject.firstRows()), .chart = chartOf(document.experiment(), controller.survey())};
    EvidenceFigure figure(controller.snapshot(), content, {picture.size, title, picture.theme()});
    file.write(figure.bytes(picture.format, picture.scale).toStdString());
    return 0;
}

int renderTraining(const Arguments &arguments)
{
    return renderNetworks(arguments, pointSubject());
}

int renderImages(const Arguments &arguments)
{
    return renderNetworks(arguments, imageSubject());
}

} // namespace

Command renderTrainingCommand()
{
    return {"render", ACTISCOPE_TR("core", "'render training' draws what happens inside the networks of an experiment"), trainingOptions(), renderTraining,
            "training"};
}

Command renderImagesCommand()
{
    return {"render", ACTISCOPE_TR("core", "'render images' draws the same of networks that tell images apart"), trainingOptions(), renderImages, "images"};
}

} // namespace actiscope
