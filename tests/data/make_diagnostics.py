#!/usr/bin/python3
"""Computes the figures in diagnostics/: what the units of small networks do on their training points, and when units die while training.

Debian 12: apt-get install python3-torch python3-sklearn, then /usr/bin/python3 tests/data/make_diagnostics.py
Values, derivatives and gradients are PyTorch's (hooks and autograd, in double), histograms NumPy's. Points and parameters are in the
files, so that nothing else has to agree. A run is kept only if PyTorch's float32 run has the same units die at the same epochs.
"""
import json
import pathlib

import numpy as np
import torch
from sklearn.datasets import make_blobs, make_moons
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader

from make_pytorch_figures import Layer, write

HERE = pathlib.Path(__file__).parent
SATURATION = 1e-3


def parse(spec):
    name, _, text = spec.partition(":")
    parameters = {k: float(v) for k, v in (pair.split("=") for pair in text.split(",") if pair)}
    return name, parameters


def network(specs, widths, seed):
    """nn.Linear's own initial weights, in double."""
    torch.manual_seed(seed)
    linear = [nn.Linear(a, b).double() for a, b in zip(widths, widths[1:])]
    layers = []
    for layer, spec in zip(linear, specs):
        name, parameters = parse(spec)
        activation = Layer(name, parameters).double()
        for learned in activation.parameters():  # made in float32
            nn.init.constant_(learned, parameters["alpha"])
        layers += [layer, activation]
    return nn.Sequential(*layers, linear[-1])


def loss_of(loss, outputs, targets):
    if loss == "mse":
        return F.mse_loss(outputs, targets)
    if outputs.shape[1] == 1:
        return F.binary_cross_entropy_with_logits(outputs[:, 0], targets.to(outputs.dtype))
    return F.cross_entropy(outputs, targets)


def activity(model, x):
    """Pre-activations, outputs and derivatives of every hidden layer, samples × units each, and the outputs of the network."""
    kept = []

    def keep(module, inputs, output):
        z = inputs[0].detach().requires_grad_()
        with torch.enable_grad():
            y = module.forward(z)
            slope, = torch.autograd.grad(y.sum(), z)
        kept.append((z.detach(), y.detach(), slope))

    hooks = [module.register_forward_hook(keep) for module in list(model)[1:-1:2]]
    with torch.no_grad():
        outputs = model(x)
    for hook in hooks:
        hook.remove()
    return kept, outputs


def dead_units(model, x):
    """One list of booleans a hidden layer."""
    return [(slope == 0).all(0).tolist() for _, _, slope in activity(model, x)[0]]


def histogram(values, bins, limits):
    values = values.numpy().ravel()
    counts, edges = np.histogram(values, bins, limits)
    return {"low": edges[0], "high": edges[-1], "counts": counts.tolist(),
            "below": int((values < edges[0]).sum()), "above": int((values > edges[-1]).sum())}


def figures(y, slope, gradient):
    return {"sparsity": (y == 0).double().mean().item(), "saturated": (slope.abs() < SATURATION).double().mean().item(),
            "mean": y.mean().item(), "variance": y.var(unbiased=False).item(), "mean_absolute_slope": slope.abs().mean().item(),
            "gradient_norm": gradient.norm().item()}


def diagnose(model, specs, loss, x, targets, settings):
    model.eval()
    model.zero_grad()
    value = loss_of(loss, model(x), targets)
    value.backward()
    linear = [module for module in model if isinstance(module, nn.Linear)]
    kept, outputs = activity(model, x)
    bins, limits = settings["bins"], (settings["pre_activation_range"], settings["output_range"])
    dead = dead_units(model, x)
    layers, product = [], 1.0
    for l, (z, y, slope) in enumerate(kept):
        gradient = linear[l].weight.grad
        product *= slope.abs().mean().item()
        alpha = [p.item() for p in list(model)[2 * l + 1].parameters()]
        layers.append({"figures": figures(y, slope, gradient),
                       "units": [figures(y[:, u], slope[:, u], gradient[u]) for u in range(y.shape[1])],
                       "dead": dead[l], "slope_product": product, "learned_alpha": alpha[0] if alpha else None,
                       "pre_activations": histogram(z, bins, limits[0]), "outputs": histogram(y, bins, limits[1])})
    output = {"mean": outputs.mean().item(), "variance": outputs.var(unbiased=False).item(),
              "gradient_norm": linear[-1].weight.grad.norm().item(), "outputs": histogram(outputs, bins, limits[1])}
    units = [{"pre_activations": histogram(kept[l][0][:, u], bins, limits[0]), "outputs": histogram(kept[l][1][:, u], bins, limits[1])}
             for l, u in settings["units"]]
    return {"loss": value.item(), "layers": layers, "output": output, "units": units}


def parameters_of(model):
    linear = [module for module in model if isinstance(module, nn.Linear)]
    return {"weight": [l.weight.flatten().tolist() for l in linear], "bias": [l.bias.tolist() for l in linear]}


def problem(x, targets, widths, specs, loss):
    """What every file says of its network and points."""
    return {"widths": widths, "activations": specs, "loss": loss, "x": x.flatten().tolist(),
            ("targets" if targets.dtype.is_floating_point else "labels"): targets.flatten().tolist()}


def moons(count, seed):
    x, y = make_moons(count, noise=0.2, random_state=seed)
    return torch.tensor(x), torch.tensor(y)


def blobs(count, classes, features, seed):
    x, y = make_blobs(count, n_features=features, centers=classes, random_state=seed)
    return torch.tensor(x / 4), torch.tensor(y)


def real_values(count, features, outputs, seed):
    generator = torch.Generator().manual_seed(seed)
    x = torch.randn(count, features, generator=generator, dtype=torch.float64)
    return x, torch.randn(count, outputs, generator=generator, dtype=torch.float64)


def one_hot(count, classes, features, seed):
    x, y = blobs(count, classes, features, seed)
    return x, F.one_hot(y, classes).double()


def make_figures(name, data, specs, hidden, loss, seed, change=lambda linear: None, bins=10, ranges=(None, None), units=()):
    x, targets = data
    outputs = 1 if loss == "bce" else targets.shape[1] if targets.dtype.is_floating_point else int(targets.max()) + 1
    widths = [x.shape[1], *hidden, outputs]
    model = network(specs, widths, seed)
    with torch.no_grad():
        change([module for module in model if isinstance(module, nn.Linear)])
    settings = {"saturation": SATURATION, "bins": bins, "pre_activation_range": ranges[0], "output_range": ranges[1], "units": list(units)}
    result = diagnose(model, specs, loss, x, targets, settings)
    write(HERE / "diagnostics" / f"{name}.json",
          {**problem(x, targets, widths, specs, loss), **parameters_of(model), "settings": settings, "diagnostics": result})
    print(f"{name:24} dead {[sum(l['dead']) for l in result['layers']]}"
          f" saturated {[round(l['figures']['saturated'], 3) for l in result['layers']]}")


def make_histograms():
    """data/histograms.json: values on edges, one value only, tiny and huge ranges."""
    generator = np.random.RandomState(1)
    cases = {"normal": (generator.randn(500), 50, None), "normal in a range": (generator.randn(500), 30, (-1.5, 1.5)),
             "thirds on edges": (np.arange(-30, 31) / 3, 30, (-5, 5)), "tenths on edges": (np.arange(-20, 21) / 10, 7, (-0.7, 0.7)),
             "tenths, 30 bins": (np.linspace(0, 3, 31), 30, None), "one value": (np.full(9, 0.3), 5, None),
             "one bin": (generator.rand(20), 1, None), "small": (generator.rand(40) * 1e-300, 6, None),
             "large": (generator.randn(40) * 1e300, 9, None), "far from 0": (1e9 + generator.rand(60), 11, None),
             "none in the range": (generator.rand(10), 4, (3, 4))}
    write(HERE / "datasets" / "histograms.json",
          [{"name": name, "values": values.tolist(), "bins": bins, "range": limits, **histogram(torch.tensor(values), bins, limits)}
           for name, (values, bins, limits) in cases.items()])


def shift_bias(layer, amount, every=1):
    def change(linear):
        linear[layer].bias[::every] += amount
    return change


def uniform(limit):
    def change(linear):
        for layer in linear:
            layer.weight.uniform_(-limit, limit)
    return change


def deaths(specs, widths, loss, x, targets, run, dtype):
    """For each hidden unit (layer by layer) the last epoch at which its derivative was not 0 for all samples of a step, or -1,
    and those dead at the end."""
    model = network(specs, widths, run["init_seed"]).to(dtype)
    with torch.no_grad():
        for layer in list(model)[:-1:2]:
            layer.bias += run["init_bias"]
    initial = parameters_of(model)
    x, targets = x.to(dtype), targets.to(dtype) if targets.dtype.is_floating_point else targets
    optimizer = torch.optim.SGD(model.parameters(), lr=run["learning_rate"])
    loader = DataLoader(range(len(x)), batch_size=run["batch_size"] or len(x), shuffle=run["batch_size"] > 0,
                        generator=torch.Generator().manual_seed(run["batch_seed"]))
    last_alive = [-1] * sum(widths[1:-1])
    losses = []
    for epoch in range(run["epochs"]):
        losses.append(loss_of(loss, model(x), targets).item())
        for batch in loader:
            dead = [d for layer in dead_units(model, x[batch]) for d in layer]
            last_alive = [last if d else epoch for last, d in zip(last_alive, dead)]
            optimizer.zero_grad()
            loss_of(loss, model(x[batch]), targets[batch]).backward()
            optimizer.step()
    dead = [d for layer in dead_units(model, x) for d in layer]
    losses.append(loss_of(loss, model(x), targets).item())
    return initial, last_alive, dead, losses


def make_deaths(name, data, specs, hidden, loss, run):
    x, targets = data
    outputs = 1 if loss == "bce" else targets.shape[1] if targets.dtype.is_floating_point else int(targets.max()) + 1
    widths = [x.shape[1], *hidden, outputs]
    initial, last_alive, dead, losses = deaths(specs, widths, loss, x, targets, run, torch.float64)
    _, *single = deaths(specs, widths, loss, x, targets, run, torch.float32)
    if [last_alive, dead] != single[:2]:
        raise SystemExit(f"{name}: float32 has other units die, or at another epoch; take another seed")
    since = [last + 1 if d else None for last, d in zip(last_alive, dead)]
    write(HERE / "diagnostics" / f"{name}.json",
          {**problem(x, targets, widths, specs, loss), **initial, "run": run, "last_alive": last_alive, "dead_since": since, "loss_at": losses})
    print(f"{name:24} dead since {since} of {run['epochs']}, loss {losses[0]:.4f} to {losses[-1]:.4f},"
          f" float32 {max(abs(a - b) for a, b in zip(losses, single[2])):.1e} away")


def main():
    torch.set_num_threads(1)
    make_figures("relu_killed", moons(40, 1), ["relu"] * 2, [9, 6], "cross-entropy", 4, shift_bias(0, -3, 2), units=[[0, 0], [0, 1], [1, 5]])
    make_figures("relu_all_dead", moons(24, 5), ["relu"] * 3, [5, 4, 3], "cross-entropy", 8, shift_bias(1, -20), ranges=([-2, 2], [0, 1]))
    make_figures("tanh_saturated", blobs(45, 3, 3, 2), ["tanh"] * 3, [10, 7, 5], "cross-entropy", 5, uniform(15), bins=20,
                 ranges=([-30, 30], None), units=[[2, 4], [0, 0]])
    make_figures("prelu_regression", real_values(33, 2, 1, 3), ["prelu:alpha=0.3", "prelu:alpha=0"], [8, 5], "mse", 6, shift_bias(1, -3, 2), bins=7,
                 units=[[1, 0]])
    make_figures("gelu_one_output", moons(30, 2), ["gelu"] * 2, [7, 7], "bce", 7, bins=1, ranges=([-1, 1], [-0.1, 0.5]))
    make_figures("no_hidden_layer", blobs(36, 3, 2, 3), [], [], "cross-entropy", 9)
    make_figures("mixed_one_hot", one_hot(48, 3, 4, 4), ["hardswish", "relu6", "leaky_relu:alpha=0.2", "hardsigmoid"], [12, 9, 6, 5], "mse", 10,
                 shift_bias(0, -6, 3), bins=13, ranges=(None, [-0.5, 3.0]))
    make_figures("rrelu_in_evaluation", moons(27, 6), ["rrelu:lower=0.1,upper=0.3"] * 2, [6, 4], "cross-entropy", 11)
    make_figures("sigmoid_deep", moons(40, 7), ["sigmoid"] * 6, [8] * 6, "cross-entropy", 12, uniform(2))
    make_figures("two_targets", real_values(21, 3, 2, 8), ["silu:beta=1.5", "elu:alpha=0.5"], [5, 4], "mse", 13)

    run = dict(batch_size=0, batch_seed=0)
    make_deaths("deaths_full_batch", moons(60, 3), ["relu"] * 2, [16, 12], "cross-entropy",
                {**run, "init_seed": 2, "init_bias": -0.2, "learning_rate": 5, "epochs": 20})
    make_deaths("deaths_mini_batch", moons(50, 4), ["relu"] * 2, [14, 9], "bce",
                {**run, "init_seed": 3, "init_bias": 0, "learning_rate": 4, "epochs": 10, "batch_size": 16, "batch_seed": 7})
    make_deaths("deaths_regression", real_values(40, 2, 1, 9), ["relu", "hardtanh"], [12, 10], "mse",
                {**run, "init_seed": 0, "init_bias": -0.3, "learning_rate": 0.5, "epochs": 25})
    make_deaths("deaths_none_leaky", moons(60, 3), ["leaky_relu:alpha=0.01"] * 2, [16, 12], "cross-entropy",
                {**run, "init_seed": 2, "init_bias": -0.2, "learning_rate": 5, "epochs": 8})
    make_histograms()


if __name__ == "__main__":
    main()
