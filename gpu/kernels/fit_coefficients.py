#!/usr/bin/env python3
"""Prints the coefficients of vocabulary.cl with the largest relative error of each fit.

Polynomials interpolate at the Chebyshev nodes of their interval; rational functions at the Chebyshev nodes of
t / (1 + t). Both are within a small factor of minimax. Needs mpmath; not part of the build.
"""
import mpmath as mp

mp.mp.dps = 50


def nodes(low, high, count):
    return [(low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * (2 * i + 1) / (2 * count)) for i in range(count)]


def polynomial(function, low, high, degree):
    if degree % 2 == 0 and low == -high:
        high *= mp.mpf("1.0001")  # no node at 0, where the quotients below have no value
    xs = nodes(mp.mpf(low), mp.mpf(high), degree + 1)
    matrix = mp.matrix(degree + 1, degree + 1)
    for i, x in enumerate(xs):
        for j in range(degree + 1):
            matrix[i, j] = x**j
    return list(mp.lu_solve(matrix, mp.matrix([function(x) for x in xs])))


def rational(function, high, top, bottom):
    """P of degree `top` over 1 + t Q of degree `bottom` on [0, high]."""
    xs = [u / (1 - u) for u in nodes(mp.mpf(0), mp.mpf(high) / (1 + mp.mpf(high)), top + bottom + 1)]
    n = len(xs)
    matrix, right = mp.matrix(n, n), mp.matrix(n, 1)
    for i, x in enumerate(xs):
        f = function(x)
        for j in range(top + 1):
            matrix[i, j] = x**j
        for j in range(1, bottom + 1):
            matrix[i, top + j] = -f * x**j
        right[i] = f
    solution = list(mp.lu_solve(matrix, right))
    return solution[: top + 1], [mp.mpf(1)] + solution[top + 1 :]


def evaluate(coefficients, x):
    return mp.polyval([mp.mpf(float(mp.nstr(c, 9))) for c in coefficients[::-1]], x)


def worst(approximation, function, low, high, count=4000):
    xs = [low + (high - low) * mp.mpf(i + mp.mpf(1) / 3) / count for i in range(count)]
    return max(abs(approximation(x) / function(x) - 1) for x in xs)


def show(name, coefficients, error=None):
    print(name, "" if error is None else f"relative error {mp.nstr(error, 3)}")
    print("   ", ", ".join(mp.nstr(c, 9) for c in coefficients))


def main():
    half = mp.log(2) / 2
    p = polynomial(lambda r: (mp.expm1(r) - r) / r**2, -half, half, 4)
    show("expm1(r) = r + r^2 P(r)", p, worst(lambda r: r + r * r * evaluate(p, r), mp.expm1, -half, half))

    p = polynomial(lambda t: mp.log1p(t) / t, mp.mpf("1e-20"), 1, 9)
    show("log1p(t) = t P(t), t in [0, 1]", p, worst(lambda t: t * evaluate(p, t), mp.log1p, 0, 1))

    third = mp.mpf(1) / 3
    p = polynomial(lambda f: (mp.log1p(f) - f) / f**2, -third, third, 8)
    show("log1p(f) = f + f^2 P(f), |f| <= 1/3", p, worst(lambda f: f + f * f * evaluate(p, f), mp.log1p, -third, third))

    limit = mp.mpf("0.75")
    p = polynomial(lambda s: (mp.sqrt(s) - mp.tanh(mp.sqrt(s))) / mp.sqrt(s) ** 3, mp.mpf("1e-12"), limit**2, 5)
    show("x - tanh(x) = x^3 P(x^2), |x| <= 0.75", p,
         worst(lambda x: x**3 * evaluate(p, x * x), lambda x: x - mp.tanh(x), mp.mpf("1e-3"), limit))

    p = polynomial(lambda s: mp.erf(mp.sqrt(s)) / mp.sqrt(s), mp.mpf("1e-12"), limit**2, 5)
    show("erf(x) = x P(x^2), |x| <= 0.75", p, worst(lambda x: x * evaluate(p, x * x), mp.erf, mp.mpf("1e-3"), limit))

    mills = lambda t: mp.erfc(t / mp.sqrt(2)) / 2 * mp.exp(t * t / 2)
    for top, bottom in ((3, 4), (4, 5), (5, 6)):
        a, b = rational(mills, mp.mpf("13.5"), top, bottom)
        error = worst(lambda t: evaluate(a, t) / evaluate(b, t), mills, 0, mp.mpf("13.3"))
        show(f"Phi(-t) exp(t^2/2) = A{top}(t) / B{bottom}(t): A", a, error)
        show("    B", b)


main()
