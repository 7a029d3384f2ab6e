#!/usr/bin/python3
"""Computes seed_statistics.json: means and intervals of Student's t as SciPy has them, and half their width with mpmath's quantile (SciPy 1.10's is
off by up to 2e-9).

Debian 12: apt-get install python3-scipy python3-mpmath, then /usr/bin/python3 tests/data/make_seed_statistics.py
"""
import json
import pathlib

import mpmath
import numpy as np
from scipy import stats

HERE = pathlib.Path(__file__).parent
LEVELS = (0.5, 0.9, 0.95, 0.975, 0.99, 0.9999)


def samples():
    random = np.random.default_rng(1)
    yield "two", np.array([0.965, 0.97])
    yield "three of two values", np.array([0.5, 0.5, 1.0])
    yield "accuracies", random.integers(185, 200, 30) / 200
    yield "differences", random.integers(-1, 3, 30) / 200
    yield "losses", np.exp(random.normal(-2, 1, 12))
    yield "far from zero", 1e9 + random.normal(0, 1, 20)
    yield "tiny", random.normal(0, 1e-12, 7)
    yield "a thousand", random.normal(0.3, 2, 1000)


def quantile(level, freedom):
    """Of Student's t, both tails outside: the root of its distribution function."""
    mpmath.mp.dps = 30
    def above(t):
        return mpmath.betainc(mpmath.mpf(freedom) / 2, mpmath.mpf(1) / 2, 0, freedom / (freedom + t * t), regularized=True)
    return float(mpmath.findroot(lambda t: above(t) - (1 - mpmath.mpf(level)), stats.t.ppf(0.5 + level / 2, freedom)))


def case(name, values):
    mean = float(np.mean(values))
    error = float(stats.sem(values))
    intervals = [{"level": level, "low": float(low), "high": float(high), "half": quantile(level, len(values) - 1) * error}
                 for level in LEVELS
                 for low, high in [stats.t.interval(level, len(values) - 1, loc=mean, scale=error)]]
    return {"name": name, "values": [float(v) for v in values], "mean": mean, "deviation": float(np.std(values, ddof=1)), "intervals": intervals}


if __name__ == "__main__":
    cases = [case(name, values) for name, values in samples()]
    (HERE / "seed_statistics.json").write_text(json.dumps({"cases": cases}, indent=1) + "\n")
