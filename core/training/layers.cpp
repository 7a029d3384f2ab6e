#include "core/training/layers.h"

#include <algorithm>
#include <utility>

namespace actiscope {
namespace {

constexpr int firstWidth = 16;

} // namespace

void setHidden(Experiment &experiment, std::vector<int> widths)
{
    for (ModelConfiguration &model : experiment.models) {
        if (model.activations.size() > 1)
            model.activations.resize(std::max<std::size_t>(1, widths.size()), ActivationSpec(model.activations.back()));
    }
    experiment.hidden = std::move(widths);
}

void addLayer(Experiment &experiment)
{
    std::vector<int> widths = experiment.hidden;
    if (widths.size() >= maxHiddenLayers)
        return;
    widths.push_back(widths.empty() ? firstWidth : widths.back());
    setHidden(experiment, std::move(widths));
}

void removeLayer(Experiment &experiment, std::size_t layer)
{
    if (layer >= experiment.hidden.size())
        return;
    for (ModelConfiguration &model : experiment.models) {
        if (model.activations.size() > 1)
            model.activations.erase(model.activations.begin() + static_cast<std::ptrdiff_t>(layer));
    }
    experiment.hidden.erase(experiment.hidden.begin() + static_cast<std::ptrdiff_t>(layer));
}

} // namespace actiscope
