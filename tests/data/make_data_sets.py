#!/usr/bin/python3
"""Computes data/KIND_*.json, the data sets other than the moons: scikit-learn's circles and blobs, and the definition of the rest.

Debian 12: apt-get install python3-sklearn, then /usr/bin/python3 tests/data/make_data_sets.py
"exact" says that the points follow by +, −, ×, ÷ and √ from the random numbers, so that every machine gives the same bits. The
others take sin, cos or exp, of which NumPy's differ in the last bit between processors with AVX-512 and without (these).
Floats are written so that reading them back gives the same double.
"""
import json
import pathlib

import numpy as np
from sklearn.datasets import make_blobs, make_circles
from sklearn.model_selection import train_test_split

HERE = pathlib.Path(__file__).parent
BUMPS = [(-0.5, 0.5, 0.25, 1.0), (0.5, 0.5, 0.25, -1.0), (-0.5, -0.5, 0.25, -0.75), (0.5, -0.5, 0.25, 0.75), (0.0, 0.0, 0.125, 0.5)]


def circles(s):
    return make_circles(s["samples"], noise=s["noise"], factor=s["factor"], random_state=s["data_seed"])


def blobs(s):
    return make_blobs(s["samples"], centers=s["classes"], cluster_std=s["noise"], center_box=(-2.0, 2.0), random_state=s["data_seed"])


def xor(s):
    rng = np.random.RandomState(s["data_seed"])
    points = rng.uniform(-1, 1, size=(s["samples"], 2))
    labels = ((points[:, 0] < 0) != (points[:, 1] < 0)).astype(int)
    return points + rng.normal(scale=s["noise"], size=points.shape), labels


def spirals(s):
    rng = np.random.RandomState(s["data_seed"])
    labels = np.repeat([0, 1], [s["samples"] // 2, s["samples"] - s["samples"] // 2])
    radius = 3 * np.sqrt(rng.uniform(size=s["samples"]))
    angle = np.pi * (radius + labels)
    points = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    order = rng.permutation(s["samples"])
    return points[order] + rng.normal(scale=s["noise"], size=points.shape), labels[order]


def surface(s, function):
    rng = np.random.RandomState(s["data_seed"])
    points = rng.uniform(-1, 1, size=(s["samples"], 2))
    targets = function(points[:, 0], points[:, 1])
    return points, targets + rng.normal(scale=s["noise"], size=s["samples"])


def plane(s):
    return surface(s, lambda x, y: 0.75 * x - 0.5 * y + 0.25)


def bumps(s):
    return surface(s, lambda x, y: sum(h * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * w**2)) for cx, cy, w, h in BUMPS))


EXACT = (blobs, xor, plane)
REGRESSION = (plane, bumps)


def make(generator, samples, noise, seed, fraction, split_seed, **more):
    s = dict(data=generator.__name__, samples=samples, noise=noise, data_seed=seed, test_fraction=fraction, split_seed=split_seed, **more)
    points, wanted = generator(s)
    train, test = train_test_split(range(samples), test_size=fraction, random_state=split_seed)
    suffix = "".join(f"_{name}{value}" for name, value in more.items())
    value = {"configuration": s, "exact": generator in EXACT, "x": points[:, 0].tolist(), "y": points[:, 1].tolist(),
             "target" if generator in REGRESSION else "label": wanted.tolist(), "train": train, "test": test}
    path = HERE / "data" / f"{generator.__name__}_n{samples}_noise{noise}_seed{seed}_test{fraction}_split{split_seed}{suffix}.json"
    path.write_text(json.dumps(value, separators=(",", ":")).replace(',"', ',\n"') + "\n")


def main():
    for factor, (samples, noise, seed) in zip((0.5, 0.8, 0.0, 0.3), ((437, 0.1, 7), (2, 0.0, 0), (101, 0.05, 3), (64, 0.0, 4294967295))):
        make(circles, samples, noise, seed, 0.3, 11, factor=factor)
    for classes, (samples, noise, seed) in zip((2, 3, 8, 5), ((250, 0.2, 42), (301, 1.0, 7), (1001, 0.3, 4294967295), (4, 0.2, 1))):
        make(blobs, samples, noise, seed, 0.25, 5, classes=classes)
    for generator in (xor, spirals, plane, bumps):
        for samples, noise, seed in ((301, 0.2, 42), (2, 0.1, 0), (75, 0.0, 4294967295)):
            make(generator, samples, noise, seed, 0.2, 42)


if __name__ == "__main__":
    main()
