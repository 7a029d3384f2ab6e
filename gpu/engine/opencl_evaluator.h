// What looks at moments of a cohort on an OpenCL device.
#pragma once

#include "core/engine/evaluator.h"
#include "gpu/engine/opencl_cohort.h"

#include <memory>

namespace actiscope {

/** With a scratch of this cohort, which may train on while the evaluator computes. */
std::unique_ptr<Evaluator> makeOpenClEvaluator(const OpenClCohort &trainer);

} // namespace actiscope
