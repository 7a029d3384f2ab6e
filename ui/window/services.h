// What the workspaces of a window have in common: handed to each when it is made. GUI thread.
#pragma once

#include "ui/base/activation_colors.h"
#include "ui/base/device_choice.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/subject.h"
#include "ui/training/document/training_controller.h"

#include <algorithm>
#include <array>
#include <utility>

namespace actiscope {

struct Services {
    explicit Services(BackendCatalog catalog) : devices(std::move(catalog)) {}

    ActivationColors colors;
    DeviceChoice devices;
    ExperimentDocument document;
    TrainingController training{devices, document}; ///< goes before what it uses: it joins the thread that trains
    ExperimentDocument imageDocument{imageSubject()};
    TrainingController images{devices, imageDocument};

    /** One for each of subjects(), in their order. */
    std::array<TrainingController *, 2> controllers() { return {&training, &images}; }
    TrainingController &controllerOf(const Subject &subject)
    {
        const auto all = controllers();
        return **std::ranges::find_if(all, [&](const TrainingController *each) { return &each->document().subject() == &subject; });
    }
};

} // namespace actiscope
