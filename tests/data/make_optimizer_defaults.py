#!/usr/bin/env python3
"""Computes optimizer_defaults.json: what torch.optim's optimisers do unless they are told, from their signatures.

It is about PyTorch 2.15 (pip install torch).
"""
import inspect
import json
import pathlib

import torch

NAMES = {"alpha": "smoothing", "eps": "epsilon", "weight_decay": "l2", "momentum": "momentum", "nesterov": "nesterov"}


def defaults(optimizer):
    settings = {name: p.default for name, p in inspect.signature(optimizer.__init__).parameters.items() if p.default is not p.empty}
    ours = {NAMES[name]: value for name, value in settings.items() if name in NAMES}
    if "betas" in settings:
        ours["beta1"], ours["beta2"] = settings["betas"]
    return ours


def main():
    table = {name: defaults(getattr(torch.optim, theirs))
             for name, theirs in (("sgd", "SGD"), ("rmsprop", "RMSprop"), ("adam", "Adam"), ("adamw", "AdamW"))}
    path = pathlib.Path(__file__).parent / "optimizer_defaults.json"
    path.write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
