#!/usr/bin/python3
"""Computes data/initialization.json: what torch.nn.init gives, scheme by scheme, on networks whose layers are above and below
the 16 weights from which PyTorch draws normal numbers in another way.

Debian 12: apt-get install python3-torch, then /usr/bin/python3 tests/data/make_initialization.py
PyTorch's logarithm, sine and cosine depend on the processor; the file is for AVX2, which is asked for below. Of large layers only
some weights are kept, and sums of all. Floats are written so that reading them back gives the same float.

With a path, a second file is written there (for another ATEN_CPU_CAPABILITY, say).
"""
import json
import math
import os
import pathlib
import sys

os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx2")
import torch  # noqa: E402 (after the choice of the processor's routines)
from torch import nn  # noqa: E402

HERE = pathlib.Path(__file__).parent
RANGE = 0.37

SCHEMES = {
    "pytorch": None,
    "he-normal": lambda w: nn.init.kaiming_normal_(w, nonlinearity="relu"),
    "he-uniform": lambda w: nn.init.kaiming_uniform_(w, nonlinearity="relu"),
    "glorot-normal": nn.init.xavier_normal_,
    "glorot-uniform": nn.init.xavier_uniform_,
    "lecun-normal": lambda w: nn.init.kaiming_normal_(w, nonlinearity="linear"),
    "uniform": lambda w: nn.init.uniform_(w, -RANGE, RANGE),
}

# Inputs … outputs, seed, what is added to the biases.
NETWORKS = [
    ([2, 3, 5, 4, 2], 3, 0.0),  # 6, 15, 20 and 8 weights: 15 keep a value that only the 8 use
    ([17, 1, 16, 1], 42, 0.1),  # 17, 16 and 16
    ([10, 10, 10, 3], 4294967295, -0.25),  # 100, 100 and 30
    ([64, 64, 2], 7, 0.0),  # 4096 and 128
]


def layers(scheme, widths, seed, constant):
    pairs = list(zip(widths, widths[1:]))
    if scheme == "pytorch":
        torch.manual_seed(seed)
        linear = [nn.Linear(a, b) for a, b in pairs]
    else:
        linear = [nn.Linear(a, b) for a, b in pairs]
        torch.manual_seed(seed)
        for layer in linear:
            SCHEMES[scheme](layer.weight)
            nn.init.zeros_(layer.bias)
    with torch.no_grad():
        for layer in linear:
            layer.bias.add_(constant)
    return linear


def short(value):
    """The fewest digits that give the same float."""
    return next(v for v in (float(f"{value:.{d}g}") for d in range(1, 18)) if torch.tensor(v).item() == value)


def figures(layer):
    w = layer.weight.detach().flatten().tolist()
    last = len(w) - 1
    index = list(range(last + 1)) if last < 200 else sorted({*range(40), *range(0, last, 61), *range(last - 39, last + 1)})
    return {"count": len(w), "sum": math.fsum(w), "sum_of_squares": math.fsum(v * v for v in w), "index": index,
            "weight": [short(w[i]) for i in index], "bias": [short(v) for v in layer.bias.tolist()]}


def main():
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "datasets" / "initialization.json"
    runs = [{"init": scheme, "range": RANGE, "bias_constant": constant, "widths": widths, "seed": seed,
             "layers": [figures(layer) for layer in layers(scheme, widths, seed, constant)]}
            for widths, seed, constant in NETWORKS for scheme in SCHEMES]
    path.write_text("[" + ",\n".join(json.dumps(run, separators=(",", ":")) for run in runs) + "]\n")


if __name__ == "__main__":
    main()
