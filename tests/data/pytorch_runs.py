"""The runs of make_pytorch_figures.py: group -> name -> settings. Every activation of activations.py is in the group odd.

What a run leaves out is full-batch Adam on moons with cross-entropy and PyTorch's own initial weights. `changes` are settings that hold
from the start of an epoch on; `alphas` among them is the activation's parameter, one a hidden layer.
"""

from activations import specs_of_runs

DEFAULT = dict(samples=1000, noise=0.2, data_seed=42, test_fraction=0.2, split_seed=42, hidden=[64, 64], init_seed=42,
               learning_rate=0.01, epochs=100)
ODD = dict(samples=437, noise=0.1, data_seed=7, test_fraction=0.3, split_seed=11, hidden=[33, 17, 5], init_seed=3,
           learning_rate=0.02, epochs=40)
DEEP = dict(samples=300, noise=0.15, data_seed=2024, test_fraction=0.25, split_seed=5, hidden=[20, 24, 16, 12, 9],
            init_seed=123456789, learning_rate=0.005, epochs=40)
SHALLOW = dict(samples=251, noise=0.25, data_seed=4294967295, test_fraction=0.07, split_seed=0, hidden=[50], init_seed=0,
               learning_rate=0.05, epochs=40)
NARROW = dict(samples=64, noise=0.05, data_seed=1, test_fraction=0.5, split_seed=1, hidden=[1, 3], init_seed=99,
              learning_rate=0.03, epochs=40)
WIDE = dict(samples=203, noise=0.2, data_seed=9, test_fraction=0.2, split_seed=10, hidden=[150, 100], init_seed=11,
            learning_rate=0.003, epochs=20)
SMALL = dict(samples=151, noise=0.15, data_seed=8, test_fraction=0.3, split_seed=4, hidden=[13, 18], init_seed=5,
             learning_rate=0.02, epochs=40)


def name_of(spec):
    """rrelu_0.2_0.2 of rrelu:lower=0.2,upper=0.2"""
    name, _, rest = spec.partition(":")
    return "_".join([name, *(field.split("=")[1] for field in rest.split(",") if field)])


def by_activation(settings, specs):
    return {name_of(spec): {"activation": spec, **settings} for spec in specs}


def small(activation, **settings):
    return {"activation": activation, **SMALL, **settings}


def sgd(activation, learning_rate=0.2, **settings):
    return small(activation, optimizer="sgd", learning_rate=learning_rate, **settings)


def data(kind, activation="tanh", samples=151, **settings):
    return small(activation, data=kind, **{"samples": samples, **settings})


OPTIMIZERS = {
    "sgd": sgd("tanh"),
    "sgd_fast": sgd("relu", 0.6),
    "momentum": sgd("tanh", 0.05, momentum=0.9),
    "momentum_half": sgd("relu", momentum=0.5),
    "nesterov": sgd("tanh", 0.05, momentum=0.9, nesterov=True),
    "nesterov_prelu": sgd("prelu", 0.1, momentum=0.7, nesterov=True),
    "rmsprop": small("tanh", optimizer="rmsprop", learning_rate=0.003),
    "rmsprop_all": small("prelu", optimizer="rmsprop", learning_rate=0.003, smoothing=0.9, momentum=0.6, epsilon=1e-4),
    "adam_all": small("prelu", betas=[0.8, 0.95], epsilon=1e-3),
    "adam_without_momentum": small("tanh", betas=[0.0, 0.99]),
    "adam_slow": small("relu", learning_rate=0.001, betas=[0.95, 0.9999]),
    "adamw": small("relu", optimizer="adamw"),
    "adamw_all": small("prelu", optimizer="adamw", betas=[0.7, 0.9], epsilon=1e-2),
}

PENALTIES = {
    "l2_sgd": sgd("prelu", l2=0.03),
    "l2_nesterov": sgd("prelu", 0.05, momentum=0.9, nesterov=True, l2=0.02),
    "l2_rmsprop": small("prelu", optimizer="rmsprop", learning_rate=0.003, momentum=0.5, l2=0.03),
    "l2_adam": small("prelu", l2=0.02),
    "l2_adamw": small("prelu", optimizer="adamw", l2=0.5),
    "l2_none_adamw": small("tanh", optimizer="adamw", l2=0.0),
    "l1_sgd": sgd("prelu", 0.1, l1=0.002),
    "l1_adam": small("tanh", learning_rate=0.005, l1=0.001),
    # Biases start at 0, where the gradient of |w| is 0.
    "l1_of_zero": sgd("relu", 0.1, l1=0.003, init="he-normal"),
    "l1_l2_adamw": small("prelu", optimizer="adamw", learning_rate=0.005, l1=0.0005, l2=0.1),
    "clip_sgd": sgd("prelu", 0.3, clip_norm=0.1),
    "clip_adam": small("tanh", clip_norm=0.05),
    "clip_inactive": sgd("tanh", clip_norm=50.0),
    "clip_rarely": sgd("prelu", 0.3, clip_norm=0.3),
    "clip_l1_l2": sgd("prelu", 0.2, momentum=0.5, clip_norm=0.15, l1=0.001, l2=0.05),
    "clip_batches": sgd("prelu", 0.1, clip_norm=0.2, batch_size=10, batch_seed=3),
}

# 105 training samples.
BATCHES = {
    "one": sgd("tanh", 0.02, batch_size=1, batch_seed=42, epochs=12),
    "remainder": small("tanh", batch_size=32, batch_seed=42, learning_rate=0.005),
    "remainder_of_one": sgd("prelu", 0.05, batch_size=26, batch_seed=4294967295),
    "fitting": small("relu", optimizer="adamw", l2=0.1, batch_size=35, batch_seed=0, learning_rate=0.005),
    "all": small("tanh", batch_size=105, batch_seed=7),
    "larger_than_data": small("prelu", batch_size=200, batch_seed=9),
    "rmsprop": small("tanh", optimizer="rmsprop", learning_rate=0.001, momentum=0.3, batch_size=17, batch_seed=2),
    "nesterov": sgd("tanh", 0.02, momentum=0.9, nesterov=True, batch_size=64, batch_seed=1),
    "mse": sgd("tanh", 0.1, loss="mse", batch_size=32, batch_seed=5),
    "l1": small("prelu", learning_rate=0.003, l1=0.0005, batch_size=50, batch_seed=11, epochs=25),
    "blobs": data("blobs", classes=5, batch_size=33, batch_seed=6, learning_rate=0.003, noise=0.4),
    "regression": data("bumps", batch_size=16, batch_seed=8, loss="mse", learning_rate=0.003, noise=0.05),
}

LOSSES = {
    "mse": small("tanh", loss="mse"),
    "mse_prelu": small("prelu", loss="mse", optimizer="adamw", l2=0.1),
    "mse_one_output": small("tanh", loss="mse", outputs=1),
    "mse_five_classes": data("blobs", "relu", classes=5, loss="mse", noise=0.5),
    "bce": small("tanh", outputs=1),
    "bce_prelu": sgd("prelu", 0.3, outputs=1, momentum=0.5),
    "bce_batches": small("relu", outputs=1, batch_size=20, batch_seed=1, learning_rate=0.005),
    # Logits of some hundreds: the stable forms.
    "bce_large_logits": small("relu", outputs=1, init="uniform", init_range=4.0, learning_rate=0.001, epochs=20),
    "cross_entropy_large_logits": small("relu", init="uniform", init_range=4.0, learning_rate=0.001, epochs=20),
    # Outputs that no unit leads to.
    "more_outputs_than_classes": small("tanh", outputs=7),
}

DATA = {
    **{f"blobs_{classes}": data("blobs", "tanh", classes=classes, noise=0.4) for classes in range(2, 9)},
    "blobs_8_relu": data("blobs", "relu", classes=8, noise=0.2, optimizer="sgd", learning_rate=0.2, momentum=0.5, samples=203),
    "circles": data("circles", factor=0.5, noise=0.1),
    "circles_prelu": data("circles", "prelu", factor=0.3, noise=0.05),
    "xor": data("xor", noise=0.1),
    "xor_relu": data("xor", "relu", noise=0.0, loss="mse"),
    "spirals": data("spirals", hidden=[24, 20], noise=0.1),
    "spirals_silu": data("spirals", "silu", noise=0.2, outputs=1),
    "plane": data("plane", hidden=[], noise=0.1, loss="mse", optimizer="sgd", learning_rate=0.2),
    "plane_relu": data("plane", "relu", noise=0.1, loss="mse"),
    "bumps": data("bumps", noise=0.05, loss="mse"),
    "bumps_prelu": data("bumps", "prelu", noise=0.1, loss="mse", optimizer="adamw", l2=0.05, clip_norm=0.1),
}

PREPARED = {
    "features": small("relu", features=["x1^2", "x2^2", "x1*x2", "sin-x1", "sin-x2"]),
    "no_hidden_layer": data("circles", hidden=[], factor=0.5, noise=0.1, features=["x1^2", "x2^2"], optimizer="sgd", learning_rate=0.5),
    "product": data("xor", hidden=[5], noise=0.1, features=["x1*x2"], batch_size=20, batch_seed=4),
    "waves_of_spirals": data("spirals", "prelu", noise=0.1, features=["sin-x1", "sin-x2"]),
    "regression": data("bumps", noise=0.05, loss="mse", features=["x1^2", "sin-x2"]),
    "curve": data("xor", noise=0.2, curve="sin(3*x)"),
    "curve_of_blobs": data("blobs", "relu", classes=3, noise=0.4, curve="x^2-0.5", features=["x1^2"]),
}

IMAGE = dict(hidden=[128], init="glorot-uniform", init_seed=42, learning_rate=0.001, batch_size=32, batch_seed=42)


def fashion(activation):
    return {"activation": activation, **IMAGE, "data": "fashion-mnist", "train_count": 2000, "epochs": 1}


IMAGES = {
    "digits": {"activation": "relu", **IMAGE, "data": "digits", "hidden": [32], "epochs": 3},
    "digits_first": {"activation": "silu", **IMAGE, "data": "digits", "hidden": [20, 12], "train_count": 301, "epochs": 4},
    **{f"fashion_{name_of(spec)}": fashion(spec) for spec in ("relu", "gelu", "sigmoid", "leaky_relu:alpha=0.3")},
}

DEPTHS = {
    "0": small("tanh", hidden=[]),
    "0_of_five_classes": data("blobs", hidden=[], classes=5, noise=0.4, optimizer="sgd", learning_rate=0.5, batch_size=40, batch_seed=3),
    "0_of_one_output": small("tanh", hidden=[], outputs=1, optimizer="rmsprop"),
    "1_unit": small("prelu", hidden=[1]),
    "8": small("tanh", hidden=[9, 17, 8, 3, 16, 5, 33, 7], learning_rate=0.01),
    "8_prelu": sgd("prelu", 0.1, hidden=[12, 11, 10, 9, 8, 7, 6, 5], init="he-normal"),
    "8_leaky_relu": small("leaky_relu:alpha=0.1", hidden=[16, 16, 16, 16, 16, 16, 16, 16], init="he-uniform", learning_rate=0.003, batch_size=48,
                          batch_seed=2),
    "8_one_output": small("silu", hidden=[7, 7, 7, 7, 7, 7, 7, 7], init="glorot-normal", outputs=1),
    "bottleneck": small("tanh", hidden=[70, 1, 37], epochs=30),
    "512": small("relu", hidden=[512], learning_rate=0.002, epochs=20),
}

SHAPES = {
    "1024_inputs": small("tanh", inputs=1024, hidden=[13], learning_rate=0.002),
    "1024_inputs_prelu": small("prelu", inputs=1024, hidden=[17, 5], learning_rate=0.001, batch_size=40, batch_seed=2, epochs=20),
    "301_inputs": small("relu", inputs=301, hidden=[20], optimizer="sgd", learning_rate=0.05, momentum=0.5),
    "one_input": small("gelu", inputs=1),
    "16_outputs": small("silu", outputs=16),
    "16_outputs_mse": data("blobs", "elu", classes=8, noise=0.3, outputs=16, loss="mse", batch_size=33, batch_seed=3),
    "16_targets": data("bumps", "tanh", targets=16, noise=0.05, loss="mse"),
    "3_targets": data("bumps", "prelu", targets=3, inputs=7, noise=0.05, loss="mse", optimizer="sgd", learning_rate=0.1),
    "512_511": small("leaky_relu", hidden=[512, 511], learning_rate=0.0005, epochs=4),
    "8_of_512": small("tanh", samples=24, hidden=[512] * 8, learning_rate=0.0002, epochs=3),
}

INITIALIZATIONS = {
    "pytorch_bias": small("tanh", init_bias=0.25),
    "he-normal": small("relu", init="he-normal"),
    "he-uniform": small("relu", init="he-uniform", init_bias=0.1),
    "glorot-normal": small("tanh", init="glorot-normal", init_bias=-0.2),
    "glorot-uniform": small("tanh", init="glorot-uniform"),
    "lecun-normal": small("selu", init="lecun-normal", init_bias=0.01),
    "uniform": small("prelu", init="uniform", init_range=0.37, init_bias=-0.05),
    "uniform_narrow": small("tanh", init="uniform", init_range=0.01),
    "regression_bias": data("bumps", init="glorot-uniform", init_bias=0.5, noise=0.05, loss="mse"),
}

LAYERS = {
    "relu_tanh": small(["relu", "tanh"]),
    "three": small(["elu:alpha=0.5", "prelu:alpha=0.3", "gelu"], hidden=[10, 17, 6]),
    "one_activation_twice": small(["leaky_relu:alpha=0.3", "leaky_relu:alpha=0.05"], optimizer="sgd", learning_rate=0.2),
    "two_prelu": small(["prelu:alpha=0.4", "tanh", "prelu:alpha=0.05", "silu:beta=1.5"], hidden=[9, 8, 17, 6], l2=0.01),
    "first_learns": small(["prelu", "sigmoid"], batch_size=40, batch_seed=3, learning_rate=0.01),
    "last_learns": small(["softplus:beta=2", "rrelu:lower=0.2,upper=0.2", "prelu"], hidden=[5, 6, 7], outputs=1),
    "eight": small(["tanh", "relu", "elu", "selu", "gelu", "mish", "hardswish", "softsign"], hidden=[11, 12, 13, 14, 15, 16, 17, 18],
                   learning_rate=0.005),
    "regression": data("bumps", ["tanh", "prelu:alpha=0.1"], noise=0.1, loss="mse"),
}

CHANGES = {
    "learning_rate": small("tanh", changes=[dict(epoch=13, learning_rate=0.002), dict(epoch=29, learning_rate=0.05)]),
    "learning_rate_adamw": small("prelu", optimizer="adamw", l2=0.3, changes=[dict(epoch=20, learning_rate=0.004)]),
    "learning_rate_batches": small("tanh", batch_size=32, batch_seed=4, changes=[dict(epoch=7, learning_rate=0.002)]),
    "momentum": sgd("tanh", 0.1, changes=[dict(epoch=10, momentum=0.9, learning_rate=0.05), dict(epoch=25, nesterov=True)]),
    "rmsprop": small("tanh", optimizer="rmsprop", learning_rate=0.003, changes=[dict(epoch=11, smoothing=0.9, epsilon=1e-3)]),
    "betas": small("tanh", changes=[dict(epoch=12, betas=[0.8, 0.99]), dict(epoch=22, betas=[0.9, 0.999], epsilon=1e-4)]),
    "penalties": small("prelu", optimizer="sgd", learning_rate=0.2,
                       changes=[dict(epoch=8, l2=0.05), dict(epoch=16, l1=0.002, l2=0.0), dict(epoch=24, clip_norm=0.1), dict(epoch=32, l1=0.0)]),
    "alpha": small("leaky_relu:alpha=0.01", changes=[dict(epoch=15, alphas=[0.3, 0.3]), dict(epoch=30, alphas=[0.0, 0.0])]),
    "alpha_by_layer": small("elu:alpha=1.0", changes=[dict(epoch=10, alphas=[0.5, 2.0])]),
    "alpha_learned": small("prelu", changes=[dict(epoch=20, alphas=[-0.1, 0.6])]),
    "alpha_and_learning_rate": small(["leaky_relu", "prelu"], batch_size=32, batch_seed=4,
                                     changes=[dict(epoch=5, alphas=[0.2, 0.1], learning_rate=0.005), dict(epoch=6, learning_rate=0.002)]),
}

SCHEDULES = {
    "step": small("tanh", schedule="step", schedule_step=7, schedule_factor=0.5),
    "step_rising": sgd("relu", 0.05, schedule="step", schedule_step=15, schedule_factor=1.5),
    "step_adamw_batches": small("prelu", optimizer="adamw", l2=0.1, batch_size=32, batch_seed=5, schedule="step", schedule_step=10,
                                schedule_factor=0.1),
    "cosine": small("tanh", schedule="cosine", schedule_period=40),
    "cosine_least": sgd("prelu", 0.3, momentum=0.5, schedule="cosine", schedule_period=25, schedule_least=0.01),
    # Over more than a period: the rate rises again.
    "cosine_again": small("relu", optimizer="rmsprop", learning_rate=0.003, schedule="cosine", schedule_period=9, schedule_least=0.0001),
    "cosine_batches": sgd("tanh", 0.1, batch_size=20, batch_seed=5, schedule="cosine", schedule_period=30),
}

RUNS = {
    "default": by_activation(DEFAULT, ["gelu", "tanh", "selu", "elu", "sigmoid", "silu", "mish", "leaky_relu:alpha=0.2", "prelu:alpha=0.1"]),
    "odd": by_activation(ODD, specs_of_runs()),
    "deep": by_activation(DEEP, ["relu", "prelu", "gelu", "tanh", "elu", "hardswish"]),
    "shallow": by_activation(SHALLOW, ["relu", "prelu", "leaky_relu", "silu", "mish"]),
    "narrow": by_activation(NARROW, ["leaky_relu", "tanh", "softplus"]),
    "wide": by_activation(WIDE, ["relu", "gelu", "prelu"]),
    "optimizer": OPTIMIZERS,
    "penalty": PENALTIES,
    "batch": BATCHES,
    "loss": LOSSES,
    "data": DATA,
    "prepared": PREPARED,
    "depth": DEPTHS,
    "shape": SHAPES,
    "init": INITIALIZATIONS,
    "layer": LAYERS,
    "change": CHANGES,
    "schedule": SCHEDULES,
    "image": IMAGES,
}

# Runs of which every step is written down, too.
TOLD_IN_BATCHES = [("batch", "one"), ("batch", "remainder_of_one"), ("batch", "remainder"), ("batch", "regression"), ("image", "digits"),
                   ("image", "fashion_relu")]
