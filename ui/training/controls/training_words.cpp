#include "ui/training/controls/training_words.h"

#include "core/training/model_label.h"
#include "core/training/run_event.h"
#include "core/training/run_survey.h"
#include "core/training/snapshot.h"
#include "ui/base/number_format.h"
#include "ui/base/translation.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace actiscope {

namespace {

struct TrainingWords {
    Q_DECLARE_TR_FUNCTIONS(actiscope::TrainingWords)
};

QString nameIn(const Snapshot &snapshot, std::size_t model)
{
    return QString::fromStdString(modelLabel(snapshot.experiment, model));
}

/** "ReLU 86.5 %, Leaky ReLU 99.5 %"; of regression the test loss. */
QString resultsIn(const Snapshot &snapshot)
{
    QStringList results;
    for (std::size_t i = 0; i < snapshot.models.size(); ++i) {
        const EpochFigures &figures = snapshot.models[i].current;
        const QString name = nameIn(snapshot, i);
        if (snapshot.models[i].divergedAt)
            results << TrainingWords::tr("%1 diverged").arg(name);
        else if (std::isfinite(figures.testAccuracy))
            results << TrainingWords::tr("%1 %2 %").arg(name, formatFixed(100 * figures.testAccuracy, 1));
        else
            results << TrainingWords::tr("%1 loss %2").arg(name, formatNumber(figures.testLoss, 3));
    }
    return results.join(QStringLiteral(", "));
}

/** All begin with the same weights. */
bool startsAlike(const Experiment &experiment)
{
    const ModelConfiguration &first = experiment.models.front();
    return std::ranges::all_of(experiment.models, [&first](const ModelConfiguration &model) {
        return model.initialization == first.initialization && model.seeds.weights == first.seeds.weights;
    });
}

QString firstSentence(const Snapshot &snapshot)
{
    if (snapshot.models.size() > 1 && startsAlike(snapshot.experiment))
        return snapshot.models.size() == 2 ? TrainingWords::tr("Press Space: both networks start from the same weights.")
                                           : TrainingWords::tr("Press Space: all networks start from the same weights.");
    return TrainingWords::tr("Press Space to train.");
}

} // namespace

QString trainingSentence(const Snapshot &snapshot)
{
    if (snapshot.state == RunState::Failed)
        return TrainingWords::tr("Training stopped: %1").arg(translated(snapshot.message));
    if (snapshot.models.empty())
        return {};
    if (snapshot.epoch == 0)
        return firstSentence(snapshot);
    return TrainingWords::tr("Test results at epoch %1: %2").arg(snapshot.epoch).arg(resultsIn(snapshot));
}

RunAnnouncer::News RunAnnouncer::take(const Snapshot &snapshot, const RunSurvey *survey, Clock::time_point now)
{
    if (snapshot.state == RunState::Preparing || (snapshot.models.empty() && snapshot.state != RunState::Failed))
        return {};
    const bool isNew = snapshot.run != m_run;
    if (isNew)
        m_told.clear();
    News news;
    if (!isNew || snapshot.state == RunState::Failed)
        news.sentence = change(snapshot);
    if (const QString happened = event(snapshot, survey); news.sentence.isEmpty() && !happened.isEmpty())
        news = {happened, true};
    if (const QString going = progress(snapshot, now); news.sentence.isEmpty() && !going.isEmpty())
        news = {going, true};
    if (!news.sentence.isEmpty())
        m_saidAt = now;
    m_run = snapshot.run;
    m_state = int(snapshot.state);
    m_epoch = snapshot.epoch;
    m_diverged.assign(snapshot.models.size(), false);
    for (std::size_t i = 0; i < snapshot.models.size(); ++i)
        m_diverged[i] = snapshot.models[i].divergedAt.has_value();
    return news;
}

/** Each kind once a model, while it trains: where somebody looks at the past it is no news. */
QString RunAnnouncer::event(const Snapshot &snapshot, const RunSurvey *survey)
{
    QString sentence;
    if (!survey || survey->run != snapshot.run)
        return sentence;
    for (const RunEvent &each : survey->events) {
        const bool isNews = m_told.emplace(each.kind, each.model).second && snapshot.state == RunState::Running && !snapshot.models[each.model].divergedAt;
        if (isNews && each.epoch <= snapshot.epoch)
            sentence = translated(each.kind->sentence(each, snapshot, *survey, snapshot.epoch));
    }
    return sentence;
}

/** When it begins, and then as seldom as one can bear to listen to. */
QString RunAnnouncer::progress(const Snapshot &snapshot, Clock::time_point now)
{
    if (snapshot.state != RunState::Running)
        return {};
    if (m_state != int(RunState::Running) || snapshot.run != m_run)
        return TrainingWords::tr("Training from epoch %1").arg(snapshot.run == m_run ? m_epoch : 0);
    return now - m_saidAt < pause ? QString() : trainingSentence(snapshot);
}

QString RunAnnouncer::change(const Snapshot &snapshot) const
{
    const bool isOther = int(snapshot.state) != m_state;
    if (isOther && snapshot.state == RunState::Failed)
        return trainingSentence(snapshot);
    if (snapshot.epoch < m_epoch)
        return TrainingWords::tr("Back at epoch %1: %2").arg(snapshot.epoch).arg(resultsIn(snapshot));
    if (isOther && snapshot.state == RunState::Finished)
        return TrainingWords::tr("Finished at epoch %1: %2").arg(snapshot.epoch).arg(resultsIn(snapshot));
    for (std::size_t i = 0; i < std::min(m_diverged.size(), snapshot.models.size()); ++i) {
        if (snapshot.models[i].divergedAt && !m_diverged[i])
            return TrainingWords::tr("%1 diverged at epoch %2").arg(nameIn(snapshot, i)).arg(*snapshot.models[i].divergedAt);
    }
    if (isOther && snapshot.state == RunState::Paused && m_state == int(RunState::Running))
        return TrainingWords::tr("Paused at epoch %1: %2").arg(snapshot.epoch).arg(resultsIn(snapshot));
    return {};
}

} // namespace actiscope
