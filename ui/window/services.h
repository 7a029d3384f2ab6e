// What the workspaces of a window have in common: handed to each when it is made. GUI thread.
#pragma once

#include "ui/base/activation_colors.h"
#include "ui/base/device_choice.h"
#include "ui/training/document/experiment_document.h"
#include "ui/training/document/training_controller.h"

#include <utility>

namespace actiscope {

struct Services {
    explicit Services(BackendCatalog catalog) : devices(std::move(catalog)) {}

    ActivationColors colors;
    DeviceChoice devices;
    ExperimentDocument document;
    TrainingController training{devices, document}; ///< goes first: it joins the thread that trains
};

} // namespace actiscope
