#include "ui/training/seeds/seeds_data.h"

#include "core/drawing/view_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace actiscope {

std::size_t seedColumns(std::size_t models, double room, double gap, double least)
{
    for (std::size_t banks = 1; banks < models; ++banks) {
        const std::size_t columns = (models + banks - 1) / banks;
        if (static_cast<double>(columns) * (least + gap) <= room + gap)
            return columns;
    }
    return 1;
}

std::optional<GridSpec> seedsGrid(const Dataset &data, double width, std::size_t models)
{
    constexpr double margin = 0.5;
    constexpr int columns = 128;
    constexpr double usualGutter = 150;
    constexpr double usualHeight = 130;
    constexpr double usualColumn = 150; ///< at least; with the gap
    if (!data.liesInPlane())
        return std::nullopt;
    const auto side = static_cast<double>(seedColumns(models, width - usualGutter, 0, usualColumn));
    const double aspect = std::clamp((width - usualGutter) / side / usualHeight, 1.0, 2.6);
    return viewGrid(data.all, margin, aspect, columns);
}

void SeedsData::setProgress(std::shared_ptr<const SeedProgress> progress)
{
    m_progress = std::move(progress);
    if (std::exchange(m_study, m_progress->study) != m_progress->study) {
        m_grid.reset();
        m_sweep = sweptNumber(study().experiment);
        m_contours.clear();
        m_means.assign(models(), {});
        m_meanCounts.assign(models(), 0);
    }
    for (std::size_t seed = m_contours.size(); seed < seeds(); ++seed)
        addRun(*study().runs[seed]);
}

void SeedsData::addRun(const SeedRun &run)
{
    std::vector<std::vector<Polyline>> &contours = m_contours.emplace_back(models());
    for (std::size_t model = 0; model < models(); ++model) {
        const Boundary *boundary = run.models[model].boundary.get();
        if (!boundary || !boundary->prediction.empty())
            continue;
        m_grid = boundary->grid;
        contours[model] = decisionContour(*boundary);
        std::vector<float> &mean = m_means[model];
        mean.resize(boundary->probability.size());
        const auto count = static_cast<float>(++m_meanCounts[model]);
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += (boundary->probability[i] - mean[i]) / count;
    }
}

std::vector<double> SeedsData::ends(std::size_t model) const
{
    std::vector<double> values;
    for (const auto &run : study().runs) {
        const SeedOutcome &outcome = run->models[model];
        values.push_back(outcome.divergedAt ? std::numeric_limits<double>::quiet_NaN() : shown(valueOf(summary().figure, outcome.figures)));
    }
    return values;
}

std::vector<double> SeedsData::differences(std::size_t model) const
{
    std::vector<double> values;
    for (const auto &run : study().runs)
        values.push_back(shown(pairedDifference(*run, model, summary().figure).value_or(std::numeric_limits<double>::quiet_NaN())));
    return values;
}

const SeedStatistics &SeedsData::statistics(std::size_t model) const
{
    const SeedModelSummary &one = summary().models[model];
    return isAccuracy() ? one.accuracy : one.loss;
}

const SeedStatistics &SeedsData::statistics(const SeedDifference &difference) const
{
    return isAccuracy() ? difference.accuracy : difference.loss;
}

} // namespace actiscope
