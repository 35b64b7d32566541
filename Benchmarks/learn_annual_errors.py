#!/usr/bin/env python3
"""Learns how far annual trade turns out from the method `auto`, and writes the Swift table of it.

usage: learn_annual_errors.py TRAINING.csv.gz > Sources/TradeSeries/Methods/AnnualErrors.swift

TRAINING.csv.gz: series_id,t,value, annual bilateral trade flows. Windows of n values and ten more
are drawn from every series (each series counts alike); errors are divided by the scale that
`AnnualFit.swift` defines; their quantiles by length and horizon are the table. Two-fold
cross-validation over series gives the coverage of the 95 % interval, horizons 1 to 4.
"""

import collections
import csv
import gzip
import sys

import numpy as np

LENGTHS = [1, 2, 3, 4, 5, 6, 8, 12, 20, 30]  # each stands for itself and up to the next
PROBABILITIES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 0.99, 0.995]
HORIZON, DRAWS, SEED = 10, 6, 2016


def drift_share(n):
    """The part of the mean change that the point forecast follows; as in AnnualFit.swift."""
    return 0 if n < 8 else 0.25 if n < 13 else 0.5


def point_and_scale(past):
    """The point forecasts and the scale of windows, one a row; as in AnnualFit.swift."""
    n = past.shape[1]
    last, level = past[:, -1], np.abs(past).mean(1)
    if n == 1:
        return np.repeat(last[:, None], HORIZON, 1), 0.1 * level
    size = np.abs(np.diff(past, axis=1))
    middle = (np.abs(past[:, 1:]) + np.abs(past[:, :-1])) / 2
    relative = np.where(middle > 0, size / np.where(middle > 0, middle, 1), 0).mean(1)
    change = size.mean(1)
    # Few changes say little of their size; more of them are trusted where they are small.
    floor = level / 10 if n < 4 else np.clip(change / 2, level / 100, level / 10)
    scale = 0.5 * change + 0.5 * np.abs(last) * relative + floor
    slope = drift_share(n) * (last - past[:, 0]) / (n - 1)
    return last[:, None] + slope[:, None] * np.arange(1, HORIZON + 1), scale


def windows(series, n, generator):
    drawn = []
    for values in series:
        room = len(values) - n - HORIZON + 1
        if room >= 1:
            for start in generator.integers(0, room, DRAWS):
                drawn.append(values[start : start + n + HORIZON])
    drawn = np.array(drawn)
    return drawn[:, :n], drawn[:, n:]


def scaled_errors(series, n, generator):
    past, future = windows(series, n, generator)
    point, scale = point_and_scale(past)
    used = scale > 0
    return (future[used] - point[used]) / scale[used, None]


def main():
    series = collections.OrderedDict()
    with gzip.open(sys.argv[1], "rt") as file:
        for row in csv.DictReader(file):
            series.setdefault(row["series_id"], []).append(float(row["value"]))
    series = list(series.values())
    generator = np.random.default_rng(SEED)
    tables, coverages = [], []
    for n in LENGTHS:
        errors = scaled_errors(series, n, generator)
        tables.append(np.quantile(errors, PROBABILITIES, axis=0).T)
        inside = []
        for fold in (0, 1):
            learned = scaled_errors(series[fold::2], n, generator)
            low, high = np.quantile(learned, [0.025, 0.975], axis=0)
            held_out = scaled_errors(series[1 - fold :: 2], n, generator)
            inside.append(((held_out >= low) & (held_out <= high))[:, :4].mean())
        coverages.append(float(np.mean(inside)))

    print("// Written by Benchmarks/learn_annual_errors.py; not edited by hand.")
    print()
    print("/// How far annual bilateral trade turned out from the point forecast of `Auto`, in units of its")
    print("/// scale: quantiles by the length of the history and the horizon.")
    print("///")
    print(f"/// Learned from {len(series)} series of annual trade between two countries, 1962 to 2016 (WITS, World")
    print("/// Bank and UN Comtrade); Kazakhstan and Viet Nam are not among them.")
    print("enum AnnualErrors {")
    print(f"  static let seriesCount = {len(series)}")
    print("  /// Each length stands for itself and for those up to the next.")
    print(f"  static let lengths = {LENGTHS}")
    print("  /// How often the 95 % interval held for series that it was not learned from, horizons 1 to 4.")
    print(f"  static let coverages = [{', '.join(f'{c:.3f}' for c in coverages)}]")
    print("  static let probabilities = [")
    print("    " + ", ".join(str(p) for p in PROBABILITIES) + ",")
    print("  ]")
    print("  /// Ten horizons for each length, thirteen quantiles for each horizon.")
    print("  static let quantiles: [[Double]] = [")
    for n, table in zip(LENGTHS, tables):
        print(f"    // {n} {'value' if n == 1 else 'values'}")
        for row in table:
            numbers = [f"{x:.3g}" if abs(x) < 1000 else f"{x:.0f}" for x in row]
            print("    [" + ", ".join(numbers) + "],")
    print("  ]")
    print("}")


main()
