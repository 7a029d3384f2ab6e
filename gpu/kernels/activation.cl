// The formulas of one row of core/activations.def, given as ACTIVATION_… macros by the host.

INLINE real activationValue(real x, real p0, real p1)
{
    return ACTIVATION_VALUE;
}

INLINE real activationDerivative(real x, real y, real p0, real p1)
{
    return ACTIVATION_DERIVATIVE;
}

#ifdef ACTIVATION_LEARNS
INLINE real activationParameterDerivative(real x, real y, real p0, real p1)
{
    return ACTIVATION_PARAMETER_DERIVATIVE;
}
#endif

#ifdef ACTIVATION_DRAWS
INLINE real activationDraw(real r, real p0, real p1)
{
    return ACTIVATION_DRAW;
}
#endif
