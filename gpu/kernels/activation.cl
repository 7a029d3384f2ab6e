// The formulas of one row of core/activations.def, given as ACTIVATION_… macros by the host.

INLINE real activationValue(Constants table, real x, real p0, real p1)
{
    return ACTIVATION_VALUE;
}

INLINE real activationDerivative(Constants table, real x, real y, real p0, real p1)
{
    return ACTIVATION_DERIVATIVE;
}

#ifdef ACTIVATION_LEARNS
INLINE real activationParameterDerivative(Constants table, real x, real y, real p0, real p1)
{
    return ACTIVATION_PARAMETER_DERIVATIVE;
}
#endif

#ifdef ACTIVATION_DRAWS
INLINE real activationDraw(Constants table, real r, real p0, real p1)
{
    return ACTIVATION_DRAW;
}
#endif
