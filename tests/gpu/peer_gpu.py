#!/usr/bin/env python3
"""What PyTorch and JAX take for the steps that bench_device.cpp measures, on the GPU that they find: many models at once, as either does it best.

PyTorch: torch.func.vmap over the models, a CUDA graph of a step, eager and compiled. JAX: jit of a scan over the steps of a vmap. Adam at 0.01, float32 in full
precision; half of the models ReLU, half Leaky ReLU. No test set is evaluated, which Actiscope does after each epoch. Prints one line of JSON, what takes how many
milliseconds a step of the whole cohort; what is not installed, or fails, is named on standard error and left out.

    python3 tests/gpu/peer_gpu.py [--quick] [--cpu]      --quick: tiny sizes; --cpu: also where there is no GPU
"""
import json
import os
import sys
import time

# name: models, widths, training samples, batch
CASES = {
    "2": (2, (2, 64, 64, 2), 800, 800),
    "64": (64, (2, 64, 64, 2), 800, 800),
    "1024": (1024, (2, 64, 64, 2), 800, 800),
    "784-128-10": (64, (784, 128, 10), 6400, 32),
    "8x512": (2, (2,) + 8 * (512,) + (2,), 800, 800),
}
QUICK = {
    "2": (2, (2, 8, 8, 2), 40, 40),
    "64": (4, (2, 8, 8, 2), 40, 40),
    "784-128-10": (2, (12, 8, 10), 64, 32),
}
GRID = (602, 448)
RATE = 0.01


def say(text):
    print(text, file=sys.stderr, flush=True)


def least(work, steps, rounds=5):
    """Milliseconds a step: the least of some rounds, after one that nobody counts."""
    work()
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return 1e3 * best / steps


def steps_of(case, quick):
    models, _, samples, batch = case
    if quick:
        return 4
    return samples // batch if batch < samples else 50 if models > 500 else 200


def measured(cases, quick, measure):
    found = {}
    for name, case in cases.items():
        try:
            found[name] = measure(case, steps_of(case, quick))
        except Exception as error:  # one that does not fit or does not compile leaves the others
            say(f"{name}: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}")
    return found


def torch_speeds(cases, quick, allow_cpu):
    try:
        import torch
    except ImportError:
        say("peers: PyTorch is not installed, skipped")
        return {}
    if not torch.cuda.is_available() and not allow_cpu:
        say("peers: PyTorch finds no GPU, skipped")
        return {}
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.backends.cuda.matmul.allow_tf32 = False

    def loss_of(parameters, slope, x, labels):
        for i in range(0, len(parameters) - 2, 2):
            z = x @ parameters[i] + parameters[i + 1]
            x = torch.where(z > 0, z, slope * z)
        logits = x @ parameters[-2] + parameters[-1]
        return torch.nn.functional.cross_entropy(logits, labels)

    gradient = torch.func.vmap(torch.func.grad_and_value(loss_of), in_dims=(0, 0, None, None))

    def begin(case):
        models, widths, samples, _ = case
        torch.manual_seed(1)
        parameters = []
        for a, b in zip(widths, widths[1:]):
            parameters += [torch.randn(models, a, b, device=device) * (2 / a) ** 0.5, torch.zeros(models, b, device=device)]
        moments = [torch.zeros_like(p) for p in parameters], [torch.zeros_like(p) for p in parameters]
        slope = torch.tensor([0.0, 0.01], device=device).repeat(models // 2)
        x = torch.rand(samples, widths[0], device=device)
        labels = torch.randint(widths[-1], (samples,), device=device)
        return parameters, moments, slope, x, labels, torch.zeros((), device=device)

    def step(parameters, moments, slope, x, labels, count):
        gradients, loss = gradient(tuple(parameters), slope, x, labels)
        count += 1
        first, second = 1 - 0.9 ** count, 1 - 0.999 ** count
        for p, m, v, g in zip(parameters, *moments, gradients):
            m.mul_(0.9).add_(g, alpha=0.1)
            v.mul_(0.999).addcmul_(g, g, value=0.001)
            p.sub_(RATE * (m / first) / ((v / second).sqrt() + 1e-8))
        return loss

    def wait():
        if device == "cuda":
            torch.cuda.synchronize()

    def measure(step_function):
        def measured_case(case, steps):
            _, _, samples, batch = case
            parameters, moments, slope, x, labels, count = begin(case)
            if batch < samples:  # a batch has a place of its own, which the graph reads
                own_x, own_labels = x[:batch].clone(), labels[:batch].clone()
            else:
                own_x, own_labels = x, labels
            once = lambda: step_function(parameters, moments, slope, own_x, own_labels, count)
            if device == "cuda":
                side = torch.cuda.Stream()
                with torch.cuda.stream(side):
                    for _ in range(3):
                        once()
                wait()
                graph = torch.cuda.CUDAGraph()
                with torch.cuda.graph(graph):
                    once()
                once = graph.replay

            def work():
                for i in range(steps):
                    if batch < samples:
                        begin_at = (i * batch) % (samples - batch + 1)
                        own_x.copy_(x[begin_at : begin_at + batch])
                        own_labels.copy_(labels[begin_at : begin_at + batch])
                    once()
                wait()

            return least(work, steps)

        return measured_case

    def boundary(case_points):
        width, height = case_points
        parameters, _, slope, _, _, _ = begin((2, (2, 64, 64, 2), 8, 8))
        points = torch.rand(width * height, 2, device=device)

        def work():
            with torch.no_grad():
                y = points
                for i in range(0, len(parameters) - 2, 2):
                    y = torch.relu(y @ parameters[i][0] + parameters[i + 1][0])
                (y @ parameters[-2][0] + parameters[-1][0]).cpu()

        return least(work, 1, 20)

    found = {"PyTorch, vmap" + (", CUDA graph" if device == "cuda" else ""): measured(cases, quick, measure(step))}
    found[next(iter(found))]["boundary"] = boundary((20, 20) if quick else GRID)
    try:
        found["PyTorch, compiled"] = measured(cases, quick, measure(torch.compile(step)))
    except Exception as error:
        say(f"peers: torch.compile: {error}")
    return {name: table for name, table in found.items() if table}


def jax_speeds(cases, quick, allow_cpu):
    os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")
    try:
        import jax
        import jax.numpy as jnp
    except ImportError:
        say("peers: JAX is not installed, skipped")
        return {}
    if jax.default_backend() == "cpu" and not allow_cpu:
        say("peers: JAX finds no GPU, skipped")
        return {}
    jax.config.update("jax_default_matmul_precision", "highest")

    def loss_of(parameters, slope, x, labels):
        for w, b in parameters[:-1]:
            z = x @ w + b
            x = jnp.where(z > 0, z, slope * z)
        logits = x @ parameters[-1][0] + parameters[-1][1]
        return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(logits), labels[:, None], axis=1))

    gradient = jax.vmap(jax.value_and_grad(loss_of), in_axes=(0, 0, None, None))

    def measure(case, steps):
        models, widths, samples, batch = case
        key = jax.random.PRNGKey(1)
        parameters = [(jax.random.normal(key, (models, a, b)) * (2 / a) ** 0.5, jnp.zeros((models, b))) for a, b in zip(widths, widths[1:])]
        zeros = jax.tree_util.tree_map(jnp.zeros_like, parameters)
        slope = jnp.tile(jnp.array([0.0, 0.01]), models // 2)
        x = jax.random.uniform(key, (samples, widths[0]))
        labels = jax.random.randint(key, (samples,), 0, widths[-1])

        def step(state, number):
            values, first, second, count = state
            begin = (number * batch) % (samples - batch + 1)
            loss, gradients = gradient(values, slope, jax.lax.dynamic_slice_in_dim(x, begin, batch), jax.lax.dynamic_slice_in_dim(labels, begin, batch))
            count = count + 1
            first = jax.tree_util.tree_map(lambda m, g: 0.9 * m + 0.1 * g, first, gradients)
            second = jax.tree_util.tree_map(lambda v, g: 0.999 * v + 0.001 * g * g, second, gradients)
            adam = lambda p, m, v: p - RATE * (m / (1 - 0.9**count)) / (jnp.sqrt(v / (1 - 0.999**count)) + 1e-8)
            return (jax.tree_util.tree_map(adam, values, first, second), first, second, count), loss

        run = jax.jit(lambda state: jax.lax.scan(step, state, jnp.arange(steps)))
        state = (parameters, zeros, zeros, jnp.zeros(()))
        return least(lambda: jax.block_until_ready(run(state)), steps)

    return {"JAX, jit, scan, vmap": measured(cases, quick, measure)}


def main():
    options = sys.argv[1:]
    unknown = [each for each in options if each not in ("--quick", "--cpu")]
    if unknown:
        sys.exit(f"{unknown[0]}: not an option; accepted: --quick, --cpu")
    quick, allow_cpu = "--quick" in options, "--cpu" in options
    cases = QUICK if quick else CASES
    found = {}
    for speeds in (torch_speeds, jax_speeds):
        try:
            found.update(speeds(cases, quick, allow_cpu))
        except Exception as error:
            say(f"peers: {speeds.__name__}: {error}")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
