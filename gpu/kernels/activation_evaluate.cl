// Value and derivative of an activation at `count` points (a multiple of REAL_WIDTH), in evaluation mode, by one work-group.

__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
evaluateActivation(__global const float *x, __global float *table, int count, float p0, float p1, __global float *value, __global float *derivative)
{
#if REAL_WIDTH > 1
    fillTable(table);
#endif
    for (int i = LANE * REAL_WIDTH; i < count; i += LANES * REAL_WIDTH) {
        const real z = loadReal(x + i);
        const real y = OF_KIND(activationValue)(table, z, (real)(p0), (real)(p1));
        const real slope = OF_KIND(activationDerivative)(table, z, y, (real)(p0), (real)(p1));
        storeReal(value + i, y);
        storeReal(derivative + i, slope);
    }
}
