#!/usr/bin/env python3
"""Makes every reference figure of the activations that are named, or of all: tests/data/make_activation.py [ID …]

What they are is said in activations.py. In the tables only their rows are replaced, new ones come last.

    resources/reference/activations_later.csv   value and derivative over a grid, by autograd in double, of what activations.csv there (which is given) has not
    resources/reference/activation_kinks.csv    at kinks, beside them, and at both zeros; float has to give the same
    activation_tails.csv                        by a second hand (mpmath), mostly far from 0
    extreme_values.csv                          the same at the ends of what double and float hold, for either end of every parameter
    pytorch/odd_ID….json                        networks trained with it

It is about PyTorch 2.15 (pip install torch mpmath); 1.13, of which the given tables are, differs in one row: its slope of hardswish is -0.5 at -3 and
1.5 at 3. The runs are those of Debian's python3-torch, for which another Python is called (see --runs-with). Floats are written so that reading them
back gives the same double.
"""
import argparse
import csv
import io
import itertools
import json
import math
import pathlib
import re
import signal
import subprocess

import torch
from mpmath import diff, mpf

from activations import ACTIVATIONS
from exact_words import single

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHIPPED = ROOT / "resources" / "reference"
PATIENCE = 20  # s
HEAD = ["activation", "parameters", "x", "value", "derivative"]

GRID = [-1000, -100, -20, -10, -5, -4, -3.5, -3, -2.5, -2, -1.5, -1, -0.75, -0.5, -0.25, -0.1, -0.01, -1e-6]
TAILS = [1e-300, 1e-100, 1e-20, 1e-10, 1e-8, 1e-4, 0.003, 0.07, 0.3, 0.7517916, 0.84, 1.192, 1.7, 2.2, 2.9999,
         3.0001, 4.5, 5.9999, 6.0001, 7.5, 9.0, 12.0, 14.5, 18.02, 19.999, 20.001, 25.0, 30.0, 36.74, 38.5, 50.0,
         88.8, 103.9, 300.0, 708.3, 745.2, 1e4, 1e6, 1e10, 1e50, 1e100]
EXTREMES = [5e-324, 1e-310, 2.3e-308, 1e-200, 1e-100, single(1.3e-38), single(1e-37), single(1e-30), single(1e-20), single(3e-9), single(87.2),
            single(87.6), single(88.5), single(89), single(103.5), single(200), 709.5, 710.5, 745.5, single(1e5), single(1e7), single(1e12),
            single(1.5e19), single(1e20), single(2e38), single(3.4028234e38), 1e50, 1e100, 1e150, 1.4e154, 1e155, 1e200, 9e306, 1.7e308]


def mirrored(magnitudes):
    return [-m for m in reversed(magnitudes)] + magnitudes


def parameters_of_row(name):
    """(name, default, least, most, whether it is learned) of each parameter in the activation's row."""
    text = (ROOT / "core" / "activations" / "activations.def").read_text()
    row = re.search(rf"^ACTIVATION\({name},(.*?)(?=^ACTIVATION\(|\Z)", text, re.MULTILINE | re.DOTALL)
    if not row:
        raise SystemExit(f"{name} has no row in core/activations/activations.def")
    found = re.findall(r'\bPARAMETER\((\w+), "[^"]*", ([^,]+), ([^,]+), ([^,]+), (\w+)\)', row[1])
    return [(parameter, *map(float, numbers), kind == "LEARNED") for parameter, *numbers, kind in found]


def check(name):
    """The entry and the row have the same parameters with the same defaults."""
    row = parameters_of_row(name)
    expected = {parameter: default for parameter, default, *_ in row}
    if ACTIVATIONS[name].defaults() != expected:
        raise SystemExit(f"{name}: the parameters are {expected} in activations.def, but {ACTIVATIONS[name].defaults()} in activations.py")
    if ACTIVATIONS[name].learns != any(learned for *_, learned in row):
        raise SystemExit(f"{name}: activations.def and activations.py do not agree on what is learned")


def by_autograd(name, parameters, x, dtype=torch.float64):
    at = torch.tensor([float(x)], dtype=dtype, requires_grad=True)
    y = ACTIVATIONS[name].torch(at, **parameters)
    y.sum().backward()
    return y.item(), at.grad.item()


def grid_rows(name):
    for parameters, x in itertools.product(ACTIVATIONS[name].variants, mirrored([-x for x in reversed(GRID)])):
        figures = by_autograd(name, parameters, x)
        if not all(map(math.isfinite, figures)):
            raise SystemExit(f"{name} {parameters} at {x}: PyTorch gives {figures}; write it so that nothing overflows inside")
        yield parameters, float(x), figures


def kinks_of(name, parameters):
    kinks = ACTIVATIONS[name].kinks
    return kinks(**parameters) if callable(kinks) else kinks or []


def kink_rows(name):
    if ACTIVATIONS[name].kinks is None:
        return
    for parameters in ACTIVATIONS[name].variants:
        kinks = kinks_of(name, parameters)
        beside = [k + d for k in kinks for d in (-2**-10, 2**-10)]  # floats, too
        for x in [*dict.fromkeys([*sorted({*kinks, *beside}), -1.0, 1.0]), -0.0, 0.0]:
            figures = by_autograd(name, parameters, x)
            in_float = by_autograd(name, parameters, x, torch.float32)
            if any(abs(a - b) > 1e-6 * max(1, abs(a)) for a, b in zip(figures, in_float)):
                raise SystemExit(f"{name} {parameters} at {x}: PyTorch's double {figures} and float {in_float} differ")
            yield parameters, float(x), figures


def as_double(x):
    try:
        return float(x)
    except OverflowError:
        return float("inf") if x > 0 else float("-inf")


def exactly(name, parameters):
    """What gives the value and the derivative at x; the parameters are in the order of the row."""
    functions = ACTIVATIONS[name].exact(*map(mpf, parameters.values()))

    def at(x):
        def stop(*_):
            raise SystemExit(f"{name} at {x}: mpmath takes more than {PATIENCE} s; say what it is there (far_out in exact_words.py)")

        signal.signal(signal.SIGALRM, stop)
        signal.alarm(PATIENCE)
        value, derivative = (function(mpf(x)) for function in functions)
        if 0.001 < abs(x) < 40 and abs(derivative - diff(functions[0], mpf(x), h=mpf(10) ** -20)) >= 1e-15 * max(1, abs(derivative)):
            raise SystemExit(f"{name} {parameters} at {x}: the exact derivative is not that of the exact value")
        signal.alarm(0)
        return as_double(value), as_double(derivative)

    return at


def tail_rows(name):
    activation = ACTIVATIONS[name]
    for variant in activation.variants if activation.tails is None else activation.tails:
        parameters = {**activation.defaults(), **variant}
        figures = exactly(name, parameters)
        for x in mirrored(TAILS):
            if x not in kinks_of(name, parameters):
                yield parameters, x, figures(x)


def as_short(number):
    return int(number) if number == int(number) else number


def extreme_rows(name):
    """With the defaults, and with each parameter at its ends."""
    described = parameters_of_row(name)
    defaults = {parameter: as_short(default) for parameter, default, *_ in described}
    ends = [{**defaults, parameter: as_short(end)} for parameter, _, least, most, _ in described for end in (least, most)]
    for parameters in [defaults, *ends]:
        figures = exactly(name, parameters)
        for x in mirrored(EXTREMES):
            if ACTIVATIONS[name].is_exact_at(x, **parameters):
                yield parameters, x, figures(x)


def lines(name, rows):
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    for parameters, x, (value, derivative) in rows:
        table.writerow([name, json.dumps(parameters), repr(x), repr(value), repr(derivative)])
    return text.getvalue()


def blocks_of(path):
    """The lines of a table by activation, in the order in which they are there."""
    blocks = {}
    for line in path.read_text().splitlines(keepends=True)[1:]:
        name = line.split(",")[0]
        blocks[name] = blocks.get(name, "") + line
    return blocks


def updated(path, names, rows_of):
    """The table with the rows of these replaced, and without those that are no activations any more."""
    blocks = blocks_of(path)
    blocks.update({name: lines(name, rows_of(name)) for name in names})
    return ",".join(HEAD) + "\n" + "".join(block for name, block in blocks.items() if name in ACTIVATIONS)


def main():
    parser = argparse.ArgumentParser(description="Makes the reference figures of activations.")
    parser.add_argument("id", nargs="*", help="only of these")
    parser.add_argument("--runs-with", metavar="PYTHON", default="/usr/bin/python3", help="what makes the runs (%(default)s)")
    arguments = parser.parse_args()
    for name in arguments.id:
        if name not in ACTIVATIONS:
            parser.error(f"no {name} in activations.py")
    if tuple(map(int, torch.__version__.split(".")[:2])) < (2, 15):
        parser.error(f"this Python has PyTorch {torch.__version__}; kinks are those of 2.15")
    names = arguments.id or list(ACTIVATIONS)
    for name in names:
        check(name)
    given = blocks_of(SHIPPED / "activations.csv")
    later = [name for name in names if name not in given]
    tables = ((SHIPPED / "activations_later.csv", later, grid_rows), (SHIPPED / "activation_kinks.csv", names, kink_rows),
              (HERE / "activation_tails.csv", names, tail_rows), (HERE / "extreme_values.csv", names, extreme_rows))
    texts = {path: updated(path, of, rows_of) for path, of, rows_of in tables}
    for path, text in texts.items():  # all of them, or none
        path.write_text(text)
    subprocess.run([arguments.runs_with, HERE / "make_pytorch_figures.py", "--odd", *names], check=True)


if __name__ == "__main__":
    main()
