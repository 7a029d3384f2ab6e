// Where data come from: a configuration becomes a divided data set.
#pragma once

#include "core/data/data_configuration.h"
#include "core/data/dataset.h"

#include <memory>

namespace actiscope {

/** Throws ConfigurationError at the first setting that is out of range. */
void validate(const DataConfiguration &configuration);

/** Generates and divides. Throws ConfigurationError for a configuration that validate() refuses. */
std::shared_ptr<const Dataset> makeDataset(const DataConfiguration &configuration);

} // namespace actiscope
