// What looks at moments of a cohort with Eigen.
#pragma once

#include "core/engine/cohort.h"
#include "core/engine/evaluator.h"

#include <memory>

namespace actiscope {

enum class Precision { Double, Float };

/** For this cohort, on the calling thread; moments may come from any backend. */
std::unique_ptr<Evaluator> makeEigenEvaluator(const Cohort &cohort, Precision precision = Precision::Double);

} // namespace actiscope
