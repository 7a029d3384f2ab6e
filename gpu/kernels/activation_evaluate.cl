// Value and derivative of an activation at `count` points (a multiple of REAL_WIDTH), in evaluation mode.

__kernel __attribute__((reqd_work_group_size(1, 1, 1))) void
evaluateActivation(__global const float *x, __global float *table, int count, float p0, float p1, __global float *value, __global float *derivative)
{
    fillTable(table);
    for (int i = 0; i < count; i += REAL_WIDTH) {
        const real z = loadReal(x + i);
        const real y = OF_KIND(activationValue)(table, z, (real)(p0), (real)(p1));
        const real slope = OF_KIND(activationDerivative)(table, z, y, (real)(p0), (real)(p1));
        storeReal(value + i, y);
        storeReal(derivative + i, slope);
    }
}
