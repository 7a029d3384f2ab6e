// Value and derivative of the program's activation `kind` at `count` points (a multiple of REAL_WIDTH), in evaluation mode, by one work-group.

__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
evaluateActivation(int kind, __global const float *x, __global float *table, int count, float p0, float p1, __global float *value,
                   __global float *derivative)
{
#if REAL_WIDTH > 1
    fillTable(table);
#endif
    for (int i = LANE * REAL_WIDTH; i < count; i += LANES * REAL_WIDTH) {
        const real z = loadReal(x + i);
#define EVALUATE_KIND(k)                                                                               \
    if (kind == k) {                                                                                   \
        const real y = JOIN(activationValue, k)(table, z, (real)(p0), (real)(p1));                     \
        storeReal(value + i, y);                                                                       \
        storeReal(derivative + i, JOIN(activationDerivative, k)(table, z, y, (real)(p0), (real)(p1))); \
    }
        FOR_KINDS(EVALUATE_KIND)
    }
}
