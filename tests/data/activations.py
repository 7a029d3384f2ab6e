"""How PyTorch and mpmath say each activation: all that reference figures are made of. `make_activation.py ID` makes them.

    "id": Activation(
        torch=lambda x, alpha=1.0: …,      the parameters called as in core/activations/activations.def, with PyTorch's defaults
        exact=lambda alpha: (f, f'),       in mpmath's numbers, written from the definition (exact_words.py has words for it), right up to ±1.8e308
        variants=[{}, dict(alpha=0.3)],    parameters to look at, besides the defaults' ({}); the ends of their ranges are looked at anyway
        kinks=[0])                         where f or f' jumps, or a function of the parameters; [] looks at ±0 and ±1 alone, without it neither
"""
import dataclasses
import inspect
from typing import Callable

import torch
from mpmath import cos, mpf, sech, sign, sin, tanh
from torch.nn import functional as F

from exact_words import cdf, clamp, density, elu, gate, gelu_tanh, line, one, same, sigmoid, single, softplus, step, swish


@dataclasses.dataclass
class Activation:
    torch: Callable
    exact: Callable
    variants: list = dataclasses.field(default_factory=lambda: [{}])
    kinks: list | Callable | None = None
    tails: list | None = None  # other variants for activation_tails.csv; [] for none
    runs: list = dataclasses.field(default_factory=lambda: [{}])  # parameters with which a network is trained
    is_exact_at: Callable = lambda x, **parameters: True  # false: no extreme value is there
    learns: bool = False  # its parameter

    def defaults(self):
        """PyTorch's own functions are without parameters of ours."""
        arguments = inspect.signature(self.torch).parameters if self.torch.__name__ == "<lambda>" else {}
        return {name: argument.default for name, argument in list(arguments.items())[1:]}


SELU_SCALE, SELU_ALPHA = mpf("1.0507009873554804934193349852946"), mpf("1.6732632423543772848170429916717")

# What PyTorch has no function for is spelled out; everything else is PyTorch's own.
ACTIVATIONS = {
    "identity": Activation(lambda x: x, lambda: (same, one), kinks=[]),
    "relu": Activation(F.relu, lambda: line(0), kinks=[0]),
    "leaky_relu": Activation(
        lambda x, alpha=0.01: F.leaky_relu(x, alpha), line, [{}, dict(alpha=0.3)], [0], tails=[{}], runs=[{}, dict(alpha=0.2)]),
    "prelu": Activation(
        lambda x, alpha=0.25: F.prelu(x, torch.as_tensor(alpha, dtype=x.dtype).reshape(1)), line, [{}, dict(alpha=-0.5)], [0],
        tails=[{}], runs=[{}, dict(alpha=0.5)], learns=True),
    # Drawn for every element while training, so only a band of no width gives the same run everywhere.
    "rrelu": Activation(
        lambda x, lower=0.125, upper=1 / 3: F.rrelu(x, lower, upper, training=False), lambda lower, upper: line((lower + upper) / 2),
        kinks=[0], runs=[dict(lower=0.2, upper=0.2)], is_exact_at=lambda x, lower, upper: lower <= upper),
    "relu6": Activation(F.relu6, lambda: clamp(0, 6), kinks=[0, 6]),
    "elu": Activation(
        lambda x, alpha=1.0: F.elu(x, alpha), elu, [{}, dict(alpha=0.3)], [0], tails=[{}, dict(alpha=3.3)], runs=[{}, dict(alpha=0.5)]),
    "celu": Activation(
        lambda x, alpha=1.0: F.celu(x, alpha), lambda alpha: elu(alpha, stretch=alpha), [{}, dict(alpha=2.0)], [0],
        tails=[dict(alpha=0.7)], runs=[{}, dict(alpha=2.0)]),
    "selu": Activation(F.selu, lambda: elu(SELU_ALPHA, SELU_SCALE), kinks=[0]),
    "gelu": Activation(F.gelu, lambda: (lambda x: x * cdf(x), lambda x: cdf(x) + x * density(x))),
    "gelu_tanh": Activation(lambda x: F.gelu(x, approximate="tanh"), gelu_tanh),
    "gelu_sigmoid": Activation(lambda x: x * torch.sigmoid(1.702 * x), lambda: swish(mpf("1.702"))),
    "silu": Activation(lambda x, beta=1.0: x * torch.sigmoid(beta * x), swish, [{}, dict(beta=0.3)], runs=[{}, dict(beta=1.5)]),
    "mish": Activation(F.mish, lambda: (lambda x: x * gate(x), lambda x: gate(x) + x * (1 - gate(x) ** 2) * sigmoid(x))),
    "softplus": Activation(
        lambda x, beta=1.0: F.softplus(x, beta), lambda beta: (lambda x: softplus(beta * x) / beta, lambda x: sigmoid(beta * x)),
        [{}, dict(beta=4.0)], runs=[{}, dict(beta=3.0)]),
    "sigmoid": Activation(torch.sigmoid, lambda: (sigmoid, lambda x: sigmoid(x) * sigmoid(-x))),
    "tanh": Activation(torch.tanh, lambda: (tanh, lambda x: sech(x) ** 2)),
    "softsign": Activation(F.softsign, lambda: (lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2), kinks=[0]),
    "logsigmoid": Activation(F.logsigmoid, lambda: (lambda x: -softplus(-x), lambda x: sigmoid(-x))),
    "tanhshrink": Activation(F.tanhshrink, lambda: (lambda x: x - tanh(x), lambda x: tanh(x) ** 2)),
    "hardtanh": Activation(F.hardtanh, lambda: clamp(-1, 1), kinks=[-1, 1]),
    # PyTorch's slope is the float 1/6.
    "hardsigmoid": Activation(
        F.hardsigmoid, lambda: (lambda x: min(max(x + 3, mpf(0)), mpf(6)) / 6, lambda x: mpf(single(1 / 6)) if abs(x) < 3 else mpf(0)),
        kinks=[-3, 3], tails=[]),
    "hardswish": Activation(
        F.hardswish, lambda: (lambda x: x * min(max(x + 3, mpf(0)), mpf(6)) / 6,
                              lambda x: mpf(0) if x < -3 else mpf(1) if x > 3 else x / 3 + mpf(1) / 2), kinks=[-3, 3]),
    "hardshrink": Activation(
        lambda x, lambd=0.5: F.hardshrink(x, lambd), lambda lambd: (lambda x: x if abs(x) > lambd else mpf(0), lambda x: step(lambd)(abs(x))),
        [{}, dict(lambd=0.0), dict(lambd=2.0)], lambda lambd=0.5: [-lambd, lambd], tails=[{}], runs=[{}, dict(lambd=0.2)]),
    "softshrink": Activation(
        lambda x, lambd=0.5: F.softshrink(x, lambd),
        lambda lambd: (lambda x: sign(x) * max(abs(x) - lambd, mpf(0)), lambda x: step(lambd)(abs(x))),
        [{}, dict(lambd=0.0), dict(lambd=2.0)], lambda lambd=0.5: [-lambd, lambd], tails=[dict(lambd=0.7)], runs=[{}, dict(lambd=0.1)]),
    "threshold": Activation(
        lambda x, threshold=1.0, value=0.0: F.threshold(x, threshold, value),
        lambda threshold, value: (lambda x: x if x > threshold else value, step(threshold)),
        [{}, dict(threshold=0.5, value=2.0), dict(threshold=-1.5, value=-1.5)], lambda threshold=1.0, value=0.0: [threshold],
        tails=[dict(threshold=0.4, value=-2.0)], runs=[{}, dict(threshold=0.25, value=-0.5)]),
    "squared_relu": Activation(
        lambda x: torch.square(F.relu(x)), lambda: (lambda x: max(x, mpf(0)) ** 2, lambda x: 2 * max(x, mpf(0))), kinks=[]),
    # Where a rounded product is another angle, nothing can be said.
    "sine": Activation(
        lambda x, omega=1.0: torch.sin(omega * x), lambda omega: (lambda x: sin(omega * x), lambda x: omega * cos(omega * x)),
        [{}, dict(omega=30.0), dict(omega=0.5)], [], tails=[{}, dict(omega=4.0)], runs=[{}, dict(omega=3.0)],
        is_exact_at=lambda x, omega: omega == 1 or abs(x) <= 1e-8),
}


def spec(name, parameters):
    """rrelu:lower=0.2,upper=0.2, as on the command line"""
    return name + (":" + ",".join(f"{key}={value}" for key, value in parameters.items()) if parameters else "")


def specs_of_runs():
    return [spec(name, parameters) for name, activation in ACTIVATIONS.items() for parameters in activation.runs]
