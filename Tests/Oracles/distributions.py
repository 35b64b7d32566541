"""Reference numbers for distributions, by mpmath. Run in this folder: python3 distributions.py

Writes distributions.csv (function,x,a,b,value). x, a and b are taken as the doubles nearest to the printed numbers,
the arithmetic has 60 digits, the result is rounded to 17. a, b: the parameters (empty if there are none): degrees of
freedom; mean and standard deviation; shape and scale; trials and probability.
Quantiles: x is the lower probability, of an `upper_quantile` the probability above, itself a double.
`upper`: the probability above x. `log_density`: the natural logarithm of the density or of the probability of x.
"""
from mpmath import mp, mpf, betainc, binomial, erfc, findroot, gammainc, log, loggamma, nstr, pi, sqrt

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
    return gamma_higher(df / 2, x / 2)


def gamma_lower(a, x):
    """The regularised lower incomplete gamma function by its series, whose terms are all positive."""
    term = total = mp.exp(a * log(x) - x - loggamma(a + 1))
    k = 0
    while term > total * mp.eps or k < x - a:
        k += 1
        term *= x / (a + k)
        total += term
    return total


def gamma_higher(a, x):
    return gammainc(a, x, regularized=True) if x > a + 50 or a < 100 else 1 - gamma_lower(a, x)


def t_log_density(x, df):
    return loggamma((df + 1) / 2) - loggamma(df / 2) - log(df * pi) / 2 - (df + 1) / 2 * log(1 + x * x / df)


def f_cdf(x, df1, df2):
    return betainc(df1 / 2, df2 / 2, 0, df1 * x / (df2 + df1 * x), regularized=True)


def f_log_density(x, df1, df2):
    z = df1 * x / (df2 + df1 * x)
    return beta_log_density(z, df1 / 2, df2 / 2) + log(df1 * df2) - 2 * log(df2 + df1 * x)


def chi_square_cdf(x, df):
    return gamma_lower(df / 2, x / 2)


def chi_square_log_density(x, df):
    return gamma_log_density(x, df / 2, mpf(2))


def normal_log_upper(x):
    return mp.log1p(-normal_upper(-x)) if x < 0 else log(normal_upper(x))


def general_normal_upper(x, mean, deviation):
    return normal_upper((x - mean) / deviation)


def general_normal_log_density(x, mean, deviation):
    return -(((x - mean) / deviation) ** 2) / 2 - log(deviation) - log(2 * pi) / 2


def gamma_cdf(x, shape, scale):
    return gamma_lower(shape, x / scale)


def gamma_upper(x, shape, scale):
    return gamma_higher(shape, x / scale)


def gamma_log_density(x, shape, scale):
    return (shape - 1) * log(x / scale) - x / scale - loggamma(shape) - log(scale)


def beta_cdf(x, a, b):
    return betainc(a, b, 0, x, regularized=True)


def beta_upper(x, a, b):
    return betainc(b, a, 0, 1 - x, regularized=True)


def beta_log_density(x, a, b):
    return (a - 1) * log(x) + (b - 1) * log(1 - x) + loggamma(a + b) - loggamma(a) - loggamma(b)


def poisson_cdf(x, mean):
    return gamma_higher(x + 1, mean)


def poisson_upper(x, mean):
    return gamma_lower(x + 1, mean)


def poisson_log_density(x, mean):
    return x * log(mean) - mean - loggamma(x + 1)


def binomial_cdf(x, trials, probability):
    return betainc(trials - x, x + 1, 0, 1 - probability, regularized=True)


def binomial_upper(x, trials, probability):
    return betainc(x + 1, trials - x, 0, probability, regularized=True)


def binomial_log_density(x, trials, probability):
    return log(binomial(trials, x)) + x * log(probability) + (trials - x) * log(1 - probability)


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


def positive_quantile(probability, p, near=1):
    """The x > 0 with probability(x) = p for a monotone probability, by the secant method in the logarithm of x."""
    start, step = log(mpf(near)), mpf(1) / 4
    rising = probability(mp.exp(start + step)) > probability(mp.exp(start))
    below = (lambda u: probability(mp.exp(u)) < p) if rising else (lambda u: probability(mp.exp(u)) > p)
    low = high = start
    while not below(low):
        low, step = low - step, 2 * step
    step = mpf(1) / 4
    while below(high):
        high, step = high + step, 2 * step
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    root = findroot(lambda u: log(probability(mp.exp(u)) / p), (low, high), solver="secant", tol=mpf(10) ** -90)
    assert abs(probability(mp.exp(root)) / p - 1) < mpf(10) ** -45
    return mp.exp(root)


def f_quantile(p, df1, df2):
    return positive_quantile(lambda x: f_cdf(x, df1, df2), p)


def f_upper_quantile(q, df1, df2):
    return positive_quantile(lambda x: f_upper(x, df1, df2), q)


def chi_square_quantile(p, df):
    return positive_quantile(lambda x: chi_square_cdf(x, df), p, df)


def chi_square_upper_quantile(q, df):
    return positive_quantile(lambda x: chi_square_upper(x, df), q, df)


def gamma_quantile(p, shape, scale):
    return positive_quantile(lambda x: gamma_cdf(x, shape, scale), p, shape * scale)


def gamma_upper_quantile(q, shape, scale):
    return positive_quantile(lambda x: gamma_upper(x, shape, scale), q, shape * scale)


def beta_quantile(p, a, b):
    """x is sought as the odds x/(1 - x), which are any positive number."""
    odds = positive_quantile(lambda y: beta_cdf(y / (1 + y), a, b), p, a / b)
    return odds / (1 + odds)


def beta_upper_quantile(q, a, b):
    odds = positive_quantile(lambda y: betainc(b, a, 0, 1 / (1 + y), regularized=True), q, a / b)
    return odds / (1 + odds)


def t_upper_quantile(q, df):
    return -t_quantile(q, df)


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
    (normal_log_upper, [-30, -10, -3, -0.5, 0, 0.5, 1, 2, 3, 5, 8, 12, 20, 30, 37.5, 40, 100, 1e5], [()]),
    (general_normal_upper, [95, 180, 260.5, 700], [(100, 16), (174.34, 65.9)]),
    (general_normal_log_density, [95, 180, 260.5, 700], [(100, 16), (174.34, 65.9)]),
    (t_upper_quantile, [1e-200, 1e-20, 1e-6, 0.05], [(1,), (2,), (3.5,), (30,), (1000,)]),
    (t_log_density, [-40, -2.5, 0, 1e-8, 1, 1e5], [(1,), (2,), (3.5,), (30,), (1000,), (1e6,)]),
    (f_cdf, [0.001, 0.1, 1, 4.5], [(1, 3), (2, 10), (6, 9), (30, 200), (2.5, 1)]),
    (f_quantile, [1e-10, 0.05, 0.5, 0.95, 0.999], [(1, 3), (2, 10), (6, 9), (30, 200), (2.5, 1)]),
    (f_upper_quantile, [1e-100, 1e-10, 0.01, 0.5], [(1, 3), (2, 10), (6, 9), (30, 200), (2.5, 1)]),
    (f_log_density, [0.001, 0.5, 4.5, 300], [(1, 3), (2, 10), (6, 9), (30, 200), (2.5, 1)]),
    (chi_square_cdf, [0.01, 1, 5, 40], [(1,), (2,), (4.5,), (30,), (500,)]),
    (chi_square_quantile, [1e-10, 0.025, 0.5, 0.975, 0.9999], [(1,), (2,), (4.5,), (30,), (500,), (5000,)]),
    (chi_square_upper_quantile, [1e-200, 1e-20, 0.001, 0.5], [(1,), (2,), (4.5,), (30,), (500,), (5000,)]),
    (chi_square_log_density, [0.01, 1, 40, 600], [(1,), (2,), (4.5,), (30,), (500,)]),
    (gamma_cdf, [1e-6, 0.4, 3, 25, 990], [(0.3, 1), (1, 2), (4.5, 0.5), (40, 3), (1000, 1), (2e4, 0.05)]),
    (gamma_upper, [1e-6, 0.4, 3, 25, 990, 1500], [(0.3, 1), (1, 2), (4.5, 0.5), (40, 3), (1000, 1), (2e4, 0.05)]),
    (gamma_quantile, [1e-10, 0.1, 0.5, 0.99], [(0.3, 1), (1, 2), (4.5, 0.5), (40, 3), (1000, 1), (2e4, 0.05)]),
    (gamma_upper_quantile, [1e-100, 1e-10, 0.01, 0.5], [(0.3, 1), (1, 2), (4.5, 0.5), (40, 3), (1000, 1)]),
    (gamma_log_density, [1e-6, 0.4, 3, 25, 990], [(0.3, 1), (1, 2), (4.5, 0.5), (40, 3), (1000, 1), (2e4, 0.05)]),
    (beta_cdf, [1e-8, 0.03, 0.5, 0.93], [(0.5, 0.5), (1, 3), (2.5, 1.5), (30, 12), (400, 3000)]),
    (beta_upper, [1e-8, 0.03, 0.5, 0.93], [(0.5, 0.5), (1, 3), (2.5, 1.5), (30, 12), (400, 3000)]),
    (beta_quantile, [1e-10, 0.1, 0.5, 0.99], [(0.5, 0.5), (1, 3), (2.5, 1.5), (30, 12), (400, 3000)]),
    (beta_upper_quantile, [1e-10, 0.01, 0.5, 0.8], [(0.5, 0.5), (1, 3), (2.5, 1.5), (30, 12), (400, 3000)]),
    (beta_log_density, [1e-8, 0.03, 0.5, 0.93], [(0.5, 0.5), (1, 3), (2.5, 1.5), (30, 12), (400, 3000)]),
    (poisson_cdf, [0, 1, 7, 60, 500], [(0.2,), (3.5,), (55,), (480,)]),
    (poisson_upper, [0, 1, 7, 60, 500], [(0.2,), (3.5,), (55,), (480,)]),
    (poisson_log_density, [0, 1, 7, 60, 500, 1000000], [(0.2,), (3.5,), (55,), (480,), (1e6,)]),
    (binomial_cdf, [0, 1, 5, 9], [(10, 0.5), (12, 0.03), (400, 0.02), (5000, 0.001)]),
    (binomial_upper, [0, 1, 5, 9], [(10, 0.5), (12, 0.03), (400, 0.02), (5000, 0.001)]),
    (binomial_log_density, [0, 1, 5, 10], [(10, 0.5), (12, 0.03), (400, 0.02), (5000, 0.001), (1000000, 1e-5)]),
]

with open("distributions.csv", "w") as out:
    out.write("function,x,a,b,value\n")
    for function, points, parameters in CASES:
        for parameter in parameters:
            for x in points:
                value = mp.re(function(mpf(float(x)), *map(mpf, parameter)))
                a, b = (*map(str, parameter), "", "")[:2]
                out.write(f"{function.__name__},{float(x)!r},{a},{b},{nstr(value, 17)}\n")
