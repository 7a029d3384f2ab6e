#!/usr/bin/python3
"""Computes step_trace.json: one training step of small networks in PyTorch, in double: gradients of one sample and of the batch, moments, new weights.

Debian 12: apt-get install python3-torch, then /usr/bin/python3 tests/data/make_step_trace.py
Points, labels and initial parameters are in the file; `before` steps are trained first.
"""
import json
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

from make_pytorch_figures import Layer, parse_spec

HERE = pathlib.Path(__file__).parent
CASES = {
    "adam": dict(activation="tanh", optimizer="adam", before=3),
    "adam from the start": dict(activation="relu", optimizer="adam", before=0),
    "adam with l2": dict(activation="leaky_relu:alpha=0.1", optimizer="adam", before=2, l2=0.1),
    "adamw": dict(activation="gelu", optimizer="adamw", before=4, l2=0.1),
    "sgd": dict(activation="elu:alpha=1", optimizer="sgd", before=1),
    "nesterov, clipped": dict(activation="sigmoid", optimizer="nesterov", before=3, clip=0.01),
    "rmsprop": dict(activation="silu:beta=1", optimizer="rmsprop", before=3),
    "squared error": dict(activation="tanh", optimizer="adam", before=2, loss="mse"),
}
WIDTHS = (2, 4, 3, 2)
SAMPLE = 3


def optimizer_of(case, parameters):
    l2 = case.get("l2", 0.0)
    make = {
        "adam": lambda: torch.optim.Adam(parameters, lr=0.05, weight_decay=l2),
        "adamw": lambda: torch.optim.AdamW(parameters, lr=0.05, weight_decay=l2),
        "sgd": lambda: torch.optim.SGD(parameters, lr=0.05),
        "nesterov": lambda: torch.optim.SGD(parameters, lr=0.05, momentum=0.9, nesterov=True),
        "rmsprop": lambda: torch.optim.RMSprop(parameters, lr=0.05),
    }
    return make[case["optimizer"]]()


def flat(tensors):
    return [float(x) for tensor in tensors for x in tensor.detach().flatten()]


def moments(optimizer, parameters, *names):
    states = [optimizer.state.get(p, {}) for p in parameters]
    return [float(x) for p, s in zip(parameters, states)
            for x in next((s[n] for n in names if s.get(n) is not None), torch.zeros_like(p)).flatten()]


def run(name, case):
    torch.manual_seed(len(name))
    linear = [nn.Linear(a, b).double() for a, b in zip(WIDTHS, WIDTHS[1:])]
    x = torch.randn(7, 2, dtype=torch.float64)
    y = torch.randint(0, 2, (7,))
    parameters = [p for layer in linear for p in (layer.weight, layer.bias)]
    result = {"name": name, **{k: v for k, v in case.items()}, "points": flat([x]), "labels": y.tolist(), "sample": SAMPLE,
              "initial": flat(parameters)}
    activation = Layer(*parse_spec(case["activation"])).double()

    def loss_of(chosen):
        h = x[chosen]
        for layer in linear[:-1]:
            h = activation(layer(h))
        out = linear[-1](h)
        if case.get("loss") == "mse":
            return F.mse_loss(out, F.one_hot(y[chosen], 2).double())
        return F.cross_entropy(out, y[chosen])

    optimizer = optimizer_of(case, parameters)

    def step():
        optimizer.zero_grad()
        loss_of(slice(None)).backward()
        batch = flat([p.grad for p in parameters])
        if "clip" in case:
            nn.utils.clip_grad_norm_(parameters, case["clip"])
        optimizer.step()
        return batch

    for _ in range(case["before"]):
        step()
    optimizer.zero_grad()
    loss = loss_of(slice(SAMPLE, SAMPLE + 1))
    loss.backward()
    result["sample_loss"] = float(loss)
    result["sample_gradient"] = flat([p.grad for p in parameters])
    result["batch_gradient"] = step()
    result["first"] = moments(optimizer, parameters, "exp_avg", "momentum_buffer")
    result["second"] = moments(optimizer, parameters, "exp_avg_sq", "square_avg")
    result["after"] = flat(parameters)
    return result


if __name__ == "__main__":
    cases = [run(name, case) for name, case in CASES.items()]
    (HERE / "step_trace.json").write_text(json.dumps({"widths": WIDTHS, "learning_rate": 0.05, "cases": cases}, indent=1) + "\n")
