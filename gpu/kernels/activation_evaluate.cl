// Value and derivative of an activation at many points, in evaluation mode.

__kernel __attribute__((reqd_work_group_size(1, 1, 1))) void
evaluateActivation(__global const float *x, int vectors, float p0, float p1, __global float *value, __global float *derivative)
{
    for (int i = 0; i < vectors * VEC; i += VEC) {
        const real z = loadVector(x + i);
        const real y = activationValue(z, (real)(p0), (real)(p1));
        storeVector(value + i, y);
        storeVector(derivative + i, activationDerivative(z, y, (real)(p0), (real)(p1)));
    }
}
