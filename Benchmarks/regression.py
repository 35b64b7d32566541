#!/usr/bin/env python3
"""Measures least squares with standard errors against BLAS dsyrk, numpy and statsmodels.

usage: regression.py PROGRAM [ROUNDS]

PROGRAM is regression-benchmark, built for release. In every round each takes its turn: one run of
the program, then dsyrk, numpy's lstsq and, if there, statsmodels' OLS in this process, all with
two threads. Medians are compared, since a machine is rarely alone. Exit status 1 where the program
is over a limit of its ratio to dsyrk, or needs more memory than twice the matrix.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "2"  # before numpy reads it; the program inherits it

import csv
import statistics
import subprocess
import sys
import time

import numpy
import scipy.linalg.blas

try:
    import statsmodels.api
except ImportError:
    statsmodels = None

PROBLEMS = [(1_000_000, 20, 4.0), (100_000, 200, 3.0)]  # rows, columns, limit of the ratio
MEMORY_LIMIT = 2.0  # peak over the size of the matrix


def program(path, rows, columns):
    """What one run of the program prints."""
    run = subprocess.run(
        [path, str(rows), str(columns)], capture_output=True, text=True, check=True)
    (row,) = csv.DictReader(run.stdout.splitlines())
    return {name: float(text) for name, text in row.items()}


def seconds(action):
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def measure(path, rows, columns, limit, rounds):
    """Prints the medians of one problem; whether the program is within its limits."""
    generator = numpy.random.default_rng(2016)
    x = numpy.asfortranarray(generator.uniform(-1, 1, (rows, columns)))
    y = x @ numpy.linspace(0, 1, columns) + generator.uniform(-1, 1, rows)
    peers = {
        "dsyrk": lambda: scipy.linalg.blas.dsyrk(1.0, x, trans=1),
        "numpy lstsq": lambda: numpy.linalg.lstsq(x, y, rcond=None),
    }
    if statsmodels:
        peers["statsmodels OLS"] = lambda: statsmodels.api.OLS(y, x).fit().bse
    peers["dsyrk"]()
    ours, times = [], {name: [] for name in peers}
    for _ in range(rounds):
        ours.append(program(path, rows, columns))
        for name, action in peers.items():
            times[name].append(seconds(action))

    medians = {"corridor": statistics.median(run["seconds"] for run in ours)}
    medians |= {name: statistics.median(values) for name, values in times.items()}
    least = {"corridor": min(run["seconds"] for run in ours)}
    least |= {name: min(values) for name, values in times.items()}
    print(f"\n{rows} rows, {columns} columns, medians of {rounds} rounds")
    print(f"{'':<18}{'seconds':>9}{'least':>9}{'/ dsyrk':>9}")
    for name, value in medians.items():
        print(f"{name:<18}{value:>9.4f}{least[name]:>9.4f}{value / medians['dsyrk']:>9.2f}")
    ratio = medians["corridor"] / medians["dsyrk"]
    peak = statistics.median(run["peak_mb"] for run in ours)
    matrix = ours[0]["matrix_mb"]
    before = statistics.median(run["before_mb"] for run in ours)
    print(
        f"corridor's memory: the matrix {matrix:.0f} MB, {before:.0f} MB before the fit, "
        f"peak {peak:.0f} MB, {peak - matrix:.0f} MB more than the matrix")
    print(f"ratio to dsyrk {ratio:.2f}, limit {limit:g}")
    print(f"peak / matrix {peak / matrix:.2f}, limit {MEMORY_LIMIT:g}")
    if not all(run["check"] < 6 for run in ours):
        sys.exit("regression.py: an estimate is far from the coefficient that made the data")
    return ratio <= limit and peak <= MEMORY_LIMIT * matrix


def main():
    if len(sys.argv) not in (2, 3) or not os.access(sys.argv[1], os.X_OK):
        print("usage: regression.py PROGRAM [ROUNDS]", file=sys.stderr)
        return 2
    rounds = int(sys.argv[2]) if len(sys.argv) == 3 else 7
    if not statsmodels:
        print("statsmodels is not installed and left out")
    path = os.path.abspath(sys.argv[1])
    within = [measure(path, *problem, rounds) for problem in PROBLEMS]
    print(f"\nload average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print("Within the limits." if all(within) else "Over a limit.")
    return 0 if all(within) else 1


sys.exit(main())
