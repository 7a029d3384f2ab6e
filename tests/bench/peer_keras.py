#!/usr/bin/env python3
"""What Keras 3 on JAX takes for the ready experiment fashion-mnist: 784-128-10, Adam 0.001, batches of 32, five epochs, four activations in turn.

    python3 -m venv V && V/bin/pip install keras jax && V/bin/python tests/bench/peer_keras.py

Images are those of Debian's dataset-fashion-mnist. What is compiled is compiled before, in an epoch of ten batches; nothing is evaluated. Prints a line for
each activation, the mean training loss of the last epoch with it, and the sum for `actiscope_bench --images` to be compared with.
"""
import gzip
import os
import time

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np

FOLDER = "/usr/share/datasets/fashion-mnist"
EPOCHS, BATCH = 5, 32
ACTIVATIONS = {"relu": "relu", "gelu": "gelu", "sigmoid": "sigmoid", "leaky_relu": keras.layers.LeakyReLU(negative_slope=0.3)}


def idx(name, header):
    with gzip.open(f"{FOLDER}/{name}.gz") as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


def main():
    images = idx("train-images-idx3-ubyte", 16).reshape(-1, 784).astype("float32") / 255
    labels = idx("train-labels-idx1-ubyte", 8).astype("int32")
    keras.utils.set_random_seed(42)
    total = 0
    for name, activation in ACTIVATIONS.items():
        model = keras.Sequential([keras.Input((784,)), keras.layers.Dense(128, activation=activation), keras.layers.Dense(10, activation="softmax")])
        model.compile(keras.optimizers.Adam(0.001), "sparse_categorical_crossentropy", metrics=["accuracy"])
        model.fit(images[: 10 * BATCH], labels[: 10 * BATCH], batch_size=BATCH, epochs=1, verbose=0)
        start = time.perf_counter()
        history = model.fit(images, labels, batch_size=BATCH, epochs=EPOCHS, verbose=0).history
        seconds = time.perf_counter() - start
        total += seconds
        print(f"{name:12} {seconds / EPOCHS:6.3f} s an epoch, training loss {history['loss'][-1]:.4f}", flush=True)
    print(f"all          {total:6.3f} s (Keras {keras.__version__})")


if __name__ == "__main__":
    main()
