#include "ui/training/document/subject.h"

#include "core/io/ready_experiments.h"

#include <QCoreApplication>

#include <algorithm>
#include <variant>

namespace actiscope {

namespace {

constexpr Subject allSubjects[] = {
    {"training", DataForm::Points, QT_TRANSLATE_NOOP("actiscope::Subject", "&Training"), "plane,units,gradients", true, 240},
    {"images", DataForm::Images, QT_TRANSLATE_NOOP("actiscope::Subject", "&Images"), "class-accuracy,unit-pictures", false, 176},
};

DataForm formOf(const Experiment &experiment)
{
    return std::holds_alternative<ImageData>(experiment.data) ? DataForm::Images : DataForm::Points;
}

/** The first ready one. */
Experiment firstOfImages()
{
    const auto found = std::ranges::find_if(readyExperiments(), [](const ReadyExperiment &ready) { return formOf(ready.experiment) == DataForm::Images; });
    return found == readyExperiments().end() ? defaultExperiment() : found->experiment;
}

} // namespace

QString Subject::menuText() const
{
    return QCoreApplication::translate("actiscope::Subject", menu);
}

QStringList Subject::firstRows() const
{
    return QString::fromLatin1(rows).split(QLatin1Char(','));
}

const Experiment &Subject::firstExperiment() const
{
    static const Experiment points = defaultExperiment();
    static const Experiment images = firstOfImages();
    return form == DataForm::Images ? images : points;
}

bool Subject::has(const Experiment &experiment) const
{
    return formOf(experiment) == form;
}

std::span<const Subject> subjects()
{
    return allSubjects;
}

const Subject &pointSubject()
{
    return allSubjects[0];
}

const Subject &imageSubject()
{
    return allSubjects[1];
}

const Subject &subjectOf(const Experiment &experiment)
{
    return *std::ranges::find(allSubjects, formOf(experiment), &Subject::form);
}

} // namespace actiscope
