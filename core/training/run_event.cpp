#include "core/training/run_event.h"

#include "core/base/errors.h"
#include "core/base/number_text.h"
#include "core/training/event_numbers.h"
#include "core/training/model_label.h"
#include "core/training/run_survey.h"
#include "core/training/snapshot.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace actiscope {
namespace {

constexpr std::int64_t fewestEpochs = 20;  ///< that something must have stayed, or risen, to be spoken of
constexpr double sameShare = 0.01;         ///< right points more than this are more …
constexpr double sameBefore = 0.03;        ///< … and this much less is a dip, or a lucky epoch before it
constexpr double fewWrong = 0.1;           ///< of the training points: what is left may be noise
constexpr double sameAgain = 1.1;          ///< a loss up to this part of what it was has not risen either
constexpr double fall = 0.99;              ///< a loss above this part of what it was has not fallen
constexpr double unsolved = 0.1;           ///< of the first training loss: what is below has little left to learn
constexpr double rise = 1.3;               ///< of the least test loss: what is above has risen, whatever the sample of test points
constexpr double vanishingRatio = 1e-3;    ///< of the first layer's gradient to the last one's
constexpr std::size_t maxPlateaus = 4;     ///< of a model
constexpr std::size_t meanOver = 10;       ///< epochs, so that one of them does not decide
constexpr std::size_t fewHiddenLayers = 2; ///< that gradients get through

std::string nameOf(const Snapshot &run, const RunEvent &event)
{
    const std::vector<ModelConfiguration> &models = run.experiment.models;
    const std::string &name = models[event.model].activation().activation->name;
    const auto isNamesake = [&name](const ModelConfiguration &model) { return model.activation().activation->name == name; };
    const bool isOnly = models[event.model].activations.size() == 1 && std::ranges::count_if(models, isNamesake) == 1;
    return isOnly ? name : modelLabel(run.experiment, event.model);
}

const EpochFigures &rowAt(const Snapshot &run, std::size_t model, std::int64_t epoch)
{
    const History &history = run.models[model].history;
    return history[static_cast<std::size_t>(std::clamp<std::int64_t>(epoch, 0, static_cast<std::int64_t>(history.size()) - 1))];
}

/** The next epoch whose row is there: of a long run not every one is. */
std::int64_t keptAfter(const History &history, std::int64_t epoch)
{
    return static_cast<std::int64_t>(history.keptAfter(static_cast<std::size_t>(epoch)));
}

// ---- what to try ----

std::optional<Suggestion> suggestion(Message text, std::string_view setting, SettingValue value)
{
    return Suggestion{std::move(text), findSetting(setting), std::move(value)};
}

/** Down to the usual one. */
std::optional<Suggestion> suggestUsualRate(const RunEvent &event, const Experiment &experiment)
{
    const double usual = OptimizerSettings().learningRate;
    if (experiment.models[event.model].optimizer.learningRate <= usual)
        return std::nullopt;
    return suggestion({ACTISCOPE_TR("core", "Try learning rate %1"), {numberText(usual)}}, "learning-rate", usual);
}

/** Down to the usual one, or to a tenth where it is no more than that. */
std::optional<Suggestion> suggestSmallerRate(const RunEvent &event, const Experiment &experiment)
{
    if (auto usual = suggestUsualRate(event, experiment))
        return usual;
    const double tenth = experiment.models[event.model].optimizer.learningRate / 10;
    return suggestion({ACTISCOPE_TR("core", "Try learning rate %1"), {numberText(tenth)}}, "learning-rate", tenth);
}

std::optional<Suggestion> suggestLivingStart(const RunEvent &event, const Experiment &experiment)
{
    if (auto usual = suggestUsualRate(event, experiment))
        return usual;
    if (experiment.models[event.model].initialization.biasConstant >= 0)
        return std::nullopt;
    return suggestion(ACTISCOPE_TR("core", "Try initial bias 0"), "init-bias", 0.0);
}

std::optional<Suggestion> suggestFewerLayers(const RunEvent &, const Experiment &experiment)
{
    const bool areAlike =
        std::ranges::all_of(experiment.models, [](const ModelConfiguration &model) { return model.activations.size() == 1; });
    if (experiment.hidden.size() <= fewHiddenLayers || !areAlike)
        return std::nullopt;
    const std::vector<double> few(experiment.hidden.begin(), experiment.hidden.begin() + fewHiddenLayers);
    return suggestion({ACTISCOPE_TR("core", "Try %1 hidden layers"), {std::to_string(few.size())}}, "hidden", few);
}

/** What keeps a loss where it is may be either. */
std::optional<Suggestion> suggestMovement(const RunEvent &event, const Experiment &experiment)
{
    if (auto usual = suggestUsualRate(event, experiment))
        return usual;
    return suggestFewerLayers(event, experiment);
}

std::optional<Suggestion> suggestEarlierEnd(const RunEvent &event, const Experiment &)
{
    if (event.epoch < 1)
        return std::nullopt;
    return suggestion({ACTISCOPE_TR("core", "Stop after %1 epochs"), {std::to_string(event.epoch)}}, "epochs",
                      static_cast<double>(event.epoch));
}

// ---- units die ----

std::vector<RunEvent> detectDeadUnits(const Snapshot &, const RunSurvey &survey, std::size_t model)
{
    for (const auto &moment : survey.moments) {
        const MeasuredModel &measured = moment->models[model];
        if (!measured.isDead.empty() && 2 * measured.deadUnits() >= measured.isDead.size())
            return {{.model = model, .epoch = moment->epoch, .until = moment->epoch}};
    }
    return {};
}

/** How many that are dead in this moment were never alive again; nothing where nobody looked at each epoch. */
std::optional<std::size_t> deadForGood(const RunSurvey &survey, std::size_t model, const MeasuredMoment &moment)
{
    const std::vector<bool> &dead = moment.models[model].isDead;
    const MeasuredModel &last = survey.moments.back()->models[model];
    if (survey.moments.back()->epoch != survey.furthest)
        return std::nullopt;
    if (last.lastAlive.size() == dead.size()) {
        std::size_t count = 0;
        for (std::size_t unit = 0; unit < dead.size(); ++unit)
            count += dead[unit] && last.lastAlive[unit] < moment.epoch ? 1 : 0;
        return count;
    }
    if (!survey.isComplete || !survey.isEachEpoch)
        return std::nullopt;
    std::vector<bool> still = dead;
    for (const auto &later : survey.moments) {
        const std::vector<bool> &then = later->models[model].isDead;
        for (std::size_t unit = 0; later->epoch > moment.epoch && unit < std::min(still.size(), then.size()); ++unit)
            still[unit] = still[unit] && then[unit];
    }
    return static_cast<std::size_t>(std::ranges::count(still, true));
}

Message deadUnitsSentence(const RunEvent &event, const Snapshot &run, const RunSurvey &survey, std::int64_t epoch)
{
    const MeasuredMoment &moment = *survey.before(epoch);
    const MeasuredModel &measured = moment.models[event.model];
    const std::vector<Message> values = {std::to_string(moment.epoch), std::to_string(measured.deadUnits()), nameOf(run, event),
                                         std::to_string(measured.isDead.size())};
    const auto stay = deadForGood(survey, event.model, moment);
    if (!stay || moment.epoch >= survey.furthest)
        return {ACTISCOPE_TR("core", "Epoch %1: %2 of %3’s %4 units are dead: no training point moves them."), values};
    std::vector<Message> more = values;
    more.emplace_back(std::to_string(*stay));
    return {ACTISCOPE_TR("core", "Epoch %1: %2 of %3’s %4 units are dead, and %5 stay dead."), more};
}

// ---- gradients vanish ----

bool vanishes(const MeasuredModel &measured)
{
    return measured.firstGradient > 0 && measured.gradientRatio() < vanishingRatio;
}

std::vector<RunEvent> detectVanishing(const Snapshot &run, const RunSurvey &survey, std::size_t model)
{
    if (run.experiment.hidden.size() < 2)
        return {};
    std::vector<RunEvent> found;
    for (const auto &moment : survey.moments) {
        if (!vanishes(moment->models[model]))
            continue;
        if (found.empty())
            found.push_back({.model = model, .epoch = moment->epoch});
        found.back().until = moment->epoch;
    }
    return found;
}

Message vanishingSentence(const RunEvent &event, const Snapshot &run, const RunSurvey &survey, std::int64_t epoch)
{
    if (epoch > event.until)
        return {ACTISCOPE_TR("core", "At epoch %1 layer 1 of %2 still got a gradient over 1000 times smaller than the output layer’s."),
                {std::to_string(event.until), nameOf(run, event)}};
    const MeasuredMoment &moment = *survey.before(epoch);
    const MeasuredModel &measured = moment.models[event.model];
    return {ACTISCOPE_TR("core", "Epoch %1: layer 1 of %2 gets a gradient of %3, %4 times smaller than the output layer’s."),
            {std::to_string(moment.epoch), nameOf(run, event), tinyText(measured.firstGradient), timesText(1 / measured.gradientRatio())}};
}

// ---- diverged ----

std::vector<RunEvent> detectDivergence(const Snapshot &run, const RunSurvey &, std::size_t model)
{
    const auto at = run.models[model].divergedAt;
    return at ? std::vector<RunEvent>{{.model = model, .epoch = *at, .until = *at}} : std::vector<RunEvent>();
}

Message divergenceSentence(const RunEvent &event, const Snapshot &run, const RunSurvey &, std::int64_t)
{
    const double loss = rowAt(run, event.model, event.epoch).trainLoss;
    const std::vector<Message> values = {nameOf(run, event), std::to_string(event.epoch), eventNumber(loss)};
    if (std::isfinite(loss))
        return {ACTISCOPE_TR("core", "%1 diverged at epoch %2: its loss grew to %3."), values};
    return {ACTISCOPE_TR("core", "%1 diverged at epoch %2: its loss is no longer a number."), {values[0], values[1]}};
}

// ---- plateau ----

/** Whether a loss is what it was: what is below has fallen, what is above is on its way somewhere. */
bool isLevel(double loss, double level)
{
    return loss >= fall * level && loss <= sameAgain * level;
}

/** How a curve stays where it is, and whether much is left to learn there. */
struct LevelRule {
    double EpochFigures::*figure;
    bool (*isLevel)(double value, double level);
    bool (*isUnsolved)(double level, double first);
};

/** Where there are classes the share of right points, which is what is asked for: a loss may fall for long with nothing to see. */
LevelRule levelRuleOf(const Snapshot &run)
{
    if (isRegression(run.experiment.data))
        return {&EpochFigures::trainLoss, isLevel, [](double level, double first) { return level > unsolved * first; }};
    return {&EpochFigures::trainAccuracy, [](double value, double level) { return value <= level + sameShare && value >= level - sameBefore; },
            [](double level, double) { return level < 1 - fewWrong; }};
}

/** Each part of a curve that stays where it begins, where much is left to learn. */
std::vector<RunEvent> detectPlateaus(const Snapshot &run, const RunSurvey &, std::size_t model)
{
    const History &history = run.models[model].history;
    const LevelRule rule = levelRuleOf(run);
    std::vector<RunEvent> found;
    std::int64_t first = -1, since = -1, last = -1;
    const auto valueAt = [&](std::int64_t epoch) { return history[static_cast<std::size_t>(epoch)].*rule.figure; };
    const auto end = [&] {
        const bool isLong = since >= 0 && last - since >= std::max(fewestEpochs, since / 2);
        if (isLong && rule.isUnsolved(valueAt(since), valueAt(first)) && found.size() < maxPlateaus)
            found.push_back({.model = model, .epoch = since, .until = last});
    };
    for (std::int64_t epoch = 0; epoch < static_cast<std::int64_t>(history.size()); epoch = keptAfter(history, epoch)) {
        if (!std::isfinite(valueAt(epoch)))
            continue;
        if (since < 0 || !rule.isLevel(valueAt(epoch), valueAt(since))) {
            end();
            since = epoch;
        }
        first = first < 0 ? epoch : first;
        last = epoch;
    }
    end();
    return found;
}

Message plateauSentence(const RunEvent &event, const Snapshot &run, const RunSurvey &, std::int64_t epoch)
{
    const bool isRight = !isRegression(run.experiment.data), isOver = epoch > event.until;
    const auto valueAt = [&](std::int64_t at) {
        const EpochFigures &row = rowAt(run, event.model, at);
        return isRight ? eventNumber(100 * row.trainAccuracy) : eventNumber(row.trainLoss);
    };
    const std::vector<Message> values = {nameOf(run, event), valueAt(event.epoch), std::to_string(event.epoch), valueAt(event.until),
                                         std::to_string(event.until)};
    if (isRight && isOver)
        return {ACTISCOPE_TR("core", "%1 did not get better for a while: right on %2 % of the training data at epoch %3, on %4 % at epoch %5."), values};
    if (isRight)
        return {ACTISCOPE_TR("core", "%1 does not get better: right on %2 % of the training data at epoch %3, on %4 % at epoch %5."), values};
    if (isOver)
        return {ACTISCOPE_TR("core", "%1’s training loss did not fall for a while: it was %2 at epoch %3 and %4 at epoch %5."), values};
    return {ACTISCOPE_TR("core", "%1’s training loss does not fall: it is %2 at epoch %3 and %4 at epoch %5."), values};
}

// ---- test loss rises ----

struct LossPair {
    double train = 0;
    double test = 0;
};

LossPair meanOfLast(const History &history, std::size_t rows)
{
    LossPair sum;
    for (std::size_t row = history.size() - rows; row < history.size(); ++row) {
        sum.train += history[row].trainLoss / static_cast<double>(rows);
        sum.test += history[row].testLoss / static_cast<double>(rows);
    }
    return sum;
}

/** From the least test loss on, once it has risen by a tenth while the training loss is below what it was there. */
std::vector<RunEvent> detectOverfitting(const Snapshot &run, const RunSurvey &, std::size_t model)
{
    const History &history = run.models[model].history;
    if (history.size() <= static_cast<std::size_t>(fewestEpochs))
        return {};
    std::size_t least = 0;
    for (std::size_t row = 0; row < history.size(); row = history.keptAfter(row)) {
        if (history[row].testLoss < history[least].testLoss)
            least = row;
    }
    const auto epoch = static_cast<std::int64_t>(least), last = static_cast<std::int64_t>(history.size()) - 1;
    const LossPair now = meanOfLast(history, meanOver);
    const bool isLong = last - epoch >= std::max(fewestEpochs, epoch / 2);
    if (!isLong || !(now.test > rise * history[least].testLoss && now.train < history[least].trainLoss))
        return {};
    return {{.model = model, .epoch = epoch, .until = last}};
}

Message overfittingSentence(const RunEvent &event, const Snapshot &run, const RunSurvey &, std::int64_t epoch)
{
    const EpochFigures &then = rowAt(run, event.model, event.epoch), &now = rowAt(run, event.model, epoch);
    if (now.testLoss > then.testLoss / fall && now.trainLoss < then.trainLoss)
        return {ACTISCOPE_TR("core", "Since epoch %1 %2’s test loss rose from %3 to %4 while its training loss fell: it learns by heart."),
                {std::to_string(event.epoch), nameOf(run, event), eventNumber(then.testLoss), eventNumber(now.testLoss)}};
    return {ACTISCOPE_TR("core", "%1’s test loss is least at epoch %2 (%3); later it rises while the training loss falls."),
            {nameOf(run, event), std::to_string(event.epoch), eventNumber(then.testLoss)}};
}

} // namespace

std::span<const EventKind> eventKinds()
{
    static constexpr EventKind kinds[] = {
        {"diverged", ACTISCOPE_TR("core", "Diverged"), detectDivergence, divergenceSentence, suggestSmallerRate},
        {"units-die", ACTISCOPE_TR("core", "Half of the units are dead"), detectDeadUnits, deadUnitsSentence, suggestLivingStart},
        {"gradients-vanish", ACTISCOPE_TR("core", "Gradients vanish"), detectVanishing, vanishingSentence, suggestFewerLayers},
        {"plateau", ACTISCOPE_TR("core", "Plateau: it does not get better"), detectPlateaus, plateauSentence, suggestMovement, true},
        {"test-loss-rises", ACTISCOPE_TR("core", "The test loss rises"), detectOverfitting, overfittingSentence, suggestEarlierEnd},
    };
    return kinds;
}

std::vector<RunEvent> findEvents(const Snapshot &run, const RunSurvey &survey)
{
    std::vector<RunEvent> all;
    for (const EventKind &kind : eventKinds()) {
        for (std::size_t model = 0; model < run.models.size(); ++model) {
            for (RunEvent event : kind.detect(run, survey, model)) {
                event.kind = &kind;
                all.push_back(event);
            }
        }
    }
    std::ranges::stable_sort(all, {}, &RunEvent::epoch);
    return all;
}

namespace {

/** Of the model of a symptom: what an earlier row of the table says, and still holds. */
bool isCauseOf(const RunEvent &event, const RunEvent &symptom)
{
    const bool lasts = event.until == event.epoch || event.until >= symptom.epoch;
    return event.model == symptom.model && event.kind < symptom.kind && lasts;
}

} // namespace

const RunEvent *eventBefore(const std::vector<RunEvent> &events, std::int64_t epoch)
{
    const auto next = std::ranges::upper_bound(events, epoch, {}, &RunEvent::epoch);
    if (next == events.begin())
        return nullptr;
    const auto last = std::ranges::lower_bound(events.begin(), next, std::prev(next)->epoch, {}, &RunEvent::epoch);
    if (!last->kind->isSymptom)
        return &*last;
    const auto cause = std::ranges::find_if(events.begin(), next, [&](const RunEvent &event) { return isCauseOf(event, *last); });
    if (cause != next)
        return &*cause;
    const bool isLongOver = epoch - last->until > last->until - last->epoch; // longer than it lasted
    return isLongOver ? nullptr : &*last;
}

Experiment Suggestion::appliedTo(const Experiment &experiment) const
{
    Experiment changed = experiment;
    try {
        setEverywhere(changed, *setting, value);
        validate(changed);
    } catch (const ConfigurationError &) {
        return experiment;
    }
    return changed;
}

} // namespace actiscope
