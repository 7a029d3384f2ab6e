#!/usr/bin/python3
"""Computes datasets/KIND_*.json, the data sets other than the moons: scikit-learn's circles and blobs, and the definition of the rest.

Debian 12: apt-get install python3-sklearn, then /usr/bin/python3 tests/data/make_data_sets.py [KIND …], which makes only those of the kinds that are named.
"exact" says that the points follow by +, −, ×, ÷ and √ from the random numbers, so that every machine gives the same bits. The
others take sin, cos or exp, of which NumPy's differ in the last bit between processors with AVX-512 and without (these).
Floats are written so that reading them back gives the same double.
"""
import argparse
import json
import pathlib

import numpy as np
from sklearn.datasets import make_blobs, make_circles, make_moons
from sklearn.model_selection import train_test_split

HERE = pathlib.Path(__file__).parent
BUMPS = [(-0.5, 0.5, 0.25, 1.0), (0.5, 0.5, 0.25, -1.0), (-0.5, -0.5, 0.25, -0.75), (0.5, -0.5, 0.25, 0.75), (0.0, 0.0, 0.125, 0.5)]


def numbers_of(text):
    return [int(number) for number in text.split(",")]


def samples_of(s):
    """What scikit-learn's n_samples is: a number, or as many as there are classes."""
    return tuple(numbers_of(s["class_sizes"])) if "class_sizes" in s else s["samples"]


def moons(s):
    return make_moons(samples_of(s), noise=s["noise"], random_state=s["data_seed"])


def circles(s):
    return make_circles(samples_of(s), noise=s["noise"], factor=s["factor"], random_state=s["data_seed"])


def blobs(s):
    box = tuple(float(end) for end in s.get("center_box", "-2,2").split(","))
    n_samples = list(samples_of(s)) if "class_sizes" in s else s["samples"]
    return make_blobs(n_samples, centers=s.get("classes"), cluster_std=s["noise"], center_box=box, random_state=s["data_seed"])


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


DEFINED_HERE = (xor, spirals, plane, bumps)
EXACT = (blobs, xor, plane)
REGRESSION = (plane, bumps)
CHOSEN = set()  # names of kinds; none: all


def make(generator, samples, noise, seed, fraction, split_seed, **more):
    if CHOSEN and generator.__name__ not in CHOSEN:
        return
    s = dict(data=generator.__name__, samples=samples, noise=noise, data_seed=seed, test_fraction=fraction, split_seed=split_seed, **more)
    if samples is None:
        del s["samples"]
    points, wanted = generator(s)
    train, test = train_test_split(range(len(points)), test_size=fraction, random_state=split_seed, stratify=wanted if "stratify" in s else None)
    suffix = "".join(f"_{name}{value}".replace(",", "-") for name, value in more.items())
    value = {"configuration": s, "exact": generator in EXACT, "x": points[:, 0].tolist(), "y": points[:, 1].tolist(),
             "target" if generator in REGRESSION else "label": wanted.tolist(), "train": train, "test": test}
    path = HERE / "datasets" / f"{generator.__name__}_n{len(points)}_noise{noise}_seed{seed}_test{fraction}_split{split_seed}{suffix}.json"
    path.write_text(json.dumps(value, separators=(",", ":")).replace(',"', ',\n"') + "\n")


def make_sizes_and_proportions():
    """n_samples of each class, stratify=y and center_box."""
    for generator, sizes, more in ((moons, "30,12", {}), (moons, "1,40", {}), (moons, "57,3", {"stratify": True}), (circles, "13,70", {"factor": 0.4}),
                                   (circles, "2,8", {"factor": 0.5, "stratify": True}), (blobs, "40,7,12", {}), (blobs, "5,0,30,2", {}),
                                   (blobs, "9,9,9,8,7,9,9,9", {"stratify": True, "center_box": "-10,10"})):
        for seed in (0, 7, 42):
            make(generator, None, 0.1 * (1 + seed % 3), seed, 0.3, seed + 1, class_sizes=sizes, **more)
    for generator, more in ((moons, {}), (circles, {"factor": 0.5}), (blobs, {"classes": 5}), (blobs, {"classes": 8}), (xor, {}), (spirals, {})):
        for samples, fraction, seed in ((50, 0.2, 3), (101, 0.33, 42), (64, 0.5, 4294967295), (97, 0.9, 8)):
            make(generator, samples, 0.2, seed, fraction, seed, stratify=True, **more)
    for box in ("-10,10", "0.5,3", "2,2"):
        make(blobs, 90, 0.5, 11, 0.25, 5, classes=3, center_box=box)


def main():
    kinds = [generator.__name__ for generator in (moons, circles, blobs, *DEFINED_HERE)]
    parser = argparse.ArgumentParser(description="Computes the data sets in tests/data/datasets.")
    parser.add_argument("kind", nargs="*", help=f"only of these: {', '.join(kinds)}")
    CHOSEN.update(parser.parse_args().kind)
    if not CHOSEN <= set(kinds):
        parser.error(f"there are {', '.join(kinds)}")
    for factor, (samples, noise, seed) in zip((0.5, 0.8, 0.0, 0.3), ((437, 0.1, 7), (2, 0.0, 0), (101, 0.05, 3), (64, 0.0, 4294967295))):
        make(circles, samples, noise, seed, 0.3, 11, factor=factor)
    for classes, (samples, noise, seed) in zip((2, 3, 8, 5), ((250, 0.2, 42), (301, 1.0, 7), (1001, 0.3, 4294967295), (4, 0.2, 1))):
        make(blobs, samples, noise, seed, 0.25, 5, classes=classes)
    for generator in DEFINED_HERE:
        for samples, noise, seed in ((301, 0.2, 42), (2, 0.1, 0), (75, 0.0, 4294967295)):
            make(generator, samples, noise, seed, 0.2, 42)
    make_sizes_and_proportions()


if __name__ == "__main__":
    main()
