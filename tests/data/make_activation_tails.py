#!/usr/bin/python3
"""Computes activation_tails.csv: values and derivatives by a second hand (mpmath, 60 digits), mostly far from 0.

Debian 12: apt-get install python3-mpmath, then /usr/bin/python3 tests/data/make_activation_tails.py
Each function is written here from its definition, not from the program; the derivative is differentiated by hand and
checked against mpmath's numerical one at moderate x. Hardsigmoid is left out (PyTorch's slope is the float 1/6), and
so are points at kinks (reference/activations_special.csv has them).
"""
import csv
import json
import pathlib

from mpmath import mp, mpf, cos, diff, erfc, exp, expm1, log1p, pi, sech, sin, sqrt, tanh

mp.dps = 60
MAGNITUDES = [1e-300, 1e-100, 1e-20, 1e-10, 1e-8, 1e-4, 0.003, 0.07, 0.3, 0.7517916, 0.84, 1.192, 1.7, 2.2, 2.9999,
              3.0001, 4.5, 5.9999, 6.0001, 7.5, 9.0, 12.0, 14.5, 18.02, 19.999, 20.001, 25.0, 30.0, 36.74, 38.5, 50.0,
              88.8, 103.9, 300.0, 708.3, 745.2, 1e4, 1e6, 1e10, 1e50, 1e100]
SCALE, ALPHA = mpf("1.0507009873554804934193349852946"), mpf("1.6732632423543772848170429916717")


def sigmoid(x):
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))


def softplus(x):
    return (x if x > 0 else 0) + log1p(exp(-abs(x)))


def cdf(x):
    return erfc(-x / sqrt(2)) / 2


def bent(x):
    """The argument of the tanh in GELU's approximation, and its derivative."""
    return sqrt(2 / pi) * (x + mpf("0.044715") * x**3), sqrt(2 / pi) * (1 + 3 * mpf("0.044715") * x**2)


def gelu_tanh(x):
    return x * sigmoid(2 * bent(x)[0])


def gelu_tanh_slope(x):
    u, du = bent(x)
    return sigmoid(2 * u) + x * sigmoid(2 * u) * sigmoid(-2 * u) * 2 * du


def gate(x):
    """tanh(softplus(x)) without the difference of nearly equal numbers."""
    n = exp(x) * (exp(x) + 2)
    return n / (n + 2)


def clamp(low, high):
    return lambda x: min(max(x, low), high), lambda x: mpf(low < x < high)


def line(negative_slope):
    return lambda x: x if x > 0 else negative_slope * x, lambda x: mpf(1) if x > 0 else mpf(negative_slope)


def elu(alpha, scale=mpf(1), stretch=mpf(1)):
    return (lambda x: scale * x if x > 0 else scale * alpha * expm1(x / stretch),
            lambda x: scale if x > 0 else scale * alpha / stretch * exp(x / stretch))


def swish(beta):
    beta = mpf(beta)
    return (lambda x: x * sigmoid(beta * x),
            lambda x: sigmoid(beta * x) + beta * x * sigmoid(beta * x) * sigmoid(-beta * x))


def tanhshrink(x):
    return x - tanh(x)


BAND = (0.125, 0.3333333333333333)
FUNCTIONS = [
    ("identity", {}, (lambda x: x, lambda x: mpf(1))),
    ("relu", {}, line(0)),
    ("leaky_relu", {"alpha": 0.01}, line(mpf(0.01))),
    ("prelu", {"alpha": 0.25}, line(mpf(0.25))),
    ("rrelu", {"lower": BAND[0], "upper": BAND[1]}, line((mpf(BAND[0]) + mpf(BAND[1])) / 2)),
    ("relu6", {}, clamp(0, 6)),
    ("elu", {"alpha": 1.0}, elu(mpf(1))),
    ("elu", {"alpha": 3.3}, elu(mpf(3.3))),
    ("celu", {"alpha": 0.7}, elu(mpf(0.7), stretch=mpf(0.7))),
    ("selu", {}, elu(ALPHA, SCALE)),
    ("gelu", {}, (lambda x: x * cdf(x), lambda x: cdf(x) + x * exp(-x * x / 2) / sqrt(2 * pi))),
    ("gelu_tanh", {}, (gelu_tanh, gelu_tanh_slope)),
    ("gelu_sigmoid", {}, swish("1.702")),
    ("silu", {"beta": 1.0}, swish(1.0)),
    ("silu", {"beta": 0.3}, swish(0.3)),
    ("mish", {}, (lambda x: x * gate(x), lambda x: gate(x) + x * (1 - gate(x) ** 2) * sigmoid(x))),
    ("softplus", {"beta": 1.0}, (softplus, sigmoid)),
    ("softplus", {"beta": 4.0}, (lambda x: softplus(4 * x) / 4, lambda x: sigmoid(4 * x))),
    ("sigmoid", {}, (sigmoid, lambda x: sigmoid(x) * sigmoid(-x))),
    ("tanh", {}, (tanh, lambda x: sech(x) ** 2)),
    ("softsign", {}, (lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2)),
    ("logsigmoid", {}, (lambda x: -softplus(-x), lambda x: sigmoid(-x))),
    ("tanhshrink", {}, (tanhshrink, lambda x: tanh(x) ** 2)),
    ("hardtanh", {}, clamp(-1, 1)),
    ("hardshrink", {"lambd": 0.5}, (lambda x: x if abs(x) > 0.5 else mpf(0), lambda x: mpf(abs(x) > 0.5))),
    ("softshrink", {"lambd": 0.7}, (lambda x: max(x - mpf(0.7), 0) + min(x + mpf(0.7), 0), lambda x: mpf(abs(x) > 0.7))),
    ("threshold", {"threshold": 0.4, "value": -2.0}, (lambda x: x if x > 0.4 else mpf(-2), lambda x: mpf(x > 0.4))),
    ("squared_relu", {}, (lambda x: x * x if x > 0 else mpf(0), lambda x: 2 * x if x > 0 else mpf(0))),
    ("sine", {"omega": 1.0}, (sin, cos)),
    ("sine", {"omega": 4.0}, (lambda x: sin(4 * x), lambda x: 4 * cos(4 * x))),
    ("hardswish", {}, (lambda x: x * min(max(x + 3, 0), 6) / 6,
                       lambda x: mpf(0) if x < -3 else mpf(1) if x > 3 else x / 3 + mpf(1) / 2)),
]


def main():
    path = pathlib.Path(__file__).parent / "activation_tails.csv"
    with path.open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["activation", "parameters", "x", "value", "derivative"])
        for name, parameters, (value, derivative) in FUNCTIONS:
            for x in [-m for m in reversed(MAGNITUDES)] + MAGNITUDES:
                if 0.001 < abs(x) < 40:
                    numerical = diff(value, mpf(x), h=mpf(10) ** -20)
                    assert abs(derivative(mpf(x)) - numerical) < 1e-15, (name, x)
                with mp.workdps(400 if abs(x) < 1e-50 or "omega" in parameters else 60):
                    figures = [float(value(mpf(x))), float(derivative(mpf(x)))]
                table.writerow([name, json.dumps(parameters), repr(x), *map(repr, figures)])


if __name__ == "__main__":
    main()
