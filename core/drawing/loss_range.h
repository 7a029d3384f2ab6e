// The range of a loss axis: grows with the losses seen, so that curves do not jump while a run goes on.
#pragma once

#include "core/analysis/axis_range.h"
#include "core/base/real.h"

#include <vector>

namespace actiscope {

/** Of an axis for curves that are mostly below some value: from 0 to a little above the greatest, unless that is a spike, several times what most of
 *  them are. The axis then has room for most, and for `start`, where curves begin. `values` are a sample of the curves, NaN for none. */
AxisRange robustRange(std::vector<double> values, double start);

class LossRange {
public:
    /** Takes a loss into account unless it is not finite. */
    void include(double loss);
    /** Takes in all that the other has seen. */
    void include(const LossRange &other);
    bool isEmpty() const { return m_largest < 0; }

    /** From below the smallest positive loss to above the largest, at least a decade; 0.1 to 1 when there is none. */
    AxisRange logarithmic() const;

private:
    double m_smallestPositive = infinity;
    double m_largest = -1;
};

} // namespace actiscope
