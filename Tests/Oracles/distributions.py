"""Reference numbers for distributions, by mpmath. Run in this folder: python3 distributions.py

Writes distributions.csv (function,x,a,b,value). x is taken as the double nearest to the printed number,
the arithmetic has 60 digits, the result is rounded to 17. a, b: degrees of freedom (empty if there are none).
Quantiles: x is the lower probability, itself a double. `upper`: the probability above x.
"""
from mpmath import mp, mpf, betainc, erfc, findroot, gammainc, nstr, sqrt

mp.dps = 60


def normal_upper(x):
    return erfc(x / sqrt(mpf(2))) / 2


def normal_cdf(x):
    return normal_upper(-x)


def t_upper(x, df):
    tail = betainc(df / 2, mpf(1) / 2, 0, df / (df + x * x), regularized=True) / 2
    return tail if x >= 0 else 1 - tail


def t_cdf(x, df):
    return t_upper(-x, df)


def f_upper(x, df1, df2):
    return betainc(df2 / 2, df1 / 2, 0, df2 / (df2 + df1 * x), regularized=True)


def chi_square_upper(x, df):
    return gammainc(df / 2, x / 2, regularized=True)


def quantile(cdf, p):
    """The x with cdf(x) = p, bracketed by bisection, finished by the secant method on the logarithm."""
    if p == mpf(1) / 2:
        return mpf(0)
    if p > mpf(1) / 2:
        return -quantile(cdf, 1 - p)  # symmetric; 1 - p is exact here
    low, high = mpf(-1), mpf(0)
    while cdf(low) > p:
        low *= 2
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if cdf(middle) < p else (low, middle)
    root = findroot(lambda x: mp.log(cdf(x) / p), (low, high), solver="secant", tol=mpf(10) ** -100)
    assert abs(cdf(root) / p - 1) < mpf(10) ** -45
    return root


def normal_quantile(p):
    return quantile(normal_cdf, p)


def t_quantile(p, df):
    return quantile(lambda x: t_cdf(x, df), p)


CASES = [
    (normal_cdf, [-37.5, -20, -8, -5, -3, -1.96, -1, -0.5, 0, 0.001, 0.5, 1, 1.959963984540054, 3, 5], [()]),
    (normal_upper, [5, 8, 20, 37.5], [()]),
    (normal_quantile, [1e-300, 1e-20, 1e-10, 1e-5, 0.001, 0.025, 0.1, 0.25, 0.5, 0.7, 0.9, 0.95, 0.975, 0.99, 0.995,
                       0.9999999], [()]),
    (t_cdf, [-40, -2.5, 0, 1e-8, 1], [(1,), (2,), (3.5,), (4,), (30,), (1000,)]),
    (t_upper, [0.5, 2, 10, 100], [(1,), (2,), (3.5,), (4,), (30,), (1000,)]),
    (t_quantile, [1e-10, 0.005, 0.1, 0.6, 0.9, 0.975, 0.9999], [(1,), (2,), (3.5,), (4,), (30,), (1000,)]),
    (f_upper, [0.1, 1, 4.5, 300], [(1, 3), (2, 10), (6, 9), (30, 200), (2.5, 1)]),
    (chi_square_upper, [0.01, 1, 5, 40, 600], [(1,), (2,), (4.5,), (30,), (500,)]),
]

with open("distributions.csv", "w") as out:
    out.write("function,x,a,b,value\n")
    for function, points, parameters in CASES:
        for parameter in parameters:
            for x in points:
                value = function(mpf(float(x)), *map(mpf, parameter))
                a, b = (*map(str, parameter), "", "")[:2]
                out.write(f"{function.__name__},{float(x)!r},{a},{b},{nstr(value, 17)}\n")
