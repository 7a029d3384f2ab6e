#!/usr/bin/python3
"""Computes data/batch_order.json: the order in which a DataLoader that shuffles visits its samples, in the first three epochs.

Debian 12: apt-get install python3-torch, then /usr/bin/python3 tests/data/make_batch_order.py
Of large data sets the first samples of each epoch are kept, and sum((i + 1) * order[i]) mod 2**32. It also asserts that the order
depends neither on the batch size nor on drop_last.
"""
import json
import pathlib

import torch
from torch.utils.data import DataLoader

HERE = pathlib.Path(__file__).parent
EPOCHS = 3
KEPT = 100
RUNS = [(1, 42, (1, 5)), (2, 0, (1, 2)), (31, 7, (1, 8, 31, 40)), (32, 4294967295, (1, 5, 32)), (800, 42, (1, 32, 64, 800)),
        (60000, 42, (64, 1000)), (60000, 2024, (128, 60000))]


def visits(count, seed, batch_size, drop_last):
    loader = DataLoader(torch.arange(count), batch_size=batch_size, shuffle=True, drop_last=drop_last,
                        generator=torch.Generator().manual_seed(seed))
    return [[i for batch in loader for i in batch.tolist()] for _ in range(EPOCHS)]


def make_run(count, seed, batch_sizes):
    epochs = visits(count, seed, batch_sizes[0], False)
    for batch_size in batch_sizes:
        assert visits(count, seed, batch_size, False) == epochs
        whole = count // batch_size * batch_size
        assert visits(count, seed, batch_size, True) == [order[:whole] for order in epochs]
    kept = count if count <= 32 else KEPT
    return {"count": count, "seed": seed,
            "epochs": [{"first": order[:kept], "checksum": sum((i + 1) * v for i, v in enumerate(order)) % 2**32} for order in epochs]}


def main():
    runs = [make_run(*run) for run in RUNS]
    path = HERE / "datasets" / "batch_order.json"
    path.write_text("[" + ",\n".join(json.dumps(run, separators=(",", ":")) for run in runs) + "]\n")


if __name__ == "__main__":
    main()
