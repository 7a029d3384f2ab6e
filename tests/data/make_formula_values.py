#!/usr/bin/python3
"""Computes formula_values.csv: values and derivatives of formulas by a second hand (mpmath, 60 digits).

Debian 12: apt-get install python3-mpmath, then /usr/bin/python3 tests/data/make_formula_values.py
Each function is written here from its definition, and beside it all the ways to type it that have to give the same.
"""
import csv
import pathlib

from mpmath import (acos, acosh, asin, asinh, atan, atanh, cbrt, cos, cosh, diff, e, erf, erfc, exp, expm1, log, log1p, mp, mpf,
                    pi, power, sign, sin, sinh, sqrt, tan, tanh)

mp.dps = 60
FAR = [1e-3, 0.7, 1, 30, 700, 750, 1e5]
NEAR = [0.013, 0.7, 1.3, 2.9, 5.1]
WIDE = [s * m for m in (0.013, 0.7, 3, 9.5, 11, 30) for s in (-1, 1)]
MIDDLE = [s * m for m in (0.7, 3, 30, 400) for s in (-1, 1)]
POSITIVE = [0.013, 0.7, 3, 30, 400, 800, 1e5]
BOTH = [s * m for m in FAR for s in (-1, 1)]
AROUND = [s * m for m in NEAR for s in (-1, 1)]


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return log1p(exp(x)) if x < 0 else x + log1p(exp(-x))


def cdf(x):
    return erfc(-x / sqrt(mpf(2))) / 2


#: function, places, ways to type it
STABLE = [
    (softplus, ["softplus(x)", "log(1+exp(x))", "log(exp(x)+1)", "log1p(exp(x))", "ln(1+e^x)", "-log(sigmoid(-x))", "x+log(1+exp(-x))",
                "-log(1/(1+exp(x)))", "log(1 + exp(x)^2)/2 + softplus(x) - softplus(2x)/2"]),
    (sigmoid, ["1/(1+exp(-x))", "(1+exp(-x))^-1", "1/(exp(-x)+1)", "exp(x)/(1+exp(x))", "exp(x)/(exp(x)+1)", "(exp(x)+1)^-1*exp(x)", "1-1/(1+exp(x))",
               "1-sigmoid(-x)", "0.5+0.5*tanh(x/2)", "(1+tanh(x/2))/2", "2/(2+2*exp(-x))", "exp(x/2)/(exp(x/2)+exp(-x/2))", "1 - exp(-x)/(1+exp(-x))",
               "exp(-log(1+exp(-x)))", "exp(2x)/(exp(x)+exp(2x))"]),
    (lambda x: x * sigmoid(x), ["x*exp(x)/(1+exp(x))", "x*(exp(x)/(1+exp(x)))", "exp(x)*x/(exp(x)+1)", "x/(1+exp(-x))", "x(1+exp(-x))^-1", "exp(x)*(x/(1+exp(x)))",
                                "x - x/(1+exp(x))", "0.5x + 0.5x*tanh(0.5x)", "x*1/(1+1/exp(x))", "(x/2)*(1+tanh(x/2))"]),
    (tanh, ["(exp(x)-exp(-x))/(exp(x)+exp(-x))", "(exp(2x)-1)/(exp(2x)+1)", "1-2/(1+exp(2x))", "2/(1+exp(-2x))-1", "2*sigmoid(2x)-1", "sinh(x)/cosh(x)",
            "(1-exp(-2x))/(1+exp(-2x))", "-expm1(-2x)/(1+exp(-2x))", "sinh x * 1/cosh x", "(e^x-e^-x)*(e^x+e^-x)^-1"]),
    (lambda x: x * tanh(softplus(x)), ["x*tanh(log(1+exp(x)))", "x*tanh(softplus(x))", "tanh(ln(e^x+1))x", "x*((1+exp(x))^2-1)/((1+exp(x))^2+1)", "mish(x)"]),
    (lambda x: sigmoid(x) * sigmoid(-x), ["sigmoid(x)*(1-sigmoid(x))", "sigmoid(x)-sigmoid(x)^2", "exp(-x)/(1+exp(-x))^2", "exp(x)/(1+exp(x))^2", "1/(exp(x)+2+exp(-x))",
                                          "1/(4*cosh(x/2)^2)", "(1-tanh(x/2)^2)/4"]),
    (lambda x: softplus(-2 * x) + x, ["log(exp(x)+exp(-x))", "log(2*cosh(x))", "x+log(1+exp(-2x))", "log(cosh(x)) + log(2)"]),
    (lambda x: expm1(x) if x < 600 else exp(x) - 1, ["exp(x)-1", "-1+exp(x)", "e^x-1", "2exp(x)-1-exp(x)"]),
    (lambda x: 1 / cosh(x), ["2/(exp(x)+exp(-x))", "1/cosh(x)", "sech x", "2exp(x)/(exp(2x)+1)", "2*exp(-x)/(1+exp(-2x))"]),
    (lambda x: x * cdf(x), ["0.5x(1+erf(x/sqrt(2)))", "0.5*x+0.5*x*erf(x/√2)", "x*erfc(-x/sqrt(2))/2", "gelu(x)", "x - x*Φ(-x)", "x(1-erfc(x/sqrt 2)/2)"]),
    (lambda x: exp(x) / (1 + exp(x) + exp(2 * x)), ["exp(x)/(1+exp(x)+exp(2x))", "1/(exp(-x)+1+exp(x))", "exp(x)/(exp(2x)+(exp(x)+1))"]),
    (lambda x: exp(x) / (x * x + exp(x)), ["exp(x)/(x^2+exp(x))", "1/(x²exp(-x)+1)", "exp(x)*(exp(x)+x*x)^-1"]),
]

#: erfc beside exponentials: what neither overflows nor is lost
ERFC = [
    (lambda x: erfc(x) * exp(x * x), ["erfc(x)*exp(x^2)", "exp(x*x)erfc(x)", "erfc(x)/exp(-x²)"]),
    (lambda x: erfc(-x) * exp(x * x), ["erfc(-x)*exp(x^2)"]),
    (lambda x: log(erfc(x)), ["log(erfc(x))", "ln(erfc(x)/2)+log(2)", "log(1-erf(x))", "log(2)+log(0.5*erfc(x))", "-log(1/erfc(x))"]),
    (lambda x: log(x * x * erfc(x)), ["log(x^2*erfc(x))"]),
    (lambda x: log(cdf(x)), ["log(erfc(-x/sqrt(2))/2)", "log(0.5*(1+erf(x/sqrt(2))))"]),
    (lambda x: exp(-x * x / 2) / cdf(-x), ["2*exp(-x^2/2)/(1-erf(x/sqrt(2)))"]),
    (lambda x: exp(-x * x / 2) / erfc(x / sqrt(mpf(2))), ["exp(-x²/2)/erfc(x/√2)"]),
    (lambda x: erfc(x) * sigmoid(x), ["erfc(x)*sigmoid(x)"]),
]

#: Roots of what overflows where they do not, and constants beyond 1e30 on the way
ROOTS = [
    (lambda x: sqrt(1 + exp(2 * x)) / exp(x), ["sqrt(1+exp(2*x))/exp(x)", "(exp(2x)+1)^0.5*exp(-x)"]),
    (lambda x: sqrt(1 + exp(-4 * x)) * exp(x), ["sqrt(1+exp(-4*x))*exp(x)"]),
    (lambda x: sqrt(cosh(x)) / exp(x), ["sqrt(cosh(x))/exp(x)", "cosh(x)^0.5*e^-x"]),
    (lambda x: exp(x) / sqrt(1 + exp(2 * x)), ["exp(x)/sqrt(1+exp(2*x))", "1/sqrt(1+exp(-2x))", "exp(x)*(1+exp(2x))^-0.5"]),
    (lambda x: x / sqrt(1 + exp(-2 * x)), ["x/sqrt(1+exp(-2*x))", "x*exp(x)/sqrt(exp(2x)+1)"]),
    (lambda x: exp(x) * power(1 + exp(-2 * x), mpf("0.75")), ["exp(x)*(1+exp(-2x))^0.75"]),
    (lambda x: power(cosh(x), -100), ["cosh(x)^-100", "sech(x)^100", "1/cosh(x)^100"]),
    (lambda x: exp(x) * power(cosh(x), -100), ["exp(x)*cosh(x)^-100", "exp(x)*sech(x)^100"]),
    (lambda x: exp(50 * x) * power(cosh(x), -50), ["exp(50x)*cosh(x)^-50"]),
    (lambda x: sqrt(1 + exp(-2 * x)), ["sqrt(1+exp(-2*x))", "(1+exp(-2x))^0.5", "sqrt(1+1/exp(x)^2)"]),
    (lambda x: power(1 + exp(3 * x), mpf(1) / 3), ["cbrt(1+exp(3x))", "cbrt(exp(x)^3+1)"]),
    (lambda x: power(x * x + exp(4 * x), mpf("0.25")), ["sqrt(sqrt(x^2+exp(4x)))", "(x²+exp(4x))^0.25"]),
    (lambda x: sqrt(exp(2 * x) + x * exp(x) + 3 * cosh(x)), ["sqrt(exp(2x)+x*exp(x)+3cosh(x))"]),
    (lambda x: x / sqrt(x * x + exp(-2 * x)), ["x/sqrt(x^2+exp(-2x))", "x*(x²+e^(-2x))^-0.5"]),
    (lambda x: sqrt(3 * exp(-2 * x)), ["sqrt(3*exp(-2x))", "(3/exp(x)^2)^0.5", "1/(exp(2x)/3)^0.5"]),
    (lambda x: exp(x), ["cbrt(exp(3x))", "sqrt(sqrt(exp(4x)))", "(exp(-4x))^-0.25"]),
    (lambda x: sqrt(cosh(x)), ["sqrt(cosh(x))", "cosh(x)^0.5"]),
    (lambda x: sign(x) * power(abs(sinh(x)), mpf(1) / 3), ["cbrt(sinh(x))"]),
    (lambda x: power(1 + sinh(x) ** 2 + x * x, mpf("0.3")), ["(sinh(x)*sinh(x)+1+x²)^0.3"]),
    (lambda x: sqrt(abs(x) + abs(sinh(x))), ["sqrt(abs(x+sinh(x)))"]),
    (lambda x: power(2 * exp(x / 100), 100), ["(2*exp(x/100))^100", "(-2*exp(x/100))^100"]),
    (lambda x: power(2 * exp(x), -100), ["(2*exp(x))^-100"]),
    (lambda x: -power(1000 * exp(x), -99), ["(-1000exp(x))^-99"]),
    (lambda x: x * power(3 * cosh(x / 100), 100), ["x*(3cosh(x/100))^100"]),
    (lambda x: 100 * log(cosh(x)), ["log(cosh(x)^100)", "-log(sech(x)^100)"]),
]

#: Logarithms of differences, where they have one
DIFFERENCES = [
    (lambda x: x + log(-expm1(-x)), ["log(exp(x)-1)", "ln(-1+e^x)", "log(expm1(x))", "log1p(exp(x)-2)", "log(2exp(x)-2)-log(2)"]),
    (lambda x: x + log(-expm1(-2 * x)), ["log(exp(x)-exp(-x))", "log(sinh(x))+log(2)", "log(2*sinh(x))"]),
    (lambda x: 2 * x + log(-expm1(-x)), ["log(exp(2*x)-exp(x))", "log(exp(x)*(exp(x)-1))"]),
    (lambda x: 2 * (x + log(-expm1(-x))), ["log((exp(x)-1)^2)", "2log|exp(x)-1|"]),
    (lambda x: log(x) + x + log(-expm1(-x)), ["log(x*(exp(x)-1))", "log(x*exp(x)-x)"]),
    (lambda x: (x + log(-expm1(-x))) / log(mpf(10)), ["log10(exp(x)-1)"]),
]

TYPED = [
    (lambda x: 2 * x, ["2x", "2 x", "x+x", "x*2"]),
    (lambda x: x * (x + 1), ["x(x+1)", "(x)(x+1)", "x²+x"]),
    (lambda x: sin(x) * cos(x), ["sin(x)cos(x)", "sin x cos x", "0.5sin 2x", "sin(2x)/2"]),
    (lambda x: 2 * pi * x, ["2pi x", "2π x", "2 PI X"]),
    (lambda x: sin(x) ** 2, ["sin²x", "sin^2 x", "sin(x)^2", "(sin x)²"]),
    (lambda x: sin(x * x), ["sin x^2", "sin x²", "sin(x²)"]),
    (lambda x: x / 2, ["1/2x", "x/2", "0.5 x"]),
    (lambda x: power(2, x * x), ["2^x^2", "2^x²", "2^(x²)", "exp2(x²)"]),
    (lambda x: -x * x, ["-x²", "-x^2", "-(x²)", "−x·x"]),
    (lambda x: exp(-x), ["e^-x", "exp(-x)", "exp -x", "1/exp(x)", "EXP(-X)"]),
    (lambda x: e**2 * x, ["e^2x", "e²x"]),
    (abs, ["|x|", "abs(x)", "||x||", "|-x|"]),
    (lambda x: abs(abs(x) - 1), ["||x|-1|", "|abs(x)-1|"]),
    (lambda x: 2 * x * abs(x), ["2x|x|", "2|x|x"]),
    (lambda x: sqrt(abs(x)), ["√|x|", "sqrt|x|", "abs(x)^0.5", "√(abs x)"]),
    (lambda x: log(abs(x)), ["ln|x|", "log(|x|)", "ln(abs(x))"]),
    (lambda x: log(abs(x)) / log(mpf(10)), ["log10|x|", "lg|x|"]),
    (lambda x: log(abs(x)) / log(mpf(2)), ["log2|x|", "LOG2(abs(x))"]),
    (sign, ["sgn(x)", "sign(x)", "signum x"]),
    (lambda x: mpf(x > 0), ["heaviside(x)", "step(x)", "x>0", "(x>0)*1", "x > 0 ? 1 : 0", "where(x>0,1,0)", "not x <= 0", "!(x<=0)"]),
    (lambda x: erfc(x), ["erfc(x)", "1-erf(x)"]),
    (lambda x: asin(x / 6), ["asin(x/6)", "arcsin(x/6)"]),
    (lambda x: acos(x / 6), ["acos(x/6)", "arccos(x/6)"]),
    (atan, ["atan(x)", "arctan x"]),
    (asinh, ["asinh(x)", "arsinh x"]),
    (lambda x: acosh(x * x + 1.5), ["acosh(x²+1.5)"]),
    (lambda x: atanh(x / 6), ["atanh(x/6)"]),
    (lambda x: sign(x) * cbrt(abs(x)), ["cbrt(x)", "cbrt x"]),
    (lambda x: mp.floor(x), ["floor(x)", "-ceil(-x)"]),
    (lambda x: mp.ceil(x), ["ceil(x)", "ceiling x"]),
    (lambda x: mp.nint(x), ["round(x)"]),
    (lambda x: max(mpf(-1), min(mpf(2), x)), ["clamp(x,-1,2)", "clip(x,-1,2)", "min(max(x,-1),2)", "-1<x<2 ? x : x<=-1 ? -1 : 2"]),
    (lambda x: mpf(0 < x < 2), ["0<x<2", "x>0 && x<2", "x>0 and x<2", "(x>0)*(x<2)", "(0<x)&(x<2)", "not (x<=0 or x>=2)"]),
    (lambda x: mpf(x < -1 or x > 2), ["x < -1 or x > 2", "x<-1 || x>2", "(x<-1)|(x>2)", "!(-1<=x<=2)"]),
    (lambda x: x * (x > 0), ["(x>0)*x", "(x>0)x", "where(x>0,x,0)", "if(x>0,x,0)", "ReLU(x)", "x>0?x:0", "max(0,x)", "x≠0 and x>0 ? x : 0"]),
    (lambda x: tan(x) + 1 / cosh(x), ["tan(x) + sech(x)", "sin x/cos x + 1/cosh x"]),
    (lambda x: sinh(x), ["sinh(x)", "(exp(x)-exp(-x))/2"]),
]


def row(writer, writing, f, x):
    x = mpf(x)
    with mp.workdps(800 if abs(x) < 1000 else 60):  # 1 - 1e-304 is not 1
        value, slope = f(x), diff(f, x)
    writer.writerow([writing, repr(float(x)), repr(float(value)), repr(float(slope))])


def main():
    with open(pathlib.Path(__file__).parent / "formula_values.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["formula", "x", "value", "derivative"])
        for group, places in ((STABLE, BOTH), (TYPED, AROUND), (ROOTS, MIDDLE), (ERFC, WIDE), (DIFFERENCES, POSITIVE)):
            for f, writings in group:
                for writing in writings:
                    for x in places:
                        row(writer, writing, f, x)


main()
