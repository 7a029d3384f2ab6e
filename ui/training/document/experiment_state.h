// An experiment in a form that QSettings keeps between sessions.
#pragma once

#include "core/training/experiment.h"

#include <QVariantMap>

#include <optional>

namespace actiscope {

QVariantMap toMap(const Experiment &experiment);

/** Nothing when the map says no valid experiment; what it leaves out is as in the default one. */
std::optional<Experiment> experimentFromMap(const QVariantMap &map);

} // namespace actiscope
