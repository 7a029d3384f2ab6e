#!/usr/bin/env python3
"""Computes activations.csv (activations that reference/ has not, over the same points) and activation_kinks.csv (every activation at
its kinks, at their neighbours and at both zeros), by autograd in double. At kinks float has to give the same, or the script stops.

It is about PyTorch 2.15, which is on PyPI (pip install torch); 1.13, of which reference/ is, differs in one row: its slope of
hardswish is -0.5 at -3 and 1.5 at 3. Floats are written so that reading them back gives the same double.
"""
import csv
import json
import pathlib

import torch
from torch.nn import functional as F

HERE = pathlib.Path(__file__).parent
GRID = [-1000, -100, -20, -10, -5, -4, -3.5, -3, -2.5, -2, -1.5, -1, -0.75, -0.5, -0.25, -0.1, -0.01, -1e-6]
GRID += [-x for x in reversed(GRID)]

# What PyTorch has no function for is spelled out: threshold has no defaults there, sine and squared ReLU no name.
NEW = {
    "hardshrink": lambda x, lambd=0.5: F.hardshrink(x, lambd),
    "softshrink": lambda x, lambd=0.5: F.softshrink(x, lambd),
    "threshold": lambda x, threshold=1.0, value=0.0: F.threshold(x, threshold, value),
    "squared_relu": lambda x: torch.square(F.relu(x)),
    "sine": lambda x, omega=1.0: torch.sin(omega * x),
}
OLD = {
    "identity": lambda x: x,
    "relu": F.relu,
    "leaky_relu": lambda x, alpha=0.01: F.leaky_relu(x, alpha),
    "prelu": lambda x, alpha=0.25: F.prelu(x, torch.tensor([alpha], dtype=x.dtype)),
    "rrelu": lambda x, lower=0.125, upper=1 / 3: F.rrelu(x, lower, upper, training=False),
    "relu6": F.relu6,
    "elu": lambda x, alpha=1.0: F.elu(x, alpha),
    "celu": lambda x, alpha=1.0: F.celu(x, alpha),
    "selu": F.selu,
    "softsign": F.softsign,
    "hardtanh": F.hardtanh,
    "hardsigmoid": F.hardsigmoid,
    "hardswish": F.hardswish,
}
VARIANTS = [
    ("hardshrink", {}), ("hardshrink", {"lambd": 0.0}), ("hardshrink", {"lambd": 2.0}),
    ("softshrink", {}), ("softshrink", {"lambd": 0.0}), ("softshrink", {"lambd": 2.0}),
    ("threshold", {}), ("threshold", {"threshold": 0.5, "value": 2.0}), ("threshold", {"threshold": -1.5, "value": -1.5}),
    ("squared_relu", {}), ("sine", {}), ("sine", {"omega": 30.0}), ("sine", {"omega": 0.5}),
]
KINKS = {
    "relu": [0], "leaky_relu": [0], "prelu": [0], "rrelu": [0], "relu6": [0, 6], "elu": [0], "celu": [0], "selu": [0], "softsign": [0],
    "hardtanh": [-1, 1], "hardsigmoid": [-3, 3], "hardswish": [-3, 3],
}
PARAMETERS = {"leaky_relu": [{}, {"alpha": 0.3}], "prelu": [{}, {"alpha": -0.5}], "elu": [{}, {"alpha": 0.3}], "celu": [{}, {"alpha": 2.0}]}


def row(name, parameters, x, dtype=torch.float64):
    at = torch.tensor([float(x)], dtype=dtype, requires_grad=True)
    y = (NEW | OLD)[name](at, **parameters)
    y.sum().backward()
    return y.item(), at.grad.item()


def kink_row(name, parameters, x):
    figures = row(name, parameters, x)
    single = row(name, parameters, x, torch.float32)
    assert all(abs(a - b) <= 1e-6 * max(1, abs(a)) for a, b in zip(figures, single)), (name, parameters, x, figures, single)
    return figures


def kinks_of(name, parameters):
    if name in ("hardshrink", "softshrink"):
        lambd = parameters.get("lambd", 0.5)
        return [-lambd, lambd]
    return [parameters.get("threshold", 1.0)] if name == "threshold" else KINKS.get(name, [])


def write(name, rows):
    with (HERE / name).open("w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["activation", "parameters", "x", "value", "derivative"])
        for activation, parameters, x, (value, derivative) in rows:
            table.writerow([activation, json.dumps(parameters), repr(float(x)), repr(value), repr(derivative)])


def main():
    assert tuple(map(int, torch.__version__.split(".")[:2])) >= (2, 15), torch.__version__
    write("activations.csv", [(name, p, x, row(name, p, x)) for name, p in VARIANTS for x in GRID])
    variants = VARIANTS + [(name, p) for name in OLD for p in PARAMETERS.get(name, [{}])]
    rows = []
    for name, parameters in variants:
        kinks = kinks_of(name, parameters)
        beside = [k + d for k in kinks for d in (-2**-10, 2**-10)]  # floats, too
        rows += [(name, parameters, x, kink_row(name, parameters, x)) for x in dict.fromkeys([*sorted({*kinks, *beside}), -1.0, 1.0])]
        rows += [(name, parameters, x, kink_row(name, parameters, x)) for x in (-0.0, 0.0)]
    write("activation_kinks.csv", rows)


if __name__ == "__main__":
    main()
