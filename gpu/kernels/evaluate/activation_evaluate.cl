// Value and derivative of one of the program's activations at given inputs, in evaluation mode, by one work-group.
//
// Layout: x, value and derivative are [count]; the table (vectors only) has room for TABLE_CONSTANTS `real`s.
// Needs: shared_layout, work_group, activation of all kinds.

__kernel __attribute__((reqd_work_group_size(LANES, 1, 1))) void
evaluateActivation(const EvaluationLaunch launch, __global const float *x, __global float *table, __global float *value, __global float *derivative)
{
    const real p0 = (real)(launch.p0), p1 = (real)(launch.p1);
#if REAL_WIDTH > 1
    fillTable(table);
#endif
    for (int i = LANE * REAL_WIDTH; i < launch.count; i += LANES * REAL_WIDTH) {
        const real z = loadReal(x + i);
#define EVALUATE_KIND(k)                                                                               \
    if (launch.kind == k) {                                                                                   \
        const real y = JOIN(activationValue, k)(table, z, p0, p1);                     \
        storeReal(value + i, y);                                                                       \
        const real slope = JOIN(activationDerivative, k)(table, z, y, p0, p1);                         \
        storeReal(derivative + i, SEL(z == z, slope, z)); /* of a step, too, as on the host */         \
    }
        FOR_KINDS(EVALUATE_KIND)
    }
}
