#!/usr/bin/env python3
"""Learns how far the first months' share of a year lies from the calendar's, and how much it
changes from year to year; writes the Swift table of it.

usage: learn_year_shares.py MONTHLY_TRAIN.csv MONTHLY_META.csv ANNUAL_TRADE.csv.gz \\
         > Sources/TradeSeries/Nowcast/YearShares.swift

MONTHLY_TRAIN.csv: series_id,t,value, the training part of the M3 competition's monthly series;
MONTHLY_META.csv: series_id,n,h,freq,start,type, start as 1990:1. ANNUAL_TRADE.csv.gz:
series_id,t,value, annual bilateral trade, from which the usual size of a yearly change comes.

For the first m months of year t let y[t] = ln(part / year) - ln(m / 12). The model, as in
YearShare.swift:

    y[t] = mu + e[t]      mu ~ (0, tau^2)   tau^2 = level[m]^2 + (between[m] * sigma)^2
                          e  ~ (0, omega^2) omega = within[m] * sigma

sigma is the root mean square of the last ten yearly changes of the logarithm. The three numbers of
each m maximise the likelihood (Student's t, whose degrees of freedom are common to all m and were
found in the same way) of the shares of years that follow at least three known changes, with 0, 1, 3
and all earlier shares known; each series counts alike. Coverage is that of two-fold
cross-validation over series.
"""

import collections
import csv
import gzip
import sys

import numpy as np
from scipy import optimize, stats

KNOWN = [0, 1, 3, 99]
GRID = [1.5, 2, 2.5, 3, 4]


def read(file):
    series = collections.OrderedDict()
    for row in csv.DictReader(file):
        series.setdefault(row["series_id"], []).append(float(row["value"]))
    return series


def cases(series, start):
    """sigma and the matrix y[year, m], one row a target year with all earlier ones."""
    values = np.array(series[(1 - start) % 12 :])
    years = values[: len(values) // 12 * 12].reshape(-1, 12)
    if len(years) < 5 or (years <= 0).any():
        return []
    totals = years.sum(1)
    y = np.log(years.cumsum(1)[:, :11] / totals[:, None]) - np.log(np.arange(1, 12) / 12)
    changes = np.diff(np.log(totals))
    return [
        (np.sqrt((changes[max(0, t - 11) : t - 1] ** 2).mean()), y[: t + 1])
        for t in range(4, len(years))
    ]


def flatten(cases_of_series):
    """Per number of known shares: sigma, count, mean, sum of squares, outcome, weight."""
    tables = []
    for known in KNOWN:
        rows = []
        for series in cases_of_series:
            for sigma, y in series:
                past = y[:-1][-known:] if known else y[:0]
                k = len(past)
                mean = past.mean(0) if k else np.zeros(11)
                squares = ((past - mean) ** 2).sum(0) if k else np.zeros(11)
                rows.append((sigma, k, mean, squares, y[-1], 1 / len(series)))
        tables.append([np.array(column) for column in zip(*rows)])
    return tables


def predictive(table, m, parameters, freedom):
    """Centre, scale and degrees of freedom for each case; as in YearShare.swift."""
    level, between, within = np.exp(parameters)
    sigma, k, mean, squares = table[0], table[1], table[2][:, m], table[3][:, m]
    omega = (within * sigma) ** 2 + 1e-8
    omega = (freedom * omega + squares) / (freedom + np.maximum(k - 1, 0))
    tau = level**2 + (between * sigma) ** 2
    centre = k * tau / (k * tau + omega) * mean
    variance = omega + tau * omega / (k * tau + omega)
    return centre, np.sqrt(variance), freedom + np.maximum(k - 1, 0)


def loss(tables, m, parameters, freedom):
    total = 0
    for table in tables:
        centre, scale, df = predictive(table, m, parameters, freedom)
        total -= (table[5] * stats.t.logpdf((table[4][:, m] - centre) / scale, df)).sum()
        total += (table[5] * np.log(scale)).sum()
    return total


def fit(tables, m, freedom):
    start = np.log([0.03, 0.3, 0.5]) - 0.1 * m
    options = {"xatol": 1e-3, "fatol": 1e-3, "maxiter": 400}
    return optimize.minimize(
        lambda p: loss(tables, m, p, freedom), start, method="Nelder-Mead", options=options
    )


def main():
    with open(sys.argv[2]) as file:
        starts = {r["series_id"]: int(r["start"].split(":")[1]) for r in csv.DictReader(file)}
    with open(sys.argv[1]) as file:
        monthly = [cases(values, starts[name]) for name, values in read(file).items()]
    monthly = [series for series in monthly if series]
    with gzip.open(sys.argv[3], "rt") as file:
        annual = [np.array(values) for values in read(file).values()]
    sizes = [
        np.sqrt((np.diff(np.log(v))[-10:] ** 2).mean())
        for v in annual
        if len(v) > 3 and (v > 0).all()
    ]
    usual = float(np.median(sizes))

    tables = flatten(monthly)
    losses = [sum(fit(tables, m, f).fun for m in (2, 5, 8)) for f in GRID]
    freedom = GRID[int(np.argmin(losses))]
    print(f"losses by degrees of freedom: {dict(zip(GRID, np.round(losses, 1)))}", file=sys.stderr)
    learned = [np.exp(fit(tables, m, freedom).x) for m in range(11)]

    hits = np.zeros((len(KNOWN), 2, 11))
    below = np.zeros((len(KNOWN), 11))
    wild = np.zeros((2, 11))
    for fold in (0, 1):
        train, held = flatten(monthly[fold::2]), flatten(monthly[1 - fold :: 2])
        for m in range(11):
            p = fit(train, m, freedom).x
            for i, table in enumerate(held):
                centre, scale, df = predictive(table, m, p, freedom)
                z = np.abs(table[4][:, m] - centre) / scale
                weight = table[5] / table[5].sum() / 2
                for j, q in enumerate((0.9, 0.975)):
                    inside = z <= stats.t.ppf(q, df)
                    hits[i, j, m] += (weight * inside).sum()
                    if i == 0:
                        volatile = table[0] > 0.2
                        wild[j, m] += (weight * inside)[volatile].sum() / weight[volatile].sum() / 2
                low = table[4][:, m] - centre < -scale * stats.t.ppf(0.975, df)
                below[i, m] += (weight * low).sum()
    for i, known in enumerate(KNOWN):
        print(known, "known: 80 %", np.round(hits[i, 0], 3), "95 %", np.round(hits[i, 1], 3),
              "year larger", np.round(below[i], 3), file=sys.stderr)
    print("volatile:", np.round(wild, 3), file=sys.stderr)

    def numbers(values, digits):
        return ", ".join(f"{v:.{digits}f}" for v in values)

    def rows(values):
        return (f"    {numbers(values[:6], 4)},\n    {numbers(values[6:], 4)},")

    print("// Written by Benchmarks/learn_year_shares.py; not edited by hand.")
    print()
    print("/// How far the share of the first months of a year lies from that of the calendar, and how much")
    print("/// it changes from year to year, for the first month to the first eleven.")
    print("///")
    print(f"/// Learned from the training part of {len(monthly)} monthly series of the M3 competition; the usual change")
    print(f"/// is the median of {len(sizes)} series of annual trade between two countries, 1962 to 2016 (WITS, World")
    print("/// Bank and UN Comtrade; Kazakhstan and Viet Nam are not among them).")
    print("enum YearShares {")
    print(f"  static let seriesCount = {len(monthly)}")
    print("  /// The root mean square of yearly changes of the logarithm that is usual in bilateral trade.")
    print(f"  static let usualChange = {usual:.3f}")
    print("  /// Degrees of freedom with which the learned size of the changes enters.")
    print(f"  static let freedom = {freedom}.0")
    print("  /// The part of the distance from the calendar that every series has.")
    print("  static let level = [\n" + rows([p[0] for p in learned]) + "\n  ]")
    print("  /// The part of that distance that grows with the size of yearly changes.")
    print("  static let between = [\n" + rows([p[1] for p in learned]) + "\n  ]")
    print("  /// The change from year to year, in units of the size of yearly changes.")
    print("  static let within = [\n" + rows([p[2] for p in learned]) + "\n  ]")
    print("  /// How often the 95 % interval held in series that it was not learned from, without a known")
    print("  /// share and with three.")
    print("  static let coverages = [\n"
          + f"    [{numbers(hits[0, 1], 3)}],\n    [{numbers(hits[2, 1], 3)}],\n  ]")
    print("}")


main()
