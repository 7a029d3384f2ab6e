// What the centre of the Training workspace shows at a time: a moment of a run, what was found out about it, and what is pointed at.
#pragma once

#include "core/training/inspection.h"
#include "ui/charts/model_style.h"

#include <memory>
#include <optional>
#include <vector>

namespace actiscope {

struct EvidenceMoment {
    std::shared_ptr<const Snapshot> snapshot;              ///< null before the first run
    std::vector<ModelStyle> styles;                        ///< of each of its models
    std::vector<std::shared_ptr<const Inspection>> found;  ///< of each model; null before there is one. While training it may be a few epochs older
    std::optional<HiddenUnit> unit;                        ///< pointed at or kept: every row answers for it
    std::optional<std::size_t> point;                      ///< chosen, a place in Dataset::all

    std::size_t models() const { return snapshot ? snapshot->models.size() : 0; }
    /** Null where nothing is known yet. */
    const Inspection *inspection(std::size_t model) const { return model < found.size() ? found[model].get() : nullptr; }
    const Diagnostics *diagnostics(std::size_t model) const
    {
        const Inspection *known = inspection(model);
        return known && known->diagnostics ? &*known->diagnostics : nullptr;
    }
    /** A diverged model has nothing to show beyond its last finite figures. */
    bool isDiverged(std::size_t model) const { return model < models() && snapshot->models[model].divergedAt.has_value(); }
};

} // namespace actiscope
