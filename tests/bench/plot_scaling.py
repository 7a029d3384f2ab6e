#!/usr/bin/python3
"""Draws what `actiscope_bench --chart` prints: training rates over samples, widths and layers.

Debian 12: apt-get install python3-matplotlib, then
  build/release/tests/bench/actiscope_bench --chart > rates.csv
  /usr/bin/python3 tests/bench/plot_scaling.py rates.csv resources/screenshots/scaling.svg
"""
import csv
import sys

import matplotlib

matplotlib.use("Agg")
matplotlib.rcParams["svg.hashsalt"] = "actiscope"
from matplotlib import pyplot, ticker

PANELS = {  # series: (title, label of x, logarithmic x)
    "samples": ("two hidden layers of 64", "training samples", True),
    "width": ("two hidden layers, 800 samples", "units in a hidden layer", False),
    "layers": ("hidden layers of 64, 800 samples", "hidden layers", False),
}


def main():
    if len(sys.argv) != 3:
        sys.exit("two arguments are needed: the CSV that was printed, and the picture to write")
    rates = {series: [] for series in [*PANELS, "sgemm"]}
    with open(sys.argv[1], newline="", encoding="ascii") as file:
        for row in csv.DictReader(file):
            rates[row["series"]].append((float(row["x"]), float(row["gflops"])))
    sgemm = rates["sgemm"][0][1]
    figure, axes = pyplot.subplots(1, len(PANELS), figsize=(11, 3.4), sharey=True, layout="constrained")
    for axis, (series, (title, label, logarithmic)) in zip(axes, PANELS.items()):
        axis.plot(*zip(*rates[series]), color="#0072b2", marker="o", markersize=4, linewidth=1.6)
        axis.axhline(sgemm, color="#6b7280", linestyle="--", linewidth=1.2)
        axis.set_title(title, fontsize=10)
        axis.set_xlabel(label)
        if logarithmic:
            axis.set_xscale("log")
            axis.xaxis.set_major_formatter(ticker.FuncFormatter(lambda x, _: f"{x:,.0f}"))
        axis.set_ylim(bottom=0)
        axis.grid(color="#e5e7eb")
        axis.spines[["top", "right"]].set_visible(False)
    axes[0].set_ylabel("GFLOP/s, ReLU and Leaky ReLU")
    axes[0].annotate("sgemm", (0.98, sgemm), xycoords=("axes fraction", "data"), ha="right", va="bottom", color="#6b7280", fontsize=9)
    figure.savefig(sys.argv[2], metadata={"Date": None} if sys.argv[2].endswith(".svg") else None)


if __name__ == "__main__":
    main()
