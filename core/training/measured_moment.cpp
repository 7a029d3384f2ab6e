#include "core/training/measured_moment.h"

#include "core/diagnostics/diagnostics.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace actiscope {

std::size_t MeasuredModel::deadUnits() const
{
    return static_cast<std::size_t>(std::ranges::count(isDead, true));
}

double MeasuredModel::gradientRatio() const
{
    return lastGradient > 0 ? firstGradient / lastGradient : std::numeric_limits<double>::quiet_NaN();
}

MeasuredMoment measure(const Cohort &cohort, const TrainingState &moment)
{
    const DiagnosticsSettings settings{.mostSamples = cohort.data->isOfImages() ? measuredImages : 0, .wantsHistograms = false};
    MeasuredMoment measured{moment.epoch, {}};
    for (std::size_t m = 0; m < moment.models.size(); ++m) {
        const Diagnostics diagnostics = diagnose(cohort, moment, m, settings);
        MeasuredModel model;
        for (const LayerDiagnostics &layer : diagnostics.layers) {
            for (const UnitDiagnostics &unit : layer.units)
                model.isDead.push_back(unit.isDead);
            if (layer.learnedAlpha)
                model.alpha.push_back(*layer.learnedAlpha);
        }
        model.lastGradient = diagnostics.output.gradientNorm;
        model.firstGradient = diagnostics.layers.empty() ? model.lastGradient : diagnostics.layers.front().figures.gradientNorm;
        model.lastAlive = moment.models[m].lastAlive;
        measured.models.push_back(std::move(model));
    }
    return measured;
}

} // namespace actiscope
