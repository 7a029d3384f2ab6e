#!/usr/bin/env python3
"""Writes the handwritten digits that the program ships, resources/images/digits, as IDX files under MNIST's names.

They are scikit-learn's load_digits(): the 1,797 images of 8 x 8 pixels of the test part of "Optical Recognition of Handwritten Digits" (E. Alpaydin and
C. Kaynak, 1998, UCI Machine Learning Repository, https://doi.org/10.24432/C50P49), licensed under CC BY 4.0. A pixel of 0 to 16 there becomes
round(255 p / 16) here, halves to even. Every fifth image (places 4, 9, 14, ... from 0) is for testing: 1,438 to train on, 359 to test with.

Usage: python3 make_digits.py    (Debian: python3-sklearn)
"""
import pathlib
import struct

import numpy
from sklearn.datasets import load_digits


def write(name, magic, values):
    shape = b"".join(struct.pack(">I", size) for size in values.shape)
    folder = pathlib.Path(__file__).parent / "digits"
    (folder / name).write_bytes(struct.pack(">I", magic) + shape + values.tobytes())


digits = load_digits()
pixels = numpy.rint(digits.images * 255 / 16).astype(numpy.uint8)
labels = digits.target.astype(numpy.uint8)
is_test = numpy.arange(len(labels)) % 5 == 4
for part, chosen in (("train", ~is_test), ("t10k", is_test)):
    write(f"{part}-images-idx3-ubyte", 0x803, pixels[chosen])
    write(f"{part}-labels-idx1-ubyte", 0x801, labels[chosen])
