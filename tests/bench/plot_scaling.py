#!/usr/bin/python3
"""Draws what `actiscope_bench --chart` prints: training rates over samples, widths and layers. Of several runs it draws the best of each
point, since a shared machine is slower at times, and never faster than it is.

Debian 12: apt-get install python3-matplotlib, then
  for i in 1 2 3; do build/release/tests/bench/actiscope_bench --chart > rates$i.csv; done
  /usr/bin/python3 tests/bench/plot_scaling.py rates?.csv resources/screenshots/scaling.svg
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
    if len(sys.argv) < 3:
        sys.exit("two arguments are needed at least: the CSVs that were printed, and the picture to write")
    rates = {series: {} for series in [*PANELS, "sgemm"]}
    for path in sys.argv[1:-1]:
        with open(path, newline="", encoding="ascii") as file:
            for row in csv.DictReader(file):
                best = rates[row["series"]]
                best[float(row["x"])] = max(float(row["gflops"]), best.get(float(row["x"]), 0))
    (sgemm,) = rates["sgemm"].values()
    figure, axes = pyplot.subplots(1, len(PANELS), figsize=(11, 3.4), sharey=True, layout="constrained")
    for axis, (series, (title, label, logarithmic)) in zip(axes, PANELS.items()):
        axis.plot(*zip(*rates[series].items()), color="#0072b2", marker="o", markersize=4, linewidth=1.6)
        axis.axhline(sgemm, color="#6b7280", linestyle="--", linewidth=1.2)
        axis.set_title(title, fontsize=10)
        axis.set_xlabel(label)
        if logarithmic:
            axis.set_xscale("log")
            axis.xaxis.set_major_formatter(ticker.FuncFormatter(lambda x, _: f"{x:,.0f}"))
        axis.set_ylim(0, 1.08 * max(sgemm, *(rate for points in rates.values() for rate in points.values())))
        axis.grid(color="#e5e7eb")
        axis.spines[["top", "right"]].set_visible(False)
    axes[0].set_ylabel("GFLOP/s, ReLU and Leaky ReLU")
    axes[0].annotate("sgemm", (0.02, sgemm), xycoords=("axes fraction", "data"), ha="left", va="bottom", color="#6b7280", fontsize=9)
    figure.savefig(sys.argv[-1], metadata={"Date": None} if sys.argv[-1].endswith(".svg") else None)


if __name__ == "__main__":
    main()
