#include "ui/training/timeline/timeline_sentence.h"

#include "core/training/difference_text.h"
#include "core/training/model_label.h"
#include "ui/base/number_format.h"
#include "ui/base/translation.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace actiscope {

namespace {

/** The context of the texts. */
struct TimelineWords {
    Q_DECLARE_TR_FUNCTIONS(actiscope::TimelineSentence)
};

/** "Epoch 12: on the test points ReLU 83 %, Leaky ReLU 78.5 %." */
QString figuresText(const Snapshot &run, std::int64_t epoch)
{
    QStringList parts;
    bool hasAccuracy = false;
    for (std::size_t model = 0; model < run.models.size(); ++model) {
        const History &history = run.models[model].history;
        if (static_cast<std::size_t>(epoch) >= history.size())
            continue;
        const EpochFigures &row = epoch == run.epoch ? run.models[model].current : history[static_cast<std::size_t>(epoch)];
        hasAccuracy = !std::isnan(row.testAccuracy);
        const QString value =
            hasAccuracy ? TimelineWords::tr("%1 %").arg(formatNumber(100 * row.testAccuracy, 3)) : formatNumber(row.testLoss, 3);
        parts << QStringLiteral("%1 %2").arg(QString::fromStdString(modelLabel(run.experiment, model)), value);
    }
    const QString all = parts.join(QStringLiteral(", "));
    return hasAccuracy ? TimelineWords::tr("Epoch %1, test accuracy: %2.").arg(QString::number(epoch), all)
                       : TimelineWords::tr("Epoch %1, test loss: %2.").arg(QString::number(epoch), all);
}

} // namespace

TimelineSentence timelineSentence(const Snapshot &run, const RunSurvey *survey, std::int64_t epoch)
{
    if (run.furthest == 0)
        return {translated(startText(run.experiment)), {}, {}, {}};
    const RunEvent *event = survey && survey->run == run.run ? eventBefore(survey->events, epoch) : nullptr;
    if (!event)
        return {figuresText(run, epoch), {}, {}, {}};
    TimelineSentence said{
        translated(event->kind->sentence(*event, run, *survey, epoch)), {}, event->kind->suggest(*event, run.experiment), event->epoch};
    if (said.suggestion && said.suggestion->appliedTo(run.experiment) == run.experiment)
        said.suggestion.reset(); // it is so already
    if (said.suggestion)
        said.step = translated(said.suggestion->text);
    return said;
}

} // namespace actiscope
