"""Censored regression to 17 digits, by mpmath. Run in this folder after censored.R: python3 censored.py

Writes censored_exact.csv (model,term,quantity,value): the maximum of the likelihood of every model of censored.csv for the data in
censored_data.csv (the doubles nearest to the printed numbers), found by Newton's method with 40 digits from R's estimates,
with standard errors from the second derivatives. Terms and quantities are those of censored.csv.
"""
import csv
from mpmath import erfc, exp, inf, log, matrix, mp, mpf, nstr, pi, sqrt

mp.dps = 40


def density(z):
    return exp(-z * z / 2) / sqrt(2 * pi) if abs(z) < inf else mpf(0)


def upper(z):
    return mpf(0) if z == inf else mpf(1) if z == -inf else erfc(z / sqrt(mpf(2))) / 2


def terms_of(row, parameters):
    """The log-likelihood of a row (x, lower, upper) and its derivatives in the location and in log(scale)."""
    x, low, high = row
    location = sum(a * b for a, b in zip(x, parameters))
    scale = exp(parameters[-1])
    a, b = (low - location) / scale, (high - location) / scale
    if low == high:
        return log(density(a)) - log(scale), a / scale, a * a - 1
    p = upper(a) - upper(b) if a > 0 else upper(-b) - upper(-a)
    da, db = density(a), density(b)
    rise = (b * db if b < inf else 0) - (a * da if a > -inf else 0)
    return log(p), (da - db) / p / scale, -rise / p


def gradient(rows, parameters):
    g = [mpf(0)] * len(parameters)
    for row in rows:
        _, location, scale = terms_of(row, parameters)
        for j, x in enumerate(row[0]):
            g[j] += location * x
        g[-1] += scale
    return g


def information(rows, parameters):
    """Minus the second derivatives, by central differences that leave 25 digits."""
    n = len(parameters)
    h = matrix(n, n)
    for j in range(n):
        step = mpf(10) ** -13 * max(abs(parameters[j]), mpf(10) ** -3)
        ends = []
        for sign in (1, -1):
            moved = list(parameters)
            moved[j] += sign * step
            ends.append(gradient(rows, moved))
        for i in range(n):
            h[i, j] = (ends[1][i] - ends[0][i]) / (2 * step)
    return h


data = {}
for row in csv.DictReader(open("censored_data.csv")):
    columns = [mpf(float(row[c])) for c in ("x1", "x2", "x3") if row[c] != ""]
    data.setdefault(row["data"], []).append(([mpf(1)] + columns, mpf(float(row["lower"])), mpf(float(row["upper"]))))
reference = {}
for row in csv.DictReader(open("censored.csv")):
    reference.setdefault(row["model"], {})[row["term"], row["quantity"]] = row["value"]

with open("censored_exact.csv", "w") as out:
    out.write("model,term,quantity,value\n")
    for model, values in reference.items():
        name, distribution = model.split(" ")
        rows, jacobian = data[name], mpf(0)
        if distribution == "log-normal":
            jacobian = -sum(log(low) for _, low, high in rows if low == high)
            rows = [(x, log(low) if low > 0 else -inf, log(high)) for x, low, high in rows]
        terms = [term for term, quantity in values if quantity == "estimate"]
        parameters = [mpf(float(values[term, "estimate"])) for term in terms]
        parameters.append(log(mpf(float(values["model", "scale"]))))
        for _ in range(30):
            step = mp.lu_solve(information(rows, parameters), matrix(gradient(rows, parameters)))
            parameters = [a + b for a, b in zip(parameters, step)]
            if all(abs(b) <= mpf(10) ** -25 * (1 + abs(a)) for a, b in zip(parameters, step)):
                break
        else:
            raise SystemExit(f"{model}: no convergence")
        covariance = information(rows, parameters) ** -1
        total = sum(terms_of(row, parameters)[0] for row in rows) + jacobian
        result = [(term, "estimate", value) for term, value in zip(terms, parameters)]
        result += [("model", "scale", exp(parameters[-1])), ("model", "log_likelihood", total)]
        for i, term in enumerate(terms + ["Log(scale)"]):
            result.append((term, "std_error", sqrt(covariance[i, i])))
        for term, quantity, value in result:
            out.write(f"{model},{term},{quantity},{nstr(value, 17)}\n")
