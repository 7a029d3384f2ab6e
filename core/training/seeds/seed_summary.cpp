#include "core/training/seeds/seed_summary.h"

#include <algorithm>

namespace actiscope {
namespace {

/** Row `epoch` of a model, or nothing: the run had ended, or the model had diverged. */
std::optional<EpochFigures> rowAt(const SeedOutcome &model, std::size_t epoch)
{
    const bool isThere = epoch < model.history.size() && !(model.divergedAt && static_cast<std::int64_t>(epoch) >= *model.divergedAt);
    return isThere ? std::optional(model.history[epoch]) : std::nullopt;
}

std::optional<EpochFigures> lastRow(const SeedOutcome &model)
{
    return model.divergedAt ? std::nullopt : std::optional(model.figures);
}

std::size_t rowsOf(const SeedStudy &study)
{
    std::size_t rows = 0;
    for (const auto &run : study.runs)
        rows = std::max(rows, static_cast<std::size_t>(run->epoch) + 1);
    return rows;
}

/** Means over the runs of what `value` finds in each, if it finds anything. */
template <class Value>
MeanInterval overRuns(const SeedStudy &study, MeanIntervals &intervals, std::vector<double> &values, const Value &value)
{
    values.clear();
    for (const auto &run : study.runs) {
        if (const std::optional<double> one = value(*run))
            values.push_back(*one);
    }
    return intervals.of(values);
}

/** Of a model, or of what it has more than another. */
SeedStatistics statisticsOf(const SeedStudy &study, SeedFigure figure, std::size_t model, std::optional<std::size_t> minus)
{
    SeedStatistics result;
    MeanIntervals intervals(SeedSummary::level);
    std::vector<double> values;
    const auto differenceOf = [&](const SeedRun &run, const auto &row) -> std::optional<double> {
        const std::optional<EpochFigures> own = row(run.models[model]);
        const std::optional<EpochFigures> other = minus ? row(run.models[*minus]) : EpochFigures{};
        if (!own || !other)
            return std::nullopt;
        return valueOf(figure, *own) - (minus ? valueOf(figure, *other) : 0);
    };
    result.end = overRuns(study, intervals, values, [&](const SeedRun &run) { return differenceOf(run, lastRow); });
    const std::size_t rows = rowsOf(study);
    result.epochs.reserve(rows);
    for (std::size_t epoch = 0; epoch < rows; ++epoch) {
        const auto row = [epoch](const SeedOutcome &outcome) { return rowAt(outcome, epoch); };
        result.epochs.push_back(overRuns(study, intervals, values, [&](const SeedRun &run) { return differenceOf(run, row); }));
    }
    return result;
}

SeedDifference differenceTo(const SeedStudy &study, std::size_t model, const SeedSummary &summary)
{
    SeedDifference result;
    result.model = model;
    if (summary.figure == SeedFigure::TestAccuracy)
        result.accuracy = statisticsOf(study, SeedFigure::TestAccuracy, model, 0);
    result.loss = statisticsOf(study, SeedFigure::TestLoss, model, 0);
    std::vector<double> values;
    MeanIntervals intervals(summary.verdictLevel);
    result.decisive = overRuns(study, intervals, values, [&](const SeedRun &run) { return pairedDifference(run, model, summary.figure); });
    result.leftOut = study.runs.size() - values.size();
    for (const double value : values) {
        const double gain = summary.figure == SeedFigure::TestLoss ? -value : value;
        ++(gain > 0 ? result.better : gain < 0 ? result.worse : result.ties);
    }
    return result;
}

} // namespace

double valueOf(SeedFigure figure, const EpochFigures &row)
{
    return figure == SeedFigure::TestAccuracy ? row.testAccuracy : row.testLoss;
}

std::optional<double> pairedDifference(const SeedRun &run, std::size_t model, SeedFigure figure)
{
    if (run.models[model].divergedAt || run.models.front().divergedAt)
        return std::nullopt;
    return valueOf(figure, run.models[model].figures) - valueOf(figure, run.models.front().figures);
}

SeedSummary summarize(const SeedStudy &study)
{
    SeedSummary summary;
    const std::size_t models = study.experiment.models.size();
    summary.figure = isRegression(study.experiment.data) ? SeedFigure::TestLoss : SeedFigure::TestAccuracy;
    summary.verdictLevel = 1 - (1 - SeedSummary::level) / static_cast<double>(std::max<std::size_t>(models, 2) - 1);
    for (std::size_t model = 0; model < models; ++model) {
        SeedModelSummary &one = summary.models.emplace_back();
        one.diverged = static_cast<std::size_t>(
            std::ranges::count_if(study.runs, [model](const auto &run) { return run->models[model].divergedAt.has_value(); }));
        if (summary.figure == SeedFigure::TestAccuracy)
            one.accuracy = statisticsOf(study, SeedFigure::TestAccuracy, model, std::nullopt);
        one.loss = statisticsOf(study, SeedFigure::TestLoss, model, std::nullopt);
        if (model > 0)
            summary.differences.push_back(differenceTo(study, model, summary));
    }
    return summary;
}

} // namespace actiscope
