// The formulas of one row of core/activations/activations.def, given as ACTIVATION_… macros by the host. In a program once for each of its activations, with
// another KIND.
//
// Layout: REAL_WIDTH elements at a time.
// Needs: real, vocabulary, formula_words.

INLINE real OF_KIND(activationValue)(Constants table, real x, real p0, real p1)
{
    return ACTIVATION_VALUE;
}

INLINE real OF_KIND(activationDerivative)(Constants table, real x, real y, real p0, real p1)
{
    return ACTIVATION_DERIVATIVE;
}

#ifdef ACTIVATION_LEARNS
INLINE real OF_KIND(activationParameterDerivative)(Constants table, real x, real y, real p0, real p1)
{
    return ACTIVATION_PARAMETER_DERIVATIVE;
}
#endif

#ifdef ACTIVATION_DRAWS
INLINE real OF_KIND(activationDraw)(Constants table, real r, real p0, real p1)
{
    return ACTIVATION_DRAW;
}
#endif
