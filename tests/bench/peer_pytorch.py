#!/usr/bin/python3
"""What PyTorch takes for the default experiment: ReLU and Leaky ReLU on two moons, 100 full-batch epochs of Adam, two boundaries.

Debian 12: apt-get install python3-torch python3-sklearn, then /usr/bin/python3 tests/bench/peer_pytorch.py
It is the script of a lesson, run as one would write it: eager, one model after the other, on 1, 2 … threads. The last part is PyTorch at its
best: the training alone, two processes side by side, each with one thread. Prints one line a measurement, `name milliseconds`, medians.
"""
import statistics
import subprocess
import sys
import time

import numpy as np
import torch
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split
from torch import nn

EPOCHS = 100


def moons():
    x, y = make_moons(1000, noise=0.2, random_state=42)
    parts = train_test_split(x, y, test_size=0.2, random_state=42)
    train_x, test_x = (torch.tensor(part, dtype=torch.float32) for part in parts[:2])
    train_y, test_y = (torch.tensor(part) for part in parts[2:])
    return x, train_x, test_x, train_y, test_y


def network(activation):
    torch.manual_seed(42)
    return nn.Sequential(nn.Linear(2, 64), activation, nn.Linear(64, 64), activation, nn.Linear(64, 2))


def train(model, data):
    _, train_x, test_x, train_y, test_y = data
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(EPOCHS):
        model.train()
        optimizer.zero_grad()
        logits = model(train_x)
        loss = criterion(logits, train_y)
        loss.backward()
        optimizer.step()
        model.eval()
        with torch.no_grad():
            outputs = model(test_x)
            criterion(outputs, test_y).item()
            (outputs.argmax(1) == test_y).float().mean().item()


def boundary(model, points):
    low, high = points.min(axis=0) - 1, points.max(axis=0) + 1
    xx, yy = np.meshgrid(np.arange(low[0], high[0], 0.01), np.arange(low[1], high[1], 0.01))
    grid = torch.tensor(np.c_[xx.ravel(), yy.ravel()], dtype=torch.float32)
    with torch.no_grad():
        return model(grid).argmax(1).numpy().reshape(xx.shape)


def lesson(data):
    for activation in (nn.ReLU(), nn.LeakyReLU(0.01)):
        model = network(activation)
        train(model, data)
        boundary(model, data[0])


def training(data):
    for activation in (nn.ReLU(), nn.LeakyReLU(0.01)):
        train(network(activation), data)


def milliseconds(work, repeats):
    work()
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return 1e3 * statistics.median(seconds)


def worker(index):
    """One of two processes: trains its model each time it is told to, and says when it is done."""
    torch.set_num_threads(1)
    data = moons()
    activation = (nn.ReLU(), nn.LeakyReLU(0.01))[index]
    train(network(activation), data)
    print("ready", flush=True)
    for _ in sys.stdin:
        train(network(activation), data)
        print("done", flush=True)


def two_processes(repeats):
    workers = [subprocess.Popen([sys.executable, __file__, f"--worker={i}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
               for i in range(2)]

    def everyone_answers():
        for process in workers:
            process.stdout.readline()

    def round_():
        for process in workers:
            process.stdin.write("go\n")
            process.stdin.flush()
        everyone_answers()

    everyone_answers()
    result = milliseconds(round_, repeats)
    for process in workers:
        process.stdin.close()
        process.wait()
    return result


def main(threads=(1, 2), repeats=7):
    if len(sys.argv) == 2 and sys.argv[1].startswith("--worker="):
        worker(int(sys.argv[1].removeprefix("--worker=")))
        return
    if len(sys.argv) > 1:
        sys.exit(f"{sys.argv[1]}: not an option; none is accepted")
    data = moons()
    for count in threads:
        torch.set_num_threads(count)
        print(f"lesson_{count}_threads {milliseconds(lambda: lesson(data), repeats):.3f}", flush=True)
        print(f"training_{count}_threads {milliseconds(lambda: training(data), repeats):.3f}", flush=True)
    print(f"training_two_processes {two_processes(repeats):.3f}", flush=True)


if __name__ == "__main__":
    main()
