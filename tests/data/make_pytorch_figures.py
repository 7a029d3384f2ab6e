#!/usr/bin/python3
"""Computes the figures in pytorch/ and data/: more runs, data sets and initial parameters to agree with.

Debian 12: apt-get install python3-torch python3-sklearn, then /usr/bin/python3 tests/data/make_pytorch_figures.py
The recipe is that of reference/README.md. NumPy's sin and cos differ in the last bit between processors with AVX-512 (the
reference) and without (these), so points of data/ are the same to 1e-15 only. Floats are written so that reading them back gives the same double.
"""
import json
import pathlib

import torch
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split
from torch import nn
from torch.nn import functional as F

HERE = pathlib.Path(__file__).parent


class Pointwise(nn.Module):
    """An activation without parameters to learn, as a layer."""

    def __init__(self, function):
        super().__init__()
        self.forward = function


# What PyTorch has no module for is spelled out; everything else is PyTorch's own.
ACTIVATIONS = {
    "identity": lambda p: nn.Identity(),
    "relu": lambda p: nn.ReLU(),
    "leaky_relu": lambda p: nn.LeakyReLU(p.get("alpha", 0.01)),
    "prelu": lambda p: nn.PReLU(1, init=p.get("alpha", 0.25)),
    # Drawn per element while training, so only a band of no width gives the same figures everywhere.
    "rrelu": lambda p: nn.RReLU(p["lower"], p["upper"]),
    "relu6": lambda p: nn.ReLU6(),
    "elu": lambda p: nn.ELU(p.get("alpha", 1.0)),
    "celu": lambda p: nn.CELU(p.get("alpha", 1.0)),
    "selu": lambda p: nn.SELU(),
    "gelu": lambda p: nn.GELU(),
    "gelu_tanh": lambda p: nn.GELU(approximate="tanh"),
    "gelu_sigmoid": lambda p: Pointwise(lambda x: x * torch.sigmoid(1.702 * x)),
    "silu": lambda p: Pointwise(lambda x: x * torch.sigmoid(p.get("beta", 1.0) * x)),
    "mish": lambda p: nn.Mish(),
    "softplus": lambda p: nn.Softplus(p.get("beta", 1.0)),
    "sigmoid": lambda p: nn.Sigmoid(),
    "tanh": lambda p: nn.Tanh(),
    "softsign": lambda p: nn.Softsign(),
    "logsigmoid": lambda p: nn.LogSigmoid(),
    "tanhshrink": lambda p: nn.Tanhshrink(),
    "hardtanh": lambda p: nn.Hardtanh(),
    "hardsigmoid": lambda p: nn.Hardsigmoid(),
    "hardswish": lambda p: nn.Hardswish(),
}

DEFAULT = dict(samples=1000, noise=0.2, data_seed=42, test_fraction=0.2, split_seed=42, hidden=[64, 64], init_seed=42,
               learning_rate=0.01, epochs=100)
ODD = dict(samples=437, noise=0.1, data_seed=7, test_fraction=0.3, split_seed=11, hidden=[33, 17, 5], init_seed=3,
           learning_rate=0.02, epochs=40)
DEEP = dict(samples=300, noise=0.15, data_seed=2024, test_fraction=0.25, split_seed=5, hidden=[20, 24, 16, 12, 9],
            init_seed=123456789, learning_rate=0.005, epochs=40)
SHALLOW = dict(samples=251, noise=0.25, data_seed=4294967295, test_fraction=0.07, split_seed=0, hidden=[50], init_seed=0,
               learning_rate=0.05, epochs=40)
NARROW = dict(samples=64, noise=0.05, data_seed=1, test_fraction=0.5, split_seed=1, hidden=[1, 3], init_seed=99,
              learning_rate=0.03, epochs=40)
WIDE = dict(samples=203, noise=0.2, data_seed=9, test_fraction=0.2, split_seed=10, hidden=[150, 100], init_seed=11,
            learning_rate=0.003, epochs=20)
ALL = [(name, dict(lower=0.2, upper=0.2) if name == "rrelu" else {}) for name in ACTIVATIONS]
SETTINGS = {
    "default": (DEFAULT, [(name, {}) for name in ("gelu", "tanh", "selu", "elu", "sigmoid", "silu", "mish")]
                + [("leaky_relu", dict(alpha=0.2)), ("prelu", dict(alpha=0.1))]),
    "odd": (ODD, ALL + [("leaky_relu", dict(alpha=0.2)), ("elu", dict(alpha=0.5)), ("celu", dict(alpha=2.0)),
                        ("silu", dict(beta=1.5)), ("softplus", dict(beta=3.0)), ("prelu", dict(alpha=0.5))]),
    "deep": (DEEP, [(name, {}) for name in ("relu", "prelu", "gelu", "tanh", "elu", "hardswish")]),
    "shallow": (SHALLOW, [(name, {}) for name in ("relu", "prelu", "leaky_relu", "silu", "mish")]),
    "narrow": (NARROW, [(name, {}) for name in ("leaky_relu", "tanh", "softplus")]),
    "wide": (WIDE, [(name, {}) for name in ("relu", "gelu", "prelu")]),
}


def split_moons(s):
    x, y = make_moons(s["samples"], noise=s["noise"], random_state=s["data_seed"])
    return train_test_split(x, y, test_size=s["test_fraction"], random_state=s["split_seed"])


def linear_layers(hidden, seed):
    """Initial parameters as PyTorch draws them: float32, layer by layer after one manual_seed."""
    torch.manual_seed(seed)
    widths = [2, *hidden, 2]
    return [nn.Linear(a, b) for a, b in zip(widths, widths[1:])]


def network(activation, parameters, s, dtype):
    layers = []
    linear = linear_layers(s["hidden"], s["init_seed"])
    for layer in linear[:-1]:
        layers += [layer, ACTIVATIONS[activation](parameters)]
    return nn.Sequential(*layers, linear[-1]).to(dtype)


def figures(model, x, y):
    logits = model(x)
    return F.cross_entropy(logits, y), (logits.argmax(1) == y).double().mean().item()


def train(activation, parameters, s, dtype):
    """Rows 0 … epochs, row e measured before update e."""
    train_x, test_x, train_y, test_y = split_moons(s)
    train_x, test_x = torch.tensor(train_x, dtype=dtype), torch.tensor(test_x, dtype=dtype)
    train_y, test_y = torch.tensor(train_y), torch.tensor(test_y)
    model = network(activation, parameters, s, dtype)
    optimizer = torch.optim.Adam(model.parameters(), lr=s["learning_rate"])
    rows = dict(train_loss=[], test_loss=[], train_accuracy=[], test_accuracy=[])
    for epoch in range(s["epochs"] + 1):
        loss, train_accuracy = figures(model, train_x, train_y)
        with torch.no_grad():
            test_loss, test_accuracy = figures(model, test_x, test_y)
        for name, value in zip(rows, (loss.item(), test_loss.item(), train_accuracy, test_accuracy)):
            rows[name].append(value)
        if epoch < s["epochs"]:
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    alpha = [m.weight.item() for m in model if isinstance(m, nn.PReLU)]
    return rows, alpha, (len(train_y), len(test_y))


def strays(exact, other):
    return max(abs(a - b) for a, b in zip(exact, other))


def write(path, value):
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value, separators=(",", ":")).replace('],"', '],\n"') + "\n")


def make_run(setting, activation, parameters, s):
    rows, alpha, (train_count, test_count) = train(activation, parameters, s, torch.float64)
    single, single_alpha, _ = train(activation, parameters, s, torch.float32)
    spec = activation + "".join(f"{':' if i == 0 else ','}{k}={v}" for i, (k, v) in enumerate(parameters.items()))
    difference = {  # how far PyTorch's own float32 run is from its float64 run
        "train_loss": strays(rows["train_loss"], single["train_loss"]),
        "test_loss": strays(rows["test_loss"], single["test_loss"]),
        "train_samples": round(train_count * strays(rows["train_accuracy"], single["train_accuracy"])),
        "test_samples": round(test_count * strays(rows["test_accuracy"], single["test_accuracy"])),
        "learned_alpha": strays(alpha, single_alpha) if alpha else 0,
    }
    suffix = "".join(f"_{v}" for v in parameters.values())
    write(HERE / "pytorch" / f"{setting}_{activation}{suffix}.json",
          {"configuration": {"activation": spec, **s}, "learned_alpha": alpha, "float32_difference": difference, **rows})
    print(f"{setting:8} {spec:32} {rows['train_loss'][-1]:.6f} float32: {difference}", flush=True)


def make_data(samples, noise, seed, fraction, split_seed):
    s = dict(samples=samples, noise=noise, data_seed=seed, test_fraction=fraction, split_seed=split_seed)
    x, y = make_moons(samples, noise=noise, random_state=seed)
    train_indices, test_indices = train_test_split(range(samples), test_size=fraction, random_state=split_seed)
    write(HERE / "data" / f"moons_n{samples}_noise{noise}_seed{seed}_test{fraction}_split{split_seed}.json",
          {"configuration": s, "x": x[:, 0].tolist(), "y": x[:, 1].tolist(), "label": y.tolist(),
           "train": train_indices, "test": test_indices})


def make_initial(hidden, seed):
    linear = linear_layers(hidden, seed)
    write(HERE / "data" / f"initial_parameters_{'-'.join(map(str, [2, *hidden, 2]))}_seed{seed}.json",
          {"hidden": hidden, "init_seed": seed, "weight": [l.weight.flatten().tolist() for l in linear],
           "bias": [l.bias.tolist() for l in linear]})


def main():
    torch.set_num_threads(1)
    for arguments in ((437, 0.1, 7, 0.3, 11), (2, 0.0, 0, 0.5, 0), (3, 0.3, 5, 0.4, 6), (101, 0.0, 1, 0.25, 2),
                      (100, 0.07, 4294967295, 0.07, 4294967295), (251, 1.5, 8, 0.9, 3), (1025, 0.2, 42, 0.2, 42)):
        make_data(*arguments)
    for hidden, seed in (([33, 17, 5], 3), ([64, 64], 7), ([1], 4294967295), ([100, 3], 42)):
        make_initial(hidden, seed)
    for setting, (s, runs) in SETTINGS.items():
        for activation, parameters in runs:
            make_run(setting, activation, parameters, s)


if __name__ == "__main__":
    main()
