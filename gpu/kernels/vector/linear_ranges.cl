// On which line a unit is between two inputs. In a program once for each activation that is piecewise linear (core/analysis/piecewise_linear.h), with
// another KIND.
//
// Layout: two arrays of `count` floats, one entry a unit.
// Needs: activation.

// Replaces the ends low[i] <= high[i] of `count` ranges (a multiple of REAL_WIDTH) by slope and offset of the line that f is between them; where
// it bends in between, the offset is NaN. f has three pieces at most and does not jump: if it begins and ends on one line, it is that line.
INLINE void OF_KIND(linesBetween)(Constants table, real p0, real p1, Memory low, Memory high, int count)
{
    for (int i = 0; i < count; i += REAL_WIDTH) {
        const real first = loadReal(low + i);
        const real last = loadReal(high + i);
        const real y = OF_KIND(activationValue)(table, first, p0, p1);
        const real lastY = OF_KIND(activationValue)(table, last, p0, p1);
        const real slope = OF_KIND(activationDerivative)(table, first, y, p0, p1);
        const real lastSlope = OF_KIND(activationDerivative)(table, last, lastY, p0, p1);
        const real rise = slope * (last - first);
        const real missed = ABS(y + rise - lastY);
        const real rounding = (real)(1e-6f) * (ABS(y) + ABS(rise) + ABS(lastY));
        storeReal(low + i, slope);
        storeReal(high + i, slope == lastSlope && missed <= rounding ? y - slope * first : (real)(NAN));
    }
}
