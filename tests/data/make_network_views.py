#!/usr/bin/python3
"""Computes network_views.json: what the networks of diagnostics/ (make_diagnostics.py) answer, where their last hidden layers put the points, and what
their units say on a grid of the plane.

Debian 12: apt-get install python3-torch python3-sklearn, then /usr/bin/python3 tests/data/make_network_views.py
Forward passes are PyTorch's in double, confusion matrices, R² and principal components scikit-learn's, f(z) PyTorch's modules. The signs of components
follow the rule of core/diagnostics/hidden_space.h, worked out here from scikit-learn's components.
"""
import json
import pathlib

import numpy as np
import torch
from sklearn.decomposition import PCA
from sklearn.metrics import accuracy_score, confusion_matrix, r2_score
from torch import nn

from make_diagnostics import network
from make_pytorch_figures import write

HERE = pathlib.Path(__file__).parent
GRID = {"x_min": -2.0, "x_max": 3.0, "y_min": -1.5, "y_max": 2.0, "width": 6, "height": 4}


def load(problem):
    model = network(problem["activations"], problem["widths"], 0)
    linear = [module for module in model if isinstance(module, nn.Linear)]
    with torch.no_grad():
        for layer, weight, bias in zip(linear, problem["weight"], problem["bias"]):
            layer.weight.copy_(torch.tensor(weight, dtype=torch.float64).reshape(layer.weight.shape))
            layer.bias.copy_(torch.tensor(bias, dtype=torch.float64))
    return model.eval()


def said(outputs, loss):
    if outputs.shape[1] == 1:
        return (outputs[:, 0] > (0.5 if loss == "mse" else 0.0)).long().numpy()
    return outputs.argmax(1).numpy()


def oriented(scores, component, labels):
    trend = float(scores @ (labels - labels.mean()))
    if abs(trend) > 1e-12 * np.linalg.norm(scores) * np.linalg.norm(labels - labels.mean()):
        return scores * np.sign(trend)
    return scores * np.sign(component[np.abs(component).argmax()])


def hidden_space(hidden, labels):
    pca = PCA(min(2, hidden.shape[1]), svd_solver="full").fit(hidden)
    scores = pca.transform(hidden)
    columns = [oriented(scores[:, k], pca.components_[k], labels) for k in range(scores.shape[1])]
    shares = np.nan_to_num(pca.explained_variance_ratio_)  # where nothing varies they are 0
    return {"shares": shares.tolist(), "points": np.array(columns).T.ravel().tolist()}


def unit_maps(model):
    """[layer][unit] of z and f(z) on the grid, whose points are float32, as those of a plane are."""
    x = np.linspace(GRID["x_min"], GRID["x_max"], GRID["width"]).astype(np.float32)
    y = np.linspace(GRID["y_min"], GRID["y_max"], GRID["height"]).astype(np.float32)
    value = torch.tensor(np.array([[a, b] for b in y for a in x]), dtype=torch.float64)
    layers = []
    for linear, activation in zip(list(model)[:-1:2], list(model)[1::2]):
        z = linear(value)
        value = activation(z)
        layers.append([{"z": z[:, u].tolist(), "f": value[:, u].tolist()} for u in range(z.shape[1])])
    return layers


def view(problem):
    model = load(problem)
    x = torch.tensor(problem["x"], dtype=torch.float64).reshape(-1, problem["widths"][0])
    with torch.no_grad():
        outputs, hidden = model(x), model[:-1](x).numpy()
        result = {}
        if "labels" in problem:
            labels = np.array(problem["labels"], dtype=int)
            answers = said(outputs, problem["loss"])
            classes = max(2, outputs.shape[1])
            result["confusion"] = confusion_matrix(labels, answers, labels=range(classes)).ravel().tolist()
            result["accuracy"] = accuracy_score(labels, answers)
        else:
            targets = np.array(problem["targets"]).reshape(len(x), -1)
            labels = targets[:, 0]
            result["determination"] = r2_score(targets, outputs.numpy())
        if len(problem["widths"]) > 2:
            result["hidden_space"] = hidden_space(hidden, labels.astype(float))
        if problem["widths"][0] == 2:
            result["maps"] = unit_maps(model)
    return result


def scores_of_lists():
    """R² alone, where targets do not vary or predictions are far off."""
    cases = [([1.0, 2.0, 3.0], [1.1, 1.9, 3.2], 1), ([1.0, 2.0, 3.0], [30.0, -2.0, 0.0], 1), ([2.0, 2.0, 2.0], [2.0, 2.0, 2.0], 1),
             ([2.0, 2.0, 2.0], [2.0, 2.1, 2.0], 1), ([1.0, 5.0, 2.0, 5.0, 4.0, 5.0], [1.0, 5.0, 2.5, 4.0, 3.0, 5.0], 2)]
    return [{"targets": t, "predictions": p, "count": n, "r2": r2_score(np.reshape(t, (-1, n)), np.reshape(p, (-1, n)))} for t, p, n in cases]


def main():
    torch.set_num_threads(1)
    views = {}
    for path in sorted((HERE / "diagnostics").glob("*.json")):
        problem = json.loads(path.read_text())
        if "diagnostics" in problem:
            views[path.stem] = view(problem)
            print(path.stem, {k: v for k, v in views[path.stem].items() if k in ("confusion", "accuracy", "determination")},
                  views[path.stem].get("hidden_space", {}).get("shares"))
    write(HERE / "network_views.json", {"grid": GRID, "views": views, "determinations": scores_of_lists()})


if __name__ == "__main__":
    main()
