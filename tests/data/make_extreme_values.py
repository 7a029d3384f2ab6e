#!/usr/bin/python3
"""Computes extreme_values.csv: values and derivatives by a second hand (mpmath) at the ends of what double and float hold.

Debian 12: apt-get install python3-mpmath, then /usr/bin/python3 tests/data/make_extreme_values.py
Every activation with its default parameters, and with each of them at either end of its range. Each function is written from its
definition, as in make_activation_tails.py; where e^-|x| is below every double it is left out.
"""
import csv
import json
import pathlib
import struct

from mpmath import mp, mpf

from make_activation_tails import clamp, elu, gelu_tanh, gelu_tanh_slope, line, sigmoid
from make_activation_tails import ALPHA, SCALE
from make_activation_tails import cdf as exact_cdf
from make_activation_tails import gate as exact_gate

mp.dps = 400
FAR = 3000  # e^-FAR is 0 in double, and so is what it is multiplied by


def single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


MAGNITUDES = [5e-324, 1e-310, 2.3e-308, 1e-200, 1e-100, single(1.3e-38), single(1e-37), single(1e-30), single(1e-20), single(3e-9), single(87.2),
              single(87.6), single(88.5), single(89), single(103.5), single(200), 709.5, 710.5, 745.5, single(1e5), single(1e7), single(1e12),
              single(1.5e19), single(1e20), single(2e38), single(3.4028234e38), 1e50, 1e100, 1e150, 1.4e154, 1e155, 1e200, 9e306, 1.7e308]


def logistic(x):
    return mpf(0) if x < -FAR else mpf(1) if x > FAR else sigmoid(x)


def softplus(x):
    return (x if x > 0 else mpf(0)) + (0 if abs(x) > FAR else mp.log1p(mp.exp(-abs(x))))


def cdf(x):
    return mpf(0) if x < -FAR else mpf(1) if x > FAR else exact_cdf(x)


def density(x):
    return 0 if abs(x) > FAR else mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


def gate(x):
    return mpf(1) if x > FAR else mpf(0) if x < -FAR else exact_gate(x)


def tanh(x):
    return mp.sign(x) if abs(x) > FAR else mp.tanh(x)


def slope_of_tanh(x):
    return mpf(0) if abs(x) > FAR else mp.sech(x) ** 2


def near(inside, left, right):
    """The function `inside`, left and right of ±FAR what it is there."""
    return lambda x: left(x) if x < -FAR else right(x) if x > FAR else inside(x)


def zero(_):
    return mpf(0)


def one(_):
    return mpf(1)


def same(x):
    return x


def swish(beta):
    return (lambda x: x * logistic(beta * x),
            lambda x: logistic(beta * x) + beta * x * logistic(beta * x) * logistic(-beta * x))


def kinked(f):
    """f with negative inputs below where an exponential has an end."""
    value, derivative = f
    return (lambda x: value(max(x, -mpf(FAR) * 10)), lambda x: derivative(x) if x > -FAR * 10 else mpf(0))


def band(lower, upper):
    return line((lower + upper) / 2)


def hard_shrink(lambd):
    return lambda x: mpf(0) if abs(x) <= lambd else x, lambda x: mpf(0) if abs(x) <= lambd else mpf(1)


def soft_shrink(lambd):
    return (lambda x: mp.sign(x) * max(abs(x) - lambd, mpf(0)), lambda x: mpf(0) if abs(x) <= lambd else mpf(1))


def sine(omega):
    return lambda x: mp.sin(omega * x), lambda x: omega * mp.cos(omega * x)


# activation: what makes (value, derivative) of its parameters, and its parameters as (name, default, least, most)
FUNCTIONS = {
    "identity": (lambda: (same, one), []),
    "relu": (lambda: line(mpf(0)), []),
    "leaky_relu": (line, [("alpha", 0.01, 0, 2)]),
    "prelu": (line, [("alpha", 0.25, -1, 2)]),
    "rrelu": (band, [("lower", 0.125, 0, 1), ("upper", 0.3333333333333333, 0, 1)]),
    "relu6": (lambda: clamp(0, 6), []),
    "elu": (lambda alpha: kinked(elu(alpha)), [("alpha", 1, 0, 5)]),
    "celu": (lambda alpha: kinked(elu(alpha, stretch=alpha)), [("alpha", 1, 0.05, 5)]),
    "selu": (lambda: kinked(elu(ALPHA, SCALE)), []),
    "gelu": (lambda: (lambda x: x * cdf(x), lambda x: cdf(x) + x * density(x)), []),
    "gelu_tanh": (lambda: (near(gelu_tanh, zero, same), near(gelu_tanh_slope, zero, one)), []),
    "gelu_sigmoid": (lambda: swish(mpf("1.702")), []),
    "silu": (swish, [("beta", 1, 0, 10)]),
    "mish": (lambda: (lambda x: x * gate(x), near(lambda x: gate(x) + x * (1 - gate(x) ** 2) * sigmoid(x), zero, one)), []),
    "softplus": (lambda beta: (lambda x: softplus(beta * x) / beta, lambda x: logistic(beta * x)), [("beta", 1, 0.1, 20)]),
    "sigmoid": (lambda: (logistic, lambda x: logistic(x) * logistic(-x)), []),
    "tanh": (lambda: (tanh, slope_of_tanh), []),
    "softsign": (lambda: (lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2), []),
    "logsigmoid": (lambda: (lambda x: -softplus(-x), lambda x: logistic(-x)), []),
    "tanhshrink": (lambda: (lambda x: x - tanh(x), lambda x: tanh(x) ** 2), []),
    "hardtanh": (lambda: clamp(-1, 1), []),
    # PyTorch's slope is the float 1/6
    "hardsigmoid": (lambda: (lambda x: min(max(x + 3, mpf(0)), mpf(6)) / 6, lambda x: mpf(single(1 / 6)) if abs(x) < 3 else mpf(0)), []),
    "hardswish": (lambda: (lambda x: x * min(max(x + 3, mpf(0)), mpf(6)) / 6,
                           lambda x: mpf(0) if x < -3 else mpf(1) if x > 3 else x / 3 + mpf(1) / 2), []),
    "threshold": (lambda at, low: (lambda x: low if x <= at else x, lambda x: mpf(0) if x <= at else mpf(1)), [("threshold", 1, -5, 5), ("value", 0, -5, 5)]),
    "squared_relu": (lambda: (lambda x: max(x, mpf(0)) ** 2, lambda x: 2 * max(x, mpf(0))), []),
    "hardshrink": (hard_shrink, [("lambd", 0.5, 0, 5)]),
    "softshrink": (soft_shrink, [("lambd", 0.5, 0, 5)]),
    "sine": (sine, [("omega", 1, 0.1, 30)]),
}


def is_elsewhere_on_the_wave(name, parameters, x):
    """Where a rounded product is another angle."""
    return name == "sine" and parameters["omega"] != 1 and abs(x) > 1e-8


def parameter_sets(parameters):
    """The defaults, and each parameter at its ends."""
    defaults = {name: default for name, default, _, _ in parameters}
    yield defaults
    for name, _, least, most in parameters:
        for end in (least, most):
            yield {**defaults, name: end}


def is_drawn_from_nothing(parameters):
    return "upper" in parameters and parameters["lower"] > parameters["upper"]


def as_double(x):
    try:
        return float(x)
    except OverflowError:
        return float("inf") if x > 0 else float("-inf")


def main():
    path = pathlib.Path(__file__).parent / "extreme_values.csv"
    with path.open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["activation", "parameters", "x", "value", "derivative"])
        for name, (make, described) in FUNCTIONS.items():
            for parameters in parameter_sets(described):
                if is_drawn_from_nothing(parameters):
                    continue
                value, derivative = make(*[mpf(p) for p in parameters.values()])
                for x in [-m for m in reversed(MAGNITUDES)] + MAGNITUDES:
                    if is_elsewhere_on_the_wave(name, parameters, x):
                        continue
                    table.writerow([name, json.dumps(parameters), repr(x), repr(as_double(value(mpf(x)))), repr(as_double(derivative(mpf(x))))])


if __name__ == "__main__":
    main()
