"""What the exact definitions in activations.py are made of: functions of mpmath's numbers, right for every double.

Those that make an activation of its parameters give two functions, the value and the derivative. The derivatives are found by hand; make_activation.py
compares them with mpmath's numerical ones.
"""
import struct

from mpmath import erfc, exp, expm1, log1p, mp, mpf, pi, sqrt

mp.dps = 400  # x beside 1e308, and differences of what agrees in hundreds of digits
FAR = 10**6  # the exponential of minus this is below every double


def single(x):
    """x, rounded to float."""
    return struct.unpack("f", struct.pack("f", x))[0]


def far_out(function, left, right, far=FAR):
    """The function, but left and right of ±far what it is there: for those of which mpmath makes too much, as exp(-exp(x))."""
    return lambda x: left(x) if x < -far else right(x) if x > far else function(x)


def zero(_):
    return mpf(0)


def one(_):
    return mpf(1)


def same(x):
    return x


def step(at):
    """1 right of `at`, else 0."""
    return lambda x: mpf(x > at)


def sigmoid(x):
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))


def softplus(x):
    return (x if x > 0 else 0) + log1p(exp(-abs(x)))


def density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def cdf(x):
    """Of the standard normal distribution."""
    return far_out(lambda inside: erfc(-inside / sqrt(2)) / 2, lambda far: density(far) / -far, one)(x)


def gate(x):
    """tanh(softplus(x)) without the difference of nearly equal numbers."""
    n = exp(x) * (exp(x) + 2)
    return n / (n + 2)


def line(negative_slope):
    return lambda x: x if x > 0 else negative_slope * x, lambda x: mpf(1) if x > 0 else mpf(negative_slope)


def clamp(low, high):
    return lambda x: min(max(x, mpf(low)), mpf(high)), lambda x: mpf(low < x < high)


def elu(alpha, scale=mpf(1), stretch=mpf(1)):
    return (lambda x: scale * x if x > 0 else scale * alpha * expm1(x / stretch),
            lambda x: scale if x > 0 else scale * alpha / stretch * exp(x / stretch))


def swish(beta):
    return (lambda x: x * sigmoid(beta * x),
            lambda x: sigmoid(beta * x) + beta * x * sigmoid(beta * x) * sigmoid(-beta * x))


def gelu_tanh():
    def bent(x):
        """The argument of the tanh in GELU's approximation."""
        return sqrt(2 / pi) * (x + mpf("0.044715") * x**3)

    def slope(x):
        u, du = bent(x), sqrt(2 / pi) * (1 + 3 * mpf("0.044715") * x**2)
        return sigmoid(2 * u) + x * sigmoid(2 * u) * sigmoid(-2 * u) * 2 * du

    return lambda x: x * sigmoid(2 * bent(x)), slope
