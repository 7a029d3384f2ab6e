// The shape of an activation in words and figures. GUI thread.
#pragma once

#include "core/analysis/activation_shape.h"

#include <QString>

namespace actiscope {

/** "[−0.17, ∞)" */
QString rangeText(const ValueRange &range);
/** "yes, it never falls" */
QString trendText(const ActivationShape &shape);
/** "no, f′ jumps at 0" */
QString smoothnessText(const ActivationShape &shape);
/** "x ≤ 0", "nowhere; it goes to 0 for x → −∞" */
QString zeroSlopeText(const ActivationShape &shape);

} // namespace actiscope
