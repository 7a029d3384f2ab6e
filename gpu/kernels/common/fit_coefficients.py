#!/usr/bin/env python3
"""Prints the coefficients of vocabulary.cl and formula_words.cl with the largest relative error of each fit.

Polynomials interpolate at the Chebyshev nodes of their interval, which is within a small factor of minimax; where an operation is to be
saved, they and rational functions are minimax, by Lawson's weights. Needs mpmath and numpy; not part of the build.
"""
import mpmath as mp
import numpy as np

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


def minimax(function, low, high, top, bottom=0, known=()):
    """P of degree `top` over Q of degree `bottom`, Q(0) = 1, such that known[0] + known[1] x + … + x^len(known) P / Q has the smallest
    relative error. Beyond 1, the nodes are those of x / (1 + x)."""
    low, high, first = float(low), float(high), len(known)
    u = 0.5 - 0.5 * np.cos(np.pi * (np.arange(1500) + 0.5) / 1500)
    xs = low + (high - low) * u if low < 0 or high <= 1 else (lambda v: v / (1 - v))(u * high / (1 + high))
    f = np.array([float(function(mp.mpf(x))) for x in xs])
    offset = np.array([float(function(mp.mpf(x)) - mp.polyval(known[::-1] or [0], mp.mpf(x))) for x in xs])
    scale = np.abs(xs).max()
    powers = (xs / scale)[:, None] ** np.arange(max(top, bottom) + 1)
    weights, q = np.ones_like(xs), np.ones_like(xs)
    best = None
    for _ in range(400):
        root = np.sqrt(weights) / (f * q)
        matrix = np.concatenate([xs[:, None] ** first * powers[:, : top + 1], -offset[:, None] * powers[:, 1 : bottom + 1]], 1) * root[:, None]
        sizes = np.linalg.norm(matrix, axis=0)
        solution = np.linalg.lstsq(matrix / sizes, offset * root, rcond=None)[0] / sizes
        q = 1 + powers[:, 1 : bottom + 1] @ solution[top + 1 :]
        errors = np.abs((xs**first * (powers[:, : top + 1] @ solution[: top + 1]) / q - offset) / f)
        if best is None or errors.max() < best[0]:
            best = errors.max(), solution
        weights *= errors / errors.max() + 1e-9
        weights /= weights.sum()
    solution = best[1] / scale ** np.concatenate([np.arange(top + 1), np.arange(1, bottom + 1)])
    return [mp.mpf(c) for c in solution[: top + 1]], [mp.mpf(1)] + [mp.mpf(c) for c in solution[top + 1 :]]


def evaluate(coefficients, x):
    return mp.polyval([mp.mpf(float(np.float32(mp.nstr(c, 9)))) for c in coefficients[::-1]], x)


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

    p, _ = minimax(mp.exp, -half, half, 3, known=(1, 1))
    show("exp(r) = 1 + r + r^2 P(r)", p, worst(lambda r: 1 + r + r * r * evaluate(p, r), mp.exp, -half, half))
    factor = 1 / mp.sqrt(2 * mp.pi)
    g = [factor, -factor / 2] + [factor * c * mp.mpf(-0.5) ** (k + 2) for k, c in enumerate(p)]
    show("exp(-R / 2) / sqrt(2 pi) = G(R)", g, worst(lambda r: evaluate(g, -2 * r), lambda r: factor * mp.exp(r), -half, half))

    p, _ = minimax(mp.log1p, 0, 1, 7, known=(0, 1))
    show("log1p(t) = t + t^2 P(t), t in [0, 1]", p, worst(lambda t: t + t * t * evaluate(p, t), mp.log1p, 0, 1))

    third = mp.mpf(1) / 3
    p = polynomial(lambda f: (mp.log1p(f) - f) / f**2, -third, third, 8)
    show("log1p(f) = f + f^2 P(f), |f| <= 1/3", p, worst(lambda f: f + f * f * evaluate(p, f), mp.log1p, -third, third))

    limit = mp.mpf("0.75")
    p = polynomial(lambda s: (mp.sqrt(s) - mp.tanh(mp.sqrt(s))) / mp.sqrt(s) ** 3, mp.mpf("1e-12"), limit**2, 5)
    show("x - tanh(x) = x^3 P(x^2), |x| <= 0.75", p,
         worst(lambda x: x**3 * evaluate(p, x * x), lambda x: x - mp.tanh(x), mp.mpf("1e-3"), limit))

    p = polynomial(lambda s: mp.erf(mp.sqrt(s)) / mp.sqrt(s), mp.mpf("1e-12"), limit**2, 5)
    show("erf(x) = x P(x^2), |x| <= 0.75", p, worst(lambda x: x * evaluate(p, x * x), mp.erf, mp.mpf("1e-3"), limit))

    mills = lambda t: mp.erfc(t / mp.sqrt(2)) * mp.sqrt(mp.pi / 2) * mp.exp(t * t / 2)
    for top, bottom in ((3, 4), (4, 4), (4, 5)):
        a, b = minimax(mills, 0, 13.3, top, bottom)
        error = worst(lambda t: evaluate(a, t) / evaluate(b, t), mills, 0, mp.mpf("13.3"))
        show(f"Phi(-t) / phi(t) = A{top}(t) / B{bottom}(t): A", a, error)
        show("    B", b)


main()
