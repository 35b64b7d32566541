#!/usr/bin/env python3
"""Measures the dynamic optimised Theta model against statsforecast, in processor time of one core.

usage: theta_speed.py PROGRAM M3_FOLDER [ROUNDS]

PROGRAM is corridor, built for release; M3_FOLDER holds m3_yearly_train.csv and
m3_monthly_train.csv (series_id,t,value). In every round each takes its turn: one run of the program
as a user starts it, reading and writing included, then statsforecast in this process, its
model alone with 95 % intervals. Medians are compared, since a machine is rarely alone. Exit status
1 where the program is less than three times as fast.
"""

import csv
import os

for name in ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"]:
    os.environ[name] = "1"  # before numpy reads it; the program inherits it

import resource
import statistics
import subprocess
import sys
import time

import numpy
from statsforecast.models import DynamicOptimizedTheta

SETS = [("yearly", 1, 6), ("monthly", 12, 18)]  # name, season, horizon
FACTOR = 3.0


def program(path, file, season, horizon):
    """Seconds of processor time in user mode that one run takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(
        [path, "forecast", file, "--by", "series_id", "--time", "t", "--value", "value",
         "--season", str(season), "--horizon", str(horizon), "--method", "dynamic-theta",
         "--format", "csv", "--jobs", "1"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def peer(series, season, horizon):
    """The same for statsforecast, in this process and without reading."""
    before = time.process_time()
    for values in series:
        DynamicOptimizedTheta(season_length=season).forecast(values, horizon, level=[95])
    return time.process_time() - before


def read(file):
    series = {}
    with open(file) as rows:
        for row in csv.DictReader(rows):
            series.setdefault(row["series_id"], []).append(float(row["value"]))
    return [numpy.array(values) for values in series.values()]


def measure(path, folder, name, season, horizon, rounds):
    """Prints the medians of one set; whether the program is fast enough."""
    file = os.path.join(folder, f"m3_{name}_train.csv")
    series = read(file)
    peer(series[:3], season, horizon)
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(program(path, file, season, horizon))
        theirs.append(peer(series, season, horizon))
    own, other = statistics.median(ours), statistics.median(theirs)
    print(f"\n{name}: {len(series)} series, {rounds} rounds")
    print(f"{'':<16}{'seconds':>9}{'least':>9}")
    print(f"{'corridor':<16}{own:>9.3f}{min(ours):>9.3f}")
    print(f"{'statsforecast':<16}{other:>9.3f}{min(theirs):>9.3f}")
    print(f"{other / own:.1f} times as fast, at least {FACTOR:g} wanted")
    return other >= FACTOR * own


def main():
    if len(sys.argv) not in (3, 4) or not os.access(sys.argv[1], os.X_OK):
        print("usage: theta_speed.py PROGRAM M3_FOLDER [ROUNDS]", file=sys.stderr)
        return 2
    rounds = int(sys.argv[3]) if len(sys.argv) == 4 else 3
    path = os.path.abspath(sys.argv[1])
    fast = [measure(path, sys.argv[2], *row, rounds) for row in SETS]
    print(f"\nload average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    return 0 if all(fast) else 1


sys.exit(main())
