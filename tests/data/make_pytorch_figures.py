#!/usr/bin/python3
"""Computes the figures in pytorch/ and data/: more runs, data sets and initial parameters to agree with.

Debian 12: apt-get install python3-torch python3-sklearn, then /usr/bin/python3 tests/data/make_pytorch_figures.py [group …]
With names of groups (the keys of RUNS, "points" for data/, "batches" for pytorch_batches/), only those are computed; --list says which there are.
The recipe is that of reference/README.md. NumPy's sin and cos differ in the last bit between processors with AVX-512 (the
reference) and without (these), so points of data/ are the same to 1e-15 only. PyTorch's normal numbers depend on the processor, too: the routines
for AVX2 are asked for. Floats are written so that reading them back gives the same double.
"""
import argparse
import gzip
import json
import math
import os
import pathlib
import struct

os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx2")
import torch  # noqa: E402 (after the choice of the processor's routines)
from sklearn.datasets import make_moons  # noqa: E402
from sklearn.model_selection import train_test_split  # noqa: E402
from torch import nn  # noqa: E402
from torch.nn import functional as F  # noqa: E402
from torch.utils.data import DataLoader, TensorDataset  # noqa: E402

import make_data_sets  # noqa: E402
import numpy as np  # noqa: E402
from activations import ACTIVATIONS  # noqa: E402
from pytorch_runs import RUNS, TOLD_IN_BATCHES  # noqa: E402

HERE = pathlib.Path(__file__).parent


class Layer(nn.Module):
    """An activation of activations.py; where it learns, one number a layer."""

    def __init__(self, name, parameters):
        super().__init__()
        self.activation = ACTIVATIONS[name]
        self.settings = {**self.activation.defaults(), **parameters}
        learned = nn.Parameter(torch.full((1,), self.first())) if self.activation.learns else None
        self.register_parameter("learned", learned)

    def first(self):
        return next(iter(self.settings.values()))

    def set_first(self, value):
        self.settings[next(iter(self.settings))] = value
        if self.learned is not None:
            self.learned.data.fill_(value)

    def forward(self, x):
        settings = list(self.settings.values())
        return self.activation.torch(x, *(settings if self.learned is None else [self.learned, *settings[1:]]))


INITIALIZATIONS = {
    "he-normal": lambda w, s: nn.init.kaiming_normal_(w, nonlinearity="relu"),
    "he-uniform": lambda w, s: nn.init.kaiming_uniform_(w, nonlinearity="relu"),
    "glorot-normal": lambda w, s: nn.init.xavier_normal_(w),
    "glorot-uniform": lambda w, s: nn.init.xavier_uniform_(w),
    "lecun-normal": lambda w, s: nn.init.kaiming_normal_(w, nonlinearity="linear"),
    "uniform": lambda w, s: nn.init.uniform_(w, -s["init_range"], s["init_range"]),
}

# Constructors of torch.optim, and what they call our settings.
OPTIMIZERS = {
    "sgd": (torch.optim.SGD, dict(learning_rate="lr", momentum="momentum", nesterov="nesterov", l2="weight_decay")),
    "rmsprop": (torch.optim.RMSprop, dict(learning_rate="lr", momentum="momentum", smoothing="alpha", epsilon="eps", l2="weight_decay")),
    "adam": (torch.optim.Adam, dict(learning_rate="lr", betas="betas", epsilon="eps", l2="weight_decay")),
    # Its default weight_decay is 0.01; ours is 0 like that of the others.
    "adamw": (torch.optim.AdamW, dict(learning_rate="lr", betas="betas", epsilon="eps", l2="weight_decay")),
}


def parse_spec(text):
    """("elu", {"alpha": 0.5}) of "elu:alpha=0.5"."""
    name, _, rest = text.partition(":")
    return name, {k: float(v) for k, v in (field.split("=") for field in rest.split(",") if field)}


def is_regression(s):
    return s.get("data") in ("plane", "bumps")


def with_features(x, features):
    """Points of the plane with more coordinates, each a wave over the plane."""
    j = np.arange(features)
    return np.cos(0.37 * j + (1 + j % 5) * x[:, :1] - (1 + j % 3) * x[:, 1:])


def with_targets(y, targets):
    """More targets, each a straight line over the one there is."""
    k = np.arange(targets)
    return y[:, None] * (1 - 0.5 * k) + 0.1 * k


FEATURES = {  # in the order in which networks get them
    "x1^2": lambda x: x[:, 0] ** 2,
    "x2^2": lambda x: x[:, 1] ** 2,
    "x1*x2": lambda x: x[:, 0] * x[:, 1],
    "sin-x1": lambda x: np.sin(x[:, 0]),
    "sin-x2": lambda x: np.sin(x[:, 1]),
}
CURVES = {"sin(3*x)": lambda x: np.sin(3 * x), "x^2-0.5": lambda x: x**2 - 0.5}


def prepared(x, y, s):
    """Classes by a curve, and features beside the coordinates."""
    if "curve" in s:
        y = (x[:, 1] > CURVES[s["curve"]](x[:, 0])).astype(np.int64)
    columns = [FEATURES[name](x) for name in FEATURES if name in s.get("features", [])]
    return np.column_stack([x, *columns]), y


IMAGES = {  # the folders of their IDX files
    "digits": HERE.parent.parent / "resources" / "images" / "digits",
    "fashion-mnist": pathlib.Path("/usr/share/datasets/fashion-mnist"),  # Debian: apt-get install dataset-fashion-mnist
}


PIXELS = {"digits": 64, "fashion-mnist": 784}


def read_idx(path):
    """The array of an IDX file, plain or gzip."""
    packed = path.with_name(path.name + ".gz")
    data = gzip.decompress(packed.read_bytes()) if packed.exists() else path.read_bytes()
    sizes = struct.unpack(f">{data[3]}I", data[4:4 + 4 * data[3]])
    return np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(sizes)


def split_images(s):
    """As the files divide them, pixels between 0 and 1."""
    parts = []
    for kind, count in (("train", s.get("train_count")), ("t10k", None)):
        images, labels = (read_idx(IMAGES[s["data"]] / f"{kind}-{what}-ubyte") for what in ("images-idx3", "labels-idx1"))
        parts.append((images.reshape(len(images), -1)[:count] / 255, labels[:count].astype(np.int64)))
    (train_x, train_y), (test_x, test_y) = parts
    return train_x, test_x, train_y, test_y


def split_data(s):
    if s.get("data") in IMAGES:
        return split_images(s)
    if s.get("data", "moons") == "moons":
        x, y = make_moons(s["samples"], noise=s["noise"], random_state=s["data_seed"])
    else:
        x, y = getattr(make_data_sets, s["data"])(s)
    if "inputs" in s:
        x = with_features(x, s["inputs"])
    x, y = prepared(x, y, s)
    if "targets" in s:
        y = with_targets(y, s["targets"])
    return train_test_split(x, y, test_size=s["test_fraction"], random_state=s["split_seed"])


def output_count(s):
    if s.get("data") in IMAGES:
        return 10
    return s.get("targets", 1) if is_regression(s) else s.get("outputs", 2 if "curve" in s else s.get("classes", 2))


def input_count(s):
    return PIXELS[s["data"]] if s.get("data") in IMAGES else s.get("inputs", 2 + len(s.get("features", [])))


def linear_layers(widths, seed):
    """Initial parameters as PyTorch draws them: float32, layer by layer after one manual_seed."""
    torch.manual_seed(seed)
    return [nn.Linear(a, b) for a, b in zip(widths, widths[1:])]


def initial_layers(s):
    linear = linear_layers([input_count(s), *s["hidden"], output_count(s)], s["init_seed"])
    if "init" in s:
        torch.manual_seed(s["init_seed"])
        for layer in linear:
            INITIALIZATIONS[s["init"]](layer.weight, s)
            nn.init.zeros_(layer.bias)
    with torch.no_grad():
        for layer in linear:
            layer.bias.add_(s.get("init_bias", 0.0))
    return linear


def network(s, dtype):
    layers = []
    linear = initial_layers(s)
    specs = s["activation"] if isinstance(s["activation"], list) else [s["activation"]] * (len(linear) - 1)
    for layer, spec in zip(linear[:-1], specs):
        name, parameters = parse_spec(spec)
        layers += [layer, Layer(name, parameters)]
    return nn.Sequential(*layers, linear[-1]).to(dtype)


def learning_layers(model):
    return [m for m in model if isinstance(m, Layer) and m.learned is not None]


def make_optimizer(model, s):
    """Weight decay is for weights and biases; what activations learn is exempt."""
    kind, names = OPTIMIZERS[s.get("optimizer", "adam")]
    linear = [p for m in model if isinstance(m, nn.Linear) for p in m.parameters()]
    learned = [m.learned for m in learning_layers(model)]
    settings = {theirs: s[ours] for ours, theirs in names.items() if ours in s}
    settings.setdefault("weight_decay", 0)
    groups = [dict(params=linear)] + ([dict(params=learned, weight_decay=0)] if learned else [])
    return kind(groups, **settings)


def apply_change(change, s, model, optimizer):
    """Settings of `change` from here on; returns all settings."""
    names = OPTIMIZERS[s.get("optimizer", "adam")][1]
    for ours, value in change.items():
        for i, group in enumerate(optimizer.param_groups):
            if ours in names and not (ours == "l2" and i > 0):
                group[names[ours]] = value
    if "alphas" in change:
        for module, alpha in zip(list(model)[1::2], change["alphas"]):
            module.set_first(alpha)
    return {**s, **change}


def make_scheduler(optimizer, s):
    """What is stepped after each epoch, or None."""
    if s.get("schedule") == "step":
        return torch.optim.lr_scheduler.StepLR(optimizer, step_size=s["schedule_step"], gamma=s["schedule_factor"])
    if s.get("schedule") == "cosine":
        return torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=s["schedule_period"], eta_min=s.get("schedule_least", 0))
    return None


def loss_and_hits(s, outputs, y):
    """Mean loss, and how many samples are right (NaN for regression)."""
    if is_regression(s):
        return F.mse_loss(outputs, y.to(outputs.dtype).reshape(outputs.shape)), math.nan
    one = outputs.shape[1] == 1
    if s.get("loss") == "mse":
        targets = y[:, None] if one else F.one_hot(y, outputs.shape[1])
        loss, middle = F.mse_loss(outputs, targets.to(outputs.dtype)), 0.5
    elif one:
        loss, middle = F.binary_cross_entropy_with_logits(outputs.squeeze(1), y.to(outputs.dtype)), 0.0
    else:
        loss, middle = F.cross_entropy(outputs, y), None
    predicted = (outputs.squeeze(1) > middle).long() if one else outputs.argmax(1)
    return loss, (predicted == y).sum().item()


def step(s, model, optimizer, loss):
    optimizer.zero_grad()
    if s.get("l1", 0):
        loss = loss + s["l1"] * sum(p.abs().sum() for m in model if isinstance(m, nn.Linear) for p in m.parameters())
    loss.backward()
    if s.get("clip_norm", 0):
        norm = nn.utils.clip_grad_norm_(model.parameters(), s["clip_norm"]).item()
        CLIPPED.append(norm > s["clip_norm"])
    optimizer.step()


CLIPPED = []  # whether the steps of the run were
BATCHES = []  # of each step the samples, their mean loss and how many are right


def train(s, dtype):
    """Rows 0 … epochs. Test figures of row e before the first update of epoch e; training figures of each sample before the update
    that its batch leads to."""
    train_x, test_x, train_y, test_y = split_data(s)
    train_x, test_x = torch.tensor(train_x, dtype=dtype), torch.tensor(test_x, dtype=dtype)
    train_y, test_y = torch.tensor(train_y), torch.tensor(test_y)
    model = network(s, dtype)
    optimizer = make_optimizer(model, s)
    scheduler = make_scheduler(optimizer, s)
    batches = [(train_x, train_y)]
    if "batch_size" in s:
        batches = DataLoader(TensorDataset(train_x, train_y), batch_size=s["batch_size"], shuffle=True,
                             generator=torch.Generator().manual_seed(s["batch_seed"]))
    rows = dict(train_loss=[], test_loss=[], train_accuracy=[], test_accuracy=[])
    CLIPPED.clear()
    BATCHES.clear()
    for epoch in range(s["epochs"] + 1):
        for change in s.get("changes", []):
            if change["epoch"] == epoch:
                s = apply_change({k: v for k, v in change.items() if k != "epoch"}, s, model, optimizer)
        with torch.no_grad():
            test_loss, test_hits = loss_and_hits(s, model(test_x), test_y)
        train_loss = train_hits = 0
        for x, y in batches if epoch < s["epochs"] else [(train_x, train_y)]:
            loss, hits = loss_and_hits(s, model(x), y)
            train_loss += loss.item() * (len(y) / len(train_y))
            train_hits += hits
            if epoch < s["epochs"]:
                BATCHES.append((len(y), loss.item(), None if math.isnan(hits) else hits))
                step(s, model, optimizer, loss)
        if scheduler and epoch < s["epochs"]:
            scheduler.step()
        for name, value in zip(rows, (train_loss, test_loss.item(), train_hits / len(train_y), test_hits / len(test_y))):
            rows[name].append(None if math.isnan(value) else value)
    alpha = [m.learned.item() for m in learning_layers(model)]
    return rows, alpha, (len(train_y), len(test_y))


def strays(exact, other):
    return max((abs(a - b) for a, b in zip(exact, other) if a is not None), default=0)


def write(path, value):
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(value, separators=(",", ":")).replace('],"', '],\n"') + "\n")


def make_run(name, s):
    rows, alpha, (train_count, test_count) = train(s, torch.float64)
    clipped = f", {sum(CLIPPED)} of {len(CLIPPED)} steps clipped" if CLIPPED else ""
    single, single_alpha, _ = train(s, torch.float32)
    difference = {  # how far PyTorch's own float32 run is from its float64 run
        "train_loss": strays(rows["train_loss"], single["train_loss"]),
        "test_loss": strays(rows["test_loss"], single["test_loss"]),
        "train_samples": round(train_count * strays(rows["train_accuracy"], single["train_accuracy"])),
        "test_samples": round(test_count * strays(rows["test_accuracy"], single["test_accuracy"])),
        "learned_alpha": strays(alpha, single_alpha) if alpha else 0,
    }
    write(HERE / "pytorch" / f"{name}.json", {"configuration": s, "learned_alpha": alpha, "float32_difference": difference, **rows})
    print(f"{name:32} {rows['train_loss'][0]:.6f} to {rows['train_loss'][-1]:.6f}{clipped} float32: {difference}", flush=True)


def make_batches(name, s):
    """What each step of a run measured, epoch after epoch: what the figures within an epoch are means of."""
    train(s, torch.float64)
    samples, losses, hits = zip(*BATCHES)
    write(HERE / "pytorch_batches" / f"{name}.json", {"run": name, "epochs": s["epochs"], "samples": samples, "loss": losses, "correct": hits})
    print(f"{name:32} {len(BATCHES)} batches")


def make_data(samples, noise, seed, fraction, split_seed):
    s = dict(samples=samples, noise=noise, data_seed=seed, test_fraction=fraction, split_seed=split_seed)
    x, y = make_moons(samples, noise=noise, random_state=seed)
    train_indices, test_indices = train_test_split(range(samples), test_size=fraction, random_state=split_seed)
    write(HERE / "datasets" / f"moons_n{samples}_noise{noise}_seed{seed}_test{fraction}_split{split_seed}.json",
          {"configuration": s, "x": x[:, 0].tolist(), "y": x[:, 1].tolist(), "label": y.tolist(),
           "train": train_indices, "test": test_indices})


def make_initial(hidden, seed):
    linear = linear_layers([2, *hidden, 2], seed)
    write(HERE / "datasets" / f"initial_parameters_{'-'.join(map(str, [2, *hidden, 2]))}_seed{seed}.json",
          {"hidden": hidden, "init_seed": seed, "weight": [l.weight.flatten().tolist() for l in linear],
           "bias": [l.bias.tolist() for l in linear]})


def make_all_data():
    for arguments in ((437, 0.1, 7, 0.3, 11), (2, 0.0, 0, 0.5, 0), (3, 0.3, 5, 0.4, 6), (101, 0.0, 1, 0.25, 2),
                      (100, 0.07, 4294967295, 0.07, 4294967295), (251, 1.5, 8, 0.9, 3), (1025, 0.2, 42, 0.2, 42)):
        make_data(*arguments)
    for hidden, seed in (([33, 17, 5], 3), ([64, 64], 7), ([1], 4294967295), ([100, 3], 42)):
        make_initial(hidden, seed)


def main():
    groups = ["points", "batches", *RUNS]
    parser = argparse.ArgumentParser(description="Computes the figures in tests/data/pytorch and tests/data/datasets.")
    parser.add_argument("group", nargs="*", help="only these groups")
    parser.add_argument("--odd", metavar="ID", nargs="+", help="only the runs of the group odd with these activations, as make_activation.py asks for")
    parser.add_argument("--list", action="store_true", help="names the groups and computes nothing")
    arguments = parser.parse_args()
    for group in arguments.group:
        if group not in groups:
            parser.error(f"no group {group}; there are {', '.join(groups)}")
    if arguments.list:
        print("\n".join(groups))
        return
    torch.set_num_threads(1)
    if arguments.odd:
        for name, settings in RUNS["odd"].items():
            if parse_spec(settings["activation"])[0] in arguments.odd:
                make_run(f"odd_{name}", settings)
        return
    for group in arguments.group or groups:
        if group == "points":
            make_all_data()
            continue
        if group == "batches":
            for run in TOLD_IN_BATCHES:
                make_batches("_".join(run), RUNS[run[0]][run[1]])
            continue
        for name, settings in RUNS[group].items():
            make_run(f"{group}_{name}", settings)


if __name__ == "__main__":
    main()
